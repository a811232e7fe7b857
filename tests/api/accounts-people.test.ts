/** Accounts for administrators: who may, what holds for areas and the last administrator, the command line, the first start. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountMade, AccountRecord, AccountRecords, Colleagues, InvitationLink } from '../../domain/contract/office/session.ts';
import { firstAdministrator } from '../../server/rooms/accounts/first-run.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { HOME, ownDatabase, type TestDatabase } from '../support/database.ts';
import { type Person, signIn } from '../support/people.ts';
import { ROOT } from '../support/seed-cache.ts';

let app: TestApp;
let root: Person;
let planner: Person;
beforeAll(async () => {
  app = await startTestApp({ database: 'seeded' });
  root = await signIn(app, { login: 'root', role: 'administrator' });
  planner = await signIn(app, { login: 'planner', role: 'planner', areas: [{ kind: 'district', key: 'VII' }] });
});
afterAll(() => app.close());

const send = (by: Person, method: string, path: string, body?: object) => by.fetch(path, { method, ...(body && { body: JSON.stringify(body) }) });
const mayWrite = async (id: number, place: string): Promise<boolean> => (await app.database.db.one<{ may: boolean }>(`SELECT office.may_write_at($1, (${place})) AS may`, [id])).may;
const inDistrict = (key: string): string => `SELECT ST_PointOnSurface(geom) FROM city.district WHERE key = '${key}'`;
const someone = { name: 'Ktoś', role: 'planner', wholeCity: false, areas: [] };

describe('accounts', () => {
  it('are administrators\' business: 401 for strangers, 403 for planners, whatever the address', async () => {
    const stranger = { fetch: (path: string, init?: RequestInit) => fetch(`${app.url}${path}`, { ...init, headers: { 'content-type': 'application/json' } }) };
    for (const [method, path] of [['GET', '/api/accounts'], ['POST', '/api/accounts'], ['PATCH', '/api/accounts/1'], ['PATCH', '/api/accounts/99999'], ['POST', '/api/accounts/1/invitation']] as const) {
      const init = { method, ...(method === 'GET' ? {} : { body: '{}' }) };
      expect([path, (await stranger.fetch(path, init)).status, (await planner.fetch(path, init)).status]).toEqual([path, 401, 403]);
    }
  });

  it('are made with a link and no password, listed with their areas by name', async () => {
    const response = await send(root, 'POST', '/api/accounts', { login: 'nowak', name: 'Anna Nowak', role: 'planner', wholeCity: false, areas: [{ kind: 'district', key: 'VII' }, { kind: 'plan', key: 'plaszow-rybitwy' }] });
    const made = AccountMade.parse(await response.json());
    expect(response.status).toBe(201);
    expect(made.invitation.url).toMatch(new RegExp(`^${app.url}/zaproszenie/[\\w-]{43}$`));
    expect(made.account).toMatchObject({ login: 'nowak', signsInBy: 'nothing-yet', secondFactor: false, disabled: false, lastSignedInAt: null });
    expect(made.account.areas.map(({ kind, key }) => [kind, key])).toEqual([['district', 'VII'], ['plan', 'plaszow-rybitwy']]);
    expect(made.account.areas.every(({ name, key }) => name !== '' && name !== key)).toBe(true);
    const { accounts } = AccountRecords.parse(await (await send(root, 'GET', '/api/accounts')).json());
    expect(accounts.find(({ login }) => login === 'nowak')).toEqual(made.account);
    const { colleagues } = Colleagues.parse(await (await send(planner, 'GET', '/api/colleagues')).json());
    expect(colleagues.map(({ login }) => login)).toEqual(expect.arrayContaining(['nowak', 'planner', 'root']));
    const again = InvitationLink.parse(await (await send(root, 'POST', `/api/accounts/${made.account.id}/invitation`)).json());
    expect(again.url).not.toBe(made.invitation.url);
  });

  it('a taken login is 409, an unknown area 422, a wrong login 400, an unknown account 404', async () => {
    const statuses = await Promise.all([
      send(root, 'POST', '/api/accounts', { login: 'planner', ...someone }), send(root, 'POST', '/api/accounts', { login: 'x1', ...someone, areas: [{ kind: 'district', key: 'XXX' }] }),
      send(root, 'POST', '/api/accounts', { login: 'Wielka Litera', ...someone }), send(root, 'PATCH', '/api/accounts/99999', { name: 'Nikt' }), send(root, 'PATCH', '/api/accounts/abc', { name: 'Nikt' }),
      send(root, 'POST', '/api/accounts', { login: 'x2', ...someone, passwordHash: 'x' }),
    ].map(async (answer) => (await answer).status));
    expect(statuses).toEqual([409, 422, 400, 404, 404, 400]);
  });

  it('a planner writes in their areas and nowhere else, from the moment these are given', async () => {
    expect([await mayWrite(planner.id, inDistrict('VII')), await mayWrite(planner.id, inDistrict('I'))]).toEqual([true, false]);
    const changed = AccountRecord.parse(await (await send(root, 'PATCH', `/api/accounts/${planner.id}`, { areas: [{ kind: 'district', key: 'I' }] })).json());
    expect(changed.areas).toHaveLength(1);
    expect([await mayWrite(planner.id, inDistrict('VII')), await mayWrite(planner.id, inDistrict('I'))]).toEqual([false, true]);
    await send(root, 'PATCH', `/api/accounts/${planner.id}`, { areas: [{ kind: 'plan', key: 'plaszow-rybitwy' }] });
    expect(await mayWrite(planner.id, "SELECT ST_PointOnSurface(geom) FROM planning.plan WHERE key = 'plaszow-rybitwy' AND upper_inf(valid)")).toBe(true);
    await send(root, 'PATCH', `/api/accounts/${planner.id}`, { wholeCity: true });
    expect(await mayWrite(planner.id, inDistrict('VII'))).toBe(true);
    await send(root, 'PATCH', `/api/accounts/${planner.id}`, { disabled: true });
    expect(await mayWrite(planner.id, inDistrict('VII'))).toBe(false);
  });

  it('the last administrator cannot be disabled or demoted, not even by two at once', async () => {
    expect((await send(root, 'PATCH', `/api/accounts/${root.id}`, { disabled: true })).status).toBe(409);
    expect((await send(root, 'PATCH', `/api/accounts/${root.id}`, { role: 'planner' })).status).toBe(409);
    const second = await signIn(app, { login: 'root2', role: 'administrator' });
    const both = await Promise.all([send(root, 'PATCH', `/api/accounts/${second.id}`, { role: 'planner' }), send(second, 'PATCH', `/api/accounts/${root.id}`, { role: 'planner' })]);
    const { n } = await app.database.db.one<{ n: number }>("SELECT count(*)::integer AS n FROM office.account WHERE role = 'administrator' AND disabled_at IS NULL");
    expect(n).toBe(1);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    await app.database.db.none("UPDATE office.account SET role = 'administrator' WHERE id = $1", [root.id]);
  });

  it('a reset second factor signs out and is gone with its recovery codes; everything stands in the trail', async () => {
    const eva = await signIn(app, { login: 'eva', role: 'planner' });
    await app.database.db.none("UPDATE office.account SET totp_sealed = '\\x00', totp_last_step = 5 WHERE id = $1", [eva.id]);
    await app.database.db.none('INSERT INTO office.recovery_code VALUES ($1, sha256($2))', [eva.id, Buffer.from('x')]);
    expect(AccountRecord.parse(await (await send(root, 'PATCH', `/api/accounts/${eva.id}`, { resetSecondFactor: true })).json()).secondFactor).toBe(false);
    expect((await eva.fetch('/api/colleagues')).status).toBe(401);
    expect(await app.database.db.any('SELECT 1 FROM office.recovery_code WHERE account_id = $1', [eva.id])).toEqual([]);
    const trail = await app.database.db.any<{ action: string; actor: number }>("SELECT action, actor FROM audit.entry WHERE subject_kind = 'account' AND subject = $1 ORDER BY seq", [String(eva.id)]);
    expect(trail).toEqual([{ action: 'second-factor.reset', actor: root.id }]);
    const all = await app.database.db.map<string>('SELECT DISTINCT action FROM audit.entry WHERE actor = $1', [root.id], ({ action }: { action: string }) => action);
    expect(all).toEqual(expect.arrayContaining(['account.created', 'account.changed', 'account.disabled', 'account.invited', 'second-factor.reset']));
  });
});

describe('the first start', () => {
  let empty: TestDatabase;
  beforeAll(async () => { empty = await ownDatabase('empty'); });
  afterAll(() => empty.remove());
  const DAY = 24 * 3_600_000;

  it('makes one link, once; one that ran out unused is made anew, and none when somebody has signed in', async () => {
    const { db } = empty.database;
    const start = new Date();
    const links = await Promise.all([firstAdministrator(db, start), firstAdministrator(db, start)]);
    expect(links.filter((link) => link !== undefined)).toHaveLength(1);
    expect(await firstAdministrator(db, new Date(start.getTime() + 6 * DAY))).toBeUndefined();
    expect(await firstAdministrator(db, new Date(start.getTime() + 8 * DAY))).toMatch(/^[\w-]{43}$/);
    expect(await db.any("SELECT login, role, password_hash FROM office.account")).toEqual([{ login: 'administrator', role: 'administrator', password_hash: null }]);
    await db.none("UPDATE office.account SET password_hash = '$argon2id$x'");
    await db.none('DELETE FROM office.invitation');
    expect(await firstAdministrator(db, new Date(start.getTime() + 20 * DAY))).toBeUndefined();
  });
});

describe('npm run user', () => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await ownDatabase('seeded');
    // The embedded database belongs to one process: ours lets go of it.
    if (HOME === 'embedded') await own.database.close();
  });
  afterAll(() => own.remove());

  const user = (...words: string[]): Promise<{ stdout: string; stderr: string; code: number }> =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', join(ROOT, 'server/cli/user.ts'), ...words], { cwd: ROOT, env: { ...process.env, ...own.env, PUBLIC_URL: 'https://msip.example' } })
      .then((said) => ({ ...said, code: 0 }), (error: { stdout: string; stderr: string; code: number }) => error);

  it('adds, lists, changes and resets, prints links and no password, and names what is wrong', async () => {
    expect((await user('add', '--login', 'anna', '--name', 'Anna', '--district', '77')).stderr).toContain('There is no district 77');
    const added = await user('add', '--login', 'anna', '--name', 'Anna Nowak', '--role', 'planner', '--district', '7', '--plan', 'plaszow-rybitwy');
    expect(added).toMatchObject({ code: 0, stdout: expect.stringMatching(/^https:\/\/msip\.example\/zaproszenie\/[\w-]{43}$/m) as string });
    expect(await user('add', '--login', 'anna', '--name', 'Anna', '--whole-city')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is an account anna already') as string });
    expect(await user('role', '--login', 'anna', '--role', 'chief-planner', '--whole-city')).toMatchObject({ code: 0, stdout: 'anna: chief-planner, whole city\n' });
    expect((await user('list')).stdout).toMatch(/^anna · Anna Nowak · chief-planner · whole city · nothing-yet · no second factor · never signed in$/m);
    expect((await user('reset', '--login', 'nikt')).stderr).toContain('There is no account nikt');
    expect((await user('erase', '--login', 'anna')).stderr).toContain('Say what to do');
  }, 120_000);
});
