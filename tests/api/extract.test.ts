/** What applies at a parcel, a place, an area: every theme answered, four answers never confused, the day that was asked for. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { Extract } from '../../domain/contract/extract.ts';
import { THEMES } from '../../domain/planning/themes.ts';
import { loadAlone } from '../../server/db/load-alone.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { buildTown, CUT_BY_CITY_LAND, DIVIDED, IN_CONSULTATION, IN_FORCE, ORIGIN, OUTSIDE_CITY, rectangle, WITHOUT_PLAN } from './parcels-town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ database: 'empty' });
  await buildTown(app.database);
  // A hundred metres of flood: deep over one parcel, a metre into another, half a metre away from a third.
  await loadAlone(app.database, (t) => t.multi(`
    INSERT INTO protection.flood_hazard (key, dataset_id, valid, name, kind, special_hazard, basis, authority, geom)
      VALUES ('wilga', 1, '[2015-04-15,)', 'Wilga', 'medium', true, 'Prawo wodne', 'Wody Polskie', ${rectangle(101, -100, 138.5, 300)})`));
});
afterAll(() => app?.close());

const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(`${app.url}/api/${path}`, init);
async function read(response: Response): Promise<Extract> {
  expect(response.status, await response.clone().text()).toBe(200);
  return Extract.parse(await response.json());
}
const extract = async (identifier: string, day?: string): Promise<Extract> => read(await ask(`parcels/${identifier}/extract${day ? `?datetime=${day}` : ''}`));
const theme = ({ themes }: Extract, id: string) => themes.find((one) => one.id === id)!;
const drawn = (geometry: unknown, more: object = {}): Promise<Response> =>
  ask('areas/extract', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ geometry, ...more }) });
/** A rectangle of the town in degrees, as people draw it. */
async function inDegrees(east: number, north: number, width: number, height: number): Promise<unknown> {
  const { geometry } = await app.database.db.one<{ geometry: unknown }>(`SELECT ST_AsGeoJSON(ST_Transform(${rectangle(east, north, width, height)}, 4326), 9)::json AS geometry`);
  return geometry;
}

describe('plans', () => {
  it('names every zone with m², share and certainty', async () => {
    const { answer, plans: [plan] } = await extract(IN_FORCE);
    expect(answer).toBe('in-force');
    expect(plan).toMatchObject({ key: 'bronowice', status: 'in-force', overlap: 'certain', sharePct: expect.closeTo(99.96, 2) as number });
    expect(plan!.zones.map(({ symbol, areaM2, overlap }) => [symbol, areaM2, overlap])).toEqual([
      // A strip of 80 cm is narrower than the drawing is accurate; a centimetre of a neighbour is that of two drawings of one border.
      ['MN.1', 750, 'certain'], ['U.2', 230, 'certain'], ['KDD.3', 20, 'edge'], ['ZP.9', 0.4, 'edge'],
    ]);
  });

  it('gives only parameters that the plan sets, each with its paragraph', async () => {
    const { zones } = (await extract(IN_FORCE)).plans[0]!;
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
  });

  it('the general plan stands last and does not count as a plan', async () => {
    expect((await extract(IN_FORCE)).plans.map(({ kind }) => kind)).toEqual(['MPZP', 'POG']);
  });

  it('of another day is the plan of that day, with nothing that was known only later', async () => {
    expect((await extract(IN_FORCE, '2008-05-01')).plans).toMatchObject([{ key: 'bronowice-dawny', status: 'in-force', stage: 'IN_FORCE', inForceTo: null }]);
    expect((await extract(IN_FORCE, '2012-09-30')).plans.map(({ key }) => key)).toEqual(['bronowice-dawny']);
    expect((await extract(IN_FORCE, '2012-10-01')).plans.map(({ key }) => key)).toEqual(['bronowice']);
  });

  it('counts the part under no plan where a plan ends on the parcel', async () => {
    const { db } = app.database;
    await db.none(`INSERT INTO cadastre.parcel (key, dataset_id, identifier, geom) VALUES ('126104_9.0009.7', 1, '126104_9.0009.7', ${rectangle(40, -40, 40, 10)})`);
    const found = await extract('126104_9.0009.7');
    expect(found).toMatchObject({ answer: 'in-force', withoutPlan: { areaM2: 300, sharePct: 75 } });
    expect(found.plans[0]!.areaM2 + found.withoutPlan!.areaM2).toBeCloseTo(400, 1);
  });
});

describe('themes', () => {
  it('are all answered, in their order', async () => {
    expect((await extract(IN_FORCE)).themes.map(({ id }) => id)).toEqual(THEMES.map(({ id }) => id));
  });

  it('say certain, edge and touch by the accuracy of both drawings, edge cases apart', async () => {
    // 39 of 40 m lie in it; the border cuts 1 m off, which is less than the accuracy of 2.1 m.
    expect(theme(await extract(IN_CONSULTATION), 'flood-hazard')).toMatchObject({ verdict: 'concerned', objects: [{ overlap: 'certain', areaM2: 975, accuracyM: 2.1, basis: 'Prawo wodne' }], apart: [] });
    const { db } = app.database;
    await db.none(`INSERT INTO cadastre.parcel (key, dataset_id, identifier, geom) VALUES ('126104_9.0009.8', 1, '126104_9.0009.8', ${rectangle(238.5, 100, 40, 25)}), ('126104_9.0009.9', 1, '126104_9.0009.9', ${rectangle(240, 150, 40, 25)}), ('126104_9.0009.10', 1, '126104_9.0009.10', ${rectangle(242, 180, 40, 25)})`);
    expect(theme(await extract('126104_9.0009.8'), 'flood-hazard')).toMatchObject({ verdict: 'concerned', objects: [], apart: [{ overlap: 'edge', areaM2: 25 }] });
    expect(theme(await extract('126104_9.0009.9'), 'flood-hazard')).toMatchObject({ verdict: 'not-concerned', objects: [], apart: [{ overlap: 'touch', areaM2: 0 }] });
    expect(theme(await extract('126104_9.0009.10'), 'flood-hazard')).toMatchObject({ verdict: 'not-concerned', objects: [], apart: [] });
  });

  it('with an empty register are "no data", never "not concerned"; so are days before it', async () => {
    expect(theme(await extract(IN_FORCE), 'noise')).toMatchObject({ verdict: 'no-data', reason: 'empty', provenance: null });
    expect(theme(await extract(IN_CONSULTATION, '2015-04-14'), 'flood-hazard')).toMatchObject({ verdict: 'no-data', reason: 'empty' });
  });

  it('on a day of which no register can speak are "no data", also where an object has no first day', async () => {
    await app.database.db.none(`INSERT INTO protection.heritage (key, dataset_id, name, kind, basis, authority, geom) VALUES ('dawne', 1, 'Układ', 'register-area', 'rejestr', 'MWKZ', ${rectangle(0, 0, 40, 25)})`);
    const early = await extract(IN_FORCE, '1500-01-01');
    expect(early).toMatchObject({ answer: 'unknown', withoutPlan: null });
    expect(early.themes.filter(({ verdict }) => verdict !== 'no-data')).toEqual([]);
  });

  it('half outside of the city is told so: nothing is said of that half', async () => {
    await app.database.db.none(`INSERT INTO cadastre.parcel (key, dataset_id, identifier, geom) VALUES ('126104_9.0009.11', 1, '126104_9.0009.11', ${rectangle(4980, 0, 40, 25)})`);
    const found = await extract('126104_9.0009.11');
    expect(found).toMatchObject({ answer: 'unknown', outsideCity: { areaM2: 500, sharePct: 50 } });
    expect(theme(found, 'flood-hazard')).toMatchObject({ verdict: 'no-data', reason: 'outside' });
  });

  it('outside of the city are "no data"', async () => {
    expect(theme(await extract(OUTSIDE_CITY), 'flood-hazard')).toMatchObject({ verdict: 'no-data', reason: 'outside' });
  });

  it('name land of the city, offers and parks with m² and share', async () => {
    expect(theme(await extract(CUT_BY_CITY_LAND), 'municipal-land').objects).toMatchObject([{ key: 'gm-1', title: 'Rezerwa pod ulicę Półłanki', class: 'reserve-roads', areaM2: 500, sharePct: 50, status: 'in-force' }]);
    expect(theme(await extract(IN_CONSULTATION), 'investment-sites').objects).toMatchObject([{ key: 'teren-1', class: 'available', sharePct: 100 }]);
    expect(theme(await extract(IN_FORCE), 'river-parks')).toMatchObject({ verdict: 'not-concerned', objects: [] });
  });
});

describe('a place', () => {
  const at = async (east: number, north: number): Promise<string> => {
    const { lon, lat } = await app.database.db.one<{ lon: number; lat: number }>(
      `SELECT ST_X(place) AS lon, ST_Y(place) AS lat FROM (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(${ORIGIN.easting + east}, ${ORIGIN.northing + north}), 2178), 4326) AS place) AS p`);
    return `lon=${lon.toFixed(8)}&lat=${lat.toFixed(8)}`;
  };

  it('is the parcel that stands there, on the day asked for', async () => {
    const found = await read(await ask(`places/extract?${await at(60, 40)}&datetime=2019-01-01`));
    expect(found).toMatchObject({ subject: { kind: 'place', parcel: DIVIDED, radiusM: null }, day: '2019-01-01', areaM2: 2000 });
  });

  it('without a parcel is a disc of a metre, and says so', async () => {
    expect(await read(await ask(`places/extract?${await at(170, 10)}`))).toMatchObject({ subject: { kind: 'place', parcel: null, radiusM: 1 }, areaM2: expect.closeTo(3.1, 1) as number });
  });

  test.each(['', '?lon=20', '?lon=20&lat=x', '?lon=1e3&lat=50', '?lon=20&lat=50&lat=51', '?lon=20.01&lat=50.05&day=1', '?lon=20.01&lat=50.05&datetime=2020-02-30'])('places/extract%s is a 400', async (query) => {
    expect((await ask(`places/extract${query}`)).status).toBe(400);
  });

  it('outside of Kraków is refused', async () => {
    expect((await ask('places/extract?lon=21.01&lat=52.23')).status).toBe(422);
  });
});

describe('an area', () => {
  it('is answered like a parcel, with exact borders', async () => {
    expect(await read(await drawn(await inDegrees(0, 0, 40, 25)))).toMatchObject({ subject: { kind: 'area' }, areaM2: expect.closeTo(1000, 0) as number, answer: 'in-force', plans: [{ key: 'bronowice', accuracyM: 1 }, { kind: 'POG' }] });
  });

  it('huge, crossing, tiny, outside: each has its answer', async () => {
    expect((await drawn(await inDegrees(-2500, -2500, 4000, 4000))).status).toBe(413);
    const [lon, lat] = [20.0, 50.05];
    expect((await drawn({ type: 'Polygon', coordinates: [[[lon, lat], [lon + 0.01, lat + 0.01], [lon + 0.01, lat], [lon, lat + 0.01], [lon, lat]]] })).status).toBe(422);
    expect((await drawn({ type: 'Polygon', coordinates: [[[21, 52], [21.01, 52], [21.01, 52.01], [21, 52]]] })).status).toBe(422);
    expect((await drawn({ type: 'Polygon', coordinates: [[[lon, lat], [lon + 0.01, lat], [lon + 0.01, lat + 0.01]]] })).status).toBeGreaterThanOrEqual(400);
    expect((await drawn(await inDegrees(10, 10, 0.01, 0.01))).status).toBe(422);
    expect((await drawn({ type: 'Point', coordinates: [lon, lat] })).status).toBe(400);
    expect((await drawn(await inDegrees(0, 0, 40, 25), { day: '2020-01-01' })).status).toBe(400);
    const ring = Array.from({ length: 600 }, (_, at) => [lon + 0.005 * Math.cos((at * Math.PI) / 300), lat + 0.005 * Math.sin((at * Math.PI) / 300)]);
    expect((await drawn({ type: 'Polygon', coordinates: [[...ring, ring[0]]] })).status).toBe(413);
    expect((await ask('areas/extract', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}' })).status).toBe(415);
    expect((await ask('areas/extract')).status).toBe(405);
  });
});
