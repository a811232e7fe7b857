/** Random tokens for cookies and links, and the hashes under which the database keeps them. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, 43 characters that stand in cookies and addresses unescaped. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

export const TOKEN = /^[\w-]{43}$/;

/** SHA-256 is enough: nobody guesses 256 random bits, however fast the hash. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
