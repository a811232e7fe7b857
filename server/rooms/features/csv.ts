/** Features as CSV for a spreadsheet: nothing in a cell can become a formula; the geometry is well-known text. */
import type { Feature } from '../../../domain/contract/features.ts';
import { featureFields } from '../../../domain/contract/layer-schema.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { withoutFormula } from '../../../domain/text/formula.ts';

/** A spreadsheet reads Polish letters right only after a byte order mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** One cell; a text that a spreadsheet would compute gets an apostrophe before it. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.join('; ') : JSON.stringify(value);
  const safe = withoutFormula(text);
  return safe !== text || /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Well-known text of a GeoJSON geometry, in the order of its coordinates. */
export function wellKnownText({ type, coordinates }: Feature['geometry']): string {
  const print = (part: unknown): string => {
    const parts = part as unknown[];
    return typeof parts[0] === 'number' ? parts.join(' ') : `(${parts.map(print).join(', ')})`;
  };
  const body = print(coordinates);
  return `${type.toUpperCase()} ${type === 'Point' ? `(${body})` : body}`;
}

/** Header and rows, RFC 4180. */
export function csvOf(layer: Layer, features: readonly Feature[]): string {
  const names = featureFields(layer).map((field) => field.name);
  const lines = features.map((feature) => [feature.id, ...names.map((name) => feature.properties[name]), wellKnownText(feature.geometry)].map(cell).join(','));
  return `${BYTE_ORDER_MARK}${[['id', ...names, 'geometry'].join(','), ...lines].join('\r\n')}\r\n`;
}
