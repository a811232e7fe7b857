/** Measures of an outline that guide how it is cut. */
import { at, direction, distance, dot, type Point, type Ring } from './plane.ts';

/** Unit vector of the direction that most of the border follows (or stands square to), weighted by length squared. */
export function dominantDirection(ring: Ring): Point {
  // Fourfold angle: a side and its perpendicular count as the same direction.
  let [c, s] = [0, 0];
  let longest: { size: number; angle: number } = { size: 0, angle: 0 };
  ring.forEach((a, i) => {
    const b = at(ring, i + 1);
    const [dx, dy] = direction(a, b);
    const angle = Math.atan2(dy, dx);
    const size = distance(a, b) ** 2;
    c += size * Math.cos(4 * angle);
    s += size * Math.sin(4 * angle);
    if (size > longest.size) longest = { size, angle };
  });
  const angle = Math.hypot(c, s) < 1e-6 ? longest.angle : Math.atan2(s, c) / 4;
  return [Math.cos(angle), Math.sin(angle)];
}

/** Lowest position along a direction and the size of the outline in it, m. */
export function extentAlong(ring: Ring, axis: Point): { low: number; size: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const p of ring) {
    const position = dot(p, axis);
    low = Math.min(low, position);
    high = Math.max(high, position);
  }
  return { low, size: high - low };
}
