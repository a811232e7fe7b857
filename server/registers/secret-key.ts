/** The server's secret key: 32 bytes in a file that stands apart from the database and is the same on every server; made when it is first needed. */
import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Throws when the file holds no key. */
export function readSecretKey(file: string): Buffer {
  const present = read(file) ?? make(file);
  const key = Buffer.from(present.trim(), 'hex');
  if (key.length !== 32) throw new Error(`The key file ${file} does not hold 64 hexadecimal digits.`);
  return key;
}

/** A key of its own for each purpose, 32 bytes: what one is used for tells nothing of another. */
export const derivedKey = (file: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', readSecretKey(file), '', `msip ${purpose}`, 32));

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
