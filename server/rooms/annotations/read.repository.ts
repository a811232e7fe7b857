/** Reads annotations: a page of the list, the map, one of them whole, its thread, its versions. */
import type { z } from 'zod';
import {
  type Annotation, type AnnotationComment, type AnnotationFilters, type AnnotationHistory, type AnnotationList, type AnnotationQuery, AnnotationVersion,
} from '../../../domain/contract/office/annotation.ts';
import type { Viewer } from '../../../domain/office/roles.ts';
import { pgp, type Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { findStanding, noAnnotation, visibleTo } from '../../registers/annotation.ts';
import { conditionsOf, cursorOf, orderOf, REVIEWED } from './conditions.ts';
import { type CommentRow, commentOf, type ListRow, type OneRow, annotationOf, summaryOf } from './present.ts';

const file = (name: string) => queryFile(new URL(`sql/${name}`, import.meta.url));
const [SUMMARY, LIST, ONE, MAP] = [file('summary.sql'), file('list.sql'), file('one.sql'), file('map.sql')];
const [COMMENTS, ATTACHMENTS, REVIEWS, VERSIONS] = [file('comments.sql'), file('attachments.sql'), file('reviews.sql'), file('versions.sql')];

const summaryFor = (viewer: Viewer): string => pgp.as.format(SUMMARY, { office: viewer.kind === 'account' });

/** A page; one row more than asked for tells that there is another. */
export async function listAnnotations(db: Queries, viewer: Viewer, { sort, cursor, limit, ...filters }: z.output<typeof AnnotationQuery>): Promise<AnnotationList> {
  const parameters = { ...conditionsOf(viewer, filters), ...orderOf({ sort, cursor }), limit: limit + 1, summary: summaryFor(viewer), office: viewer.kind === 'account', reviewed: REVIEWED };
  const rows = await db.many<ListRow>(LIST, parameters);
  const counts = rows[0]!.by_status;
  const found = rows.filter(({ id }) => id !== null);
  const last = found.length > limit ? found[limit - 1] : undefined;
  const byStatus = { open: 0, 'in-review': 0, decided: 0, closed: 0, ...counts };
  const numberMatched = Object.entries(byStatus).reduce((sum, [status, many]) => (!filters.status || (filters.status as string[]).includes(status) ? sum + many : sum), 0);
  return { annotations: found.slice(0, limit).map(summaryOf), numberMatched, next: last ? cursorOf(sort, last.cursor_key, last.id) : null, byStatus };
}

const PLACE_JSON = 'annotation.place_json';
const DRAWN_JSON = 'coalesce(annotation.drawn_json, annotation.place_json)';

/** The text of a FeatureCollection, made by the database. `full`: what was drawn, else its place. */
export async function mapOfAnnotations(db: Queries, viewer: Viewer, filters: AnnotationFilters, full: boolean): Promise<string> {
  const { where, status } = conditionsOf(viewer, filters);
  const { text } = await db.one<{ text: string }>(MAP, { where: `${where} AND ${status}`, geometry: full ? DRAWN_JSON : PLACE_JSON });
  return text;
}

/** Throws `not-found` where there is none or the viewer may not see it. */
export async function findAnnotation(db: Queries, id: string, viewer: Viewer): Promise<Annotation> {
  const { standing, inArea } = await findStanding(db, id, viewer);
  const office = viewer.kind === 'account';
  const row = await db.oneOrNone<OneRow>(ONE, { id, visible: visibleTo(viewer), summary: summaryFor(viewer), office });
  if (!row) throw noAnnotation();
  // What stood when it was read decides; the two differ only where somebody wrote between.
  const now = { ...standing, status: row.status, visibility: row.visibility, assignee: row.assigneeId, deleted: row.deletedAt !== null };
  const inner = office ? {
    comments: await commentsOf(db, id), attachments: await db.any<Record<string, unknown>>(ATTACHMENTS, { annotation: id }), reviews: await db.any<Record<string, unknown>>(REVIEWS, { annotation: id }),
  } : { comments: [], attachments: [], reviews: [] };
  return annotationOf(row, inner, viewer, now, inArea);
}

export const commentsOf = (db: Queries, annotation: string, comment: string | null = null): Promise<AnnotationComment[]> =>
  db.map<AnnotationComment>(COMMENTS, { annotation, comment }, (row: CommentRow) => commentOf(row));

export interface KeptVersion { readonly version: AnnotationVersion; /** EWKB text in EPSG:2178. */ readonly drawn: string | null }

/** The versions that an account may see, the newest first. */
export const versionsOf = (db: Queries, id: string, account: number, version: number | null = null): Promise<KeptVersion[]> =>
  db.map<KeptVersion>(VERSIONS, { id, account, version }, ({ drawn, at, ...row }: { drawn: string | null; at: Date }) => ({ drawn, version: AnnotationVersion.parse({ ...row, at: at.toISOString() }) }));

export const historyOf = async (db: Queries, id: string, account: number): Promise<AnnotationHistory> => ({ versions: (await versionsOf(db, id, account)).map(({ version }) => version) });
