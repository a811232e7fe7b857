/** Cutting a polygon or a line along a drawn line. The parts share the vertices of the cut; everywhere else they have those that were there. */
import type { Position, Shape } from './drawing.ts';
import { crossing, inRing, nearestOn, signedArea } from './planar.ts';

type Body = Omit<Shape, 'id'>;
type Line = readonly Position[];
type Edge = readonly [from: Position, to: Position];

/** About two centimetres: a place that is snapped to an edge lies on it within a rounded digit. */
const NEAR = 2e-7;
const word = ([x, y]: Position): string => `${x} ${y}`;
const edgesOf = (line: Line, closed: boolean): Edge[] => line.flatMap((from, at) => (at + 1 < line.length ? [[from, line[at + 1]!]] : closed ? [[from, line[0]!]] : []) as Edge[]);
const isNear = (one: Position, other: Position): boolean => Math.hypot(one[0] - other[0], one[1] - other[1]) <= NEAR;

/** Vertices of the cut that all but touch the outline are put on it. */
function touching(cut: Line, edges: readonly Edge[]): Line {
  return cut.map((at) => {
    const corner = edges.find(([from]) => isNear(at, from))?.[0];
    if (corner) return corner;
    const near = edges.map(([from, to]) => nearestOn(at, from, to)).reduce((best, one) => (one.distance < best.distance ? one : best));
    return near.distance <= NEAR ? near.at : at;
  });
}

/** Every edge in pieces between the places where it meets another; the same place has the same figures on both. */
function noded(outline: readonly Edge[], cut: readonly Edge[]): { readonly outline: Edge[]; readonly cut: Edge[] } {
  const all = [...outline, ...cut];
  const stops: { along: number; at: Position }[][] = all.map(() => []);
  const stop = (index: number, at: Position) => {
    const [from, to] = all[index]!;
    if (word(at) !== word(from) && word(at) !== word(to)) stops[index]!.push({ along: nearestOn(at, from, to).along, at });
  };
  for (let one = 0; one < all.length; one++) {
    // Edges of the outline meet one another in their ends only.
    for (let other = Math.max(one + 1, outline.length); other < all.length; other++) {
      const [a, b] = all[one]!;
      const [c, d] = all[other]!;
      const ends = ([[c, a, b, one], [d, a, b, one], [a, c, d, other], [b, c, d, other]] as const).filter(([at, from, to]) => nearestOn(at, from, to).distance <= NEAR);
      for (const [at, , , index] of ends) stop(index, at);
      const met = ends.length > 0 ? null : crossing(a, b, c, d);
      if (met) [one, other].forEach((index) => stop(index, met.at));
    }
  }
  const pieces = all.map(([from, to], index) => {
    const places = [from, ...stops[index]!.toSorted((one, other) => one.along - other.along).map(({ at }) => at), to];
    return edgesOf(places, false).filter(([start, end]) => word(start) !== word(end));
  });
  return { outline: pieces.slice(0, outline.length).flat(), cut: pieces.slice(outline.length).flat() };
}

/** What leads nowhere is no border: edges with a free end go, until none has one. */
function withoutDeadEnds(cut: readonly Edge[], outline: readonly Edge[]): Edge[] {
  let left = [...cut];
  for (;;) {
    const degree = new Map<string, number>();
    for (const edge of [...outline, ...left]) for (const at of edge) degree.set(word(at), (degree.get(word(at)) ?? 0) + 1);
    const kept = left.filter((edge) => edge.every((at) => degree.get(word(at))! > 1));
    if (kept.length === left.length) return left;
    left = kept;
  }
}

/** Rings walked with the inside at the left: outlines are walked one way, the cut both ways. */
function rings(directed: readonly Edge[]): Line[] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of directed) leaving.set(word(edge[0]), [...(leaving.get(word(edge[0])) ?? []), edge]);
  const angle = ([from, to]: Edge) => Math.atan2(to[1] - from[1], to[0] - from[0]);
  const done = new Set<Edge>();
  return directed.flatMap((first) => {
    const ring: Position[] = [];
    for (let edge = first; !done.has(edge);) {
      done.add(edge);
      ring.push(edge[0]);
      const back = angle([edge[1], edge[0]]);
      // The sharpest turn to the left: the first way clockwise from where we came.
      const turn = (way: Edge) => (back - angle(way) + 4 * Math.PI - 1e-12) % (2 * Math.PI);
      edge = (leaving.get(word(edge[1])) ?? []).reduce((best, way) => (turn(way) < turn(best) ? way : best));
    }
    return ring.length >= 3 ? [ring] : [];
  });
}

const directedAs = (ring: Line, sign: 1 | -1): Line => (Math.sign(signedArea(ring)) === sign ? ring : ring.toReversed());

function splitPolygon({ kind, vertices, holes = [] }: Body, line: Line): Body[] | null {
  const bounds = [directedAs(vertices, 1), ...holes.map((hole) => directedAs(hole, -1))];
  const edges = bounds.flatMap((ring) => edgesOf(ring, true));
  const { outline, cut } = noded(edges, edgesOf(touching(line, edges), false));
  const inside = ([from, to]: Edge) => {
    const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    return inRing(middle, vertices) && !holes.some((hole) => inRing(middle, hole)) && edges.every(([start, end]) => nearestOn(middle, start, end).distance > NEAR / 4);
  };
  const border = withoutDeadEnds([...new Map(cut.filter(inside).map((edge) => [edge.map(word).toSorted().join(), edge])).values()], outline);
  if (border.length === 0) return null;
  const walked = rings([...outline, ...border, ...border.map(([from, to]): Edge => [to, from])]);
  const parts = walked.filter((ring) => signedArea(ring) > 0).toSorted((one, other) => signedArea(one) - signedArea(other)).map((ring) => ({ ring, holes: [] as Line[] }));
  for (const hole of walked.filter((ring) => signedArea(ring) < 0)) {
    parts.find(({ ring }) => signedArea(ring) > -signedArea(hole) * (1 + 1e-9) && hole.some((at) => !ring.some((vertex) => word(vertex) === word(at)) && inRing(at, ring)))?.holes.push(hole);
  }
  return parts.length > 1 ? parts.map((part) => ({ kind, vertices: part.ring, ...(part.holes.length > 0 ? { holes: part.holes } : {}) })) : null;
}

function splitLine({ kind, vertices }: Body, line: Line): Body[] | null {
  const edges = edgesOf(vertices, false);
  const { outline } = noded(edges, edgesOf(touching(line, edges), false));
  const given = new Set(vertices.map(word));
  const touched = new Set(touching(line, edges).map(word));
  const parts: Position[][] = [];
  for (const [from, to] of outline) {
    const isCut = !given.has(word(from)) || touched.has(word(from)) || line.some((at, index) => index > 0 && nearestOn(from, line[index - 1]!, at).distance <= NEAR / 4);
    const last = parts.at(-1);
    if (!last || isCut) parts.push([from, to]);
    else last.push(to);
  }
  return parts.length > 1 ? parts.map((part) => ({ kind, vertices: part })) : null;
}

/** The parts of a shape cut along `line`; null where the line does not go through it. Points, rectangles and circles are not cut. */
export function split(shape: Body, line: Line): Body[] | null {
  if (line.length < 2) return null;
  return shape.kind === 'polygon' ? splitPolygon(shape, line) : shape.kind === 'line' ? splitLine(shape, line) : null;
}
