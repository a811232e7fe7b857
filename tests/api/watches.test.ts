/** Watches over HTTP: the preview is what a naive evaluator says of what was told, the feed is valid Atom that only grows, and nothing hostile gets through. */
import { request } from 'node:http';
import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Geometry } from '../../domain/contract/geojson.ts';
import { WATCH_KINDS, WatchPreview, WatchSet } from '../../domain/contract/investment/watch.ts';
import type { Filter, SpatialOperator } from '../../domain/cql2/ast.ts';
import { evaluate, type Evaluated } from '../../domain/cql2/evaluate.ts';
import { parseFilter } from '../../domain/cql2/parse-text.ts';
import { printFilter } from '../../domain/cql2/print-text.ts';
import { eventsOf, type JudgedVersion } from '../../domain/investment/watch.ts';
import { judgedVersions } from '../../server/rooms/watches/watches.repository.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { filters } from '../support/filters.ts';
import { areaOf, distanceOf, planeOf, within } from '../support/plane.ts';

const NOW = new Date('2026-11-15T12:00:00Z');
const PATH = '/api/investment/watches';
interface Told { readonly seq: number; readonly key: string; readonly at: Date; readonly demonstration: boolean; readonly properties: Record<string, unknown> | null; readonly shape: string | null }

let app: TestApp;
let told: Told[];
const readTold = (): Promise<Told[]> => app.database.db.any('SELECT seq::integer AS seq, key, recorded_at AS at, demonstration, properties, ST_AsGeoJSON(ST_Transform(geom, 4326), 12) AS shape FROM investment.site_version ORDER BY seq');
beforeAll(async () => {
  app = await startTestApp({ now: () => NOW, env: { SEARCHES_PER_MINUTE: '0' } });
  told = await readTold();
}, 120_000);
afterAll(() => app?.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) => fetch(`${app.url}${PATH}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
const preview = async (filter: string, kinds?: readonly string[]) => {
  const answer = await post('/preview', { filter, ...(kinds ? { kinds } : {}) });
  const body: unknown = await answer.json();
  expect(answer.status, JSON.stringify(body)).toBe(200);
  return WatchPreview.parse(body);
};

function inMemory({ properties, shape }: Told): Evaluated {
  const own = planeOf(JSON.parse(shape!) as Geometry);
  const relates = (operator: SpatialOperator, other: Geometry): boolean => {
    if (operator === 's_within') return within(own, planeOf(other));
    const meet = distanceOf(own, planeOf(other)) === 0;
    return operator === 's_disjoint' ? !meet : meet;
  };
  return { properties: properties!, relates, distanceM: (other) => distanceOf(own, planeOf(other)), areaM2: () => areaOf(own) };
}
/** Nothing is moved in the demonstration's history. */
const judged = (filter: Filter): JudgedVersion[] => told.map(({ shape: _shape, ...version }, at) => ({
  ...version, at: version.at.toISOString(), moved: false, fits: version.properties !== null && evaluate(filter, inMemory(told[at]!)) === true,
}));

const point = fc.tuple(fc.double({ min: 19.85, max: 20.15, noNaN: true }), fc.double({ min: 50, max: 50.1, noNaN: true }));
const spatial: fc.Arbitrary<Filter>[] = [
  fc.record({ op: fc.constant('s_dwithin' as const), property: fc.constant('geom'), geometry: point.map((coordinates): Geometry => ({ type: 'Point', coordinates })), metres: fc.nat(8_000) }),
  fc.record({ op: fc.constantFrom('<' as const, '>=' as const), left: fc.constant({ kind: 'area' as const, unit: 'ha' as const, of: 'geom' }), right: fc.double({ min: 0.5, max: 8, noNaN: true }).map((value) => ({ kind: 'literal' as const, value })) }),
];
const any = filters({
  texts: { status: ['available', 'in-tender', 'reserved', 'AVAILABLE'], strategic_area: ['nowa-huta', 'balice', 'other'], ownership: ['municipality', 'mixed'], name: ['Ruszcza', 'Płaszów'] },
  numbers: { area_ha: [1, 2.5, 4], price_pln: [1e6, 5e6, 1e7], max_height_m: [12, 20], flood_pct: [0] }, booleans: ['by_tender', 'road_contact'], dates: [],
  lists: { utilities: ['woda', 'gaz', 'kanalizacja sanitarna'], zone_classes: ['P', 'U'] }, spatial,
});

describe('the preview', () => {
  it('is what the naive evaluator makes of every version that was told', async () => {
    let [some, spatially] = [0, 0];
    // Places and areas are rare among all that can be asked, so some ask nothing else.
    const asked = fc.oneof({ arbitrary: any, weight: 3 }, { arbitrary: fc.oneof(...spatial), weight: 1 });
    await fc.assert(fc.asyncProperty(asked, async (filter) => {
      const text = printFilter(filter);
      const expected = judged(parseFilter(text));
      const versions = await judgedVersions(app.database.db, parseFilter(text));
      expect(versions, text).toEqual(expected);
      const answer = await preview(text);
      const events = eventsOf(expected).filter(({ at }) => at >= '2025-11-15T12:00:00.000Z' && at > told[0]!.at.toISOString());
      expect(answer.events, text).toEqual(events.toReversed().slice(0, 200));
      expect([answer.total, answer.counts]).toEqual([events.length, Object.fromEntries(WATCH_KINDS.map((kind) => [kind, events.filter((event) => event.kind === kind).length]))]);
      if (events.length > 0 && events.length < 70) some += 1;
      if (/geom/.test(text) && events.length > 0) spatially += 1;
    }), { numRuns: 80 });
    expect(some).toBeGreaterThan(10);
    expect(spatially).toBeGreaterThan(3);
  }, 240_000);

  it('of the demonstration shows sites that came, changed and left, labelled', async () => {
    const answer = await preview("status = 'available'");
    expect(Object.values(answer.counts).every((count) => count > 0)).toBe(true);
    expect(answer.events.every(({ demonstration }) => demonstration)).toBe(true);
    expect(answer.events.some(({ kind, changes }) => kind === 'changed' && changes.some(({ field, from, to }) => field === 'price_pln' && Number(from) > Number(to)))).toBe(true);
    expect(answer.fitting).toBe((await (await fetch(`${app.url}/api/collections/investment-sites/items?status=available&limit=1`)).json() as { numberMatched: number }).numberMatched);
    const only = await preview("status = 'available'", ['left']);
    expect([only.total, new Set(only.events.map(({ kind }) => kind))]).toEqual([answer.counts.left, new Set(['left'])]);
  });

  it('of nothing is nothing, and of everything what was put on the list', async () => {
    expect((await preview('area_ha > 100000')).total).toBe(0);
    expect((await preview('')).counts.appeared).toBeGreaterThan(5);
  });

  it('adds no version for sites that the history leaves as they are', () => {
    expect(told.every(({ at, demonstration }) => demonstration && at.toISOString() < '2026-11-01')).toBe(true);
  });
});

/** Throws for anything that is not well-formed. */
const xmlOf = (text: string): Element => new DOMParser({ onError: (level, message) => { throw new Error(`${level}: ${message}`); } }).parseFromString(text, 'application/xml').documentElement!;
const children = (of: Element, name: string): Element[] => Array.from(of.childNodes).filter((node) => node.nodeName === name) as Element[];
const only = (of: Element, name: string): Element => {
  const found = children(of, name);
  expect(found.length, name).toBe(1);
  return found[0]!;
};
const linkOf = (of: Element, rel: string): string | null => children(of, 'link').find((link) => link.getAttribute('rel') === rel)!.getAttribute('href');
/** Read as RFC 4287 has it: what must stand once stands once. */
const feedOf = async (url: string) => {
  const answer = await fetch(url);
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  const feed = xmlOf(text);
  expect([feed.nodeName, feed.namespaceURI, linkOf(feed, 'self')]).toEqual(['feed', 'http://www.w3.org/2005/Atom', url]);
  only(only(feed, 'author'), 'name');
  const entries = children(feed, 'entry').map((entry) => ({ id: only(entry, 'id').textContent!, title: only(entry, 'title').textContent, updated: only(entry, 'updated').textContent!, href: linkOf(entry, 'alternate'), content: only(entry, 'content').textContent }));
  for (const { updated } of [{ updated: only(feed, 'updated').textContent! }, ...entries]) expect(updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  expect(new Set([only(feed, 'id').textContent, ...entries.map(({ id }) => id)]).size).toBe(entries.length + 1);
  return { answer, text, entries, title: only(feed, 'title').textContent };
};
/** As readers of feeds ask: fetch would add that no copy is wanted. */
const ask = (url: string, headers: Record<string, string>) => new Promise<[number | undefined, string]>((resolve, reject) => {
  request(url, { headers }, (answer) => { const parts: Buffer[] = []; answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => { resolve([answer.statusCode, Buffer.concat(parts).toString()]); }); }).on('error', reject).end();
});
const setFeed = async (more: object = {}) => {
  const answer = await post('', { name: 'Tereny', filter: "status = 'available'", notify: 'feed', lang: 'pl', ...more });
  const set = WatchSet.parse(await answer.json());
  expect(answer.status).toBe(201);
  return set as Extract<WatchSet, { state: 'feed' }>;
};
const site = (status: string, order = 'key') => app.database.db.one<{ key: string; name: string }>('SELECT key, name FROM investment.site WHERE status = $1 ORDER BY $2:name LIMIT 1', [status, order]);
const become = (key: string, status: string) => app.database.db.none('UPDATE investment.site SET status = $2 WHERE key = $1', [key, status]);

describe('a feed', () => {
  it('is valid while it is empty, grows by what changes, and keeps the ids of its entries', async () => {
    const { feedUrl } = await setFeed();
    const empty = await feedOf(feedUrl);
    expect([empty.answer.headers.get('content-type'), empty.entries, empty.title]).toEqual(['application/atom+xml; charset=utf-8', [], 'Tereny']);
    expect(empty.answer.headers.get('cache-control')).toMatch(/max-age=\d{1,3}$/);
    const [one, other] = [await site('reserved'), await site('available')];
    await become(one.key, 'available');
    const first = await feedOf(feedUrl);
    expect(first.entries).toMatchObject([{ title: `Spełnia teraz warunki: ${one.name}`, href: `${app.url}/teren/${one.key}` }]);
    expect(first.entries[0]!.content).toContain('<li>Stan: zarezerwowany → dostępny</li>');
    expect(first.entries[0]!.content).toContain('Dane demonstracyjne');
    expect(first.entries[0]!.id).toMatch(/^tag:[\w.-]+,2026:msip\/watch\/[\w-]{22}\/\d+$/);
    await app.database.db.none('UPDATE investment.site SET price_pln = 123450, by_tender = false WHERE key = $1', [one.key]);
    await become(other.key, 'sold');
    const second = await feedOf(feedUrl);
    expect(second.entries.map(({ title }) => title)).toEqual([`Nie spełnia już warunków: ${other.name}`, `Zmiana: ${one.name}`, `Spełnia teraz warunki: ${one.name}`]);
    expect(second.entries[2]).toEqual(first.entries[0]);
    expect(new Set(second.entries.map(({ id }) => id)).size).toBe(3);
    // What is written without being another is told nobody.
    await become(one.key, 'available');
    expect((await feedOf(feedUrl)).text).toBe(second.text);
    await become(one.key, 'reserved');
    await become(other.key, 'available');
  });

  it('is not sent again while it is the same', async () => {
    const { feedUrl } = await setFeed();
    const etag = (await fetch(feedUrl)).headers.get('etag')!;
    expect(await ask(feedUrl, { 'if-none-match': etag })).toEqual([304, '']);
    const head = await fetch(feedUrl, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag')]).toEqual([200, etag]);
    const { key } = await site('available');
    await become(key, 'sold');
    expect((await ask(feedUrl, { 'if-none-match': etag }))[0]).toBe(200);
    await become(key, 'available');
  });

  it('tells only the kinds that are wanted, in its language', async () => {
    const { feedUrl } = await setFeed({ kinds: ['left'], lang: 'en' });
    const one = await site('reserved');
    await become(one.key, 'available');
    await become(one.key, 'reserved');
    expect((await feedOf(feedUrl)).entries.map(({ title }) => title)).toEqual([`No longer meets the conditions: ${one.name}`]);
  });

  it('tells that a site is taken off the list, and put on it', async () => {
    const { feedUrl } = await setFeed({ filter: '' });
    const one = await site('in-preparation');
    const columns = 'key, dataset_id, name, status, strategic_area, offer_form, price_pln, by_tender, parcels, zone_symbols, utilities, power_kw, road_access, rail_access, contact, geom';
    const row = await app.database.db.one<Record<string, unknown>>('SELECT $2:raw FROM investment.site WHERE key = $1', [one.key, columns]);
    await app.database.db.none('DELETE FROM investment.site WHERE key = $1', [one.key]);
    expect((await feedOf(feedUrl)).entries.map(({ title }) => title)).toEqual([`Zniknął z oferty: ${one.name}`]);
    await app.database.db.none(`INSERT INTO investment.site (${columns}) VALUES ($<key>, $<dataset_id>, $<name>, $<status>, $<strategic_area>, $<offer_form>, $<price_pln>, $<by_tender>, $<parcels>::text[], $<zone_symbols>::text[], $<utilities>::text[], $<power_kw>, $<road_access>, $<rail_access>, $<contact>, $<geom>)`, row);
    expect((await feedOf(feedUrl)).entries.map(({ title }) => title)).toEqual([`Nowy w ofercie: ${one.name}`, `Zniknął z oferty: ${one.name}`]);
  });

  it('shows names as text, whatever is in them', async () => {
    const name = '</title><script>alert(1)</script> & ]]> "\' ścieżka';
    const { feedUrl, endUrl } = await setFeed({ name, filter: "name LIKE '%&<\"%' OR status = 'available'" });
    const { key, name: before } = await site('available');
    await app.database.db.none('UPDATE investment.site SET name = $2 WHERE key = $1', [key, '<img src=x onerror=alert(1)> & \u0001\u000B]]>']);
    const { title, entries, text } = await feedOf(feedUrl);
    expect(title).toBe(name);
    expect(entries[0]!.title).toBe('Zmiana: <img src=x onerror=alert(1)> & ]]>');
    // Readers show this as HTML: there it is text too.
    expect(entries[0]!.content).not.toContain('<img');
    expect(entries[0]!.content).toContain('&lt;img');
    expect(text).not.toMatch(/<script|<img/);
    const page = await (await fetch(endUrl, { headers: { accept: 'text/html' } })).text();
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;/title&gt;');
    await app.database.db.none('UPDATE investment.site SET name = $2 WHERE key = $1', [key, before]);
  });

  it('says so when its conditions can no longer be asked, once and the same each time', async () => {
    const { id, feedUrl } = await setFeed();
    await app.database.db.none('UPDATE investment.watch SET filter = $2 WHERE id = $1', [id, 'gone_field > 1']);
    const [first, second] = [await feedOf(feedUrl), await feedOf(feedUrl)];
    expect(first.entries).toMatchObject([{ title: 'Tego zapisanego wyszukiwania nie można już sprawdzić', updated: NOW.toISOString() }]);
    expect(first.entries[0]!.content).toContain('gone_field');
    expect(second.text).toBe(first.text);
  });

  it('is ended by its page: looking changes nothing, the button deletes everything', async () => {
    const { id, feedUrl, endUrl } = await setFeed();
    for (const method of ['GET', 'HEAD']) {
      const looked = await fetch(endUrl, { method, headers: { accept: 'text/html' } });
      expect([looked.status, looked.headers.get('cache-control'), looked.headers.get('access-control-allow-origin')]).toEqual([200, 'no-store', null]);
    }
    expect((await fetch(feedUrl)).status).toBe(200);
    expect((await fetch(endUrl, { method: 'POST', headers: { origin: 'https://evil.example' } })).status).toBe(403);
    const ended = await fetch(endUrl, { method: 'POST' });
    expect([ended.status, await ended.text()]).toEqual([200, expect.stringContaining('data-state="ended"')]);
    expect(await app.database.db.any('SELECT FROM investment.watch WHERE id = $1', [id])).toEqual([]);
    expect((await fetch(feedUrl)).status).toBe(404);
    expect((await fetch(endUrl, { method: 'POST' })).status).toBe(404);
  });
});
