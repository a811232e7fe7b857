/** One's own second factor: a secret under way stays the same, recovery codes and the authenticator are renewed by a code of now, and by nothing less. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Enrolment, RecoveryCodes, Session } from '../../domain/contract/office/session.ts';
import { keepInvitation } from '../../server/rooms/accounts/credentials.repository.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { signIn } from '../support/people.ts';
import { type Browser, codeAt, letIn, openBrowser, PASSWORD, wrongCode } from './accounts-browser.ts';

const MINUTE = 60_000;
let app: TestApp;
let ahead = 0;
const later = (ms: number): void => { ahead += ms; };
beforeAll(async () => { app = await startTestApp({ database: 'empty', now: () => new Date(Date.now() + ahead) }); });
afterAll(() => app.close());

const browser = (): Browser => openBrowser(app);
/** The code of the next minute: the ones before may have been taken. */
const nextCode = (secret: string): string => {
  later(MINUTE);
  return codeAt(secret, app.now());
};
const stateOf = async (of: Browser): Promise<string> => Session.parse((await of.ask('GET', '/api/session')).body).state;
const begin = async (of: Browser, code: string) => of.ask('POST', '/api/session/authenticator', { code });
const confirm = async (of: Browser, code: string) => of.ask('POST', '/api/session/authenticator/confirmation', { code });
const renew = async (of: Browser, code: string) => of.ask('POST', '/api/session/recovery-codes', { code });
/** A browser that is signed in to that account with a code. */
async function another(login: string, code: string): Promise<Browser> {
  const there = browser();
  await there.ask('POST', '/api/session', { login, password: PASSWORD });
  expect((await there.ask('POST', '/api/session/second-factor', { code })).status).toBe(200);
  return there;
}
const deeds = async (id: number): Promise<string[]> => (await app.database.db.any<{ action: string }>('SELECT action FROM audit.entry WHERE subject = $1 ORDER BY seq', [String(id)])).map(({ action }) => action);

describe('the first authenticator', () => {
  it('has one secret as long as the session sets it up, also when two pages ask at once; another session has its own', async () => {
    const { id } = await app.database.db.one<{ id: number }>("INSERT INTO office.account (login, name, role) VALUES ('telefon', 'Z Telefonu', 'planner') RETURNING id");
    const phone = browser();
    await phone.ask('POST', '/api/invitations', { token: (await keepInvitation(app.database.db, id, app.now())).token, password: PASSWORD });
    const secretOf = async (of: Browser) => Enrolment.parse((await of.ask('POST', '/api/session/enrolment')).body).secret;
    const [first, second] = await Promise.all([secretOf(phone), secretOf(phone)]);
    later(20 * MINUTE);
    expect([second, await secretOf(phone)]).toEqual([first, first]);
    const desk = browser();
    await desk.ask('POST', '/api/session', { login: 'telefon', password: PASSWORD });
    expect(await secretOf(desk)).not.toBe(first);
    expect((await phone.ask('POST', '/api/session/enrolment/confirmation', { code: codeAt(first, app.now()) })).status).toBe(200);
  });

  it('asked for anew after the time for it was over, it is another', async () => {
    const { id } = await app.database.db.one<{ id: number }>("INSERT INTO office.account (login, name, role) VALUES ('pozna', 'Późna', 'planner') RETURNING id");
    const anna = browser();
    await anna.ask('POST', '/api/invitations', { token: (await keepInvitation(app.database.db, id, app.now())).token, password: PASSWORD });
    const { body: { secret } } = await anna.ask<{ secret: string }>('POST', '/api/session/enrolment');
    later(31 * MINUTE);
    expect((await anna.ask('POST', '/api/session/enrolment')).status).toBe(401);
    await anna.ask('POST', '/api/session', { login: 'pozna', password: PASSWORD });
    expect((await anna.ask('POST', '/api/session/enrolment')).body['secret']).not.toBe(secret);
  });
});

describe('recovery codes', () => {
  it('are renewed by a code of now: the old ones are void, the new ones work, and the trail says so', async () => {
    const anna = browser();
    const { id, login, secret, recoveryCodes } = await letIn(app, anna);
    const { status, headers, body } = await renew(anna, nextCode(secret));
    const { recoveryCodes: fresh, account } = RecoveryCodes.parse(body);
    expect([status, headers.get('cache-control'), account.login, new Set([...fresh, ...recoveryCodes]).size]).toEqual([200, 'no-store', login, 20]);
    const elsewhere = browser();
    await elsewhere.ask('POST', '/api/session', { login, password: PASSWORD });
    expect((await elsewhere.ask('POST', '/api/session/second-factor', { code: recoveryCodes[0] })).status).toBe(401);
    expect((await elsewhere.ask('POST', '/api/session/second-factor', { code: fresh[0] })).status).toBe(200);
    expect(await deeds(id)).toContain('second-factor.codes-renewed');
  });

  it('are not given for a wrong code, one that was used, nor to who is only half-way in; the page stays signed in', async () => {
    const anna = browser();
    const { login, secret, recoveryCodes } = await letIn(app, anna);
    const used = nextCode(secret);
    expect((await renew(anna, used)).status).toBe(200);
    for (const code of [used, wrongCode(secret, app.now()), recoveryCodes[3]!]) {
      const { status, body } = await renew(anna, code);
      expect([status, body['errors'], body['recoveryCodes']]).toEqual([422, [{ path: 'code', message: 'is wrong' }], undefined]);
    }
    expect((await renew(anna, '12')).status).toBe(400);
    expect(await stateOf(anna)).toBe('signed-in');
    const half = browser();
    await half.ask('POST', '/api/session', { login, password: PASSWORD });
    expect([(await renew(half, nextCode(secret))).status, (await renew(browser(), nextCode(secret))).status]).toEqual([401, 401]);
  });

  it('of two renewals at once with one code, one counts', async () => {
    const anna = browser();
    const { secret } = await letIn(app, anna);
    const code = nextCode(secret);
    const both = await Promise.all([renew(anna, code), renew(anna, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('guessing stops after ten codes', async () => {
    const anna = browser();
    const { secret } = await letIn(app, anna);
    const statuses: number[] = [];
    for (let i = 0; i < 11; i += 1) statuses.push((await renew(anna, wrongCode(secret, app.now()))).status);
    expect([new Set(statuses.slice(0, 10)), statuses[10]]).toEqual([new Set([422]), 429]);
  });
});

describe('another authenticator', () => {
  it('is begun by a code of the old one and in force by a code of the new one, with new recovery codes; other sessions end', async () => {
    const anna = browser();
    const { id, login, secret, recoveryCodes } = await letIn(app, anna);
    const phone = await another(login, nextCode(secret));
    const { secret: next } = Enrolment.parse((await begin(anna, nextCode(secret))).body);
    expect(next).not.toBe(secret);
    // Nothing has changed until the new one has shown a code.
    expect((await confirm(anna, wrongCode(next, app.now()))).status).toBe(422);
    expect((await renew(anna, nextCode(secret))).status).toBe(200);
    expect(await stateOf(phone)).toBe('signed-in');

    const { recoveryCodes: fresh } = RecoveryCodes.parse((await confirm(anna, nextCode(next))).body);
    expect([await stateOf(anna), await stateOf(phone)]).toEqual(['signed-in', 'anonymous']);
    expect((await renew(anna, nextCode(secret))).status).toBe(422);
    await another(login, nextCode(next));
    await another(login, fresh[0]!);
    expect(fresh.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    expect((await confirm(anna, nextCode(next))).status).toBe(422);
    expect(await deeds(id)).toContain('second-factor.replaced');
  });

  it('can be begun with a recovery code, by those whose phone is gone, and again without voiding what was scanned', async () => {
    const anna = browser();
    const { login, recoveryCodes: [one = '', two = '', three = ''] } = await letIn(app, anna);
    const late = await another(login, one);
    const { secret: next } = Enrolment.parse((await begin(late, two)).body);
    expect((await begin(late, three)).body).toMatchObject({ secret: next });
    expect((await confirm(late, nextCode(next))).status).toBe(200);
  });

  it('of two confirmations at once, one counts; a second factor that was reset meanwhile stays reset', async () => {
    const anna = browser();
    const { id, secret } = await letIn(app, anna);
    const { body: { secret: next } } = await anna.ask<{ secret: string }>('POST', '/api/session/authenticator', { code: nextCode(secret) });
    const code = nextCode(next);
    const both = await Promise.all([confirm(anna, code), confirm(anna, code)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const { body: { secret: third } } = await anna.ask<{ secret: string }>('POST', '/api/session/authenticator', { code: nextCode(next) });
    await app.database.db.none('UPDATE office.account SET totp_sealed = NULL WHERE id = $1', [id]);
    expect((await confirm(anna, nextCode(third))).status).toBe(409);
  });

  it('is not ours to renew where the provider asks for the second factor', async () => {
    const ola = await signIn(app, { login: 'ola', role: 'planner' });
    for (const path of ['recovery-codes', 'authenticator']) expect((await ola.fetch(`/api/session/${path}`, { method: 'POST', body: '{"code":"123456"}' })).status).toBe(403);
  });

  it('the secret under way is sealed in the database', async () => {
    const anna = browser();
    const { secret } = await letIn(app, anna);
    const { body: { secret: next } } = await anna.ask<{ secret: string }>('POST', '/api/session/authenticator', { code: nextCode(secret) });
    const dump = JSON.stringify(await app.database.db.any('SELECT session::text FROM office.session AS session'));
    expect([next, Buffer.from(next).toString('hex')].filter((text) => dump.includes(text))).toEqual([]);
  });
});
