/** Sites of the Investor Service Centre in the database: drafts with versions; publishing copies one to where everybody looks. */
import type { DeskSite, DeskSiteList, DeskSiteSummary, ListedSite, NewSite, SiteContent, SiteHistory } from '../../../domain/contract/investment/site-desk.ts';
import { CITY_LAND } from '../../../domain/layers/sources.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Db, Queries, Transaction } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { inTransaction } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';

const file = (name: string) => queryFile(new URL(`sql/${name}`, import.meta.url));
const [LAND, LISTED, SITES, REST, HISTORY] = [file('land.sql'), file('listed.sql'), file('sites.sql'), file('rest.sql'), file('history.sql')];
const [INSERT, TAKE_OVER, NEXT, DATASET, PUBLISH, PUBLISH_FILES] = [file('insert.sql'), file('take-over.sql'), file('next-version.sql'), file('dataset.sql'), file('publish.sql'), file('publish-files.sql')];

/** Names of the desk's registers among the datasets: what rests on demonstration data is labelled as such. */
const REGISTER = 'Centrum Obsługi Inwestora';
const DATASETS = { real: REGISTER, demonstration: `${REGISTER} (dane demonstracyjne)` } as const;

type Row = Omit<DeskSiteSummary, 'name' | 'status' | 'state' | 'changedAt'> & Pick<DeskSite, 'publishedVersion' | 'content'> & { readonly createdAt: Date; readonly changedAt: Date; readonly everPublished: boolean };
type Rest = Pick<DeskSite, 'geometry' | 'bbox' | 'listedBy' | 'missingParcels' | 'files'>;
interface Land { readonly geom: string | null; readonly demonstration: boolean; readonly missing: readonly string[] }
/** Who writes to which version of which site. */
export interface Wanted { readonly key: string; readonly version: number; readonly by: Account; readonly day: string }

const stateOf = ({ version, publishedVersion, everPublished }: Row): DeskSiteSummary['state'] =>
  publishedVersion === version ? 'published' : publishedVersion !== null ? 'changed' : everPublished ? 'withdrawn' : 'unpublished';
const summaryOf = (row: Row): DeskSiteSummary => {
  const { key, version, areaM2, demonstration, changedBy, changedAt, content: { name, status } } = row;
  return { key, version, name, status, state: stateOf(row), areaM2, demonstration, changedAt: changedAt.toISOString(), changedBy };
};
export const noSite = (): Problem => new Problem('not-found', 'The office has no such site.');

export const listSites = async (db: Queries): Promise<DeskSiteList> => ({ sites: (await db.any<Row>(SITES, { key: null })).map(summaryOf), listed: await db.any<ListedSite>(LISTED) });

/** Throws 404. */
export async function findSite(db: Queries, key: string, day: string): Promise<DeskSite> {
  const row = await db.oneOrNone<Row>(SITES, { key });
  if (!row) throw noSite();
  const rest = await db.one<Rest>(REST, { key, day, datasets: Object.values(DATASETS) });
  return { ...summaryOf(row), publishedVersion: row.publishedVersion, content: row.content, createdAt: row.createdAt.toISOString(), ...rest };
}

export async function historyOf(db: Queries, key: string): Promise<SiteHistory> {
  const rows = await db.any<Omit<SiteHistory['versions'][number], 'at'> & { readonly at: Date }>(HISTORY, { key });
  if (rows.length === 0) throw noSite();
  return { versions: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
}

const record = (t: Transaction, key: string, by: Account, action: SiteHistory['versions'][number]['action'], note: string | null = null): Promise<unknown> => t.any('SELECT office.record_site($1, $2, $3, $4)', [key, by.id, action, note]);

/** The land of these parcels. Throws 422 that names those that do not stand, or land that is none of ours. */
async function landOf(t: Queries, parcels: readonly string[], day: string): Promise<Land & { readonly geom: string }> {
  const land = await t.one<Land>(LAND, { parcels, day });
  if (land.missing.length > 0 || land.geom === null) throw new Problem('unprocessable', 'Parcels that do not stand make no land.', land.missing.map((key) => ({ path: `parcels.${parcels.indexOf(key)}`, message: `there is no parcel ${key}` })));
  return { ...land, geom: land.geom };
}
/** That of the content to come; parcels that were named before and have gone since leave the land as it was. */
async function landFor(t: Queries, before: SiteContent, content: SiteContent, day: string): Promise<string | null> {
  const same = JSON.stringify(before.parcels) === JSON.stringify(content.parcels);
  const { missing, geom } = await t.one<Land>(LAND, { parcels: content.parcels, day });
  return missing.length > 0 && same ? null : missing.length > 0 ? (await landOf(t, content.parcels, day)).geom : geom;
}

/** Throws 422 for files that this site does not have. */
async function checkFiles(t: Queries, key: string, { files }: SiteContent): Promise<void> {
  const known = new Set(await t.map('SELECT id::text AS id FROM office.site_file WHERE site_key = $1 AND id = ANY ($2::uuid[])', [key, files.map(({ id }) => id)], ({ id }: { id: string }) => id));
  const unknown = files.flatMap(({ id }, at) => (known.has(id) ? [] : [{ path: `files.${at}`, message: 'there is no such file' }]));
  if (unknown.length > 0) throw new Problem('unprocessable', 'A file that the site names is not there: bring it first.', unknown);
}

/** Whether it was made now; false: by the same request before. Throws 409 for a key that is taken, 422 for parcels. */
export const createSite = (db: Db, { key, content }: NewSite, by: Account, day: string): Promise<boolean> => inTransaction(db, async (t) => {
  const { geom, demonstration } = await landOf(t, content.parcels, day);
  await checkFiles(t, key, content);
  if (await t.oneOrNone(INSERT, { key, demonstration, content: JSON.stringify(content), geom, by: by.id })) {
    await record(t, key, by, 'created');
    return true;
  }
  const same = await t.oneOrNone('SELECT key FROM office.site WHERE key = $1 AND version = 1 AND changed_by = $2 AND content = $3::jsonb', [key, by.id, JSON.stringify(content)]);
  if (!same) throw new Problem('conflict', 'This key is taken: a site of it is, or was, listed or edited.', [{ path: 'key', message: 'is taken' }]);
  return false;
});

/** Throws 404 for what is not listed, 409 for what the office has already. */
export const takeOver = (db: Db, key: string, by: Account): Promise<void> => inTransaction(db, async (t) => {
  if (await t.oneOrNone(TAKE_OVER, { key, by: by.id })) {
    await record(t, key, by, 'taken-over');
    return;
  }
  const known = await t.oneOrNone('SELECT key FROM office.site WHERE key = $1', [key]);
  throw known ? new Problem('conflict', 'The office edits this site already.') : new Problem('not-found', 'There is no such investment site.');
});

/** Locks it and makes sure that it is as the writer has read it; throws 404, or 412 with what stands. */
async function asRead(t: Transaction, { key, version, day }: Wanted): Promise<DeskSite> {
  await t.any('SELECT key FROM office.site WHERE key = $1 FOR UPDATE', [key]);
  const site = await findSite(t, key, day);
  if (site.version === version) return site;
  throw new Problem('precondition-failed', `Version ${site.version} stands now, you have read version ${version}.`, undefined, {}, { version: site.version, changedBy: site.changedBy, changedAt: site.changedAt, site });
}

const write = (t: Transaction, { key, by }: Wanted, content: SiteContent, geom: string | null, published: boolean | null = null): Promise<null> => t.none(NEXT, { key, content: JSON.stringify(content), geom, by: by.id, published });

export const changeSite = (db: Db, wanted: Wanted, content: SiteContent): Promise<void> => inTransaction(db, async (t) => {
  const before = await asRead(t, wanted);
  await checkFiles(t, wanted.key, content);
  await write(t, wanted, content, await landFor(t, before.content, content, wanted.day));
  await record(t, wanted.key, wanted.by, 'changed');
});

/** The content of an earlier version becomes that of a new one; what is public stays until it is published. Throws 404, 412, 422. */
export const restoreSite = (db: Db, wanted: Wanted, version: number): Promise<void> => inTransaction(db, async (t) => {
  await asRead(t, wanted);
  const earlier = await t.oneOrNone<{ content: SiteContent; geom: string }>('SELECT content, geom FROM office.site_version WHERE site_key = $1 AND version = $2', [wanted.key, version]);
  if (!earlier) throw new Problem('unprocessable', 'There is no such version.', [{ path: 'version', message: 'is none' }]);
  const { missing, geom } = await t.one<Land>(LAND, { parcels: earlier.content.parcels, day: wanted.day });
  await write(t, wanted, earlier.content, missing.length > 0 ? earlier.geom : geom);
  await record(t, wanted.key, wanted.by, 'restored', String(version));
});

/** Everybody sees it from the end of this transaction on, with the facts that follow by triggers. Throws 404, 412. */
export const publishSite = (db: Db, wanted: Wanted): Promise<void> => inTransaction(db, async (t) => {
  const { key, by, day } = wanted;
  const { content, demonstration } = await asRead(t, wanted);
  await write(t, wanted, content, await landFor(t, content, content, day), true);
  const land = await t.one<Land>(LAND, { parcels: content.parcels, day });
  const shown = demonstration || land.demonstration;
  const dataset = await t.one<{ id: number }>(DATASET, { name: DATASETS[shown ? 'demonstration' : 'real'], publisher: `Urząd Miasta Krakowa, ${REGISTER}`, licence: CITY_LAND.licence, day, demonstration: shown });
  await t.none(PUBLISH, { key, dataset: dataset.id, day });
  await t.none('DELETE FROM investment.site_file WHERE site_key = $1', [key]);
  await t.none(PUBLISH_FILES, { key });
  await record(t, key, by, 'published');
});

/** Nobody outside sees it any more, its files neither. Throws 404, 412, 422 for what is not published, 409 for what an import has taken the place of. */
export const withdrawSite = (db: Db, wanted: Wanted, reason: string): Promise<void> => inTransaction(db, async (t) => {
  const { key, by } = wanted;
  const { content, publishedVersion, listedBy } = await asRead(t, wanted);
  if (publishedVersion === null) throw new Problem('unprocessable', 'It is not published.');
  if (listedBy === 'other') throw new Problem('conflict', 'An import has taken its place: publish it again first, or change what is imported.');
  await t.none('DELETE FROM investment.site WHERE key = $1', [key]);
  await write(t, wanted, content, null, false);
  await record(t, key, by, 'withdrawn', reason);
});
