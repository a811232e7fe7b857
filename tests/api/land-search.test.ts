/** The investor's search over HTTP: the same land as the layers and a naive evaluator find, totals that are kept, and bounded time for whatever is asked. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Feature } from '../../domain/contract/features.ts';
import { LAND_LAYERS, LandSearch } from '../../domain/contract/investment/search.ts';
import { type Filter, geometriesOf } from '../../domain/cql2/ast.ts';
import { evaluate } from '../../domain/cql2/evaluate.ts';
import { jsonOf } from '../../domain/cql2/parse-json.ts';
import { printFilter } from '../../domain/cql2/print-text.ts';
import { type TestApp, startTestApp, testApp } from '../support/app.ts';
import { FilterWorld } from './land-search-world.ts';

let app: TestApp;
let world: FilterWorld;
beforeAll(async () => {
  app = await testApp();
  world = await FilterWorld.of(app);
}, 120_000);

const ask = (parameters: Record<string, string>, of = app): Promise<Response> => fetch(`${of.url}/api/investment/search?${new URLSearchParams(parameters)}`);
async function search(parameters: Record<string, string>, of = app): Promise<LandSearch> {
  const response = await ask(parameters, of);
  expect(response.status, `${JSON.stringify(parameters)} ${await response.clone().text()}`.slice(0, 2000)).toBe(200);
  return LandSearch.parse(await response.json());
}
const matched = async (layer: string, filter: string): Promise<number> => (await (await fetch(`${app.url}/api/collections/${layer}/items?${new URLSearchParams({ limit: '1', ...(filter ? { filter } : {}) })}`)).json() as { numberMatched: number }).numberMatched;
const short = (filter: Filter): boolean => encodeURIComponent(printFilter(filter)).length < 5_000 && encodeURIComponent(JSON.stringify(jsonOf(filter))).length < 7_000;

describe('an expression', () => {
  it('finds the same land in the search, in the layers, in text, in JSON and in memory', async () => {
    expect(world.sites.length).toBeGreaterThan(20);
    expect(world.parcels.length).toBeGreaterThan(1000);
    let some = 0;
    await fc.assert(fc.asyncProperty(fc.oneof(world.filters(), world.filters(false)), async (filter) => {
      fc.pre(short(filter));
      const text = printFilter(filter);
      const found = await search({ filter: text, facets: 'false', limit: '1' });
      expect(found.ids.site, text).toEqual(world.sites.filter(({ object }) => evaluate(filter, object) === true).map(({ id }) => id));
      if (geometriesOf(filter).length === 0) expect(found.ids.parcel, text).toEqual(world.parcels.filter(({ object }) => evaluate(filter, object) === true).map(({ id }) => id));
      expect(found.counts, text).toEqual({ site: await matched(LAND_LAYERS.site, text), parcel: await matched(LAND_LAYERS.parcel, text) });
      expect([found.ids.site.length, found.ids.parcel.length, found.total]).toEqual([found.counts.site, found.counts.parcel, found.counts.site + found.counts.parcel]);
      expect((await search({ filter: JSON.stringify(jsonOf(filter)), 'filter-lang': 'cql2-json', facets: 'false', limit: '1' })).ids).toEqual(found.ids);
      if (found.total > 0 && found.total < 6000) some += 1;
    }), { numRuns: 60 });
    expect(some).toBeGreaterThan(5);
  }, 240_000);

  it('without one is everything, and kinds part it', async () => {
    const [all, sites, parcels] = [await search({}), await search({ kinds: 'site' }), await search({ kinds: 'parcel', sort: '-area_ha' })];
    expect(all).toMatchObject({ filter: '', conditions: [], relaxations: [], counts: { site: await matched(LAND_LAYERS.site, ''), parcel: await matched(LAND_LAYERS.parcel, '') } });
    expect([sites.ids.site, sites.ids.parcel, parcels.ids.site, parcels.ids.parcel]).toEqual([all.ids.site, [], [], all.ids.parcel]);
    expect([all, sites, parcels].map(({ items }) => new Set(items.map(({ kind }) => kind)))).toEqual([new Set(['site']), new Set(['site']), new Set(['parcel'])]);
    expect(sites.sources).toMatchObject([{ layer: 'investment-sites', demonstration: true, sourceDate: expect.any(String) as string }]);
    expect(all.sources).toHaveLength(2);
  });

  it('asks what both layers have, and no more', async () => {
    for (const name of ['identifier', 'contact', 'parcels', 'plan', '__proto__']) expect((await ask({ filter: `${name} = 'x'` })).status, name).toBe(400);
  });
});

describe('what is told of land', () => {
  it('is what its layer tells, and where it lies', async () => {
    const { items } = await search({ filter: 'area_ha > 0.2', limit: '100', offset: '30' });
    for (const kind of ['site', 'parcel'] as const) {
      const some = items.filter((item) => item.kind === kind);
      expect(some.length).toBeGreaterThan(5);
      for (const item of some.slice(0, 8)) {
        const { properties, geometry } = await (await fetch(`${app.url}/api/collections/${LAND_LAYERS[kind]}/items/${item.id}`)).json() as Feature;
        for (const [name, value] of Object.entries(item.properties)) expect([item.key, name, value]).toEqual([item.key, name, properties[name]]);
        expect([item.layer, item.key, item.title]).toEqual([LAND_LAYERS[kind], properties['key'], properties['name']]);
        const numbers = (geometry!.coordinates as unknown[]).flat(Infinity) as number[];
        for (const [at, of] of [0, 1].entries()) {
          const along = numbers.filter((_, index) => index % 2 === of);
          expect([item.bbox[at]!, item.bbox[at + 2]!].map((one) => one.toFixed(5))).toEqual([Math.min(...along).toFixed(5), Math.max(...along).toFixed(5)]);
        }
        const here = await search({ filter: `S_INTERSECTS(geom, POINT(${item.point.join(' ')}))`, facets: 'false' });
        expect(here.ids[kind]).toContain(item.id);
      }
    }
  });

  it('comes in the order that is asked for, unknown last, page by page', async () => {
    for (const [sort, turn] of [['price_pln', 1], ['-price_pln', -1], ['motorway_m', 1]] as const) {
      const { items } = await search({ sort, limit: '100', facets: 'false', kinds: 'site' });
      const values = items.map(({ properties }) => properties[sort.replace('-', '')] as number | null);
      const known = values.filter((value) => value !== null);
      expect(values).toEqual([...known.sort((a, b) => turn * (a - b)), ...values.filter((value) => value === null)]);
    }
    const whole = await search({ limit: '60', sort: 'zone_class', facets: 'false' });
    const pages = await Promise.all([0, 20, 40].map((offset) => search({ limit: '20', offset: String(offset), sort: 'zone_class', facets: 'false' })));
    expect(pages.flatMap(({ items }) => items.map(({ key }) => key))).toEqual(whole.items.map(({ key }) => key));
    const areas = (await search({ limit: '100', facets: 'false' })).items.filter(({ kind }) => kind === 'site').map(({ properties }) => properties['area_ha'] as number);
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
  });

  it('has a score of its parts, best first, and land of which a value is unknown gets nothing for it', async () => {
    const { items, total } = await search({ filter: 'area_ha > 1', weights: 'motorway_m:3,area_ha:1,price_pln:5', limit: '100', facets: 'false' });
    expect(total).toBeGreaterThan(100);
    for (const { score, parts, properties } of items) {
      expect(parts.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(score!, 2);
      for (const { name, value, points, adds } of parts) expect([value, points === null, adds === 0 || value !== null]).toEqual([properties[name], value === null, true]);
    }
    const scores = items.map(({ score }) => score!);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect((await search({ filter: 'area_ha > 1', limit: '1' })).items[0]).toMatchObject({ score: null, parts: [] });
  });
});

describe('facets and conditions', () => {
  const need = "area_ha >= 0.3 AND zone_class IN ('P', 'U') AND motorway_m < 6000";
  it('are what the search answers when one condition is another', async () => {
    const found = await search({ filter: need });
    const facet = (name: string) => found.facets.find((one) => one.name === name)!;
    for (const { value, count } of facet('zone_class').values) expect((await search({ filter: `area_ha >= 0.3 AND motorway_m < 6000 AND zone_class = '${value}'`, facets: 'false' })).total, value).toBe(count);
    for (const { value, count } of facet('utilities').values.slice(0, 2)) expect((await search({ filter: `${need} AND A_CONTAINS(utilities, ('${value}'))`, facets: 'false' })).total).toBe(count);
    for (const { value, count } of facet('road_contact').values) expect((await search({ filter: `${need} AND road_contact = ${value}`, facets: 'false' })).total).toBe(count);
    const { histogram, unknown } = facet('area_ha');
    expect(unknown).toBe(0);
    expect(histogram!.counts.reduce((sum, count) => sum + count, 0)).toBe((await search({ filter: "zone_class IN ('P', 'U') AND motorway_m < 6000", facets: 'false' })).total);
    const second = histogram!.min + (histogram!.max - histogram!.min) / 20;
    expect((await search({ filter: `area_ha < ${second} AND zone_class IN ('P', 'U') AND motorway_m < 6000`, facets: 'false' })).total).toBe(histogram!.counts[0]);
    for (const [at, { text, alone, without, unknown: notKnown }] of found.conditions.entries()) {
      const others = found.conditions.filter((_, other) => other !== at).map((other) => other.text).join(' AND ');
      expect((await search({ filter: text, facets: 'false' })).total).toBe(alone);
      expect((await search({ filter: others, facets: 'false' })).total).toBe(without);
      expect((await search({ filter: `${others} AND zone_class IS NULL`, facets: 'false' })).total >= notKnown).toBe(true);
    }
  });

  it('say what nobody can know: a parcel has no price, which is not the same as a wrong one', async () => {
    const found = await search({ filter: 'price_pln > 0 AND area_ha > 1', kinds: 'parcel', facets: 'false' });
    expect(found).toMatchObject({ total: 0, conditions: [{ property: 'price_pln', alone: 0, unknown: (await search({ filter: 'area_ha > 1', kinds: 'parcel', facets: 'false' })).total }, {}] });
    expect(found.relaxations[0]).toMatchObject({ condition: 0, to: null, total: found.conditions[0]!.without });
  });
});

describe('relaxations', () => {
  it('of generated needs promise what the search then finds', async () => {
    let [kept, moved, several] = [0, 0, 0];
    await fc.assert(fc.asyncProperty(world.needs(), fc.constantFrom('site', 'site,parcel'), async (filter, kinds) => {
      fc.pre(short(filter));
      const { total, relaxations } = await search({ filter: printFilter(filter), facets: 'false', limit: '1', relax: 'true', kinds });
      for (const relaxation of relaxations.slice(0, 5)) {
        const after = await search({ ...(relaxation.filter ? { filter: relaxation.filter } : {}), facets: 'false', limit: '1', kinds });
        expect(after.total, `${printFilter(filter)} → ${relaxation.filter}`).toBe(relaxation.total);
        expect(after.total).toBeGreaterThan(total);
        kept += 1;
        if (relaxation.to !== null) moved += 1;
        if (relaxation.also.length > 0) several += 1;
      }
    }), { numRuns: 40 });
    expect([kept > 20, moved > 0, several > 0]).toEqual([true, true, true]);
  }, 240_000);

  it('are given unasked when nothing fits, and only then', async () => {
    expect((await search({ filter: 'area_ha > 5000', facets: 'false' })).relaxations.map(({ to }) => to)).toContain(null);
    expect((await search({ filter: 'area_ha > 1', facets: 'false' })).relaxations).toEqual([]);
    expect((await search({ filter: 'area_ha > 1', facets: 'false', relax: 'true' })).relaxations.length).toBeGreaterThan(0);
  });
});

describe('questions', () => {
  it.each([
    ['kinds', 'zone'], ['kinds', 'site,site'], ['kinds', ''], ['sort', 'utilities'], ['sort', 'score'], ['sort', 'geom'], ['sort', '--area_ha'], ['sort', 'constructor'], ['weights', 'area_ha'], ['weights', 'area_ha:0'], ['weights', 'area_ha:6'], ['weights', 'area_ha:1,area_ha:2'],
    ['weights', 'zone_class:1'], ['weights', '__proto__:1'], ['weights', 'constructor:1'], ['limit', '0'], ['limit', '101'], ['limit', '-1'], ['offset', '1e3'], ['facets', 'yes'], ['relax', '1'], ['log', ''], ['door', 'office'], ['filter', ''], ['filter-crs', 'EPSG:1'], ['filter-lang', 'sql'], ['bbox', '1,2,3,4'], ['__proto__', '1'],
  ])('%s=%s is 400 and named', async (name, value) => {
    const response = await ask({ [name]: value });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect([response.status, (await response.json() as { errors: { path: string }[] }).errors[0]!.path]).toEqual([400, name]);
  });

  it('are open data of one kind of answer, read only', async () => {
    expect((await ask({ limit: '1' })).headers.get('access-control-allow-origin')).toBe('*');
    expect((await fetch(`${app.url}/api/investment/search`, { headers: { accept: 'text/csv' } })).status).toBe(406);
    expect((await fetch(`${app.url}/api/investment/search`, { method: 'POST' })).status).toBe(405);
  });

  it('are limited per address', async () => {
    const limited = await startTestApp({ database: 'empty', env: { SEARCHES_PER_MINUTE: '3' } });
    const statuses: number[] = [];
    for (let at = 0; at < 5; at += 1) statuses.push((await ask({ kinds: 'x' }, limited)).status);
    await limited.close();
    expect(statuses).toEqual([400, 400, 400, 429, 429]);
  });
});
