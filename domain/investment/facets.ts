/** How much land there would be with other values: counts and histograms of a queryable among land that fits all other conditions. */
import type { Facet } from '../contract/investment/search.ts';
import type { Field } from '../layers/layer.ts';
import { type Column, type ListColumn, type Misses, type NumberColumn, type TextColumn } from './land-columns.ts';

export const STEPS = 20;
const MOST_VALUES = 60;
/** Texts without a code list whose values are few. */
const COUNTED = new Set(['district']);

/** Bounds of a histogram. */
export interface Range { readonly min: number; readonly max: number }

export const hasFacet = ({ name, type, codes }: Pick<Field, 'name' | 'type' | 'codes'>): boolean => (type === 'text' ? codes !== undefined || COUNTED.has(name) : type !== 'date' && type !== 'json');

/** Counts of one column; `misses` are those without the conditions on this queryable. */
export function facetOf(name: string, column: Column, misses: Misses, range: Range | null): Facet {
  if (column.kind !== 'number') return { name, ...countsOf(column, misses), histogram: null };
  const counts = Array.from({ length: STEPS }, () => 0);
  let unknown = 0;
  const { min, max } = range ?? { min: 0, max: 1 };
  for (let index = 0; index < misses.length; index += 1) {
    if (misses[index] !== 0) continue;
    const value = column.values[index]!;
    if (Number.isNaN(value)) unknown += 1;
    else counts[Math.max(0, Math.min(STEPS - 1, Math.floor(((value - min) / (max - min)) * STEPS)))]! += 1;
  }
  return { name, values: [], histogram: range ? { min, max, counts } : null, unknown };
}

function countsOf(column: TextColumn | ListColumn, misses: Misses): Pick<Facet, 'values' | 'unknown'> {
  const counts = new Uint32Array(column.known.length);
  let unknown = 0;
  for (let index = 0; index < misses.length; index += 1) {
    if (misses[index] !== 0) continue;
    const codes = column.codes[index]!;
    if (codes === -1 || codes === null) unknown += 1;
    else if (typeof codes === 'number') counts[codes]! += 1;
    else for (const code of codes) counts[code]! += 1;
  }
  const values = column.known.map((value, code) => ({ value, count: counts[code]! })).filter(({ count }) => count > 0);
  values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { values: values.slice(0, MOST_VALUES), unknown };
}

const share = (sorted: Float64Array, part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
const tidy = (value: number): number => Number(value.toPrecision(12));

/** The least step of 1, 2, 2.5 or 5 times a power of ten that is no smaller. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 2.5, 5, 10].find((one) => one * power >= least * (1 - 1e-9))!;
  return tidy(step * power);
}

/**
 * A range of twenty round steps in which all but the fiftieth part of the known values lie, at each end and of each group: few large sites are not
 * lost beside thousands of small parcels. Percentages are 0–100. Null: nothing is known.
 */
export function rangeOf({ unit, values }: NumberColumn, groups: readonly (readonly [from: number, to: number])[]): Range | null {
  let [low, high] = [Infinity, -Infinity];
  for (const [from, to] of groups) {
    const sorted = values.slice(from, to).filter((value) => !Number.isNaN(value)).sort();
    if (sorted.length === 0) continue;
    low = Math.min(low, share(sorted, 0.02));
    high = Math.max(high, share(sorted, 0.98));
  }
  if (low > high) return null;
  if (unit === '%') return { min: 0, max: 100 };
  let step = niceStep(Math.max((high - low) / STEPS, Math.abs(high) * 1e-6, 1e-6));
  while (Math.floor(low / step) * step + STEPS * step < high) step = niceStep(step * 1.01);
  const min = tidy(Math.floor(low / step) * step);
  return { min, max: tidy(min + STEPS * step) };
}
