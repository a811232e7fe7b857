/** The reading worker: every format, CRS and axis order gives the same geometry; what is broken is told, what runs away is ended. */
import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromPl1992, toPl1992, toPl2000 } from '../../domain/geo/crs.ts';
import { openReader } from '../../server/gdal/reader.ts';
import { gateSource, type OpenHow } from '../../server/gdal/source-file.ts';
import { zip } from './import-zip.ts';

type Pair = [number, number];
interface Writer {
  readonly Module: { readonly FS: { writeFile(path: string, text: string): void; readFile(path: string): Uint8Array; unlink(path: string): void } };
  open(path: string): Promise<{ datasets: unknown[] }>;
  ogr2ogr(dataset: unknown, options: string[], name: string): Promise<{ local: string; all: { local: string }[] }>;
}

const RING: Pair[] = [[20.03, 50.06], [20.04, 50.06], [20.04, 50.065], [20.03, 50.065], [20.03, 50.06]];
const NAME = 'Łąki Nowohuckie';
const collection = (rings: readonly Pair[][], more: object = {}) => JSON.stringify({
  type: 'FeatureCollection', ...more, features: rings.map((ring, i) => ({ type: 'Feature', properties: { key: `k${i}`, name: NAME }, geometry: { type: 'Polygon', coordinates: [ring] } })),
});

const reader = openReader();
let writer: Writer;

beforeAll(async () => {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('gdal3.js/node.js');
  writer = await (require(entry) as (options: object) => Promise<Writer>)({
    path: `${relative(process.cwd(), dirname(entry))}/dist/package`, logHandler: () => {}, errorHandler: () => {},
  });
  writer.Module.FS.writeFile('/input/łąki.geojson', collection([RING]));
}, 60_000);
afterAll(() => reader.close());

const read = (label: string, content: string | Uint8Array, more: { crs?: string; sourceLayer?: string; kind?: 'point' | 'line' | 'polygon' } & OpenHow = {}) =>
  reader.read({ source: gateSource(label, Buffer.from(content as string), more), kind: more.kind ?? 'polygon', crs: more.crs, sourceLayer: more.sourceLayer });

/** The positions of the first ring of an EWKB MultiPolygon, easting and northing. */
function firstRing(hex: string): Pair[] {
  const bytes = Buffer.from(hex, 'hex');
  const count = bytes.readUInt32LE(22);
  return Array.from({ length: count }, (_, i) => [bytes.readDoubleLE(26 + 16 * i), bytes.readDoubleLE(34 + 16 * i)]);
}
/** The same places whatever vertex a format begins with and whichever way it turns. */
const corners = (ring: readonly Pair[]): string[] => ring.slice(0, -1).map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).toSorted();
const EXPECTED = corners(RING.map(toPl2000));

const FORMATS: readonly [name: string, driver: string, options?: string[]][] = [
  ['GeoPackage.gpkg', 'GPKG'], ['FlatGeobuf.fgb', 'FlatGeobuf'], ['GML 3.1.gml', 'GML', ['-dsco', 'FORMAT=GML3']], ['GML 3.2.gml', 'GML', ['-dsco', 'FORMAT=GML3.2']],
  ['CSV.csv', 'CSV', ['-lco', 'GEOMETRY=AS_WKT', '-lco', 'SEPARATOR=SEMICOLON']], ['Shapefile.zip', 'ESRI Shapefile', ['-lco', 'ENCODING=UTF-8']],
];
const SYSTEMS = ['EPSG:2178', 'EPSG:2180', 'EPSG:4326', 'EPSG:3857'];

async function write(driver: string, options: readonly string[]): Promise<Uint8Array> {
  const { datasets: [dataset] } = await writer.open('/input/łąki.geojson');
  const { local, all } = await writer.ogr2ogr(dataset, ['-f', driver, ...options], 'written');
  const files = [...new Set([local, ...all.map((file) => file.local)])].map((path) => ({ name: path.split('/').at(-1)!, bytes: Buffer.from(writer.Module.FS.readFile(path)) }));
  for (const { name } of files) writer.Module.FS.unlink(`/output/${name}`);
  return driver === 'ESRI Shapefile' ? zip(files) : files[0]!.bytes;
}

describe.each(FORMATS)('%s', (label, driver, options = []) => {
  it.each(SYSTEMS)('in %s stands where it must, with its Polish name', async (crs) => {
    const { features } = await read(label, await write(driver, [...options, '-t_srs', crs]), driver === 'CSV' ? { crs } : {});
    expect(features.map(({ properties }) => properties['name'])).toEqual([NAME]);
    expect(corners(firstRing(features[0]!.geometry!))).toEqual(EXPECTED);
  });
});

describe('a file', () => {
  it('in KML stands where it must', async () => {
    const { features } = await read('a.kml', await write('KML', []));
    expect(corners(firstRing(features[0]!.geometry!))).toEqual(EXPECTED);
  });

  it('in KML keeps the attributes of its extended data, under their names', async () => {
    const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Schema name="s" id="s"><SimpleField name="kod" type="string"/></Schema><Folder><Placemark><name>Łąka</name>
      <Style><LineStyle><color>ff0000ff</color></LineStyle></Style><ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="kod">077</SimpleData></SchemaData><Data name="nr"><value>12</value></Data></ExtendedData>
      <MultiGeometry>${[19.94, 19.96].map((lon) => `<Polygon><outerBoundaryIs><LinearRing><coordinates>${lon},50.06,0 ${lon + 0.01},50.06,0 ${lon},50.07,0 ${lon},50.06,0</coordinates></LinearRing></outerBoundaryIs></Polygon>`).join('')}</MultiGeometry></Placemark></Folder></Document></kml>`;
    const { features } = await read('a.kml', Buffer.from(kml));
    expect(features.map(({ properties, geometry }) => [properties, geometry !== null])).toEqual([[{ name: 'Łąka', kod: '077', nr: '12' }, true]]);
  });

  it('in KML that declares entities, or is no KML, is refused in words', () => {
    expect(() => gateSource('a.kml', Buffer.from('<!DOCTYPE kml [<!ENTITY a "b">]><kml>&a;</kml>'))).toThrow('entities');
    expect(() => gateSource('a.kml', Buffer.from('<gpx/>'))).toThrow('no KML');
    expect(() => gateSource('a.kml', Buffer.from('<kml><Placemark></kml>'))).toThrow('well-formed');
  });

  it('with a legacy crs member is believed', async () => {
    const { features, facts } = await read('a.geojson', collection([RING.map(toPl1992)], { crs: { type: 'name', properties: { name: 'EPSG:2180' } } }));
    expect(facts).toMatchObject({ crs: 'EPSG:2180', axesSwapped: false });
    expect(corners(firstRing(features[0]!.geometry!))).toEqual(EXPECTED);
  });

  it('with northing before easting is recognised and turned', async () => {
    const turned = RING.map((position): Pair => { const [east, north] = toPl1992(position); return [north, east]; });
    const { features, facts } = await read('a.geojson', collection([turned], { crs: { type: 'name', properties: { name: 'EPSG:2180' } } }));
    expect(facts.axesSwapped).toBe(true);
    expect(corners(firstRing(features[0]!.geometry!))).toEqual(EXPECTED);
  });

  it('keeps vertices that neighbours share the same to the last bit', async () => {
    const [a, b, shared]: Pair[] = [[20.031234567, 50.06], [20.032, 50.061], [20.0314159265, 50.0605358979]] as Pair[];
    const { features } = await read('a.geojson', collection([[a!, b!, shared!, a!], [b!, [20.033, 50.0605], shared!, b!]]));
    const [one, other] = features.map(({ geometry }) => firstRing(geometry!).map(String));
    expect(other!.filter((position) => one!.includes(position)).length).toBe(3);
  });

  it('without a CRS asks for it; with one that nobody knows says so', async () => {
    await expect(read('a.csv', 'key;x;y\n1;566948;244208', { kind: 'point' })).rejects.toThrow('name it with --crs');
    await expect(read('a.csv', 'key;x;y\n1;566948;244208', { kind: 'point', crs: 'EPSG:999999' })).rejects.toThrow('is not known');
    const { features } = await read('a.csv', 'key;x;y\n1;566948;244208', { kind: 'point', crs: 'EPSG:2180' });
    expect(features[0]!.place!.map((degrees) => degrees.toFixed(5))).toEqual(fromPl1992([566_948, 244_208]).map((degrees) => degrees.toFixed(5)));
  });

  it('in an older Polish encoding keeps its letters', async () => {
    const { features } = await read('a.csv', Buffer.concat([Buffer.from('name;x;y\n'), Buffer.from([0xa3, 0xb9, 0x6b, 0x69]), Buffer.from(';20.03;50.06')]), { kind: 'point', crs: 'EPSG:4326' });
    expect(features[0]!.properties).toEqual({ name: 'Łąki' });
  });

  it.each([
    ['urwany.geojson', collection([RING]).slice(0, -90)], ['pusty.geojson', ''], ['tekst.gml', 'to nie jest GML'], ['zera.gpkg', '\0'.repeat(4096)], ['zera.fgb', '\0'.repeat(64)],
    ['pusty2.geojson', '{"type":"FeatureCollection","features":[]}'],
  ])('that is broken or empty is told by its name: %s', async (label, content) => {
    await expect(read(label, content)).rejects.toThrow(new RegExp(`^${label.replace('.', '\\.')}: .*[^.]\\.$`));
  });

  it('with coordinates that are no numbers or impossible loses only those features', async () => {
    const { features } = await read('a.geojson', collection([RING, [[20, 95], [20.1, 1e300], [20.2, 50], [20, 95]], RING]));
    expect(features.map(({ rejection }) => rejection === undefined)).toEqual([true, false, true]);
  });

  it('with open rings and rings without extent has them mended and told', async () => {
    const geometry = { type: 'Polygon', coordinates: [RING.slice(0, -1), [RING[0], RING[0], RING[0], RING[0]]] };
    const { features } = await read('a.geojson', JSON.stringify({ type: 'Feature', properties: {}, geometry }));
    expect(features[0]!.repair?.how).toContain('without extent dropped');
    expect(corners(firstRing(features[0]!.geometry!))).toEqual(EXPECTED);
  });
});

describe('a geometry whose repair runs away', () => {
  it('costs its own worker, is rejected, and the rest of the file comes in', async () => {
    const star = Array.from({ length: 6_001 }, (_, i): Pair => [20.03 + 0.005 * Math.cos((i * 2999 * 2 * Math.PI) / 6_000), 50.06 + 0.005 * Math.sin((i * 2999 * 2 * Math.PI) / 6_000)]);
    const impatient = openReader({ repairMs: 50 });
    try {
      const source = gateSource('a.geojson', Buffer.from(collection([RING, star, RING])));
      const { features } = await impatient.read({ source, kind: 'polygon', crs: undefined, sourceLayer: undefined });
      expect(features.map(({ rejection }) => rejection?.reason ?? 'accepted')).toEqual(['accepted', expect.stringContaining('repair took longer'), 'accepted']);
    } finally { await impatient.close(); }
  }, 60_000);
});
