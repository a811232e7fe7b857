/** Cells of a CSV file: nothing in one can become a formula; geometries are well-known text. */
import type { Geometry } from '../../domain/contract/geojson.ts';
import { withoutFormula } from '../../domain/text/formula.ts';

/** A spreadsheet reads Polish letters right only after a byte order mark. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One cell; a text that a spreadsheet would compute gets an apostrophe before it. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.join('; ') : JSON.stringify(value);
  const safe = withoutFormula(text);
  return safe !== text || /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Header and rows, RFC 4180. */
export const csv = (header: readonly string[], rows: readonly (readonly unknown[])[]): string => `${BYTE_ORDER_MARK}${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** Well-known text of a GeoJSON geometry, in the order of its coordinates. */
export function wellKnownText({ type, coordinates }: Pick<Geometry, 'type'> & { readonly coordinates: readonly unknown[] }): string {
  const print = (part: unknown): string => {
    const parts = part as unknown[];
    return typeof parts[0] === 'number' ? parts.join(' ') : `(${parts.map(print).join(', ')})`;
  };
  const body = print(coordinates);
  return `${type.toUpperCase()} ${type === 'Point' ? `(${body})` : body}`;
}
