/** A plan procedure as work of the office: events with due days, documents, drafts of zones with their checks, publishing. For planners only. */
import { z } from 'zod';
import { DEFINITION_REGIMES } from '../../planning/definition-regimes.ts';
import { STAGES } from '../../planning/stages.ts';
import { ZONE_CLASSES } from '../../planning/zone-classes.ts';
import { Day } from '../day.ts';
import { Bbox, Geometry, MultiPolygon, Polygon, Position } from '../geojson.ts';

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
/** POST /api/procedures with nothing but the key of a plan of the register: its boundary, events, documents and zones become the procedure and its first draft. 409 names the key when there is a procedure already. */
export const AdoptedProcedure = z.strictObject({ key: z.string().min(1).max(200) });
export type AdoptedProcedure = z.infer<typeof AdoptedProcedure>;

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
export type PublicationRecord = z.infer<typeof PublicationRecord>;

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
  /** Heights of 10 cm to 1 km, intensities up to 1000, shares up to 100, the least intensity not above the most: else 422. */
  parking: z.string().max(500).nullable(), parkingParagraph: z.string().max(100).nullable(),
  geometry: z.discriminatedUnion('type', [Polygon, MultiPolygon]),
});
export type DraftZone = z.infer<typeof DraftZone>;
export const Draft = DraftSummary.extend({ zones: z.array(DraftZone.extend({ id: z.int(), areaM2: z.number() })) });
export type Draft = z.infer<typeof Draft>;

/** POST …/drafts: from nothing, from the law in force within the boundary, or from another draft. A file: POST …/drafts/import?name= with the file as the body. */
export const NewDraft = z.strictObject({ from: z.union([z.literal('empty'), z.literal('law'), z.int().positive()]), note: z.string().trim().max(500) });
/** POST …/drafts/import?name=zones.gpkg&note=…&layer=…: the file is the body (10 MB, 5,000 zones); `name` says its format, `layer` which of its layers, where it has several. What could be read is a new draft. */
export const DraftImport = z.strictObject({
  draft: DraftSummary, read: z.int(), crs: z.string(), warnings: z.array(z.string()),
  /** Features count from 1 in the order of the file; places are longitude, latitude. */
  repaired: z.array(z.strictObject({ feature: z.int(), symbol: z.string().nullable(), how: z.string(), areaChangeM2: z.number(), place: Position.nullable() })),
  rejected: z.array(z.strictObject({ feature: z.int(), symbol: z.string().nullable(), reason: z.string(), place: Position.nullable() })),
});
export type DraftImport = z.infer<typeof DraftImport>;
/** POST …/drafts/{n}/zones, with If-Match of the draft: zones written (same id replaces, no id adds) and taken away, together. */
export const ZoneEdit = z.strictObject({ write: z.array(DraftZone.extend({ id: z.int().optional() })).max(500), remove: z.array(z.int()).max(500) });
export type ZoneEdit = z.infer<typeof ZoneEdit>;

/** What a check found, with its place. `blocking` ones stop the publishing until mended or overruled. */
export const Finding = z.strictObject({
  /** Lasting: the same fault at the same place has the same id. */
  id: z.string(), kind: z.enum(['gap', 'overlap', 'outside', 'unknown-symbol', 'symbol-class-mismatch', 'duplicate-symbol', 'missing-parameter', 'missing-paragraph', 'sliver', 'no-zones']),
  /** `overrulable`: it may be declared no fault; two zones of one symbol and no zones at all may not. */
  blocking: z.boolean(), overrulable: z.boolean(),
  /** Symbols and ids of the zones of the draft that it is about; of a gap none. */
  zones: z.array(z.string()), zoneIds: z.array(z.int()),
  /** The field of DraftZone that is missing: `maxHeightM`, `parkingParagraph`. */
  parameter: z.string().nullable(), areaM2: z.number().nullable(), geometry: Geometry.nullable(), bbox: Bbox.nullable(),
  overruled: z.strictObject({ reason: z.string(), by: Person, at: z.iso.datetime() }).nullable(),
});
export type Finding = z.infer<typeof Finding>;
export const Findings = z.strictObject({
  draft: z.int(), version: z.int(), checkedAt: z.iso.datetime(),
  /** Blocking ones that nobody has overruled first; at most 2,000 of `total`. */
  findings: z.array(Finding), total: z.int(),
  /** Of all: blocking and not overruled. Publishing needs 0. */
  open: z.int(),
});
export type Findings = z.infer<typeof Findings>;
/** POST …/drafts/{n}/overrulings: a finding that is no fault, and why; it stays on record and is shown with the plan. */
export const Overruling = z.strictObject({ finding: z.string().min(1).max(200), reason: z.string().trim().min(10).max(1000) });

/** GET …/history: what was done, the newest first. `content` and its boundary where the procedure itself changed. */
export const ProcedureEntry = z.strictObject({
  at: z.iso.datetime(), by: Person,
  action: z.enum(['created', 'adopted', 'changed', 'draft-made', 'draft-imported', 'draft-changed', 'draft-deleted', 'overruled', 'published', 'withdrawn']),
  version: z.int(), draft: z.int().nullable(), draftVersion: z.int().nullable(), note: z.string().nullable(), content: ProcedureContent.nullable(),
});
export type ProcedureEntry = z.infer<typeof ProcedureEntry>;
export const ProcedureHistory = z.strictObject({ entries: z.array(ProcedureEntry) });
export type ProcedureHistory = z.infer<typeof ProcedureHistory>;

/** POST …/publication, with If-Match of the procedure, by the chief planner. */
export const Publication = z.strictObject({ draft: z.int().positive(), draftVersion: z.int().positive() });
/** POST …/withdrawal, with If-Match of the procedure, by the chief planner. */
export const Withdrawal = z.strictObject({ reason: z.string().trim().min(10).max(1000) });
