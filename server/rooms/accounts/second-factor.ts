/** Codes of authenticators (TOTP, RFC 6238) and recovery codes. */
import { createHash, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;
/** Clocks may differ by one step. */
const WINDOW = 1;

const totpOf = (secret: string, login: string): TOTP =>
  new TOTP({ issuer: 'MSIP Kraków', label: login, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_S });

/** A new secret in base32 (160 bits, as RFC 4226 recommends). */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator reads from a QR code. */
export const uriOf = (secret: string, login: string): string => totpOf(secret, login).toString();

/** The time step whose code this is, null when it is none of now, just before or just after. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_S) + delta;
}

export const isTotpCode = (code: string): boolean => /^\d{6}$/.test(code);

/** Letters and digits that nobody mistakes for others when writing them down. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const RECOVERY_CODES = 10;

/** Ten codes of 80 random bits in groups of four. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]!).join('')).join('-'));

/** However it is typed. */
export const recoveryHashOf = (code: string): Buffer => createHash('sha256').update(code.toUpperCase().replace(/[\s-]/g, '')).digest();
