/** Filters over HTTP: the same answer in text, in JSON and from a naive evaluator in memory; faults name their place; monsters are refused. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Feature } from '../../domain/contract/features.ts';
import { evaluate } from '../../domain/cql2/evaluate.ts';
import { jsonOf } from '../../domain/cql2/parse-json.ts';
import { parseFilter } from '../../domain/cql2/parse-text.ts';
import { printFilter } from '../../domain/cql2/print-text.ts';
import { toPl2000 } from '../../domain/geo/crs.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { filters } from '../support/filters.ts';
import { inMemory, spatialFilters } from '../support/spatial.ts';

let app: TestApp;
let all: readonly Feature[];
beforeAll(async () => {
  app = await testApp();
  all = (await (await fetch(`${app.url}/api/collections/investment-sites/items?limit=1000`)).json() as { features: Feature[] }).features;
});

const ask = async (parameters: Record<string, string>, layer = 'investment-sites') => fetch(`${app.url}/api/collections/${layer}/items?${new URLSearchParams({ limit: '1000', ...parameters })}`);
const idsOf = async (answer: Response): Promise<number[]> => {
  const body = await answer.json() as { features: Feature[]; numberMatched: number };
  expect(answer.status, JSON.stringify(body)).toBe(200);
  expect(body.numberMatched).toBe(body.features.length);
  return body.features.map(({ id }) => id);
};

const spatial = [
  ...spatialFilters,
  fc.record({ op: fc.constantFrom('<' as const, '>=' as const), left: fc.constant({ kind: 'area' as const, unit: 'ha' as const, of: 'geom' }), right: fc.double({ min: 0.5, max: 30, noNaN: true }).map((value) => ({ kind: 'literal' as const, value })) }),
];
const any = filters({
  texts: { status: ['available', 'in-tender', 'AVAILABLE'], strategic_area: ['nowa-huta', 'balice', 'other'], offer_form: ['sale', 'lease'] }, numbers: { area_ha: [1, 2.5, 10], price_pln: [1e6, 5e6], power_kw: [250, 1000] },
  booleans: ['by_tender'], dates: [], lists: { utilities: ['woda', 'gaz', 'kanalizacja'], zone_symbols: ['P', 'U'] }, spatial,
});

describe('an expression', () => {
  it('finds the same objects in text, in JSON, and in memory', async () => {
    expect(all.length).toBeGreaterThan(20);
    const objects = all.map((feature) => ({ id: feature.id, object: inMemory(feature) }));
    let some = 0;
    await fc.assert(fc.asyncProperty(any, async (filter) => {
      const text = printFilter(filter);
      fc.pre(encodeURIComponent(text).length < 5_000 && encodeURIComponent(JSON.stringify(jsonOf(filter))).length < 7_500);
      const expected = objects.filter(({ object }) => evaluate(filter, object) === true).map(({ id }) => id);
      if (expected.length > 0 && expected.length < all.length) some += 1;
      expect(await idsOf(await ask({ filter: text })), text).toEqual(expected);
      expect(await idsOf(await ask({ filter: JSON.stringify(jsonOf(filter)), 'filter-lang': 'cql2-json' })), text).toEqual(expected);
    }), { numRuns: 150 });
    expect(some).toBeGreaterThan(30);
  }, 120_000);

  it('joins the other parameters, and pages keep it', async () => {
    const first = await (await ask({ filter: 'area_ha > 1', limit: '2' })).json() as { features: Feature[]; numberMatched: number; links: { rel: string; href: string }[] };
    expect(first.numberMatched).toBe(all.filter(({ properties }) => Number(properties['area_ha']) > 1).length);
    const next = await (await fetch(first.links.find(({ rel }) => rel === 'next')!.href)).json() as { features: Feature[] };
    expect(next.features.every(({ id, properties }) => Number(properties['area_ha']) > 1 && !first.features.some((one) => one.id === id))).toBe(true);
    expect(await idsOf(await ask({ filter: 'area_ha > 1', status: 'available' }))).toEqual(await idsOf(await ask({ filter: "area_ha > 1 AND status = 'available'" })));
  });

  it('takes geometries in every coordinate system, in its official axis order', async () => {
    const [lon, lat] = [20.05, 50.07];
    const [easting, northing] = toPl2000([lon, lat]);
    const expected = await idsOf(await ask({ filter: `S_DWITHIN(geom, POINT(${lon} ${lat}), 3000)` }));
    expect(expected.length).toBeGreaterThan(0);
    expect(await idsOf(await ask({ filter: `S_DWITHIN(geom, POINT(${lat} ${lon}), 3000)`, 'filter-crs': 'http://www.opengis.net/def/crs/EPSG/0/4326' }))).toEqual(expected);
    expect(await idsOf(await ask({ filter: `S_DWITHIN(geom, POINT(${northing} ${easting}), 3000)`, 'filter-crs': 'http://www.opengis.net/def/crs/EPSG/0/2178' }))).toEqual(expected);
  });

  it('knows Polish letters with and without case and marks', async () => {
    const named = async (filter: string) => idsOf(await ask({ filter }));
    const expected = all.filter(({ properties }) => String(properties['name']).includes('Płaszów')).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect(await named("name LIKE '%Płaszów%'")).toEqual(expected);
    expect(await named("CASEI(name) LIKE CASEI('%PŁASZÓW%')")).toEqual(expected);
    expect(await named("ACCENTI(name) LIKE ACCENTI('%Plaszow%')")).toEqual(expected);
    expect(await named("name LIKE '%plaszow%'")).toEqual([]);
  });
});

describe('refused', () => {
  it.each([
    ["owner = 'x'", 'filter:0', 'no queryable'], ['area_ha >', 'filter:9', 'too early'], ["area_ha > 'x'", 'filter:10', 'cannot be compared'], ["status = 'x' OR 1=1; --", 'filter:19', 'no meaning'],
    ["status = '' OR pg_sleep(5) = 1", 'filter:23', 'comparison is expected'], ['S_INTERSECTS(geom, POLYGON((0 0, 1 0, 1 1, 0 0)))', '', 'outside'], ['"__proto__" = 1', 'filter:0', 'no queryable'],
  ])('%s', async (filter, path, message) => {
    const answer = await ask({ filter });
    const body = await answer.json() as { status: number; detail: string; errors: { path: string; message: string }[] };
    expect([400, 422]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(body.detail.toLowerCase()).toContain(message);
    expect(body.errors[0]!.path).toContain(path);
  });

  it('what is not closed or crosses itself', async () => {
    expect((await ask({ filter: 'S_INTERSECTS(geom, POLYGON((20 50, 20.01 50, 20.01 50.01, 20 50.02)))' })).status).toBe(422);
    expect((await ask({ filter: 'S_INTERSECTS(geom, POLYGON((20 50, 20.01 50.01, 20.01 50, 20 50.01, 20 50)))' })).status).toBe(422);
  });

  it('too many vertices in all, levels and conditions, at once', async () => {
    expect((await ask({ filter: `${'('.repeat(200)}area_ha > 1${')'.repeat(200)}` })).status).toBe(400);
    expect((await ask({ filter: Array.from({ length: 501 }, () => 'area_ha>1').join(' OR ') })).status).toBe(400);
    expect((await ask({ filter: `status = '${'x'.repeat(100_000)}'` })).status).toBeGreaterThanOrEqual(414);
    expect((await ask({ filter: '{"op":"and","args":['.repeat(150) + ']}'.repeat(150), 'filter-lang': 'cql2-json' })).status).toBe(400);
  });

  it('a value never becomes SQL', async () => {
    for (const value of ["'", "''", '\\', "\\' OR 1=1 --", '$1', '${where}', '%', "x'); DELETE FROM meta.dataset; --"]) {
      const filter = printFilter({ op: '=', left: { kind: 'property', name: 'status' }, right: { kind: 'literal', value } });
      expect(parseFilter(filter)).toMatchObject({ right: { value } });
      expect(await idsOf(await ask({ filter })), value).toEqual([]);
    }
  });
});
