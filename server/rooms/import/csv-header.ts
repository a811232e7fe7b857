/** The column names of a CSV file before GDAL has read it: a mapping must be known first, for it says where the geometry is. */
import { closeSync, openSync, readSync } from 'node:fs';

/** Names as GDAL will give them (an empty one becomes field_N); undefined when the file is not a CSV or cannot be opened. */
export function csvHeader(path: string): ReadonlySet<string> | undefined {
  if (!/\.csv$/i.test(path)) return undefined;
  const start = Buffer.alloc(16_384);
  try {
    const file = openSync(path, 'r');
    try { readSync(file, start, 0, start.length, 0); } finally { closeSync(file); }
  } catch { return undefined; }
  const line = start.toString('utf8').replace(/^\uFEFF/, '').split(/\r?\n/)[0] ?? '';
  const separator = [';', ',', '\t', '|'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0]!;
  return new Set(line.split(separator).map((name, index) => name.replaceAll(/^"|"$/g, '').trim() || `field_${index + 1}`));
}
