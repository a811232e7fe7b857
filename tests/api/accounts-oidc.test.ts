/** Signing in through a real OpenID Connect provider: whose account it is, the second factor, and answers that are not to be believed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../domain/contract/office/session.ts';
import { readConfig } from '../../server/config.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { startOidcProvider, type TestPerson, type TestProvider } from '../support/oidc.ts';
import { type Browser, letIn, openBrowser, PASSWORD } from './accounts-browser.ts';

let database: TestDatabase;
let app: TestApp;
let provider: TestProvider;
let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);

/** The provider must know the app's address, and the app the provider's. */
async function start(env: Record<string, string> = {}): Promise<void> {
  const first = await startTestApp({ database, now });
  const { port } = new URL(first.url);
  await first.close();
  provider = await startOidcProvider(first.url);
  app = await startTestApp({ database, now, env: { PORT: port, ...provider.env, ...env } });
}
const end = async (): Promise<void> => { await app.close(); await provider.stop(); };

beforeAll(async () => {
  database = await ownDatabase('empty');
  await start({ OIDC_TRUSTED_ACR: 'urn:two', OIDC_TRUSTED_AMR: 'otp' });
});
afterAll(async () => { await end(); await database.remove(); });

const account = (login: string) => database.database.db.one<{ id: number }>("INSERT INTO office.account (login, name, role, whole_city) VALUES ($1, $1, 'planner', true) RETURNING id", [login]);
const stateOf = async (of: Browser): Promise<string> => Session.parse((await of.ask('GET', '/api/session')).body).state;

/** As far as the address at which the provider sends the browser back. */
async function toCallback(browser: Browser, person: TestPerson, path = '/api/session/oidc?return=/plan/bronowice'): Promise<string> {
  provider.become(person);
  let response = await browser.fetch(path);
  for (let hop = 0; hop < 6; hop += 1) {
    const location = response.headers.get('location');
    if (location === null) throw new Error(`no way on: ${response.status} ${await response.text()}`);
    const next = new URL(location, response.url).href;
    if (next.startsWith(`${app.url}/api/session/oidc/callback`)) return next;
    response = await browser.fetch(next);
  }
  throw new Error('the provider goes in circles');
}

async function signInAs(person: TestPerson, browser = openBrowser(app)): Promise<{ browser: Browser; response: Response }> {
  return { browser, response: await browser.fetch(await toCallback(browser, person)) };
}

describe('signing in', () => {
  it('is offered by name', async () => {
    expect((await openBrowser(app).ask('GET', '/api/session')).body).toEqual({ state: 'anonymous', oidc: { name: 'Konto miejskie' }, passwords: true });
  });

  it('links the account of the claimed login at the first time, and knows the person by subject from then on', async () => {
    await account('anna');
    const { browser, response } = await signInAs({ sub: 'p-1', preferred_username: 'Anna', acr: 'urn:two' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/plan/bronowice']);
    expect(response.headers.getSetCookie().find((cookie) => cookie.startsWith('msip='))).toMatch(/HttpOnly; SameSite=Lax$/);
    expect(await stateOf(browser)).toBe('signed-in');
    const renamed = await signInAs({ sub: 'p-1', preferred_username: 'inna', acr: 'urn:two' });
    expect((await renamed.browser.ask('GET', '/api/session')).body).toMatchObject({ account: { login: 'anna' } });
    const impostor = await signInAs({ sub: 'p-2', preferred_username: 'anna', acr: 'urn:two' });
    expect([impostor.response.status, await stateOf(impostor.browser)]).toEqual([403, 'anonymous']);
  });

  it('makes no account, and lets no disabled one in', async () => {
    expect((await signInAs({ sub: 'p-3', preferred_username: 'nieznana', acr: 'urn:two' })).response.status).toBe(403);
    expect((await signInAs({ sub: 'p-4', acr: 'urn:two' })).response.status).toBe(403);
    const { id } = await account('dawna');
    await database.database.db.none('UPDATE office.account SET disabled_at = now() WHERE id = $1', [id]);
    expect((await signInAs({ sub: 'p-5', preferred_username: 'dawna', acr: 'urn:two' })).response.status).toBe(403);
    expect(await database.database.db.any("SELECT 1 FROM office.account WHERE login = 'nieznana' OR oidc_subject = 'p-5'")).toEqual([]);
  });

  it('needs our second factor unless the provider has asked for one in words that are trusted', async () => {
    await account('ewa');
    const weak = await signInAs({ sub: 'p-6', preferred_username: 'ewa', acr: 'urn:one' });
    expect(await stateOf(weak.browser)).toBe('enrolment');
    expect((await weak.browser.ask('GET', '/api/colleagues')).status).toBe(401);
    const byMethod = await signInAs({ sub: 'p-6', amr: ['pwd', 'otp'] });
    expect(await stateOf(byMethod.browser)).toBe('signed-in');
    const known = await letIn(app, openBrowser(app));
    const linked = await signInAs({ sub: 'p-7', preferred_username: known.login });
    expect(await stateOf(linked.browser)).toBe('second-factor');
  });

  it('ends at the provider too', async () => {
    const { browser } = await signInAs({ sub: 'p-1', acr: 'urn:two' });
    const { status, body } = await browser.ask<{ continueAt: string }>('DELETE', '/api/session');
    expect(status).toBe(200);
    const there = new URL(body.continueAt);
    expect([there.origin, there.searchParams.get('post_logout_redirect_uri')]).toEqual([provider.issuer, `${app.url}/`]);
    expect((await browser.fetch(there.href)).status).toBe(200);
    expect(await stateOf(browser)).toBe('anonymous');
  });

  it('shows a person in a browser the desk, and programs a problem', async () => {
    const browser = openBrowser(app);
    const callback = await toCallback(browser, { sub: 'p-3', preferred_username: 'nieznana' });
    const response = await browser.fetch(callback, { headers: { accept: 'text/html,*/*' } });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/biurko?oidc-fault=forbidden']);
  });
});

describe('what is not believed', () => {
  it('an answer with another state, without one, without the cookie, or for another browser', async () => {
    const person = { sub: 'p-1', acr: 'urn:two' };
    const changes: ((callback: URL) => void)[] = [(callback) => callback.searchParams.set('state', 'x'.repeat(43)), (callback) => callback.searchParams.delete('state'), (callback) => callback.searchParams.set('iss', 'https://evil.example')];
    for (const change of changes) {
      const browser = openBrowser(app);
      const callback = new URL(await toCallback(browser, person));
      change(callback);
      expect([(await browser.fetch(callback.href)).status, await stateOf(browser)]).toEqual([401, 'anonymous']);
    }
    const [mine, theirs] = [openBrowser(app), openBrowser(app)];
    const callback = await toCallback(mine, person);
    expect((await theirs.fetch(callback)).status).toBe(401);
    await toCallback(theirs, person);
    expect((await theirs.fetch(callback)).status).toBe(401);
  });

  it('a code that was used before, also with the request it belongs to put back', async () => {
    const browser = openBrowser(app);
    const callback = await toCallback(browser, { sub: 'p-1', acr: 'urn:two' });
    const cookie = browser.jar.get('msip-oidc')!;
    const request = await database.database.db.one('SELECT * FROM office.oidc_request ORDER BY expires_at DESC LIMIT 1');
    expect((await browser.fetch(callback)).status).toBe(302);
    browser.jar.set('msip-oidc', cookie);
    expect((await browser.fetch(callback)).status).toBe(401);
    await database.database.db.none('INSERT INTO office.oidc_request SELECT * FROM jsonb_populate_record(NULL::office.oidc_request, ${request:json})', { request: { ...request, token_hash: `\\x${request.token_hash.toString('hex')}` } });
    browser.jar.set('msip-oidc', cookie);
    expect((await browser.fetch(callback)).status).toBe(401);
  });

  it('a code that was issued for another sign-in (PKCE), and one with another nonce', async () => {
    const person = { sub: 'p-1', acr: 'urn:two' };
    for (const column of ['code_verifier', 'nonce']) {
      const browser = openBrowser(app);
      const callback = await toCallback(browser, person);
      await database.database.db.none('UPDATE office.oidc_request SET $1:name = $2', [column, 'y'.repeat(43)]);
      expect([column, (await browser.fetch(callback)).status, await stateOf(browser)]).toEqual([column, 401, 'anonymous']);
    }
  });

  it('an answer that comes after ten minutes', async () => {
    const browser = openBrowser(app);
    const callback = await toCallback(browser, { sub: 'p-1', acr: 'urn:two' });
    ahead += 10 * 60_000 + 1;
    expect((await browser.fetch(callback)).status).toBe(401);
  });

  it('a way back that leads to somebody else\'s page', async () => {
    for (const target of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/%09/evil.example'.replace('%09', '\t'), 'http:evil.example', 'https://x@evil.example']) {
      const response = await openBrowser(app).fetch(`/api/session/oidc?return=${encodeURIComponent(target)}`);
      expect([target, response.status, response.headers.get('location')]).toEqual([target, 400, null]);
    }
  });

  it('a session that somebody planted before: the token is a new one', async () => {
    const browser = openBrowser(app);
    browser.jar.set('msip', 'C'.repeat(43));
    const { response } = await signInAs({ sub: 'p-1', acr: 'urn:two' }, browser);
    expect(response.status).toBe(302);
    expect(browser.jar.get('msip')).not.toBe('C'.repeat(43));
  });
});

describe('the provider', () => {
  it('is away: 503, and passwords go on; it comes back: so does signing in', async () => {
    await end();
    await start();
    const known = await letIn(app, openBrowser(app));
    await provider.stop();
    const response = await openBrowser(app).fetch('/api/session/oidc');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    expect((await openBrowser(app).ask('POST', '/api/session', { login: known.login, password: PASSWORD })).status).toBe(200);
    await provider.start();
    const browser = openBrowser(app);
    const callback = await toCallback(browser, { sub: 'p-1' });
    await provider.stop();
    expect((await browser.fetch(callback)).status).toBe(503);
    await provider.start();
    expect((await signInAs({ sub: 'p-9', preferred_username: 'nikt' })).response.status).toBe(403);
  });

  it('alone lets in where passwords are off; a verified address of the office\'s domain may name the login', async () => {
    await end();
    await start({ PASSWORD_SIGN_IN: 'off', OIDC_LOGIN_CLAIM: 'email', OIDC_EMAIL_DOMAIN: 'um.example', OIDC_TRUSTED_ACR: 'urn:two' });
    await account('jan.kowalski');
    expect((await openBrowser(app).ask('POST', '/api/session', { login: 'anna', password: PASSWORD })).status).toBe(403);
    const cases: [Partial<TestPerson>, number][] = [
      [{ email: 'jan.kowalski@um.example', email_verified: false }, 403], [{ email: 'jan.kowalski@evil.example', email_verified: true }, 403],
      [{ email: 'jan.kowalski@xum.example', email_verified: true }, 403], [{ email: 'jan.kowalski@um.example', email_verified: true }, 302],
    ];
    for (const [claims, status] of cases) expect([claims, (await signInAs({ sub: 'p-10', acr: 'urn:two', ...claims })).response.status]).toEqual([claims, status]);
  });

  it('is refused in settings that would be unsafe or useless', () => {
    const refused = (env: Record<string, string>) => { try { readConfig(env); return ''; } catch (error) { return (error as Error).message; } };
    expect(refused({ OIDC_ISSUER: 'http://logowanie.example', OIDC_CLIENT_ID: 'x' })).toMatch(/^OIDC_ISSUER/);
    expect(refused({ OIDC_ISSUER: 'https://logowanie.example' })).toMatch(/^OIDC_CLIENT_ID/);
    expect(refused({ OIDC_ISSUER: 'https://logowanie.example', OIDC_CLIENT_ID: 'x', OIDC_LOGIN_CLAIM: 'email' })).toMatch(/^OIDC_EMAIL_DOMAIN/);
    expect(refused({ PASSWORD_SIGN_IN: 'off' })).toMatch(/^PASSWORD_SIGN_IN/);
  });
});
