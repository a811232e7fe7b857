/** Seals what the server must read again (secrets of authenticators) with a key that stands in a file and not in the database. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Problem } from '../../http/problem.ts';
import { readSecretKey } from '../../registers/secret-key.ts';

export interface SecretBox {
  /** AES-256-GCM: 12 bytes nonce, 16 bytes tag, the text. `place` (whose it is) must be the same when it is opened. */
  seal(text: string, place: string): Buffer;
  /** Throws `unavailable` when the key is not the one that sealed it. */
  open(sealed: Buffer, place: string): string;
}

/** The key file is read, or made, when it is first needed. */
export function openSecretBox(keyFile: string): SecretBox {
  let known: Buffer | undefined;
  const key = (): Buffer => (known ??= readSecretKey(keyFile));
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
