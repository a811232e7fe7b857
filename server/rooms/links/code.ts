/** The code of a short link: made from its target, in characters that nobody mistakes for others when reading them from paper. */
import { createHash } from 'node:crypto';

/** Digits and letters without 0, O, o, 1, l, I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz';
export const CODE = /^[2-9A-HJ-NP-Za-kmnp-z]{7,20}$/;

/** 56⁷ are 1.7 · 10¹²: two of a million links meet with a chance of one in four, then the later one is longer. */
export const SHORTEST = 7;
export const LONGEST = 20;

/** The first `length` characters of the target's own sequence. */
export function codeOf(target: string, length: number): string {
  let rest = BigInt(`0x${createHash('sha256').update(target).digest('hex')}`);
  let code = '';
  while (code.length < length) {
    code += ALPHABET[Number(rest % 56n)];
    rest /= 56n;
  }
  return code;
}
