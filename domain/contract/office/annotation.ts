/** Annotations of the office as they travel. Geometry is GeoJSON (longitude, latitude); versions are numbers from 1, and the ETag is `"<version>"`. */
import { z } from 'zod';
import { CATEGORIES, PRIORITIES } from '../../office/annotation-words.ts';
import { STATUSES, VISIBILITIES } from '../../office/annotation-rules.ts';
import { Day } from '../day.ts';
import { Bbox, Geometry, Position } from '../geojson.ts';

const oneOf = <const T extends readonly { readonly value: string }[]>(codes: T) => z.enum(codes.map(({ value }) => value) as [T[number]['value'], ...T[number]['value'][]]);
export const StatusName = oneOf(STATUSES);
export const VisibilityName = oneOf(VISIBILITIES);
export const CategoryName = oneOf(CATEGORIES);
export const PriorityName = oneOf(PRIORITIES);

const Key = z.string().min(1).max(200);
/** What it is about: a parcel (identifier), a zone (`plan:symbol`), a plan, or a paragraph of a plan. */
export const AnnotationSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('parcel'), key: Key }),
  z.strictObject({ kind: z.literal('zone'), key: Key }),
  z.strictObject({ kind: z.literal('plan'), key: Key }),
  z.strictObject({ kind: z.literal('paragraph'), key: Key, paragraph: z.string().trim().min(1).max(100) }),
]);
export type AnnotationSubject = z.infer<typeof AnnotationSubject>;

/** What people write; the whole of it is sent with every change. It is drawn, or attached to something, or both. */
export const AnnotationContent = z.strictObject({
  title: z.string().trim().min(1).max(200),
  /** Markdown; raw HTML in it is shown as text. */
  text: z.string().max(10_000),
  category: CategoryName,
  tags: z.array(z.string().trim().toLowerCase().regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,39}$/u)).max(20),
  priority: PriorityName,
  dueOn: Day.nullable(),
  /** Number of an account. */
  assignee: z.int().nullable(),
  visibility: VisibilityName,
  geometry: Geometry.nullable(),
  subjects: z.array(AnnotationSubject).max(500),
});
export type AnnotationContent = z.infer<typeof AnnotationContent>;

/** POST /api/annotations: the id is the client's, so that a repeated request makes no second one. */
export const NewAnnotation = z.strictObject({ id: z.uuid(), ...AnnotationContent.shape });
export type NewAnnotation = z.infer<typeof NewAnnotation>;

/** POST /api/annotations/{id}/status, with If-Match. */
export const StatusChange = z.strictObject({ to: StatusName, note: z.string().trim().max(1000).optional() });
export type StatusChange = z.infer<typeof StatusChange>;
/** POST /api/annotations/{id}/restore, with If-Match: the content of that version becomes a new one; also brings back what was deleted. */
export const Restoration = z.strictObject({ version: z.int().positive() });

/** Null where the viewer is a resident: names of officials stay in the office. */
const Person = z.strictObject({ id: z.int(), name: z.string() });

export const Attachment = z.strictObject({ id: z.uuid(), name: z.string(), mediaType: z.string(), bytes: z.int(), addedBy: Person, addedAt: z.iso.datetime() });
export type Attachment = z.infer<typeof Attachment>;

export const AnnotationComment = z.strictObject({
  id: z.uuid(), author: Person, at: z.iso.datetime(), text: z.string().nullable().describe('null: withdrawn by its author'), mentions: z.array(Person),
});
export type AnnotationComment = z.infer<typeof AnnotationComment>;
/** People are mentioned as `@login`. */
export const NewComment = z.strictObject({ id: z.uuid(), text: z.string().trim().min(1).max(4000) });
export type NewComment = z.infer<typeof NewComment>;

/** What an update of the cadastre could not decide: which of the new parcels the annotation is about now. */
export const SubjectReview = z.strictObject({
  parcel: z.string().describe('the identifier that is no more'), since: z.iso.date(),
  kind: z.enum(['split', 'merge', 'renumber', 'boundary-shift', 'gone']),
  proposal: z.array(z.strictObject({ parcel: z.string(), sharePct: z.number().describe('of the old parcel') })),
});
export type SubjectReview = z.infer<typeof SubjectReview>;
/** POST /api/annotations/{id}/reviews, with If-Match: decides one of them. None: the annotation keeps the old number. */
export const ReviewDecision = z.strictObject({ parcel: Key, parcels: z.array(Key).max(100) });
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/** A row of the list; enough for list, board and map symbol. */
export const AnnotationSummary = z.strictObject({
  id: z.uuid(), version: z.int(), status: StatusName, visibility: VisibilityName, category: CategoryName, priority: PriorityName,
  title: z.string(), tags: z.array(z.string()), dueOn: z.iso.date().nullable(), assignee: Person.nullable(), author: Person.nullable(),
  createdAt: z.iso.datetime(), changedAt: z.iso.datetime(), deletedAt: z.iso.datetime().nullable(),
  place: Position, district: z.strictObject({ key: z.string(), name: z.string() }).nullable(),
  subjects: z.array(AnnotationSubject), comments: z.int(), attachments: z.int(), needsReview: z.boolean(),
});
export type AnnotationSummary = z.infer<typeof AnnotationSummary>;

export const Annotation = AnnotationSummary.omit({ comments: true, attachments: true, needsReview: true }).extend({
  text: z.string(), geometry: Geometry.nullable(), bbox: Bbox, changedBy: Person.nullable(),
  reviews: z.array(SubjectReview), comments: z.array(AnnotationComment), attachments: z.array(Attachment),
  /** What the one who asks may do now. */
  may: z.strictObject({
    edit: z.boolean(), publish: z.boolean(), delete: z.boolean(), comment: z.boolean(), statuses: z.array(StatusName),
    restore: z.boolean().describe('an earlier version; or, when it is deleted, bring it back'),
  }),
});
export type Annotation = z.infer<typeof Annotation>;

export const AnnotationList = z.strictObject({
  annotations: z.array(AnnotationSummary), numberMatched: z.int(), next: z.string().nullable().describe('the cursor of the next page'),
  /** Of all that match but for the filter by status: columns of a board. */
  byStatus: z.record(StatusName, z.int()),
});
export type AnnotationList = z.infer<typeof AnnotationList>;

/** How many days a deleted annotation can be brought back. Afterwards its rows stay for the audit trail, out of reach. */
export const RESTORABLE_DAYS = 30;
export const MAX_ANNOTATIONS = 500;
export const MAX_QUERY = 100;

const flag = z.enum(['true', 'false']).transform((value) => value === 'true').default(false);
/** One or several, with commas between them; each once. */
const listOf = <Name extends z.ZodType<string>>(name: Name) => z.string().max(200).transform((text) => [...new Set(text.split(','))] as z.input<Name>[]).pipe(z.array(name)).optional();
const DEGREES = /^[+-]?\d{1,3}(\.\d{1,20})?$/;
/** `west,south,east,north` in degrees; west may lie east of east. */
const BboxText = z.string().max(200).transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.length === 4 && parts.every((part) => DEGREES.test(part)), { error: 'must be four numbers, west,south,east,north', abort: true })
  .transform((parts) => parts.map(Number) as Bbox)
  .refine(([west, south, east, north]) => Math.max(Math.abs(west), Math.abs(east)) <= 360 && Math.max(Math.abs(south), Math.abs(north)) <= 90, 'degrees are out of range')
  .refine(([, south, , north]) => south <= north, 'the southern edge lies north of the northern edge');

/** What narrows list, map and export. `mine`, `assigned`, `mentioned`, `deleted` and `review` are for accounts. */
export const AnnotationFilters = z.strictObject({
  bbox: BboxText.optional(), mine: flag, assigned: flag, mentioned: flag, deleted: flag, review: flag,
  due: z.enum(['overdue', 'today', 'week', 'none']).optional(),
  /** Keys: a place in the district; a place in the plan's area, or about the plan, its zones or paragraphs; about the parcel or within it; about the zone. */
  district: Key.optional(), plan: Key.optional(), parcel: Key.optional(), zone: Key.optional(),
  status: listOf(StatusName), category: listOf(CategoryName), priority: listOf(PriorityName), visibility: listOf(VisibilityName),
  tag: z.string().trim().toLowerCase().min(1).max(40).optional(), q: z.string().trim().max(MAX_QUERY).optional(),
});
export type AnnotationFilters = z.output<typeof AnnotationFilters>;

/** GET /api/annotations. */
export const AnnotationQuery = AnnotationFilters.extend({
  sort: z.enum(['changed', 'due', 'priority', 'title']).default('changed'), cursor: z.string().min(1).max(1000).optional(),
  limit: z.string().regex(/^[1-9]\d{0,5}$/, 'must be a number from 1').transform((text) => Math.min(Number(text), MAX_ANNOTATIONS)).default(100),
});
/** GET /api/annotations/map. */
export const AnnotationMapQuery = AnnotationFilters.extend({ full: flag });

/** GET /api/annotations/map: a FeatureCollection; properties are few, geometry is the drawn one (`full`) or its place. */
export const AnnotationMapProperties = z.strictObject({ id: z.uuid(), title: z.string(), category: CategoryName, status: StatusName, priority: PriorityName });
export type AnnotationMapProperties = z.infer<typeof AnnotationMapProperties>;

export const AnnotationVersion = z.strictObject({
  version: z.int(), at: z.iso.datetime(), by: Person.nullable().describe('null: an update of the cadastre'),
  action: z.enum(['created', 'changed', 'status', 'deleted', 'restored', 'followed', 'reviewed', 'attached', 'detached']), note: z.string().nullable(),
  content: AnnotationContent.omit({ geometry: true }).extend({ status: StatusName, deleted: z.boolean() }), geometry: Geometry.nullable(),
});
export type AnnotationVersion = z.infer<typeof AnnotationVersion>;
export const AnnotationHistory = z.strictObject({ versions: z.array(AnnotationVersion) });
export type AnnotationHistory = z.infer<typeof AnnotationHistory>;

/** POST /api/annotations/bulk: one transaction; those that may not be changed, or are not as they were, are named and nothing is done. */
export const BulkChange = z.strictObject({
  annotations: z.array(z.strictObject({ id: z.uuid(), version: z.int().positive() })).min(1).max(500),
  change: z.strictObject({
    status: StatusName, assignee: z.int().nullable(), priority: PriorityName, dueOn: Day.nullable(), addTags: AnnotationContent.shape.tags, removeTags: AnnotationContent.shape.tags, deleted: z.literal(true),
  }).partial().refine((change) => Object.keys(change).length > 0, 'says nothing'),
});
export type BulkChange = z.infer<typeof BulkChange>;
/** The versions that stand now. */
export const BulkAnswer = z.strictObject({ annotations: z.array(z.strictObject({ id: z.uuid(), version: z.int() })) });
export type BulkAnswer = z.infer<typeof BulkAnswer>;

/**
 * A server-sent event `annotation` of GET /api/annotations/events; its id is the number of the audit entry, sent back as Last-Event-ID.
 * `gone`: deleted, or no longer for this viewer's eyes. Other events: `hello` (caught up), `reset` (too far behind: read all again).
 */
export const AnnotationEvent = z.strictObject({ id: z.uuid(), version: z.int(), action: z.string(), by: Person.nullable(), at: z.iso.datetime(), gone: z.boolean() });
export type AnnotationEvent = z.infer<typeof AnnotationEvent>;
