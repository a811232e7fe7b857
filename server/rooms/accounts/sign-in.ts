/** The steps of signing in: password, then code, then rights; each step under a new token. */
import type { Request, Response } from 'express';
import type { SignIn } from '../../../domain/contract/office/session.ts';
import { inTransaction } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';
import { placeOf } from './attempts.ts';
import { type Credentials, countWrongCode, credentialsOf, noteSignedIn, takeRecoveryCode, takeStep } from './credentials.repository.ts';
import { deviceOf } from './device.ts';
import { passwordFits } from './password.ts';
import { sessionOfRequest } from './recognise.ts';
import { placeOfSecret, type Room } from './room.ts';
import { isTotpCode, recoveryHashOf, stepOf } from './second-factor.ts';
import { endSessions, type LivingSession, raiseSession, type SessionState, type SignedInBy, startSession } from './sessions.repository.ts';
import { networkOfRequest, record } from './trail.ts';

const refusedSignIn = (): Problem => new Problem('unauthorized', 'The login or the password is wrong.');

/** The account of a right password. Throws the same `refused`, as late, for a wrong one, an unknown login and a disabled account; 429 after too many. */
export async function checkPassword({ db, attempts }: Room, req: Request, { login, password }: SignIn, refused = refusedSignIn): Promise<Credentials> {
  const place = placeOf(req);
  const asked = login.trim().toLowerCase();
  attempts.network.take(place);
  attempts.accountFromNetwork.take(`${asked} ${place}`);
  const found = await credentialsOf(db, { login: asked });
  const fits = await passwordFits(found?.passwordHash, password);
  if (!found || !fits || found.disabled) {
    await record(db, { actor: null, deed: 'session.refused', account: found?.id ?? null, detail: { reason: found?.disabled ? 'disabled' : 'password', network: networkOfRequest(req) } });
    throw refused();
  }
  attempts.network.giveBack(place);
  attempts.accountFromNetwork.forget(`${asked} ${place}`);
  return found;
}

/** Begins a session in place of the one the browser brought. `trusted`: somebody else has asked for the second factor. */
export async function begin(room: Room, req: Request, res: Response, account: Credentials, { by, trusted = false, idToken }: { readonly by: SignedInBy; readonly trusted?: boolean; readonly idToken?: string }): Promise<SessionState> {
  const { db, cookie, config: { session: limits } } = room;
  const state: SessionState = trusted ? 'signed-in' : account.totpSealed ? 'second-factor' : 'enrolment';
  const now = room.now();
  const before = sessionOfRequest(req);
  const token = await inTransaction(db, async (t) => {
    if (before) await endSessions(t, before.accountId, { only: before.id });
    const started = await startSession(t, { accountId: account.id, state, signedInBy: by, device: deviceOf(req.headers['user-agent']), idToken }, now, limits);
    if (state === 'signed-in') {
      await noteSignedIn(t, account.id, now);
      await record(t, { actor: account.id, deed: 'session.started', account: account.id, detail: { by, factor: 'provider', network: networkOfRequest(req) } });
    }
    return started.token;
  });
  cookie.set(res, token);
  return state;
}

/** The session of the request, which must be in that state; throws 401. */
export function sessionIn(req: Request, state: SessionState): LivingSession {
  const session = sessionOfRequest(req);
  if (session?.state !== state) throw new Problem('unauthorized', state === 'signed-in' ? 'Sign in first.' : 'Sign in with your password first; that may have been too long ago.');
  return session;
}

/** Takes a code of the authenticator or a recovery code, once; throws `wrong()` for one that is neither, and 429 after too many. */
export async function takeCode({ db, attempts, box, now }: Room, req: Request, { accountId }: Pick<LivingSession, 'accountId'>, code: string, wrong: () => Promise<Problem>): Promise<'totp' | 'recovery'> {
  const key = String(accountId);
  attempts.code.take(key);
  const account = await credentialsOf(db, { id: accountId });
  const totp = isTotpCode(code);
  const step = totp && account?.totpSealed ? stepOf(box.open(account.totpSealed, placeOfSecret(account.id)), code, now()) : null;
  const right = totp ? step !== null && await takeStep(db, accountId, step) : await takeRecoveryCode(db, accountId, recoveryHashOf(code));
  if (!right) {
    const problem = await wrong();
    await record(db, { actor: null, deed: 'session.refused', account: accountId, detail: { reason: 'code', network: networkOfRequest(req) } });
    throw problem;
  }
  attempts.code.forget(key);
  return totp ? 'totp' : 'recovery';
}

/** The code of a session on its way in; throws 401, and the fifth wrong one ends it. */
export const checkCode = (room: Room, req: Request, res: Response, session: LivingSession, code: string): Promise<'totp' | 'recovery'> =>
  takeCode(room, req, session, code, async () => {
    const over = await countWrongCode(room.db, session.id);
    if (over) room.cookie.clear(res);
    return new Problem('unauthorized', over ? 'The code is wrong, once too often: begin again with the password.' : 'The code is wrong, or was used before. Wait for the next one.');
  });

/** All factors are done: the session gets its rights and a new token. `also` runs in the same transaction, before. Throws 401 when it ended meanwhile. */
export async function rise(room: Room, req: Request, res: Response, session: LivingSession, factor: 'totp' | 'recovery' | 'enrolled', also: (t: Parameters<typeof record>[0]) => Promise<void> = async () => {}): Promise<void> {
  const { db, cookie, config: { session: limits } } = room;
  const now = room.now();
  const token = await inTransaction(db, async (t) => {
    const raised = await raiseSession(t, session, now, limits);
    if (raised === null) throw new Problem('unauthorized', 'This sign-in has ended. Begin again.');
    await also(t);
    await noteSignedIn(t, session.accountId, now);
    await record(t, { actor: session.accountId, deed: 'session.started', account: session.accountId, detail: { by: session.signedInBy, factor, network: networkOfRequest(req) } });
    return raised;
  });
  cookie.set(res, token);
}
