/**
 * The difference of planning law at a subject – a parcel, an area, a plan – between two days, or between today and a draft as if it were in
 * force (GET /api/parcels/{identifier}/difference, GET /api/plans/{key}/difference, POST /api/areas/difference).
 *
 * Laws: the matrix adds up to the area of the subject (± 0.05 m² a row); what is compared with itself has no changes; the difference from B to A is
 * that from A to B with the sides exchanged.
 */
import { z } from 'zod';
import { Day } from './day.ts';
import { ZoneParameter } from './extract.ts';
import { Bbox, MultiPolygon, Polygon } from './geojson.ts';
import { Provenance } from './parcel.ts';

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Year 0 is not a year of the calendar. */
const days = { from: Day.optional(), to: Day.optional() };
/** Key of a plan in preparation. */
const draft = { draft: z.string().min(1).max(200).optional() };

interface Asked { readonly from?: string | undefined; readonly to?: string | undefined; readonly draft?: string | undefined }
type Report = (path: 'from' | 'to' | 'draft', message: string) => void;

const bothDays = ({ from, to }: Asked, report: Report): void => {
  if (from === undefined && to !== undefined) report('from', 'is missing: from and to go together');
  if (to === undefined && from !== undefined) report('to', 'is missing: from and to go together');
};
const daysOrDraft = (asked: Asked, report: Report): void => {
  if (asked.draft === undefined && asked.from === undefined && asked.to === undefined) report('from', 'is missing: name from and to, or draft');
  else if (asked.draft !== undefined && (asked.from !== undefined || asked.to !== undefined)) report('draft', 'does not go together with from and to: a draft is compared with today');
  else bothDays(asked, report);
};
const checked = (rule: (asked: Asked, report: Report) => void) => (asked: Asked, context: z.core.$RefinementCtx): void => {
  rule(asked, (path, message) => { context.addIssue({ code: 'custom', path: [path], message }); });
};

/** Query of a parcel's difference: two days, or a draft. */
export const DifferenceParameters = z.strictObject({ ...days, ...draft }).superRefine(checked(daysOrDraft));

/** Query of a plan's difference. Without days: the day before the plan came into force and its first day; of a draft: today and the draft. */
export const PlanDifferenceParameters = z.strictObject(days).superRefine(checked(bothDays));

/** Body of an area's difference: longitude, latitude. */
export const DifferenceRequest = z.strictObject({ geometry: z.discriminatedUnion('type', [Polygon, MultiPolygon]), ...days, ...draft }).superRefine(checked(daysOrDraft));
export type DifferenceRequest = z.infer<typeof DifferenceRequest>;

export const DifferenceSubject = z.discriminatedUnion('kind', [
  /** `standing`: the day whose version of the parcel it is. */
  z.strictObject({ kind: z.literal('parcel'), identifier: z.string(), standing: IsoDate }),
  z.strictObject({ kind: z.literal('area') }),
  z.strictObject({ kind: z.literal('plan'), key: z.string(), name: z.string(), status: z.string() }),
]);
export type DifferenceSubject = z.infer<typeof DifferenceSubject>;

/** The law on one side. */
export const DifferenceSide = z.strictObject({
  day: IsoDate,
  /** Taken as if it were in force; elsewhere the law of that day goes on. */
  draft: z.strictObject({ key: z.string(), name: z.string(), status: z.string() }).nullable(),
  /** False: the register holds nothing of that day or place, so that "no plan" may not be said. */
  known: z.boolean(),
  /** The plans that make this law at the subject, the largest first. `areaM2`: where it is this plan that counts. */
  plans: z.array(z.strictObject({
    key: z.string(), name: z.string(), kind: z.enum(['MPZP', 'ZPI']), resolution: z.string().nullable(),
    /** Null: since when is not known. */
    inForceFrom: IsoDate.nullable(), inForceTo: IsoDate.nullable(), areaM2: z.number(), provenance: Provenance,
  })),
});
export type DifferenceSide = z.infer<typeof DifferenceSide>;

/** A use on one side; null: no plan. `zoneClass` null: a plan is in force, but the register does not hold its zones. */
const Use = z.strictObject({ zoneClass: z.string().nullable(), /** Keys of plans. */ plans: z.array(z.string()) });

/** What the law says of a place; null: no plan. */
export const DifferenceZone = z.strictObject({
  plan: z.string(),
  planName: z.string(),
  /** These four are null where a plan is in force whose zones the register does not hold. */
  key: z.string().nullable(),
  symbol: z.string().nullable(),
  zoneClass: z.string().nullable(),
  designation: z.string().nullable(),
  /** Only those that the plan sets; an absent one is "not set", never 0. */
  parameters: z.array(ZoneParameter),
  /** Figures under different definitions are not the same measure. */
  definitionRegime: z.enum(['OWN', 'PRE_2023', 'ACT_2023']),
});
export type DifferenceZone = z.infer<typeof DifferenceZone>;

export const DifferenceChange = z.strictObject({
  /** `use`: another zone class; `parameters`: the same use, other figures; `plan`: both the same, but another plan, symbol, wording or definitions. */
  kind: z.enum(['use', 'parameters', 'plan']),
  before: DifferenceZone.nullable(),
  after: DifferenceZone.nullable(),
  areaM2: z.number(),
  /** Per cent of the subject, 0–100. */
  sharePct: z.number(),
  /** A strip narrower on average (2 · area ÷ perimeter) than 1 m, the accuracy of the drawing: to be checked in the office. */
  edge: z.boolean(),
  /** Only changed ones; null: not set. The paragraph alone is no change. */
  parameters: z.array(z.strictObject({ name: ZoneParameter.shape.name, before: ZoneParameter.nullable(), after: ZoneParameter.nullable() })),
  geometry: MultiPolygon,
});
export type DifferenceChange = z.infer<typeof DifferenceChange>;

/** Pieces in one answer. */
export const MAX_CHANGES = 500;

export const Difference = z.strictObject({
  subject: DifferenceSubject,
  /** Of the subject, degrees. */
  bbox: Bbox,
  from: DifferenceSide,
  to: DifferenceSide,
  /** m² of the subject in PL-2000 = unchangedM2 + changedM2 + sliversM2. */
  areaM2: z.number(),
  unchangedM2: z.number(),
  /** All changed pieces of 1 m² and more, also those that `more` counts. */
  changedM2: z.number(),
  /** Changed pieces below 1 m²: the noise of two drawings of one border. They are part of the matrix and of the totals. */
  sliversM2: z.number(),
  /** Every m² of the subject by its use before and after, the largest first; unchanged uses included. */
  matrix: z.array(z.strictObject({ before: Use.nullable(), after: Use.nullable(), areaM2: z.number(), sharePct: z.number() })),
  /** By use. `planned` false: no plan (`zoneClass` is null then, too). */
  totals: z.array(z.strictObject({ zoneClass: z.string().nullable(), planned: z.boolean(), beforeM2: z.number(), afterM2: z.number(), changeM2: z.number() })),
  /** The largest first, at most 500. */
  changes: z.array(DifferenceChange),
  /** Changed pieces of 1 m² and more beyond those. */
  more: z.int(),
});
export type Difference = z.infer<typeof Difference>;
