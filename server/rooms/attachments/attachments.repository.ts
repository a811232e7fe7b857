/** Attachments in the database: each comes and goes with a version of its annotation; what was taken off stays for the audit trail, out of reach. */
import { createHash } from 'node:crypto';
import type { Attachment } from '../../../domain/contract/office/annotation.ts';
import { mayEdit, type Standing } from '../../../domain/office/annotation-rules.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Db, Queries, Transaction } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { withRetries } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';
import { findStanding } from '../../registers/annotation.ts';
import type { Inspected } from '../../files/inspect.ts';

const file = (name: string) => queryFile(new URL(`sql/${name}`, import.meta.url));
const [INSERT, ONE, NEXT_VERSION] = [file('insert.sql'), file('one.sql'), file('next-version.sql')];
export const MAX_ATTACHMENTS = 20;

type Row = Omit<Attachment, 'addedAt'> & { readonly addedAt: Date; readonly sha256: string };
/** With the version of the annotation that stands now. */
export interface Kept { readonly attachment: Attachment; readonly version: number; readonly created: boolean }
interface Where { readonly id: string; readonly annotation: string; readonly by: Account }

const present = ({ id, name, mediaType, bytes, addedBy, addedAt }: Row): Attachment => ({ id, name, mediaType, bytes, addedBy, addedAt: addedAt.toISOString() });
const find = (db: Queries, { id, annotation }: Pick<Where, 'id' | 'annotation'>): Promise<Row | null> => db.oneOrNone<Row>(ONE, { id, annotation });
const noAttachment = (): Problem => new Problem('not-found', 'There is no such attachment.');

function checkEditable(by: Account, standing: Standing, inArea: boolean): void {
  if (mayEdit(by, standing, inArea)) return;
  throw new Problem('forbidden', standing.deleted ? 'It is deleted: bring it back first.' : standing.status === 'closed' ? 'It is closed: the chief planner can open it again.' : 'Its place lies outside the areas in which you may write.');
}

/** Before a body is read: 404, 403. */
export async function checkMayAttach(db: Queries, annotation: string, by: Account): Promise<void> {
  const { standing, inArea } = await findStanding(db, annotation, by);
  checkEditable(by, standing, inArea);
}

async function nextVersion(t: Transaction, { annotation, by }: Where, action: 'attached' | 'detached', name: string): Promise<number> {
  const { version } = await t.one<{ version: number }>(NEXT_VERSION, { annotation, by: by.id });
  await t.any('SELECT office.record_version($1::uuid, $2, $3, $4)', [annotation, by.id, action, name]);
  return version;
}

/** The same file under the same id again changes nothing; the id of another is taken (409). */
export const attach = (db: Db, where: Where, name: string, { mediaType, bytes }: Inspected): Promise<Kept> => withRetries(() => db.tx(async (t) => {
  const { standing, inArea, version } = await findStanding(t, where.annotation, where.by, { lock: true });
  const sha256 = createHash('sha256').update(bytes).digest();
  const before = await find(t, where);
  if (before?.sha256 === sha256.toString('hex') && before.addedBy.id === where.by.id) return { attachment: present(before), version, created: false };
  checkEditable(where.by, standing, inArea);
  const { many } = await t.one<{ many: number }>('SELECT count(*)::integer AS many FROM office.attachment WHERE annotation_id = $1::uuid AND removed_at IS NULL', [where.annotation]);
  if (many >= MAX_ATTACHMENTS) throw new Problem('unprocessable', `An annotation may have ${MAX_ATTACHMENTS} attachments.`);
  const made = await t.oneOrNone(INSERT, { id: where.id, annotation: where.annotation, name, mediaType, bytes: bytes.length, sha256, data: bytes, by: where.by.id });
  if (!made) throw new Problem('conflict', 'There is another attachment with this id.');
  const attachment = present((await find(t, where))!);
  return { attachment, version: await nextVersion(t, where, 'attached', name), created: true };
}));

/** Its new version; 404 when there is none. */
export const detach = (db: Db, where: Where): Promise<number> => withRetries(() => db.tx(async (t) => {
  const { standing, inArea } = await findStanding(t, where.annotation, where.by, { lock: true });
  const before = await find(t, where);
  if (!before) throw noAttachment();
  checkEditable(where.by, standing, inArea);
  await t.none('UPDATE office.attachment SET removed_at = clock_timestamp() WHERE id = $1::uuid', [where.id]);
  return nextVersion(t, where, 'detached', before.name);
}));

/** The file itself, for those who see the annotation. */
export async function fileOf(db: Queries, where: Where): Promise<{ readonly name: string; readonly mediaType: string; readonly data: Buffer }> {
  await findStanding(db, where.annotation, where.by);
  const row = await find(db, where);
  if (!row) throw noAttachment();
  const { data } = await db.one<{ data: Buffer }>('SELECT data FROM office.attachment WHERE id = $1::uuid', [where.id]);
  return { name: row.name, mediaType: row.mediaType, data };
}
