/** Publishing and withdrawing: a draft is nowhere outside until then, everywhere after, gone again afterwards – and every day keeps what was public on it. */
import { setTimeout as delay } from 'node:timers/promises';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Procedure } from '../../domain/contract/office/procedure.ts';
import type { Account } from '../../domain/office/roles.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { followDay } from '../../server/rooms/procedures/follow-days.ts';
import { publish, withdraw } from '../../server/rooms/procedures/publication.repository.ts';
import { BUILT, type Desk, type Json, openDesk } from './procedures-desk.ts';

let desk: Desk;
beforeAll(async () => { desk = await openDesk(); });
afterAll(() => desk?.close());

const at = (key: string, rest = ''): string => `/api/procedures/${key}${rest}`;
const get = async (path: string): Promise<Json> => (await fetch(`${desk.app.url}${path}`)).json();

/** A plan with a partition of two zones in its first draft. */
async function begin(key: string, name: string): Promise<void> {
  await desk.ask('anna', 'POST', '/api/procedures', await desk.plan(key, { name }));
  await desk.ask('anna', 'POST', at(key, '/drafts'), { from: 'empty', note: '' });
  const { status } = await desk.ask('anna', 'POST', at(key, '/drafts/1/zones'), { remove: [], write: [
    desk.zone('MW.901', await desk.square(0, 0, 120, 100), { zoneClass: 'MW', designation: 'zabudowa próbna', ...BUILT }), desk.zone('ZN.902', await desk.square(120, 0, 80, 100)),
  ] }, 1);
  expect(status).toBe(200);
}
async function publication(key: string, draft = 1): Promise<{ status: number; body: Json }> {
  const { body } = await desk.ask('chief', 'GET', at(key));
  return desk.ask('chief', 'POST', at(key, '/publication'), { draft, draftVersion: body.drafts.find(({ number }: { number: number }) => number === draft).version }, body.version);
}
async function withdrawal(key: string): Promise<{ status: number; body: Json }> {
  const { body } = await desk.ask('chief', 'GET', at(key));
  return desk.ask('chief', 'POST', at(key, '/withdrawal'), { reason: 'Rysunek wymaga poprawy.' }, body.version);
}

async function tileKeys(layer: string): Promise<string[]> {
  const { lon, lat } = await desk.app.database.db.one<{ lon: number; lat: number }>("SELECT ST_X(p) AS lon, ST_Y(p) AS lat FROM (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(7424060, 5547650), 2178), 4326) AS p) AS place");
  const scale = 2 ** 16;
  const [x, y] = [Math.floor(((lon + 180) / 360) * scale), Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * scale)];
  const bytes = new Uint8Array(await (await fetch(`${desk.app.url}/tiles/${layer}/16/${x}/${y}.mvt`)).arrayBuffer());
  const found = bytes.length === 0 ? undefined : new VectorTile(new PbfReader(bytes)).layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, index) => JSON.stringify(found!.feature(index).properties));
}

/** Where the public could meet the plan, each as "it is there". */
async function seen(key: string, name: string): Promise<Record<string, boolean>> {
  const place = await desk.square(20, 20, 50, 50);
  const extract = await (await fetch(`${desk.app.url}/api/areas/extract`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ geometry: place }) })).json() as { plans: { key: string; zones: { symbol: string }[] }[] };
  const difference = await fetch(`${desk.app.url}/api/plans/${key}/difference`);
  return {
    plans: (await get(`/api/collections/plans/items?limit=500`)).features.some((one: Json) => one.properties.key === key),
    zones: (await get(`/api/collections/zones/items?plan=${key}`)).features.length === 2,
    search: (await get(`/api/search?q=${encodeURIComponent(name)}`)).results.some(({ label }: { label: string }) => label === name),
    searchZone: (await get('/api/search?q=MW.901')).results.some(({ label }: { label: string }) => label === 'MW.901'),
    planTile: (await tileKeys('plans')).some((properties) => properties.includes(name)),
    zoneTile: (await tileKeys('zones')).some((properties) => properties.includes('MW.901')),
    extract: extract.plans.some((one) => one.key === key && one.zones.some(({ symbol }) => symbol === 'MW.901')),
    statement: (await fetch(`${desk.app.url}/tekst/plan/${key}`)).status === 200,
    difference: difference.status === 200,
    text: (await (await fetch(`${desk.app.url}/tekst/plany`)).text()).includes(name),
  };
}
const all = (state: Record<string, boolean>, expected: boolean): Record<string, boolean> => Object.fromEntries(Object.keys(state).map((name) => [name, expected]));
/** Notifications of changed tiles arrive after the commit. */
async function settled(key: string, name: string, expected: boolean): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const state = await seen(key, name);
    if (Object.values(state).every((one) => one === expected)) return;
    await delay(100);
  }
  const state = await seen(key, name);
  expect(state).toEqual(all(state, expected));
}

describe('the public', () => {
  it('meets a draft nowhere, the published plan everywhere, the withdrawn one nowhere again', async () => {
    await begin('jawny', 'Zabłocie Testowe');
    await settled('jawny', 'Zabłocie Testowe', false);
    const { status, body } = await publication('jawny');
    expect([status, body.detail]).toEqual([200, undefined]);
    expect(Procedure.parse(body)).toMatchObject({ version: 2, publications: [{ action: 'published', draft: 1 }], may: { withdraw: true } });
    await settled('jawny', 'Zabłocie Testowe', true);
    const { features: [plan] } = await get(`/api/collections/plans/items?limit=500`).then(({ features }) => ({ features: features.filter((one: Json) => one.properties.key === 'jawny') }));
    expect(plan.properties).toMatchObject({ status: 'in-preparation', stage: 'INITIATION', source: 'MSIP Kraków – biurko planisty', source_date: dayInKrakow(), demonstration: false });
    expect((await withdrawal('jawny')).status).toBe(200);
    await settled('jawny', 'Zabłocie Testowe', false);
    const after = Procedure.parse((await desk.ask('chief', 'GET', at('jawny'))).body);
    expect(after.publications).toMatchObject([{ action: 'published' }, { action: 'withdrawn', reason: 'Rysunek wymaga poprawy.', by: { name: 'Celina Wilk' } }]);
    expect(after.drafts[0]).toMatchObject({ publishedAt: expect.any(String), withdrawnAt: expect.any(String) });
    expect((await withdrawal('jawny')).status).toBe(422);
  });

  it('sees nothing of a draft with open findings, of an old version, or from who is not the chief', async () => {
    await begin('z-wada', 'Z wadą');
    const { zones } = (await desk.ask('anna', 'GET', at('z-wada', '/drafts/1'))).body;
    await desk.ask('anna', 'POST', at('z-wada', '/drafts/1/zones'), { write: [], remove: [zones[1].id] }, 2);
    const refused = await publication('z-wada');
    expect([refused.status, refused.body.errors]).toEqual([422, [{ path: expect.stringMatching(/^gap-/), message: 'gap' }]]);
    expect((await desk.ask('chief', 'POST', at('z-wada', '/publication'), { draft: 1, draftVersion: 2 }, 1)).body.current.draft.number).toBe(1);
    expect((await desk.ask('chief', 'POST', at('z-wada', '/publication'), { draft: 1, draftVersion: 3 }, 9)).status).toBe(412);
    expect((await desk.ask('chief', 'POST', at('z-wada', '/publication'), { draft: 1, draftVersion: 3 })).status).toBe(428);
    const gap = (await desk.ask('anna', 'GET', at('z-wada', '/drafts/1/checks'))).body.findings[0];
    await desk.ask('anna', 'POST', at('z-wada', '/drafts/1/overrulings'), { finding: gap.id, reason: 'Teren wyłączony uchwałą.' });
    expect((await publication('z-wada')).status).toBe(200);
    const frozen = await desk.ask('anna', 'POST', at('z-wada', '/drafts/1/zones'), { write: [], remove: [1] }, 3);
    expect([frozen.status, (await desk.ask('anna', 'DELETE', at('z-wada', '/drafts/1'), undefined, 3)).status]).toEqual([422, 422]);
    expect((await withdrawal('z-wada')).status).toBe(200);
  });
});

describe('a plan of the register', () => {
  it('gets a version from today on and stands again as it did when that is withdrawn, also after publishing twice on one day', async () => {
    const { db } = desk.app.database;
    const rows = () => db.any(`SELECT 'plan' AS of, id, key, valid::text, status, stage, ST_AsText(geom) AS geom FROM planning.plan WHERE key = 'czyzyny-zachod'
      UNION ALL SELECT 'zone', id, key, valid::text, symbol, max_height_m::text, ST_AsText(geom) FROM planning.zone WHERE plan_key = 'czyzyny-zachod' ORDER BY of, key, id`);
    const parts = () => db.any("SELECT e.ordinal, e.title FROM planning.plan_event AS e JOIN planning.plan ON plan.id = e.plan_id WHERE plan.key = 'czyzyny-zachod' ORDER BY 1, 2");
    const [before, eventsBefore] = [await rows(), await parts()];
    await desk.ask('anna', 'POST', '/api/procedures', { key: 'czyzyny-zachod' });
    for (const { id } of (await desk.ask('anna', 'GET', at('czyzyny-zachod', '/drafts/1/checks'))).body.findings.filter(({ blocking }: { blocking: boolean }) => blocking)) {
      expect((await desk.ask('anna', 'POST', at('czyzyny-zachod', '/drafts/1/overrulings'), { finding: id, reason: 'Dane demonstracyjne bez wskaźnika.' })).status).toBe(201);
    }
    expect((await publication('czyzyny-zachod')).status).toBe(200);
    const first = await rows();
    expect(first.filter(({ valid }) => valid.startsWith(`[${dayInKrakow()},`))).toHaveLength(before.length);
    await desk.ask('anna', 'POST', at('czyzyny-zachod', '/drafts'), { from: 1, note: 'druga' });
    expect((await publication('czyzyny-zachod', 2)).status).toBe(200);
    expect((await rows()).length).toBe(first.length);
    expect((await withdrawal('czyzyny-zachod')).status).toBe(200);
    expect(await rows()).toEqual(first);
    expect((await withdrawal('czyzyny-zachod')).status).toBe(200);
    expect(await rows()).toEqual(before);
    expect(await parts()).toEqual(eventsBefore);
  });

  it('keeps on every day what was public on it', async () => {
    const { database } = desk.app;
    const account: Account = { kind: 'account', id: desk.people.chief.id, login: 'celina', name: 'Celina Wilk', role: 'chief-planner', wholeCity: true, areas: [] };
    await begin('dzienny', 'Dzienny');
    const { key: _, ...content } = await desk.plan('dzienny', { name: 'Dzienny', replaces: 'stare-miasto', events: [
      { stage: 'INITIATION', title: 'Uchwała', dueOn: null, onDate: '2026-01-14', untilDate: null, document: null },
      { stage: 'CONSULTATION', title: 'Konsultacje', dueOn: null, onDate: '2026-03-01', untilDate: '2026-04-01', document: null },
      { stage: 'ADOPTED', title: 'Uchwała Rady', dueOn: null, onDate: '2026-05-06', untilDate: null, document: 'CX/123/26' },
      { stage: 'IN_FORCE', title: 'Wejście w życie', dueOn: null, onDate: '2026-06-01', untilDate: null, document: null },
    ] });
    expect((await desk.ask('anna', 'PUT', at('dzienny'), content, 1)).status).toBe(200);
    await publish(database, 'dzienny', 2, { draft: 1, draftVersion: 2 }, '2026-03-10', account);
    await publish(database, 'dzienny', 3, { draft: 1, draftVersion: 2 }, '2026-06-10', account);
    await withdraw(database, 'dzienny', 4, 'Wróć do poprzedniej wersji.', '2026-07-01', account);
    await withdraw(database, 'dzienny', 5, 'Wróć do stanu sprzed biurka.', '2026-08-01', account);
    const on = async (day: string) => (await get(`/api/collections/plans/items?limit=500&datetime=${day}`)).features.filter((one: Json) => one.properties.key === 'dzienny').map((one: Json) => one.properties.status);
    expect([await on('2026-03-09'), await on('2026-03-10'), await on('2026-04-15'), await on('2026-06-10'), await on('2026-07-15'), await on('2026-08-01')]).toEqual([[], ['in-consultation'], ['in-preparation'], ['in-force'], ['in-force'], []]);
    const versions = await database.db.any("SELECT valid::text, status, resolution, replaces FROM planning.plan WHERE key = 'dzienny' ORDER BY valid");
    expect(versions).toEqual([
      { valid: '[2026-03-10,2026-06-10)', status: 'in-consultation', resolution: 'CX/123/26', replaces: 'stare-miasto' }, { valid: '[2026-06-10,2026-07-01)', status: 'in-force', resolution: 'CX/123/26', replaces: 'stare-miasto' },
      { valid: '[2026-07-01,2026-08-01)', status: 'in-consultation', resolution: 'CX/123/26', replaces: 'stare-miasto' },
    ]);
    expect(await database.db.any("SELECT effect, affected, in_part, from_date FROM planning.plan_effect JOIN planning.plan ON plan.id = plan_id WHERE plan.key = 'dzienny' AND lower(plan.valid) = '2026-06-10'")).toEqual([{ effect: 'replaces', affected: 'stare-miasto', in_part: true, from_date: '2026-06-01' }]);
    expect(await database.db.one("SELECT count(*)::int AS zones FROM planning.zone WHERE plan_key = 'dzienny'")).toEqual({ zones: 6 });
    // The law of another plan is not touched.
    expect((await database.db.one("SELECT status, upper_inf(valid) AS stands FROM planning.plan WHERE key = 'stare-miasto'"))).toEqual({ status: 'in-force', stands: true });
  });

  it('leaves a trail without gaps that hashes', async () => {
    const { db } = desk.app.database;
    const entries = await db.any<{ action: string }>("SELECT action FROM audit.entry WHERE subject_kind = 'procedure' AND subject = 'dzienny' ORDER BY seq");
    expect(entries.map(({ action }) => action)).toEqual(['created', 'draft-made', 'draft-changed', 'changed', 'published', 'published', 'withdrawn', 'withdrawn']);
    await expect(db.none("UPDATE office.procedure_entry SET note = 'x'")).rejects.toMatchObject({ code: '42501' });
  });
});

it('what was published follows the day: a plan comes into force without being published anew', async () => {
  const [key, name] = ['nad-struga', 'Nad Strugą'];
  await begin(key, name);
  const { body } = await desk.ask('anna', 'GET', at(key));
  const today = dayInKrakow();
  const later = new Date(Date.parse(today) + 5 * 86_400_000).toISOString().slice(0, 10);
  const event = (stage: string, onDate: string) => ({ stage, title: stage, dueOn: null, onDate, untilDate: null, document: null });
  const { key: _key, version, bbox: _bbox, changedAt: _at, changedBy: _by, drafts: _drafts, publications: _publications, may: _may, lead, ...content } = Procedure.parse(body);
  expect((await desk.ask('anna', 'PUT', at(key), { ...content, lead: lead?.id ?? null, events: [event('ADOPTED', today), event('PUBLISHED', today), event('IN_FORCE', later)] }, version)).status).toBe(200);
  expect((await publication(key)).status).toBeLessThan(300);
  const status = async () => (await get(`/api/collections/plans/items?limit=500`)).features.find((one: Json) => one.properties.key === key).properties.status as string;
  expect(await status()).toBe('in-preparation');
  expect(await followDay(desk.app.database.db, today)).toEqual([]);
  expect(await followDay(desk.app.database.db, later)).toEqual([key]);
  expect(await status()).toBe('in-force');
  expect(await followDay(desk.app.database.db, later)).toEqual([]);
});
