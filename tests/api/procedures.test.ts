/** The plan desk: who may do what, drafts zone by zone, files, findings with reasons – and that nobody overwrites anybody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Draft, DraftImport, Draft as DraftSchema, Findings, Procedure, ProcedureHistory, ProcedureList } from '../../domain/contract/office/procedure.ts';
import { Problem } from '../../domain/contract/problem.ts';
import { BUILT, type Desk, openDesk } from './procedures-desk.ts';

let desk: Desk;
beforeAll(async () => { desk = await openDesk(); });
afterAll(() => desk?.close());

const at = (key: string, rest = ''): string => `/api/procedures/${key}${rest}`;
async function begin(key: string, ...zones: Awaited<ReturnType<Desk['square']>>[]): Promise<Draft> {
  expect((await desk.ask('anna', 'POST', '/api/procedures', await desk.plan(key))).status).toBe(201);
  expect((await desk.ask('anna', 'POST', at(key, '/drafts'), { from: 'empty', note: '' })).status).toBe(201);
  const { status, body } = await desk.ask('anna', 'POST', at(key, '/drafts/1/zones'), { write: zones.map((geometry, index) => desk.zone(`ZN.${index + 1}`, geometry)), remove: [] }, 1);
  expect([status, body.detail]).toEqual([200, undefined]);
  return DraftSchema.parse(body);
}
const check = async (key: string, draft = 1): Promise<Findings> => Findings.parse((await desk.ask('anna', 'GET', at(key, `/drafts/${draft}/checks`))).body);

describe('who may', () => {
  it('read: people of the office; write: planners of the area; publish: the chief', async () => {
    await begin('prawa', await desk.square(0, 0, 200, 100));
    const plan = await desk.plan('prawa');
    const { key: _, ...content } = plan;
    const asks: [string, string, unknown, number | undefined, Record<string, number>][] = [
      ['GET', '/api/procedures', undefined, undefined, { resident: 401, admin: 200, piotr: 200, anna: 200 }],
      ['GET', at('prawa'), undefined, undefined, { resident: 401, admin: 200, piotr: 200 }],
      ['GET', at('prawa', '/history'), undefined, undefined, { resident: 401, admin: 200 }],
      ['GET', at('prawa', '/drafts/1'), undefined, undefined, { resident: 401, admin: 200 }],
      ['GET', at('prawa', '/drafts/1/checks'), undefined, undefined, { resident: 401, admin: 200 }],
      ['GET', at('nie-ma'), undefined, undefined, { resident: 401, anna: 404 }],
      ['GET', at('prawa', '/drafts/9'), undefined, undefined, { anna: 404 }],
      ['GET', at('prawa', '/drafts/x'), undefined, undefined, { anna: 404 }],
      ['POST', '/api/procedures', plan, undefined, { resident: 401, admin: 403, piotr: 409 }],
      ['PUT', at('prawa'), content, 1, { resident: 401, admin: 403, piotr: 403 }],
      ['POST', at('prawa', '/drafts'), { from: 'empty', note: '' }, undefined, { resident: 401, admin: 403, piotr: 403 }],
      ['POST', at('prawa', '/drafts/import?name=a.geojson'), new Uint8Array([123]), undefined, { resident: 401, admin: 403, piotr: 403 }],
      ['POST', at('prawa', '/drafts/1/zones'), { write: [], remove: [] }, 2, { resident: 401, admin: 403, piotr: 403 }],
      ['POST', at('prawa', '/drafts/1/overrulings'), { finding: 'x', reason: 'dziesięć znaków' }, undefined, { resident: 401, admin: 403, piotr: 403 }],
      ['DELETE', at('prawa', '/drafts/1'), undefined, 2, { resident: 401, admin: 403, piotr: 403 }],
      ['POST', at('prawa', '/publication'), { draft: 1, draftVersion: 2 }, 1, { resident: 401, admin: 403, anna: 403 }],
      ['POST', at('prawa', '/withdrawal'), { reason: 'dziesięć znaków' }, 1, { resident: 401, admin: 403, anna: 403 }],
    ];
    for (const [method, path, body, version, expected] of asks) {
      for (const [who, status] of Object.entries(expected)) {
        const reply = await desk.ask(who as never, method, path, body, version);
        expect([method, path, who, reply.status]).toEqual([method, path, who, status]);
        if (status >= 400) Problem.parse(reply.body);
      }
    }
  });

  it('write before the register knows the plan: who has rights to its key', async () => {
    expect((await desk.ask('piotr', 'POST', '/api/procedures', await desk.plan('nie-moj'))).status).toBe(403);
    expect((await desk.ask('anna', 'GET', at('nie-moj'))).status).toBe(404);
    expect((await desk.ask('piotr', 'POST', '/api/procedures', await desk.plan('nowy'))).status).toBe(201);
  });
});

describe('a procedure', () => {
  it('tells its stage, what is due, and whose hands it is in', async () => {
    const events = [
      { stage: 'INITIATION', title: 'Uchwała', dueOn: null, onDate: '2026-01-14', untilDate: null, document: null },
      { stage: 'APPLICATIONS', title: 'Wnioski', dueOn: '2026-02-01', onDate: '2026-02-02', untilDate: '2026-03-02', document: null },
      { stage: 'OPINIONS', title: 'Opinie', dueOn: '2026-05-01', onDate: null, untilDate: null, document: null },
      { stage: 'CONSULTATION', title: 'Konsultacje', dueOn: '2099-01-01', onDate: null, untilDate: null, document: null },
    ] as const;
    const made = await desk.ask('anna', 'POST', '/api/procedures', await desk.plan('terminy', { events: [...events], lead: desk.people.anna.id }));
    expect([made.status, made.etag]).toEqual([201, '"1"']);
    expect(Procedure.parse(made.body)).toMatchObject({ lead: { name: 'Anna Lis' }, may: { edit: true, publish: false, withdraw: false } });
    const { procedures } = ProcedureList.parse((await desk.ask('admin', 'GET', '/api/procedures')).body);
    expect(procedures.find(({ key }) => key === 'terminy')).toMatchObject({ stage: 'APPLICATIONS', nextDue: { title: 'Opinie', dueOn: '2026-05-01', overdue: true }, published: false, drafts: 0 });
  });

  it('is changed by who has read the last version; the other is told by whom and what stands', async () => {
    const { key, ...content } = await desk.plan('wersje');
    await desk.ask('anna', 'POST', '/api/procedures', { key, ...content });
    expect((await desk.ask('anna', 'PUT', at(key), content)).status).toBe(428);
    const [one, two] = await Promise.all([desk.ask('anna', 'PUT', at(key), { ...content, name: 'Anny' }, 1), desk.ask('chief', 'PUT', at(key), { ...content, name: 'Celiny' }, 1)]);
    expect([one.status, two.status].toSorted()).toEqual([200, 412]);
    const [won, lost] = one.status === 200 ? [one, two] : [two, one];
    expect(Problem.parse(lost.body).current).toMatchObject({ version: 2, changedBy: won.body.changedBy, procedure: { name: won.body.name } });
    const { entries } = ProcedureHistory.parse((await desk.ask('anna', 'GET', at(key, '/history'))).body);
    expect(entries.map(({ action, version, content: was }) => [action, version, was?.name])).toEqual([['changed', 2, won.body.name], ['created', 1, 'Plan wersje']]);
    expect(entries[1]!.content!.boundary).toEqual((await desk.ask('anna', 'GET', at(key))).body.boundary);
  });

  it('is adopted from the register with its events, documents and zones, once', async () => {
    const { db } = desk.app.database;
    const made = await desk.ask('anna', 'POST', '/api/procedures', { key: 'czyzyny-zachod' });
    expect([made.status, made.body.detail]).toEqual([201, undefined]);
    const procedure = Procedure.parse(made.body);
    const { zones, events, documents } = await db.one("SELECT (SELECT count(*)::int FROM planning.zone WHERE plan_key = plan.key) AS zones, (SELECT count(*)::int FROM planning.plan_event WHERE plan_id = plan.id) AS events, (SELECT count(*)::int FROM planning.plan_document WHERE plan_id = plan.id) AS documents FROM planning.plan WHERE key = 'czyzyny-zachod'");
    expect([procedure.drafts[0]!.zones, procedure.events.length, procedure.documents.length]).toEqual([zones, events, documents]);
    expect(zones).toBeGreaterThan(10);
    const again = await desk.ask('anna', 'POST', '/api/procedures', { key: 'czyzyny-zachod' });
    expect([again.status, again.body.errors]).toEqual([409, [{ path: 'key', message: 'czyzyny-zachod' }]]);
    expect((await desk.ask('chief', 'POST', '/api/procedures', await desk.plan('stare-miasto'))).status).toBe(409);
    expect((await desk.ask('anna', 'POST', '/api/procedures', { key: 'nie-ma-takiego' })).status).toBe(404);
    expect((await desk.ask('piotr', 'POST', '/api/procedures', { key: 'balice-ii' })).status).toBe(403);
    expect((await check('czyzyny-zachod')).findings.filter(({ kind }) => ['gap', 'overlap', 'outside', 'unknown-symbol', 'symbol-class-mismatch'].includes(kind))).toEqual([]);
  });
});

describe('a draft', () => {
  it('that is read and sent back is the same to the tenth of a millimetre', async () => {
    await begin('wierny', await desk.square(0, 0, 70.12, 100), await desk.square(70.12, 0, 129.88, 100));
    const { db } = desk.app.database;
    const stored = () => db.any("SELECT id, ST_AsEWKT(geom) AS geom FROM office.draft_zone WHERE procedure_key = 'wierny' AND until IS NULL ORDER BY id");
    const before = await stored();
    const { body } = await desk.ask('anna', 'GET', at('wierny', '/drafts/1'));
    const write = body.zones.map((zone: object) => ({ ...zone, areaM2: undefined }));
    expect((await desk.ask('anna', 'POST', at('wierny', '/drafts/1/zones'), { write, remove: [] }, 2)).status).toBe(200);
    expect(await stored()).toEqual(before);
    expect((await check('wierny')).findings).toEqual([]);
  });

  it('takes zones written and taken away together, and keeps what was', async () => {
    const draft = await begin('zmiany', await desk.square(0, 0, 100, 100), await desk.square(100, 0, 100, 100));
    const [first, second] = draft.zones;
    const zone = desk.zone('MW.1', await desk.square(0, 0, 200, 100), { zoneClass: 'MW', ...BUILT });
    const ask = (version: number, edit: object) => desk.ask('anna', 'POST', at('zmiany', '/drafts/1/zones'), { write: [], remove: [], ...edit }, version);
    expect((await ask(1, {})).body.current).toMatchObject({ version: 2, draft: { number: 1, zones: 2 } });
    expect((await ask(2, { remove: [99] })).status).toBe(404);
    expect((await ask(2, { write: [{ ...zone, id: first!.id }], remove: [first!.id] })).status).toBe(400);
    expect((await ask(2, { write: [{ ...zone, maxIntensity: 0.05 }] })).status).toBe(422);
    expect((await ask(2, { write: [{ ...zone, geometry: { type: 'Polygon', coordinates: [[[19.93, 50.06], [19.94, 50.07], [19.94, 50.06], [19.93, 50.07], [19.93, 50.06]]] } }] })).status).toBe(422);
    const changed = await ask(2, { write: [{ ...zone, id: first!.id }], remove: [second!.id] });
    expect([changed.status, changed.etag, changed.body.zones.map(({ id, symbol }: { id: number; symbol: string }) => [id, symbol])]).toEqual([200, '"3"', [[first!.id, 'MW.1']]]);
    const kept = await desk.app.database.db.any("SELECT id, since, until, symbol FROM office.draft_zone WHERE procedure_key = 'zmiany' ORDER BY since, id");
    expect(kept).toEqual([{ id: 1, since: 2, until: 3, symbol: 'ZN.1' }, { id: 2, since: 2, until: 3, symbol: 'ZN.2' }, { id: 1, since: 3, until: null, symbol: 'MW.1' }]);
  });

  it('is made from the law in force, cut to the boundary, or from another draft; it goes away when it was never published', async () => {
    await begin('odmiany', await desk.square(0, 0, 200, 100));
    const law = DraftSchema.parse((await desk.ask('anna', 'POST', at('odmiany', '/drafts'), { from: 'law', note: 'stan prawny' })).body);
    expect([law.origin, law.number]).toEqual(['law', 2]);
    const { db } = desk.app.database;
    const { area } = await db.one<{ area: number }>("SELECT sum(ST_Area(ST_Intersection(zone.geom, procedure.geom))) AS area FROM office.procedure JOIN planning.zone ON ST_Intersects(zone.geom, procedure.geom) JOIN planning.plan ON plan.key = zone.plan_key AND upper_inf(plan.valid) AND plan.status = 'in-force' WHERE procedure.key = 'odmiany' AND upper_inf(zone.valid)");
    expect(law.zones.length).toBeGreaterThan(0);
    expect(law.zones.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBeCloseTo(area, 0);
    const copy = DraftSchema.parse((await desk.ask('anna', 'POST', at('odmiany', '/drafts'), { from: 2, note: '' })).body);
    expect(copy.zones).toEqual(law.zones);
    expect((await desk.ask('anna', 'DELETE', at('odmiany', '/drafts/3'))).status).toBe(428);
    expect((await desk.ask('anna', 'DELETE', at('odmiany', '/drafts/3'), undefined, 1)).status).toBe(204);
    expect((await desk.ask('anna', 'GET', at('odmiany', '/drafts/3'))).status).toBe(404);
    expect(Procedure.parse((await desk.ask('anna', 'GET', at('odmiany'))).body).drafts.map(({ number }) => number)).toEqual([2, 1]);
    expect(DraftSchema.parse((await desk.ask('anna', 'POST', at('odmiany', '/drafts'), { from: 'empty', note: '' })).body).number).toBe(4);
  });
});

describe('a file', () => {
  const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry });
  const send = (key: string, name: string, features: object[]) =>
    desk.ask('anna', 'POST', at(key, `/drafts/import?name=${name}&note=z%20pracowni`), new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })));

  it('becomes a draft; what is not taken is told with reason and place', async () => {
    await desk.ask('anna', 'POST', '/api/procedures', await desk.plan('plik'));
    const answer = await send('plik', 'tereny.geojson', [
      feature({ Oznaczenie: 'MN.1', PRZEZNACZENIE: 'domy', maks_wysokosc: '9,5 m', min_pbc: '40' }, await desk.square(0, 0, 100, 100)),
      feature({ symbol: 'ZP.2' }, await desk.square(100, 0, 100, 100)),
      feature({ symbol: 'ZP.3', pbc: 'dużo' }, await desk.square(10, 0, 10, 10)),
      feature({}, await desk.square(10, 0, 10, 10)),
      feature({ symbol: '??' }, await desk.square(10, 0, 10, 10)),
      feature({ symbol: 'ZP.4' }, { type: 'Point', coordinates: [19.94, 50.06] }),
    ]);
    expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
    const report = DraftImport.parse(answer.body);
    expect([report.read, report.draft.zones, report.draft.origin, report.draft.note]).toEqual([6, 2, 'import', 'z pracowni']);
    expect(report.rejected.map(({ feature: number, symbol, reason }) => [number, symbol, reason])).toEqual([
      [3, 'ZP.3', expect.stringContaining('dużo')], [4, null, 'it has no symbol'], [5, '??', expect.stringContaining('no known class')], [6, 'ZP.4', expect.stringContaining('polygons')],
    ]);
    for (const { place } of report.rejected) expect(place?.[0]).toBeCloseTo(19.94, 1);
    const { zones } = DraftSchema.parse((await desk.ask('anna', 'GET', at('plik', '/drafts/1'))).body);
    expect(zones[0]).toMatchObject({ symbol: 'MN.1', zoneClass: 'MN', designation: 'domy', maxHeightM: 9.5, minBioActivePct: 40, parking: null, areaM2: 10_000 });
    expect((await check('plik')).findings.filter(({ kind }) => ['gap', 'overlap', 'outside'].includes(kind))).toEqual([]);
  });

  it('that is none, too large, or holds no zone is told', async () => {
    await desk.ask('anna', 'POST', '/api/procedures', await desk.plan('zly-plik'));
    const path = (name: string) => at('zly-plik', `/drafts/import?name=${name}`);
    expect((await desk.ask('anna', 'POST', path('a.exe'), new Uint8Array([77, 90]))).status).toBe(422);
    expect((await desk.ask('anna', 'POST', path('a.geojson'), new Uint8Array(0))).status).toBe(400);
    expect((await desk.ask('anna', 'POST', path('a.geojson'), new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await send('zly-plik', 'a.geojson', [feature({}, await desk.square(0, 0, 5, 5))])).body.errors).toEqual([{ path: 'feature 1', message: 'it has no symbol' }]);
    expect((await desk.ask('anna', 'GET', at('zly-plik'))).body.drafts).toEqual([]);
  });
});

describe('findings', () => {
  it('name fault, zones and place; a reason stays with the same finding in other drafts', async () => {
    await begin('wady', await desk.square(0, 0, 90, 100), await desk.square(100, 0, 110, 100));
    const { findings, open } = await check('wady');
    expect(findings.map(({ kind, areaM2, zones, blocking }) => [kind, areaM2, zones, blocking])).toEqual([['gap', 1000, [], true], ['outside', 1000, ['ZN.2'], true]]);
    expect(open).toBe(2);
    const gap = findings[0]!;
    expect(gap.bbox![0]).toBeGreaterThan(19.9);
    const overrule = (finding: string, reason = 'Pas drogowy poza ustaleniami planu.') => desk.ask('anna', 'POST', at('wady', '/drafts/1/overrulings'), { finding, reason });
    expect((await overrule('gap-0000')).status).toBe(404);
    expect((await overrule(gap.id, 'krótko')).status).toBe(400);
    const said = await overrule(gap.id);
    expect([said.status, Findings.parse(said.body).open]).toEqual([201, 1]);
    await desk.ask('anna', 'POST', at('wady', '/drafts'), { from: 1, note: '' });
    expect((await check('wady', 2)).findings.find(({ id }) => id === gap.id)?.overruled).toMatchObject({ reason: 'Pas drogowy poza ustaleniami planu.', by: { name: 'Anna Lis' } });
    // A gap twice as large is another one.
    const zones = (await desk.ask('anna', 'GET', at('wady', '/drafts/2'))).body.zones as Draft['zones'];
    await desk.ask('anna', 'POST', at('wady', '/drafts/2/zones'), { write: [{ ...desk.zone('ZN.1', await desk.square(0, 0, 80, 100)), id: zones[0]!.id }], remove: [] }, 1);
    expect((await check('wady', 2)).findings.find(({ kind }) => kind === 'gap')?.overruled).toBeNull();
  });

  it('of symbols and parameters: unknown, of another class, twice, missing, without paragraph', async () => {
    await desk.ask('anna', 'POST', '/api/procedures', await desk.plan('symbole'));
    await desk.ask('anna', 'POST', at('symbole', '/drafts'), { from: 'empty', note: '' });
    expect((await check('symbole')).findings.map(({ kind, overrulable }) => [kind, overrulable])).toEqual([['no-zones', false]]);
    const cell = (index: number) => desk.square(index * 50, 0, 50, 100);
    await desk.ask('anna', 'POST', at('symbole', '/drafts/1/zones'), { remove: [], write: [
      desk.zone('Qx.1', await cell(0)), desk.zone('ZP.1', await cell(1), { zoneClass: 'MW', ...BUILT, maxHeightM: null, parkingParagraph: null }), desk.zone('ZN.1', await cell(2)), desk.zone('ZN.1', await cell(3)),
    ] }, 1);
    const { findings } = await check('symbole');
    expect(findings.map(({ kind, zones, zoneIds, parameter }) => [kind, zones, zoneIds, parameter])).toEqual([
      ['unknown-symbol', ['Qx.1'], [1], null], ['duplicate-symbol', ['ZN.1'], [3, 4], null], ['symbol-class-mismatch', ['ZP.1'], [2], null], ['missing-parameter', ['ZP.1'], [2], 'maxHeightM'],
      ['missing-paragraph', ['ZP.1'], [2], 'parkingParagraph'],
    ]);
    const twice = findings.find(({ kind }) => kind === 'duplicate-symbol')!;
    expect((await desk.ask('anna', 'POST', at('symbole', '/drafts/1/overrulings'), { finding: twice.id, reason: 'Tak ma być, proszę.' })).status).toBe(422);
  });
});
