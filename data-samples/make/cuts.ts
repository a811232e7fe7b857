/** How a cut through a face begins, runs and ends. */
import type { PlanarMap } from './planar-map.ts';
import { at, between, cross, crossing, distance, dot, type Point, type Ring } from './plane.ts';

export type CutEnd = { node: number; point: Point } | { edge: [number, number]; point: Point };

/** The longest stretch inside the outline of the line through a point; ends carry the index of the side they lie on. */
export function longestChord(outline: readonly Point[], through: Point, towards: Point): { from: ChordEnd; to: ChordEnd } | null {
  const hits: ChordEnd[] = [];
  outline.forEach((a, side) => {
    const b = outline[(side + 1) % outline.length]!;
    const [sa, sb] = [cross(towards, [a[0] - through[0], a[1] - through[1]]), cross(towards, [b[0] - through[0], b[1] - through[1]])];
    if (sa > 0 === sb > 0) return;
    const share = sa / (sa - sb);
    const point: Point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    hits.push({ side, point, along: dot([point[0] - through[0], point[1] - through[1]], towards) });
  });
  hits.sort((p, q) => p.along - q.along);
  let best: { from: ChordEnd; to: ChordEnd } | null = null;
  for (let i = 0; i + 1 < hits.length; i += 2) {
    const [from, to] = [hits[i]!, hits[i + 1]!];
    if (!best || to.along - from.along > best.to.along - best.from.along) best = { from, to };
  }
  return best;
}

/** Where a chord meets the border: index of the side, place, and position along the chord. */
export interface ChordEnd { readonly side: number; readonly point: Point; readonly along: number }

/** An end on a side of the face, moved to a node of the border when one is nearer than `reach` m (streets then go on across it). */
export function snappedEnd(map: PlanarMap, face: number, end: ChordEnd, reach: number): CutEnd {
  const ring = map.ring(face);
  const [u, v] = [ring[end.side]!, at(ring, end.side + 1)];
  const [du, dv] = [distance(map.point(u), end.point), distance(map.point(v), end.point)];
  const near = du <= dv ? u : v;
  if (Math.min(du, dv) < reach) return { node: near, point: map.point(near) };
  return { edge: [u, v], point: end.point };
}

/**
 * A path between two border points, bent by `bend` (share of its length); straight when the bend would leave the outline; null when even that
 * does.
 */
export function curveBetween(outline: Ring, from: Point, to: Point, bend: number, step: number): Point[] | null {
  const length = distance(from, to);
  for (const size of [bend, bend / 3, 0]) {
    const control: Point = [(from[0] + to[0]) / 2 - (to[1] - from[1]) * 2 * size, (from[1] + to[1]) / 2 + (to[0] - from[0]) * 2 * size];
    const count = Math.abs(size) * length < 1 ? 1 : Math.max(2, Math.round(length / step));
    const path = Array.from({ length: count + 1 }, (_, i) => {
      const t = i / count;
      return between(between(from, control, t), between(control, to, t), t);
    });
    if (clear(outline, path)) return path;
  }
  return null;
}

/** True when the path touches the outline at its two ends only and keeps a little away from it elsewhere. */
function clear(outline: Ring, path: readonly Point[]): boolean {
  for (let i = 0; i + 1 < path.length; i++) {
    const [p, q] = [path[i]!, path[i + 1]!];
    const slack = 1 / distance(p, q);
    for (let k = 0; k < outline.length; k++) {
      const hit = crossing(p, q, outline[k]!, at(outline, k + 1));
      if (!hit || hit.alongSecond < -1e-9 || hit.alongSecond > 1 + 1e-9) continue;
      const low = i === 0 ? slack : -1e-9;
      const high = i === path.length - 2 ? 1 - slack : 1 + 1e-9;
      if (hit.alongFirst > low && hit.alongFirst < high) return false;
    }
  }
  return true;
}
