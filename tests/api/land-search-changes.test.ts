/** The investor's search while land changes, what it counts for the office, and what is asked to hurt: it follows at once, keeps no person, and ends in bounded time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LandSearch } from '../../domain/contract/investment/search.ts';
import { SearchFigures } from '../../domain/contract/investment/search-figures.ts';
import { MAX_CONDITIONS, MAX_SPATIAL } from '../../domain/cql2/ast.ts';
import { searchFigures } from '../../server/registers/search-figures.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => { app = await startTestApp({ database: 'seeded' }); }, 120_000);
afterAll(() => app?.close());

const ask = (parameters: Record<string, string>): Promise<Response> => fetch(`${app.url}/api/investment/search?${new URLSearchParams(parameters)}`);
async function search(parameters: Record<string, string>): Promise<LandSearch> {
  const response = await ask(parameters);
  expect(response.status, `${JSON.stringify(parameters)} ${await response.clone().text()}`.slice(0, 1500)).toBe(200);
  return LandSearch.parse(await response.json());
}
const many = (of: number, text: (at: number) => string, by = ' AND '): string => Array.from({ length: of }, (_, at) => text(at)).join(by);

describe('a change of land', () => {
  it('is in the next answer: price, status, a site that is listed no more', async () => {
    const filter = "status = 'available' AND price_pln < 3000000";
    const before = await search({ filter });
    const other = (await search({ filter: "status = 'sold' OR price_pln >= 3000000", kinds: 'site' })).items[0]!;
    await app.database.db.none("UPDATE investment.site SET status = 'available', price_pln = 1234567, by_tender = false WHERE key = $1", [other.key]);
    const after = await search({ filter });
    expect(after.ids.site).toEqual([...before.ids.site, other.id].sort((a, b) => a - b));
    expect((await search({ filter: 'price_pln = 1234567' })).items[0]).toMatchObject({ key: other.key, properties: { status: 'available', price_pln: 1234567 } });
    expect(after.facets.find(({ name }) => name === 'status')!.values.find(({ value }) => value === 'available')!.count).toBe(after.total);
    await app.database.db.none('DELETE FROM investment.site WHERE key = $1', [other.key]);
    expect((await search({ filter })).ids).toEqual(before.ids);
  });

  it('never mixes with what was before, however many ask meanwhile', async () => {
    const [site] = (await search({ kinds: 'site', filter: 'price_pln > 0' })).items;
    const writes = (async () => { for (let price = 1; price <= 8; price += 1) await app.database.db.none('UPDATE investment.site SET price_pln = $2 WHERE key = $1', [site!.key, price]); })();
    const reads = Promise.all(Array.from({ length: 6 }, async (_, at) => {
      const parameters = { filter: `price_pln <= ${1 + at}`, kinds: 'site', sort: 'price_pln', facets: 'false' };
      // A busy database may say so: what it says otherwise must hold together.
      let response!: Response;
      await expect.poll(async () => (response = await ask(parameters)).status, { timeout: 40_000 }).not.toBe(503);
      return LandSearch.parse(await response.json());
    }));
    const [answers] = await Promise.all([reads, writes]);
    for (const [at, { items, total }] of answers.entries()) {
      expect(items.length).toBe(Math.min(total, 20));
      for (const { properties } of items) expect(properties['price_pln'], String(at)).toBeLessThanOrEqual(1 + at);
    }
    expect((await search({ filter: 'price_pln = 8' })).ids.site).toContain(site!.id);
  }, 60_000);

  it('is not guessed before the facts are prepared', async () => {
    const empty = await startTestApp({ database: 'empty' });
    const prepared = (): Promise<boolean> => empty.database.db.one<{ as_of: string | null }>('SELECT as_of FROM investment.fact_state').then(({ as_of }) => as_of !== null);
    await expect.poll(prepared, { timeout: 20_000 }).toBe(true);
    await empty.database.longTransaction((t) => t.none('UPDATE investment.fact_state SET as_of = NULL'));
    const response = await fetch(`${empty.url}/api/investment/search`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    await empty.close();
  });
});

describe('the log', () => {
  const counted = (): Promise<SearchFigures> => searchFigures(app.database.db, 30).then((figures) => SearchFigures.parse(figures));
  it('counts what the client says is a search, once, and tells what was searched in vain', async () => {
    expect(await counted()).toEqual({ days: 30, since: null, searches: 0, empty: 0, properties: [], conditions: [], inVain: [] });
    await search({ filter: 'area_ha > 1' });
    await search({ filter: 'area_ha > 1', log: 'true', offset: '20' });
    expect((await counted()).searches).toBe(0);
    for (const filter of ["area_ha > 1 AND zone_class = 'P'", "zone_class = 'P' AND area_ha > 1", 'area_ha > 1', 'area_ha > 5000 AND S_DWITHIN(geom, POINT(19.987654 50.05), 500)', "area_ha > 5000 AND name = 'Jan Kowalski'"]) await search({ filter, log: 'true' });
    const figures = await counted();
    expect(figures).toMatchObject({ searches: 4, empty: 2, since: expect.any(String) as string });
    expect(figures.properties[0]).toEqual({ name: 'area_ha', searches: 4, empty: 2 });
    expect(figures.conditions).toContainEqual({ text: "zone_class = 'P'", searches: 1, empty: 0 });
    expect(figures.inVain.map(({ filter, kinds, searches }) => [filter, kinds, searches]).sort()).toEqual([["area_ha > 5000 AND name = '…'", ['site', 'parcel'], 1], ['S_DWITHIN(geom, area, 500) AND area_ha > 5000', ['site', 'parcel'], 1]].sort());
    const everything = JSON.stringify(await app.database.db.any('SELECT * FROM investment.search_log'));
    expect(everything).not.toMatch(/Kowalski|19\.98|127\.0\.0\.1/);
    expect(Object.keys((await app.database.db.any<object>('SELECT * FROM investment.search_log LIMIT 1'))[0]!).sort()).toEqual(['at', 'conditions', 'door', 'filter', 'id', 'kinds', 'properties', 'total']);
  });

  it('forgets after 400 days', async () => {
    await app.database.db.none("UPDATE investment.search_log SET at = now() - interval '401 days' WHERE filter = 'area_ha > 1'");
    await search({ filter: 'area_ha > 2', log: 'true', door: 'planner' });
    expect(await app.database.db.map('SELECT filter FROM investment.search_log WHERE at < now() - interval \'31 days\'', [], (row: object) => row)).toEqual([]);
    expect(await app.database.db.map("SELECT door FROM investment.search_log WHERE filter = 'area_ha > 2'", [], ({ door }: { door: string }) => door)).toEqual(['planner']);
  });
});

describe('what is asked to hurt', () => {
  const LIMIT_MS = 25_000;
  const ring = (vertices: number): string => many(vertices + 1, (at) => { const turn = (2 * Math.PI * (at % vertices)) / vertices; const far = at % 2 === 0 ? 0.05 : 0.049; return `${(20 + far * 1.5 * Math.cos(turn)).toFixed(4)} ${(50.05 + far * Math.sin(turn)).toFixed(4)}`; }, ',');

  it.each([
    ['100 kB', `name = '${'x'.repeat(100_000)}'`, [414, 431]], ['a thousand levels', `${'('.repeat(1000)}area_ha > 1${')'.repeat(1000)}`, [400]], ['more conditions than there may be', many(MAX_CONDITIONS + 1, () => 'area_ha>1', ' OR '), [400, 414]],
    ['more geometries than there may be', many(MAX_SPATIAL + 1, () => 'S_DWITHIN(geom,POINT(20 50),9)', ' OR '), [400]], ['a crossing ring', 'S_INTERSECTS(geom, POLYGON((20 50, 20.01 50.01, 20.01 50, 20 50.01, 20 50)))', [422]],
    ['outside', 'S_INTERSECTS(geom, POINT(0 0))', [422]], ['no number', 'S_INTERSECTS(geom, POINT(1e999 50))', [400, 422]], ['a line of 600 vertices', `S_INTERSECTS(geom, LINESTRING(${many(600, (at) => `20 50.0${at % 10}`, ',')}))`, [413]],
  ])('%s is refused', async (_, filter, statuses) => {
    const response = await ask({ filter });
    expect(statuses).toContain(response.status);
  });

  // Legal, and as heavy as the gate lets through: an answer or a problem in bounded time, and the database answers afterwards.
  it.each([
    ['many distances', many(MAX_SPATIAL, (at) => `S_DWITHIN(geom,POINT(20.0${at} 50.0${at % 9}),30000)`)], ['a star of many vertices', `S_OVERLAPS(geom, POLYGON((${ring(300)})))`],
    ['distance from a long line', `S_DWITHIN(geom, LINESTRING(${ring(300)}), 1)`], ['letters without marks', `ACCENTI(name) = ACCENTI('${'x'.repeat(3000)}')`], ['a pattern of many gaps', `name LIKE '${'%1'.repeat(1200)}b' AND '${'a'.repeat(1000)}' LIKE '${'%a'.repeat(500)}b'`],
    ['a property as a pattern', `'${'a'.repeat(3000)}' LIKE name`], ['many conditions', many(300, (at) => `area_ha>${at}`)], ['many alternatives', many(300, (at) => `area_ha=${at}`, ' OR ')],
  ])('%s ends', async (_, filter) => {
    const began = performance.now();
    const response = await fetch(`${app.url}/api/investment/search?filter=${encodeURIComponent(filter).replaceAll('%20', '+')}`, { signal: AbortSignal.timeout(LIMIT_MS) });
    expect([200, 400, 414, 504], `${response.status} after ${performance.now() - began} ms`).toContain(response.status);
    expect((await search({ filter: 'area_ha > 1', limit: '1', facets: 'false' })).total).toBeGreaterThan(0);
  }, 60_000);

  it('does not keep others waiting for long', async () => {
    const filter = many(30, (at) => `S_DWITHIN(geom,POINT(20.0${at} 50.0${at % 9}),30000)`);
    const [heavy, light] = await Promise.all([ask({ filter }), search({ filter: 'area_ha > 1' })]);
    expect([200, 504]).toContain(heavy.status);
    expect(light.total).toBeGreaterThan(0);
  }, 60_000);
});
