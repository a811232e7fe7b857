/** What is sent to the desk to break it: each is refused by name, nobody gets in another way, and the log quotes nothing that people wrote. */
import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../server/http/log.ts';
import { keepInvitation, setPassword } from '../../server/rooms/accounts/credentials.repository.ts';
import { startTestApp } from '../support/app.ts';
import { openBrowser, PASSWORD } from './accounts-browser.ts';
import { type Desk, openDesk } from './procedures-desk.ts';

let desk: Desk;
beforeAll(async () => { desk = await openDesk(); });
afterAll(() => desk?.close());

const lifted = (geometry: object): never => JSON.parse(JSON.stringify(geometry), (_, value: unknown) => (Array.isArray(value) && typeof value[0] === 'number' ? [...value as number[], 219] : value)) as never;

describe('geometry', () => {
  it('with heights is taken as it lies on the ground, of a procedure and of a zone', async () => {
    const plan = await desk.plan('wysoki');
    expect((await desk.ask('chief', 'POST', '/api/procedures', { ...plan, boundary: lifted(plan.boundary) })).status).toBe(201);
    expect((await desk.ask('chief', 'GET', '/api/procedures/wysoki')).body.boundary.coordinates[0][0][0]).toHaveLength(2);
    const { key: _, ...content } = plan;
    expect((await desk.ask('chief', 'PUT', '/api/procedures/wysoki', { ...content, boundary: lifted(plan.boundary) }, 1)).status).toBe(200);
    await desk.ask('chief', 'POST', '/api/procedures/wysoki/drafts', { from: 'empty', note: '' });
    const zone = desk.zone('ZN.1', lifted(plan.boundary));
    expect((await desk.ask('chief', 'POST', '/api/procedures/wysoki/drafts/1/zones', { write: [zone], remove: [] }, 1)).status).toBe(200);
  });

  it('that is nothing to the tenth of a millimetre is 422', async () => {
    await desk.ask('chief', 'POST', '/api/procedures', await desk.plan('drobny'));
    await desk.ask('chief', 'POST', '/api/procedures/drobny/drafts', { from: 'empty', note: '' });
    const ring = [[19.93, 50.06], [19.93 + 1e-10, 50.06], [19.93 + 1e-10, 50.06 + 1e-10], [19.93, 50.06]] as [number, number][];
    const { status } = await desk.ask('chief', 'POST', '/api/procedures/drobny/drafts/1/zones', { write: [desk.zone('ZN.1', { type: 'Polygon', coordinates: [ring] })], remove: [] }, 1);
    expect(status).toBe(422);
  });
});

describe('figures', () => {
  it('from which nothing can be computed are 422, in a zone and in a file', async () => {
    await desk.ask('chief', 'POST', '/api/procedures', await desk.plan('niebotyczny'));
    await desk.ask('chief', 'POST', '/api/procedures/niebotyczny/drafts', { from: 'empty', note: '' });
    const zone = desk.zone('ZN.1', await desk.square(0, 0, 10, 10));
    for (const figures of [{ maxHeightM: 1e300 }, { maxHeightM: 5e-324 }, { maxIntensity: 1e300 }, { minIntensity: 1e300 }]) {
      expect((await desk.ask('chief', 'POST', '/api/procedures/niebotyczny/drafts/1/zones', { write: [{ ...zone, ...figures }], remove: [] }, 1)).status, JSON.stringify(figures)).toBe(422);
    }
    const file = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { symbol: 'MN.1', maxHeightM: 1e300 }, geometry: await desk.square(0, 0, 10, 10) }] };
    expect((await desk.ask('chief', 'POST', '/api/procedures/niebotyczny/drafts/import?name=a.geojson', new TextEncoder().encode(JSON.stringify(file)))).status).toBe(422);
  });
});

describe('what is no fault of ours', () => {
  it('a compressed file is 415', async () => {
    await desk.ask('chief', 'POST', '/api/procedures', await desk.plan('spakowany'));
    const { status } = await desk.people.chief.fetch('/api/procedures/spakowany/drafts/import?name=a.geojson', { method: 'POST', body: '{}', headers: { 'content-encoding': 'gzip' } });
    expect(status).toBe(415);
  });

  it('a cursor from no time zone there is, is 400', async () => {
    for (const moment of ['2026-01-01 00:00:00+99', '2026-01-01 00:00:00+10:99', '0000-99-01 00:00:00+00']) {
      const cursor = Buffer.from(JSON.stringify(['changed', moment, randomUUID()])).toString('base64url');
      expect([moment, (await desk.ask('anna', 'GET', `/api/annotations?cursor=${cursor}`)).status]).toEqual([moment, 400]);
    }
  });
});

describe('a fault in the log', () => {
  it('has its code, table and place in the program, and nothing of the row or the statement', async () => {
    const written: string[] = [];
    const log = createLog('error', new Writable({ write: (chunk: Buffer, _, done) => { written.push(String(chunk)); done(); } }));
    const { db } = desk.app.database;
    const secret = 'Sąsiad Kowalski grozi';
    for (const broken of [
      () => db.none('INSERT INTO office.draft (procedure_key, number, version, note, origin) VALUES ($1, 1, 1, $2, $3)', ['x', secret, 'law']),
      () => db.one('SELECT 1 WHERE $1 = $2', [secret, 'x']),
    ]) await broken().catch((error: unknown) => { log.error({ err: error }, 'internal'); });
    expect(written).toHaveLength(2);
    expect(written.join('')).not.toContain('Kowalski');
    expect(JSON.parse(written[0]!).err).toMatchObject({ type: 'DatabaseError', code: '23502', table: 'draft', message: expect.stringContaining('null value'), stack: expect.any(String) });
  });
});

describe('ways in', () => {
  it('after a crowd: an unknown login is refused as before', async () => {
    vi.resetModules();
    const { hashPassword, passwordFits } = await import('../../server/rooms/accounts/password.ts');
    const crowd = Array.from({ length: 62 }, () => hashPassword('x'.repeat(12)));
    await expect(passwordFits(null, 'cokolwiek')).rejects.toMatchObject({ code: 'unavailable' });
    await Promise.all(crowd);
    await expect(passwordFits(null, 'cokolwiek')).resolves.toBe(false);
  });

  it('by link end where passwords are off, and with the rights of the account', async () => {
    const { db } = desk.app.database;
    const { id } = await db.one<{ id: number }>("INSERT INTO office.account (login, name, role) VALUES ('odchodzi', 'Odchodzi', 'planner') RETURNING id");
    const { token } = await keepInvitation(db, id, new Date());
    const closed = await startTestApp({ database: { database: desk.app.database, env: {}, remove: async () => {} }, env: { PASSWORD_SIGN_IN: 'off', OIDC_ISSUER: 'https://logowanie.example', OIDC_CLIENT_ID: 'msip' } });
    expect((await openBrowser(closed).ask('POST', '/api/invitations', { token, password: PASSWORD })).status).toBe(403);
    expect((await openBrowser(closed).ask('GET', `/api/invitations/${token}`)).status).toBe(403);
    await closed.close();
    const change = (change: object) => desk.ask('admin', 'PATCH', `/api/accounts/${id}`, change);
    expect((await change({ disabled: true })).status).toBe(200);
    expect((await change({ disabled: false })).status).toBe(200);
    const gone = async (of: string) => (await openBrowser(desk.app).ask('GET', `/api/invitations/${of}`)).status;
    expect(await gone(token)).toBe(404);
    const { token: another } = await keepInvitation(db, id, new Date());
    expect(await gone(another)).toBe(200);
    await setPassword(db, id, '$argon2id$v=19$m=8,t=1,p=1$YWFhYWFhYWE$YWFhYWFhYWE');
    expect(await gone(another)).toBe(404);
  });

  it('an administrator who does much at once does not stand in their own way', async () => {
    const ids = await desk.app.database.db.map('SELECT id FROM office.account', [], ({ id }: { id: number }) => id);
    const answers: { status: number }[] = [];
    for (let round = 0; round < 6; round += 1) {
      answers.push(...await Promise.all([
        desk.ask('admin', 'PATCH', `/api/accounts/${ids[0]}`, { name: `Imię ${round}` }), desk.ask('admin', 'PATCH', `/api/accounts/${ids[1]}`, { name: `Imię ${round}` }),
        desk.ask('admin', 'POST', '/api/accounts', { login: `nowy${round}`, name: 'Nowy', role: 'planner', wholeCity: true, areas: [] }),
      ]));
    }
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 201)).toEqual([]);
  });
});

describe('what costs much', () => {
  it('is asked for so often by one address, and then 429', async () => {
    const busy = await startTestApp({ database: { database: desk.app.database, env: {}, remove: async () => {} }, env: { SEARCHES_PER_MINUTE: '2' } });
    const statuses = async (path: string): Promise<number[]> => {
      const found: number[] = [];
      while (found.length < 3) found.push((await fetch(`${busy.url}${path}`)).status);
      return found;
    };
    expect(await statuses('/api/annotations/export?f=geojson')).toEqual([200, 200, 429]);
    await busy.close();
  });
});

describe('what was deleted more than 30 days ago', () => {
  it('is not in the list any more', async () => {
    const id = randomUUID();
    const content = { title: 'Stara', text: '', category: 'note', tags: [], priority: 'normal', dueOn: null, assignee: null, visibility: 'office', geometry: { type: 'Point', coordinates: [19.9373, 50.0617] }, subjects: [] };
    expect((await desk.ask('anna', 'POST', '/api/annotations', { id, ...content })).status).toBe(201);
    expect((await desk.ask('anna', 'DELETE', `/api/annotations/${id}`, undefined, 1)).status).toBe(200);
    const listed = async () => (await desk.ask('anna', 'GET', '/api/annotations?deleted=true')).body.annotations.map((one: { id: string }) => one.id).includes(id);
    expect(await listed()).toBe(true);
    await desk.app.database.db.none("UPDATE office.annotation SET deleted_at = now() - interval '30 days 1 minute' WHERE id = $1", [id]);
    expect(await listed()).toBe(false);
  });
});
