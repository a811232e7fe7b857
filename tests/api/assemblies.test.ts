/** Assemblies over HTTP: lines that follow the contract, borders of the register, areas of the whole, ending with the visitor, hostile questions. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Assembly, AssemblyLine } from '../../domain/contract/investment/assemblies.ts';
import { Problem } from '../../domain/contract/problem.ts';
import { streamAssemblies } from '../../client/api/assemblies.ts';
import { loadAlone } from '../../server/db/load-alone.ts';
import { keepLandFacts } from '../../server/registers/land-facts.ts';
import { assembliesRoutes } from '../../server/rooms/assemblies/assemblies.routes.ts';
import { startTestApp, testApp, type TestApp } from '../support/app.ts';
import { buildTown, rectangle } from './parcels-town.ts';

const name = (number: number | string): string => `126104_9.0009.${number}`;
const parcel = (number: number, geometry: string, group = 4): string => `INSERT INTO cadastre.parcel (key, dataset_id, identifier, valid, registration_group, geom) VALUES ('${name(number)}', 1, '${name(number)}', '[2000-01-01,)', ${group}, ${geometry});`;
/** Twelve by twelve fields of 100 m², far from the others: more sets of eight than anybody waits for. */
const FIELDS = Array.from({ length: 144 }, (_, at) => parcel(1000 + at, rectangle(3000 + 10 * (at % 12), 3000 + 10 * Math.floor(at / 12), 10, 10)));

let app: TestApp;
let demo: TestApp;
beforeAll(async () => {
  demo = await testApp();
  app = await startTestApp({ database: 'empty' });
  await buildTown(app.database);
  await loadAlone(app.database, (t) => t.multi([
    // A row of three of 2,000 m², of two holders; one that touches the third at a corner; a private one beside the first; a street along the second.
    parcel(701, rectangle(1000, 1000, 40, 50)), parcel(702, rectangle(1040, 1000, 40, 50)), parcel(703, rectangle(1080, 1000, 40, 50), 5), parcel(704, rectangle(1120, 1050, 40, 50)), parcel(705, rectangle(960, 1000, 40, 50), 7),
    parcel(706, rectangle(1040, 990, 40, 10)), `INSERT INTO cadastre.land_use (parcel_id, ordinal, symbol, area_m2) SELECT id, 1, 'dr', 400 FROM cadastre.parcel WHERE key = '${name(706)}';`,
    ...FIELDS,
  ].join('\n')));
  await keepLandFacts(app.database, new Date().toISOString().slice(0, 10));
});
afterAll(() => app?.close());

const ask = (query: string, of = app): Promise<Response> => fetch(`${of.url}/api/investment/assemblies?${query}`);
async function lines(query: string, of = app): Promise<AssemblyLine[]> {
  const response = await ask(query, of);
  const text = await response.text();
  expect([response.status, response.headers.get('content-type')], text.slice(0, 500)).toEqual([200, 'application/x-ndjson; charset=utf-8']);
  expect(text.endsWith('\n')).toBe(true);
  return text.trimEnd().split('\n').map((line) => AssemblyLine.parse(JSON.parse(line)));
}
const assembliesIn = (all: readonly AssemblyLine[]): Assembly[] => all.flatMap((line) => (line.line === 'assembly' ? [line.assembly] : []));
const numbersOf = ({ identifiers }: Assembly): string => identifiers.map((identifier) => identifier.slice(name('').length)).join('+');
const found = async (query: string): Promise<string[]> => assembliesIn(await lines(query)).map(numbersOf);
const here = (text: string): string => `filter=${encodeURIComponent(text)}`;

describe('assemblies', () => {
  it('share borders: corners, streets and private land join nothing', async () => {
    const all = await lines('area_min=0.35&max_parcels=2');
    const { many } = await app.database.db.one<{ many: number }>("SELECT count(*)::int AS many FROM investment.fact WHERE layer = 'municipal-parcels'");
    expect(all[0]).toMatchObject({ line: 'start', filter: '', parcels: many });
    expect(assembliesIn(all).map(numbersOf)).toEqual(['701+702', '702+703']);
    expect(assembliesIn(all)[0]).toMatchObject({ areaHa: 0.4, roadContact: true, ownerships: ['municipality'], sharedM: expect.closeTo(50, 0) as number, compactness: expect.closeTo((4 * Math.PI * 4000) / 260 ** 2, 2) as number });
    expect(all.at(-1)).toEqual({ line: 'done', found: 2, stopped: null });
    const extent = await app.database.db.one<{ box: number[] }>(`SELECT ARRAY[ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)] AS box FROM (SELECT ST_Extent(ST_Transform(geom, 4326)) AS e FROM cadastre.parcel WHERE key IN ('${name(701)}', '${name(702)}')) AS x`);
    for (const [at, degrees] of assembliesIn(all)[0]!.bbox.entries()) expect(degrees).toBeCloseTo(extent.box[at]!, 6);
  });

  it('have the area, the holders, the shape and the road that are asked for', async () => {
    expect(await found('area_min=0.35&max_owners=1')).toEqual(['701+702']);
    expect(await found('area_min=0.5&max_parcels=3')).toEqual(['701+702+703']);
    expect(await found('area_min=0.35&area_max=0.39')).toEqual([]);
    expect(await found('area_min=0.5&max_parcels=3&min_compactness=0.7')).toEqual([]);
    expect(await found('area_min=0.35&road=true')).toEqual(['701+702', '702+703']);
    // Alone large enough: found by the search, in no assembly – but for a road it needs the second.
    expect(await found(`area_min=0.15&max_parcels=2&${here('area_ha > 0')}`)).toEqual([]);
    expect(await found('area_min=0.15&max_parcels=2&road=true')).toEqual([]);
  });

  it('take the area of the filter for that of the whole, and say what each parcel was asked', async () => {
    const all = await lines(here("area_ha >= 0.35 AND AREA_M2(geom) <= 4500 AND ownership = 'municipality'"));
    expect(all[0]).toMatchObject({ line: 'start', filter: "ownership = 'municipality'" });
    const { many } = await app.database.db.one<{ many: number }>("SELECT count(*)::int AS many FROM investment.fact WHERE layer = 'municipal-parcels' AND ownership = 'municipality'");
    expect(all[0]).toMatchObject({ parcels: many });
    expect(assembliesIn(all).map(numbersOf)).toEqual(['701+702']);
    expect(await found(`${here('area_ha >= 5')}&area_min=0.35&max_parcels=2`)).toEqual(['701+702', '702+703']);
    const json = { op: '>=', args: [{ property: 'area_ha' }, 0.35] };
    expect(await found(`filter-lang=cql2-json&max_parcels=2&${here(JSON.stringify(json))}`)).toEqual(['701+702', '702+703']);
  });

  it('stop at the limit and say so', async () => {
    const all = await lines('area_min=0.02&area_max=0.05&max_parcels=2&limit=10');
    expect(assembliesIn(all)).toHaveLength(10);
    expect(all.at(-1)).toEqual({ line: 'done', found: 2 * 12 * 11, stopped: 'limit' });
  });

  it('of the demonstration are neighbours of each other and large enough', async () => {
    const all = assembliesIn(await lines('area_min=1&max_parcels=3&road=true', demo));
    expect(all.length).toBeGreaterThan(3);
    for (const { ids, areaHa, roadContact, sharedM } of all) {
      const { area } = await demo.database.db.one<{ area: number }>('SELECT sum(ST_Area(geom)) / 10000 AS area FROM cadastre.parcel WHERE id = ANY ($1)', [ids]);
      const pairs = await demo.database.db.any<{ a: number; b: number; shared: number }>('SELECT a, b, shared_m AS shared FROM investment.neighbour WHERE a = ANY ($1) AND b = ANY ($1)', [ids]);
      const reached = new Set(ids.slice(0, 1));
      for (let before = 0; before < reached.size;) {
        before = reached.size;
        for (const { a, b } of pairs) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
      }
      expect([roadContact, reached.size]).toEqual([true, ids.length]);
      expect(areaHa).toBeCloseTo(area, 3);
      expect(sharedM).toBeCloseTo(pairs.reduce((sum, { shared }) => sum + shared, 0), 0);
      expect(areaHa).toBeGreaterThanOrEqual(1);
    }
  });

  it('are read by the client line by line', async () => {
    const told: AssemblyLine[] = [];
    const { fetch: real } = globalThis;
    globalThis.fetch = ((path: string, init?: RequestInit) => real(`${app.url}${path}`, init)) as typeof fetch;
    try {
      await streamAssemblies({ filter: '', areaMin: 0.35, maxParcels: 2, road: true }, { onLine: (line) => told.push(line) });
      await expect(streamAssemblies({ areaMin: 0.35, maxParcels: 9 }, { onLine: () => undefined })).rejects.toMatchObject({ name: 'Failure', kind: 'rejected', status: 400 });
      const stop = new AbortController();
      const stopped = streamAssemblies({ areaMin: 0.08, maxParcels: 8 }, { signal: stop.signal, onLine: () => stop.abort(new Error('enough')) });
      await expect(stopped).rejects.toThrow('enough');
    } finally {
      globalThis.fetch = real;
    }
    expect(told).toEqual(await lines('area_min=0.35&max_parcels=2&road=true'));
  });
});

describe('a long search', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    const own = express().use(assembliesRoutes({ database: app.database, limitMs: 600_000 }));
    own.use(((error: { status?: number }, _req, res, _next) => { res.status(error.status ?? 500).end(); }) satisfies express.ErrorRequestHandler);
    server = createServer(own.disable('etag').set('query parser', false));
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/investment/assemblies?area_min=0.08&max_parcels=8`;
  });
  afterAll(() => { server.closeAllConnections(); server.close(); });

  it('tells progress, is one of few, leaves others time, and ends when its visitor goes', async () => {
    const visitors = [1, 2, 3, 4].map(() => new AbortController());
    const readers = await Promise.all(visitors.map(async ({ signal }) => (await fetch(url, { signal })).body!.pipeThrough(new TextDecoderStream()).getReader()));
    for (const reader of readers) {
      let text = '';
      while (!text.includes('"progress"')) text += (await reader.read()).value ?? expect.fail('the answer ended');
      expect(text.split('\n')[0]).toContain('"start"');
    }
    const refused = await fetch(url);
    expect([refused.status]).toEqual([503]);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    visitors[0]!.abort();
    // Its limit is ten minutes: another is let in only because the first has ended.
    const again = new AbortController();
    await expect.poll(async () => (await fetch(url, { signal: again.signal })).status, { timeout: 20_000, interval: 100 }).toBe(200);
    for (const one of [again, ...visitors]) one.abort();
    await Promise.all(readers.map((reader) => reader.cancel().catch(() => undefined)));
    await expect.poll(async () => (await fetch(`${url}&${here('flood_pct < -1')}`)).text(), { timeout: 20_000 }).toContain('"done"');
  });

  it('ends at its time with what it has', async () => {
    const own = express().use(assembliesRoutes({ database: app.database, limitMs: 1 })).disable('etag').set('query parser', false);
    const short = createServer(own);
    await new Promise<void>((resolve) => { short.listen(0, '127.0.0.1', resolve); });
    const text = await (await fetch(`http://127.0.0.1:${(short.address() as AddressInfo).port}/api/investment/assemblies?area_min=0.08&max_parcels=8`)).text();
    expect(JSON.parse(text.trimEnd().split('\n').at(-1)!)).toMatchObject({ line: 'done', stopped: 'time' });
    short.close();
  });
});

describe('hostile questions', () => {
  it.each([
    ['', 'area_min'], ['area_min=0', 'area_min'], ['area_min=-1', 'area_min'], ['area_min=1e3', 'area_min'], ['area_min=NaN', 'area_min'], ['area_min=2&area_max=1', 'area_max'], ['area_min=1&max_parcels=9', 'max_parcels'], ['area_min=1&max_parcels=1', 'max_parcels'],
    ['area_min=1&max_owners=0', 'max_owners'], ['area_min=1&min_compactness=1.1', 'min_compactness'], ['area_min=1&road=yes', 'road'], ['area_min=1&limit=201', 'limit'], ['area_min=1&nope=1', 'nope'], ['area_min=1&area_min=2', 'area_min'], ['area_min=1&filter=', 'filter'],
    ['area_min=1&filter-crs=EPSG:1', 'filter-crs'], [`area_min=1&${here("name = 'x'; DROP TABLE cadastre.parcel")}`, 'filter'], [`area_min=1&${here('contact = 1')}`, 'filter'], [here('NOT (area_ha > 1)'), 'area_min'],
  ])('%s', async (query, named) => {
    const response = await ask(query);
    const told = Problem.parse(await response.json());
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(told.errors?.map(({ path }) => path).join() ?? told.detail).toContain(named);
  });

  it('are refused by what they are', async () => {
    const deep = `${'('.repeat(1000)}area_ha > 1${')'.repeat(1000)}`;
    expect((await ask(`area_min=1&${here(deep)}`)).status).toBe(400);
    expect((await ask(`area_min=1&${here(`S_INTERSECTS(geom, POLYGON((19.9 50, 20 50.1, 20 50, 19.9 50.1, 19.9 50)))`)}`)).status).toBe(422);
    expect((await ask(`area_min=1&${here('x'.repeat(100_000))}`)).status).toBeGreaterThanOrEqual(400);
    expect((await fetch(`${app.url}/api/investment/assemblies?area_min=1`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${app.url}/api/investment/assemblies?area_min=1`, { headers: { accept: 'image/png' } })).status).toBe(406);
    const head = await fetch(`${app.url}/api/investment/assemblies?area_min=1`, { method: 'HEAD' });
    expect([head.status, head.headers.get('cache-control'), await head.text()]).toEqual([200, 'no-store, no-transform', '']);
  });
});
