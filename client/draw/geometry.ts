/** Shapes as GeoJSON: what is shown on the map and what people take with them. */
import type { Geometry } from 'geojson';
import type { Position, Shape } from './drawing.ts';
import { destination, distanceM } from './geodesic.ts';

/** Sides of the polygon that stands for a circle: within 0.2 % of its area. */
const CIRCLE_SIDES = 72;

const closed = (ring: readonly Position[]): number[][] => [...ring, ring[0]!].map(([lon, lat]) => [lon, lat]);

const rectangle = ([west, south]: Position, [east, north]: Position): Position[] => [[west, south], [east, south], [east, north], [west, north]];

/** Vertices of the outline of an area, not closed. */
export function ringOf({ kind, vertices }: Pick<Shape, 'kind' | 'vertices'>): readonly Position[] {
  const [first, second] = vertices;
  if (kind === 'rectangle' && first && second) {
    return rectangle([Math.min(first[0], second[0]), Math.min(first[1], second[1])], [Math.max(first[0], second[0]), Math.max(first[1], second[1])]);
  }
  if (kind === 'circle' && first && second) {
    const radius = distanceM(first, second);
    return Array.from({ length: CIRCLE_SIDES }, (_, at) => destination(first, 360 - (at * 360) / CIRCLE_SIDES, radius));
  }
  return vertices;
}

/** A shape as a GeoJSON geometry, exterior counter-clockwise (RFC 7946); one that is not finished yet shows as far as it goes. */
export function geometryOf(shape: Pick<Shape, 'kind' | 'vertices' | 'holes'>): Geometry {
  const { kind, vertices } = shape;
  const plain = vertices.map(([lon, lat]) => [lon, lat]);
  if (vertices.length === 1) return { type: 'Point', coordinates: plain[0]! };
  if (kind === 'line' || (kind === 'polygon' && vertices.length < 3)) return { type: 'LineString', coordinates: plain };
  const ring = ringOf(shape);
  return { type: 'Polygon', coordinates: [closed(isClockwise(ring) ? ring.toReversed() : ring), ...(shape.holes ?? []).map((hole) => closed(isClockwise(hole) ? hole : hole.toReversed()))] };
}

function isClockwise(ring: readonly Position[]): boolean {
  return ring.reduce((sum, [lon, lat], at) => {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length]!;
    return sum + (nextLon - lon) * (nextLat + lat);
  }, 0) > 0;
}
