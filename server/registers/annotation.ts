/** The gate of annotations: what one of them is to whoever asks, and which rows somebody may see. Rooms that show or write annotations all ask here. */
import { maySee, type Standing } from '../../domain/office/annotation-rules.ts';
import { isChief, isOfPlanning, isPlanner, type Viewer } from '../../domain/office/roles.ts';
import { pgp, type Queries } from '../db/database.ts';
import { queryFile } from '../db/query-file.ts';
import { Problem } from '../http/problem.ts';

const STANDING = queryFile(new URL('sql/annotation-standing.sql', import.meta.url));
const VISIBLE = queryFile(new URL('sql/annotation-visible.sql', import.meta.url));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `inArea`: the viewer may write at its place. */
export interface Found {
  readonly standing: Standing;
  readonly inArea: boolean;
  readonly version: number;
  readonly deletedAt: Date | null;
}

export const noAnnotation = (): Problem => new Problem('not-found', 'There is no such annotation.');

/**
 * An annotation by its id; throws `not-found` when there is none or the viewer may not see it, which must look the same. With `lock` it stays as
 * it is until the transaction ends.
 */
export async function findStanding(db: Queries, id: string, viewer: Viewer, { lock = false } = {}): Promise<Found> {
  if (!UUID.test(id)) throw noAnnotation();
  const account = viewer.kind === 'account' ? viewer.id : null;
  const row = await db.oneOrNone<Standing & Omit<Found, 'standing'>>(STANDING, { id, account, lock: lock ? 'FOR UPDATE' : '' });
  if (!row || !maySee(viewer, row)) throw noAnnotation();
  const { version, inArea, deletedAt, author, assignee, status, visibility, deleted } = row;
  return { standing: { author, assignee, status, visibility, deleted }, inArea, version, deletedAt };
}

/** A condition in SQL on the rows of `office.annotation` that stand under the name `annotation`: those that the viewer may see. For `${visible:raw}`. */
export const visibleTo = (viewer: Viewer): string =>
  pgp.as.format(VISIBLE, { account: isOfPlanning(viewer) ? viewer.id : null, planner: isPlanner(viewer), chief: isChief(viewer) });
