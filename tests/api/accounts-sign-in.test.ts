/** Signing in by link, password and authenticator: each works once, guessing is stopped, and nothing secret is written down. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { Session } from '../../domain/contract/office/session.ts';
import { createApp } from '../../server/app.ts';
import { keepInvitation } from '../../server/rooms/accounts/credentials.repository.ts';
import { openDoor } from '../../server/serve.ts';
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

async function invited(login: string): Promise<string> {
  const { id } = await app.database.db.one<{ id: number }>("INSERT INTO office.account (login, name, role) VALUES ($1, 'Nowa Osoba', 'planner') RETURNING id", [login]);
  return (await keepInvitation(app.database.db, id, app.now())).token;
}

describe('a one-time link', () => {
  it('says whom it is for, sets a password once, and leads to the second factor without giving rights', async () => {
    const token = await invited('nowa');
    const anna = browser();
    expect((await anna.ask('GET', `/api/invitations/${token}`)).body).toEqual({ name: 'Nowa Osoba' });
    const set = await anna.ask('POST', '/api/invitations', { token, password: PASSWORD });
    expect([set.status, set.body]).toEqual([200, { state: 'enrolment', login: 'nowa' }]);
    expect((await anna.ask('GET', '/api/colleagues')).status).toBe(401);
    expect((await anna.ask('GET', '/api/sessions')).status).toBe(401);
    expect((await code(anna, '123456')).status).toBe(401);
    const again = await browser().ask('POST', '/api/invitations', { token, password: PASSWORD });
    expect([again.status, (await anna.ask('GET', `/api/invitations/${token}`)).status]).toEqual([404, 404]);
  });

  it('of two who use it at once, one gets in', async () => {
    const token = await invited('dwoje');
    const answers = await Promise.all([1, 2, 3].map((n) => browser().ask('POST', '/api/invitations', { token, password: `${PASSWORD}${n}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  });

  it('ends after seven days, when a newer one is made, and with the account', async () => {
    const old = await invited('powolna');
    later(7 * 24 * 60 * MINUTE);
    expect((await browser().ask('GET', `/api/invitations/${old}`)).status).toBe(404);
    const { id } = await app.database.db.one<{ id: number }>("SELECT id FROM office.account WHERE login = 'powolna'");
    const first = (await keepInvitation(app.database.db, id, app.now())).token;
    const second = (await keepInvitation(app.database.db, id, app.now())).token;
    expect((await browser().ask('GET', `/api/invitations/${first}`)).status).toBe(404);
    expect((await browser().ask('GET', `/api/invitations/${second}`)).status).toBe(200);
    await app.database.db.none('UPDATE office.account SET disabled_at = now() WHERE id = $1', [id]);
    expect((await browser().ask('POST', '/api/invitations', { token: second, password: PASSWORD })).status).toBe(404);
  });

  it('takes no password that everybody tries, and stays good until it has one', async () => {
    const token = await invited('staranna');
    const weak = ['krótkie-1', 'aaaaaaaaaaaaaa', 'abcabcabcabcabc', 'moje-Staranna-haslo', 'qwertyuiopasd', '123456789012', 'Haslo1234567!', 'krakow2026!!!!'];
    for (const one of weak) {
      const { status } = await browser().ask('POST', '/api/invitations', { token, password: one });
      expect([one, status]).toEqual([one, one.length < 12 ? 400 : 422]);
    }
    expect((await browser().ask('POST', '/api/invitations', { token, password: 'cztery zwykle slowa razem' })).status).toBe(200);
  });
});

describe('the second factor', () => {
  it('is asked of everybody with a password, and gives ten recovery codes', async () => {
    const anna = browser();
    const { login, secret, recoveryCodes } = await letIn(app, anna);
    expect(await stateOf(anna)).toBe('signed-in');
    expect(new Set(recoveryCodes).size).toBe(10);
    later(MINUTE);
    const elsewhere = browser();
    expect((await password(elsewhere, login)).body).toEqual({ state: 'second-factor', login });
    expect((await elsewhere.ask('GET', '/api/colleagues')).status).toBe(401);
    expect((await elsewhere.ask('POST', '/api/session/enrolment')).status).toBe(401);
    expect((await code(elsewhere, codeAt(secret, app.now()))).body).toMatchObject({ state: 'signed-in', account: { login } });
  });

  it('a code works once: not again, not the one before it, not for two at once', async () => {
    const { login, secret } = await letIn(app, browser());
    later(MINUTE);
    const [first, second] = [browser(), browser()];
    await password(first, login);
    await password(second, login);
    const now = codeAt(secret, app.now());
    const both = await Promise.all([code(first, now), code(second, now)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    const third = browser();
    await password(third, login);
    expect((await code(third, now)).status).toBe(401);
    expect((await code(third, codeAt(secret, new Date(app.now().getTime() - 30_000)))).status).toBe(401);
    expect((await code(third, codeAt(secret, new Date(app.now().getTime() + 30_000)))).status).toBe(200);
  });

  it('the code that confirmed it is used up too; one of two steps away is none', async () => {
    const { login, secret, confirmedBy } = await letIn(app, browser());
    const anna = browser();
    await password(anna, login);
    expect((await code(anna, confirmedBy)).status).toBe(401);
    later(5 * MINUTE);
    for (const away of [-90_000, 90_000]) expect((await code(anna, codeAt(secret, new Date(app.now().getTime() + away)))).status).toBe(401);
    expect(await stateOf(anna)).toBe('second-factor');
  });

  it('a recovery code stands in for it, once, however it is typed', async () => {
    const { login, recoveryCodes } = await letIn(app, browser());
    const [one = '', two = ''] = recoveryCodes;
    const [first, second] = [browser(), browser()];
    await password(first, login);
    expect((await code(first, one.toLowerCase().replaceAll('-', ''))).status).toBe(200);
    await password(second, login);
    expect((await code(second, one)).status).toBe(401);
    expect((await code(second, ` ${two} `)).status).toBe(200);
  });

  it('is set up by whoever comes first: a second enrolment of the same account is refused', async () => {
    const token = await invited('zdublowana');
    const [first, second] = [browser(), browser()];
    await first.ask('POST', '/api/invitations', { token, password: PASSWORD });
    await password(second, 'zdublowana');
    const secretOf = async (of: Browser) => (await of.ask<{ secret: string; uri: string }>('POST', '/api/session/enrolment')).body;
    const [mine, theirs] = [await secretOf(first), await secretOf(second)];
    expect(mine.uri).toMatch(/^otpauth:\/\/totp\/.*zdublowana\?.*issuer=MSIP/);
    const confirm = (of: Browser, secret: string) => of.ask('POST', '/api/session/enrolment/confirmation', { code: codeAt(secret, app.now()) });
    expect((await first.ask('POST', '/api/session/enrolment/confirmation', { code: wrongCode(mine.secret, app.now()) })).status).toBe(422);
    expect((await confirm(first, mine.secret)).status).toBe(200);
    expect((await confirm(second, theirs.secret)).status).toBe(409);
    expect(await stateOf(second)).toBe('enrolment');
    expect((await second.ask('GET', '/api/colleagues')).status).toBe(401);
  });

  it('is sealed in the database', async () => {
    const { secret, recoveryCodes } = await letIn(app, browser());
    const dump = JSON.stringify(await app.database.db.any('SELECT account::text FROM office.account AS account UNION ALL SELECT code::text FROM office.recovery_code AS code'));
    const plain = [secret, Buffer.from(secret).toString('hex'), ...recoveryCodes, PASSWORD];
    expect(plain.filter((text) => dump.includes(text))).toEqual([]);
  });

  it('does not wait for ever: half-way sessions end after ten minutes', async () => {
    const { login, secret } = await letIn(app, browser());
    const anna = browser();
    await password(anna, login);
    later(10 * MINUTE + 1);
    expect((await code(anna, codeAt(secret, app.now()))).status).toBe(401);
  });
});

describe('what is written down', () => {
  it('every sign-in, failure and sign-out stands in the trail; no password, code, token or whole address does, nor in the log', async () => {
    let written = '';
    const log = pino({ level: 'trace' }, new Writable({ write(chunk: Buffer, _encoding, done) { written += chunk.toString(); done(); } }));
    const door = await openDoor({ host: '127.0.0.1', port: 0 });
    const logged = createApp({ config: { ...app.config, publicUrl: door.url }, database: app.database, log, now: app.now });
    door.admitTo(logged);
    const from = (await app.database.db.one<{ seq: string }>('SELECT coalesce(max(seq), 0) AS seq FROM audit.entry')).seq;
    const anna = openBrowser({ url: door.url, config: { ...app.config, publicUrl: door.url } }, '203.0.113.77');
    const here = { ...app, url: door.url };
    const { id, login, secret, recoveryCodes } = await letIn(here, anna);
    const tokens = [anna.jar.get('msip')!];
    await anna.ask('DELETE', '/api/session');
    await password(anna, login, 'Tajne-Zle-Haslo-7');
    await password(anna, 'Tajne-Haslo-W-Loginie', 'Tajne-Zle-Haslo-7');
    await password(anna, login);
    tokens.push(anna.jar.get('msip')!);
    await code(anna, wrongCode(secret, app.now()));
    await code(anna, recoveryCodes[0]!);
    await door.close(0);
    await logged.close();
    const entries = await app.database.db.any<{ action: string; subject: string; actor: number | null; text: string }>('SELECT action, subject, actor, entry::text AS text FROM audit.entry AS entry WHERE seq > $1 ORDER BY seq', [from]);
    expect(entries.map(({ action, subject, actor }) => [action, subject, actor])).toEqual([
      ['password.set', String(id), id], ['second-factor.enrolled', String(id), id], ['session.started', String(id), id], ['session.ended', String(id), id],
      ['session.refused', String(id), null], ['session.refused', 'unknown', null], ['session.refused', String(id), null], ['session.started', String(id), id],
    ]);
    const all = written + entries.map(({ text }) => text).join('\n');
    expect(written).toContain('/api/session/second-factor');
    const secrets = [PASSWORD, 'Tajne', 'tajne', secret, ...recoveryCodes, ...tokens, '203.0.113.77', wrongCode(secret, app.now())];
    expect(secrets.filter((text) => all.includes(text))).toEqual([]);
  });
});
