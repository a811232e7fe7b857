/** The investor's search (GET /api/investment/search): land that fits a filter, counted, faceted, scored; and what to relax when little does. */
import { z } from 'zod';

/** `site`: listed by the city (layer investment-sites); `parcel`: of the municipality, not necessarily on offer (layer municipal-parcels). */
export const LandKind = z.enum(['site', 'parcel']);
export type LandKind = z.infer<typeof LandKind>;
export const LAND_LAYERS = { site: 'investment-sites', parcel: 'municipal-parcels' } as const satisfies Record<LandKind, string>;

const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** One part of a score: `points` 0–1 of how good the value is among all that fit; `adds`: points times weight, so that all parts add up to the score. Unknown values get none and add 0. */
export const ScorePart = z.strictObject({ name: z.string(), weight: z.number(), value: Value, points: z.number().nullable(), adds: z.number() });
export type ScorePart = z.infer<typeof ScorePart>;

export const FoundLand = z.strictObject({
  kind: LandKind, layer: z.enum(['investment-sites', 'municipal-parcels']), id: z.int(), key: z.string(), title: z.string(),
  /** 0–100; null without weights. */
  score: z.number().nullable(), parts: z.array(ScorePart),
  /** The queryables of the layer, but geometry. */
  properties: z.record(z.string(), Value),
  /** Longitude, latitude on the land, and its box (west, south, east, north). */
  point: z.tuple([z.number(), z.number()]), bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type FoundLand = z.infer<typeof FoundLand>;

/** Counts of one queryable among land that fits all other conditions: so a second value of the same facet can still be chosen. */
export const Facet = z.strictObject({
  name: z.string(),
  /** Of coded texts, lists and booleans ("true", "false"), the most frequent first; at most 60. */
  values: z.array(z.strictObject({ value: z.string(), count: z.int() })),
  /** Of numbers: equal steps from `min` to `max`; counts.length steps, the upper bound of the last one included. What lies beyond counts in the first or the last. The range does not depend on the filter. */
  histogram: z.strictObject({ min: z.number(), max: z.number(), counts: z.array(z.int()) }).nullable(),
  /** Land of which it is not known. */
  unknown: z.int(),
});
export type Facet = z.infer<typeof Facet>;

/** A condition of the filter's outermost AND. */
export const Condition = z.strictObject({
  /** CQL2 text. */
  text: z.string(),
  /** The queryable it is on; null: several, or a geometry. */
  property: z.string().nullable(),
  /** How much land fits this condition alone, and how much all the others without it. */
  alone: z.int(), without: z.int(),
  /** Land that fits all others, but of which it is not known whether it fits this one. */
  unknown: z.int(),
});
export type Condition = z.infer<typeof Condition>;

/** A change of the filter that would give more. */
export const Relaxation = z.strictObject({
  /** Index of the condition. */
  condition: z.int(),
  /** Indices of further conditions that are left out together with it: where no single one helps. */
  also: z.array(z.int()),
  /** The whole filter after the change, and the changed condition; null: left out. */
  filter: z.string(), to: z.string().nullable(),
  total: z.int(),
});
export type Relaxation = z.infer<typeof Relaxation>;

export const MAX_FOUND = 100;
/** A step on the way to a filter is worth no figure: the client says which searches the office's figures shall count. */
export const SEARCH_DOORS = ['resident', 'planner', 'investor'] as const;

/** The query as it is written; `filter` is read by the server. */
export const LandSearchParameters = z.strictObject({
  filter: z.string().min(1).optional(), 'filter-lang': z.enum(['cql2-text', 'cql2-json']).default('cql2-text'), 'filter-crs': z.string().max(200).optional(),
  kinds: z.string().max(100).optional(),
  /** Name of a queryable, `-name` for descending, or `score`. */
  sort: z.string().max(100).optional(),
  /** `motorway_m:3,area_ha:1` */
  weights: z.string().max(1000).optional(),
  limit: z.string().regex(/^\d{1,9}$/, 'must be a whole number').transform(Number).refine((limit) => limit >= 1 && limit <= MAX_FOUND, `must be between 1 and ${MAX_FOUND}`).default(20),
  offset: z.string().regex(/^\d{1,9}$/, 'must be a whole number').transform(Number).refine((offset) => offset <= 100_000, 'may be 100000 at most').default(0),
  facets: z.enum(['true', 'false']).default('true').transform((value) => value === 'true'),
  relax: z.enum(['true', 'false']).default('false').transform((value) => value === 'true'),
  /** Counted in the office's figures, without anything of who asks. */
  log: z.enum(['true', 'false']).default('false').transform((value) => value === 'true'),
  door: z.enum(SEARCH_DOORS).default('investor'),
});

export const LandSearch = z.strictObject({
  /** The day of the facts. */
  day: z.iso.date(),
  /** As understood, CQL2 text; empty: everything. */
  filter: z.string(),
  total: z.int(), counts: z.strictObject({ site: z.int(), parcel: z.int() }),
  /** All that fit, for the map: ids within the layer. */
  ids: z.strictObject({ site: z.array(z.int()), parcel: z.array(z.int()) }),
  items: z.array(FoundLand),
  facets: z.array(Facet),
  conditions: z.array(Condition),
  /** What gives most first; given when nothing fits, or when asked for. */
  relaxations: z.array(Relaxation),
  sources: z.array(z.strictObject({ layer: z.string(), source: z.string().nullable(), sourceDate: z.iso.date().nullable(), demonstration: z.boolean() })),
});
export type LandSearch = z.infer<typeof LandSearch>;
