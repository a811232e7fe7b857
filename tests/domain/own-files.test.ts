/** The reader's own files: every format and system is recognised, limits hold, and a bad file gets a word on what is wrong with it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { systemOfPrj } from '../../client/files/coordinate-system.ts';
import { FileProblem, type FileProblemCode } from '../../client/files/own-file.ts';
import { readFile } from '../../client/files/read-file.ts';
import { toMercator } from '../../domain/geo/crs.ts';
import { findGdal } from '../support/prerequisites.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry });
const collection = (features: readonly unknown[], more: object = {}) => bytes(JSON.stringify({ type: 'FeatureCollection', ...more, features }));
const point = (...coordinates: number[]) => ({ type: 'Point', coordinates });
/** Mickiewicz's monument, DOMAIN §2. */
const MONUMENT = [19.938056, 50.061389] as const;

const codeOf = async (file: Uint8Array<ArrayBuffer>): Promise<FileProblemCode | null> => readFile(file).then(() => null, (error: unknown) => (error as FileProblem).code);

describe('the coordinate system', () => {
  it.each([
    ['degrees', [19.938056, 50.061389], {}, 'EPSG:4326', 'figures'], ['latitude first', [50.061389, 19.938056], {}, 'EPSG:4326', 'figures'],
    ['PL-2000 without a word', [7423966.7, 5547788.4], {}, 'EPSG:2178', 'figures'], ['PL-2000, northing first', [5547788.4, 7423966.7], {}, 'EPSG:2178', 'figures'],
    ['PL-1992', [567121.4, 244213.2], {}, 'EPSG:2180', 'figures'], ['PL-1992, northing first', [244213.2, 567121.4], {}, 'EPSG:2180', 'figures'],
    ['the crs member of old', [7423966.7, 5547788.4], { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2178' } } }, 'EPSG:2178', 'declared'],
    ['Mercator', toMercator(MONUMENT), { crs: { type: 'name', properties: { name: 'EPSG:3857' } } }, 'EPSG:3857', 'declared'],
  ] as const)('%s', async (_what, coordinates, more, system, systemBy) => {
    const read = await readFile(collection([feature(point(...coordinates))], more));
    expect(read).toMatchObject({ format: 'GeoJSON', system, systemBy, vertices: 1 });
    expect(read.bbox[0]).toBeCloseTo(MONUMENT[0], 4);
    expect(read.bbox[1]).toBeCloseTo(MONUMENT[1], 4);
  });

  it('of a .prj is told from its parameters, and zone 6 is not taken for zone 7', () => {
    const prj = (name: string, meridian: number, scale: number, easting: number) => `PROJCS["${name}",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${scale}]]`;
    expect(systemOfPrj(prj('ETRF2000-PL_CS2000_21', 21, 0.999923, 7_500_000))).toBe('EPSG:2178');
    expect(systemOfPrj(prj('ETRF2000-PL_CS92', 19, 0.9993, 500_000))).toBe('EPSG:2180');
    expect(systemOfPrj(prj('ETRF2000-PL_CS2000_18', 18, 0.999923, 6_500_000))).toBeNull();
  });
});

describe('formats', () => {
  it('GPX: track with its name', async () => {
    const read = await readFile(bytes('<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="t"><trk><name>Spacer – Kładka Bernatka</name><trkseg><trkpt lat="50.05" lon="19.94"/><trkpt lat="50.06" lon="19.95"/></trkseg></trk></gpx>'));
    expect(read).toMatchObject({ format: 'GPX', system: 'EPSG:4326', systemBy: 'declared', data: { features: [{ geometry: { type: 'LineString' }, properties: { name: 'Spacer – Kładka Bernatka' } }] } });
  });

  it('KML: a polygon, and markup in a description stays text', async () => {
    const read = await readFile(bytes('<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Łąki</name><description><![CDATA[<img src=x onerror=alert(1)>]]></description><Polygon><outerBoundaryIs><LinearRing><coordinates>19.93,50.05,0 19.94,50.05,0 19.94,50.06,0 19.93,50.05,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>'));
    expect(read.data.features[0]).toMatchObject({ geometry: { type: 'Polygon' }, properties: { name: 'Łąki' } });
    expect(Object.values(read.data.features[0]!.properties!).every((value) => typeof value === 'string')).toBe(true);
  });

  it('features without a geometry are counted, not shown', async () => {
    expect(await readFile(collection([feature(null), feature(point(...MONUMENT))]))).toMatchObject({ left: 1, vertices: 1 });
  });
});

describe.skipIf(!findGdal())('a zipped Shapefile of GDAL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'msip-own-files-'));
  afterAll(() => { rmSync(folder, { recursive: true }); });

  it.each([['EPSG:2178', 'CP1250'], ['EPSG:2180', 'UTF-8'], ['EPSG:4326', 'UTF-8']] as const)('in %s with %s attributes', async (system, encoding) => {
    const [from, to] = [join(folder, 'zrodlo.geojson'), join(folder, `dzialki-${system.slice(5)}.shz`)];
    writeFileSync(from, JSON.stringify({ type: 'FeatureCollection', features: [feature({ type: 'Polygon', coordinates: [[[19.93, 50.05], [19.94, 50.06], [19.94, 50.05], [19.93, 50.05]]] }, { nazwa: 'Zażółć gęślą jaźń', pow: 12.5 })] }));
    execFileSync('ogr2ogr', ['-f', 'ESRI Shapefile', to, from, '-t_srs', system, '-lco', `ENCODING=${encoding}`]);
    const read = await readFile(new Uint8Array(readFileSync(to)));
    expect(read).toMatchObject({ format: 'Shapefile', system, systemBy: 'declared', data: { features: [{ properties: { nazwa: 'Zażółć gęślą jaźń', pow: '12.5' } }] } });
    expect(read.bbox[0]).toBeCloseTo(19.93, 6);
    expect(read.bbox[3]).toBeCloseTo(50.06, 6);
  });
});

describe('what cannot be shown is refused with its reason', () => {
  it.each<[string, FileProblemCode, Uint8Array<ArrayBuffer>]>([
    ['a picture', 'unknown-format', new Uint8Array([0x89, 0x50, 0x4e, 0x47])], ['JSON of another kind', 'unknown-format', bytes('{"a":1}')], ['HTML', 'unknown-format', bytes('<html></html>')],
    ['half a file', 'broken', bytes('{"type":"FeatureCollection","features":[{"type":"Fea')], ['half an XML', 'broken', bytes('<gpx><trk>')], ['nothing in it', 'empty', collection([])],
    ['entities that explode', 'broken', bytes('<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><gpx>&b;</gpx>')], ['a zip cut off', 'broken', bytes('PK\u0003\u0004nothing more')],
    ['another system by name', 'unknown-system', collection([feature(point(6500000, 5500000))], { crs: { properties: { name: 'EPSG:2177' } } })], ['figures of nowhere', 'unknown-system', collection([feature(point(1e9, 1e9))])],
    ['too many vertices', 'too-many-vertices', collection([feature({ type: 'LineString', coordinates: Array.from({ length: 50_001 }, (_, at) => [19.9 + at * 1e-6, 50]) })])],
    ['nested without end', 'broken', bytes(`{"type":"FeatureCollection","features":${'['.repeat(49_000)}`)],
  ])('%s: %s', async (_what, code, file) => { expect(await codeOf(file)).toBe(code); });
});
