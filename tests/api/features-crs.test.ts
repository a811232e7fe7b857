/** OGC API Features Part 2: five coordinate systems, each in its official axis order, for answers and for bbox. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COORDINATE_SYSTEMS, type CoordinateSystem, findCoordinateSystem } from '../../domain/contract/coordinate-systems.ts';
import { FeatureCollection } from '../../domain/contract/features.ts';
import { fromPl2000, toMercator, toPl1992 } from '../../domain/geo/crs.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { pageSql } from '../../server/rooms/features/features.repository.ts';
import { itemsQuerySchema } from '../../server/rooms/features/items-query.ts';
import { HOME } from '../support/database.ts';
import type { TestApp } from '../support/app.ts';
import { CORNER, PARCELS, ask, fixtureApp } from './features-fixture.ts';

let app: TestApp;
beforeAll(async () => { app = await fixtureApp(); });
afterAll(() => app.close());

const CRS = 'http://www.opengis.net/def/crs';
const SRIDS = [`${CRS}/OGC/1.3/CRS84`, ...[4326, 3857, 2178, 2180].map((code) => `${CRS}/EPSG/0/${code}`)];

/** The corner in a system, easting or longitude first, by our own formulas rather than PostGIS's. */
function cornerIn({ srid }: CoordinateSystem, [east, north] = [0, 0]): readonly [number, number] {
  const place = [CORNER[0] + east!, CORNER[1] + north!] as const;
  const lonLat = fromPl2000(place);
  return srid === 2178 ? place : srid === 2180 ? toPl1992(lonLat) : srid === 3857 ? toMercator(lonLat) : lonLat;
}
const ordered = ({ axes }: CoordinateSystem, [x, y]: readonly [number, number]): [number, number] => (axes === 'xy' ? [x, y] : [y, x]);

async function items(layer: string, query: Record<string, string | number>) {
  const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const { status, headers, body } = await ask(`${app.url}/api/collections/${layer}/items?${parameters.toString()}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return { headers, page: FeatureCollection.parse(body) };
}

describe('coordinates of the answer', () => {
  it('the five systems are those of the contract', () => {
    expect(COORDINATE_SYSTEMS.map((system) => system.uri)).toEqual(SRIDS);
    expect(COORDINATE_SYSTEMS.map((system) => system.axes)).toEqual(['xy', 'yx', 'xy', 'yx', 'yx']);
  });

  it.each(SRIDS)('a point in %s stands where our own formulas put it, in that order', async (crs) => {
    const system = findCoordinateSystem(crs)!;
    const { headers, page } = await items('tram-stops', { crs });
    const [first, second] = page.features[0]!.geometry.coordinates as [number, number];
    const expected = ordered(system, cornerIn(system));
    const tolerance = system.geographic ? 1e-6 : 0.02;
    expect(Math.abs(first - expected[0]), `${first} ≠ ${expected[0]}`).toBeLessThan(tolerance);
    expect(Math.abs(second - expected[1]), `${second} ≠ ${expected[1]}`).toBeLessThan(tolerance);
    expect(headers.get('content-crs')).toBe(`<${crs}>`);
  });

  it('without crs it is longitude, latitude with 7 decimals at most, rings counter-clockwise', async () => {
    const { headers, page } = await items('parcels', { limit: 1 });
    expect(headers.get('content-crs')).toBe(`<${SRIDS[0]}>`);
    const ring = (page.features[0]!.geometry.coordinates as [number, number][][][])[0]![0]!;
    expect(ring.flat().every((value) => /^\d+\.\d{1,7}$/.test(String(value)))).toBe(true);
    const turning = ring.slice(1).reduce((sum, [x, y], index) => sum + (x - ring[index]![0]) * (y + ring[index]![1]), 0);
    expect(turning).toBeLessThan(0);
  });
});

describe('bbox', () => {
  it.each(SRIDS)('in %s finds the parcel in it and not its neighbour 10 m to the east', async (crs) => {
    const system = findCoordinateSystem(crs)!;
    const [south, north] = [ordered(system, cornerIn(system, [42, 2])), ordered(system, cornerIn(system, [48, 8]))];
    const { page } = await items('parcels', { bbox: [...south, ...north].join(','), 'bbox-crs': crs });
    expect(page.features.map((feature) => feature.properties['number'])).toEqual(['102/1']);
  });

  it('in latitude, longitude is not mistaken for longitude, latitude', async () => {
    const bbox = '50.05,19.93,50.07,19.95';
    expect((await items('parcels', { bbox, 'bbox-crs': `${CRS}/EPSG/0/4326` })).page.numberMatched).toBe(PARCELS);
    expect((await items('parcels', { bbox })).page.numberMatched).toBe(0);
  });

  it.each([
    ['the whole world', '-180,-90,180,90', PARCELS],
    ['with heights', '19.9,50,0,20,50.1,500', PARCELS],
    ['across the antimeridian, with Kraków in it', '19,49,-170,51', PARCELS],
    ['across the antimeridian, without Kraków', '170,49,-170,51', 0],
    ['on the other side of the world', '-100,30,-90,40', 0],
    ['of no width, through a parcel', '19.9372,50.06063,19.9372,50.06063', 1],
  ])('%s', async (_name, bbox, count) => {
    expect((await items('parcels', { bbox })).page.numberMatched).toBe(count);
  });

  it.each([
    ['NaN', 'NaN,50,20,51'], ['infinite', '1e309,50,20,51'], ['three numbers', '19,50,20'], ['five numbers', '19,50,0,20,51'], ['south above north', '19,51,20,50'],
    ['empty', ''], ['words', 'a,b,c,d'], ['latitude 91', '19,50,20,91'], ['hexadecimal', '0x13,50,20,51'], ['SQL', "19,50,20,51);DROP TABLE cadastre.parcel;--"],
  ])('%s is refused by name', async (_name, bbox) => {
    const { status, body } = await ask(`${app.url}/api/collections/parcels/items?bbox=${encodeURIComponent(bbox)}`);
    expect([status, (body as { errors: { path: string }[] }).errors[0]!.path]).toEqual([400, 'bbox']);
  });

  it.each(['EPSG:2178', `${CRS}/EPSG/0/2177`, `${CRS}/EPSG/0/2178;SELECT`, ''])('the unknown system "%s" is refused by name', async (uri) => {
    for (const name of ['crs', 'bbox-crs']) {
      const { status, body } = await ask(`${app.url}/api/collections/parcels/items?bbox=19,50,20,51&${name}=${encodeURIComponent(uri)}`);
      expect([status, (body as { errors: { path: string }[] }).errors[0]!.path]).toEqual([400, name]);
    }
  });

  it('is searched by the spatial index', async () => {
    const query = itemsQuerySchema(findLayer('parcels')!).parse({ bbox: '19.937,50.06,19.9371,50.0601' });
    const plan = await app.database.db.task(async (t) => {
      // Two dozen rows would be read faster without an index.
      await t.none('SET enable_seqscan = off');
      const rows = await t.any<{ 'QUERY PLAN': string }>(`EXPLAIN ${pageSql(findLayer('parcels')!, query)}`);
      await t.none('RESET enable_seqscan');
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan, HOME).toContain('parcel_geom');
  });
});
