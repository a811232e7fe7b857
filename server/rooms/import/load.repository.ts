/** Loads staged rows in one transaction: what is new is inserted, what changed is corrected or becomes a new version, what is the same stays. */
import { pgp, type Transaction } from '../../db/database.ts';
import type { Mapping } from './mapping.ts';
import { queries } from './queries.ts';
import type { Row } from './rows.ts';
import type { Target } from './target.ts';

export interface Load {
  readonly target: Target;
  readonly datasetId: number;
  readonly demonstration: boolean;
  /** ISO date of the edition; null: not known. */
  readonly sourceDate: string | null;
  readonly rows: readonly (Row & { readonly geometry: string })[];
  /** Columns of which the source knows nothing. */
  readonly keep: readonly string[];
  readonly replace: NonNullable<Mapping['replace']>;
  readonly onDemonstration: NonNullable<Mapping['demonstration']>;
  /** Keys of rejected features; null: some have none, so nothing is removed. */
  readonly sparedKeys: readonly string[] | null;
}

export interface Loaded {
  readonly inserted: number; readonly updated: number; readonly unchanged: number; readonly kept: number;
  readonly versionsEnded: number; readonly removed: number; readonly displaced: number;
  /** Number of a row → the rule of the table that it breaks. */
  readonly broken: ReadonlyMap<number, string>;
}

const STAGE_BATCH = 500;
const INSERT_BATCH = 2_000;
const column = (name: string): string => pgp.as.name(name);

/** Stages, matches and writes. Everything it leaves behind goes with the transaction when that is rolled back. */
export async function load(t: Transaction, job: Load, onProgress: (done: number, of: number) => void): Promise<Loaded> {
  const { target, datasetId, demonstration, sourceDate } = job;
  const names = [...target.columns.map(({ name }) => name), ...(target.temporal ? ['valid'] : [])];
  await t.none(queries.stage, { target: target.table, columns: names });
  await stage(t, job, onProgress);
  await t.none(queries.prepareStaged);
  const broken = await rejectBroken(t, target);

  const compared = names.filter((name) => !job.keep.includes(name));
  const parts = ['true', ...target.parts.map(({ table, owner, property }) => pgp.as.format(queries.sameParts, { parts: table, owner, property }))].join(' AND ');
  const same = (columns: readonly string[]): string => `((${tuple('present', columns)}) IS NOT DISTINCT FROM (${tuple('staged', columns)}) AND ${parts})`;
  const matching = { target: target.table, datasetId, demonstration, sourceDate, whole: job.replace === 'dataset', same: same(compared), sameContent: same(compared.filter((name) => name !== 'valid')) };
  await t.none(target.temporal ? queries.matchVersions : queries.match, matching);
  const counts = await t.one<{ inserted: number; updated: number; unchanged: number; kept: number }>(queries.countVerdicts);

  const versionsEnded = target.temporal ? await count(t, queries.closeVersions, { target: target.table }) : 0;
  if (counts.updated > 0) {
    const assignments = compared.map((name) => `${column(name)} = staged.${column(name)}`).join(', ');
    await t.none(queries.updateRows, { target: target.table, datasetId, assignments });
  }
  const last = job.rows.at(-1)?.number ?? 0;
  for (let from = 1; from <= last && counts.inserted > 0; from += INSERT_BATCH) {
    await t.none(queries.insertRows, { target: target.table, columns: names, datasetId, from, to: from + INSERT_BATCH - 1 });
    onProgress(job.rows.length + Math.min(from + INSERT_BATCH, last), job.rows.length + last);
  }
  if (target.parts.length > 0) await writeParts(t, target);
  const removed = await removeAbsent(t, job);
  const displaced = await displace(t, job);
  await t.none(queries.touch);
  return { ...counts, versionsEnded, removed, displaced, broken };
}

async function stage(t: Transaction, { target, rows }: Load, onProgress: (done: number, of: number) => void): Promise<void> {
  const columns = new pgp.helpers.ColumnSet(
    ['staged_number', 'staged_from', 'staged_to', { name: 'staged_parts', mod: ':json' }, ...target.columns.map(({ name }) => name)], { table: 'import_staged' });
  for (let from = 0; from < rows.length; from += STAGE_BATCH) {
    const batch = rows.slice(from, from + STAGE_BATCH).map((row) => (
      { staged_number: row.number, staged_from: row.fromDate, staged_to: row.toDate, staged_parts: row.parts, ...row.values, geom: row.geometry }));
    await t.none(pgp.helpers.insert(batch, columns));
    onProgress(from + batch.length, 2 * rows.length);
  }
}

async function rejectBroken(t: Transaction, { checks }: Target): Promise<Map<number, string>> {
  if (checks.length === 0) return new Map();
  const all = checks.map((expression) => `(${expression})`).join(' AND ');
  const broken = `CASE ${checks.map((expression) => `WHEN (${expression}) IS FALSE THEN ${pgp.as.text(expression)}`).join(' ')} END`;
  const rows = await t.any<{ staged_number: number; rule: string }>(queries.rejectStaged, { all, broken });
  return new Map(rows.map((row) => [row.staged_number, row.rule]));
}

async function writeParts(t: Transaction, { table, parts, temporal }: Target): Promise<void> {
  const match = `present.key = staged.key${temporal ? ' AND present.valid = staged.valid' : ''}`;
  await t.none(queries.findInserted, { target: table, match });
  for (const { table: name, owner, property, columns } of parts) {
    const names = columns.map((one) => one.name);
    await t.none(queries.writeParts, { parts: name, owner, property, columns: names, values: tuple('made', names) });
  }
}

async function removeAbsent(t: Transaction, { target, datasetId, sourceDate, replace, sparedKeys }: Load): Promise<number> {
  if (replace !== 'dataset' || sparedKeys === null) return 0;
  return count(t, target.temporal ? queries.endAbsent : queries.removeAbsent, { target: target.table, datasetId, sourceDate, spared: sparedKeys });
}

async function displace(t: Transaction, { target, demonstration, onDemonstration }: Load): Promise<number> {
  if (demonstration || onDemonstration === 'keep') return 0;
  const query = { replace: queries.replaceDemonstration, displace: queries.displaceDemonstration, namesakes: queries.replaceNamesakes }[onDemonstration];
  return count(t, query, { target: target.table });
}

const tuple = (alias: string, columns: readonly string[]): string => columns.map((name) => `${alias}.${column(name)}`).join(', ');
const count = (t: Transaction, query: (typeof queries)[keyof typeof queries], values: object): Promise<number> =>
  t.result(query, values, (result) => result.rowCount);
