/** JPEG without what it tells of its maker: only the segments that decide how it looks stay, and its orientation. Nothing is encoded anew. */
import { exifOf, orientationIn } from './orientation.ts';
import { type Cleaned, Unreadable } from './media.ts';

const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda];
const ascii = (bytes: Buffer, from: number, text: string): boolean => bytes.toString('latin1', from, from + text.length) === text;
/** Tables and frames; not DAC's neighbours that hold applications' data. SOF without DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const PLAIN = new Set([0xc4, 0xcc, 0xdb, 0xdd]);

/** What of a segment stays: tables, frames, JFIF without its thumbnail, the colour profile, Adobe's colour transform. */
function kept(marker: number, segment: Buffer): Buffer | null {
  if (PLAIN.has(marker) || isFrame(marker)) return segment;
  if (marker === 0xe0 && ascii(segment, 4, 'JFIF\0') && segment.length >= 18) {
    const plain = Buffer.from(segment.subarray(0, 18));
    plain.writeUInt16BE(16, 2);
    plain.writeUInt16BE(0, 16);
    return plain;
  }
  if (marker === 0xe2 && ascii(segment, 4, 'ICC_PROFILE\0')) return segment;
  return marker === 0xee && ascii(segment, 4, 'Adobe') && segment.length === 16 ? segment : null;
}

/** The end of the scan data that begin at `from`: the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new Unreadable('it ends within the picture');
}

/** Throws Unreadable when it is not a whole JPEG; what follows its end is dropped. */
export function cleanJpeg(bytes: Buffer): Cleaned {
  const parts: Buffer[] = [];
  let [size, orientation, scans] = [undefined as { width: number; height: number } | undefined, 1, 0];
  for (let at = 2; ;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw new Unreadable('a segment is damaged');
    if (marker === EOI) break;
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length || marker === SOI) throw new Unreadable('a segment is damaged');
    const segment = bytes.subarray(at, end);
    if (isFrame(marker)) {
      if (size || length < 8) throw new Unreadable('it has several pictures');
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    }
    if (marker === 0xe1 && ascii(segment, 4, 'Exif\0\0')) orientation = orientationIn(segment.subarray(10));
    if (marker === SOS) {
      at = endOfScan(bytes, end);
      parts.push(segment, bytes.subarray(end, at));
      scans += 1;
    } else {
      const stays = kept(marker, segment);
      if (stays) parts.push(stays);
      at = end;
    }
  }
  if (!size || scans === 0) throw new Unreadable('it holds no picture');
  return { bytes: Buffer.concat([Buffer.from([0xff, SOI]), ...turned(orientation), ...parts, Buffer.from([0xff, EOI])]), ...size };
}

function turned(orientation: number): Buffer[] {
  if (orientation === 1) return [];
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return [head, exif];
}
