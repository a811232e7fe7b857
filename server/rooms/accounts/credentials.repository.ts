/** Passwords, second factors and one-time links in the database. */
import type { Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import type { LivingSession } from './sessions.repository.ts';
import { hashOf, randomToken } from './tokens.ts';

const CREDENTIALS = queryFile(new URL('sql/credentials.sql', import.meta.url));
const STEP_TAKE = queryFile(new URL('sql/code-step-take.sql', import.meta.url));
const RECOVERY_TAKE = queryFile(new URL('sql/recovery-take.sql', import.meta.url));
const RECOVERY_KEEP = queryFile(new URL('sql/recovery-keep.sql', import.meta.url));
const ENROL = queryFile(new URL('sql/enrol.sql', import.meta.url));
const REPLACE = queryFile(new URL('sql/factor-replace.sql', import.meta.url));
const ENROLLING = queryFile(new URL('sql/session-enrolling.sql', import.meta.url));
const ENROLLED = queryFile(new URL('sql/session-enrolled.sql', import.meta.url));
const WRONG_CODE = queryFile(new URL('sql/session-wrong-code.sql', import.meta.url));
const SIGNED_IN = queryFile(new URL('sql/signed-in.sql', import.meta.url));
const PASSWORD_SET = queryFile(new URL('sql/password-set.sql', import.meta.url));
const FACTOR_RESET = queryFile(new URL('sql/factor-reset.sql', import.meta.url));
const INVITATION_KEEP = queryFile(new URL('sql/invitation-keep.sql', import.meta.url));
const INVITATION_END = queryFile(new URL('sql/invitation-end.sql', import.meta.url));
const INVITATION_FOR = queryFile(new URL('sql/invitation-for.sql', import.meta.url));
const INVITATION_TAKE = queryFile(new URL('sql/invitation-take.sql', import.meta.url));

/** Wrong codes after which a session that waits for one is over. */
const WRONG_CODES = 5;
const INVITATION_MS = 7 * 24 * 3_600_000;

export interface Credentials {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly passwordHash: string | null;
  readonly totpSealed: Buffer | null;
  readonly oidcIssuer: string | null;
  readonly oidcSubject: string | null;
}

export const credentialsOf = (db: Queries, of: { readonly login: string } | { readonly id: number }): Promise<Credentials | null> =>
  db.oneOrNone<Credentials>(CREDENTIALS, { login: null, id: null, ...of });

/** False when this code, or a later one, was taken before. */
export const takeStep = async (db: Queries, id: number, step: number): Promise<boolean> => (await db.oneOrNone(STEP_TAKE, { id, step })) !== null;

/** False when there is no such code, or not any more. */
export const takeRecoveryCode = async (db: Queries, id: number, codeHash: Buffer): Promise<boolean> => (await db.oneOrNone(RECOVERY_TAKE, { id, codeHash })) !== null;

/** The codes before them are void. */
export const keepRecoveryCodes = (db: Queries, id: number, hashes: readonly Buffer[]): Promise<null> => db.none(RECOVERY_KEEP, { id, hashes });

interface NewFactor { readonly id: number; readonly sealed: Buffer; readonly step: number; readonly recoveryHashes: readonly Buffer[] }

async function keepFactor(db: Queries, query: typeof ENROL, { recoveryHashes, ...factor }: NewFactor): Promise<boolean> {
  if ((await db.oneOrNone(query, factor)) === null) return false;
  await keepRecoveryCodes(db, factor.id, recoveryHashes);
  return true;
}

/** False when the account has a second factor by now; then nothing is changed. */
export const enrolFactor = (db: Queries, factor: NewFactor): Promise<boolean> => keepFactor(db, ENROL, factor);

/** False when the account has no second factor any more; then nothing is changed. */
export const replaceFactor = (db: Queries, factor: NewFactor): Promise<boolean> => keepFactor(db, REPLACE, factor);

/** The sealed secret that the session sets up: its first one, however often it asks. Null when it is not in that state any more. */
export const keepEnrolling = async (db: Queries, { id, state }: Pick<LivingSession, 'id' | 'state'>, sealed: Buffer): Promise<Buffer | null> =>
  (await db.oneOrNone<{ sealed: Buffer }>(ENROLLING, { id, state, sealed }))?.sealed ?? null;

/** False when another request was quicker. */
export const endEnrolling = async (db: Queries, id: number, sealed: Buffer): Promise<boolean> => (await db.oneOrNone(ENROLLED, { id, sealed })) !== null;

/** True when that was the last wrong code the session could have. */
export const countWrongCode = async (db: Queries, sessionId: number): Promise<boolean> => (await db.one<{ over: boolean }>(WRONG_CODE, { id: sessionId, most: WRONG_CODES })).over;

export const noteSignedIn = (db: Queries, id: number, now: Date): Promise<null> => db.none(SIGNED_IN, { id, now });

/** False for a disabled account. */
export const setPassword = async (db: Queries, id: number, hash: string): Promise<boolean> => (await db.oneOrNone(PASSWORD_SET, { id, hash })) !== null;

export const resetFactor = (db: Queries, id: number): Promise<null> => db.none(FACTOR_RESET, { id });

/** The token of a new one-time link, which ends an older one; the database keeps its hash only. */
export async function keepInvitation(db: Queries, id: number, now: Date): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const token = randomToken();
  const expiresAt = new Date(now.getTime() + INVITATION_MS);
  await db.none(INVITATION_KEEP, { id, tokenHash: hashOf(token), expiresAt });
  return { token, expiresAt };
}

export const endInvitation = (db: Queries, id: number): Promise<null> => db.none(INVITATION_END, { id });

/** Null when it was used, is over, was never made, or the account is disabled. */
export const invitationFor = (db: Queries, token: string, now: Date): Promise<{ id: number; login: string; name: string } | null> =>
  db.oneOrNone(INVITATION_FOR, { tokenHash: hashOf(token), now });

/** False when somebody else was quicker. */
export const takeInvitation = async (db: Queries, token: string, now: Date): Promise<boolean> => (await db.oneOrNone(INVITATION_TAKE, { tokenHash: hashOf(token), now })) !== null;
