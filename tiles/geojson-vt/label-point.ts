/** Where the label of a polygon stands that is in no database: the rule of ST_PointOnSurface, in longitude and latitude. */
import type { Geometry, Position } from 'geojson';
import type { LonLat } from './source.ts';

/**
 * The middle of the widest stretch inside, of all parts, on the line halfway between the two vertices next to the middle of each part's
 * height; never through a vertex, so that inside and outside cannot be confused. Undefined for anything without area.
 */
export function labelPoint(geometry: Geometry): LonLat | undefined {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return parts.flatMap(widestStretch).sort((a, b) => b.width - a.width)[0]?.point;
}

function widestStretch(rings: readonly Position[][]): { point: LonLat; width: number }[] {
  const y = scanHeight(rings[0] ?? []);
  const crossings = rings.flatMap((ring) => ring.slice(1).flatMap((to, i) => crossing(ring[i]!, to, y))).sort((a, b) => a - b);
  return crossings.flatMap((west, i) => {
    const east = crossings[i + 1];
    return i % 2 === 0 && east !== undefined && east > west ? [{ point: [(west + east) / 2, y] as const, width: east - west }] : [];
  });
}

function scanHeight(ring: readonly Position[]): number {
  const heights = ring.map((position) => position[1] ?? 0);
  const [south, north] = [Math.min(...heights), Math.max(...heights)];
  const middle = (south + north) / 2;
  const below = Math.max(...heights.filter((height) => height <= middle), south);
  const above = Math.min(...heights.filter((height) => height > middle), north);
  return (below + above) / 2;
}

function crossing([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position, y: number): number[] {
  return (y1 > y) === (y2 > y) ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
}
