/** Applies the rules of a mapping to the properties of one feature. Pure. */
import { editDistance } from './edit-distance.ts';
import type { Rule } from './rule.ts';

export interface Correction { readonly column: string; readonly from: string; readonly to: string }
export interface Mapped { readonly columns: Record<string, unknown>; readonly corrections: Correction[] }

/** A value that a rule cannot accept; the feature is rejected with this reason. */
export class ValueFault extends Error {
  override readonly name = 'ValueFault';
}

const blank = (value: unknown): boolean => value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** Columns by the rules, in their order. Throws a `ValueFault` when a value does not fit its rule. */
export function mapFields(rules: Readonly<Record<string, Rule>>, properties: Readonly<Record<string, unknown>>, geometry = ''): Mapped {
  const columns: Record<string, unknown> = {};
  const corrections: Correction[] = [];
  const known = (name: string): unknown => (name === 'geometry' ? geometry : Object.hasOwn(columns, name) ? columns[name] : properties[name]);
  for (const [column, rule] of Object.entries(rules)) {
    const value = apply(column, typeof rule === 'string' ? { from: rule } : rule, properties, known, corrections);
    columns[column] = blank(value) ? null : value;
  }
  return { columns, corrections };
}

function apply(
  column: string, rule: Exclude<Rule, string>, properties: Readonly<Record<string, unknown>>, known: (name: string) => unknown, corrections: Correction[],
): unknown {
  if ('value' in rule) return rule.value;
  if ('template' in rule) return fill(rule.template, known);
  if ('sum' in rule) return sum(rule.sum, properties);
  const names = typeof rule.from === 'string' ? [rule.from] : rule.from;
  let value = names.map((name) => (Object.hasOwn(properties, name) ? properties[name] : known(name))).find((candidate) => !blank(candidate));
  for (const step of rule.path ?? []) value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  if (!blank(value) && rule.match !== undefined) {
    const found = new RegExp(rule.match, 'u').exec(String(value));
    if (!found) throw new ValueFault(`${column}: "${clip(value)}" does not have the expected form`);
    value = found[1] ?? found[0];
  }
  if (!blank(value) && rule.as) value = CONVERT[rule.as](value, column);
  if (!blank(value) && rule.lookup) {
    const key = String(value);
    if (!Object.hasOwn(rule.lookup, key)) throw new ValueFault(`${column}: "${clip(value)}" is not a known value`);
    value = rule.lookup[key];
  }
  if (!blank(value) && rule.official) value = correct(column, String(value), rule.official, known, corrections);
  return blank(value) ? rule.default : value;
}

/** "{a}-{b}" filled with columns or fields; null as soon as one is empty, so that no key is half made. */
function fill(template: string, known: (name: string) => unknown): string | null {
  let complete = true;
  const text = template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = known(name);
    if (blank(value)) complete = false;
    return String(value);
  });
  return complete ? text : null;
}

function sum(names: readonly string[], properties: Readonly<Record<string, unknown>>): number | null {
  const values = names.map((name) => properties[name]).filter((value) => !blank(value)).map(Number);
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
}

/**
 * The rule of official names: the list names the object by its number. A name that differs is replaced by the official one and reported,
 * if it is the same name but for `maxEdits` letters (Polish marks count as none); otherwise the feature is rejected.
 */
function correct(
  column: string, name: string, { by, names, maxEdits }: { by: string; names: Record<string, string>; maxEdits: number },
  known: (name: string) => unknown, corrections: Correction[],
): string {
  const official = names[String(known(by))];
  if (official === undefined) throw new ValueFault(`${column}: there is no official name for ${by} ${clip(known(by))}`);
  if (official === name) return name;
  if (editDistance(plain(name), plain(official)) > maxEdits) throw new ValueFault(`${column}: "${clip(name)}" is not the name of ${by} ${clip(known(by))} ("${official}")`);
  corrections.push({ column, from: name, to: official });
  return official;
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[\s–-]+/g, ' ');
const clip = (value: unknown): string => String(value).slice(0, 60);

const CONVERT: Record<'roman-number' | 'date' | 'hectares-to-m2' | 'slug', (value: unknown, column: string) => unknown> = {
  'roman-number': (value, column) => romanNumber(String(value)) ?? fault(`${column}: "${clip(value)}" is not a Roman numeral`),
  date: (value, column) => isoDate(String(value)) ?? fault(`${column}: "${clip(value)}" is not a date`),
  'hectares-to-m2': (value, column) => {
    const hectares = Number(String(value).replace(',', '.'));
    return Number.isFinite(hectares) ? Math.round(hectares * 10_000) : fault(`${column}: "${clip(value)}" is not an area in hectares`);
  },
  slug: (value) => plain(String(value)).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, ''),
};

const fault = (message: string): never => { throw new ValueFault(message); };

/** 1 to 3999, or null when the text is no Roman numeral in its usual form. */
export function romanNumber(text: string): number | null {
  if (!/^(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(text)) return null;
  const worth: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
  return [...text].reduce((total, letter, index) => total + (worth[letter]! < (worth[text[index + 1] ?? ''] ?? 0) ? -worth[letter]! : worth[letter]!), 0);
}

/** ISO date (yyyy-mm-dd) of an ISO or yyyy/mm/dd date or time, a dd.mm.yyyy date, or an RFC 1123 date; null when it is none or no day of the calendar. */
export function isoDate(text: string): string | null {
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:$|[T ])/.exec(text) ?? null;
  const polish = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const parts = iso ? [iso[1]!, iso[2]!, iso[3]!] : polish ? [polish[3]!, polish[2]!.padStart(2, '0'), polish[1]!.padStart(2, '0')] : null;
  if (parts) {
    const day = parts.join('-');
    const time = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
  }
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}
