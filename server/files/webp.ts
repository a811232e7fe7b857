/** WebP without what it tells of its maker: only the chunks that decide how it looks stay, and its orientation. Nothing is encoded anew. */
import { exifOf, orientationIn } from './orientation.ts';
import { type Cleaned, Unreadable } from './media.ts';

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04];

function sizeOf(type: string, data: Buffer): { width: number; height: number } | undefined {
  if (type === 'VP8X' && data.length === 10) return { width: 1 + data.readUIntLE(4, 3), height: 1 + data.readUIntLE(7, 3) };
  if (type === 'VP8 ' && data.length >= 10 && data.readUIntBE(3, 3) === 0x9d012a) return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
  if (type === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    const bits = data.readUInt32LE(1);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return undefined;
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** Throws Unreadable when it is not a whole WebP; what follows its end is dropped. */
export function cleanWebp(bytes: Buffer): Cleaned {
  const stop = 8 + bytes.readUInt32LE(4);
  if (stop > bytes.length) throw new Unreadable('it ends within the picture');
  const parts: { type: string; data: Buffer }[] = [];
  let [size, orientation] = [undefined as { width: number; height: number } | undefined, 1];
  for (let at = 12; at < stop;) {
    if (at + 8 > stop) throw new Unreadable('a chunk is damaged');
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > stop) throw new Unreadable('a chunk is damaged');
    const data = Buffer.from(bytes.subarray(at + 8, at + 8 + length));
    size ??= sizeOf(type, data);
    // Some writers begin it as JPEG does.
    if (type === 'EXIF') orientation = orientationIn(data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data);
    if (KEPT.has(type)) parts.push({ type, data });
    at += 8 + length + (length % 2);
  }
  if (!size || !parts.some(({ type }) => type === 'VP8 ' || type === 'VP8L' || type === 'ANMF')) throw new Unreadable('it holds no picture');
  const extended = parts.find(({ type }) => type === 'VP8X')?.data;
  if (extended) extended[0] = (extended[0]! & ~(HAS_EXIF | HAS_XMP)) | (orientation === 1 ? 0 : HAS_EXIF);
  if (extended && orientation !== 1) parts.push({ type: 'EXIF', data: exifOf(orientation) });
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts.map(({ type, data }) => chunk(type, data))]);
  const head = Buffer.alloc(8);
  head.write('RIFF');
  head.writeUInt32LE(body.length, 4);
  return { bytes: Buffer.concat([head, body]), ...size };
}
