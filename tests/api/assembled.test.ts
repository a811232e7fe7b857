/** Parcels taken together: their facts are those that the same land would have as a site; on the shortlist, in the report. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Assembly, AssemblyLine } from '../../domain/contract/investment/assemblies.ts';
import { Capacity } from '../../domain/contract/investment/capacity.ts';
import { assembledLand } from '../../domain/investment/assembled.ts';
import { assemblyRef, printLandRef } from '../../domain/investment/land-ref.ts';
import type { LandProperties } from '../../domain/investment/land-words.ts';
import { LAND_FACT_FIELDS } from '../../domain/layers/land-fact-fields.ts';
import { FORMATS } from '../../domain/text/formats.ts';
import { loadAlone } from '../../server/db/load-alone.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { hasPoppler, poppler } from '../support/pdf.ts';

let app: TestApp;
let assemblies: Assembly[];
const ask = (path: string): Promise<Response> => fetch(`${app.url}/api/investment/${path}`);
beforeAll(async () => {
  app = await startTestApp({});
  const lines = (await (await ask('assemblies?area_min=0.6&max_parcels=3&limit=40')).text()).trimEnd().split('\n').map((line) => AssemblyLine.parse(JSON.parse(line)));
  assemblies = lines.flatMap((line) => (line.line === 'assembly' ? [line.assembly] : []));
  // Of all there are, some of every kind: with and without a plan, of several holders.
  assemblies = assemblies.filter((_, at) => at % 4 === 0);
  expect(assemblies.length).toBeGreaterThan(5);
});
afterAll(() => app?.close());

const capacityOf = async (identifiers: readonly string[]): Promise<Capacity> => Capacity.parse(await (await ask(`capacity?parcels=${identifiers.map(encodeURIComponent).join(',')}`)).json());
const parcelsOf = async (identifiers: readonly string[]): Promise<LandProperties[]> => (await app.database.db.any<{ told: LandProperties }>('SELECT to_jsonb(parcel) - \'{geom,geom_3857}\'::text[] AS told FROM layer.municipal_parcels AS parcel WHERE key = ANY ($1) ORDER BY key', [identifiers])).map(({ told }) => told);
/** Of forms of holding a site says nothing. */
const COMPARED = LAND_FACT_FIELDS.map(({ name }) => name).filter((name) => name !== 'holding_form');

const expectFacts = (found: LandProperties, stands: LandProperties, of: string): void => {
  for (const name of COMPARED) {
    const [mine, theirs] = [found[name] ?? null, stands[name] ?? null];
    // Where parcels differ all are told; the register tells where the middle lies.
    if (Array.isArray(mine) && !Array.isArray(theirs)) expect([of, name, mine]).toEqual([of, name, expect.arrayContaining([theirs])]);
    else if (typeof mine === 'number' && typeof theirs === 'number') expect(Math.abs(mine - theirs), `${of} ${name}: ${mine}, ${theirs}`).toBeLessThanOrEqual(name.endsWith('_pct') ? 0.11 : 0.0001);
    else expect([of, name, mine]).toEqual([of, name, theirs]);
  }
};

describe('the facts of parcels taken together', () => {
  it('are those of a site on the same land', async () => {
    await loadAlone(app.database, (t) => t.none(`
      INSERT INTO investment.site (key, dataset_id, name, status, strategic_area, offer_form, by_tender, parcels, utilities, geom)
      SELECT 'assembled-' || set.at, (SELECT min(dataset_id) FROM investment.site), 'Zestaw', 'available', 'other', 'sale', true, ARRAY(SELECT jsonb_array_elements_text(set.identifiers)), '{}', ST_Multi(ST_Union(parcel.geom))
      FROM jsonb_to_recordset($1::jsonb) AS set (at integer, identifiers jsonb) JOIN layer.municipal_parcels AS parcel ON set.identifiers ? parcel.key GROUP BY set.at, set.identifiers`,
    [JSON.stringify(assemblies.map(({ identifiers }, at) => ({ at, identifiers })))]));
    const kinds = new Set<unknown>();
    for (const [at, { identifiers, areaHa }] of assemblies.entries()) {
      const { told } = await app.database.db.one<{ told: LandProperties }>('SELECT to_jsonb(site) AS told FROM layer.investment_sites AS site WHERE key = $1', [`assembled-${at}`]);
      const found = assembledLand(await parcelsOf(identifiers), await capacityOf(identifiers));
      expect(found['area_ha']).toBeCloseTo(areaHa, 3);
      expectFacts({ ...found, strategic_area: null }, { ...told, strategic_area: null }, identifiers.join());
      kinds.add(found['plan_status']);
    }
    expect([...kinds]).toContain('in-force');
  });

  it('of one parcel are its own', async () => {
    const { keys } = await app.database.db.one<{ keys: string[] }>('SELECT array_agg(key) AS keys FROM (SELECT key FROM layer.municipal_parcels ORDER BY md5(key) LIMIT 25) AS chosen');
    for (const key of keys) {
      const [parcel] = await parcelsOf([key]);
      expectFacts(assembledLand([parcel!], await capacityOf([key])), parcel!, key);
    }
  });
});

describe('the report of parcels taken together', () => {
  it.skipIf(!hasPoppler())('tells land, figures and paragraphs, and leads back to the assembly', async () => {
    const { identifiers, areaHa } = assemblies[0]!;
    const response = await ask(`report.pdf?sites=${printLandRef(assemblyRef(identifiers))}`);
    expect(response.status, await response.clone().text()).toBe(200);
    const said = poppler('pdftotext', Buffer.from(await response.arrayBuffer()), '-raw').replaceAll(/\s+/g, ' ');
    expect(said).toContain('Zestaw działek gminnych – nie jest ofertą');
    for (const identifier of identifiers) expect(said).toContain(identifier);
    expect(said).toContain(FORMATS.pl.number(areaHa, 2));
    expect(said).toContain('Ile można zbudować');
    expect(said.replaceAll(' ', '')).toContain('tool=land-assemblies&assembly=');
  });

  it('stands beside sites, in whatever order its parcels are named', async () => {
    const { identifiers } = assemblies[0]!;
    const { key } = await app.database.db.one<{ key: string }>('SELECT min(key) AS key FROM investment.site');
    for (const named of [identifiers, identifiers.toReversed()]) expect((await ask(`report.pdf?lang=en&sites=${key},assembly:${named.join('~')}`)).status).toBe(200);
  });

  it('is refused for what is no assembly', async () => {
    const [one, other] = assemblies[0]!.identifiers as [string, string];
    const status = async (sites: string): Promise<number> => (await ask(`report.pdf?sites=${sites}`)).status;
    expect(await status(`assembly:${one}`)).toBe(400);
    expect(await status(`assembly:${one}~${one}`)).toBe(400);
    expect(await status(`assembly:${one}~${other},assembly:${other}~${one}`)).toBe(400);
    expect(await status(`assembly:${one}~x'--`)).toBe(400);
    expect(await status(`assembly:${Array.from({ length: 9 }, (_, at) => `126104_9.0009.${at + 1}`).join('~')}`)).toBe(400);
    expect(await status(`assembly:${one}~126104_9.0009.99999`)).toBe(404);
    const { east, west } = await app.database.db.one<{ east: string; west: string }>('SELECT (SELECT key FROM layer.municipal_parcels ORDER BY ST_XMax(geom) DESC LIMIT 1) AS east, (SELECT key FROM layer.municipal_parcels ORDER BY ST_XMin(geom) LIMIT 1) AS west');
    expect(await status(`assembly:${west}~${east}`)).toBe(422);
  });
});
