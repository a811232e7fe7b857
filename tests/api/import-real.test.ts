/** The real files of Kraków come in as they are, over the demonstration – wherever that folder stands beside the repository. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '../../server/rooms/import/import-file.ts';
import { openReader } from '../../server/gdal/reader.ts';
import { changesNothing } from '../../server/rooms/import/report.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { ROOT } from '../support/seed-cache.ts';

const DATA = join(ROOT, '../shared/data');
const here = (path: string) => join(DATA, path);

describe.runIf(existsSync(DATA))('real files', { timeout: 120_000 }, () => {
  const reader = openReader();
  let own: TestDatabase;
  beforeAll(async () => { own = await ownDatabase('seeded'); });
  afterAll(async () => { await reader.close(); await own.remove(); });

  /** Imports twice: the report of the first time, and proof that the second changed nothing. */
  async function bring(layer: string, paths: readonly string[]) {
    const request = { files: paths.map(here), layer, reader };
    const report = await importFiles(own.database, request);
    const again = await importFiles(own.database, request);
    expect(changesNothing(again)).toBe(true);
    expect(again.unchanged).toBe(report.accepted);
    return report;
  }
  const one = <T>(query: string): Promise<T> => own.database.db.one<T>(query);

  it('18 districts: one repaired, two names corrected, numbers from Roman numerals; no demonstration district is left', async () => {
    const report = await bring('districts', ['districts/krakow-dzielnice.geojson']);
    expect(report).toMatchObject({ read: 18, accepted: 18, rejected: [], mapping: 'krakow-districts' });
    expect(report.repaired).toMatchObject([{ key: 'XIII', how: expect.stringContaining('Self-intersection') }]);
    expect(report.corrected.map(({ from, to }) => `${from} → ${to}`).toSorted()).toEqual([
      'Biezanow-Prokocim → Bieżanów-Prokocim', 'Wzgórza Krzeszławickie → Wzgórza Krzesławickie',
    ]);
    expect(await one('SELECT count(*)::integer AS count, sum(area_km2) AS km2, bool_or(demonstration) AS demonstration FROM layer.districts'))
      .toEqual({ count: 18, km2: expect.closeTo(326.8, 0), demonstration: false });
    expect(await one(`SELECT name, number FROM layer.districts WHERE roman = 'XVII'`)).toEqual({ name: 'Wzgórza Krzesławickie', number: 17 });
  });

  it('the city boundary: 326.8 km²', async () => {
    await bring('city', ['boundaries/wof-101752117.geojson']);
    expect(await one('SELECT name, area_km2, demonstration FROM layer.city')).toEqual({ name: 'Kraków', area_km2: expect.closeTo(326.84, 1), demonstration: false });
  });

  it('the four cadastral units, from four files in one import or one by one', async () => {
    const files = readdirSync(here('boundaries')).filter((name) => name.startsWith('wof-1477')).map((name) => `boundaries/${name}`);
    // One unit alone takes nothing from the others.
    for (const file of files.slice(0, 2)) expect(await bring('cadastral-units', [file])).toMatchObject({ accepted: 1, removed: 0, displaced: 0 });
    expect(await one('SELECT count(*)::integer AS count FROM layer.cadastral_units')).toEqual({ count: 4 });
    expect(await bring('cadastral-units', files)).toMatchObject({ read: 4, accepted: 4 });
    const units = await own.database.db.any('SELECT unit_id, letter, name, demonstration FROM layer.cadastral_units ORDER BY unit_id');
    expect(units).toEqual([['126102_9', 'K', 'Krowodrza'], ['126103_9', 'NH', 'Nowa Huta'], ['126104_9', 'P', 'Podgórze'], ['126105_9', 'S', 'Śródmieście']]
      .map(([unit_id, letter, name]) => ({ unit_id, letter, name, demonstration: false })));
  });

  it('two parcels in EPSG:2180, one with three holes; the demonstration beneath gives way', async () => {
    const report = await bring('parcels', ['parcels/real-005-126105-9-0001-580-4.geojson', 'parcels/real-006-126105-9-0001-49-2.geojson']);
    expect(report).toMatchObject({ read: 2, accepted: 2 });
    expect(report.files.map(({ crs }) => crs)).toEqual(['EPSG:2180', 'EPSG:2180']);
    expect(await one(`SELECT ST_NumInteriorRings(ST_GeometryN(geom, 1)) AS holes, number, cadastral_district, demonstration,
      ST_Contains(ST_Transform(geom, 4326), ST_SetSRID(ST_MakePoint(19.9366, 50.0612), 4326)) AS on_the_square
      FROM layer.parcels WHERE identifier = '126105_9.0001.580/4' AND upper_inf(valid)`))
      .toEqual({ holes: 3, number: '580/4', cadastral_district: 'S-1', demonstration: false, on_the_square: true });
    expect(await one(`SELECT count(*)::integer AS overlaps FROM layer.parcels AS a JOIN layer.parcels AS b ON a.id <> b.id AND ST_Intersects(a.geom, b.geom)
      WHERE NOT a.demonstration AND upper_inf(a.valid) AND upper_inf(b.valid) AND ST_Area(ST_Intersection(a.geom, b.geom)) > 1 + 0.001 * ST_Area(b.geom)`)).toEqual({ overlaps: 0 });
  });

  it('348 tram stops with their RFC 1123 dates', async () => {
    expect(await bring('tram-stops', ['transit/krakow_tram_stops.geojson'])).toMatchObject({ read: 348, accepted: 348 });
    expect(await one(`SELECT name, fare_zone, on_demand, edited_on FROM layer.tram_stops WHERE code = '294-02'`))
      .toEqual({ name: 'Klimeckiego 02', fare_zone: 'I', on_demand: false, edited_on: '2025-11-04' });
  });

  it('23 stretches of river; the demonstration\'s rivers of those names give way, the others stay', async () => {
    expect(await bring('rivers', ['rivers/rivers-excerpt.geojson'])).toMatchObject({ read: 23, accepted: 23, displaced: 2 });
    expect(await one(`SELECT count(*) FILTER (WHERE demonstration AND name IN ('Dłubnia', 'Sudół'))::integer AS doubled, count(*) FILTER (WHERE name = 'Wisła')::integer AS vistula FROM layer.rivers`))
      .toEqual({ doubled: 0, vistula: 1 });
  });

  it('6,652 population cells from CSV with WKT', async () => {
    expect(await bring('population-cells', ['statistics/data_population_correct_cracow.csv'])).toMatchObject({ read: 6652, accepted: 6652 });
    expect(await one(`SELECT population, women, men, aged_0_19, residential_buildings, round(ST_Area(geom)) AS m2 FROM layer.population_cells WHERE key = '3381'`))
      .toEqual({ population: 44, women: 25, men: 19, aged_0_19: 17, residential_buildings: 10, m2: expect.closeTo(62_500, -1) });
  });

  it('332 schools from CSV with x and y', async () => {
    expect(await bring('schools', ['statistics/data_schools_complete.csv'])).toMatchObject({ read: 332, accepted: 332 });
    expect(await one(`SELECT address, pupils, posts FROM layer.schools WHERE key = '0'`)).toEqual({ address: 'A. Frycza - Modrzewskiego 3/88', pupils: 13, posts: 0.7 });
  });

  it('a general plan of another town and its broken twin: every zone is rejected as outside, nothing changes', async () => {
    for (const name of ['1_strefy_StrefaPlanistyczna.gml', '1_strefy_StrefaPlanistyczna_bledna.gml']) {
      await expect(importFiles(own.database, { files: [here(`app-gml-2.0/${name}`)], layer: 'general-plan-zones', reader }))
        .rejects.toThrow('None of the 28 features can be accepted; the first because it lies outside the city. Nothing was changed.');
    }
  });
});
