/** Sessions in the database: found by token, started, raised, listed, ended. Times come from the caller's clock. */
import type { Area, Role } from '../../../domain/office/roles.ts';
import type { Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { hashOf, randomToken } from './tokens.ts';

const SESSION_OF = queryFile(new URL('sql/session-of.sql', import.meta.url));
const SEEN = queryFile(new URL('sql/session-seen.sql', import.meta.url));
const START = queryFile(new URL('sql/session-start.sql', import.meta.url));
const RISE = queryFile(new URL('sql/session-rise.sql', import.meta.url));
const LIST = queryFile(new URL('sql/session-list.sql', import.meta.url));
const END = queryFile(new URL('sql/session-end.sql', import.meta.url));

export type SessionState = 'second-factor' | 'enrolment' | 'signed-in';
export type SignedInBy = 'password' | 'oidc';

export interface LivingSession {
  readonly id: number;
  readonly state: SessionState;
  readonly signedInBy: SignedInBy;
  readonly seenAt: Date;
  readonly endsAt: Date;
  readonly enrollingSealed: Buffer | null;
  readonly idToken: string | null;
  readonly accountId: number;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly wholeCity: boolean;
  readonly areas: readonly Area[];
}

/** Limits in ms. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** How long somebody may take from the password to the code; setting up an authenticator takes longer. */
const ON_THE_WAY_MS = { 'second-factor': 10 * 60_000, enrolment: 30 * 60_000 };

const endOf = (state: SessionState, now: Date, { absoluteMs }: SessionLimits): Date =>
  new Date(now.getTime() + (state === 'signed-in' ? absoluteMs : Math.min(absoluteMs, ON_THE_WAY_MS[state])));

/** Null when there is none, it is over, or its account is disabled. */
export const sessionOf = (db: Queries, token: string, now: Date, { idleMs }: SessionLimits): Promise<LivingSession | null> =>
  db.oneOrNone<LivingSession>(SESSION_OF, { tokenHash: hashOf(token), now, idleMs });

/** Says so once a minute at most, and ten times within the idle limit: that much earlier than its limit a session may end. Returns when it counts as seen. */
export async function noteSeen(db: Queries, { id, seenAt }: LivingSession, now: Date, { idleMs }: SessionLimits): Promise<Date> {
  if (now.getTime() - seenAt.getTime() < Math.min(60_000, idleMs / 10)) return seenAt;
  await db.none(SEEN, { id, now });
  return now;
}

export interface NewSession {
  readonly accountId: number;
  readonly state: SessionState;
  readonly signedInBy: SignedInBy;
  readonly device: string;
  readonly idToken?: string | undefined;
}

/** Returns the token for the cookie; the database keeps its hash only. */
export async function startSession(db: Queries, { idToken, ...session }: NewSession, now: Date, limits: SessionLimits): Promise<{ readonly id: number; readonly token: string }> {
  const token = randomToken();
  const { id } = await db.one<{ id: number }>(START, {
    ...session, idToken: idToken ?? null, tokenHash: hashOf(token), now, endsAt: endOf(session.state, now, limits), idleMs: limits.idleMs,
  });
  return { id, token };
}

/** The new token of a session that now has all factors; null when it is not in that state any more. */
export async function raiseSession(db: Queries, { id, state }: Pick<LivingSession, 'id' | 'state'>, now: Date, limits: SessionLimits): Promise<string | null> {
  const token = randomToken();
  const raised = await db.oneOrNone(RISE, { id, from: state, to: 'signed-in', tokenHash: hashOf(token), now, endsAt: endOf('signed-in', now, limits) });
  return raised === null ? null : token;
}

export interface ListedSession {
  readonly id: number;
  readonly signedInBy: SignedInBy;
  readonly device: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
}

export const sessionsOf = (db: Queries, accountId: number, now: Date, { idleMs }: SessionLimits): Promise<ListedSession[]> => db.any<ListedSession>(LIST, { accountId, now, idleMs });

/** How many ended: all of the account, `only` one, or all `except` one. */
export const endSessions = async (db: Queries, accountId: number, which: { readonly only?: number; readonly except?: number } = {}): Promise<number> =>
  (await db.any(END, { accountId, only: which.only ?? null, except: which.except ?? null })).length;
