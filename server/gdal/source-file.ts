/** The gate for files: size, format by an explicit list, zip contents, text encoding. What passes is bytes under names of ours. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { ImportFault } from './import-fault.ts';
import { geojsonOfKml } from './kml.ts';
import { LIMITS } from './limits.ts';
import type { SourceFile } from './reader-protocol.ts';
import { asUtf8, dbfEncoding } from './text-encoding.ts';
import { type ZipEntry, unzip } from './zip.ts';

/** Where a table of text has its geometry. */
export interface CsvColumns { readonly x?: string | undefined; readonly y?: string | undefined; readonly wkt?: string | undefined }
export interface OpenHow {
  readonly csv?: CsvColumns | undefined;
  readonly encoding?: string | undefined;
  /** What a zip may inflate to; default that of an import by command. */
  readonly inflatedBytes?: number;
}

/** GDAL may use these drivers and no other; one a format, chosen by the name's ending and never by guessing. */
const FORMATS: Record<string, { driver: string; text?: boolean }> = {
  '.geojson': { driver: 'GeoJSON', text: true }, '.json': { driver: 'GeoJSON', text: true },
  '.gml': { driver: 'GML' }, '.kml': { driver: 'GeoJSON' }, '.gpkg': { driver: 'GPKG' },
  '.fgb': { driver: 'FlatGeobuf' }, '.csv': { driver: 'CSV', text: true }, '.shp': { driver: 'ESRI Shapefile' },
};
const READABLE = 'GeoJSON, GeoPackage, Shapefile (zipped), GML, KML, CSV, FlatGeobuf';

/** Reads and gates one file; also its SHA-256. Throws an `ImportFault` that says what is wrong with it. */
export async function readSource(path: string, how: OpenHow): Promise<{ source: SourceFile; sha256: string }> {
  const label = basename(path);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new ImportFault(`${path}: there is no such file.`);
  if (found.size > LIMITS.fileBytes) throw new ImportFault(`${label}: ${Math.ceil(found.size / 1024 / 1024)} MB; at most ${LIMITS.fileBytes / 1024 / 1024} MB are read.`);
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try { return { source: gateSource(label, bytes, how), sha256 }; } catch (error) {
    throw error instanceof ImportFault ? new ImportFault(`${label}: ${error.message}`) : error;
  }
}

/** The same for bytes at hand. */
export function gateSource(label: string, bytes: Buffer, how: OpenHow = {}): SourceFile {
  const extension = extname(label).toLowerCase();
  const entries: ZipEntry[] = extension === '.zip' || extension === '.kmz' ? unzip(bytes, { entries: LIMITS.zipEntries, inflatedBytes: how.inflatedBytes ?? LIMITS.inflatedBytes }) : [{ name: label, bytes }];
  const main = mainEntry(entries);
  const type = extname(main.name).toLowerCase();
  const format = FORMATS[type]!;
  if (format.driver === 'ESRI Shapefile') return shapefile(label, main, entries, how);
  const content = type === '.kml' ? geojsonOfKml(main.bytes) : format.text ? asUtf8(main.bytes, how.encoding) : main.bytes;
  return { label, driver: format.driver, encoding: 'utf-8', parts: [{ name: `${layerName(main.name)}${type === '.kml' ? '.geojson' : type}`, bytes: content }], openOptions: openOptions(format.driver, how, content) };
}

function mainEntry(entries: readonly ZipEntry[]): ZipEntry {
  const readable = entries.filter(({ name }) => Object.hasOwn(FORMATS, extname(name).toLowerCase()));
  if (readable.length === 0) throw new ImportFault(`This format is not read here; readable are ${READABLE}.`);
  if (readable.length > 1) throw new ImportFault(`The zip holds several data files (${readable.map(({ name }) => name).slice(0, 5).join(', ')}); give them one by one.`);
  return readable[0]!;
}

function shapefile(label: string, main: ZipEntry, entries: readonly ZipEntry[], { encoding }: OpenHow): SourceFile {
  const stem = main.name.slice(0, -4).toLowerCase();
  const part = (ending: string) => entries.find(({ name }) => name.toLowerCase() === stem + ending)?.bytes;
  const [index, table, codePage] = [part('.shx'), part('.dbf'), part('.cpg')];
  if (!index || !table) throw new ImportFault(`The Shapefile lacks its ${index ? '.dbf' : '.shx'}; zip .shp, .shx, .dbf and .prj together.`);
  const parts = ['.shp', '.shx', '.dbf', '.prj'].flatMap((ending) => { const bytes = part(ending); return bytes ? [{ name: `layer${ending}`, bytes }] : []; });
  // GDAL's build has no tables of 8-bit encodings: it passes the bytes of texts on as they are, and what it wrote is decoded afterwards.
  return { label, driver: 'ESRI Shapefile', encoding: encoding ?? dbfEncoding(table, codePage), parts, openOptions: ['ENCODING='] };
}

/** GDAL names the layer of a text file after the file: keep letters and digits of it, nothing else. */
const layerName = (name: string): string => basename(name).replace(/\.[^.]*$/, '').normalize('NFC').replaceAll(/[^\p{L}\p{N}_-]+/gu, '_').slice(0, 60) || 'layer';

function openOptions(driver: string, { csv }: OpenHow, content: Uint8Array): string[] {
  if (driver === 'GeoJSON') return ['DATE_AS_STRING=YES', 'FLATTEN_NESTED_ATTRIBUTES=NO'];
  if (driver === 'GML') return ['DOWNLOAD_SCHEMA=NO', 'WRITE_GFS=NO', 'SWAP_COORDINATES=AUTO'];
  if (driver !== 'CSV') return [];
  const separator = [';', ',', '\t', '|'].map((sign) => ({ sign, count: Buffer.from(content.subarray(0, 4096)).toString('utf8').split('\n')[0]!.split(sign).length }))
    .toSorted((a, b) => b.count - a.count)[0]!.sign;
  return [
    `X_POSSIBLE_NAMES=${csv?.x ?? 'x,lon,longitude,dlugosc,easting'}`, `Y_POSSIBLE_NAMES=${csv?.y ?? 'y,lat,latitude,szerokosc,northing'}`,
    `GEOM_POSSIBLE_NAMES=${csv?.wkt ?? 'geometry,wkt,geom,the_geom'}`, 'KEEP_GEOM_COLUMNS=NO', 'AUTODETECT_TYPE=NO', 'HEADERS=YES',
    `SEPARATOR=${{ ';': 'SEMICOLON', ',': 'COMMA', '\t': 'TAB', '|': 'PIPE' }[separator]}`,
  ];
}
