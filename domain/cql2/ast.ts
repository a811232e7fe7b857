/** A filter as plain data: the part of CQL2 (OGC 21-065r2) that this server answers. Text and JSON are two ways to write it. */
import type { Geometry } from '../contract/geojson.ts';

/** Where in the text (offset) or in the JSON (path) something stands; told in faults, no part of the meaning. */
export type Place = number | string;

export type Scalar =
  | { readonly kind: 'property'; readonly name: string; readonly at?: Place }
  | { readonly kind: 'literal'; readonly value: string | number | boolean; readonly at?: Place }
  /** DATE('2024-05-01') */
  | { readonly kind: 'date'; readonly value: string; readonly at?: Place }
  /** CASEI(x), ACCENTI(x): texts compared without case or without diacritics. */
  | { readonly kind: 'casei' | 'accenti'; readonly of: Scalar; readonly at?: Place }
  /** AREA_M2(geom), AREA_HA(geom): the area of the geometry as registered, EPSG:2178. */
  | { readonly kind: 'area'; readonly unit: 'm2' | 'ha'; readonly of: string; readonly at?: Place };

export const COMPARISONS = ['=', '<>', '<', '<=', '>', '>='] as const;
export type ComparisonOperator = (typeof COMPARISONS)[number];

export const SPATIAL = ['s_intersects', 's_within', 's_contains', 's_disjoint', 's_touches', 's_overlaps', 's_crosses', 's_equals'] as const;
export type SpatialOperator = (typeof SPATIAL)[number];

/** Conditions on lists: all of these are in it; all of it is among these; any is in both; the same. */
export const ARRAYS = ['a_contains', 'a_containedby', 'a_overlaps', 'a_equals'] as const;
export type ArrayOperator = (typeof ARRAYS)[number];

export type Filter =
  | { readonly op: 'and' | 'or'; readonly args: readonly Filter[] }
  | { readonly op: 'not'; readonly arg: Filter }
  | { readonly op: 'constant'; readonly value: boolean }
  | { readonly op: ComparisonOperator; readonly left: Scalar; readonly right: Scalar }
  | { readonly op: 'between'; readonly value: Scalar; readonly low: Scalar; readonly high: Scalar }
  | { readonly op: 'in'; readonly value: Scalar; readonly among: readonly Scalar[] }
  | { readonly op: 'like'; readonly value: Scalar; readonly pattern: Scalar }
  | { readonly op: 'isNull'; readonly value: Scalar }
  | { readonly op: SpatialOperator; readonly property: string; readonly geometry: Geometry; readonly at?: Place }
  /** Not in the standard: within so many metres of a geometry. */
  | { readonly op: 's_dwithin'; readonly property: string; readonly geometry: Geometry; readonly metres: number; readonly at?: Place }
  | { readonly op: ArrayOperator; readonly property: string; readonly values: readonly string[]; readonly at?: Place };

/** What is wrong with a filter, and where: an offset into the text, or a path into the JSON. */
export class FilterFault extends Error {
  override readonly name = 'FilterFault';
  readonly at: Place;

  constructor(message: string, at: Place) {
    super(message);
    this.at = at;
  }
}

/** A filter of this server is no longer, no deeper, and has no more conditions. */
export const MAX_LENGTH = 20_000;
export const MAX_DEPTH = 50;
export const MAX_CONDITIONS = 500;
/** CASEI and ACCENTI within each other: more than one of each changes nothing. */
export const MAX_CALLS = 4;
/** Conditions with a geometry take some microseconds for every object there is. */
export const MAX_SPATIAL = 50;

export const isComparison = (op: string): op is ComparisonOperator => (COMPARISONS as readonly string[]).includes(op);
export const isSpatial = (op: string): op is SpatialOperator => (SPATIAL as readonly string[]).includes(op);
export const isArray = (op: string): op is ArrayOperator => (ARRAYS as readonly string[]).includes(op);

/** Every geometry written in a filter, with its place. */
export function geometriesOf(filter: Filter): { readonly geometry: Geometry; readonly at: Place }[] {
  if (filter.op === 'and' || filter.op === 'or') return filter.args.flatMap(geometriesOf);
  if (filter.op === 'not') return geometriesOf(filter.arg);
  return 'geometry' in filter ? [{ geometry: filter.geometry, at: filter.at ?? 0 }] : [];
}

/** The same filter without places: what two writings of it have in common. */
export function bare<T>(value: T): T {
  if (Array.isArray(value)) return value.map(bare) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'at').map(([name, inner]) => [name, bare(inner as unknown)])) as T;
}
