/** Who is signed in, signing in by password, signing out. */
import { Router } from 'express';
import { type SignedOut, SignIn } from '../../../domain/contract/office/session.ts';
import { inTransaction } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody } from '../../http/validation.ts';
import type { Oidc } from './oidc.ts';
import { sessionOfRequest } from './recognise.ts';
import { asked, NOT_KEPT, type Room, smallJson } from './room.ts';
import { describeSession } from './session.present.ts';
import { endSessions } from './sessions.repository.ts';
import { begin, checkPassword } from './sign-in.ts';
import { record } from './trail.ts';

/**
 * @example GET /api/session
 * @example POST /api/session {"login": "anna", "password": "…"}
 */
export function sessionRoutes(room: Room, oidc: Oidc | undefined): Router {
  const { db, cookie, config } = room;
  const router = Router();

  resource(router, '/api/session', {
    GET: [asked, async (req, res) => { await sendJson(req, res, await describeSession(room, req), NOT_KEPT); }],
    POST: [asked, ...smallJson(), async (req, res) => {
      if (!config.passwordSignIn) throw new Problem('forbidden', 'Passwords are switched off here: sign in through the provider.');
      const account = await checkPassword(room, req, parseBody(SignIn, req.body));
      const state = await begin(room, req, res, account, { by: 'password' });
      await sendJson(req, res, { state, login: account.login }, NOT_KEPT);
    }],
    DELETE: [asked, async (req, res) => {
      const session = sessionOfRequest(req);
      cookie.clear(res);
      if (!session) { res.status(204).end(); return; }
      await inTransaction(db, async (t) => {
        const ended = await endSessions(t, session.accountId, { only: session.id });
        if (ended > 0 && session.state === 'signed-in') await record(t, { actor: session.accountId, deed: 'session.ended', account: session.accountId });
      });
      const continueAt = session.idToken === null ? undefined : await oidc?.endAddress(session.idToken);
      if (continueAt === undefined) res.status(204).end();
      else await sendJson(req, res, { continueAt } satisfies SignedOut, NOT_KEPT);
    }],
  });
  return router;
}
