/** A browser for suites of signing in: keeps cookies, follows nothing by itself, and can take somebody through all steps. */
import { Secret, TOTP } from 'otpauth';
import { keepInvitation } from '../../server/rooms/accounts/credentials.repository.ts';
import type { TestApp } from '../support/app.ts';

export const PASSWORD = 'Zielona-Tarasówka-9';

export interface Answer<Body> { readonly status: number; readonly headers: Headers; readonly body: Body }

export interface Browser {
  readonly jar: Map<string, string>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Sends and reads JSON, from a page of ours. */
  ask<Body = Record<string, unknown>>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<Body>>;
}

/** With no cookie yet. `network`: the address of its own, told by a proxy (TRUST_PROXY=1). */
export function openBrowser({ url, config }: Pick<TestApp, 'url' | 'config'>, network?: string): Browser {
  const jar = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    if (network) headers.set('x-forwarded-for', network);
    if (!headers.has('origin')) headers.set('origin', new URL(config.publicUrl).origin);
    const response = await fetch(path.startsWith('http') ? path : `${url}${path}`, { redirect: 'manual', ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return {
    jar, fetch: send,
    async ask(method, path, body, headers = {}) {
      const response = await send(path, { method, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: (text === '' ? null : JSON.parse(text)) as never };
    },
  };
}

/** What an authenticator shows at that moment. */
export const codeAt = (secret: string, at: Date): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** A code that is right at no time near. */
export const wrongCode = (secret: string, at: Date): string => {
  const near = new Set([-2, -1, 0, 1, 2].map((step) => codeAt(secret, new Date(at.getTime() + step * 30_000))));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.has(code))!;
};

let people = 0;

export interface Known { readonly id: number; readonly login: string; readonly secret: string; readonly recoveryCodes: readonly string[]; readonly confirmedBy: string }

/** Makes an account and lets its owner in with the link, password and authenticator: the browser is signed in afterwards. */
export async function letIn(app: TestApp, browser: Browser, { login = `osoba${people += 1}`, role = 'planner' } = {}): Promise<Known> {
  const { id } = await app.database.db.one<{ id: number }>('INSERT INTO office.account (login, name, role, whole_city) VALUES ($1, $1, $2, true) RETURNING id', [login, role]);
  const { token } = await keepInvitation(app.database.db, id, app.now());
  await browser.ask('POST', '/api/invitations', { token, password: PASSWORD });
  const { body: { secret } } = await browser.ask<{ secret: string }>('POST', '/api/session/enrolment');
  const confirmedBy = codeAt(secret, app.now());
  const { body: { recoveryCodes } } = await browser.ask<{ recoveryCodes: string[] }>('POST', '/api/session/enrolment/confirmation', { code: confirmedBy });
  return { id, login, secret, recoveryCodes, confirmedBy };
}
