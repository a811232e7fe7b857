/** The land of a face without the strips of the lines around it: every corner of the face moves inwards by the half widths of its two lines. */
import { at, cross, direction, dot, isSimple, ringArea, type Point, type Ring } from './plane.ts';

/** A side of the face: where it starts, its direction and the half width of its line, m. */
interface Side { readonly start: Point; readonly along: Point; readonly width: number }

const PARALLEL = 0.08;

/** Where the borders of two strips meet; null when they are as good as parallel. */
function meeting(first: Side, second: Side): Point | null {
  const turn = cross(first.along, second.along);
  if (Math.abs(turn) < PARALLEL) return null;
  const a: Point = [first.start[0] - first.along[1] * first.width, first.start[1] + first.along[0] * first.width];
  const b: Point = [second.start[0] - second.along[1] * second.width, second.start[1] + second.along[0] * second.width];
  const share = cross([b[0] - a[0], b[1] - a[1]], second.along) / turn;
  return [a[0] + first.along[0] * share, a[1] + first.along[1] * share];
}

/** The corner between two sides that meet in `node`. A line without width must keep its corner on itself: so no averaging with one. */
function corner(node: Point, first: Side, second: Side): Point {
  if (first.width === 0 && second.width === 0) return node;
  const met = meeting(first, second);
  const reach = 6 * Math.max(first.width, second.width) + 5;
  if (met && Math.hypot(met[0] - node[0], met[1] - node[1]) < reach) return met;
  if (first.width === 0 || second.width === 0) return node;
  const width = (first.width + second.width) / 2;
  const normal: Point = [-(first.along[1] + second.along[1]), first.along[0] + second.along[0]];
  const length = Math.hypot(...normal) || 1;
  return [node[0] + (normal[0] / length) * width, node[1] + (normal[1] / length) * width];
}

/**
 * The corners of a face moved inwards, one per node of its ring (several may coincide where a short side vanished).
 * Null when nothing sound is left: the face is then too thin to hold a block.
 */
export function insetCorners(outline: Ring, widths: readonly number[]): Point[] | null {
  const sides = outline.map((start, i): Side => ({ start, along: direction(start, at(outline, i + 1)), width: widths[i]! }));
  let alive = outline.map((_, i) => i);
  while (alive.length >= 3) {
    // corners[k]: between the living sides k−1 and k. Where sides between them died, all their nodes share that corner.
    const corners = alive.map((side, k): Point => {
      const before = at(alive, k - 1);
      if ((before + 1) % outline.length === side) return corner(outline[side]!, sides[before]!, sides[side]!);
      return meeting(sides[before]!, sides[side]!) ?? corner(outline[side]!, sides[before]!, sides[side]!);
    });
    const dead = alive.findIndex((side, k) => {
      const [from, to] = [corners[k]!, at(corners, k + 1)];
      return dot([to[0] - from[0], to[1] - from[1]], sides[side]!.along) < 0.6;
    });
    if (dead >= 0) {
      // A line without width cannot vanish: its corners must stay on it.
      if (sides[alive[dead]!]!.width === 0) return null;
      alive = alive.filter((_, k) => k !== dead);
      continue;
    }
    if (ringArea(corners) < 0.12 * ringArea(outline) || !isSimple(corners)) return null;
    const result: Point[] = [];
    let k = 0;
    // Node i starts side i: its corner is that of the first living side at or after it.
    for (let i = 0; i < outline.length; i++) {
      while (k < alive.length && alive[k]! < i) k++;
      result.push(at(corners, k));
    }
    return result;
  }
  return null;
}
