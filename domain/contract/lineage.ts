/** The history of a parcel number (GET /api/parcels/{identifier}/history): when it stood, what it was made from, what became of it. */
import { z } from 'zod';
import { LINEAGE_KINDS } from '../cadastre/lineage.ts';
import { Provenance } from './parcel.ts';

const Kind = z.enum(LINEAGE_KINDS.map(({ value }) => value) as [(typeof LINEAGE_KINDS)[number]['value'], ...(typeof LINEAGE_KINDS)[number]['value'][]]);

const Number = z.strictObject({ identifier: z.string(), standsToday: z.boolean() });

/** Ground that passed from one number to another (or, where a boundary moved, to the same one). */
export const LineageStep = z.strictObject({
  on: z.iso.date().describe('the first day of the new state'), kind: Kind,
  from: Number, to: Number,
  overlapM2: z.number(), shareOfFromPct: z.number().describe('of the parcel that ended'), shareOfToPct: z.number().describe('of the parcel that came'),
  steps: z.int().positive().describe('how many changes away from the number asked for'),
  provenance: Provenance,
});
export type LineageStep = z.infer<typeof LineageStep>;

export const ParcelVersion = z.strictObject({
  validFrom: z.iso.date().nullable().describe('null: from before the first edition that the register here knows'),
  validTo: z.iso.date().nullable().describe('the day after the last one; null: it stands'),
  registerAreaM2: z.int().nullable(), geometryAreaM2: z.number(), provenance: Provenance,
});
export type ParcelVersion = z.infer<typeof ParcelVersion>;

export const ParcelHistory = z.strictObject({
  identifier: z.string(),
  standsToday: z.boolean(),
  /** The register here cannot speak of days before. */
  knownSince: z.iso.date().nullable(),
  /** Oldest first. */
  versions: z.array(ParcelVersion),
  /** Nearest first; of chains the first twenty steps. */
  madeFrom: z.array(LineageStep), became: z.array(LineageStep),
  /** False: chains are longer than what is shown. */
  complete: z.boolean(),
});
export type ParcelHistory = z.infer<typeof ParcelHistory>;
