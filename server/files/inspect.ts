/** What an attachment really is, by its content alone, and the bytes that are kept of it. */
import { Problem } from '../http/problem.ts';
import { cleanJpeg } from './jpeg.ts';
import { type Cleaned, Unreadable } from './media.ts';
import { cleanPng, PNG_SIGNATURE } from './png.ts';
import { cleanWebp } from './webp.ts';

export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];
export interface Inspected { readonly mediaType: MediaType; readonly bytes: Buffer }

/** A picture of 100 megapixels takes 400 MB where it is shown. */
const MAX_PIXELS = 100_000_000;

const IMAGES: readonly { mediaType: MediaType; is: (bytes: Buffer) => boolean; clean: (bytes: Buffer) => Cleaned }[] = [
  { mediaType: 'image/jpeg', is: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff, clean: cleanJpeg },
  { mediaType: 'image/png', is: (bytes) => bytes.subarray(0, 8).equals(PNG_SIGNATURE), clean: cleanPng },
  { mediaType: 'image/webp', is: (bytes) => bytes.length >= 12 && bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP', clean: cleanWebp },
];

/** It begins as a PDF at its first byte, and nothing follows its end: else it could be something else too. */
function isPdf(bytes: Buffer): boolean {
  if (!/^%PDF-[12]\.\d[\r\n\s]/.test(bytes.toString('latin1', 0, 10))) return false;
  const end = bytes.lastIndexOf('%%EOF');
  return end > 0 && /^%%EOF[\s\0]*$/.test(bytes.toString('latin1', end)) && bytes.subarray(Math.max(0, end - 100), end).includes('startxref');
}

/** Throws 415 for what is no JPEG, PNG, WebP or PDF, 422 for a picture that is damaged or too large to be shown. */
export function inspect(bytes: Buffer): Inspected {
  if (isPdf(bytes)) return { mediaType: 'application/pdf', bytes };
  const image = IMAGES.find(({ is }) => is(bytes));
  if (!image) throw new Problem('unsupported-media-type', 'Attachments are JPEG, PNG and WebP pictures and PDF documents; this file is none of them, whatever its name.');
  try {
    const { width, height, bytes: cleaned } = image.clean(bytes);
    if (width < 1 || height < 1 || width * height > MAX_PIXELS) throw new Unreadable(`it has ${width} × ${height} pixels, at most ${MAX_PIXELS / 1e6} million are taken`);
    return { mediaType: image.mediaType, bytes: cleaned };
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) throw new Problem('unprocessable', `The picture cannot be taken: ${error instanceof Unreadable ? error.message : 'it is damaged'}.`);
    throw error;
  }
}
