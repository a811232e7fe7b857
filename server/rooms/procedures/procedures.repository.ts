/** Procedures in the database: read, listed, and changed one at a time – each change is one transaction that ends with its entry in the history. */
import type { z } from 'zod';
import type { DraftSummary, Procedure, ProcedureContent, ProcedureEntry, ProcedureSummary, PublicationRecord } from '../../../domain/contract/office/procedure.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Db, Queries, Transaction } from '../../db/database.ts';
import { withRetries } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';
import { queries } from './queries.ts';

type Person = DraftSummary['createdBy'];

/** As it stands; `inArea`: the account that asks may write at its place. */
export interface ProcedureRow extends Omit<Procedure, 'changedAt' | 'drafts' | 'publications' | 'may'> {
  readonly changedAt: Date;
  readonly inArea: boolean;
}
export interface DraftRow extends Omit<DraftSummary, 'createdAt' | 'changedAt' | 'publishedAt' | 'withdrawnAt'> {
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly changedBy: Person;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
}
export interface PublicationRow {
  readonly id: number;
  readonly draft: number;
  readonly at: Date;
  readonly by: Person;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: Person | null;
  readonly reason: PublicationRecord['reason'];
}

/** Throws `not-found`. */
export async function findProcedure(db: Queries, key: string, account: Account): Promise<ProcedureRow> {
  const row = await db.oneOrNone<ProcedureRow>(queries.procedure, { key, account: account.id });
  if (!row) throw new Problem('not-found', `There is no procedure "${key.slice(0, 100)}".`);
  return row;
}

export const listProcedures = (db: Queries): Promise<(Omit<ProcedureSummary, 'stage' | 'nextDue' | 'changedAt'> & { events: ProcedureContent['events']; changedAt: Date })[]> => db.any(queries.list);
export const draftsOf = (db: Queries, key: string): Promise<DraftRow[]> => db.any<DraftRow>(queries.drafts, { key, number: null });
export const publicationsOf = (db: Queries, key: string): Promise<PublicationRow[]> => db.any<PublicationRow>(queries.publications, { key });
export const historyOf = (db: Queries, key: string): Promise<(Omit<ProcedureEntry, 'at' | 'content'> & { at: Date; content: Omit<ProcedureContent, 'boundary'> | null; boundary: ProcedureContent['boundary'] | null })[]> =>
  db.any(queries.history, { key });

/** What is written down of a change; `whole`: the procedure itself is another. */
export const record = (t: Transaction, key: string, account: Account, action: ProcedureEntry['action'], { draft = null, note = null, whole = false }: { draft?: number | null; note?: string | null; whole?: boolean } = {}): Promise<unknown> =>
  t.one('SELECT office.record_procedure($1, $2, $3, $4, $5, $6)', [key, account.id, action, draft, note, whole]);

/**
 * Changes a procedure: nobody else changes it, or any of its drafts, until `work` is done; done again as a whole when the database asks for it.
 * Throws `not-found`; `forbidden` where the account has no rights at the place, unless it `mayAnywhere`.
 */
export const changing = <T>(db: Db, key: string, account: Account, work: (t: Transaction, standing: ProcedureRow) => Promise<T>, { mayAnywhere = false } = {}): Promise<T> =>
  withRetries(() => db.tx(async (t) => {
    await t.oneOrNone('SELECT FROM office.procedure WHERE key = $1 FOR UPDATE', [key]);
    const standing = await findProcedure(t, key, account);
    if (!standing.inArea && !mayAnywhere) throw notYourArea();
    return work(t, standing);
  }));

const notYourArea = (): Problem => new Problem('forbidden', 'The boundary lies outside the areas in which you may write.');

/** Throws 412 with what stands now. */
export function matchVersion(standing: ProcedureRow, version: number): void {
  if (standing.version === version) return;
  const { inArea: _, changedAt, ...procedure } = standing;
  throw new Problem('precondition-failed', `${standing.changedBy.name} has changed the procedure since you read it.`, undefined, {},
    { version: standing.version, changedBy: standing.changedBy, changedAt: changedAt.toISOString(), procedure: { ...procedure, changedAt: changedAt.toISOString() } });
}

const valuesOf = ({ events, documents, boundary, ...rest }: z.output<typeof ProcedureContent>, account: Account): object =>
  ({ ...rest, events: JSON.stringify(events), documents: JSON.stringify(documents), boundary: JSON.stringify(boundary), account: account.id });

async function checkReplaced(t: Transaction, replaces: string | null): Promise<void> {
  if (replaces === null) return;
  const { known } = await t.one<{ known: boolean }>('SELECT EXISTS (SELECT FROM planning.plan WHERE key = $1) AS known', [replaces]);
  if (!known) throw new Problem('unprocessable', `There is no plan "${replaces.slice(0, 100)}" to be replaced.`, [{ path: 'replaces', message: 'is no plan of the register' }]);
}

const exists = (key: string, detail: string): Problem => new Problem('conflict', detail, [{ path: 'key', message: key }]);
const isThere = (key: string): Problem => exists(key, `There is a procedure "${key}" already.`);

/** The boundary has passed the gate. Throws `conflict` that names the key, `forbidden` outside the areas of the account. */
export const createProcedure = (db: Db, { key, ...content }: z.output<typeof ProcedureContent> & { key: string }, account: Account): Promise<void> =>
  withRetries(() => db.tx(async (t) => {
    const { registered } = await t.one<{ registered: boolean }>('SELECT EXISTS (SELECT FROM planning.plan WHERE key = $1 AND NOT EXISTS (SELECT FROM office.procedure WHERE procedure.key = $1)) AS registered', [key]);
    if (registered) throw exists(key, `There is a plan "${key}" in the register already: adopt it by sending its key alone.`);
    await checkReplaced(t, content.replaces);
    if (!await t.oneOrNone(queries.insert, { key, ...valuesOf(content, account) })) throw isThere(key);
    if (!(await findProcedure(t, key, account)).inArea) throw notYourArea();
    await record(t, key, account, 'created', { whole: true });
  }));

/** A plan of the register as it stands on that day becomes a procedure, its zones the first draft. Throws `not-found`, `conflict`, `forbidden`. */
export const adoptPlan = (db: Db, key: string, day: string, account: Account): Promise<void> =>
  withRetries(() => db.tx(async (t) => {
    const adopted = await t.oneOrNone<{ kind: string }>(queries.adopt, { key, day, account: account.id });
    if (!adopted) {
      const { there } = await t.one<{ there: boolean }>('SELECT EXISTS (SELECT FROM office.procedure WHERE key = $1) AS there', [key]);
      throw there ? isThere(key) : new Problem('not-found', `There is no plan "${key.slice(0, 100)}" in the register.`);
    }
    if (!(await findProcedure(t, key, account)).inArea) throw notYourArea();
    if (adopted.kind !== 'POG') {
      const { number } = await t.one<{ number: number }>(queries.makeDraft, { key, note: '', origin: 'law', account: account.id });
      await t.none(queries.zonesOfLaw, { key, number, day, plan: key });
    }
    await record(t, key, account, 'adopted', { draft: adopted.kind === 'POG' ? null : 1, whole: true });
  }));

/** The whole content anew. Throws `not-found`, `forbidden` (where it was, and where it would be), 412. */
export const changeProcedure = (db: Db, key: string, version: number, content: z.output<typeof ProcedureContent>, account: Account): Promise<void> =>
  changing(db, key, account, async (t, standing) => {
    matchVersion(standing, version);
    await checkReplaced(t, content.replaces);
    await t.none(queries.update, { key, ...valuesOf(content, account) });
    if (!(await findProcedure(t, key, account)).inArea) throw notYourArea();
    await record(t, key, account, 'changed', { whole: true });
  });
