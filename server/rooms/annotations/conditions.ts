/** What is asked of a list or the map as conditions in SQL on office.annotation, and the orders of the list with the place where a page ends. */
import { z } from 'zod';
import { type AnnotationFilters, type AnnotationQuery, RESTORABLE_DAYS } from '../../../domain/contract/office/annotation.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { GATE_BBOX } from '../../../domain/geo/krakow.ts';
import type { Viewer } from '../../../domain/office/roles.ts';
import { pgp } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { Problem } from '../../http/problem.ts';
import { visibleTo } from '../../registers/annotation.ts';

const sql = pgp.as.format;
const PLAN = queryFile(new URL('sql/of-plan.sql', import.meta.url));
const PARCEL = queryFile(new URL('sql/of-parcel.sql', import.meta.url));
const SUBJECT = queryFile(new URL('sql/of-subject.sql', import.meta.url));
const DISTRICT = queryFile(new URL('sql/of-district.sql', import.meta.url));
const MENTIONED = queryFile(new URL('sql/of-mentioned.sql', import.meta.url));
export const REVIEWED = 'EXISTS (SELECT FROM office.open_review WHERE annotation_id = annotation.id)';

/** Whether its box touches the one in view, which the index knows alone: clipped to the city, since nothing lies outside. */
function inBox([west, south, east, north]: readonly number[]): string {
  const [minX, minY, maxX, maxY] = GATE_BBOX;
  const parts = west! > east! ? [[west!, 180], [-180, east!]] : [[west!, east!]];
  const boxes = parts.map(([from, to]) => [Math.max(from!, minX), Math.max(south!, minY), Math.min(to!, maxX), Math.min(north!, maxY)]).filter(([x1, y1, x2, y2]) => x1! <= x2! && y1! <= y2!);
  const within = boxes.map((box) => sql('annotation.geom_3857 && ST_Transform(ST_MakeEnvelope($1, $2, $3, $4, 4326), 3857)', box));
  return within.length > 0 ? `(${within.join(' OR ')})` : 'false';
}

const DAY_MS = 86_400_000;
const DUE = {
  overdue: (today: string) => sql("annotation.due_on < $1::date AND annotation.status <> 'closed'", [today]),
  today: (today: string) => sql('annotation.due_on = $1::date', [today]),
  week: (today: string) => sql('annotation.due_on BETWEEN $1::date AND $2::date', [today, new Date(Date.parse(today) + 6 * DAY_MS).toISOString().slice(0, 10)]),
  none: () => 'annotation.due_on IS NULL',
};

/** `%`, `_` and `\` stand for themselves. */
const within = (text: string): string => sql(`annotation.words LIKE '%' || meta.normalised($1) || '%'`, [text.replace(/[\\%_]/g, '\\$&')]);
const oneOf = (column: string, values: readonly string[] | undefined): string[] => (values ? [sql('annotation.$1:name IN ($2:csv)', [column, values])] : []);

/** The status is apart: columns of a board are counted without it. Throws `unauthorized` where a resident asks for what is an account's. */
export function conditionsOf(viewer: Viewer, asked: AnnotationFilters): { readonly where: string; readonly status: string } {
  const { bbox, mine, assigned, mentioned, deleted, review, due, district, plan, parcel, zone, status, category, priority, visibility, tag, q } = asked;
  if (viewer.kind === 'resident' && (mine || assigned || mentioned || deleted || review)) throw new Problem('unauthorized', 'This is for signed-in people of the office.');
  const me = viewer.kind === 'account' ? viewer.id : null;
  const conditions = [
    visibleTo(viewer),
    deleted ? sql("annotation.deleted_at >= now() - $1 * interval '1 day'", [RESTORABLE_DAYS]) : 'annotation.deleted_at IS NULL',
    ...(bbox ? [inBox(bbox)] : []),
    ...(mine ? [sql('annotation.author = $1', [me])] : []),
    ...(assigned ? [sql('annotation.assignee = $1', [me])] : []),
    ...(mentioned ? [sql(MENTIONED, { me })] : []),
    ...(review ? [REVIEWED] : []),
    ...(due ? [DUE[due](dayInKrakow())] : []),
    ...(district ? [sql(DISTRICT, { key: district })] : []),
    ...(plan ? [sql(PLAN, { key: plan, zones: `${plan.replace(/[\\%_]/g, '\\$&')}:%` })] : []),
    ...(parcel ? [sql(PARCEL, { key: parcel })] : []),
    ...(zone ? [sql(SUBJECT, { kind: 'zone', key: zone })] : []),
    ...oneOf('category', category), ...oneOf('priority', priority), ...oneOf('visibility', visibility),
    ...(tag ? [sql('annotation.tags @> ARRAY[$1]', [tag])] : []),
    ...(q ? [within(q)] : []),
  ];
  return { where: conditions.map((condition) => `(${condition})`).join(' AND '), status: status ? sql('status IN ($1:csv)', [status]) : 'true' };
}

type Sort = z.output<typeof AnnotationQuery>['sort'];
const ORDERS: Readonly<Record<Sort, { readonly key: string; readonly type: string; readonly direction: 'ASC' | 'DESC' }>> = {
  changed: { key: 'annotation.changed_at', type: 'timestamptz', direction: 'DESC' },
  due: { key: "coalesce(annotation.due_on, 'infinity')", type: 'date', direction: 'ASC' },
  priority: { key: "array_position(ARRAY['low', 'normal', 'high', 'urgent'], annotation.priority)", type: 'integer', direction: 'DESC' },
  title: { key: 'meta.normalised(annotation.title) COLLATE "C"', type: 'text', direction: 'ASC' },
};

/** Where a page ended: its order, the key of its last row as the database wrote it, and its id. */
const Cursor = z.tuple([z.enum(['changed', 'due', 'priority', 'title']), z.string().max(800), z.uuid()]);
const PLAUSIBLE: Readonly<Record<Sort, RegExp>> = { changed: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/, due: /^(\d{4}-\d\d-\d\d|infinity)$/, priority: /^[1-4]$/, title: /^/ };

export const cursorOf = (sort: Sort, key: string, id: string): string => Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');

/** The order of a page and the rows it may hold; throws `invalid-parameter` for a cursor that is not of this order, or none of ours. */
export function orderOf({ sort, cursor }: { readonly sort: Sort; readonly cursor?: string | undefined }): { readonly key: string; readonly direction: string; readonly after: string } {
  const { key, type, direction } = ORDERS[sort];
  if (cursor === undefined) return { key, direction, after: 'true' };
  const read = Cursor.safeParse(parsed(cursor));
  if (!read.success || read.data[0] !== sort || !PLAUSIBLE[sort].test(read.data[1]) || read.data[1].includes('\0')) {
    throw new Problem('invalid-parameter', 'The cursor is not one that this list has given.', [{ path: 'cursor', message: 'unknown' }]);
  }
  const [, last, id] = read.data;
  const beyond = sql(`sorted_by ${direction === 'ASC' ? '>' : '<'} $1::$2:raw`, [last, type]);
  return { key, direction, after: `(${beyond} OR (${sql('sorted_by = $1::$2:raw AND id > $3::uuid', [last, type, id])}))` };
}

function parsed(cursor: string): unknown {
  try { return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')); } catch { return undefined; }
}
