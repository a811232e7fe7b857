/** The spatial search counts, lists and measures what is there, by the laws of areas, and lets no bad geometry near the database. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { AreaAnswer, type AreaRequest } from '../../domain/contract/area.ts';
import { fromPl2000 } from '../../domain/geo/crs.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { buildTown, CUT_BY_CITY_LAND, DIVIDED, IN_FORCE, ORIGIN, rectangle as rectangleSql } from './parcels-town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ database: 'empty', env: { SEARCHES_PER_MINUTE: '6000' } });
  await buildTown(app.database);
});
afterAll(() => app?.close());

const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }): Promise<Response> =>
  fetch(`${app.url}/api/search/area`, { method: 'POST', body, headers });
async function look(request: AreaRequest): Promise<AreaAnswer> {
  const response = await post(JSON.stringify(request));
  expect(response.status, await response.clone().text()).toBe(200);
  return AreaAnswer.parse(await response.json());
}
/** Longitude, latitude of a point of the town. */
const at = (east: number, north: number): [number, number] => fromPl2000([ORIGIN.easting + east, ORIGIN.northing + north]) as [number, number];
const rectangle = (east: number, north: number, width: number, height: number): AreaRequest['area'] => ({
  type: 'geometry',
  geometry: { type: 'Polygon', coordinates: [[at(east, north), at(east + width, north), at(east + width, north + height), at(east, north + height), at(east, north)]] },
});

describe('another day', () => {
  const search = (datetime?: string) => look({ area: rectangle(-10, 20, 100, 45), layers: ['parcels', 'plans'], ...(datetime ? { datetime } : {}) });

  it('finds the parcels and plans of that day, with the status they had', async () => {
    const [parcels, plans] = (await search('2019-01-01')).layers;
    expect(parcels!.hits.find(({ key }) => key === DIVIDED)!.measure).toBeCloseTo(2000, 1);
    expect(plans!.hits.map(({ key, class: status }) => [key, status])).toEqual([['bronowice', 'in-force']]);
    expect((await search()).layers[0]!.hits.find(({ key }) => key === DIVIDED)!.measure).toBeCloseTo(1000, 1);
    expect((await search('2008-01-01')).layers[1]!.hits.map(({ key, class: status }) => [key, status])).toEqual([['bronowice-dawny', 'in-force']]);
  });

  it('is refused when it is none', async () => {
    expect((await post(JSON.stringify({ area: rectangle(0, 0, 10, 10), layers: ['plans'], datetime: '0000-01-01' }))).status).toBe(400);
  });
});

describe('laws', () => {
  it('a circle has the area πr², wherever it is drawn and however large', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 5, max: 5000 }), fc.integer({ min: -2000, max: 4000 }), async (radiusM, east) => {
      const { areaM2 } = await look({ area: { type: 'circle', center: at(east, 500), radiusM }, layers: ['city'] });
      const circle = Math.PI * radiusM ** 2;
      expect(Math.abs(areaM2 - circle)).toBeLessThan(0.06 + 1e-6 * circle);
    }), { numRuns: 12 });
  });

  it('parts of a partition add up to the area of interest; no part is larger than its whole', async () => {
    const center = fc.tuple(fc.integer({ min: 1300, max: 1700 }), fc.integer({ min: 300, max: 700 }));
    await fc.assert(fc.asyncProperty(center, fc.integer({ min: 10, max: 290 }), async ([east, north], radiusM) => {
      const { areaM2, layers: [cells] } = await look({ area: { type: 'circle', center: at(east, north), radiusM }, layers: ['green-areas'], limit: 1000 });
      // Of neighbours that the border merely grazes up to 0.01 m² each is left out.
      expect(Math.abs(cells!.measureInside! - areaM2)).toBeLessThan(0.5);
      expect(cells!.count).toBe(cells!.hits.length);
      expect(cells!.hits.reduce((sum, { measureInside }) => sum + measureInside!, 0)).toBeCloseTo(cells!.measureInside!, -1);
      for (const { measure, measureInside, shareInside } of cells!.hits) {
        expect(measureInside).toBeLessThanOrEqual(measure!);
        expect(shareInside).toBeGreaterThan(0);
        expect(shareInside).toBeLessThanOrEqual(1);
      }
    }), { numRuns: 12 });
  });

  it('pages put together are all objects, each once', async () => {
    const area = { type: 'circle', center: at(1500, 500), radiusM: 200 } as const;
    const all = (await look({ area, layers: ['green-areas'], limit: 1000 })).layers[0]!;
    const keys: string[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const page: AreaAnswer['layers'][number] = (await look({ area, layers: ['green-areas'], limit: 13, offset })).layers[0]!;
      keys.push(...page.hits.map(({ key }) => key));
      expect(page.count).toBe(all.count);
      offset = page.next;
    }
    expect(keys).toEqual(all.hits.map(({ key }) => key));
  });
});

describe('what is there', () => {
  it('a polygon cuts a parcel in two: the share is that of the part inside', async () => {
    const { areaM2, layers: [parcels] } = await look({ area: rectangle(-10, -5, 20, 32), layers: ['parcels'] });
    expect(areaM2).toBeCloseTo(640, 0);
    expect(parcels!.hits).toMatchObject([{ key: IN_FORCE, title: '191/13', class: null, measure: 1000, shareInside: expect.closeTo(0.25, 3) as number }]);
  });

  it('each layer says whose data it is, of which day and whether it is demonstration data', async () => {
    const { layers: [parcels, parks] } = await look({ area: rectangle(-10, -5, 20, 32), layers: ['parcels', 'river-parks'] });
    expect(parcels!.sources).toEqual([{ source: 'Dane próbne miasteczka', sourceDate: '2026-01-31', demonstration: true }]);
    expect(parks).toMatchObject({ count: 0, sources: [] });
  });

  it('neighbours that only touch the border are not in the area', async () => {
    const { layers: [zones] } = await look({ area: rectangle(-20, -20, 40, 30), layers: ['zones'] });
    expect(zones!.hits.map(({ key }) => key)).toEqual(['bronowice:MN.1']);
  });

  it('lines are measured in metres, points not at all', async () => {
    const { layers: [streets, addresses] } = await look({ area: rectangle(-10, -30, 112, 29), layers: ['streets', 'addresses'], limit: 3 });
    expect(streets!.hits).toMatchObject([{ key: 'wielicka', measure: 400, shareInside: expect.closeTo(0.255, 3) as number }]);
    expect(addresses).toMatchObject({ count: 23, measureInside: null, next: 3 });
    expect(addresses!.hits[0]).toMatchObject({ measure: null, measureInside: null, shareInside: null });
  });

  it('of an object with versions only the one that stands now counts', async () => {
    const { layers: [parcels] } = await look({ area: { type: 'circle', center: at(40, 42), radiusM: 30 }, layers: ['parcels'] });
    expect(parcels!.hits.filter(({ key }) => key === DIVIDED)).toMatchObject([{ measure: 1000 }]);
  });

  it('which version stands is a question of the day in Kraków, in every answer alike', async () => {
    const TOMORROWS = '126104_9.0009.500';
    await app.database.db.none(`INSERT INTO cadastre.parcel (key, dataset_id, identifier, valid, geom) VALUES
      ($1, 1, $1, '[2000-01-01,2026-07-02)', ${rectangleSql(600, 600, 40, 25)}), ($1, 1, $1, '[2026-07-02,)', ${rectangleSql(600, 600, 20, 25)})`, [TOMORROWS]);
    const measured = async (): Promise<unknown[]> => {
      const { layers: [parcels] } = await look({ area: rectangle(590, 590, 60, 45), layers: ['parcels'] });
      const items = await (await fetch(`${app.url}/api/collections/parcels/items?identifier=${TOMORROWS}`)).json() as { features: { properties: { valid_from: string } }[] };
      const parcel = await (await fetch(`${app.url}/api/parcels/${TOMORROWS}`)).json() as { validFrom: string };
      return [parcels!.hits.map(({ measure }) => measure), items.features.map(({ properties }) => properties.valid_from), parcel.validFrom];
    };
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-07-01T21:59:59Z') });
    try {
      expect(await measured()).toEqual([[1000], ['2000-01-01'], '2000-01-01']);
      vi.setSystemTime(new Date('2026-07-01T22:00:00Z'));
      expect(await measured()).toEqual([[500], ['2026-07-02'], '2026-07-02']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('within a distance of an object lies what is at most so far from it, without the object itself', async () => {
    const near = (distanceM: number, layers: string[]) => look({ area: { type: 'distance', layer: 'parcels', key: IN_FORCE, distanceM }, layers });
    expect((await near(4.9, ['parcels'])).layers[0]!.count).toBe(0);
    expect((await near(5.1, ['parcels'])).layers[0]!.hits.map(({ key }) => key)).toEqual([DIVIDED]);
    expect((await near(265, ['parcels', 'municipal-land'])).layers.map(({ count }) => count)).toEqual([4, 1]);
    expect((await look({ area: { type: 'distance', layer: 'municipal-land', key: 'gm-1', distanceM: 0 }, layers: ['parcels'] })).layers[0]!.hits)
      .toMatchObject([{ key: CUT_BY_CITY_LAND, shareInside: 0.5 }]);
  });
});

describe('the gate', () => {
  const polygon = (coordinates: unknown, type = 'Polygon'): string => JSON.stringify({ area: { type: 'geometry', geometry: { type, coordinates } }, layers: ['parcels'] });
  const ring = (vertices: number): number[][] => Array.from({ length: vertices }, (_, i) => {
    const angle = (2 * Math.PI * (i % (vertices - 1))) / (vertices - 1);
    return [19.94 + 0.001 * Math.cos(angle), 50.06 + 0.001 * Math.sin(angle)];
  });
  const circle = (more: object): string => JSON.stringify({ area: { type: 'circle', center: [19.94, 50.06], radiusM: 50, ...more }, layers: ['parcels'] });
  const nested = `${'['.repeat(49_000)}${']'.repeat(49_000)}`;

  test.each<[string, number, string]>([
    ['500 vertices', 200, polygon([ring(500)])],
    ['501 vertices', 413, polygon([ring(501)])],
    ['501 vertices in two parts', 413, polygon([[ring(251)], [ring(250)]], 'MultiPolygon')],
    ['a bow tie', 422, polygon([[[19.93, 50.06], [19.94, 50.07], [19.94, 50.06], [19.93, 50.07], [19.93, 50.06]]])],
    ['a ring left open', 422, polygon([[[19.93, 50.06], [19.94, 50.07], [19.94, 50.06], [19.93, 50.07]]])],
    ['a ring of one point', 422, polygon([[[19.93, 50.06], [19.93, 50.06], [19.93, 50.06], [19.93, 50.06]]])],
    ['Warsaw', 422, polygon([[[21.0, 52.2], [21.1, 52.2], [21.1, 52.3], [21.0, 52.2]]])],
    ['latitude before longitude', 422, polygon([[[50.06, 19.93], [50.07, 19.94], [50.06, 19.94], [50.06, 19.93]]])],
    ['a circle in the sea', 422, circle({ center: [0, 0] })],
    ['three positions', 400, polygon([[[19.93, 50.06], [19.94, 50.07], [19.93, 50.06]]])],
    ['a point', 400, polygon([19.93, 50.06], 'Point')],
    ['1e999', 400, circle({}).replace('19.94', '1e999')],
    ['NaN', 400, circle({}).replace('19.94', 'NaN')],
    ['a text for a number', 400, circle({ radiusM: '50' })],
    ['a radius of 0', 400, circle({ radiusM: 0 })],
    ['a radius smaller than a grain', 400, circle({ radiusM: 1e-300 })],
    ['a page without end', 200, JSON.stringify({ ...(JSON.parse(circle({})) as object), limit: 1_000_000 })],
    ['a radius of 6 km', 400, circle({ radiusM: 6000 })],
    ['an unknown member', 400, circle({ colour: 'red' })],
    ['49,000 nested arrays', 400, polygon(1).replace('"coordinates":1', `"coordinates":${nested}`)],
    ['__proto__', 400, '{"__proto__": {"x": 1}, "area": {"type": "circle", "center": [19.94, 50.06], "radiusM": 50}, "layers": ["parcels"]}'],
    ['200 kB', 413, circle({ colour: 'x'.repeat(200_000) })],
    ['half a body', 400, circle({}).slice(0, 40)],
    ['nothing', 400, ''],
    ['an unknown layer', 400, circle({}).replace('parcels', 'pg_user')],
    ['a layer twice', 400, circle({}).replace('"parcels"', '"parcels","parcels"')],
    ['SQL for a layer', 400, circle({}).replace('parcels', 'parcels; DROP TABLE x')],
    ['a NUL in a key', 400, '{"area": {"type": "distance", "layer": "parcels", "key": "a\\u0000b", "distanceM": 5}, "layers": ["parcels"]}'],
    ['SQL for a key', 404, JSON.stringify({ area: { type: 'distance', layer: 'parcels', key: "' OR true --", distanceM: 5 }, layers: ['parcels'] })],
    ['no distance from a line', 422, JSON.stringify({ area: { type: 'distance', layer: 'streets', key: 'wielicka', distanceM: 0 }, layers: ['parcels'] })],
  ])('%s: %i', async (_, status, body) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    if (status !== 200) expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('tells why a geometry is not valid, and where', async () => {
    const bowTie = polygon([[[19.93, 50.06], [19.94, 50.07], [19.94, 50.06], [19.93, 50.07], [19.93, 50.06]]]);
    const problem = await (await post(bowTie)).json() as { detail: string; errors: { path: string }[] };
    expect(problem.detail).toContain('Self-intersection at 19.935, 50.065');
    expect(problem.errors[0]!.path).toBe('area.geometry');
  });

  it('takes JSON only, by POST only', async () => {
    expect((await post(circle({}), { 'content-type': 'text/plain' })).status).toBe(415);
    const get = await fetch(`${app.url}/api/search/area`);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
  });
});
