/** What a drawn shape measures on the ellipsoid, and where on the map the figures stand. */
import type { Position, Shape } from '../draw/drawing.ts';
import { areaM2, distanceM, segmentsM } from '../draw/geodesic.ts';
import { ringOf } from '../draw/geometry.ts';

export interface Measured {
  /** Lengths of the sides, m: of a line as drawn, of an area with the side that closes it. */
  readonly segments: readonly number[];
  /** Length of the line or of the outline, m. */
  readonly length: number;
  /** m²; null: the shape encloses nothing. */
  readonly area: number | null;
  /** Of a circle, m. */
  readonly radius: number | null;
  /** An outline that crosses itself: its area means nothing. */
  readonly crossed: boolean;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Twice the signed area of a triangle: which way three places turn. */
const turn = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

const cross = (a: Position, b: Position, c: Position, d: Position): boolean => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

/** Whether two sides of a ring (not closed) cross. */
export function crossesItself(ring: readonly Position[]): boolean {
  const side = (at: number) => [ring[at]!, ring[(at + 1) % ring.length]!] as const;
  for (let one = 0; one < ring.length; one += 1) for (let other = one + 1; other < ring.length; other += 1) if (cross(...side(one), ...side(other))) return true;
  return false;
}

/** Lengths, area and radius of a shape; a polygon of two vertices counts as a line. */
export function measured({ kind, vertices }: Pick<Shape, 'kind' | 'vertices'>): Measured {
  const line = { area: null, radius: null, crossed: false };
  if (kind === 'point' || vertices.length < 2) return { ...line, segments: [], length: 0 };
  if (kind === 'line' || (kind === 'polygon' && vertices.length < 3)) {
    const segments = segmentsM(vertices);
    return { ...line, segments, length: sum(segments) };
  }
  if (kind === 'circle') {
    // The circle itself, not the polygon that draws it; on the ellipsoid this is true to a millionth at this size.
    const radius = distanceM(vertices[0]!, vertices[1]!);
    return { segments: [], length: 2 * Math.PI * radius, area: Math.PI * radius ** 2, radius, crossed: false };
  }
  const ring = ringOf({ kind, vertices });
  const segments = segmentsM([...ring, ring[0]!]);
  return { segments, length: sum(segments), area: areaM2(ring), radius: null, crossed: kind === 'polygon' && crossesItself(ring) };
}

/** The middle of each side, in their order. */
export function middles(shape: Pick<Shape, 'kind' | 'vertices'>): readonly Position[] {
  const ring = ringOf(shape);
  const closes = shape.kind === 'rectangle' || (shape.kind === 'polygon' && ring.length > 2);
  const path = closes ? [...ring, ring[0]!] : ring;
  return path.slice(1).map(([lon, lat], at) => [(lon + path[at]![0]) / 2, (lat + path[at]![1]) / 2]);
}

/** The middle of the shape's vertices: where the area stands. */
export function middleOf(shape: Pick<Shape, 'kind' | 'vertices'>): Position {
  if (shape.kind === 'circle') return shape.vertices[0]!;
  const ring = ringOf(shape);
  return [sum(ring.map(([lon]) => lon)) / ring.length, sum(ring.map(([, lat]) => lat)) / ring.length];
}
