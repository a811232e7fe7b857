/** OGC API Features on known objects: documents, pages, filters, periods, representations. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Collection, Collections, Conformance, Feature, FeatureCollection, Landing } from '../../domain/contract/features.ts';
import { findLayer, LAYERS } from '../../domain/layers/index.ts';
import type { TestApp } from '../support/app.ts';
import { DIVIDED, DIVIDED_ON, PARCELS, ask, fixtureApp, parcelKey } from './features-fixture.ts';

let app: TestApp;
beforeAll(async () => { app = await fixtureApp(); });
afterAll(() => app.close());

const get = (path: string, headers?: Record<string, string>) => ask(`${app.url}/api${path}`, headers);
async function items(path: string): Promise<FeatureCollection> {
  const { status, body } = await get(`/collections/${path}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return FeatureCollection.parse(body);
}
const keys = (page: FeatureCollection): unknown[] => page.features.map((feature) => feature.properties['key']);
const linkOf = (links: readonly { rel: string; href: string }[], rel: string): string | undefined => links.find((link) => link.rel === rel)?.href;

describe('documents', () => {
  it('the landing page leads to description, conformance and data, which all answer', async () => {
    const landing = Landing.parse((await get('')).body);
    expect(landing.links.map((link) => link.rel)).toEqual(expect.arrayContaining(['self', 'service-desc', 'service-doc', 'conformance', 'data']));
    for (const { href, type } of landing.links) {
      const answer = await ask(href, { Accept: type });
      expect([href, answer.status]).toEqual([href, 200]);
      expect(answer.headers.get('content-type')).toContain(type.split(';')[0]);
    }
    const { conformsTo } = Conformance.parse((await get('/conformance')).body);
    expect(conformsTo).toContain('http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs');
  });

  it('every layer of the catalogue is a collection, and every link of a collection to us answers', async () => {
    const { collections } = Collections.parse((await get('/collections')).body);
    expect(collections.map((collection) => collection.id)).toEqual(LAYERS.map((layer) => layer.id));
    const ours = collections.find((collection) => collection.id === 'parcels')!.links.filter((link) => link.href.startsWith(app.url));
    for (const link of ours) expect([link.href, (await ask(link.href)).status]).toEqual([link.href, 200]);
  });

  it('a collection says where its objects lie and since when; an empty one says nothing', async () => {
    const parcels = Collection.parse((await get('/collections/parcels')).body);
    const [west, south, east, north] = parcels.extent!.spatial.bbox[0]!;
    expect([west, south]).toEqual([expect.closeTo(19.937141, 5), expect.closeTo(50.060587, 5)]);
    expect(east - west).toBeCloseTo(0.00684, 4); // 490 m
    expect(north - south).toBeCloseTo(0.00024, 4); // 20 m, and the convergence of the meridian
    expect(parcels.extent!.temporal!.interval).toEqual([[null, null]]);
    expect(Collection.parse((await get('/collections/river-parks')).body).extent).toBeUndefined();
  });

  it('a collection says whose its data is, of which day, and whether it is demonstration data, as its objects do', async () => {
    const { collections } = Collections.parse((await get('/collections')).body);
    const { features } = await items('parcels/items?limit=1000');
    const days = features.map(({ properties }) => properties['source_date']).filter((day) => day !== null).sort();
    expect(collections.find(({ id }) => id === 'parcels')!.provenance).toEqual({
      source: features[0]!.properties['source'], sourceDate: days.at(-1) ?? null, demonstration: features.some(({ properties }) => properties['demonstration']),
    });
    expect(collections.find(({ id }) => id === 'parcels')!.attribution).toMatch(/ \(dane demonstracyjne\)$/);
    const empty = collections.find(({ id }) => id === 'river-parks')!;
    expect([empty.provenance, empty.attribution]).toEqual([undefined, findLayer('river-parks')!.source.attribution]);
  });

  it('speaks Polish unless English is preferred', async () => {
    expect(Collection.parse((await get('/collections/parcels')).body).title).toBe('Działki ewidencyjne');
    expect(Collection.parse((await get('/collections/parcels', { 'Accept-Language': 'en-GB,en;q=0.9' })).body).title).toBe('Cadastral parcels');
  });

  it('queryables are the filterable fields and the geometry', async () => {
    const { body, headers } = await get('/collections/zones/queryables');
    expect(headers.get('content-type')).toBe('application/schema+json');
    expect(Object.keys((body as { properties: object }).properties)).toEqual([...findLayer('zones')!.fields.filter((field) => field.filterable).map((field) => field.name), 'geom']);
  });
});

describe('features', () => {
  it('are as their schema says: the same properties, of the type that is named', async () => {
    const { body } = await get('/collections/investment-sites/schema');
    const { properties } = (body as { properties: { properties: { properties: Record<string, { type?: string }> } } }).properties.properties;
    const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);
    for (const feature of (await items('investment-sites/items')).features) {
      expect(Object.keys(feature.properties)).toEqual(Object.keys(properties));
      for (const [name, value] of Object.entries(feature.properties)) {
        if (value !== null) expect([name, typeOf(value)]).toEqual([name, properties[name]!.type!.replace('integer', 'number')]);
      }
    }
  });

  it('have the fields of the catalogue in its order, and null for what is not known', async () => {
    const { features } = await items('investment-sites/items');
    expect(Object.keys(features[0]!.properties)).toEqual(findLayer('investment-sites')!.fields.map((field) => field.name));
    expect(features[0]!.properties).toMatchObject({ price_pln: 1250000.5, by_tender: false, utilities: ['woda', 'prąd'], power_kw: null, area_ha: 0.09, source: 'Próba', source_date: '2026-03-31' });
  });

  it('one feature is the same as in its page, and links to its layer', async () => {
    const [listed] = (await items('parcels/items?limit=1')).features;
    const { body, headers } = await get(`/collections/parcels/items/${listed!.id}`);
    const { links, ...feature } = Feature.parse(body);
    expect(feature).toEqual(listed);
    expect(linkOf(links!, 'collection')).toBe(`${app.url}/api/collections/parcels`);
    expect(headers.get('content-type')).toBe('application/geo+json');
  });

  it.each(['0', '2147483648', '99999999999999', 'abc', '1.5', '-1'])('there is no feature %s', async (id) => {
    const { status, body } = await get(`/collections/parcels/items/${id}`);
    expect([status, (body as { type: string }).type]).toEqual([404, 'urn:msip:problem:feature-not-found']);
  });

  it('points and lines come as they are stored', async () => {
    expect((await items('tram-stops/items')).features[0]!.geometry.type).toBe('Point');
    expect((await items('streets/items')).features[0]!.geometry.type).toBe('MultiLineString');
  });
});

describe('pages', () => {
  it('following "next" visits every feature once, "prev" leads back', async () => {
    const seen: unknown[] = [];
    let page = await items('parcels/items?limit=7');
    for (;;) {
      expect(page.numberMatched).toBe(PARCELS);
      expect(page.numberReturned).toBe(page.features.length);
      seen.push(...page.features.map((feature) => feature.id));
      const next = linkOf(page.links, 'next');
      if (!next) break;
      page = FeatureCollection.parse((await ask(next)).body);
    }
    expect(seen).toHaveLength(PARCELS);
    expect(new Set(seen).size).toBe(PARCELS);
    const before = FeatureCollection.parse((await ask(linkOf(page.links, 'prev')!)).body);
    expect(before.features.map((feature) => feature.id)).toEqual(seen.slice(14, 21));
  });

  it('links keep the filters', async () => {
    const page = await items('parcels/items?limit=2&registration_group=1');
    expect(linkOf(page.links, 'next')).toMatch(/registration_group=1/);
  });

  it('a page beyond the end is empty but still says how many there are', async () => {
    const page = await items('parcels/items?offset=1000');
    expect([page.numberMatched, page.numberReturned, linkOf(page.links, 'next')]).toEqual([PARCELS, 0, undefined]);
  });

  it('a limit above the maximum is clamped', async () => {
    expect((await items('parcels/items?limit=99999999999')).numberReturned).toBe(PARCELS);
  });
});

describe('filters', () => {
  it.each([
    ['parcels/items?registration_group=2', 8],
    ['parcels/items?registration_group_min=2&registration_group_max=3', 16],
    [`parcels/items?key=${parcelKey(5)}`, 1],
    [`parcels/items?number=105/1&registration_unit=Śródmieście`, 1],
    ['parcels/items?registration_unit=Krowodrza', 0],
    ['investment-sites/items?price_pln_min=1250000.5', 1],
    ['investment-sites/items?price_pln_min=1250000.6', 0],
    ['investment-sites/items?by_tender=true', 1],
    ['investment-sites/items?status=available&area_ha_max=0.09', 1],
    ['investment-sites/items?power_kw_min=400', 1],
    ['districts/items?demonstration=false', 0],
  ])('%s finds %i', async (path, count) => {
    expect((await items(path)).numberMatched).toBe(count);
  });
});

describe('time', () => {
  const version = async (datetime?: string) => (await items(`parcels/items?key=${DIVIDED}${datetime ? `&datetime=${datetime}` : ''}`)).features.map((feature) => feature.properties);

  it('today the divided parcel is the small one', async () => {
    expect(await version()).toMatchObject([{ register_area_m2: 100, valid_from: DIVIDED_ON, valid_to: null }]);
  });

  it.each([
    ['2020-06-30', [400]], ['2020-07-01', [100]], ['2020-06-30T21:59:59Z', [400]], ['2020-06-30T22:00:00Z', [100]],
    ['2020-01-01/2020-06-30', [400]], ['2020-01-01/2020-07-01', [400, 100]], ['../2019-01-01', [400]], ['2021-01-01/..', [100]], ['/2019-01-01', [400]],
  ])('on %s it is %j m²', async (datetime, areas) => {
    expect((await version(datetime)).map((properties) => properties['register_area_m2'])).toEqual(areas);
  });

  it('layers without time take no notice of a day, but rubbish stays rubbish', async () => {
    expect((await items('districts/items?datetime=1999-01-01')).numberMatched).toBe(1);
    expect((await get('/collections/districts/items?datetime=wczoraj')).status).toBe(400);
  });
});

describe('representations', () => {
  it('a page says whatever people wrote as text', async () => {
    const { body, headers } = await get('/collections/districts/items', { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(body).toContain('Podgórze &lt;img src=x onerror=alert(1)&gt;');
    expect(body).not.toContain('<img');
  });

  it('no cell of a CSV can become a formula; quotes, commas and Polish letters survive', async () => {
    const { body, headers } = await get('/collections/investment-sites/items?f=csv&limit=1');
    expect(headers.get('content-disposition')).toBe('attachment; filename=investment-sites.csv');
    expect(headers.get('link')).toMatch(/offset=1>; rel="next"; type="text\/csv"/);
    expect(body).toContain('"\'=HYPERLINK(""http://zly.pl"";""Żółć, łąka"")"');
    expect(body).toContain('"MULTIPOLYGON (((19.93');
  });

  it('the keys of a page stay in order of id in every representation', async () => {
    const page = await items('parcels/items?limit=3');
    expect(keys(page)).toEqual([DIVIDED, parcelKey(1), parcelKey(2)]);
    const { body } = await get('/collections/parcels/items?limit=3&f=csv');
    expect((body as string).split('\r\n').slice(1, 4).map((line) => line.split(',')[1])).toEqual(keys(page));
  });
});
