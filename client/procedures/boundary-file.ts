/** The area that a GeoJSON file holds: its polygons together. Pure. */
import type { ProcedureContent } from '../../domain/contract/office/procedure.ts';
import { GATE_BBOX } from '../../domain/geo/krakow.ts';

type Boundary = ProcedureContent['boundary'];
type Coordinates = [number, number][][];

const isPlace = (at: unknown): at is number[] => Array.isArray(at) && at.length >= 2 && at.every((one) => typeof one === 'number' && Number.isFinite(one));
const isPolygon = (rings: unknown): rings is number[][][] =>
  Array.isArray(rings) && rings.length > 0 && rings.every((ring) => Array.isArray(ring) && ring.length >= 4 && ring.every(isPlace));

function polygonsOf(value: unknown): number[][][][] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, coordinates, geometry, features, geometries } = value as Record<string, unknown>;
  if (type === 'Polygon') return isPolygon(coordinates) ? [coordinates] : [];
  if (type === 'MultiPolygon') return Array.isArray(coordinates) ? coordinates.filter(isPolygon) : [];
  if (type === 'Feature') return polygonsOf(geometry);
  const members = type === 'FeatureCollection' ? features : type === 'GeometryCollection' ? geometries : null;
  return Array.isArray(members) ? members.flatMap(polygonsOf) : [];
}

/** null: no JSON, no polygon, or not all of it in Kraków in degrees. */
export function readBoundary(text: string): Boundary | null {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  const [west, south, east, north] = GATE_BBOX;
  const polygons = polygonsOf(read).map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat] as [number, number])) as Coordinates);
  if (polygons.length === 0 || polygons.flat(2).some(([lon, lat]) => lon < west || lon > east || lat < south || lat > north)) return null;
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0]! } : { type: 'MultiPolygon', coordinates: polygons };
}
