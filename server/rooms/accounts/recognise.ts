/** Who asks: a request with the cookie of a living session is its account's, once all factors are done. */
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import type { Db } from '../../db/database.ts';
import { setViewer } from '../../http/viewer.ts';
import type { Cookie } from './cookies.ts';
import { type LivingSession, noteSeen, sessionOf, type SessionLimits } from './sessions.repository.ts';

const sessions = new WeakMap<IncomingMessage, LivingSession>();

/** The session of the request in whatever state, undefined when there is none. */
export const sessionOfRequest = (req: Request): LivingSession | undefined => sessions.get(req);

interface Recognition {
  readonly db: Db;
  readonly cookie: Cookie;
  readonly limits: SessionLimits;
  readonly now: () => Date;
}

/** One query for those who bring a cookie, none for everybody else. Roles and areas are read anew each time: a change counts at once. */
export function recogniseViewer({ db, cookie, limits, now }: Recognition): RequestHandler {
  return async (req, _res, next) => {
    const token = cookie.read(req);
    const session = token === undefined ? null : await sessionOf(db, token, now(), limits);
    if (session) {
      // A database that takes no writes for the moment signs nobody out.
      const seenAt = await noteSeen(db, session, now(), limits).catch(() => session.seenAt);
      sessions.set(req, { ...session, seenAt });
      if (session.state === 'signed-in') {
        const { accountId: id, login, name, role, wholeCity, areas } = session;
        setViewer(req, { kind: 'account', id, login, name, role, wholeCity, areas }, async () => (await sessionOf(db, token!, now(), limits))?.role === role);
      }
    }
    next();
  };
}
