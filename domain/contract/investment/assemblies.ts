/** Adjoining parcels that together meet a need (GET /api/investment/assemblies): newline-delimited JSON, progress while it looks. */
import { z } from 'zod';

export const Assembly = z.strictObject({
  /** Ids of layer municipal-parcels and identifiers, in the same order. */
  ids: z.array(z.int()), identifiers: z.array(z.string()),
  areaHa: z.number(),
  /** Different kinds of holder; how much of a circle it is (4πA/P², 1 is a circle); whether it lies beside a road. */
  ownerships: z.array(z.string()), compactness: z.number(), roadContact: z.boolean(),
  /** Metres of shared borders within. */
  sharedM: z.number(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type Assembly = z.infer<typeof Assembly>;

/** A line of the answer. `done` says whether all were looked at: `limit` (as many as asked for), `time` (stopped after a while), null: every one. */
export const AssemblyLine = z.discriminatedUnion('line', [
  z.strictObject({ line: z.literal('start'), parcels: z.int(), filter: z.string(), day: z.iso.date() }),
  z.strictObject({ line: z.literal('progress'), done: z.number(), found: z.int() }),
  z.strictObject({ line: z.literal('assembly'), assembly: Assembly }),
  z.strictObject({ line: z.literal('done'), found: z.int(), stopped: z.enum(['limit', 'time']).nullable() }),
]);
export type AssemblyLine = z.infer<typeof AssemblyLine>;
