/** Guessing passwords, codes and links is stopped, tells nothing, and locks nobody out for good. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../domain/contract/office/session.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Browser, codeAt, letIn, openBrowser, PASSWORD, wrongCode } from './accounts-browser.ts';

const MINUTE = 60_000;
let app: TestApp;
let ahead = 0;
const later = (ms: number): void => { ahead += ms; };
beforeAll(async () => { app = await startTestApp({ database: 'empty', now: () => new Date(Date.now() + ahead), env: { TRUST_PROXY: '1' } }); });
afterAll(() => app.close());

let networks = 0;
/** Each from a network of its own, so that limits of one test do not reach the next. */
const browser = (): Browser => openBrowser(app, `198.51.${Math.floor((networks += 1) / 250)}.${networks % 250}`);
const stateOf = async (of: Browser): Promise<string> => Session.parse((await of.ask('GET', '/api/session')).body).state;
const password = (of: Browser, login: string, as = PASSWORD) => of.ask<{ state?: string; detail?: string }>('POST', '/api/session', { login, password: as });
const code = (of: Browser, given: string) => of.ask('POST', '/api/session/second-factor', { code: given });

describe('guessing', () => {
  it('a wrong password, an unknown login and a disabled account get the same answer in about the same time', async () => {
    const { login } = await letIn(app, browser());
    const { login: disabled, id } = await letIn(app, browser());
    await app.database.db.none('UPDATE office.account SET disabled_at = now() WHERE id = $1', [id]);
    const tries = [[login, 'Nie-To-Haslo-1'], ['nikt-taki', 'Nie-To-Haslo-1'], [disabled, PASSWORD]] as const;
    const told = new Set<string>();
    // In turns, and the quickest of each: what a busy machine adds says nothing of the answer.
    const quickest = tries.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < 8; round += 1) {
      for (const [at, [who, as]] of tries.entries()) {
        const begun = performance.now();
        const { status, body, headers } = await password(browser(), who, as);
        quickest[at] = Math.min(quickest[at]!, performance.now() - begun);
        told.add(JSON.stringify([status, { ...body, requestId: '' }, headers.getSetCookie()]));
      }
    }
    expect(told.size).toBe(1);
    expect([...told][0]).toMatch(/^\[401,/);
    expect(Math.max(...quickest)).toBeLessThan(Math.min(...quickest) * 3);
  });

  it('is stopped after eight tries, also many at once; the person gets in from elsewhere, and here after a while', async () => {
    const { login } = await letIn(app, browser());
    const thief = browser();
    const tries = await Promise.all(Array.from({ length: 20 }, (_, i) => password(thief, login, `Nie-To-Haslo-${i}`)));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(8);
    const refused = tries.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(12);
    expect(refused.every(({ headers }) => Number(headers.get('retry-after')) > 60)).toBe(true);
    expect((await password(thief, login)).status).toBe(429);
    expect((await password(thief, login.toUpperCase())).status).toBe(429);
    expect((await password(browser(), login)).status).toBe(200);
    later(15 * MINUTE);
    expect((await password(thief, login)).status).toBe(200);
  });

  it('of many logins is stopped for the network, while right passwords count for nothing', async () => {
    const { login } = await letIn(app, browser());
    const office = browser();
    for (let i = 0; i < 50; i += 1) expect((await password(office, login)).status).toBe(200);
    const statuses: number[] = [];
    for (let i = 0; i < 41; i += 1) statuses.push((await password(office, `kolejny${i}`, 'Nie-To-Haslo-1')).status);
    expect([statuses.filter((status) => status === 401).length, statuses.at(-1)]).toEqual([40, 429]);
  }, 60_000);

  it('of codes ends the session after five, and stops for the account after ten', async () => {
    const { login, secret } = await letIn(app, browser());
    const guess = async (): Promise<number[]> => {
      const thief = browser();
      await password(thief, login);
      const statuses: number[] = [];
      for (let i = 0; i < 5; i += 1) statuses.push((await code(thief, wrongCode(secret, app.now()))).status);
      expect(await stateOf(thief)).toBe('anonymous');
      return statuses;
    };
    expect([...await guess(), ...await guess()]).toEqual(Array<number>(10).fill(401));
    const late = browser();
    await password(late, login);
    expect((await code(late, codeAt(secret, app.now()))).status).toBe(429);
    later(15 * MINUTE);
    await password(late, login);
    expect((await code(late, codeAt(secret, app.now()))).status).toBe(200);
  });

  it('of links is stopped too', async () => {
    const thief = browser();
    const statuses: number[] = [];
    for (let i = 0; i < 42; i += 1) statuses.push((await thief.ask('GET', `/api/invitations/${'A'.repeat(40)}${String(i).padStart(3, '0')}`)).status);
    expect([statuses[0], statuses[39], statuses[41]]).toEqual([404, 404, 429]);
  });
});
