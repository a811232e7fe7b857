/** What is hostile, at the routes of the investor's search: filters that no database answers, work that nobody could pay for, numbers and texts of the office that no register takes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LandSearch } from '../../domain/contract/investment/search.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { signIn } from '../support/people.ts';

let app: TestApp;
beforeAll(async () => { app = await startTestApp({ env: { SEARCHES_PER_MINUTE: '0' } }); }, 120_000);
afterAll(() => app?.close());

const ROUTES = ['/api/investment/search?facets=false&limit=100', '/api/investment/assemblies?area_min=0.1&limit=1', '/api/investment/export?format=csv', '/api/collections/investment-sites/items?limit=1000', '/api/collections/municipal-parcels/items?limit=10'];
const ask = async (route: string, filter: string, more: Record<string, string> = {}) => {
  const answer = await fetch(`${app.url}${route}&${new URLSearchParams({ filter, ...more })}`);
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};
const everywhere = async (filter: string, more: Record<string, string> = {}) => {
  const answers = [];
  for (const route of ROUTES) answers.push({ route, ...await ask(route, filter, more) });
  return answers;
};
const preview = (filter: string) => fetch(`${app.url}/api/investment/watches/preview`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ filter }) });
const keysOf = async (filter: string): Promise<string[]> => (JSON.parse((await ask(ROUTES[3]!, filter)).text) as { features: { properties: { key: string } }[] }).features.map(({ properties }) => properties.key).sort();

describe('a filter', () => {
  it.each([
    ['a pattern that ends with a backslash', "name LIKE '\\'", 'filter:10'], ['the same in any case', "name LIKE CASEI('a%\\\\\\')", 'filter:16'], ['functions hundreds deep', `${'CASEI('.repeat(400)}name${')'.repeat(400)} = 'x'`, 'filter:24'],
  ])('%s is refused with its place', async (_what, filter, path) => {
    for (const { route, status, type, text } of await everywhere(filter)) {
      expect([status, type], `${route} ${text}`).toEqual([400, 'application/problem+json']);
      expect((JSON.parse(text) as { errors: { path: string }[] }).errors[0]!.path).toBe(path);
    }
    expect((await preview(filter)).status).toBe(400);
  });

  it.each([
    ['a NUL', { op: '=', args: [{ property: 'name' }, 'a\0'] }, '$.args[1]'], ['a NUL in a list', { op: 'a_contains', args: [{ property: 'utilities' }, ['gaz', '\0']] }, '$.args[1][1]'], ['a NUL in a pattern', { op: 'like', args: [{ property: 'name' }, { op: 'casei', args: ['\0'] }] }, '$.args[1].args[0]'],
    ['an unfinished pattern', { op: 'like', args: [{ property: 'name' }, '\\'] }, '$.args[1]'],
  ])('%s in JSON is refused with its place', async (_what, filter, path) => {
    for (const { route, status, text } of await everywhere(JSON.stringify(filter), { 'filter-lang': 'cql2-json' })) {
      expect(status, `${route} ${text}`).toBe(400);
      expect((JSON.parse(text) as { errors: { path: string }[] }).errors[0]!.path).toBe(`filter:${path}`);
    }
  });

  it('a value that is no pattern, used as one, is a fault of the question', async () => {
    await app.database.db.none("UPDATE investment.site SET rail_access = '\\' WHERE key = 'ti-nowa-huta-01'");
    expect((await ask(ROUTES[3]!, 'name LIKE rail_access')).status).toBe(400);
    await app.database.db.none("UPDATE investment.site SET rail_access = NULL WHERE key = 'ti-nowa-huta-01'");
  });

  it('texts between others, and whether there is a geometry, are answered', async () => {
    for (const filter of ["name BETWEEN 'a' AND 'Ż'", "CASEI(name) BETWEEN 'a' AND CASEI('Ż')", 'geom IS NULL', 'geom IS NOT NULL']) {
      for (const { route, status, text } of await everywhere(filter)) expect(route === ROUTES[2] ? [200, 413] : [200], `${route} ${filter} ${text}`).toContain(status);
      expect((await preview(filter)).status, filter).toBe(200);
    }
    expect(await keysOf("name BETWEEN 'A' AND 'N'")).toEqual(await keysOf("name >= 'A' AND name <= 'N'"));
    expect((await keysOf("name BETWEEN 'A' AND 'N'")).length).toBeGreaterThan(0);
    expect([await keysOf('geom IS NULL'), await keysOf('geom IS NOT NULL')]).toEqual([[], await keysOf('TRUE')]);
  });

  it('of hundreds of conditions that exclude each other is answered with a few relaxations', async () => {
    const { status, text } = await ask('/api/investment/search?limit=1&facets=true', Array.from({ length: 200 }, (_, at) => `area_ha>${at} AND area_ha<${at}`).join(' AND '));
    expect(status).toBe(200);
    const { total, relaxations, conditions } = LandSearch.parse(JSON.parse(text));
    expect([total, conditions.length, relaxations.length]).toEqual([0, 400, expect.any(Number)]);
    expect(relaxations.length).toBeGreaterThan(0);
    expect(relaxations.length).toBeLessThanOrEqual(12);
    const [first] = relaxations;
    const relaxed = LandSearch.parse(JSON.parse((await ask('/api/investment/search?limit=1&facets=false', first!.filter)).text));
    expect(relaxed.total).toBe(first!.total);
  });
});

it('a price that is next to nothing, or beyond everything, is refused', async () => {
  const ada = await signIn(app, { login: 'ada', role: 'investor-adviser' });
  const content = { name: 'Cena', status: 'available', strategic_area: 'other', offer_form: 'sale', by_tender: false, parcels: ['126105_9.0001.1'], utilities: [], power_kw: null, road_access: null, rail_access: null, contact: null, files: [] };
  for (const price of [5e-324, 0, -1, 1e300]) {
    const answer = await ada.fetch('/api/investment/desk/sites', { method: 'POST', body: JSON.stringify({ key: 'cena', content: { ...content, price_pln: price } }) });
    expect([answer.status, (await answer.json() as { errors: { path: string }[] }).errors.map(({ path }) => path)], String(price)).toEqual([400, ['content.price_pln']]);
  }
});
