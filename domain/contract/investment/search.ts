/** The investor's search (GET /api/investment/search): land that fits a filter, counted, faceted, scored; and what to relax when little does. */
import { z } from 'zod';

/** `site`: listed by the city (layer investment-sites); `parcel`: of the municipality, not necessarily on offer (layer municipal-parcels). */
export const LandKind = z.enum(['site', 'parcel']);
export type LandKind = z.infer<typeof LandKind>;
export const LAND_LAYERS = { site: 'investment-sites', parcel: 'municipal-parcels' } as const satisfies Record<LandKind, string>;

const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** One part of a score: `points` 0–1 of how good the value is among all that fit, times its weight; unknown values get none. */
export const ScorePart = z.strictObject({ name: z.string(), weight: z.number(), value: Value, points: z.number().nullable(), adds: z.number() });

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
  /** Of numbers: equal steps from `min` to `max`; counts.length steps. */
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

/** A change of the filter that would give more. */
export const Relaxation = z.strictObject({
  /** Index of the condition. */
  condition: z.int(),
  /** The whole filter after the change, and the changed condition; null: left out. */
  filter: z.string(), to: z.string().nullable(),
  total: z.int(),
});

export const LandSearch = z.strictObject({
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
