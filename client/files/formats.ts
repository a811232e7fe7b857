/** Parsers by format: bytes → features with coordinates as they stand in the file. */
import type { Feature, Geometry } from 'geojson';
import { systemOfName, systemOfPrj } from './coordinate-system.ts';
import { FileProblem, type RawFile } from './own-file.ts';
import { unzipParts } from './unzip.ts';

/** The parts of shpjs that are used: it ships without types. */
interface Shpjs {
  readonly parseShp: (shp: DataView, prj: false) => (Geometry | null)[];
  readonly parseDbf: (dbf: DataView, encoding: string) => Record<string, unknown>[];
}

const GEOMETRIES = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']);

function parseGeojson(text: string): RawFile {
  const read = JSON.parse(text) as { type?: string; features?: unknown; crs?: { properties?: { name?: unknown } } };
  const features = read.type === 'FeatureCollection' && Array.isArray(read.features) ? (read.features as Feature<Geometry | null>[])
    : read.type === 'Feature' ? [read as unknown as Feature] : GEOMETRIES.has(String(read.type)) ? [{ type: 'Feature' as const, properties: {}, geometry: read as unknown as Geometry }] : null;
  if (!features) throw new FileProblem('unknown-format', 'JSON, but not GeoJSON');
  const name = read.crs?.properties?.name;
  const declared = typeof name === 'string' ? systemOfName(name) : null;
  if (typeof name === 'string' && !declared) throw new FileProblem('unknown-system', name);
  return { format: 'GeoJSON', features, declared };
}

async function parseXml(text: string): Promise<RawFile> {
  // Entities of a file's own are how small files become huge ones; neither format needs them.
  if (/<!ENTITY/i.test(text)) throw new FileProblem('broken', 'entities');
  const [{ DOMParser }, { gpx, kml }] = await Promise.all([import('@xmldom/xmldom'), import('@tmcw/togeojson')]);
  const tree = new DOMParser({ onError: (level, message) => { if (level !== 'warning') throw new FileProblem('broken', message); } }).parseFromString(text, 'text/xml');
  const root = tree.documentElement?.localName;
  if (root !== 'gpx' && root !== 'kml') throw new FileProblem('unknown-format', `XML with ${root}`);
  return { format: root === 'gpx' ? 'GPX' : 'KML', features: (root === 'gpx' ? gpx(tree) : kml(tree)).features, declared: 'EPSG:4326' };
}

/** The encoding of a dbf: as the .cpg says, else as its header says, else UTF-8 when it is that, else the Windows page of Polish. */
export function encodingOf(dbf: Uint8Array, cpg: string): string {
  if (cpg.trim()) return /^\d+$/.test(cpg.trim()) && cpg.trim() !== '65001' ? `windows-${cpg.trim()}` : cpg.trim() === '65001' ? 'utf-8' : cpg.trim();
  if (dbf[29] === 0xc8) return 'windows-1250';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(dbf.subarray(new DataView(dbf.buffer, dbf.byteOffset).getUint16(8, true)));
    return 'utf-8';
  } catch {
    return 'windows-1250';
  }
}

async function parseShapefile(bytes: Uint8Array<ArrayBuffer>): Promise<RawFile> {
  const parts = await unzipParts(bytes, 'shp', ['shp', 'dbf', 'prj', 'cpg']);
  // @ts-expect-error no types
  const { parseShp, parseDbf } = (await import('shpjs')) as Shpjs;
  const text = (extension: string) => new TextDecoder().decode(parts.get(extension) ?? new Uint8Array());
  const view = (part: Uint8Array<ArrayBuffer>) => new DataView(part.buffer, part.byteOffset, part.byteLength);
  const dbf = parts.get('dbf');
  const prj = text('prj');
  const declared = prj ? systemOfPrj(prj) : null;
  if (prj && !declared) throw new FileProblem('unknown-system', /^[^"]*"([^"]*)"/.exec(prj)?.[1] ?? '.prj');
  const rows = dbf ? parseDbf(view(dbf), encodingOf(dbf, text('cpg'))) : [];
  const features = parseShp(view(parts.get('shp')!), false).map((geometry, at) => ({ type: 'Feature' as const, properties: rows[at] ?? {}, geometry }));
  return { format: 'Shapefile', features, declared };
}

/** Parses by what the bytes are, not by the name. */
export async function parseFile(bytes: Uint8Array<ArrayBuffer>): Promise<RawFile> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return parseShapefile(bytes);
  const text = new TextDecoder('utf-8').decode(bytes).trimStart();
  if (text.startsWith('{')) return parseGeojson(text);
  if (text.startsWith('<')) return parseXml(text);
  throw new FileProblem('unknown-format');
}
