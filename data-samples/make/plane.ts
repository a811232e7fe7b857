/** Plane geometry on points [x, y] in metres: areas, directions, intersections, curves. */
import { fromPl2000, toPl2000 } from '../../domain/geo/crs.ts';

export type Point = readonly [number, number];
/** A closed line without repetition of its first point; counter-clockwise where it bounds an area. */
export type Ring = readonly Point[];

// The model works near its own origin in PL-2000, so that whole centimetres stay small numbers.
const ORIGIN_EASTING = 7_400_000;
const ORIGIN_NORTHING = 5_520_000;

/** Longitude, latitude → metres east and north of the model's origin. */
export function fromLonLat(lonLat: Point): Point {
  const [easting, northing] = toPl2000(lonLat);
  return [easting - ORIGIN_EASTING, northing - ORIGIN_NORTHING];
}

/** Metres of the model → longitude, latitude. */
export function toLonLat([x, y]: Point): Point {
  return fromPl2000([x + ORIGIN_EASTING, y + ORIGIN_NORTHING]);
}

export const roundCm = (metres: number): number => Math.round(metres * 100) / 100;
export const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
export const between = (a: Point, b: Point, share: number): Point => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
export const at = <T>(items: readonly T[], index: number): T => items[((index % items.length) + items.length) % items.length]!;

/** Unit vector from a to b; [1, 0] when they coincide. */
export function direction(a: Point, b: Point): Point {
  const length = distance(a, b);
  return length === 0 ? [1, 0] : [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}

export const cross = (a: Point, b: Point): number => a[0] * b[1] - a[1] * b[0];
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];

/** Signed area, m²; positive when counter-clockwise. */
export function ringArea(ring: Ring): number {
  // Relative to the first point: full coordinates would cost digits.
  const [x0, y0] = ring[0]!;
  let twice = 0;
  for (let i = 1; i + 1 < ring.length; i++) twice += (ring[i]![0] - x0) * (ring[i + 1]![1] - y0) - (ring[i + 1]![0] - x0) * (ring[i]![1] - y0);
  return twice / 2;
}

export function ringCentroid(ring: Ring): Point {
  const [x0, y0] = ring[0]!;
  let [sx, sy, twice] = [0, 0, 0];
  for (let i = 1; i + 1 < ring.length; i++) {
    const [ax, ay, bx, by] = [ring[i]![0] - x0, ring[i]![1] - y0, ring[i + 1]![0] - x0, ring[i + 1]![1] - y0];
    const weight = ax * by - bx * ay;
    sx += (ax + bx) * weight;
    sy += (ay + by) * weight;
    twice += weight;
  }
  return twice === 0 ? [x0, y0] : [x0 + sx / (3 * twice), y0 + sy / (3 * twice)];
}

export function ringContains(ring: Ring, [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** A point surely inside: the middle of the widest stretch of a horizontal line through the ring, the centroid when that is inside. */
export function pointInside(ring: Ring): Point {
  const centroid = ringCentroid(ring);
  if (ringContains(ring, centroid)) return centroid;
  const heights = ring.map((p) => p[1]);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  let best: { width: number; point: Point } = { width: -1, point: centroid };
  for (const share of [0.5, 0.31, 0.73, 0.13, 0.89]) {
    const y = low + (high - low) * share;
    const xs: number[] = [];
    for (let i = 0; i < ring.length; i++) {
      const [a, b] = [ring[i]!, at(ring, i + 1)];
      if (a[1] > y !== b[1] > y) xs.push(a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]));
    }
    xs.sort((p, q) => p - q);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const width = xs[i + 1]! - xs[i]!;
      if (width > best.width) best = { width, point: [xs[i]! + width / 2, y] };
    }
  }
  return best.point;
}

/** Shares along a–b and c–d of their crossing; null when parallel. */
export function crossing(a: Point, b: Point, c: Point, d: Point): { alongFirst: number; alongSecond: number } | null {
  const r: Point = [b[0] - a[0], b[1] - a[1]];
  const s: Point = [d[0] - c[0], d[1] - c[1]];
  const denominator = cross(r, s);
  if (Math.abs(denominator) < 1e-12) return null;
  const q: Point = [c[0] - a[0], c[1] - a[1]];
  return { alongFirst: cross(q, s) / denominator, alongSecond: cross(q, r) / denominator };
}

/** Where p falls on a–b (share, may lie outside 0–1) and how far it is from that segment, m. */
export function foot(p: Point, a: Point, b: Point): { share: number; distance: number } {
  const v: Point = [b[0] - a[0], b[1] - a[1]];
  const length = dot(v, v);
  const share = length === 0 ? 0 : dot([p[0] - a[0], p[1] - a[1]], v) / length;
  return { share, distance: distance(p, between(a, b, Math.max(0, Math.min(1, share)))) };
}

/** True when no two sides of the ring meet except neighbours at their common point. */
export function isSimple(ring: Ring): boolean {
  for (let i = 0; i < ring.length; i++) {
    for (let j = i + 2; j < ring.length; j++) {
      if (i === 0 && j === ring.length - 1) continue;
      const hit = crossing(ring[i]!, at(ring, i + 1), ring[j]!, at(ring, j + 1));
      if (hit && hit.alongFirst >= -1e-9 && hit.alongFirst <= 1 + 1e-9 && hit.alongSecond >= -1e-9 && hit.alongSecond <= 1 + 1e-9) return false;
    }
  }
  return true;
}
