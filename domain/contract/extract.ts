/**
 * What applies at a subject – a parcel, a place, an area – on a day (GET /api/parcels/{identifier}/extract, GET /api/places/extract,
 * POST /api/areas/extract): every theme answered, each object with m², share, law status, accuracy and source.
 */
import { z } from 'zod';
import { Day } from './day.ts';
import { MultiPolygon, Polygon } from './geojson.ts';
import { Provenance } from './parcel.ts';

const IsoDate = z.iso.date();

/** `no-data`: the register of the theme is empty on that day or does not cover the place; never said as "not concerned". */
export const Verdict = z.enum(['concerned', 'not-concerned', 'no-data']);
export type Verdict = z.infer<typeof Verdict>;

export const LawStatus = z.enum(['in-force', 'in-consultation', 'in-preparation', 'superseded']);
export type LawStatus = z.infer<typeof LawStatus>;

/**
 * With `accuracyM`, the sum of the stated accuracies of subject and object: `certain` – the overlap reaches deeper into the object than that;
 * `edge` – they overlap, but not so deep; `touch` – they do not overlap and are no further apart.
 * So a border drawn wrong by less than the accuracy never turns `certain` into nothing.
 */
export const OverlapClass = z.enum(['certain', 'edge', 'touch']);
export type OverlapClass = z.infer<typeof OverlapClass>;

const overlap = {
  areaM2: z.number(),
  /** Per cent of the subject, 0–100. */
  sharePct: z.number(),
  overlap: OverlapClass,
  /** Metres: the sum of the accuracies of both drawings. */
  accuracyM: z.number(),
};

export const ZoneParameter = z.strictObject({
  name: z.enum(['maxHeight', 'intensity', 'maxBuiltUpShare', 'minBioActiveShare', 'parking']),
  min: z.number().nullable(),
  max: z.number().nullable(),
  text: z.string().nullable(),
  unit: z.enum(['m', '%']).nullable(),
  paragraph: z.string().nullable(),
});
export type ZoneParameter = z.infer<typeof ZoneParameter>;

export const ZoneShare = z.strictObject({
  layer: z.enum(['zones', 'general-plan-zones']),
  key: z.string(),
  symbol: z.string(),
  zoneClass: z.string(),
  designation: z.string(),
  /** Where the provisions of the zone stand. */
  paragraph: z.string().nullable(),
  ...overlap,
  /** Only those that the plan sets; an absent one is "not set", never 0. */
  parameters: z.array(ZoneParameter),
  definitionRegime: z.enum(['OWN', 'PRE_2023', 'ACT_2023']),
  /** A word of the office on this overlap with this parcel: the measure stays as it is. */
  overruled: z.strictObject({ says: z.enum(['does-not-apply', 'applies']), reason: z.string(), since: IsoDate }).optional(),
  provenance: Provenance,
});
export type ZoneShare = z.infer<typeof ZoneShare>;

export const PlanShare = z.strictObject({
  key: z.string(),
  name: z.string(),
  kind: z.enum(['MPZP', 'POG', 'ZPI']),
  status: LawStatus,
  stage: z.string(),
  resolution: z.string().nullable(),
  resolutionDate: IsoDate.nullable(),
  journal: z.string().nullable(),
  inForceFrom: IsoDate.nullable(),
  inForceTo: IsoDate.nullable(),
  ...overlap,
  /** The largest first; those that are `edge` or `touch` included. */
  zones: z.array(ZoneShare),
  provenance: Provenance,
});
export type PlanShare = z.infer<typeof PlanShare>;

export const ThemeObject = z.strictObject({
  layer: z.string(),
  key: z.string(),
  title: z.string(),
  /** Value of the class in the catalogue's symbology. */
  class: z.string().nullable(),
  status: LawStatus.nullable(),
  /** The act or register it rests on. */
  basis: z.string().nullable(),
  ...overlap,
  provenance: Provenance,
});
export type ThemeObject = z.infer<typeof ThemeObject>;

export const Theme = z.strictObject({
  /** Id of the catalogue layer that answers. */
  id: z.string(),
  verdict: Verdict,
  /** `certain` ones, the largest first. */
  objects: z.array(ThemeObject),
  /** `edge` and `touch`. */
  apart: z.array(ThemeObject),
  /** Why there is no data: the register is empty on that day, or does not reach the place. */
  reason: z.enum(['empty', 'outside']).nullable(),
  accuracyM: z.number(),
  /** Of the register as a whole; null when it is empty. */
  provenance: Provenance.nullable(),
});
export type Theme = z.infer<typeof Theme>;

export const ExtractSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('parcel'), identifier: z.string() }),
  /** Without a parcel at the place the answer is for a disc of `radiusM` around it. */
  z.strictObject({ kind: z.literal('place'), lon: z.number(), lat: z.number(), parcel: z.string().nullable(), radiusM: z.number().nullable() }),
  z.strictObject({ kind: z.literal('area') }),
]);
export type ExtractSubject = z.infer<typeof ExtractSubject>;

export const Extract = z.strictObject({
  subject: ExtractSubject,
  /** The day the answer is for. */
  day: IsoDate,
  /** m² of the subject's geometry in PL-2000. */
  areaM2: z.number(),
  /**
   * Four answers that are never confused: `in-force`, `in-preparation` (no plan in force, a procedure runs), `none` (the register of
   * plans covers the place and there is no plan), `unknown` (the register is empty or does not cover the place).
   */
  answer: z.enum(['in-force', 'in-preparation', 'none', 'unknown']),
  /** Plans in force first, then procedures, then the general plan. */
  plans: z.array(PlanShare),
  /** The part of the subject within the city under no plan in force; null where that is not known (`answer` unknown). */
  withoutPlan: z.strictObject({ areaM2: z.number(), sharePct: z.number() }).nullable(),
  /** The part outside of the city, where its registers do not reach. */
  outsideCity: z.strictObject({ areaM2: z.number(), sharePct: z.number() }),
  /** Every theme, concerned or not, in the order of the catalogue. */
  themes: z.array(Theme),
});
export type Extract = z.infer<typeof Extract>;

/** The body of POST /api/areas/extract: longitude, latitude; at most 500 vertices and 10 km². */
export const AreaExtractRequest = z.strictObject({
  geometry: z.discriminatedUnion('type', [Polygon, MultiPolygon]),
  /** The day the answer is for, default today. */
  datetime: Day.optional(),
});
export type AreaExtractRequest = z.input<typeof AreaExtractRequest>;
