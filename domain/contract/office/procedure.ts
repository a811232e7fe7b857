/** A plan procedure as work of the office: events with due days, documents, drafts of zones with their checks, publishing. For planners only. */
import { z } from 'zod';
import { DEFINITION_REGIMES } from '../../planning/definition-regimes.ts';
import { STAGES } from '../../planning/stages.ts';
import { ZONE_CLASSES } from '../../planning/zone-classes.ts';
import { Day } from '../day.ts';
import { Bbox, Geometry, MultiPolygon, Polygon } from '../geojson.ts';

const Person = z.strictObject({ id: z.int(), name: z.string() });
const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/);
export const StageName = z.enum(STAGES.map(({ value }) => value));

/** A step with a day by which it is due, a day on which it happened, or both. */
export const ProcedureEvent = z.strictObject({
  stage: StageName, title: z.string().trim().min(1).max(300), dueOn: Day.nullable(), onDate: Day.nullable(), untilDate: Day.nullable(),
  document: z.string().trim().max(300).nullable(),
});
export type ProcedureEvent = z.infer<typeof ProcedureEvent>;

export const ProcedureDocument = z.strictObject({
  kind: z.enum(['initiation', 'resolution', 'drawing', 'annex', 'journal', 'forecast', 'report', 'other']), title: z.string().trim().min(1).max(300),
  number: z.string().trim().max(100).nullable(), dated: Day.nullable(), url: z.url({ protocol: /^https?$/ }).nullable(),
});
export type ProcedureDocument = z.infer<typeof ProcedureDocument>;

/** What is known of a procedure besides its drafts; the whole is sent with every change (PUT, If-Match). */
export const ProcedureContent = z.strictObject({
  name: z.string().trim().min(1).max(200), kind: z.enum(['MPZP', 'POG', 'ZPI']), procedure: z.enum(['OLD', 'NEW']),
  definitionRegime: z.enum(DEFINITION_REGIMES.map(({ value }) => value)), lead: z.int().nullable(),
  boundary: z.discriminatedUnion('type', [Polygon, MultiPolygon]), events: z.array(ProcedureEvent).max(200), documents: z.array(ProcedureDocument).max(200),
  /** The plan in force that it is to change or replace. */
  replaces: z.string().max(200).nullable(),
});
export type ProcedureContent = z.infer<typeof ProcedureContent>;
/** POST /api/procedures. The key is the plan's: `bronowice-ii`. */
export const NewProcedure = ProcedureContent.extend({ key: Slug });
export type NewProcedure = z.infer<typeof NewProcedure>;

/** One state of the zones; numbers from 1. A draft is edited until it is published; a published one is frozen. */
export const DraftSummary = z.strictObject({
  number: z.int(), version: z.int().describe('its ETag'), note: z.string(), zones: z.int(), origin: z.enum(['empty', 'law', 'draft', 'import']),
  createdAt: z.iso.datetime(), createdBy: Person, changedAt: z.iso.datetime(), publishedAt: z.iso.datetime().nullable(), withdrawnAt: z.iso.datetime().nullable(),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

export const ProcedureSummary = z.strictObject({
  key: z.string(), version: z.int(), name: z.string(), kind: z.enum(['MPZP', 'POG', 'ZPI']), stage: StageName.nullable(), lead: Person.nullable(),
  /** The next thing that is due and not done; overdue when the day is past. */
  nextDue: z.strictObject({ title: z.string(), dueOn: z.iso.date(), overdue: z.boolean() }).nullable(),
  drafts: z.int(), published: z.boolean(), changedAt: z.iso.datetime(), bbox: Bbox,
});
export type ProcedureSummary = z.infer<typeof ProcedureSummary>;
export const ProcedureList = z.strictObject({ procedures: z.array(ProcedureSummary) });

export const PublicationRecord = z.strictObject({ action: z.enum(['published', 'withdrawn']), draft: z.int(), at: z.iso.datetime(), by: Person, reason: z.string().nullable() });

export const Procedure = ProcedureContent.omit({ lead: true }).extend({
  key: z.string(), version: z.int().describe('its ETag'), lead: Person.nullable(), bbox: Bbox, changedAt: z.iso.datetime(), changedBy: Person,
  drafts: z.array(DraftSummary), publications: z.array(PublicationRecord),
  may: z.strictObject({ edit: z.boolean(), publish: z.boolean(), withdraw: z.boolean() }),
});
export type Procedure = z.infer<typeof Procedure>;

const Measure = z.number().nonnegative().nullable();
/** A zone of a draft: what the register holds of one. Null is "not set", never 0. */
export const DraftZone = z.strictObject({
  symbol: z.string().trim().min(1).max(40), zoneClass: z.enum(ZONE_CLASSES.map(({ value }) => value)), designation: z.string().trim().min(1).max(500), paragraph: z.string().max(100).nullable(),
  maxHeightM: Measure, maxHeightParagraph: z.string().max(100).nullable(), minIntensity: Measure, maxIntensity: Measure, intensityParagraph: z.string().max(100).nullable(),
  maxBuiltUpPct: Measure, builtUpParagraph: z.string().max(100).nullable(), minBioActivePct: Measure, bioActiveParagraph: z.string().max(100).nullable(),
  parking: z.string().max(500).nullable(), parkingParagraph: z.string().max(100).nullable(),
  geometry: z.discriminatedUnion('type', [Polygon, MultiPolygon]),
});
export type DraftZone = z.infer<typeof DraftZone>;
export const Draft = DraftSummary.extend({ zones: z.array(DraftZone.extend({ id: z.int(), areaM2: z.number() })) });
export type Draft = z.infer<typeof Draft>;

/** POST …/drafts: from nothing, from the law in force within the boundary, or from another draft. A file: POST …/drafts/import?name= with the file as the body. */
export const NewDraft = z.strictObject({ from: z.union([z.literal('empty'), z.literal('law'), z.int().positive()]), note: z.string().trim().max(500) });
/** POST …/drafts/{n}/zones, with If-Match of the draft: zones written (same id replaces, no id adds) and taken away, together. */
export const ZoneEdit = z.strictObject({ write: z.array(DraftZone.extend({ id: z.int().optional() })).max(500), remove: z.array(z.int()).max(500) });
export type ZoneEdit = z.infer<typeof ZoneEdit>;

/** What a check found, with its place. `blocking` ones stop the publishing until mended or overruled. */
export const Finding = z.strictObject({
  /** Lasting: the same fault at the same place has the same id. */
  id: z.string(), kind: z.enum(['gap', 'overlap', 'outside', 'unknown-symbol', 'symbol-class-mismatch', 'duplicate-symbol', 'missing-parameter', 'missing-paragraph', 'sliver', 'no-zones']),
  blocking: z.boolean(), zones: z.array(z.string()), parameter: z.string().nullable(), areaM2: z.number().nullable(), geometry: Geometry.nullable(), bbox: Bbox.nullable(),
  overruled: z.strictObject({ reason: z.string(), by: Person, at: z.iso.datetime() }).nullable(),
});
export type Finding = z.infer<typeof Finding>;
export const Findings = z.strictObject({ draft: z.int(), version: z.int(), checkedAt: z.iso.datetime(), findings: z.array(Finding) });
export type Findings = z.infer<typeof Findings>;
/** POST …/drafts/{n}/overrulings: a finding that is no fault, and why; it stays on record and is shown with the plan. */
export const Overruling = z.strictObject({ finding: z.string().min(1).max(200), reason: z.string().trim().min(10).max(1000) });

/** POST …/publication, with If-Match of the procedure, by the chief planner. */
export const Publication = z.strictObject({ draft: z.int().positive(), draftVersion: z.int().positive() });
/** POST …/withdrawal, with If-Match of the procedure, by the chief planner. */
export const Withdrawal = z.strictObject({ reason: z.string().trim().min(10).max(1000) });
