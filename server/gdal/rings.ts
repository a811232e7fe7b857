/** Mends what is plainly an oversight in rings and lines before GEOS sees them: a ring left open, a ring or line with no extent. */
import type { Coordinate, StoredGeometry } from './geometry.ts';

/** The geometry with rings closed and collapsed parts dropped, and in words what was done (null: nothing). */
export function mendRings(geometry: StoredGeometry): { geometry: StoredGeometry; how: string | null } {
  let closed = 0;
  let dropped = 0;
  const closeRing = (ring: Coordinate[]): Coordinate[] => {
    const [first, last] = [ring[0], ring.at(-1)];
    if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
    closed += 1;
    return [...ring, [...first]];
  };
  const longEnough = (least: number) => (path: Coordinate[]): boolean => {
    if (path.length >= least) return true;
    dropped += 1;
    return false;
  };
  const mended = ((): StoredGeometry => {
    if (geometry.type === 'Point') return geometry;
    if (geometry.type === 'MultiLineString') return { type: geometry.type, coordinates: geometry.coordinates.filter(longEnough(2)) };
    const polygons = geometry.coordinates.map((rings) => rings.map(closeRing)).filter(([shell]) => shell !== undefined && longEnough(4)(shell));
    return { type: geometry.type, coordinates: polygons.map(([shell, ...holes]) => [shell!, ...holes.filter(longEnough(4))]) };
  })();
  const how = [closed > 0 && `${closed} open ring(s) closed`, dropped > 0 && `${dropped} part(s) without extent dropped`].filter(Boolean).join(', ');
  return { geometry: mended, how: how || null };
}
