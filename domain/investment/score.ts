/** How well land fits what an investor weighs: points between the least and the most among all that fit, so that the weights say everything. */
import type { ScorePart } from '../contract/investment/search.ts';

/** Numbers that can be weighed, and which are the better ones. */
export const DIRECTIONS = {
  area_ha: 'larger', price_pln: 'smaller', power_kw: 'larger', plan_pct: 'larger', zone_pct: 'larger', max_height_m: 'larger', max_intensity: 'larger', max_built_up_pct: 'larger',
  min_bio_active_pct: 'smaller', motorway_m: 'smaller', airport_m: 'smaller', station_m: 'smaller', tram_m: 'smaller', flood_pct: 'smaller', heritage_pct: 'smaller', nature_pct: 'smaller',
} as const satisfies Record<string, 'larger' | 'smaller'>;
export type Weighable = keyof typeof DIRECTIONS;

export const MAX_WEIGHT = 5;
export interface Weight { readonly name: Weighable; readonly weight: number }

export const isWeighable = (name: string): name is Weighable => Object.hasOwn(DIRECTIONS, name);

/** Least and most of the known values of one number among all that fit; null: none is known. */
export interface Span { readonly least: number; readonly most: number }

/** NaN is unknown. */
export function spanOf(values: Float64Array, among: readonly number[]): Span | null {
  let [least, most] = [Infinity, -Infinity];
  for (const index of among) {
    const value = values[index]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least > most ? null : { least, most };
}

/** 0–1; null for an unknown value. All alike are all best. */
export function pointsOf(name: Weighable, value: number, span: Span | null): number | null {
  if (Number.isNaN(value) || span === null) return null;
  if (span.least === span.most) return 1;
  const share = (value - span.least) / (span.most - span.least);
  return DIRECTIONS[name] === 'larger' ? share : 1 - share;
}

/** The score 0–100 of one piece of land: the mean of its points by weight, where an unknown value has none. */
export function scoreOf(weights: readonly Weight[], valueOf: (name: Weighable) => number, spans: ReadonlyMap<string, Span | null>): { readonly score: number; readonly parts: readonly ScorePart[] } {
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0);
  const parts = weights.map(({ name, weight }): ScorePart => {
    const value = valueOf(name);
    const points = pointsOf(name, value, spans.get(name) ?? null);
    return { name, weight, value: Number.isNaN(value) ? null : value, points, adds: points === null ? 0 : (100 * points * weight) / whole };
  });
  return { score: parts.reduce((sum, { adds }) => sum + adds, 0), parts };
}
