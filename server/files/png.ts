/** PNG without what it tells of its maker: only the chunks that decide how it looks stay, and its orientation. Nothing is encoded anew. */
import { crc32 } from 'node:zlib';
import { exifOf, orientationIn } from './orientation.ts';
import { type Cleaned, Unreadable } from './media.ts';

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Of a moving picture the still one stays. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'bKGD', 'pHYs', 'cICP']);

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length);
  whole.write(type, 4, 'latin1');
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

/** Throws Unreadable when it is not a whole PNG; what follows its end is dropped. */
export function cleanPng(bytes: Buffer): Cleaned {
  const parts: Buffer[] = [PNG_SIGNATURE];
  let [size, orientation, pictured] = [undefined as { width: number; height: number } | undefined, 1, false];
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) throw new Unreadable('it ends within the picture');
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length || bytes.readUInt32BE(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) throw new Unreadable('a chunk is damaged');
    const data = bytes.subarray(at + 8, end - 4);
    if ((type === 'IHDR') !== (at === 8) || (type === 'IHDR' && length !== 13)) throw new Unreadable('a chunk is damaged');
    if (type === 'IHDR') size = { width: data.readUInt32BE(0), height: data.readUInt32BE(4) };
    if (type === 'eXIf') orientation = orientationIn(data);
    pictured ||= type === 'IDAT';
    if (KEPT.has(type)) parts.push(bytes.subarray(at, end));
    at = end;
    if (type === 'IEND') break;
  }
  if (!size || !pictured) throw new Unreadable('it holds no picture');
  // Before the picture, behind its header.
  if (orientation !== 1) parts.splice(2, 0, chunk('eXIf', exifOf(orientation)));
  return { bytes: Buffer.concat(parts), ...size };
}
