/** Pictures and documents of sites: brought by the office, public when publishing has named them. */
import { createHash } from 'node:crypto';
import type { DeskFile } from '../../../domain/contract/investment/site-desk.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Db, Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { inTransaction } from '../../db/retry.ts';
import { cleanName } from '../../files/file-name.ts';
import type { Inspected } from '../../files/inspect.ts';
import { Problem } from '../../http/problem.ts';
import { findSite, noSite } from './site-desk.repository.ts';

const [INSERT, PUBLIC] = [queryFile(new URL('sql/file-insert.sql', import.meta.url)), queryFile(new URL('sql/public-file.sql', import.meta.url))];
/** Also those that no version names any more. */
const MOST_FILES = 200;
const noFile = (): Problem => new Problem('not-found', 'There is no such file.');

export interface Sent { readonly name: string; readonly mediaType: string; readonly data: Buffer }

/** Before a body is read: 404. */
export async function checkSite(db: Queries, key: string): Promise<void> {
  if (!(await db.oneOrNone('SELECT key FROM office.site WHERE key = $1', [key]))) throw noSite();
}

/** The same file under the same id again changes nothing; the id of another is taken (409). It belongs to no version until content names it. */
export const bringFile = (db: Db, { key, id, name, by, day }: { readonly key: string; readonly id: string; readonly name: string; readonly by: Account; readonly day: string }, { mediaType, bytes }: Inspected): Promise<{ readonly file: DeskFile; readonly created: boolean }> =>
  inTransaction(db, async (t) => {
    await t.any('SELECT key FROM office.site WHERE key = $1 FOR UPDATE', [key]);
    const { files } = await findSite(t, key, day);
    const sha256 = createHash('sha256').update(bytes).digest();
    const before = await t.oneOrNone<{ same: boolean }>('SELECT site_key = $2 AND sha256 = $3 AND added_by = $4 AS same FROM office.site_file WHERE id = $1::uuid', [id, key, sha256, by.id]);
    if (before && !before.same) throw new Problem('conflict', 'There is another file with this id.');
    if (!before && files.length >= MOST_FILES) throw new Problem('unprocessable', `A site may have ${MOST_FILES} files.`);
    if (!before) await t.any(INSERT, { id, key, kind: mediaType === 'application/pdf' ? 'document' : 'picture', name: cleanName(name, mediaType), mediaType, bytes: bytes.length, sha256, data: bytes, by: by.id });
    return { file: (await findSite(t, key, day)).files.find((file) => file.id === id)!, created: !before };
  });

/** For the office. Throws 404. */
export async function deskFile(db: Queries, key: string, id: string): Promise<Sent> {
  const file = await db.oneOrNone<Sent>('SELECT name, media_type AS "mediaType", data FROM office.site_file WHERE site_key = $1 AND id = $2::uuid', [key, id]);
  if (!file) throw noFile();
  return file;
}

/** For everybody, under the name that publishing gave it. Throws 404, alike for what was never there, is not published and is withdrawn. */
export async function publicFile(db: Queries, key: string, id: string): Promise<Sent & { readonly sha256: string }> {
  const file = await db.oneOrNone<{ readonly title: string; readonly mediaType: Inspected['mediaType']; readonly data: Buffer; readonly sha256: string }>(PUBLIC, { key, id });
  if (!file) throw noFile();
  return { name: cleanName(file.title.replaceAll(/[/\\]/g, '_'), file.mediaType), mediaType: file.mediaType, data: file.data, sha256: file.sha256 };
}
