/** Makes a row of a mapped feature: each value in the type of its column, or a `ValueFault` that says which value does not fit. */
import type { Layer } from '../../../domain/layers/layer.ts';
import { parseParcelIdentifier } from '../../../domain/geo/parcel-identifier.ts';
import { isoDate, ValueFault } from '../../gdal/map-fields.ts';
import type { Column, Parts, Target } from './target.ts';

export interface Row {
  readonly number: number;
  readonly key: string;
  readonly fromDate: string | null;
  readonly toDate: string | null;
  /** By property: `{ events: […] }`. */
  readonly parts: Readonly<Record<string, readonly Record<string, unknown>[]>>;
  /** Values of the target's columns but geom. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** The row of a feature. Throws a `ValueFault` naming the first value that cannot be stored. */
export function toRow(target: Target, layer: Layer, number: number, columns: Readonly<Record<string, unknown>>): Row {
  const values: Record<string, unknown> = {};
  for (const column of target.columns) if (column.name !== 'geom') values[column.name] = coerce(column, columns[column.name]);
  const key = values['key'] as string;
  if (layer.id === 'parcels' && !parseParcelIdentifier(String(values['identifier']))) {
    throw new ValueFault(`identifier: "${String(values['identifier']).slice(0, 60)}" is not a parcel identifier of Kraków (e.g. 126105_9.0001.580/4)`);
  }
  checkCodes(layer, values);
  const [fromDate, toDate] = target.temporal ? [date('valid_from', columns['valid_from']), date('valid_to', columns['valid_to'])] : [null, null];
  if (fromDate && toDate && toDate <= fromDate) throw new ValueFault(`valid_to: ${toDate} is not later than valid_from ${fromDate}`);
  return { number, key, fromDate, toDate, values, parts: Object.fromEntries(target.parts.map((one) => [one.property, toParts(one, columns[one.property])])) };
}

/** A coded value must be in the list of its field: an unknown one could be neither drawn nor filtered. Classes with an "other" are open. */
function checkCodes(layer: Layer, values: Readonly<Record<string, unknown>>): void {
  for (const { name, codes } of layer.fields) {
    const value = values[name];
    if (!codes || value === null || value === undefined || (layer.symbology.field === name && layer.symbology.other)) continue;
    if (!codes.some((code) => code.value === String(value))) throw new ValueFault(`${name}: "${String(value).slice(0, 60)}" is not in the list of codes`);
  }
}

function toParts(parts: Parts, given: unknown): Record<string, unknown>[] {
  const list = structure(given);
  if (list === null || list === undefined) return [];
  if (!Array.isArray(list)) throw new ValueFault(`${parts.property}: a list is expected`);
  return list.map((item: unknown, index) => {
    if (typeof item !== 'object' || item === null) throw new ValueFault(`${parts.property}[${index}]: an object is expected`);
    return Object.fromEntries(parts.columns.map((column) => {
      try { return [column.name, coerce(column, (item as Record<string, unknown>)[column.name])]; } catch (error) {
        throw error instanceof ValueFault ? new ValueFault(`${parts.property}[${index}].${error.message}`) : error;
      }
    }));
  });
}

/** Formats without structures carry JSON as text. */
function structure(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return null;
  try { return JSON.parse(value); } catch { return value; }
}

/** The value in the type of the column; null when it is empty. Throws a `ValueFault` when it does not fit or may not be empty. */
export function coerce({ name, type, required }: Column, value: unknown): unknown {
  const empty = value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  if (type === 'text[]') return empty ? [] : texts(name, value);
  if (empty) {
    if (required) throw new ValueFault(name === 'key' ? 'it has no key' : `${name}: a value is needed`);
    return null;
  }
  switch (type) {
    case 'integer': return whole(name, value, 2_147_483_647);
    case 'smallint': return whole(name, value, 32_767);
    case 'numeric': case 'double precision': return decimal(name, value);
    case 'boolean': return boolean(name, value);
    case 'date': return date(name, value);
    case 'text': return text(name, value);
    default: throw new Error(`column ${name}: type ${type} is not imported`);
  }
}

const shown = (value: unknown): string => `"${(typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 60)}"`;

function text(name: string, value: unknown): string {
  if (typeof value === 'object') throw new ValueFault(`${name}: ${shown(value)} is not a text`);
  const plain = String(value).normalize('NFC').trim();
  if (plain.includes('\0') || plain.length > 10_000) throw new ValueFault(`${name}: the text is too long or holds a NUL`);
  return plain;
}

function texts(name: string, value: unknown): string[] {
  const list = structure(value);
  if (Array.isArray(list)) return list.map((item) => text(name, item));
  if (typeof list === 'string') return list.split(/[,;]/).map((item) => item.trim()).filter((item) => item !== '');
  throw new ValueFault(`${name}: ${shown(value)} is not a list`);
}

/** Accepts the decimal comma and spaces between thousands of Polish tables. */
function decimal(name: string, value: unknown): number {
  const number = typeof value === 'string' ? Number(value.replaceAll(/(?<=\d)[\s\u00a0](?=\d)/g, '').replace(/^([^.]*),([^,.]*)$/, '$1.$2')) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new ValueFault(`${name}: ${shown(value)} is not a number`);
  return number;
}

function whole(name: string, value: unknown, largest: number): number {
  const number = decimal(name, value);
  if (!Number.isInteger(number) || Math.abs(number) > largest) throw new ValueFault(`${name}: ${shown(value)} is not a whole number`);
  return number;
}

function boolean(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const word = String(value).toLowerCase();
  if (['true', 't', '1', 'tak', 'yes'].includes(word)) return true;
  if (['false', 'f', '0', 'nie', 'no'].includes(word)) return false;
  throw new ValueFault(`${name}: ${shown(value)} is neither yes nor no`);
}

function date(name: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const iso = isoDate(String(value));
  if (!iso) throw new ValueFault(`${name}: ${shown(value)} is not a date`);
  return iso;
}
