/** Which encoding a text is in: what its file says, else UTF-8 where it is that, else Windows-1250, the encoding of older Polish files. */
import { ImportFault } from './import-fault.ts';

const OLDER_POLISH = 'windows-1250';

/** Text as UTF-8 without its mark. Throws an `ImportFault` when it is not in the named encoding. */
export function asUtf8(bytes: Uint8Array, encoding: string | undefined): Uint8Array {
  if (encoding === undefined) return Buffer.from(new TextDecoder(isUtf8(bytes) ? 'utf-8' : OLDER_POLISH).decode(bytes));
  try { return Buffer.from(new TextDecoder(known(encoding), { fatal: true }).decode(bytes)); } catch (error) {
    throw error instanceof ImportFault ? error : new ImportFault(`The text is not in ${encoding}.`);
  }
}

/** Encoding of the table of a Shapefile: from its .cpg, from the mark in its header, or by looking at it. */
export function dbfEncoding(table: Uint8Array, codePage: Uint8Array | undefined): string {
  const named = codePage && Buffer.from(codePage.subarray(0, 40)).toString('latin1').replaceAll(/[^\w-]/g, '');
  if (named) return known(/^\d{3,4}$/.test(named) ? `windows-${named}` : named.replace(/^(ANSI|CP)_?(?=\d)/i, 'windows-'));
  // Language driver of dBASE: 0xC8 Windows Eastern European, 0x64 MS-DOS Eastern European.
  if (table[29] === 0xc8) return OLDER_POLISH;
  if (table[29] === 0x64) return known('cp852');
  const firstRecord = (table[8] ?? 0) | ((table[9] ?? 0) << 8);
  return isUtf8(table.subarray(firstRecord)) ? 'utf-8' : OLDER_POLISH;
}

function known(encoding: string): string {
  const label = /^(windows-)?65001$|^utf-?8$/i.test(encoding) ? 'utf-8' : encoding.replace(/^windows-88592$|^8859-?2$/i, 'iso-8859-2');
  try { return new TextDecoder(label).encoding; } catch {
    throw new ImportFault(`The encoding ${encoding} of its text is not read here; save it as UTF-8 or Windows-1250, or name another with --encoding.`);
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try { new TextDecoder('utf-8', { fatal: true }).decode(bytes); return true; } catch { return false; }
}
