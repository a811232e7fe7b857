/** City, districts and registration units on one set of shared lines, so that neighbours have the same border to the centimetre. */
import { arrange } from './arrangement.ts';
import { facts } from './facts.ts';
import { distance, pointInside, ringCentroid, ringContains, type Point, type Ring } from './plane.ts';
import { sideKey, type PlanarMap } from './planar-map.ts';

// Outlines of districts and of units were generalised apart, to about 100 m: what is nearer than this is the same line.
const SAME_LINE_M = 70;

export interface Borders {
  readonly map: PlanarMap;
  /** Face → district number and unit id. */
  readonly districtOf: ReadonlyMap<number, number>;
  readonly unitOf: ReadonlyMap<number, string>;
  readonly cityOutline: Ring;
  /** Border lines between two units, each a pair of points. */
  readonly unitBorders: readonly (readonly [Point, Point])[];
}

/** The member whose outline holds the point; the nearest one for slivers between two generalisations. */
function holder<T extends { outline: Ring }>(members: readonly T[], point: Point): T {
  const nearest = (member: T) => Math.min(...member.outline.map((p) => distance(p, point)), distance(ringCentroid(member.outline), point));
  return members.find((member) => ringContains(member.outline, point)) ?? members.reduce((a, b) => (nearest(b) < nearest(a) ? b : a));
}

export function makeBorders(): Borders {
  const closed = (ring: Ring) => [...ring, ring[0]!];
  const districtLines = facts.districts.map(({ outline }) => ({ points: closed(outline), info: 'district' }));
  // Only the lines between two units: their outer border is the city's, which the districts give.
  const sides = new Map<string, { count: number; points: Point[] }>();
  for (const { outline } of facts.cadastralUnits) {
    outline.forEach((a, i) => {
      const b = outline[(i + 1) % outline.length]!;
      const name = [a.join(), b.join()].sort().join(' ');
      sides.set(name, { count: (sides.get(name)?.count ?? 0) + 1, points: [a, b] });
    });
  }
  const unitLines = [...sides.values()].filter((side) => side.count === 2).map(({ points }) => ({ points, info: 'unit' }));
  const { map } = arrange([...districtLines, ...unitLines], SAME_LINE_M);
  const districtOf = new Map<number, number>();
  const unitOf = new Map<number, string>();
  for (const face of map.faces()) {
    const inside = pointInside(map.outline(face));
    districtOf.set(face, holder(facts.districts, inside).number);
    unitOf.set(face, holder(facts.cadastralUnits, inside).id);
  }
  const outer = map.dissolve(map.faces()).map((polygon) => polygon[0]!).reduce((a, b) => (b.length > a.length ? b : a));
  const unitBorders: [Point, Point][] = [];
  const seen = new Set<number>();
  for (const face of map.faces()) {
    map.ring(face).forEach((u, i, ring) => {
      const v = ring[(i + 1) % ring.length]!;
      const twin = map.faceOf.get(v * 2 ** 21 + u);
      if (twin === undefined || unitOf.get(twin) === unitOf.get(face) || seen.has(sideKey(u, v))) return;
      seen.add(sideKey(u, v));
      unitBorders.push([map.point(u), map.point(v)]);
    });
  }
  return { map, districtOf, unitOf, cityOutline: outer.map((node) => map.point(node)), unitBorders };
}
