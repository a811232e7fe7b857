/** Geometry between reader and database: one type a layer, coordinates to 0.1 mm, extent, area, WKB. Coordinates are easting, northing. */
import type { GeometryKind } from '../../domain/layers/layer.ts';
import { CITY_EXTENT_2178 } from './limits.ts';

export type Coordinate = number[];
export interface Geometry { readonly type: string; readonly coordinates?: unknown; readonly geometries?: readonly Geometry[] }
export type StoredGeometry =
  | { readonly type: 'Point'; readonly coordinates: Coordinate }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly Coordinate[][] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Coordinate[][][] };

/** The geometry as the type that tables of that kind store, or null when it is of another kind (a polygon in a layer of points). */
export function toStored(geometry: Geometry, kind: GeometryKind): StoredGeometry | null {
  const { type, coordinates } = geometry;
  if (kind === 'point') {
    if (type === 'Point') return { type, coordinates: coordinates as Coordinate };
    const points = type === 'MultiPoint' ? coordinates as Coordinate[] : [];
    return points.length === 1 ? { type: 'Point', coordinates: points[0]! } : null;
  }
  if (kind === 'line') {
    if (type === 'LineString') return { type: 'MultiLineString', coordinates: [coordinates as Coordinate[]] };
    return type === 'MultiLineString' ? { type, coordinates: coordinates as Coordinate[][] } : null;
  }
  if (type === 'Polygon') return { type: 'MultiPolygon', coordinates: [coordinates as Coordinate[][]] };
  return type === 'MultiPolygon' ? { type, coordinates: coordinates as Coordinate[][][] } : null;
}

/** What a repair left, cut down to the kind of the layer: parts of lower dimension (a spike, a point) fall away. Null when nothing is left. */
export function partsOfKind(geometry: Geometry, kind: GeometryKind): StoredGeometry | null {
  const parts = flatten(geometry).map((part) => toStored(part, kind)).filter((part) => part !== null);
  if (parts.length <= 1) return parts[0] ?? null;
  if (kind === 'point') return null;
  const coordinates = parts.flatMap((part) => part.coordinates as never[]);
  return { type: kind === 'line' ? 'MultiLineString' : 'MultiPolygon', coordinates } as StoredGeometry;
}

const flatten = (geometry: Geometry): Geometry[] => (geometry.geometries ? geometry.geometries.flatMap(flatten) : [geometry]);

/** Calls `visit` with every position, in order. Positions are the file's own arrays, so `visit` may change them in place. */
export function eachPosition(coordinates: unknown, visit: (position: Coordinate) => void): void {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === 'number') visit(coordinates as Coordinate);
  else for (const part of coordinates) eachPosition(part, visit);
}

export function countPositions(geometry: Geometry): number {
  let count = 0;
  for (const part of flatten(geometry)) eachPosition(part.coordinates, () => { count += 1; });
  return count;
}

/**
 * Rounds to 0.1 mm, so that a vertex shared by two parcels is the same number in both and a second import sees no difference,
 * and drops heights. Positions that fall together are merged (a ring of a sliver may shrink below four and is then invalid).
 */
export function snap(geometry: StoredGeometry): StoredGeometry {
  const position = ([x, y]: Coordinate): Coordinate => [Math.round(x! * 1e4) / 1e4, Math.round(y! * 1e4) / 1e4];
  const path = (positions: Coordinate[]): Coordinate[] =>
    positions.map(position).filter((here, index, all) => index === 0 || here[0] !== all[index - 1]![0] || here[1] !== all[index - 1]![1]);
  if (geometry.type === 'Point') return { type: 'Point', coordinates: position(geometry.coordinates) };
  if (geometry.type === 'MultiLineString') return { type: geometry.type, coordinates: geometry.coordinates.map(path) };
  return { type: geometry.type, coordinates: geometry.coordinates.map((polygon) => polygon.map(path)) };
}

/** Whether every path has enough positions to be read as WKB at all: lines 2, closed rings 4. */
export function isReadable(geometry: StoredGeometry): boolean {
  if (geometry.type === 'Point') return geometry.coordinates.length >= 2;
  if (geometry.type === 'MultiLineString') return geometry.coordinates.length > 0 && geometry.coordinates.every((line) => line.length >= 2);
  return geometry.coordinates.length > 0 && geometry.coordinates.every((polygon) => polygon.length > 0 && polygon.every(isClosedRing));
}

function isClosedRing(ring: Coordinate[]): boolean {
  const first = ring[0];
  const last = ring.at(-1);
  return ring.length >= 4 && first![0] === last![0] && first![1] === last![1];
}

/** The first position outside the city and its margin, or null. A position that is not finite is outside. */
export function firstOutside(geometry: StoredGeometry): Coordinate | null {
  const [west, south, east, north] = CITY_EXTENT_2178;
  let outside: Coordinate | null = null;
  eachPosition(geometry.coordinates, (position) => {
    const [x, y] = position;
    if (!outside && !(x! >= west && x! <= east && y! >= south && y! <= north)) outside = position;
  });
  return outside;
}

/** Area in m² (rings by orientation-free shoelace, holes taken off); 0 for points and lines. */
export function area(geometry: StoredGeometry): number {
  if (geometry.type !== 'MultiPolygon') return 0;
  return geometry.coordinates.reduce((sum, [shell, ...holes]) => sum + ringArea(shell!) - holes.reduce((holed, hole) => holed + ringArea(hole), 0), 0);
}

function ringArea(ring: Coordinate[]): number {
  const [x0, y0] = ring[0] as [number, number];
  let twice = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return Math.abs(twice) / 2;
}
