/** The parcel panel (GET /api/parcels/{identifier}) and what applies there with m² and share (…/extract). */
import { z } from 'zod';
import { Bbox, MultiPolygon } from './geojson.ts';

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Where a line of the panel comes from. */
export const Provenance = z.strictObject({
  source: z.string(),
  sourceDate: IsoDate.nullable(),
  demonstration: z.boolean(),
});
export type Provenance = z.infer<typeof Provenance>;

export const Parcel = z.strictObject({
  id: z.int(),
  identifier: z.string(),
  number: z.string(),
  cadastralDistrict: z.strictObject({ id: z.string(), name: z.string() }),
  registrationUnit: z.strictObject({ id: z.string(), name: z.string() }),
  /** By geometry, never from the code; the district with the largest share. Null outside every district. */
  district: z.strictObject({ key: z.string(), roman: z.string(), name: z.string() }).nullable(),
  /** The official value; null when the register gives none. */
  registerAreaM2: z.int().nullable(),
  geometryAreaM2: z.number(),
  registrationGroup: z.int().nullable(),
  landUses: z.array(z.strictObject({ symbol: z.string(), soilClass: z.string().nullable(), areaM2: z.int() })),
  validFrom: IsoDate.nullable(),
  validTo: IsoDate.nullable(),
  point: z.tuple([z.number(), z.number()]),
  bbox: Bbox,
  geometry: MultiPolygon,
  provenance: Provenance,
});
export type Parcel = z.infer<typeof Parcel>;

/**
 * `edge`: the part is a strip whose mean width (2 · area ÷ perimeter) is below `tolerance.edgeM`, the accuracy of the drawing, so it is to be
 * checked in the office; `certain`: any other part.
 */
export const Certainty = z.enum(['certain', 'edge']);

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
  areaM2: z.number(),
  /** Per cent of the parcel's geometry, 0–100. */
  sharePct: z.number(),
  certainty: Certainty,
  /** Only those that the plan sets; an absent one is "not set", never 0. */
  parameters: z.array(ZoneParameter),
  definitionRegime: z.enum(['OWN', 'PRE_2023', 'ACT_2023']),
  provenance: Provenance,
});
export type ZoneShare = z.infer<typeof ZoneShare>;

export const PlanOnParcel = z.strictObject({
  key: z.string(),
  name: z.string(),
  kind: z.enum(['MPZP', 'POG', 'ZPI']),
  status: z.enum(['in-force', 'in-consultation', 'in-preparation', 'superseded']),
  stage: z.string(),
  resolution: z.string().nullable(),
  resolutionDate: IsoDate.nullable(),
  journal: z.string().nullable(),
  inForceFrom: IsoDate.nullable(),
  areaM2: z.number(),
  sharePct: z.number(),
  zones: z.array(ZoneShare),
  provenance: Provenance,
});
export type PlanOnParcel = z.infer<typeof PlanOnParcel>;

const Concern = z.strictObject({
  layer: z.string(), key: z.string(), title: z.string(), class: z.string().nullable(), areaM2: z.number(), sharePct: z.number(), provenance: Provenance,
});

export const ParcelExtract = z.strictObject({
  identifier: z.string(),
  /** The day the answer is for. */
  day: IsoDate,
  /**
   * Four answers that are never confused: `in-force`, `in-preparation` (no plan in force, a procedure runs), `none` (the register of
   * plans covers the place and there is no plan), `unknown` (the register is empty or does not cover the place).
   */
  answer: z.enum(['in-force', 'in-preparation', 'none', 'unknown']),
  /** Plans in force first, then procedures, then the general plan. */
  plans: z.array(PlanOnParcel),
  /** Part of the parcel under no plan in force, m² and per cent. */
  withoutPlan: z.strictObject({ areaM2: z.number(), sharePct: z.number() }),
  /** Said aloud also when empty ("not concerned"). */
  municipalLand: z.array(Concern),
  investmentSites: z.array(Concern),
  riverParks: z.array(Concern),
  /** Parts smaller than `areaM2` or than `sharePct` of the parcel are slivers and dropped; `edgeM` is the accuracy of the drawing (see Certainty). */
  tolerance: z.strictObject({ areaM2: z.number(), sharePct: z.number(), edgeM: z.number() }),
});
export type ParcelExtract = z.infer<typeof ParcelExtract>;
