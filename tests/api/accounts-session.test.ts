/** Sessions: who is recognised and until when, what the cookie is like, and what ends them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OwnSessions, Session } from '../../domain/contract/office/session.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Person, signIn } from '../support/people.ts';
import { codeAt, letIn, openBrowser, PASSWORD } from './accounts-browser.ts';

const MINUTE = 60_000;
let app: TestApp;
let ahead = 0;
const later = (ms: number): void => { ahead += ms; };
beforeAll(async () => { app = await startTestApp({ database: 'empty', now: () => new Date(Date.now() + ahead) }); });
afterAll(() => app.close());

const stateOf = async (person: Pick<Person, 'fetch'>): Promise<string> => Session.parse(await (await person.fetch('/api/session')).json()).state;
const rows = async (login: string): Promise<number> =>
  (await app.database.db.one<{ n: number }>('SELECT count(*)::integer AS n FROM office.session JOIN office.account ON account.id = account_id WHERE login = $1', [login])).n;

describe('who asks', () => {
  it('is nobody without a cookie, with a strange one, and with two of them', async () => {
    const anna = await signIn(app, { login: 'anna', role: 'planner' });
    expect(await stateOf(anna)).toBe('signed-in');
    for (const cookie of ['', 'msip=', `msip=${'A'.repeat(43)}`, `${anna.cookie}; ${anna.cookie}`, `${anna.cookie}x`, `x${anna.cookie}`]) {
      const response = await fetch(`${app.url}/api/session`, { headers: { cookie } });
      expect([cookie.slice(0, 12), await response.json()]).toEqual([cookie.slice(0, 12), { state: 'anonymous', oidc: null, passwords: true }]);
    }
  });

  it('is told with role, areas and both limits, and nobody else may keep the answer', async () => {
    const ewa = await signIn(app, { login: 'ewa', role: 'chief-planner', name: 'Ewa' });
    const response = await ewa.fetch('/api/session');
    const { account } = Session.parse(await response.json()) as Extract<Session, { state: 'signed-in' }>;
    expect(account).toMatchObject({ login: 'ewa', name: 'Ewa', role: 'chief-planner', wholeCity: true, areas: [] });
    expect(Date.parse(account.idleUntil) - app.now().getTime()).toBeGreaterThan(28 * MINUTE);
    expect(Date.parse(account.endsAt) - app.now().getTime()).toBeGreaterThan(11 * 60 * MINUTE);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('vary')).toMatch(/cookie/i);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('the database knows no token, only its hash', async () => {
    const jan = await signIn(app, { login: 'jan', role: 'planner' });
    const dump = JSON.stringify(await app.database.db.any('SELECT session::text FROM office.session AS session'));
    expect(dump).not.toContain(jan.cookie.split('=')[1]);
  });
});

describe('the end of a session', () => {
  it('comes half an hour after the last request, and not while requests come', async () => {
    const iga = await signIn(app, { login: 'iga', role: 'planner' });
    for (let i = 0; i < 4; i += 1) {
      later(20 * MINUTE);
      expect(await stateOf(iga)).toBe('signed-in');
    }
    later(30 * MINUTE + 1);
    expect(await stateOf(iga)).toBe('anonymous');
    expect((await iga.fetch('/api/colleagues')).status).toBe(401);
  });

  it('comes after twelve hours in any case', async () => {
    const olek = await signIn(app, { login: 'olek', role: 'planner' });
    for (let i = 0; i < 35; i += 1) {
      later(20 * MINUTE);
      expect(await stateOf(olek)).toBe('signed-in');
    }
    later(20 * MINUTE + 1);
    expect(await stateOf(olek)).toBe('anonymous');
  });

  it('is written once a minute at most, however many requests come', async () => {
    const zoja = await signIn(app, { login: 'zoja', role: 'planner' });
    const seen = () => app.database.db.one<{ xmin: string }>('SELECT xmin::text FROM office.session WHERE account_id = $1', [zoja.id]);
    later(2 * MINUTE);
    await stateOf(zoja);
    const before = await seen();
    for (let i = 0; i < 5; i += 1) await stateOf(zoja);
    expect(await seen()).toEqual(before);
  });

  it('takes the rows with it: what is over is deleted when somebody signs in', async () => {
    await signIn(app, { login: 'stara', role: 'planner' });
    expect(await rows('stara')).toBe(1);
    later(31 * MINUTE);
    await signIn(app, { login: 'nowa', role: 'planner' });
    expect(await rows('stara')).toBe(0);
  });

  it('a disabled account is out at once, and one with another role has its rights at once', async () => {
    const root = await signIn(app, { login: 'root', role: 'administrator' });
    const ola = await signIn(app, { login: 'ola', role: 'planner' });
    expect((await ola.fetch('/api/accounts')).status).toBe(403);
    const change = (body: object) => root.fetch(`/api/accounts/${ola.id}`, { method: 'PATCH', body: JSON.stringify(body) });
    await change({ role: 'administrator' });
    expect((await ola.fetch('/api/accounts')).status).toBe(200);
    await change({ disabled: true });
    expect((await ola.fetch('/api/accounts')).status).toBe(401);
    expect(await rows('ola')).toBe(0);
    await change({ disabled: false });
    expect(await stateOf(ola)).toBe('anonymous');
  });
});

describe('one\'s own sessions', () => {
  it('are listed, end one by one, and all together', async () => {
    const here = await signIn(app, { login: 'ula', role: 'planner' });
    const there = await signIn(app, { login: 'ula', role: 'planner' });
    const third = await signIn(app, { login: 'ula', role: 'planner' });
    const stranger = await signIn(app, { login: 'obcy', role: 'administrator' });
    const list = async () => OwnSessions.parse(await (await here.fetch('/api/sessions')).json()).sessions;
    const sessions = await list();
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const other = sessions.find(({ current }) => !current)!.id;
    expect((await stranger.fetch(`/api/sessions/${other}`, { method: 'DELETE' })).status).toBe(404);
    expect(await list()).toHaveLength(3);
    expect((await here.fetch(`/api/sessions/${other}`, { method: 'DELETE' })).status).toBe(204);
    expect(await list()).toHaveLength(2);
    expect((await here.fetch('/api/sessions', { method: 'DELETE' })).status).toBe(204);
    expect(await Promise.all([here, there, third].map(stateOf))).toEqual(['anonymous', 'anonymous', 'anonymous']);
    expect(await stateOf(stranger)).toBe('signed-in');
  });

  it('changing the password needs the old one and ends the others', async () => {
    const here = openBrowser(app);
    const there = openBrowser(app);
    const { login, secret } = await letIn(app, here);
    later(MINUTE);
    await there.ask('POST', '/api/session', { login, password: PASSWORD });
    await there.ask('POST', '/api/session/second-factor', { code: codeAt(secret, app.now()) });
    expect(await stateOf(there)).toBe('signed-in');
    const change = (current: string, password: string) => here.ask('POST', '/api/session/password', { current, password });
    expect((await change('cos-innego-zupelnie', 'Nowe-Haslo-Dobre-1')).status).toBe(422);
    expect((await change(PASSWORD, 'Nowe-Haslo-Dobre-1')).status).toBe(204);
    expect([await stateOf(here), await stateOf(there)]).toEqual(['signed-in', 'anonymous']);
    const fresh = openBrowser(app);
    expect((await fresh.ask('POST', '/api/session', { login, password: PASSWORD })).status).toBe(401);
    expect((await fresh.ask('POST', '/api/session', { login, password: 'Nowe-Haslo-Dobre-1' })).status).toBe(200);
  });
});

describe('the cookie', () => {
  it('is another one at every rise of rights; the old one and a planted one are worth nothing', async () => {
    const browser = openBrowser(app);
    const { login, secret } = await letIn(app, browser);
    await browser.ask('DELETE', '/api/session');
    later(MINUTE);
    const planted = 'B'.repeat(43);
    browser.jar.set('msip', planted);
    await browser.ask('POST', '/api/session', { login, password: PASSWORD });
    const halfway = browser.jar.get('msip')!;
    expect(halfway).not.toBe(planted);
    await browser.ask('POST', '/api/session/second-factor', { code: codeAt(secret, app.now()) });
    const whole = browser.jar.get('msip')!;
    expect(new Set([planted, halfway, whole]).size).toBe(3);
    for (const [token, state] of [[planted, 'anonymous'], [halfway, 'anonymous'], [whole, 'signed-in']] as const) {
      const answer = await fetch(`${app.url}/api/session`, { headers: { cookie: `msip=${token}` } });
      expect(Session.parse(await answer.json()).state).toBe(state);
    }
    await browser.ask('DELETE', '/api/session');
    expect(browser.jar.has('msip')).toBe(false);
    expect((await (await fetch(`${app.url}/api/session`, { headers: { cookie: `msip=${whole}` } })).json() as Session).state).toBe('anonymous');
  });

  it('is Secure, HttpOnly, SameSite=Lax, for this host alone behind https, and plain without', async () => {
    const secure = await startTestApp({ database: { database: app.database, env: {}, remove: async () => {} }, env: { PUBLIC_URL: 'https://msip.example' }, now: app.now });
    const { login } = await letIn(app, openBrowser(app));
    const sign = async (at: TestApp) => (await openBrowser(at).ask('POST', '/api/session', { login, password: PASSWORD })).headers.getSetCookie();
    try {
      const [cookie = '', ...more] = await sign(secure);
      expect(more).toEqual([]);
      expect(cookie).toMatch(/^__Host-msip=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      expect((await sign(app))[0]).toMatch(/^msip=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    } finally {
      await secure.close();
    }
  });

  it('does nothing for requests from other people\'s pages', async () => {
    const lena = await signIn(app, { login: 'lena', role: 'administrator' });
    const forged: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site', origin: 'https://inny.krakow.pl' }];
    for (const headers of forged) {
      for (const [method, path] of [['DELETE', '/api/session'], ['DELETE', '/api/sessions'], ['POST', '/api/session'], ['POST', '/api/invitations'], ['PATCH', `/api/accounts/${lena.id}`], ['POST', '/api/accounts']] as const) {
        const response = await lena.fetch(path, { method, headers, ...(method === 'DELETE' ? {} : { body: '{}' }) });
        expect([method, path, headers, response.status]).toEqual([method, path, headers, 403]);
      }
    }
    expect(await stateOf(lena)).toBe('signed-in');
  });
});
