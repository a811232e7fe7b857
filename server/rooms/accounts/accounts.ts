/** The accounts room put together: who asks, and the addresses of signing in. */
import { type RequestHandler, Router } from 'express';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import { cookieOf } from './cookies.ts';
import { recogniseViewer } from './recognise.ts';

export const SESSION_COOKIE = 'msip';

export interface Accounts {
  /** Before every room: sets the viewer of the request. */
  readonly recognise: RequestHandler;
  readonly routes: Router;
}

export function openAccounts({ config, database: { db }, now }: { readonly config: Config; readonly database: Database; readonly now: () => Date }): Accounts {
  const cookie = cookieOf(config.publicUrl, SESSION_COOKIE);
  return { recognise: recogniseViewer({ db, cookie, limits: config.session, now }), routes: Router() };
}
