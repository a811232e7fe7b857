/** Turns crossing lines into a planar map: nodes at every crossing, loose ends cut off, faces between. */
import { between, crossing, distance, foot, pointInside, ringArea, ringContains, type Point, type Ring } from './plane.ts';
import { edgeKey, PlanarMap, sideKey } from './planar-map.ts';

export interface Line<Info> {
  readonly points: readonly Point[];
  readonly info: Info;
}

export interface Arrangement<Info> {
  readonly map: PlanarMap;
  /** What each edge is, by `sideKey`. Where lines coincide the one that comes first in the list counts. */
  readonly edges: Map<number, Info>;
}

interface Segment<Info> { a: Point; b: Point; info: Info }

const CELL_M = 250;

/** Squares of a grid that a segment's box touches. */
function* squaresOf(a: Point, b: Point, margin: number): Generator<number> {
  const [x1, x2] = [Math.min(a[0], b[0]) - margin, Math.max(a[0], b[0]) + margin];
  const [y1, y2] = [Math.min(a[1], b[1]) - margin, Math.max(a[1], b[1]) + margin];
  for (let x = Math.floor(x1 / CELL_M); x <= Math.floor(x2 / CELL_M); x++) {
    for (let y = Math.floor(y1 / CELL_M); y <= Math.floor(y2 / CELL_M); y++) yield x * 100_000 + y;
  }
}

/** Segments by grid square, for finding those near a segment. */
export class SegmentIndex<S extends { a: Point; b: Point }> {
  readonly #squares = new Map<number, S[]>();

  add(segment: S): void {
    for (const square of squaresOf(segment.a, segment.b, 0)) {
      const list = this.#squares.get(square);
      if (list) list.push(segment); else this.#squares.set(square, [segment]);
    }
  }

  near(a: Point, b: Point, margin: number): Set<S> {
    const found = new Set<S>();
    for (const square of squaresOf(a, b, margin)) for (const segment of this.#squares.get(square) ?? []) found.add(segment);
    return found;
  }
}

/** Moves points that are nearer than the tolerance onto the first of them. */
function snapper(tolerance: number): (p: Point) => Point {
  const squares = new Map<number, Point[]>();
  const squareOf = (x: number, y: number) => Math.floor(x / tolerance) * 10_000_000 + Math.floor(y / tolerance);
  return (p) => {
    for (const dx of [-tolerance, 0, tolerance]) {
      for (const dy of [-tolerance, 0, tolerance]) {
        for (const q of squares.get(squareOf(p[0] + dx, p[1] + dy)) ?? []) if (distance(p, q) < tolerance) return q;
      }
    }
    const rounded: Point = [Math.round(p[0] * 100) / 100, Math.round(p[1] * 100) / 100];
    const square = squareOf(rounded[0], rounded[1]);
    const list = squares.get(square);
    if (list) list.push(rounded); else squares.set(square, [rounded]);
    return rounded;
  };
}

/** One pass: splits every segment where another crosses or ends on it. Snapping moves segments a little, so passes repeat. */
function splitAtCrossings<Info>(segments: readonly Segment<Info>[], tolerance: number, snap: (p: Point) => Point): Segment<Info>[] {
  const index = new SegmentIndex<Segment<Info>>();
  for (const segment of segments) index.add(segment);
  const seen = new Set<string>();
  return segments.flatMap((segment) => {
    const { a, b, info } = segment;
    const cuts: { share: number; point: Point }[] = [{ share: 0, point: a }, { share: 1, point: b }];
    for (const other of index.near(a, b, tolerance)) {
      if (other === segment) continue;
      for (const end of [other.a, other.b]) {
        const { share, distance: off } = foot(end, a, b);
        if (off < tolerance && share > 0 && share < 1) cuts.push({ share, point: end });
      }
      const hit = crossing(a, b, other.a, other.b);
      if (hit && hit.alongFirst > 0 && hit.alongFirst < 1 && hit.alongSecond > 0 && hit.alongSecond < 1) {
        cuts.push({ share: hit.alongFirst, point: snap(between(a, b, hit.alongFirst)) });
      }
    }
    cuts.sort((p, q) => p.share - q.share);
    const parts: Segment<Info>[] = [];
    for (let i = 1; i < cuts.length; i++) {
      const [p, q] = [cuts[i - 1]!.point, cuts[i]!.point];
      if (p[0] === q[0] && p[1] === q[1]) continue;
      const name = p[0] < q[0] || (p[0] === q[0] && p[1] < q[1]) ? `${p.join()} ${q.join()}` : `${q.join()} ${p.join()}`;
      if (seen.has(name)) continue;
      seen.add(name);
      parts.push({ a: p, b: q, info });
    }
    return parts;
  });
}

/** Cuts off edges that end nowhere, until every node joins at least two. */
function withoutLooseEnds(ends: Map<number, Set<number>>): void {
  const loose = [...ends.keys()].filter((node) => ends.get(node)!.size === 1);
  while (loose.length > 0) {
    const node = loose.pop()!;
    for (const other of ends.get(node) ?? []) {
      ends.get(other)!.delete(node);
      if (ends.get(other)!.size === 1) loose.push(other);
    }
    ends.delete(node);
  }
}

/** Walks the border of every face; faces lie to the left, so bounded ones run counter-clockwise. */
function traceFaces(map: PlanarMap, ends: Map<number, Set<number>>): void {
  const around = new Map<number, number[]>();
  for (const [node, others] of ends) {
    const [x, y] = map.point(node);
    const angle = (other: number) => Math.atan2(map.point(other)[1] - y, map.point(other)[0] - x);
    around.set(node, [...others].sort((p, q) => angle(p) - angle(q)));
  }
  const done = new Set<number>();
  const pockets: Ring[] = [];
  for (const [start, others] of around) {
    for (const first of others) {
      if (done.has(edgeKey(start, first))) continue;
      const ring: number[] = [];
      let [u, v] = [start, first];
      while (!done.has(edgeKey(u, v))) {
        done.add(edgeKey(u, v));
        ring.push(u);
        const spokes = around.get(v)!;
        [u, v] = [v, spokes[(spokes.indexOf(u) - 1 + spokes.length) % spokes.length]!];
      }
      const loops = loopsOf(ring).map((loop) => ({ loop, outline: loop.map((node) => map.point(node)) }))
        .sort((a, b) => ringArea(b.outline) - ringArea(a.outline));
      const [outer, ...hanging] = loops;
      if (!outer || outer.loop.length < 3 || ringArea(outer.outline) <= 0) continue;
      map.addFace(outer.loop);
      pockets.push(...hanging.filter(({ loop }) => loop.length > 2).map(({ outline }) => outline));
    }
  }
  // What hangs in a face by one node only is given up: the face around it takes its land.
  for (const face of pockets.length > 0 ? map.faces() : []) {
    const inside = pointInside(map.outline(face));
    if (pockets.some((pocket) => ringContains(pocket, inside) && Math.abs(ringArea(pocket)) >= map.area(face) - 1)) map.removeFace(face);
  }
}

/** Cuts a walk at nodes that it visits twice. */
function loopsOf(walk: readonly number[]): number[][] {
  const loops: number[][] = [];
  const open: number[] = [];
  for (const node of walk) {
    const seen = open.indexOf(node);
    if (seen >= 0) loops.push(open.splice(seen));
    open.push(node);
  }
  return [...loops, open];
}

/** The planar map of the lines. Points nearer than `tolerance` metres become one. */
export function arrange<Info>(lines: readonly Line<Info>[], tolerance: number): Arrangement<Info> {
  const snap = snapper(tolerance);
  let segments: Segment<Info>[] = lines.flatMap(({ points, info }) => {
    const snapped = points.map(snap);
    return snapped.slice(1).map((b, i) => ({ a: snapped[i]!, b, info })).filter(({ a, b }) => a !== b && distance(a, b) > 0);
  });
  for (let pass = 0, before = -1; pass < 8 && before !== segments.length; pass++) {
    before = segments.length;
    segments = splitAtCrossings(segments, tolerance, snap);
  }
  const map = new PlanarMap();
  const ends = new Map<number, Set<number>>();
  const edges = new Map<number, Info>();
  for (const { a, b, info } of segments) {
    const [u, v] = [map.addNode(a), map.addNode(b)];
    if (u === v) continue;
    for (const [p, q] of [[u, v], [v, u]] as const) {
      const set = ends.get(p);
      if (set) set.add(q); else ends.set(p, new Set([q]));
    }
    if (!edges.has(sideKey(u, v))) edges.set(sideKey(u, v), info);
  }
  withoutLooseEnds(ends);
  traceFaces(map, ends);
  return { map, edges };
}
