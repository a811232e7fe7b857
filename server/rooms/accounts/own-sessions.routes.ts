/** One's own password and sessions. */
import { Router } from 'express';
import { z } from 'zod';
import { type OwnSessions, PasswordChange } from '../../../domain/contract/office/session.ts';
import { inTransaction } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody } from '../../http/validation.ts';
import { credentialsOf, setPassword } from './credentials.repository.ts';
import { checkNewPassword, hashPassword } from './password.ts';
import { asked, NOT_KEPT, type Room, smallJson } from './room.ts';
import { ownSession } from './session.present.ts';
import { endSessions, sessionsOf } from './sessions.repository.ts';
import { checkPassword, sessionIn } from './sign-in.ts';
import { record } from './trail.ts';

const SessionId = z.coerce.number().int().positive().max(2_147_483_647);
const wrongPassword = (): Problem => new Problem('unprocessable', 'The current password is wrong.', [{ path: 'current', message: 'is wrong' }]);

/**
 * @example POST /api/session/password {"current": "…", "password": "…"}
 * @example GET /api/sessions
 * @example DELETE /api/sessions/17
 */
export function ownSessionRoutes(room: Room): Router {
  const { db, cookie, now, config } = room;
  const router = Router();
  resource(router, '/api/session/password', {
    POST: [asked, ...smallJson(), async (req, res) => {
      const session = sessionIn(req, 'signed-in');
      const { current, password } = parseBody(PasswordChange, req.body);
      if (!(await credentialsOf(db, { id: session.accountId }))?.passwordHash) throw new Problem('forbidden', 'You sign in through the provider: change the password there.');
      const { id, login } = await checkPassword(room, req, { login: session.login, password: current }, wrongPassword);
      checkNewPassword(password, login);
      const hash = await hashPassword(password);
      await inTransaction(db, async (t) => {
        await setPassword(t, id, hash);
        await endSessions(t, id, { except: session.id });
        await record(t, { actor: id, deed: 'password.set', account: id });
      });
      res.status(204).end();
    }],
  });
  resource(router, '/api/sessions', {
    GET: [asked, async (req, res) => {
      const { id, accountId } = sessionIn(req, 'signed-in');
      const sessions = await sessionsOf(db, accountId, now(), config.session);
      await sendJson(req, res, { sessions: sessions.map(ownSession(id)) } satisfies OwnSessions, NOT_KEPT);
    }],
    DELETE: [asked, async (req, res) => {
      const { accountId } = sessionIn(req, 'signed-in');
      await inTransaction(db, async (t) => { await record(t, { actor: accountId, deed: 'sessions.ended', account: accountId, detail: { ended: await endSessions(t, accountId) } }); });
      cookie.clear(res);
      res.status(204).end();
    }],
  });
  resource(router, '/api/sessions/:id', {
    DELETE: [asked, async (req, res) => {
      const { accountId, id: current } = sessionIn(req, 'signed-in');
      const parsed = SessionId.safeParse(req.params['id']);
      const ended = parsed.success && await inTransaction(db, async (t) => {
        const count = await endSessions(t, accountId, { only: parsed.data });
        if (count > 0) await record(t, { actor: accountId, deed: 'session.ended', account: accountId });
        return count > 0;
      });
      if (!ended) throw new Problem('not-found', 'There is no such session.');
      if (parsed.data === current) cookie.clear(res);
      res.status(204).end();
    }],
  });
  return router;
}
