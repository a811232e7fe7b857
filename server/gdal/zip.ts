/** Opens a zip without trust: entries counted, names checked, inflated bytes counted as they come, nothing written to disk. */
import { inflateRawSync } from 'node:zlib';
import { ImportFault } from './import-fault.ts';
import { LIMITS } from './limits.ts';

export interface ZipEntry { readonly name: string; readonly bytes: Uint8Array }

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** The files of a zip (folders left out). Throws an `ImportFault` on anything that a zip of map data has no need of. */
export function unzip(zip: Buffer, limits: { entries: number; inflatedBytes: number } = { entries: LIMITS.zipEntries, inflatedBytes: LIMITS.inflatedBytes }): ZipEntry[] {
  try { return [...entries(zip, limits)]; } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw new ImportFault('The zip is damaged.');
  }
}

function* entries(zip: Buffer, limits: { entries: number; inflatedBytes: number }): Generator<ZipEntry> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new ImportFault('This is not a zip.');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count > limits.entries || at === 0xffffffff) throw new ImportFault(`The zip has more than ${limits.entries} entries.`);
  let left = limits.inflatedBytes;
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new ImportFault('The zip is damaged.');
    const [flags, method, packedBytes, local] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const [nameBytes, extraBytes, commentBytes] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameBytes);
    at += 46 + nameBytes + extraBytes + commentBytes;
    if (name.endsWith('/') || name.startsWith('__MACOSX/')) continue;
    checkName(name);
    if ((flags & ENCRYPTED) !== 0) throw new ImportFault('The zip is encrypted.');
    if (zip.readUInt32LE(local) !== LOCAL_ENTRY) throw new ImportFault('The zip is damaged.');
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + packedBytes);
    const bytes = inflate(packed, method, left, limits.inflatedBytes);
    left -= bytes.length;
    yield { name, bytes };
  }
}

function checkName(name: string): void {
  const parts = name.split(/[/\\]/);
  if (parts.includes('..') || /^([/\\]|[A-Za-z]:)/.test(name) || name.includes('\0')) throw new ImportFault('The zip holds a name that leads out of its folder.');
  if (/\.(zip|kmz|gz|tgz|7z|rar|tar)$/i.test(name)) throw new ImportFault('The zip holds another archive; unpack it first.');
}

function inflate(packed: Buffer, method: number, left: number, limit: number): Uint8Array {
  const tooMuch = () => new ImportFault(`The zip inflates to more than ${Math.round(limit / 1024 / 1024)} MB.`);
  if (method === STORED) {
    if (packed.length > left) throw tooMuch();
    return packed;
  }
  if (method !== DEFLATED) throw new ImportFault('The zip is packed by a method that is not read here; pack it with Deflate.');
  try { return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }); } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch();
    throw error;
  }
}
