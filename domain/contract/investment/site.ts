/** Everything of the page of a listed investment site (GET /api/investment/sites/{key}), and the parameters of its report (GET /api/investment/report.pdf). */
import { z } from 'zod';
import { Day } from '../day.ts';
import { Extract, PlanShare, Theme } from '../extract.ts';
import { Bbox, MultiPolygon } from '../geojson.ts';
import { Provenance } from '../parcel.ts';

export const SITE_KEY = /^[a-z0-9][a-z0-9-]{0,99}$/;
export const SiteKey = z.string().regex(SITE_KEY, 'must be the key of a site');

/** As a queryable has it. */
export const LandValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type LandValue = z.infer<typeof LandValue>;

export const SiteParameters = z.strictObject({
  /** The day whose plans and parcels are meant, default today. The offer is always that of now. */
  datetime: Day.optional(),
});

const file = {
  id: z.string(),
  /** As the office calls it; of a picture: what is to be seen. */
  title: z.string(),
  mediaType: z.string(), bytes: z.int(),
  /** Path within this site. */
  href: z.string(),
};
export const SitePicture = z.strictObject(file);
export type SitePicture = z.infer<typeof SitePicture>;
export const SiteDocument = z.strictObject(file);
export type SiteDocument = z.infer<typeof SiteDocument>;

/** What the office has published with a site, in its order. */
export const SiteFiles = z.strictObject({ pictures: z.array(SitePicture), documents: z.array(SiteDocument) });
export type SiteFiles = z.infer<typeof SiteFiles>;

/** A parcel that the offer names, as the register has it on that day; `registered` false: no such parcel stands. */
export const SiteParcel = z.strictObject({
  identifier: z.string(), registered: z.boolean(),
  number: z.string().nullable(), cadastralDistrict: z.string().nullable(),
  /** The official area, and the measured one. */
  registerAreaM2: z.int().nullable(), geometryAreaM2: z.number().nullable(),
  registrationGroup: z.int().nullable(),
  /** Kind of holder, codes of queryable `ownership`. */
  ownership: z.string().nullable(),
});
export type SiteParcel = z.infer<typeof SiteParcel>;

export const DISTANCE_KINDS = ['motorway-junction', 'airport', 'railway-station', 'tram-stop'] as const;
/** In a straight line from the nearest place of the land; null: the register has no such point. */
export const SiteDistance = z.strictObject({
  kind: z.enum(DISTANCE_KINDS), metres: z.number().nullable(), name: z.string().nullable(),
  /** Longitude, latitude of the point. */
  point: z.tuple([z.number(), z.number()]).nullable(), provenance: Provenance.nullable(),
});
export type SiteDistance = z.infer<typeof SiteDistance>;

/** What must happen until land is disposed of; words in domain/investment/site-procedure.ts. */
export const ProcedureStep = z.strictObject({
  step: z.enum(['preparation', 'list', 'tender', 'award', 'contract', 'disposed', 'ask']),
  /** `unknown`: whether it has happened already is not told. */
  state: z.enum(['done', 'now', 'ahead', 'unknown']),
  /** How long it takes, where that is set. */
  days: z.int().nullable(),
});
export type ProcedureStep = z.infer<typeof ProcedureStep>;

export const SiteVersion = z.strictObject({
  seq: z.int(), recordedAt: z.iso.datetime({ offset: true }),
  /** `first`: the earliest that is kept; `withdrawn`: listed no more from then on. */
  what: z.enum(['first', 'changed', 'withdrawn', 'listed-again']),
  demonstration: z.boolean(),
  /** Names of queryables, and between which values they changed; `geometry` without values. */
  changes: z.array(z.strictObject({ field: z.string(), from: LandValue, to: LandValue })),
});
export type SiteVersion = z.infer<typeof SiteVersion>;

export const Site = z.strictObject({
  key: z.string(), id: z.int(), name: z.string(),
  day: z.iso.date(),
  /** The queryables of layer investment-sites, as every list and filter has them. */
  properties: z.record(z.string(), LandValue),
  areaM2: z.number(),
  district: z.strictObject({ key: z.string(), name: z.string() }).nullable(),
  parcels: z.array(SiteParcel),
  /** As the extract has them: plans with their zones, parameters and paragraphs; every theme answered. */
  planning: z.strictObject({ answer: Extract.shape.answer, plans: z.array(PlanShare), withoutPlan: Extract.shape.withoutPlan, outsideCity: Extract.shape.outsideCity }),
  themes: z.array(Theme),
  distances: z.array(SiteDistance),
  ...SiteFiles.shape,
  procedure: z.array(ProcedureStep),
  contact: z.string().nullable(),
  /** Of the last 24 months, the latest first. */
  versions: z.array(SiteVersion),
  point: z.tuple([z.number(), z.number()]), bbox: Bbox, geometry: MultiPolygon,
  provenance: Provenance,
});
export type Site = z.infer<typeof Site>;
