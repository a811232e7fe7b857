/** Takes the area out of a need: what is asked of the area of a single piece of land is, of parcels together, asked of the whole. */
import type { Filter, Scalar } from '../cql2/ast.ts';
import { conditionsOf, joined } from './conditions.ts';

export interface NeedArea {
  /** What is still asked of each parcel; undefined: nothing. */
  readonly rest: Filter | undefined;
  /** Hectares; null: no such bound. */
  readonly minHa: number | null;
  readonly maxHa: number | null;
}

const FIELD = 'area_ha';
const M2_IN_HA = 10_000;

/** How many hectares one unit of it is; null: it is no area. */
const unitOf = (value: Scalar): number | null =>
  (value.kind === 'property' ? (value.name === FIELD ? 1 : null) : value.kind === 'area' ? (value.unit === 'ha' ? 1 : 1 / M2_IN_HA) : null);
const numberIn = (value: Scalar): number | null => (value.kind === 'literal' && typeof value.value === 'number' ? value.value : null);

type Range = readonly [minHa: number, maxHa: number];
const MIRRORED = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** An area is measured, not counted: "more than" and "at least" are the same of it. */
function rangeOf(filter: Filter): Range | null {
  if (filter.op === 'between') {
    const [unit, low, high] = [unitOf(filter.value), numberIn(filter.low), numberIn(filter.high)];
    return unit === null || low === null || high === null ? null : [low * unit, high * unit];
  }
  if (filter.op !== '=' && filter.op !== '<' && filter.op !== '<=' && filter.op !== '>' && filter.op !== '>=') return null;
  const turned = unitOf(filter.left) === null;
  const [area, bound] = turned ? [filter.right, filter.left] : [filter.left, filter.right];
  const [unit, number] = [unitOf(area), numberIn(bound)];
  if (unit === null || number === null) return null;
  const [op, ha] = [turned ? MIRRORED[filter.op] : filter.op, number * unit];
  return [op === '<' || op === '<=' ? -Infinity : ha, op === '>' || op === '>=' ? Infinity : ha];
}

/**
 * Ranges of `area_ha`, AREA_HA and AREA_M2 in the outermost AND become bounds, the tightest of each side; everything else stays, also an area
 * within OR or NOT, compared with another property, or by <> and IN.
 */
export function needArea(filter: Filter | undefined): NeedArea {
  const conditions = conditionsOf(filter).map((condition) => ({ condition, range: rangeOf(condition) }));
  const ranges = conditions.flatMap(({ range }) => (range ? [range] : []));
  const [min, max] = [Math.max(-Infinity, ...ranges.map(([low]) => low)), Math.min(Infinity, ...ranges.map(([, high]) => high))];
  return {
    rest: ranges.length === 0 ? filter : joined(conditions.filter(({ range }) => range === null).map(({ condition }) => condition)),
    minHa: Number.isFinite(min) ? min : null, maxHa: Number.isFinite(max) ? max : null,
  };
}
