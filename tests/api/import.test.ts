/** The importer on a real database: what is accepted, repaired, rejected; one transaction; twice is once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toPl2000 } from '../../domain/geo/crs.ts';
import { ImportFault } from '../../server/gdal/import-fault.ts';
import { type ImportRequest, importFiles } from '../../server/rooms/import/import-file.ts';
import { openReader } from '../../server/gdal/reader.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { bowTie, feature, type Feature, square, temporaryFolder } from './import-fixture.ts';

const folder = temporaryFolder();
const reader = openReader();
let own: TestDatabase;

beforeAll(async () => { own = await ownDatabase('empty'); });
afterAll(async () => { await reader.close(); await own.remove(); folder.remove(); });
beforeEach(async () => { await own.database.longTransaction((t) => t.none('TRUNCATE base.green_area, base.river')); });

const green = (key: string, more: object = {}) => ({ key, name: `Łąka ${key}`, kind: 'meadow', ...more });
const bring = (features: readonly Feature[], more: Partial<ImportRequest> = {}) =>
  importFiles(own.database, { files: [folder.geojson('zieleń.geojson', features)], layer: 'green-areas', reader, dataset: { name: 'Zieleń próbna' }, ...more });
const stored = () => own.database.db.any('SELECT id, key, name, kind FROM base.green_area ORDER BY key');

describe('an import', () => {
  it('stores each feature in EPSG:2178, easting first', async () => {
    const report = await bring([square(green('a'))]);
    expect(report).toMatchObject({ read: 1, accepted: 1, inserted: 1, rejected: [], repaired: [] });
    const row = await own.database.db.one('SELECT ST_X(corner) AS east, ST_Y(corner) AS north, ST_Area(geom) AS m2 FROM base.green_area, ST_StartPoint(ST_ExteriorRing(ST_GeometryN(geom, 1))) AS corner');
    const [east, north] = toPl2000([19.95, 50.06]);
    expect(row.east).toBeCloseTo(east, 3);
    expect(row.north).toBeCloseTo(north, 3);
    expect(row.m2).toBeGreaterThan(7_900);
    expect(row.m2).toBeLessThan(8_000);
  });

  it('changes nothing the second time: same ids, all unchanged, the dataset\'s time of import too', async () => {
    const features = [square(green('a')), square(green('b'), 19.96)];
    await bring(features);
    const before = [await stored(), await own.database.db.any('SELECT * FROM meta.dataset')];
    expect(await bring(features)).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
    expect([await stored(), await own.database.db.any('SELECT * FROM meta.dataset')]).toEqual(before);
  });

  it('keeps the id of a row whose content changed', async () => {
    await bring([square(green('a')), square(green('b'), 19.96)]);
    const [before] = await stored();
    expect(await bring([square(green('a', { kind: 'park' })), square(green('b'), 19.96)])).toMatchObject({ updated: 1, unchanged: 1 });
    const [after] = await stored();
    expect(after).toEqual({ ...before, kind: 'park' });
  });

  it('repairs a ring that crosses itself and tells where', async () => {
    const report = await bring([bowTie(green('a'))]);
    expect(report.repaired).toHaveLength(1);
    expect(report.repaired[0]).toMatchObject({ feature: 1, key: 'a', how: expect.stringMatching(/^Self-intersection at 74\d{5}\.\d\d 55\d{5}\.\d\d$/) });
    const [lon, lat] = report.repaired[0]!.place!;
    expect([lon.toFixed(4), lat.toFixed(4)]).toEqual(['19.9505', '50.0605']);
    expect(await own.database.db.one('SELECT ST_IsValid(geom) AS valid, ST_NumGeometries(geom) AS parts FROM base.green_area')).toEqual({ valid: true, parts: 2 });
  });

  it('rejects what cannot be accepted, each with number, reason and place, and accepts the rest', async () => {
    const many = Array.from({ length: 20_001 }, (_, i) => [19.95 + 0.001 * Math.cos(i / 3183.1), 50.06 + 0.001 * Math.sin(i / 3183.1)]);
    const report = await bring([
      square(green('a')), square(green('warszawa'), 21.0, 52.2), square({ name: 'bez klucza', kind: 'park' }), square(green('a'), 19.97),
      feature(green('punkt'), { type: 'Point', coordinates: [19.95, 50.06] }), feature(green('nic'), null), square(green('b', { kind: null }), 19.98),
      square(green('c', { kind: 'ogród zimowy' }), 19.98), feature(green('gęsty'), { type: 'Polygon', coordinates: [[...many, many[0]]] }),
    ]);
    expect(report).toMatchObject({ read: 9, accepted: 1 });
    expect(report.rejected.map(({ feature: number, reason }) => `${number}: ${reason}`)).toEqual([
      '2: it lies outside the city', '3: it has no key', '4: its key "a" has come before (zieleń.geojson #1)', '5: it is a Point; the layer holds polygons',
      '6: it has no geometry', '7: kind: a value is needed', '8: kind: "ogród zimowy" is not in the list of codes', '9: it has 20002 vertices; at most 20000 are stored',
    ]);
    expect(report.rejected[0]!.place).toEqual([21, 52.2]);
  });

  it('tells which rule of the table a row breaks instead of failing', async () => {
    const line = { type: 'LineString', coordinates: [[19.95, 50.06], [19.96, 50.06]] };
    const report = await importFiles(own.database, {
      files: [folder.geojson('rzeki.geojson', [feature({ key: 'w', name: 'Wisła', width_m: 100 }, line), feature({ key: 'p', name: 'Prądnik', width_m: -1 }, line)])],
      layer: 'rivers', reader,
    });
    expect(report.accepted).toBe(1);
    expect(report.rejected).toMatchObject([{ feature: 2, key: 'p', reason: expect.stringContaining('width_m') }]);
  });

  it('of several files is one: a broken second file leaves nothing of the first', async () => {
    const whole = folder.geojson('cały.geojson', [square(green('a'))]);
    const broken = folder.write('urwany.geojson', JSON.stringify({ type: 'FeatureCollection', features: [square(green('b')), square(green('c'))] }).slice(0, -120));
    const attempt = importFiles(own.database, { files: [whole, broken], layer: 'green-areas', reader });
    await expect(attempt).rejects.toThrow(ImportFault);
    await expect(attempt).rejects.toThrow(/^urwany\.geojson: /);
    expect(await stored()).toEqual([]);
  });

  it('in a dry run reports the same and writes nothing', async () => {
    expect(await bring([square(green('a'))], { dryRun: true })).toMatchObject({ dryRun: true, inserted: 1 });
    expect(await stored()).toEqual([]);
    expect(await bring([square(green('a'))])).toMatchObject({ inserted: 1 });
  });

  it('that accepts nothing is a fault with the first reason, and leaves no dataset behind', async () => {
    await expect(bring([square(green('a'), 21.0, 52.2)], { dataset: { name: 'Warszawa' } })).rejects.toThrow('because it lies outside the city');
    expect(await own.database.db.any('SELECT FROM meta.dataset WHERE name = \'Warszawa\'')).toEqual([]);
  });

  it('of a whole dataset removes what is no longer in it, but not what was only rejected', async () => {
    const mapping = { replace: 'dataset' as const, dataset: { name: 'Całość', publisher: 'UMK', licence: 'CC BY 4.0', source_date: null, demonstration: false } };
    await bring([square(green('a')), square(green('b'), 19.96), square(green('c'), 19.97)], { mapping, dataset: {} });
    const report = await bring([square(green('a')), square(green('b'), 21.0, 52.2)], { mapping, dataset: {} });
    expect(report).toMatchObject({ unchanged: 1, removed: 1 });
    expect((await stored()).map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('takes a name of text as text: markup and quotes are stored as they came', async () => {
    const name = `<img src=x onerror=alert(1)> ' "; DROP TABLE base.green_area; -- żółć`;
    await bring([square(green('a', { name }))]);
    expect((await stored())[0]).toMatchObject({ name });
  });
});
