/** Geometry in the plane the slow and plain way: what spatial answers are compared with. Coordinates in metres (EPSG:2178), polygons without holes or with. */
import type { Geometry } from '../../domain/contract/geojson.ts';
import { toPl2000 } from '../../domain/geo/crs.ts';

type Point = readonly [number, number];
type Ring = readonly Point[];
/** Polygons as lists of rings, lines as lists of points, points. */
export interface Plane { readonly polygons: readonly (readonly Ring[])[]; readonly lines: readonly Ring[]; readonly points: readonly Point[] }

const metres = ([lon, lat]: readonly number[]): Point => toPl2000([lon!, lat!]);
const ring = (positions: readonly (readonly number[])[]): Ring => positions.map(metres);

/** GeoJSON (longitude, latitude) in metres. */
export function planeOf(geometry: Geometry): Plane {
  const nothing: Plane = { polygons: [], lines: [], points: [] };
  switch (geometry.type) {
    case 'Point': return { ...nothing, points: [metres(geometry.coordinates)] };
    case 'MultiPoint': return { ...nothing, points: geometry.coordinates.map(metres) };
    case 'LineString': return { ...nothing, lines: [ring(geometry.coordinates)] };
    case 'MultiLineString': return { ...nothing, lines: geometry.coordinates.map(ring) };
    case 'Polygon': return { ...nothing, polygons: [geometry.coordinates.map(ring)] };
    case 'MultiPolygon': return { ...nothing, polygons: geometry.coordinates.map((rings) => rings.map(ring)) };
  }
}

const doubled = (one: Ring): number => one.reduce((sum, [x, y], at) => {
  const [nextX, nextY] = one[(at + 1) % one.length]!;
  return sum + (x - one[0]![0]) * (nextY - one[0]![1]) - (nextX - one[0]![0]) * (y - one[0]![1]);
}, 0);

/** m². */
export const areaOf = ({ polygons }: Plane): number => polygons.reduce((sum, [outer, ...holes]) => sum + Math.abs(doubled(outer!)) / 2 - holes.reduce((holed, hole) => holed + Math.abs(doubled(hole)) / 2, 0), 0);

const segments = ({ polygons, lines }: Plane): [Point, Point][] => [...polygons.flat(), ...lines].flatMap((one) => one.slice(1).map((end, at): [Point, Point] => [one[at]!, end]));

function inRing([x, y]: Point, one: Ring): boolean {
  let inside = false;
  for (let at = 1; at < one.length; at += 1) {
    const [[x1, y1], [x2, y2]] = [one[at - 1]!, one[at]!];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}
const inPolygons = (point: Point, { polygons }: Plane): boolean => polygons.some(([outer, ...holes]) => inRing(point, outer!) && !holes.some((hole) => inRing(point, hole)));

function toSegment([x, y]: Point, [[x1, y1], [x2, y2]]: readonly [Point, Point]): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
const side = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
const cross = ([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

const vertices = (plane: Plane): Point[] => [...plane.polygons.flat(2), ...plane.lines.flat(), ...plane.points];

/** m; 0 where they meet. */
export function distanceOf(one: Plane, other: Plane): number {
  if (vertices(one).some((point) => inPolygons(point, other)) || vertices(other).some((point) => inPolygons(point, one))) return 0;
  const [own, others] = [segments(one), segments(other)];
  if (own.some((segment) => others.some((second) => cross(segment, second)))) return 0;
  return Math.min(
    ...vertices(one).flatMap((point) => others.map((segment) => toSegment(point, segment))), ...vertices(other).flatMap((point) => own.map((segment) => toSegment(point, segment))),
    ...one.points.flatMap(([x, y]) => other.points.map(([x2, y2]) => Math.hypot(x - x2, y - y2))),
  );
}

/** Whether polygons lie within polygons, where no border of the two meets. */
export const within = (one: Plane, other: Plane): boolean =>
  vertices(one).every((point) => inPolygons(point, other)) && !segments(one).some((segment) => segments(other).some((second) => cross(segment, second))) && !other.polygons.some(([, ...holes]) => holes.some((hole) => hole.some((point) => inPolygons(point, one))));
