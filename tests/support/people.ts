/** People for suites: an account and its session made straight in the database, so that only the suites of signing in sign in. */
import type { Area, Role } from '../../domain/office/roles.ts';
import { SESSION_COOKIE } from '../../server/rooms/accounts/accounts.ts';
import { cookieOf } from '../../server/rooms/accounts/cookies.ts';
import { startSession } from '../../server/rooms/accounts/sessions.repository.ts';
import type { TestApp } from './app.ts';

export interface Person {
  readonly id: number;
  readonly login: string;
  /** The Cookie header of a session with all factors. */
  readonly cookie: string;
  /** fetch on a path of the app as this person's browser: with Cookie, and Origin of our own page. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

export interface PersonOptions {
  readonly login: string;
  readonly role: Role;
  readonly name?: string;
  /** Default: when no areas are given. */
  readonly wholeCity?: boolean;
  readonly areas?: readonly Area[];
}

/** A new account (or the one of that login as it stands) with a full session of its own. */
export async function signIn(app: Pick<TestApp, 'url' | 'config' | 'database' | 'now'>, { login, role, name = login, areas = [], wholeCity = areas.length === 0 }: PersonOptions): Promise<Person> {
  const { db } = app.database;
  const made = await db.oneOrNone<{ id: number }>(
    'INSERT INTO office.account (login, name, role, whole_city) VALUES ($1, $2, $3, $4) ON CONFLICT (login) DO NOTHING RETURNING id', [login, name, role, wholeCity]);
  const { id } = made ?? await db.one<{ id: number }>('SELECT id FROM office.account WHERE login = $1', [login]);
  if (made) for (const area of areas) await db.none('INSERT INTO office.account_area VALUES ($1, $2, $3)', [id, area.kind, area.key]);
  const { token } = await startSession(db, { accountId: id, state: 'signed-in', signedInBy: 'password', device: 'test' }, app.now(), app.config.session);
  const cookie = `${cookieOf(app.config.publicUrl, SESSION_COOKIE).name}=${token}`;
  return { id, login, cookie, fetch: asBrowser(app, cookie) };
}

/** fetch as a browser that holds `cookie` and shows a page of ours. */
export const asBrowser = ({ url, config }: Pick<TestApp, 'url' | 'config'>, cookie?: string): Person['fetch'] => (path, init = {}) => {
  const headers = new Headers(init.headers);
  if (cookie !== undefined && !headers.has('cookie')) headers.set('cookie', cookie);
  if (!headers.has('origin')) headers.set('origin', new URL(config.publicUrl).origin);
  if (typeof init.body === 'string' && !headers.has('content-type')) headers.set('content-type', 'application/json');
  return fetch(`${url}${path}`, { redirect: 'manual', ...init, headers });
};
