/** Adjoining parcels that together meet a need (GET /api/investment/assemblies): newline-delimited JSON, progress while it looks. */
import { z } from 'zod';

const most = (max: number) => z.string().regex(/^\d{1,6}$/, 'must be a whole number').transform(Number).refine((value) => value >= 1 && value <= max, `must be between 1 and ${max}`);
const Hectares = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, 'must be a number of hectares').transform(Number);

export const MOST_ASSEMBLED = 8;

export const AssemblyParameters = z.strictObject({
  /** Of each parcel; ranges of area in its outermost AND are of the whole, where `area_min`, `area_max` do not say it. */
  filter: z.string().min(1).optional(), 'filter-lang': z.enum(['cql2-text', 'cql2-json']).default('cql2-text'), 'filter-crs': z.string().max(200).optional(),
  area_min: Hectares.refine((value) => value > 0, 'must be above 0').optional(), area_max: Hectares.optional(),
  max_parcels: most(MOST_ASSEMBLED).refine((value) => value >= 2, 'must be at least 2').default(4),
  /** Different kinds of holder. */
  max_owners: most(MOST_ASSEMBLED).optional(),
  min_compactness: z.string().regex(/^[01](\.\d{1,6})?$/, 'must be between 0 and 1').transform(Number).refine((value) => value <= 1, 'must be between 0 and 1').optional(),
  /** `true`: one of the parcels lies beside a road. */
  road: z.enum(['true', 'false']).default('false').transform((value) => value === 'true'),
  limit: most(200).default(50),
});

export const Assembly = z.strictObject({
  /** Ids of layer municipal-parcels and identifiers, in the same order. */
  ids: z.array(z.int()), identifiers: z.array(z.string()),
  areaHa: z.number(),
  /** Different kinds of holder (`unknown` for what is not known); how much of a circle it is (4πA/P², 1 is a circle); whether it lies beside a road. */
  ownerships: z.array(z.string()), compactness: z.number(), roadContact: z.boolean(),
  /** Metres of shared borders within. */
  sharedM: z.number(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type Assembly = z.infer<typeof Assembly>;

/**
 * A line of the answer; assemblies come best first: fewest parcels, then most compact. `start`: how many parcels pass, and what was asked of each.
 * `progress`: how much is done, 0–1. `found`: how many so far, told or beyond the limit. `done` says whether all were looked at: `limit` (as many as
 * asked for), `time` (stopped after a while), null: every one.
 */
export const AssemblyLine = z.discriminatedUnion('line', [
  z.strictObject({ line: z.literal('start'), parcels: z.int(), filter: z.string(), day: z.iso.date() }),
  z.strictObject({ line: z.literal('progress'), done: z.number(), found: z.int() }),
  z.strictObject({ line: z.literal('assembly'), assembly: Assembly }),
  z.strictObject({ line: z.literal('done'), found: z.int(), stopped: z.enum(['limit', 'time']).nullable() }),
]);
export type AssemblyLine = z.infer<typeof AssemblyLine>;
