/** One-time links: whom one is for, and the password that is set with it. */
import { Router } from 'express';
import { z } from 'zod';
import { Invitation, type InvitationFor } from '../../../domain/contract/office/session.ts';
import { inTransaction } from '../../db/retry.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { placeOf } from './attempts.ts';
import { credentialsOf, invitationFor, setPassword, takeInvitation } from './credentials.repository.ts';
import { checkNewPassword, hashPassword } from './password.ts';
import { type Room, smallJson } from './room.ts';
import { endSessions } from './sessions.repository.ts';
import { begin } from './sign-in.ts';
import { TOKEN } from './tokens.ts';
import { record } from './trail.ts';

const Nothing = z.strictObject({});
const gone = (): Problem => new Problem('not-found', 'This link was used already, is over, or is not complete. Ask for a new one.');

/**
 * @example GET /api/invitations/{token}
 * @example POST /api/invitations {"token": "…", "password": "…"}
 */
export function invitationRoutes(room: Room): Router {
  const { db, now } = room;
  /** Throws `not-found`, `forbidden` where passwords are off, and 429 for somebody who keeps asking for links that are none. */
  const personOf = async (token: string, place: string): Promise<{ id: number; login: string; name: string }> => {
    if (!room.config.passwordSignIn) throw new Problem('forbidden', 'Passwords are switched off here: sign in through the provider.');
    room.attempts.network.take(place);
    const person = TOKEN.test(token) ? await invitationFor(db, token, now()) : null;
    if (!person) throw gone();
    room.attempts.network.giveBack(place);
    return person;
  };
  const router = Router();
  resource(router, '/api/invitations/:token', {
    GET: async (req, res) => {
      acceptsJson(req);
      parseQuery(Nothing, req);
      const { name } = await personOf(String(req.params['token']), placeOf(req));
      await sendJson(req, res, { name } satisfies InvitationFor, { cacheControl: 'no-store' });
    },
  });
  resource(router, '/api/invitations', {
    POST: [...smallJson(), async (req, res) => {
      acceptsJson(req);
      parseQuery(Nothing, req);
      const { token, password } = parseBody(Invitation, req.body);
      const { id, login } = await personOf(token, placeOf(req));
      checkNewPassword(password, login);
      const hash = await hashPassword(password);
      await inTransaction(db, async (t) => {
        if (!(await takeInvitation(t, token, now())) || !(await setPassword(t, id, hash))) throw gone();
        await endSessions(t, id);
        await record(t, { actor: id, deed: 'password.set', account: id, detail: { by: 'invitation' } });
      });
      // Whoever holds the link still needs the second factor, or sets one up.
      const state = await begin(room, req, res, (await credentialsOf(db, { id }))!, { by: 'password' });
      await sendJson(req, res, { state, login }, { cacheControl: 'no-store' });
    }],
  });
  return router;
}
