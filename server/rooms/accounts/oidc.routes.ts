/** To the OpenID Connect provider and back. A browser that cannot be let in is led to the desk, which says so. */
import { type NextFunction, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import { problemOf } from '../../http/problem-of.ts';
import { resource } from '../../http/resource.ts';
import { siteTarget } from '../../http/site-target.ts';
import { parseQuery } from '../../http/validation.ts';
import { cookieOf } from './cookies.ts';
import { credentialsOf } from './credentials.repository.ts';
import type { Oidc } from './oidc.ts';
import { accountOfPerson, keepRequest, REQUEST_S, takeRequest } from './oidc.repository.ts';
import type { Room } from './room.ts';
import { begin } from './sign-in.ts';
import { networkOfRequest, record } from './trail.ts';

const Start = z.strictObject({ return: z.string().max(8_000).default('/') });

/**
 * @example GET /api/session/oidc?return=/plan/bronowice
 * @example GET /api/session/oidc/callback?code=…&state=…
 */
export function oidcRoutes(room: Room, oidc: Oidc | undefined): Router {
  const { db, now, config: { publicUrl } } = room;
  const cookie = cookieOf(publicUrl, 'msip-oidc', REQUEST_S);
  const provider = (): Oidc => {
    if (!oidc) throw new Problem('not-found', 'No sign-in provider is configured here.');
    return oidc;
  };
  const router = Router();

  resource(router, '/api/session/oidc', {
    GET: async (req, res) => {
      const returnTo = siteTarget(parseQuery(Start, req).return, publicUrl, (message) => new Problem('invalid-parameter', `The parameter return ${message}.`, [{ path: 'return', message }]));
      const { address, expected } = await provider().begin();
      cookie.set(res, await keepRequest(db, expected, returnTo, now()));
      res.redirect(302, address);
    },
  });

  resource(router, '/api/session/oidc/callback', {
    GET: async (req, res) => {
      const token = cookie.read(req);
      cookie.clear(res);
      const request = token === undefined ? null : await takeRequest(db, token, now());
      if (!request) throw new Problem('unauthorized', 'This sign-in was not begun in this browser, took too long, or is over already. Begin again.');
      const person = await provider().finish(new URL(req.originalUrl, publicUrl), request);
      const found = await accountOfPerson(db, person);
      const account = found && await credentialsOf(db, { id: found.id });
      if (!account || account.disabled) {
        await record(db, { actor: null, deed: 'session.refused', account: account?.id ?? null, detail: { reason: account ? 'disabled' : 'no account', by: 'oidc', network: networkOfRequest(req) } });
        throw new Problem('forbidden', 'The provider knows you, but there is no account for you here. An administrator of the office can make one.');
      }
      if (found.linkedNow) await record(db, { actor: account.id, deed: 'account.linked', account: account.id, detail: { issuer: person.issuer } });
      await begin(room, req, res, account, { by: 'oidc', trusted: person.secondFactor, idToken: person.idToken });
      res.redirect(302, request.returnTo);
    },
  });

  router.use(/^\/api\/session\/oidc(?:\/callback)?$/, (error: unknown, req: Request, res: Response, next: NextFunction) => {
    if ((req.headers.accept ?? '').startsWith('text/html')) res.redirect(302, `/biurko?oidc-fault=${problemOf(error).code}`);
    else next(error);
  });
  return router;
}
