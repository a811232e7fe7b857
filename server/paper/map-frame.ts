/** From metres to paper: the frame of the map, true scale, clipping. */
import type { LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { MM } from './type.ts';

/** [east, north] in EPSG:2178 metres, or [x, y] in points on the page. */
export type Position = readonly [number, number];
export type MapGeometry = Polygon | MultiPolygon | LineString | MultiLineString;

/** Scales that people know from plans, the largest first. */
export const SCALES = [500, 1000, 2000, 5000, 10_000, 25_000, 50_000, 100_000, 200_000] as const;

/** Millimetres of the map on paper. */
export const FRAME_MM = { width: 174, height: 112 } as const;

interface Extent { readonly scale: number; readonly center: Position }

/** What the frame shows: [west, south, east, north] in EPSG:2178 metres. */
export function frameBox({ scale, center: [east, north] }: Extent): [number, number, number, number] {
  const [x, y] = [(FRAME_MM.width * scale) / 2000, (FRAME_MM.height * scale) / 2000];
  return [east - x, north - y, east + x, north + y];
}

/** The largest known scale at which a box [west, south, east, north] fills at most this share of the frame. */
export function fittingScale([west, south, east, north]: readonly [number, number, number, number], share = 0.7): number {
  const needed = Math.max(((east - west) * 1000) / FRAME_MM.width, ((north - south) * 1000) / FRAME_MM.height) / share;
  return SCALES.find((scale) => scale >= needed) ?? SCALES.at(-1)!;
}

/** Left, top, right, bottom in points. */
export type Box = readonly [number, number, number, number];

/** Metres → points on the page, north up, the centre of the map in the centre of the frame. */
export function projection({ scale, center }: Extent, [left, top, right, bottom]: Box): (position: readonly number[]) => Position {
  const perMetre = (1000 / scale) * MM;
  return ([east, north]) => [(left + right) / 2 + (east! - center[0]) * perMetre, (top + bottom) / 2 - (north! - center[1]) * perMetre];
}

/** The part of a closed ring within a box (Sutherland–Hodgman); empty when there is none. */
export function clipRing(ring: readonly Position[], [left, top, right, bottom]: Box): readonly Position[] {
  const sides = [
    { inside: ([x]: Position) => x >= left, axis: 0, at: left }, { inside: ([x]: Position) => x <= right, axis: 0, at: right },
    { inside: ([, y]: Position) => y >= top, axis: 1, at: top }, { inside: ([, y]: Position) => y <= bottom, axis: 1, at: bottom },
  ] as const;
  return sides.reduce<readonly Position[]>((points, { inside, axis, at }) => (points.every(inside) ? points : points.flatMap((point, index) => {
    const before = points.at(index - 1)!;
    if (inside(point) === inside(before)) return inside(point) ? [point] : [];
    const share = (at - before[axis]) / (point[axis] - before[axis]);
    const crossing: Position = [before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])];
    return inside(point) ? [crossing, point] : [crossing];
  })), ring);
}

/** Twice the area that a ring encloses, always positive. */
export const doubleArea = (ring: readonly Position[]): number =>
  Math.abs(ring.reduce((sum, [x, y], at) => sum + ring.at(at - 1)![0] * y - x * ring.at(at - 1)![1], 0));

export type Shape = { readonly areas: readonly (readonly (readonly Position[])[])[] } | { readonly lines: readonly (readonly Position[])[] };

/** A geometry in points, cut to the box: areas as outer ring and holes without the repeated last point, lines whole where they touch it. */
export function shapeOf(geometry: MapGeometry, project: (position: readonly number[]) => Position, box: Box): Shape {
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    return { lines: lines.map((line) => line.map(project)).filter((line) => touches(line, box)) };
  }
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const areas = polygons.map((rings) => rings.map((ring) => clipRing(ring.slice(0, -1).map(project), box)));
  // A ring outside of the box leaves nothing, or points on its edge.
  return { areas: areas.map((rings) => rings.filter((ring) => doubleArea(ring) > 1e-6)).filter((rings, at) => rings.length > 0 && doubleArea(areas[at]![0] ?? []) > 1e-6) };
}

function touches(line: readonly Position[], [left, top, right, bottom]: Box): boolean {
  const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
  return Math.min(...xs) <= right && Math.max(...xs) >= left && Math.min(...ys) <= bottom && Math.max(...ys) >= top;
}
