/** Names of files as people gave them: kept for reading, never a path, never more than one header value. */
import type { MediaType } from './inspect.ts';

const ENDINGS: Readonly<Record<MediaType, RegExp>> = { 'image/jpeg': /\.jpe?g$/i, 'image/png': /\.png$/i, 'image/webp': /\.webp$/i, 'application/pdf': /\.pdf$/i };
const ENDING: Readonly<Record<MediaType, string>> = { 'image/jpeg': '.jpg', 'image/png': '.png', 'image/webp': '.webp', 'application/pdf': '.pdf' };
const MAX = 180;

/** The last part of a path without what cannot be seen or turns the reading direction, with the ending of what it really is. */
export function cleanName(given: string, mediaType: MediaType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1)!;
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').replaceAll(/[<>:"|?*]/g, '_').replaceAll(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  const named = ENDINGS[mediaType].test(plain) ? plain.slice(0, plain.lastIndexOf('.')) : plain;
  return `${[...named].slice(0, MAX).join('').trim() || 'attachment'}${ENDING[mediaType]}`;
}

/** RFC 6266 with RFC 8187: the plain form for programs that know no other. */
export function dispositionOf(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L').replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
