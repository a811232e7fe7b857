/** Joining polygons that share borders into one. Edges that both have disappear, all others stay as they were: no vertex is moved or lost. */
import type { Position, Shape } from './drawing.ts';
import { inRing, nearestOn, signedArea } from './planar.ts';
import { split } from './split.ts';

type Body = Pick<Shape, 'kind' | 'vertices' | 'holes'>;
type Line = readonly Position[];
type Edge = readonly [from: Position, to: Position];

/** About two centimetres, as cuts have it. */
const NEAR = 2e-7;
const word = ([x, y]: Position): string => `${x} ${y}`;
const directed = (ring: Line, sign: 1 | -1): Line => (Math.sign(signedArea(ring)) === sign ? ring : ring.toReversed());
const edgesOf = (ring: Line): Edge[] => ring.map((from, at) => [from, ring[(at + 1) % ring.length]!]);

/** A ring with the vertices of others that lie on its edges. */
function noded(ring: Line, others: readonly Position[]): Line {
  return edgesOf(ring).flatMap(([from, to]) => {
    const [west, east] = [Math.min(from[0], to[0]) - NEAR, Math.max(from[0], to[0]) + NEAR];
    const stops = others.filter((at) => at[0] >= west && at[0] <= east && Math.hypot(at[0] - from[0], at[1] - from[1]) > NEAR && Math.hypot(at[0] - to[0], at[1] - to[1]) > NEAR)
      .map((at) => ({ at, ...pick(nearestOn(at, from, to)) })).filter(({ distance }) => distance <= NEAR);
    return [from, ...stops.toSorted((one, other) => one.along - other.along).map(({ at }) => at)];
  });
}
const pick = ({ along, distance }: { readonly along: number; readonly distance: number }) => ({ along, distance });

/** Rings walked with the inside at the left. */
function walk(edges: readonly Edge[]): Line[] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) leaving.set(word(edge[0]), [...(leaving.get(word(edge[0])) ?? []), edge]);
  const angle = ([from, to]: Edge) => Math.atan2(to[1] - from[1], to[0] - from[0]);
  const done = new Set<Edge>();
  return edges.flatMap((first) => {
    const ring: Position[] = [];
    for (let edge: Edge | undefined = first; edge && !done.has(edge);) {
      done.add(edge);
      ring.push(edge[0]);
      const back = angle([edge[1], edge[0]]);
      const turn = (way: Edge) => (back - angle(way) + 4 * Math.PI - 1e-12) % (2 * Math.PI);
      edge = (leaving.get(word(edge[1])) ?? []).filter((way) => !done.has(way)).toSorted((one, other) => turn(one) - turn(other))[0];
    }
    return ring.length >= 3 ? [ring] : [];
  });
}

/** One polygon, or several where the parts hang together nowhere else; null where they share no border, or overlap. Places that are all but the same become the first one's. */
export function join(shapes: readonly Body[]): Body[] | null {
  const known: Position[] = [];
  const settled = (at: Position): Position => {
    const same = known.find((one) => Math.hypot(one[0] - at[0], one[1] - at[1]) <= NEAR);
    if (same) return same;
    known.push(at);
    return at;
  };
  const bounds = shapes.flatMap(({ vertices, holes = [] }) => [directed(vertices.map(settled), 1), ...holes.map((hole) => directed(hole.map(settled), -1))]);
  const edges = bounds.flatMap((ring) => edgesOf(noded(ring, known))).filter(([from, to]) => word(from) !== word(to));
  const counted = new Map<string, number>();
  for (const [from, to] of edges) counted.set(`${word(from)}>${word(to)}`, (counted.get(`${word(from)}>${word(to)}`) ?? 0) + 1);
  // The same edge in the same direction twice: they lie over one another.
  if ([...counted.values()].some((count) => count > 1)) return null;
  const left = edges.filter(([from, to]) => !counted.has(`${word(to)}>${word(from)}`));
  if (left.length === edges.length || left.length === 0) return null;
  const rings = walk(left);
  const outer = rings.filter((ring) => signedArea(ring) > 0).toSorted((one, other) => signedArea(one) - signedArea(other)).map((vertices) => ({ kind: 'polygon' as const, vertices, holes: [] as Line[] }));
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) outer.find(({ vertices }) => signedArea(vertices) > -signedArea(hole) && hole.some((at) => !vertices.some((one) => word(one) === word(at)) && inRing(at, vertices)))?.holes.push(hole);
  const sum = (all: readonly Line[]) => all.reduce((area, ring) => area + signedArea(ring), 0);
  if (Math.abs(sum(rings) - sum(bounds)) > 1e-6 * Math.abs(sum(bounds)) || crossEachOther(shapes)) return null;
  return outer.map(({ holes, ...rest }) => ({ ...rest, ...(holes.length > 0 ? { holes } : {}) }));
}

/** A border that goes right through another shape. */
const crossEachOther = (shapes: readonly Body[]): boolean =>
  shapes.some((one, at) => shapes.some((other, index) => index !== at && split({ ...one, kind: 'polygon' }, [...other.vertices, other.vertices[0]!]) !== null));
