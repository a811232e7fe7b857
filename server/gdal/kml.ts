/** KML as GeoJSON: GDAL's small KML driver, the only one in WebAssembly, passes over ExtendedData, which is where attributes stand. */
import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import type { Feature, Geometry } from 'geojson';
import { ImportFault } from './import-fault.ts';

/** The tree of the document takes about ten times its bytes. */
const MAX_BYTES = 48 * 1024 * 1024;
/** How a viewer shall draw it, and other things that are not attributes. */
const LOOKS = /^(styleUrl|styleHash|styleMapHash|stroke(-.*)?|fill(-.*)?|icon(-.*)?|label-.*|visibility|@geometry-type)$/;

const MULTI = { Point: 'MultiPoint', LineString: 'MultiLineString', Polygon: 'MultiPolygon' } as const;

/** A MultiGeometry of one kind is what other formats call by that kind; a mixed one stays a collection. */
function gathered(geometry: Geometry | null): Geometry | null {
  if (geometry?.type !== 'GeometryCollection') return geometry;
  const kind = geometry.geometries[0]?.type;
  if (!kind || !Object.hasOwn(MULTI, kind) || geometry.geometries.some(({ type }) => type !== kind)) return geometry;
  return { type: MULTI[kind as keyof typeof MULTI], coordinates: geometry.geometries.map((one) => 'coordinates' in one ? one.coordinates : []) } as Geometry;
}

/** Attributes under their own names; the name of a placemark as `name`. Values are what the file says, numbers where it declares them. */
const attributes = (properties: Feature['properties']): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties ?? {}).flatMap(([name, value]) => (LOOKS.test(name) ? [] : [[name, typeof value === 'object' && value !== null ? ((value as { value?: unknown }).value ?? null) : value]])));

/** UTF-8 GeoJSON of a KML document, in longitude and latitude. Throws an ImportFault when it is not one. */
export function geojsonOfKml(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_BYTES) throw new ImportFault(`a KML of ${Math.ceil(bytes.length / 1024 / 1024)} MB; at most ${MAX_BYTES / 1024 / 1024} MB are read. GeoPackage holds more.`);
  const text = new TextDecoder().decode(bytes);
  // Entities of a file's own are how small files become huge ones; KML needs none.
  if (/<!ENTITY/i.test(text)) throw new ImportFault('the KML declares entities of its own, which are not read.');
  let tree;
  try {
    tree = new DOMParser({ onError: (level, message) => { if (level !== 'warning') throw new Error(message); } }).parseFromString(text, 'text/xml');
  } catch (error) {
    throw new ImportFault(`this is not well-formed KML (${(error as Error).message.split('\n')[0]}).`);
  }
  if (tree.documentElement?.localName !== 'kml') throw new ImportFault(`this is XML, but no KML (its root is ${tree.documentElement?.localName ?? 'missing'}).`);
  const features = kml(tree as unknown as Document).features.map(({ geometry, properties }) => ({ type: 'Feature', geometry: gathered(geometry), properties: attributes(properties) }));
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
}
