/** Small plane geometry in degrees: fine for topology over a city, never for measures. */
import type { Position } from './drawing.ts';

/** Twice the signed area; positive counter-clockwise. */
export const signedArea = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

/** Whether a place lies within a ring (not closed); on its edge it may be either. */
export function inRing([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1, y1] = ring[at]!;
    const [x2, y2] = ring[before]!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** The place of a segment that is nearest to another, and how far along it lies (0–1). `squeeze`: how much shorter a degree of longitude is. */
export function nearestOn(at: Position, from: Position, to: Position, squeeze = 1): { readonly at: Position; readonly along: number; readonly distance: number } {
  const [dx, dy] = [(to[0] - from[0]) * squeeze, to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((at[0] - from[0]) * squeeze * dx + (at[1] - from[1]) * dy) / length));
  const found: Position = along === 0 ? from : along === 1 ? to : [from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along];
  return { at: found, along, distance: Math.hypot((at[0] - found[0]) * squeeze, at[1] - found[1]) };
}

/** Where two segments cross, with the shares along each; null where they do not, or lie in one direction. */
export function crossing(a: Position, b: Position, c: Position, d: Position): { readonly at: Position; readonly first: number; readonly second: number } | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const first = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const second = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  return first < 0 || first > 1 || second < 0 || second > 1 ? null : { at: [a[0] + rx * first, a[1] + ry * first], first, second };
}
