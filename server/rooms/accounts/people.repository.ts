/** Accounts in the database as administrators and colleagues see them, and what changes them. */
import type { AccountChange, AccountRecord, Colleague } from '../../../domain/contract/office/session.ts';
import type { Area, Role } from '../../../domain/office/roles.ts';
import type { Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';

const RECORDS = queryFile(new URL('sql/account-records.sql', import.meta.url));
const INSERT = queryFile(new URL('sql/account-insert.sql', import.meta.url));
const UPDATE = queryFile(new URL('sql/account-update.sql', import.meta.url));
const AREAS = queryFile(new URL('sql/account-areas.sql', import.meta.url));
const AREAS_UNKNOWN = queryFile(new URL('sql/areas-unknown.sql', import.meta.url));
const ADMINISTRATORS = queryFile(new URL('sql/administrators.sql', import.meta.url));
const COLLEAGUES = queryFile(new URL('sql/colleagues.sql', import.meta.url));

type Row = Omit<AccountRecord, 'lastSignedInAt' | 'createdAt'> & { readonly lastSignedInAt: Date | null; readonly createdAt: Date };

const recordOf = ({ lastSignedInAt, createdAt, ...row }: Row): AccountRecord => ({ ...row, lastSignedInAt: lastSignedInAt?.toISOString() ?? null, createdAt: createdAt.toISOString() });

/** By login. */
export const accountRecords = async (db: Queries): Promise<AccountRecord[]> => (await db.any<Row>(RECORDS, { id: null })).map(recordOf);

export async function accountRecord(db: Queries, id: number): Promise<AccountRecord | null> {
  const row = await db.oneOrNone<Row>(RECORDS, { id });
  return row && recordOf(row);
}

/** Returns the id. A login that is taken is 23505. */
export const insertAccount = async (db: Queries, account: { readonly login: string; readonly name: string; readonly role: Role; readonly wholeCity: boolean }): Promise<number> =>
  (await db.one<{ id: number }>(INSERT, account)).id;

export const updateAccount = (db: Queries, id: number, { name, role, wholeCity, disabled }: AccountChange, now: Date): Promise<null> =>
  db.none(UPDATE, { id, name: name ?? null, role: role ?? null, wholeCity: wholeCity ?? null, disabled: disabled ?? null, now });

export const setAreas = (db: Queries, id: number, areas: readonly Area[]): Promise<null> => db.none(AREAS, { id, areas });

export const unknownAreas = (db: Queries, areas: readonly Area[]): Promise<Area[]> => db.any<Area>(AREAS_UNKNOWN, { areas });

/** Ids of those who can administer; nobody else changes that until the transaction ends. */
export const lockAdministrators = async (t: Queries): Promise<number[]> => (await t.any<{ id: number }>(ADMINISTRATORS)).map(({ id }) => id);

export const colleagues = (db: Queries): Promise<Colleague[]> => db.any<Colleague>(COLLEAGUES);
