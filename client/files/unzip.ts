/** Reads the parts of a shapefile out of a zip: nothing else is inflated, inflated bytes are counted, names are never paths of ours. */
import { FileProblem, MAX_INFLATED_BYTES } from './own-file.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MAX_ENTRIES = 200;
/** The record at the end may be followed by a comment of up to 64 kB. */
const LONGEST_END = 22 + 65_535;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly start: number;
  readonly packed: number;
}

function entries(view: DataView): readonly Entry[] {
  let end = view.byteLength - 22;
  while (end >= Math.max(0, view.byteLength - LONGEST_END) && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) throw new FileProblem('broken', 'no end of a zip');
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new FileProblem('too-big', `${count} entries`);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== ENTRY) throw new FileProblem('broken', 'no entry of a zip');
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
    const entry = { name, method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true) };
    at += 46 + nameLength + extraLength + commentLength;
    return entry;
  });
}

/** Inflates at most `room` bytes; more is a bomb. */
async function inflated(packed: Uint8Array<ArrayBuffer>, room: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > room) throw new FileProblem('too-big', 'inflated');
    parts.push(part.value);
  }
  const whole = new Uint8Array(size);
  parts.reduce((at, part) => { whole.set(part, at); return at + part.byteLength; }, 0);
  return whole;
}

/** The parts whose extension is wanted, of the first entry with the extension `lead`: extension → bytes. */
export async function unzipParts(bytes: Uint8Array<ArrayBuffer>, lead: string, wanted: readonly string[]): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const all = entries(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)).filter(({ name }) => !name.includes('__MACOSX'));
  const first = all.find(({ name }) => name.toLowerCase().endsWith(`.${lead}`));
  if (!first) throw new FileProblem('incomplete-shapefile', `no .${lead}`);
  const stem = first.name.slice(0, -lead.length).toLowerCase();
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  let room = MAX_INFLATED_BYTES;
  for (const extension of wanted) {
    const entry = all.find(({ name }) => name.toLowerCase() === `${stem}${extension}`);
    if (!entry) continue;
    const packed = bytes.slice(entry.start, entry.start + entry.packed);
    if (entry.method !== 0 && entry.method !== 8) throw new FileProblem('broken', `compression ${entry.method}`);
    const part = entry.method === 0 ? packed : await inflated(packed, room);
    room -= part.byteLength;
    if (room < 0) throw new FileProblem('too-big', 'inflated');
    parts.set(extension, part);
  }
  return parts;
}
