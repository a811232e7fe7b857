/** The accounts room put together: who asks, and the addresses of signing in. */
import { type RequestHandler, Router } from 'express';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import type { Log } from '../../http/log.ts';
import { ownPagesOnly } from '../../http/viewer.ts';
import { openAttempts } from './attempts.ts';
import { cookieOf } from './cookies.ts';
import { invitationRoutes } from './invitations.routes.ts';
import { openOidc } from './oidc.ts';
import { oidcRoutes } from './oidc.routes.ts';
import { ownFactorRoutes } from './own-factor.routes.ts';
import { ownSessionRoutes } from './own-sessions.routes.ts';
import { peopleRoutes } from './people.routes.ts';
import { recogniseViewer } from './recognise.ts';
import type { Room } from './room.ts';
import { secondFactorRoutes } from './second-factor.routes.ts';
import { openSecretBox } from './secret-box.ts';
import { sessionRoutes } from './session.routes.ts';

export const SESSION_COOKIE = 'msip';

export interface Accounts {
  /** Before every room: sets the viewer of the request. */
  readonly recognise: RequestHandler;
  readonly routes: Router;
}

interface Deps {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  readonly now: () => Date;
}

export function openAccounts({ config, database: { db }, log, now }: Deps): Accounts {
  const room: Room = { config, db, now, cookie: cookieOf(config.publicUrl, SESSION_COOKIE), attempts: openAttempts(now), box: openSecretBox(config.secretKeyFile) };
  const oidc = config.oidc && openOidc(config.oidc, config.publicUrl, log);
  const routes = Router();
  routes.use(['/api/session', '/api/sessions', '/api/invitations', '/api/accounts', '/api/colleagues'], ownPagesOnly);
  routes.use(oidcRoutes(room, oidc), sessionRoutes(room, oidc), secondFactorRoutes(room), ownFactorRoutes(room), ownSessionRoutes(room), invitationRoutes(room), peopleRoutes(room));
  return { recognise: recogniseViewer({ db, cookie: room.cookie, limits: config.session, now }), routes };
}
