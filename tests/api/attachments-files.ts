/** Files for the suite of attachments: pictures made of their parts, with everything in them that must not be given on. */
import { crc32, deflateSync } from 'node:zlib';

export const SECRET = 'Jan-Kowalski-50.0614N';
const text = (value: string): Buffer => Buffer.from(value, 'latin1');

/** TIFF block with the orientation, little-endian, and a maker's text behind it. */
export function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([tiff, text(SECRET)]);
}

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
/** Entropy-coded data with stuffing and a restart marker. */
export const SCAN = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
export function jpeg({ orientation = 1, width = 4, height = 3 } = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.concat([text('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])])), segment(0xe1, Buffer.concat([text('Exif\0\0'), exif(orientation)])),
    segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)), segment(0xed, text(`Photoshop 3.0\0${SECRET}`)), segment(0xfe, text(`<script>${SECRET}</script>`)),
    segment(0xe2, text('ICC_PROFILE\0\x01\x01profile')), segment(0xe2, text(`MPF\0${SECRET}`)), segment(0xdb, Buffer.alloc(65, 1)), segment(0xc0, frame), segment(0xc4, Buffer.alloc(20, 1)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), SCAN, Buffer.from([0xff, 0xd9]), text(`trailer ${SECRET}`),
  ]);
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([text(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
export function png({ orientation = 1, width = 2, height = 2 } = {}): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('eXIf', exif(orientation)), chunk('tEXt', text(`Author\0${SECRET}`)), chunk('tIME', text('1234567')),
    chunk('iTXt', text(`XML:com.adobe.xmp\0${SECRET}`)), chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])), chunk('IDAT', deflateSync(Buffer.alloc(6))), chunk('IEND', Buffer.alloc(0)), text(SECRET),
  ]);
}

const riff = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([text(type), length, data, Buffer.alloc(data.length % 2)]);
};
export function webp({ orientation = 1 } = {}): Buffer {
  const body = Buffer.concat([
    text('WEBP'), riff('VP8X', Buffer.from([0x0c, 0, 0, 0, 4, 0, 0, 2, 0, 0])), riff('VP8L', Buffer.from([0x2f, 4, 0x80, 0, 0, 1, 2])), riff('EXIF', exif(orientation)), riff('XMP ', text(SECRET)),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([text('RIFF'), length, body, text(SECRET)]);
}

export const pdf = (inside = ''): Buffer => text(`%PDF-1.7\n1 0 obj\n<< ${inside} >>\nendobj\nxref\n0 1\ntrailer <<>>\nstartxref\n9\n%%EOF\n`);
