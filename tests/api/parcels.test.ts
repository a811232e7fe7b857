/** What the panel shows of a parcel, and what applies there: shares by law, four answers never confused, the version of the day. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { Parcel, ParcelExtract } from '../../domain/contract/parcel.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { buildTown, CUT_BY_CITY_LAND, DIVIDED, IN_CONSULTATION, IN_FORCE, OUTSIDE_CITY, rectangle, WITHOUT_PLAN } from './parcels-town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ database: 'empty' });
  await buildTown(app.database);
});
afterAll(() => app?.close());

const ask = (path: string): Promise<Response> => fetch(`${app.url}/api/parcels/${path}`);
async function parcel(path: string): Promise<Parcel> {
  const response = await ask(path);
  expect(response.status).toBe(200);
  return Parcel.parse(await response.json());
}
async function extract(identifier: string, day?: string): Promise<ParcelExtract> {
  const response = await ask(`${identifier}/extract${day ? `?datetime=${day}` : ''}`);
  expect(response.status).toBe(200);
  return ParcelExtract.parse(await response.json());
}

describe('a parcel', () => {
  it('shows the register beside the geometry, and where the line comes from', async () => {
    expect(await parcel(IN_FORCE)).toMatchObject({
      identifier: IN_FORCE, number: '191/13', cadastralDistrict: { id: '126104_9.0009', name: 'P-9' }, registrationUnit: { id: '126104_9', name: 'Podgórze' },
      registerAreaM2: 1000, geometryAreaM2: 1000, registrationGroup: 4,
      landUses: [{ symbol: 'B', soilClass: null, areaM2: 700 }, { symbol: 'R', soilClass: 'IIIa', areaM2: 300 }],
      provenance: { source: 'Dane próbne miasteczka', sourceDate: '2026-01-31', demonstration: true },
    });
  });

  it('lies in the city district with the largest part of it, by geometry', async () => {
    expect((await parcel(IN_FORCE)).district).toEqual({ key: 'XIII', roman: 'XIII', name: 'Podgórze' });
    expect((await parcel(IN_CONSULTATION)).district?.name).toBe('Podgórze Duchackie');
    expect((await parcel(OUTSIDE_CITY)).district).toBeNull();
  });

  it('is found with the slash of its number as it is and encoded', async () => {
    expect((await parcel(IN_FORCE.replace('/', '%2F'))).identifier).toBe(IN_FORCE);
  });

  it('is the version of the day that was asked for', async () => {
    expect(await parcel(DIVIDED)).toMatchObject({ geometryAreaM2: 1000, validFrom: '2020-06-01', validTo: null });
    expect(await parcel(`${DIVIDED}?datetime=2020-05-31`)).toMatchObject({ geometryAreaM2: 2000, validFrom: '2000-01-01', validTo: '2020-06-01' });
  });

  it('that is not there is 404, and the answer says that the grammar was right and when the parcel stood', async () => {
    const unknown = await ask('126105_9.0001.99999');
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ type: 'urn:msip:problem:parcel-not-found', detail: expect.stringContaining('well-formed') as string });
    const early = await ask(`${DIVIDED}?datetime=1999-12-31`);
    expect(early.status).toBe(404);
    expect((await early.json() as { detail: string }).detail).toContain('from 2000-01-01 until before 2020-06-01');
  });

  it('that is not named by an identifier is 400, with the identifier that may have been meant', async () => {
    const response = await ask('S-1%20580/4');
    expect(response.status).toBe(400);
    expect((await response.json() as { detail: string }).detail).toContain('126105_9.0001.580/4');
  });

  test.each(['126105_9.1.3', '126101_1.0001.5', "126105_9.0001.5'%20OR%20true--", '126105_9.0001.580/4/5', 'extract', `${IN_FORCE}?datetime=2023-02-30`, `${IN_FORCE}?datetime=today`, `${IN_FORCE}?day=2020-01-01`, `${IN_FORCE}/extract?x=1`, '126105_9.0001.5%00'])(
    '/api/parcels/%s is a 400', async (path) => { expect((await ask(path)).status).toBe(400); });
});

describe('the extract', () => {
  it('names every zone with m² and share; slivers are gone, shares add up, a strip thinner than the drawing is an edge', async () => {
    const { answer, plans: [plan], withoutPlan } = await extract(IN_FORCE);
    expect(answer).toBe('in-force');
    expect(plan).toMatchObject({ key: 'bronowice', status: 'in-force', sharePct: expect.closeTo(99.96, 2) as number });
    expect(plan!.zones.map(({ symbol, areaM2, sharePct, certainty }) => [symbol, areaM2, sharePct, certainty])).toEqual([
      ['MN.1', 750, 75, 'certain'], ['U.2', 230, 23, 'certain'], ['KDD.3', 20, 2, 'edge'],
    ]);
    expect(plan!.zones.reduce((sum, { sharePct }) => sum + sharePct, 0)).toBeCloseTo(100, 1);
    expect(withoutPlan).toEqual({ areaM2: 0, sharePct: 0 });
  });

  it('gives only parameters that the plan sets, each with its paragraph', async () => {
    const zones = (await extract(IN_FORCE)).plans[0]!.zones;
    expect(zones[0]!.parameters).toEqual([{ name: 'maxHeight', min: null, max: 11, text: null, unit: 'm', paragraph: '§ 15' }]);
    expect(zones[1]!.parameters).toEqual([]);
  });

  it('never confuses its four answers', async () => {
    expect((await extract(IN_FORCE)).answer).toBe('in-force');
    expect(await extract(IN_CONSULTATION)).toMatchObject({ answer: 'in-preparation', plans: [{ status: 'in-consultation' }, { kind: 'POG' }], withoutPlan: { sharePct: 100 } });
    expect((await extract(WITHOUT_PLAN)).answer).toBe('none');
    expect(await extract(OUTSIDE_CITY)).toMatchObject({ answer: 'unknown', plans: [] });
    // Of a day before the first plan the register knows nothing.
    expect((await extract(IN_FORCE, '2001-01-01')).answer).toBe('unknown');
    // A plan whose first day is not known is no proof that the register knew that day.
    const { key, valid } = await app.database.db.one<{ key: string; valid: string }>('SELECT key, valid::text FROM planning.plan ORDER BY id LIMIT 1');
    const setValid = (to: string) => app.database.db.none('UPDATE planning.plan SET valid = $2::daterange WHERE key = $1', [key, to]);
    await setValid('[-infinity,)');
    const { answer } = await extract(WITHOUT_PLAN, '1900-01-01');
    await setValid(valid);
    expect(answer).toBe('unknown');
  });

  it('the general plan stands last and does not count as a plan', async () => {
    expect((await extract(IN_FORCE)).plans.map(({ kind }) => kind)).toEqual(['MPZP', 'POG']);
  });

  it('of another day gives the plan that was in force then, whatever its status is now', async () => {
    expect((await extract(IN_FORCE, '2008-05-01')).plans).toMatchObject([{ key: 'bronowice-dawny', status: 'in-force', stage: 'IN_FORCE' }]);
    expect((await extract(IN_FORCE, '2012-09-30')).plans.map(({ key }) => key)).toEqual(['bronowice-dawny']);
    expect((await extract(IN_FORCE, '2012-10-01')).plans.map(({ key }) => key)).toEqual(['bronowice']);
  });

  it('says aloud what concerns the parcel and what does not', async () => {
    expect(await extract(CUT_BY_CITY_LAND)).toMatchObject({
      municipalLand: [{ layer: 'municipal-land', key: 'gm-1', title: 'Rezerwa pod ulicę Półłanki', class: 'reserve-roads', areaM2: 500, sharePct: 50 }],
      investmentSites: [], riverParks: [],
    });
    expect((await extract(IN_CONSULTATION)).investmentSites).toMatchObject([{ key: 'teren-1', class: 'available', sharePct: 100 }]);
  });

  it('counts the part under no plan where a plan ends on the parcel', async () => {
    const { db } = app.database;
    await db.none(`INSERT INTO cadastre.parcel (key, dataset_id, identifier, geom) VALUES ('126104_9.0009.7', 1, '126104_9.0009.7', ${rectangle(40, -40, 40, 10)})`);
    const found = await extract('126104_9.0009.7');
    expect(found).toMatchObject({ answer: 'in-force', withoutPlan: { areaM2: 300, sharePct: 75 } });
    expect(found.plans[0]!.areaM2 + found.withoutPlan.areaM2).toBeCloseTo(400, 1);
  });
});
