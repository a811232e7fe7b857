/** What the session of a request is, in the shape of the contract. */
import type { Request } from 'express';
import type { OwnSession, Session } from '../../../domain/contract/office/session.ts';
import type { Queries } from '../../db/database.ts';
import { Problem } from '../../http/problem.ts';
import { accountRecord } from './people.repository.ts';
import { sessionOfRequest } from './recognise.ts';
import type { Room } from './room.ts';
import type { ListedSession, SessionLimits } from './sessions.repository.ts';

type SignedIn = Extract<Session, { state: 'signed-in' }>['account'];

export function anonymous({ config: { oidc, passwordSignIn } }: Room): Session {
  return { state: 'anonymous', oidc: oidc ? { name: oidc.name } : null, passwords: passwordSignIn };
}

/** The account with the names of its areas. */
export async function signedIn(db: Queries, accountId: number, { seenAt, endsAt }: { readonly seenAt: Date; readonly endsAt: Date }, { idleMs }: SessionLimits): Promise<SignedIn> {
  const account = await accountRecord(db, accountId);
  if (!account) throw new Problem('unauthorized', 'Sign in first.');
  const { id, login, name, role, wholeCity, areas } = account;
  const idleUntil = new Date(Math.min(seenAt.getTime() + idleMs, endsAt.getTime()));
  return { id, login, name, role, wholeCity, areas, idleUntil: idleUntil.toISOString(), endsAt: endsAt.toISOString() };
}

/** A session that gets all its rights at this moment. */
export const freshlySignedIn = ({ db, config: { session: limits }, now }: Room, accountId: number): Promise<SignedIn> => {
  const seenAt = now();
  return signedIn(db, accountId, { seenAt, endsAt: new Date(seenAt.getTime() + limits.absoluteMs) }, limits);
};

/** GET /api/session. */
export async function describeSession(room: Room, req: Request): Promise<Session> {
  const session = sessionOfRequest(req);
  if (!session) return anonymous(room);
  if (session.state !== 'signed-in') return { state: session.state, login: session.login };
  return { state: 'signed-in', account: await signedIn(room.db, session.accountId, session, room.config.session) };
}

export const ownSession = (current: number) => ({ id, signedInBy, device, startedAt, seenAt, endsAt }: ListedSession): OwnSession =>
  ({ id, current: id === current, by: signedInBy, device, startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString(), endsAt: endsAt.toISOString() });
