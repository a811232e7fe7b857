/** What planning law changes: every route, the demonstration plan that was replaced overnight, drafts, and bad input. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { Difference } from '../../domain/contract/difference.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { fromPl2000 } from '../../domain/geo/crs.ts';
import { startTestApp, testApp, type TestApp } from '../support/app.ts';
import { buildTown, CUT_BY_CITY_LAND, DIVIDED, IN_CONSULTATION, IN_FORCE, ORIGIN, OUTSIDE_CITY, rectangle } from './parcels-town.ts';

let town: TestApp;
let seeded: TestApp;
beforeAll(async () => {
  seeded = await testApp();
  town = await startTestApp({ database: 'empty' });
  await buildTown(town.database);
  // Of the old plan one zone is known: the west of the parcel. The draft draws half of its outline.
  await town.database.db.none(`INSERT INTO planning.zone (key, dataset_id, valid, plan_key, symbol, zone_class, designation, definition_regime, max_height_m, max_height_paragraph, geom) VALUES
    ('bronowice-dawny:MN.7', 1, '[2005-01-01,2012-10-01)', 'bronowice-dawny', 'MN.7', 'MN', 'Tereny zabudowy jednorodzinnej', 'PRE_2023', 9, '§ 7', ${rectangle(-50, -50, 70, 75)}),
    ('rybitwy:ZP.1', 1, '[2024-01-01,)', 'rybitwy', 'ZP.1', 'ZP', 'Zieleń urządzona', 'PRE_2023', NULL, NULL, ${rectangle(90, -50, 30, 100)})`);
});
afterAll(() => town?.close());

async function read(response: Response): Promise<Difference> {
  expect(response.status, await response.clone().text()).toBe(200);
  return Difference.parse(await response.json());
}
const ask = async (app: TestApp, path: string): Promise<Difference> => read(await fetch(`${app.url}/api/${path}`));
const post = (body: unknown): Promise<Response> =>
  fetch(`${town.url}/api/areas/difference`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const at = (east: number, north: number): [number, number] => fromPl2000([ORIGIN.easting + east, ORIGIN.northing + north]) as [number, number];
const drawn = (east: number, north: number, width: number, height: number) => ({
  type: 'Polygon', coordinates: [[at(east, north), at(east + width, north), at(east + width, north + height), at(east, north + height), at(east, north)]],
});
const rows = ({ matrix }: Difference) => matrix.map(({ before, after, areaM2 }) => [before && before.zoneClass, after && after.zoneClass, areaM2]);

/** Twice the area of a ring in degrees; positive counter-clockwise. */
const turn = (ring: [number, number][]): number => ring.slice(1).reduce((all, [x, y], index) => all + (ring[index]![0] * y - x * ring[index]![1]), 0);

describe('a parcel between two days', () => {
  it('tells m² by use before and after, with a plan whose zones are not known apart from no plan; zones over one another count once', async () => {
    const found = await ask(town, `parcels/${IN_FORCE}/difference?from=2012-09-30&to=2012-10-01`);
    expect(found).toMatchObject({
      subject: { kind: 'parcel', identifier: IN_FORCE, standing: '2012-10-01' }, areaM2: 1000, unchangedM2: 0, changedM2: 1000, sliversM2: 0, more: 0,
      from: { day: '2012-09-30', draft: null, known: true, plans: [{ key: 'bronowice-dawny', inForceFrom: '2005-01-01', inForceTo: '2012-09-30', areaM2: 1000 }] },
      to: { day: '2012-10-01', plans: [{ key: 'bronowice', areaM2: 1000, provenance: { source: 'Dane próbne miasteczka', demonstration: true } }] },
    });
    expect(rows(found)).toEqual([['MN', 'MN', 500], [null, 'MN', 250], [null, 'U', 230], [null, 'KDD', 20]]);
    expect(found.matrix[1]!.before).toEqual({ zoneClass: null, plans: ['bronowice-dawny'] });
    expect(found.totals[0]).toEqual({ zoneClass: null, planned: true, beforeM2: 500, afterM2: 0, changeM2: -500 });
  });

  it('gives each piece with both zones, the parameters that changed, and whether it is no wider than the drawing is accurate', async () => {
    const { changes } = await ask(town, `parcels/${IN_FORCE}/difference?from=2012-09-30&to=2012-10-01`);
    expect(changes.map(({ kind, areaM2, edge, after }) => [kind, areaM2, edge, after?.symbol])).toEqual([
      ['parameters', 500, false, 'MN.1'], ['use', 250, false, 'MN.1'], ['use', 230, false, 'U.2'], ['use', 20, true, 'KDD.3'],
    ]);
    expect(changes[0]).toMatchObject({
      before: { plan: 'bronowice-dawny', planName: 'Bronowice', key: 'bronowice-dawny:MN.7', symbol: 'MN.7', zoneClass: 'MN' },
      after: { plan: 'bronowice', key: 'bronowice:MN.1' }, sharePct: 50, parameters: [{ name: 'maxHeight', before: { max: 9, paragraph: '§ 7' }, after: { max: 11, paragraph: '§ 15' } }],
    });
    expect(changes[1]!.before).toMatchObject({ plan: 'bronowice-dawny', key: null, symbol: null, zoneClass: null, parameters: [] });
    for (const { geometry } of changes) {
      for (const [outer] of geometry.coordinates) expect(turn(outer as [number, number][])).toBeGreaterThan(0);
    }
  });

  it('stands as on the later day, else as on the earlier one, whichever way round it is asked', async () => {
    expect(await ask(town, `parcels/${DIVIDED}/difference?from=2010-01-01&to=2021-01-01`)).toMatchObject({ subject: { standing: '2021-01-01' }, areaM2: 1000 });
    expect(await ask(town, `parcels/${DIVIDED}/difference?from=2021-01-01&to=2010-01-01`)).toMatchObject({ subject: { standing: '2021-01-01' }, areaM2: 1000 });
    expect(await ask(town, `parcels/${DIVIDED}/difference?from=2010-01-01&to=2011-01-01`)).toMatchObject({ areaM2: 2000 });
    const { db } = town.database;
    await db.none(`INSERT INTO cadastre.parcel (key, dataset_id, identifier, valid, geom) VALUES ('126104_9.0009.9', 1, '126104_9.0009.9', '[2000-01-01,2011-01-01)', ${rectangle(0, 60, 10, 10)})`);
    expect(await ask(town, 'parcels/126104_9.0009.9/difference?from=2010-01-01&to=2012-01-01')).toMatchObject({ subject: { standing: '2010-01-01' }, areaM2: 100 });
    expect((await fetch(`${town.url}/api/parcels/126104_9.0009.9/difference?from=2012-01-01&to=2013-01-01`)).status).toBe(404);
  });

  it('says when the register knows nothing of the day or the place', async () => {
    expect(await ask(town, `parcels/${IN_FORCE}/difference?from=1999-01-01&to=2026-01-01`)).toMatchObject({ from: { known: false, plans: [] }, to: { known: true } });
    expect(await ask(town, `parcels/${OUTSIDE_CITY}/difference?from=2010-01-01&to=2026-01-01`)).toMatchObject({
      from: { known: false }, to: { known: false }, unchangedM2: 1000, matrix: [{ before: null, after: null, areaM2: 1000, sharePct: 100 }], changes: [],
    });
  });
});

describe('a draft', () => {
  it('is compared with the law of today, on a parcel', async () => {
    const found = await ask(town, `parcels/${IN_CONSULTATION.replace('/', '%2F')}/difference?draft=rybitwy`);
    expect(found).toMatchObject({ from: { day: dayInKrakow(), draft: null, plans: [] }, to: { day: dayInKrakow(), draft: { key: 'rybitwy', status: 'in-consultation' }, plans: [{ key: 'rybitwy' }] } });
    expect(rows(found)).toEqual([[null, 'ZP', 500], [null, null, 500]]);
    expect(found.matrix[1]).toMatchObject({ before: null, after: { zoneClass: null, plans: ['rybitwy'] } });
  });

  it('goes before the law in force in its own area only, and is what a plan in preparation is compared with', async () => {
    const { db } = town.database;
    await db.none(`INSERT INTO planning.plan (key, dataset_id, name, kind, status, stage, valid, definition_regime, procedure, geom)
      VALUES ('nowy', 1, 'Nowy', 'MPZP', 'in-preparation', 'DRAFTING', '[2025-01-01,)', 'ACT_2023', 'NEW', ${rectangle(10, -50, 100, 75)})`);
    await db.none(`INSERT INTO planning.zone (key, dataset_id, valid, plan_key, symbol, zone_class, designation, definition_regime, geom)
      VALUES ('nowy:MW.1', 1, '[2025-01-01,)', 'nowy', 'MW.1', 'MW', 'Zabudowa', 'ACT_2023', ${rectangle(10, -50, 15, 75)})`);
    const found = await ask(town, `parcels/${IN_FORCE}/difference?draft=nowy`);
    expect(rows(found)).toEqual([['MN', 'MW', 375], ['MN', 'MN', 250], ['U', null, 230], ['MN', null, 125], ['KDD', null, 20]]);
    expect(found.unchangedM2).toBe(250);
    expect(await ask(town, 'plans/nowy/difference')).toMatchObject({ subject: { kind: 'plan', key: 'nowy', status: 'in-preparation' }, areaM2: 7500, to: { draft: { key: 'nowy' } } });
    // It is no law: between two days nothing of it is seen.
    expect((await ask(town, `parcels/${IN_FORCE}/difference?from=2024-06-01&to=2026-01-01`)).changes).toEqual([]);
  });

  test.each([['bronowice', 422, 'is in force'], ['bronowice-dawny', 422, 'was in force'], ['ogolny', 422, 'general plan'], ['no-such-plan', 404, 'no plan "no-such-plan"']])(
    '%s is none: %i, %s', async (key, status, word) => {
      const response = await fetch(`${town.url}/api/parcels/${CUT_BY_CITY_LAND}/difference?draft=${key}`);
      expect([response.status, (await response.json() as { detail: string }).detail]).toEqual([status, expect.stringContaining(word)]);
    });
});

describe('a plan', () => {
  it('without days is compared with the day before it came into force: Przylasek Rusiecki, replaced overnight', async () => {
    const own = await ask(seeded, 'plans/nhp-przylasek-rusiecki/difference');
    expect(own).toMatchObject({
      subject: { kind: 'plan', key: 'nhp-przylasek-rusiecki' },
      from: { day: '2016-09-28', plans: [{ key: 'przylasek-rusiecki' }] }, to: { day: '2016-09-29', plans: [{ key: 'nhp-przylasek-rusiecki' }] },
    });
    const named = await ask(seeded, 'plans/nhp-przylasek-rusiecki/difference?from=2016-09-28&to=2016-09-29');
    expect(named).toEqual(own);
    expect(own.matrix.reduce((all, { areaM2 }) => all + areaM2, 0)).toBeCloseTo(own.areaM2, 0);
    expect(own.changes.length).toBeGreaterThan(100);
    expect(own.changes.map(({ areaM2 }) => areaM2)).toEqual(own.changes.map(({ areaM2 }) => areaM2).sort((a, b) => b - a));
    expect(new Set(own.changes.map(({ kind }) => kind))).toEqual(new Set(['use', 'parameters', 'plan']));
    const back = await ask(seeded, 'plans/nhp-przylasek-rusiecki/difference?from=2016-09-29&to=2016-09-28');
    expect(back.changedM2).toBeCloseTo(own.changedM2, 0);
    expect(back.totals.map(({ zoneClass, beforeM2, afterM2 }) => [zoneClass, afterM2, beforeM2])).toEqual(own.totals.map(({ zoneClass, beforeM2, afterM2 }) => [zoneClass, beforeM2, afterM2]));
  });

  it('is no change on a day when nothing happened', async () => {
    const found = await ask(seeded, 'plans/stare-miasto/difference?from=2015-01-01&to=2026-01-01');
    expect(found).toMatchObject({ changes: [], changedM2: 0, sliversM2: 0, more: 0, unchangedM2: found.areaM2 });
  });

  it('of which the first day is not known asks for days; the general plan is no local plan; an unknown plan is 404', async () => {
    for (const [key, status] of [['las-witkowicki', 422], ['plan-ogolny-krakowa', 422], ['no-such-plan', 404]] as const) {
      expect([key, (await fetch(`${seeded.url}/api/plans/${key}/difference`)).status]).toEqual([key, status]);
    }
    // Since when is not known, so on every day it counts as in force while the register has it.
    expect((await ask(seeded, 'plans/las-witkowicki/difference?from=2010-01-01&to=2026-01-01'))).toMatchObject({ from: { plans: [{ key: 'las-witkowicki', inForceFrom: null }] }, changes: [] });
  });

  it('keeps to 500 pieces and counts the others', async () => {
    const found = await ask(seeded, 'plans/plan-ogolny-krakowa/difference?from=2010-01-01&to=2026-01-01');
    expect([found.changes.length, found.more > 0]).toEqual([500, true]);
    expect(found.matrix.reduce((all, { areaM2 }) => all + areaM2, 0)).toBeCloseTo(found.areaM2, -1);
    expect(found.unchangedM2 + found.changedM2 + found.sliversM2).toBeCloseTo(found.areaM2, 0);
  });
});

describe('a drawn area', () => {
  it('is compared between two days and with a draft', async () => {
    const found = await read(await post({ geometry: drawn(0, 0, 40, 20), from: '2012-09-30', to: '2012-10-01' }));
    expect(found).toMatchObject({ subject: { kind: 'area' }, to: { plans: [{ key: 'bronowice' }] } });
    expect(Math.abs(found.areaM2 - 800)).toBeLessThan(2);
    expect(rows(await read(await post({ geometry: drawn(100, -40, 10, 10), draft: 'rybitwy' }))).map(([before, after]) => [before, after])).toEqual([[null, 'ZP']]);
  });

  const square = drawn(0, 0, 40, 20);
  const days = { from: '2012-01-01', to: '2013-01-01' };
  test.each<[string, number, unknown]>([
    ['no geometry', 400, days], ['a point', 400, { ...days, geometry: { type: 'Point', coordinates: [19.9, 50] } }], ['no days', 400, { geometry: square }], ['one day', 400, { geometry: square, from: '2012-01-01' }],
    ['days and a draft', 400, { ...days, geometry: square, draft: 'rybitwy' }], ['an unknown name', 400, { ...days, geometry: square, day: '2012-01-01' }], ['no day of the calendar', 400, { geometry: square, from: '2023-02-30', to: '2023-03-01' }],
    ['a draft in force', 422, { geometry: square, draft: 'bronowice' }], ['an unknown draft', 404, { geometry: square, draft: 'x' }],
    ['an area elsewhere', 422, { ...days, geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] } }],
    ['a crossing ring', 422, { ...days, geometry: { type: 'Polygon', coordinates: [[at(0, 0), at(40, 40), at(40, 0), at(0, 40), at(0, 0)]] } }],
  ])('with %s is %i', async (_name, status, body) => { expect((await post(body)).status).toBe(status); });

  it('is only read, as JSON', async () => {
    expect((await fetch(`${town.url}/api/areas/difference`)).status).toBe(405);
    expect((await fetch(`${town.url}/api/areas/difference`, { method: 'POST', body: '{}' })).status).toBe(415);
  });
});

describe('bad input', () => {
  test.each(['', '?from=2012-01-01', '?to=2012-01-01', '?draft=', '?from=2012-01-01&to=2013-01-01&draft=rybitwy', '?from=2012-01-01&from=2012-01-01&to=2013-01-01', '?from=today&to=2013-01-01',
    '?from=2023-02-30&to=2023-03-01', '?from=0000-01-01&to=2023-03-01', '?from=2012-01-01&to=2013-01-01&day=2012-01-01', '?from=-infinity&to=2013-01-01', '?draft=rybitwy%00'])(
    'a parcel with "%s" is a 400', async (query) => { expect((await fetch(`${town.url}/api/parcels/${IN_FORCE}/difference${query}`)).status).toBe(400); });

  test.each(['?draft=rybitwy', '?from=2012-01-01', '?datetime=2012-01-01'])('a plan with "%s" is a 400', async (query) => { expect((await fetch(`${town.url}/api/plans/bronowice/difference${query}`)).status).toBe(400); });

  it('names what is wrong', async () => {
    const problem = await (await fetch(`${town.url}/api/parcels/${IN_FORCE}/difference?from=2012-01-01`)).json() as { detail: string };
    expect(problem).toMatchObject({ type: 'urn:msip:problem:invalid-parameter', errors: [{ path: 'to' }] });
    expect((await fetch(`${town.url}/api/parcels/extract/difference?draft=rybitwy`)).status).toBe(400);
    expect((await fetch(`${town.url}/api/parcels/126104_9.0009.99999/difference?draft=rybitwy`)).status).toBe(404);
  });
});
