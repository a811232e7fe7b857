/** Seals what the server must read again (secrets of authenticators) with a key that stands in a file and not in the database. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../../http/problem.ts';

export interface SecretBox {
  /** AES-256-GCM: 12 bytes nonce, 16 bytes tag, the text. `place` (whose it is) must be the same when it is opened. */
  seal(text: string, place: string): Buffer;
  /** Throws `unavailable` when the key is not the one that sealed it. */
  open(sealed: Buffer, place: string): string;
}

/** The key file is read, or made, when it is first needed. */
export function openSecretBox(keyFile: string): SecretBox {
  let known: Buffer | undefined;
  const key = (): Buffer => (known ??= readKey(keyFile));
  return {
    seal(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed, place) {
      const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(12, 28));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        throw new Problem('unavailable', 'Second factors cannot be read: the key file of the server is not the one that sealed them. An administrator must put it back, or reset the second factor.');
      }
    },
  };
}

function readKey(file: string): Buffer {
  const present = read(file) ?? make(file);
  const key = Buffer.from(present.trim(), 'hex');
  if (key.length !== 32) throw new Error(`The key file ${file} does not hold 64 hexadecimal digits.`);
  return key;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whole or not at all, and never over another server's. */
function make(file: string): string {
  const candidate = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(candidate, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(candidate, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(candidate);
  }
  return readFileSync(file, 'utf8');
}
