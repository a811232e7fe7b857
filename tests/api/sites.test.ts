/** The page of a site: offer, parcels, plans and points by name, what changed and when; one that is listed no more says since when; the report says the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Capacity } from '../../domain/contract/investment/capacity.ts';
import { Problem } from '../../domain/contract/problem.ts';
import { Site } from '../../domain/contract/investment/site.ts';
import { comparisonOf } from '../../domain/investment/comparison.ts';
import { needOf } from '../../domain/investment/need.ts';
import { FORMATS } from '../../domain/text/formats.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { loadAlone } from '../../server/db/load-alone.ts';
import { keepLandFacts } from '../../server/registers/land-facts.ts';
import { startTestApp, testApp, type TestApp } from '../support/app.ts';
import { hasPoppler, poppler } from '../support/pdf.ts';
import { buildTown, rectangle } from './parcels-town.ts';

const [WEST, EAST] = ['126104_9.0009.311', '126104_9.0009.312'];
let app: TestApp;
let demo: TestApp;
const write = (sql: string): Promise<unknown> => loadAlone(app.database, (t) => t.none(sql));
beforeAll(async () => {
  demo = await testApp();
  app = await startTestApp({ database: 'empty' });
  await buildTown(app.database);
  await write(`
    INSERT INTO planning.plan (key, dataset_id, name, kind, status, stage, in_force_from, valid, definition_regime, procedure, geom) VALUES ('dom', 1, 'Dom', 'MPZP', 'in-force', 'IN_FORCE', '2015-01-01', '[2015-01-01,)', 'PRE_2023', 'OLD', ${rectangle(500, 700, 200, 100)});
    INSERT INTO planning.zone (key, dataset_id, valid, plan_key, symbol, zone_class, designation, definition_regime, max_height_m, max_height_paragraph, max_built_up_pct, built_up_paragraph, geom) VALUES ('dom:U.1', 1, '[2015-01-01,)', 'dom', 'U.1', 'U', 'Usługi', 'PRE_2023', 12.5, '§ 4', 40, '§ 5', ${rectangle(500, 700, 200, 100)});
    INSERT INTO cadastre.parcel (key, dataset_id, identifier, valid, registration_group, register_area_m2, geom) VALUES ('${WEST}', 1, '${WEST}', '[2000-01-01,)', 4, 1601, ${rectangle(500, 700, 40, 40)}), ('${EAST}', 1, '${EAST}', '[2000-01-01,)', 1, NULL, ${rectangle(540, 700, 40, 40)});
    INSERT INTO base.transport_point (key, dataset_id, name, kind, geom) VALUES ('near', 1, 'Węzeł Bliski', 'motorway-junction', ST_SetSRID(ST_Centroid(${rectangle(679, 719, 2, 2)}), 2178)), ('far', 1, 'Węzeł Daleki', 'motorway-junction', ST_Centroid(${rectangle(900, 719, 2, 2)}));`);
  await keepLandFacts(app.database, dayInKrakow());
  const site = (key: string, rest: string) => `INSERT INTO investment.site (key, dataset_id, name, status, strategic_area, offer_form, by_tender, price_pln, parcels, utilities, geom) VALUES ('${key}', 1, ${rest});`;
  await write(site('dom-1', `'Dom 1', 'available', 'other', 'sale', true, NULL, '{${WEST},${EAST},126104_9.0009.999}', '{woda}', ${rectangle(500, 700, 80, 40)}`) + site('dom-2', `'Dom 2', 'reserved', 'other', 'partnership', false, 1200000, '{${WEST}}', '{}', ${rectangle(500, 700, 40, 40)}`));
  await write("UPDATE investment.site SET status = 'in-tender', price_pln = 950000 WHERE key = 'dom-1'");
  await write("DELETE FROM investment.site WHERE key = 'dom-2'");
});
afterAll(() => app?.close());

const ask = (path: string, of = app): Promise<Response> => fetch(`${of.url}/api/investment/${path}`);
async function site(key: string, of = app): Promise<Site> {
  const response = await ask(`sites/${key}`, of);
  expect(response.status, await response.clone().text()).toBe(200);
  return Site.parse(await response.json());
}
async function problem(path: string): Promise<Problem> {
  const response = await ask(path);
  expect(response.headers.get('content-type'), path).toContain('problem+json');
  return Problem.parse(await response.json());
}

describe('the page of a site', () => {
  it('has its parcels as the register has them, and says which do not stand', async () => {
    const { parcels, areaM2, provenance } = await site('dom-1');
    expect(parcels).toMatchObject([
      { identifier: WEST, registered: true, number: '311', registerAreaM2: 1601, registrationGroup: 4, ownership: 'municipality' },
      { identifier: EAST, registered: true, registerAreaM2: null, geometryAreaM2: 1600, ownership: 'state' }, { identifier: '126104_9.0009.999', registered: false, ownership: null, geometryAreaM2: null },
    ]);
    expect(areaM2).toBe(3200);
    expect(provenance.demonstration).toBe(true);
  });

  it('has zones with parameters and paragraphs, and every theme answered', async () => {
    const { planning, themes, properties } = await site('dom-1');
    expect(planning.answer).toBe('in-force');
    expect(planning.plans[0]).toMatchObject({ key: 'dom', zones: [{ symbol: 'U.1', sharePct: 100, parameters: [{ name: 'maxHeight', max: 12.5, paragraph: '§ 4' }, { name: 'maxBuiltUpShare', max: 40, paragraph: '§ 5' }] }] });
    expect(themes.find(({ id }) => id === 'flood-hazard')!.verdict).not.toBe('concerned');
    expect(properties).toMatchObject({ max_height_m: 12.5, zone_class: 'U', status: 'in-tender' });
  });

  it('names the nearest point, as far as the search says; a register without one says so', async () => {
    const { distances, properties } = await site('dom-1');
    expect(distances).toMatchObject([{ kind: 'motorway-junction', metres: 100, name: 'Węzeł Bliski' }, { kind: 'airport', metres: null, name: null, provenance: null }, { kind: 'railway-station', metres: null }, { kind: 'tram-stop', metres: null }]);
    expect(properties['motorway_m']).toBe(100);
  });

  it('tells what changed, between which values', async () => {
    const { versions, procedure } = await site('dom-1');
    expect(versions.map(({ what }) => what)).toEqual(['changed', 'first']);
    expect(versions[0]!.changes).toEqual([{ field: 'status', from: 'available', to: 'in-tender' }, { field: 'price_pln', from: null, to: 950000 }]);
    expect(procedure.map(({ step, state }) => [step, state])).toEqual([['preparation', 'done'], ['list', 'done'], ['tender', 'now'], ['contract', 'ahead']]);
    expect(procedure[1]!.days).toBe(21);
  });

  it('agrees with collections and points of the whole demonstration', async () => {
    const { features } = (await (await fetch(`${demo.url}/api/collections/investment-sites/items?limit=4`, { headers: { accept: 'application/geo+json' } })).json()) as { features: { properties: Record<string, unknown> & { key: string } }[] };
    expect(features.length).toBeGreaterThan(1);
    for (const { properties } of features) {
      const found = await site(properties.key, demo);
      for (const [name, value] of Object.entries(found.properties)) expect([name, value]).toEqual([name, properties[name]]);
      const names = { 'motorway-junction': 'motorway_m', airport: 'airport_m', 'railway-station': 'station_m', 'tram-stop': 'tram_m' } as const;
      for (const { kind, metres } of found.distances) expect([kind, metres]).toEqual([kind, found.properties[names[kind]]]);
    }
  });

  it('says since when a site is listed no more, and nothing of one that never was', async () => {
    const gone = await problem('sites/dom-2');
    expect(gone).toMatchObject({ status: 410, type: 'urn:msip:problem:site-withdrawn', gone: { name: 'Dom 2' } });
    expect(Math.abs(Date.parse(gone.gone!.since) - Date.now())).toBeLessThan(3_600_000);
    expect(await problem('sites/dom-3')).toMatchObject({ status: 404 });
  });

  it.each(["sites/dom-1'--", 'sites/%00', 'sites/DOM', `sites/${'x'.repeat(200)}`, 'sites/dom-1?datetime=rubbish', 'sites/dom-1?x=1', 'sites/dom-1?datetime=2026-01-01&datetime=2026-01-02'])('refuses %s', async (path) => {
    expect((await problem(path)).status).toBe(400);
  });
});

describe('the report', () => {
  const text = async (query: string, of = demo): Promise<string> => {
    const response = await ask(`report.pdf?${query}`, of);
    expect([query, response.status, response.headers.get('content-type')]).toEqual([query, 200, 'application/pdf']);
    return poppler('pdftotext', Buffer.from(await response.arrayBuffer()), '-raw').replaceAll(/\s+/g, ' ');
  };
  const flat = (words: string): string => words.replaceAll(/\s+/g, ' ');

  it.skipIf(!hasPoppler())('says of a site what the page says, with source, day and the sign of demonstration on every page', async () => {
    const [key] = (await demo.database.db.one<{ keys: string[] }>('SELECT array_agg(key ORDER BY key) AS keys FROM investment.site')).keys;
    const found = await site(key!, demo);
    const said = await text(`sites=${key}`);
    const { number, squareMetres, date } = FORMATS.pl;
    expect(said).toContain(found.name);
    expect(said).toContain(flat(`${number(found.areaM2 / 10_000, 4)} ha`));
    for (const { metres, name } of found.distances) { expect(said).toContain(flat(`${number(metres!)} m`)); expect(said).toContain(name!); }
    for (const { identifier, registerAreaM2 } of found.parcels) { expect(said).toContain(identifier); expect(said).toContain(flat(squareMetres(registerAreaM2!))); }
    expect(said).toContain(date(found.day));
    expect(said).toContain(`/teren/${key}?lang=pl`);
    const pages = Number(/strona 1 z (\d+)/.exec(said)![1]);
    expect(said.split('DANE DEMONSTRACYJNE').length - 1).toBeGreaterThanOrEqual(pages + 1);
  });

  it.skipIf(!hasPoppler())('has the cells of the comparison, and the need in words', async () => {
    const { keys } = await demo.database.db.one<{ keys: string[] }>('SELECT array_agg(key ORDER BY key) AS keys FROM (SELECT key FROM investment.site ORDER BY key LIMIT 2) AS first');
    const lands = [];
    for (const key of keys) lands.push({ properties: (await site(key, demo)).properties, capacity: Capacity.parse(await (await ask(`capacity?site=${key}`, demo)).json()) });
    const said = await text(`sites=${keys.join(',')}&lang=en&need=${encodeURIComponent('area_ha >= 1.5')}`);
    const bare = said.replaceAll(' ', '');
    expect(said).toMatch(/at least 1\.5.ha/);
    const rows = comparisonOf(lands, 'en', needOf('area_ha >= 1.5')).flatMap((group) => group.rows);
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.slice(0, 2).map(({ label, cells }) => [label, cells.map((cell) => cell.text)])).toEqual([['Conditions met', lands.map(({ properties }) => `${Number(properties['area_ha']) >= 1.5 ? 1 : 0} of 1`)], [expect.stringMatching(/^Area at least 1\.5.ha$/), lands.map(({ properties }) => (Number(properties['area_ha']) >= 1.5 ? 'yes' : 'no'))]]);
    // Cells stand beside each other, so only short ones are whole in the text.
    for (const { id, cells } of rows) for (const { text: cell } of cells) if (cell.length < 12) expect([id, bare]).toEqual([id, expect.stringContaining(cell.replaceAll(/\s/g, ''))]);
  });

  it('takes parcels of the municipality, and is refused what is none', async () => {
    const parcel = await demo.database.db.one<{ key: string }>('SELECT key FROM layer.municipal_parcels ORDER BY key LIMIT 1');
    expect((await ask(`report.pdf?sites=parcel:${encodeURIComponent(parcel.key)}`, demo)).status).toBe(200);
    expect((await ask(`report.pdf?sites=parcel:${EAST}`)).status).toBe(404);
    expect((await ask('report.pdf?sites=dom-2')).status).toBe(410);
  });

  it.each(['', 'sites=', 'sites=a,b,c,d,e,f', 'sites=a,a', "sites=a';DROP", `sites=${'a'.repeat(500)}`, 'sites=dom-1&lang=de', 'sites=dom-1&need=area_ha >=', 'sites=dom-1&need=owner = 1', `sites=dom-1&need=${'('.repeat(3000)}`, 'sites=dom-1&x=1'])('refuses %.60s', async (query) => {
    const found = await problem(`report.pdf?${query}`);
    expect(found.status).toBe(400);
  });

  it('is refused in a form or by a way it does not have', async () => {
    expect((await fetch(`${app.url}/api/investment/report.pdf?sites=dom-1`, { headers: { accept: 'text/csv' } })).status).toBe(406);
    expect((await fetch(`${app.url}/api/investment/report.pdf?sites=dom-1`, { method: 'POST' })).status).toBe(405);
  });
});
