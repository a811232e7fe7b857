/** Tokens of the form of enquiries: they show that somebody opened the form some seconds ago, and nothing about whom. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { TOKEN_FROM_MS, TOKEN_UNTIL_MS } from '../../../domain/investment/enquiry-status.ts';

export type TokenFault = 'too-early' | 'expired' | 'unknown';
const FORM = /^([0-9a-z]{8,10})\.([\w-]{16})\.([\w-]{43})$/;

const macOf = (key: Buffer, site: string, time: string, nonce: string): Buffer => createHmac('sha256', key).update(JSON.stringify([site, time, nonce])).digest();

export function makeToken(key: Buffer, site: string, now: Date): string {
  const [time, nonce] = [now.getTime().toString(36), randomBytes(12).toString('base64url')];
  return `${time}.${nonce}.${macOf(key, site, time, nonce).toString('base64url')}`;
}

/** What is wrong with it; else until when it would be taken. Whether it was taken before is the database's to say. */
export function checkToken(key: Buffer, token: string, site: string, now: Date): { readonly fault: TokenFault } | { readonly fault: null; readonly expiresAt: Date } {
  const [, time, nonce, mac] = FORM.exec(token) ?? [];
  if (time === undefined || nonce === undefined || mac === undefined) return { fault: 'unknown' };
  const given = Buffer.from(mac, 'base64url');
  const right = macOf(key, site, time, nonce);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { fault: 'unknown' };
  const madeAt = parseInt(time, 36);
  const age = now.getTime() - madeAt;
  if (age < TOKEN_FROM_MS) return { fault: 'too-early' };
  return age > TOKEN_UNTIL_MS ? { fault: 'expired' } : { fault: null, expiresAt: new Date(madeAt + TOKEN_UNTIL_MS) };
}

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 50 random bits, in letters that are not mistaken for each other: `ZI-7K3M0QXW2A`. */
export const makeReference = (): string => `ZI-${[...randomBytes(10)].map((byte) => LETTERS[byte % 32]).join('')}`;
