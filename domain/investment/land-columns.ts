/** Land in columns, so that thousands of pieces are counted in milliseconds. Verdicts and misses stand beside them, index by index. */
import type { Field } from '../layers/layer.ts';

/** NaN: unknown. */
export interface NumberColumn { readonly kind: 'number'; readonly unit: Field['unit']; readonly values: Float64Array }
/** Indices into `known`; −1: unknown. Booleans are "true" and "false". */
export interface TextColumn { readonly kind: 'text'; readonly known: readonly string[]; readonly codes: Int32Array }
/** Indices into `known`; null: unknown. An empty list is known to be empty. */
export interface ListColumn { readonly kind: 'list'; readonly known: readonly string[]; readonly codes: readonly (readonly number[] | null)[] }
export type Column = NumberColumn | TextColumn | ListColumn;

type Row = Readonly<Record<string, unknown>>;

/** Of a condition: 0 false, 1 true, 2 not known. */
export type Verdicts = Uint8Array;
export const [FALSE, TRUE, UNKNOWN] = [0, 1, 2];

/** How many conditions each piece of land does not fulfil; OUTSIDE: it is not asked for. */
export type Misses = Uint16Array;
export const OUTSIDE = 0xffff;

/** A field of all rows; undefined for fields that cannot be counted or compared. */
export function columnOf({ name, type, unit }: Pick<Field, 'name' | 'type' | 'unit'>, rows: readonly Row[]): Column | undefined {
  const known = new Map<string, number>();
  const codeOf = (text: string): number => {
    const code = known.get(text);
    if (code !== undefined) return code;
    known.set(text, known.size);
    return known.size - 1;
  };
  switch (type) {
    case 'number': case 'integer': return { kind: 'number', unit, values: Float64Array.from(rows, (row) => (typeof row[name] === 'number' ? row[name] : Number.NaN)) };
    case 'text': case 'boolean': case 'date': {
      const codes = Int32Array.from(rows, (row) => (row[name] === null || row[name] === undefined ? -1 : codeOf(String(row[name] as string | boolean))));
      return { kind: 'text', known: [...known.keys()], codes };
    }
    case 'list': {
      const codes = rows.map((row) => (Array.isArray(row[name]) ? [...new Set(row[name] as string[])].map(codeOf) : null));
      return { kind: 'list', known: [...known.keys()], codes };
    }
    case 'json': return undefined;
  }
}

/** Counts the misses of all conditions; `asked` says which land is searched at all. */
export function missesOf(verdicts: readonly Verdicts[], size: number, asked: (index: number) => boolean): Misses {
  const misses = new Uint16Array(size);
  for (const verdict of verdicts) for (let index = 0; index < size; index += 1) if (verdict[index] !== TRUE) misses[index]! += 1;
  for (let index = 0; index < size; index += 1) if (!asked(index)) misses[index] = OUTSIDE;
  return misses;
}

/** The misses as they would be without some of the conditions. */
export function missesWithout(misses: Misses, without: readonly Verdicts[]): Misses {
  if (without.length === 0) return misses;
  const fewer = misses.slice();
  for (const verdict of without) for (let index = 0; index < fewer.length; index += 1) if (fewer[index] !== OUTSIDE && verdict[index] !== TRUE) fewer[index]! -= 1;
  return fewer;
}

/** Indices of land that fits all. */
export function fitting(misses: Misses): number[] {
  const found: number[] = [];
  for (let index = 0; index < misses.length; index += 1) if (misses[index] === 0) found.push(index);
  return found;
}
