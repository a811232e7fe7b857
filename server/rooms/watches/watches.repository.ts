/** Watches and what they tell, in the database. */
import { createHash, randomBytes } from 'node:crypto';
import type { WatchKind } from '../../../domain/contract/investment/watch.ts';
import type { Filter } from '../../../domain/cql2/ast.ts';
import type { JudgedVersion } from '../../../domain/investment/watch.ts';
import type { Language } from '../../../domain/text/language.ts';
import type { Queries, Transaction } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { conditionOn } from './filter.ts';

const [JUDGED, INSERT, DUE, FORGET, OF_ADDRESS, CONFIRM] = ['judged', 'insert', 'due', 'forget', 'of-address', 'confirm'].map((name) => queryFile(new URL(`sql/${name}.sql`, import.meta.url)));

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How long the link of the first letter may be used; then nothing is left of it. */
export const CONFIRM_WITHIN_MS = 48 * HOUR_MS;
const UNREAD_MS = 730 * DAY_MS;
/** A second letter to the same watch comes no sooner. */
export const LETTER_EVERY_MS = HOUR_MS;
/** Nobody fills another's letter box: so many watches of an address wait to be confirmed, and so many there are at all. */
const [MOST_WAITING, MOST_WATCHES] = [3, 30];

const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

/** 128 and 256 random bits that stand in addresses unescaped. */
const randomId = (): string => randomBytes(16).toString('base64url');
const randomToken = (): string => randomBytes(32).toString('base64url');
export const ID = /^[\w-]{22}$/;
export const TOKEN = /^[\w-]{43}$/;
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export interface Watch {
  readonly id: string;
  readonly name: string;
  readonly filter: string;
  readonly kinds: readonly WatchKind[];
  readonly lang: Language;
  readonly email: string | null;
  readonly endToken: string;
  readonly createdAt: Date;
  readonly startedSeq: number;
  readonly toldSeq: number;
}

const COLUMNS = `id, name, filter, kinds, lang, email, end_token AS "endToken", created_at AS "createdAt", started_seq::double precision AS "startedSeq", told_seq::double precision AS "toldSeq"`;

/** Versions after a number, and those that stood then of the same sites, judged by a filter that has been checked; in the order in which they were told. */
export async function judgedVersions(t: Queries, filter: Filter, after = 0): Promise<JudgedVersion[]> {
  const rows = await t.any<Omit<JudgedVersion, 'at'> & { readonly at: Date }>(JUDGED!, { after, fits: conditionOn(filter) });
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export interface WatchToSet extends Pick<Watch, 'name' | 'filter' | 'kinds' | 'lang'> { readonly now: Date }

export async function setFeed(t: Queries, watch: WatchToSet): Promise<{ readonly id: string; readonly endToken: string }> {
  const made = { id: randomId(), endToken: randomToken() };
  await t.none(INSERT!, { ...watch, ...made, email: null, confirmHash: null });
  return made;
}

/** A watch that waits for its link to be used; null when the address has too many, then nothing is kept and nothing may be sent. */
export async function setByLetter(t: Transaction, email: string, watch: WatchToSet): Promise<{ readonly id: string; readonly endToken: string; readonly confirmToken: string } | null> {
  // Requests at the same moment are counted one after the other.
  const box = email.toLowerCase().replace(/\+[^@]*@/, '@');
  await t.any('SELECT pg_advisory_xact_lock(hashtextextended($1, 712))', [box]);
  const { all, waiting } = await t.one<{ all: number; waiting: number }>(OF_ADDRESS!, { box });
  if (waiting >= MOST_WAITING || all >= MOST_WATCHES) return null;
  const made = { id: randomId(), endToken: randomToken(), confirmToken: randomToken() };
  await t.none(INSERT!, { ...watch, ...made, email, confirmHash: hashOf(made.confirmToken) });
  return made;
}

/** A feed that is read on `day`; null: there is none. */
export async function findFeed(t: Queries, id: string, day: string): Promise<Watch | null> {
  const found = await t.oneOrNone<Watch & { readonly noted: boolean }>(`SELECT ${COLUMNS}, read_on IS NOT DISTINCT FROM $2::date AS noted FROM investment.watch WHERE id = $1 AND email IS NULL`, [id, day]);
  if (found === null) return null;
  const { noted, ...watch } = found;
  // A database that takes no writes for the moment keeps nobody from reading.
  if (!noted) await t.none('UPDATE investment.watch SET read_on = $2 WHERE id = $1', [id, day]).catch(() => undefined);
  return watch;
}

/** Since when it is known that its filter cannot be asked: `now`, unless that was noticed before. */
export const noteBroken = (t: Queries, id: string, now: Date): Promise<Date> =>
  t.oneOrNone<{ at: Date }>('UPDATE investment.watch SET broken_at = coalesce(broken_at, $2) WHERE id = $1 RETURNING broken_at AS at', [id, now]).then((row) => row?.at ?? now);

/** What a page says before the button is pressed; null: the token is used, too old, or none. */
export const awaiting = (t: Queries, token: string, now: Date): Promise<Pick<Watch, 'name' | 'lang'> | null> =>
  t.oneOrNone('SELECT name, lang FROM investment.watch WHERE confirm_hash = $1 AND created_at >= $2', [hashOf(token), before(now, CONFIRM_WITHIN_MS)]);
export const endable = (t: Queries, token: string): Promise<Pick<Watch, 'name' | 'lang'> | null> => t.oneOrNone('SELECT name, lang FROM investment.watch WHERE end_token = $1', [token]);

/** Once; null as `awaiting`. */
export const confirm = (t: Queries, token: string, now: Date): Promise<Pick<Watch, 'id' | 'name' | 'lang' | 'endToken'> | null> =>
  t.oneOrNone(CONFIRM!, { hash: hashOf(token), now, since: before(now, CONFIRM_WITHIN_MS) });

/** Nothing is left of it, the address neither; null: there is none. */
export const end = (t: Queries, token: string): Promise<Pick<Watch, 'id' | 'name' | 'lang'> | null> => t.oneOrNone('DELETE FROM investment.watch WHERE end_token = $1 RETURNING id, name, lang', [token]);

export const forget = (t: Queries, now: Date): Promise<null> => t.none(FORGET!, { unconfirmedSince: before(now, CONFIRM_WITHIN_MS), unreadSince: before(now, UNREAD_MS) });

export const dueWatches = (t: Queries, now: Date): Promise<string[]> => t.map(DUE!, { before: before(now, LETTER_EVERY_MS) }, ({ id }: { id: string }) => id);

/** For this transaction alone, as it stands; null: ended, told by another server, or in its hands. */
export const takeDue = (t: Transaction, id: string, now: Date): Promise<(Watch & { readonly email: string }) | null> => t.oneOrNone(
  `SELECT ${COLUMNS} FROM investment.watch WHERE id = $1 AND confirmed_at IS NOT NULL AND (told_at IS NULL OR told_at <= $2) FOR UPDATE SKIP LOCKED`, [id, before(now, LETTER_EVERY_MS)]);

/** `at`: when a letter was written; null: there was nothing to write. */
export const noteTold = (t: Transaction, id: string, seq: number, at: Date | null): Promise<null> =>
  t.none('UPDATE investment.watch SET told_seq = $2, told_at = coalesce($3, told_at) WHERE id = $1', [id, seq, at]);

/** Asked again no sooner than after a letter: nothing was told, and nothing is lost. */
export const putOff = (t: Queries, id: string, now: Date): Promise<null> => t.none('UPDATE investment.watch SET told_at = $2 WHERE id = $1', [id, now]);
