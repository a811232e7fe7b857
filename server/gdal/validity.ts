/** Is a polygon valid, and can it be mended? Asked of GDAL's GEOS in the worker, so that no invalid geometry ever reaches a database. */
import type { Gdal } from './gdal.ts';
import { type Geometry, type StoredGeometry, isReadable, partsOfKind, snap } from './geometry.ts';

const FILE = '/input/check.geojson';
const asFeature = (geometry: StoredGeometry, index: number) => `{"type":"Feature","properties":{"n":${index}},"geometry":${JSON.stringify(geometry)}}`;

/** Reads `geometries` as one file of EPSG:2178 and gives it to `use`. */
function asDataset<T>(gdal: Gdal, geometries: readonly StoredGeometry[], use: (dataset: number) => T): T {
  const crs = '"crs":{"type":"name","properties":{"name":"EPSG:2178"}}';
  gdal.files.writeFile(FILE, `{"type":"FeatureCollection",${crs},"features":[\n${geometries.map(asFeature).join(',\n')}\n]}`);
  const dataset = gdal.open(FILE, ['GeoJSON'], []);
  try { return use(dataset); } finally { gdal.close(dataset); gdal.files.unlink(FILE); }
}

export interface Invalidity { readonly reason: string; readonly place: readonly [number, number] | null }

/** The invalid ones by index, each with GEOS's reason and place (easting, northing). */
export function findInvalid(gdal: Gdal, geometries: readonly StoredGeometry[]): Map<number, Invalidity> {
  if (geometries.length === 0) return new Map();
  return asDataset(gdal, geometries, (dataset) => new Map(
    gdal.query(dataset, 'SELECT n, ST_IsValidReason(geometry) AS reason, ST_IsValidDetail(geometry) AS place FROM "check" WHERE coalesce(ST_IsValid(geometry), 0) <> 1')
      .map(({ properties, geometry }) => {
        const point = (geometry as { coordinates?: [number, number] } | null)?.coordinates;
        return [Number(properties['n']), { reason: String(properties['reason'] ?? 'not a geometry'), place: point ?? null }];
      }),
  ));
}

/** The polygon made valid with GEOS's MakeValid, without parts of lower dimension; null when nothing valid is left. */
export function repair(gdal: Gdal, geometry: StoredGeometry): StoredGeometry | null {
  const output = '/output/repaired.geojson';
  const made = asDataset(gdal, [geometry], (dataset) => {
    gdal.toGeoJson(dataset, output, ['-makevalid']);
    const { features } = JSON.parse(Buffer.from(gdal.files.readFile(output)).toString('utf8')) as { features: { geometry: Geometry | null }[] };
    gdal.files.unlink(output);
    return features[0]?.geometry ?? null;
  });
  const parts = made && partsOfKind(made, 'polygon');
  if (!parts) return null;
  const repaired = snap(parts);
  return isReadable(repaired) && findInvalid(gdal, [repaired]).size === 0 ? repaired : null;
}
