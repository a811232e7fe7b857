/** A partition of the plane into faces that share nodes and edges: what one face changes on its border, its neighbour has too. */
import { cross, distance, ringArea, roundCm, type Point, type Ring } from './plane.ts';

const KEY_BASE = 2 ** 21;
/** Nodes are whole centimetres. */
const CM_BASE = 2 ** 24;

/** Key of the directed edge from node u to node v; the reverse edge has another key. */
export const edgeKey = (u: number, v: number): number => u * KEY_BASE + v;
/** Key of the edge regardless of direction. */
export const sideKey = (u: number, v: number): number => (u < v ? edgeKey(u, v) : edgeKey(v, u));
export const edgeOf = (key: number): [number, number] => [Math.floor(key / KEY_BASE), key % KEY_BASE];

export class PlanarMap {
  readonly points: Point[] = [];
  /** Node ids of each face, counter-clockwise; null once a face was replaced. Faces have no holes. */
  readonly rings: (number[] | null)[] = [];
  /** Face to the left of a directed edge. */
  readonly faceOf = new Map<number, number>();
  readonly #nodeAt = new Map<number, number>();

  /** The node at this place, whole centimetres; the same place is the same node. */
  addNode([x, y]: Point): number {
    const place = Math.round(x * 100) * CM_BASE + Math.round(y * 100);
    const known = this.#nodeAt.get(place);
    if (known !== undefined) return known;
    this.points.push([roundCm(x), roundCm(y)]);
    this.#nodeAt.set(place, this.points.length - 1);
    return this.points.length - 1;
  }

  point(node: number): Point {
    return this.points[node]!;
  }

  ring(face: number): number[] {
    const ring = this.rings[face];
    if (!ring) throw new Error(`face ${face} does not exist any more`);
    return ring;
  }

  outline(face: number): Ring {
    return this.ring(face).map((node) => this.points[node]!);
  }

  area(face: number): number {
    return ringArea(this.outline(face));
  }

  /** Faces that exist now, oldest first. */
  faces(): number[] {
    return this.rings.flatMap((ring, face) => (ring ? [face] : []));
  }

  addFace(ring: number[]): number {
    const face = this.rings.length;
    this.rings.push(ring);
    ring.forEach((node, i) => {
      const key = edgeKey(node, ring[(i + 1) % ring.length]!);
      if (this.faceOf.has(key)) throw new Error(`edge at ${this.points[node]!.join(' ')} already has a face on its left`);
      this.faceOf.set(key, face);
    });
    return face;
  }

  removeFace(face: number): void {
    const ring = this.ring(face);
    this.rings[face] = null;
    ring.forEach((node, i) => this.faceOf.delete(edgeKey(node, ring[(i + 1) % ring.length]!)));
  }

  /** Puts a node into the edge u–v of both its faces. */
  splitEdge(u: number, v: number, node: number): void {
    for (const [a, b] of [[u, v], [v, u]] as const) {
      const face = this.faceOf.get(edgeKey(a, b));
      if (face === undefined) continue;
      const ring = this.ring(face);
      ring.splice(ring.findIndex((n, i) => n === a && ring[(i + 1) % ring.length] === b) + 1, 0, node);
      this.faceOf.delete(edgeKey(a, b));
      this.faceOf.set(edgeKey(a, node), face);
      this.faceOf.set(edgeKey(node, b), face);
    }
  }

  /** Cuts a face along a path of nodes whose ends lie on its border; gives the two new faces: left and right of the path. */
  splitFace(face: number, path: readonly number[]): [left: number, right: number] {
    const ring = this.ring(face);
    const [from, to] = [ring.indexOf(path[0]!), ring.indexOf(path.at(-1)!)];
    if (from < 0 || to < 0 || from === to) throw new Error('a cut must join two nodes of the border');
    const walk = (start: number, end: number): number[] => {
      const nodes: number[] = [];
      for (let i = start; i !== end; i = (i + 1) % ring.length) nodes.push(ring[i]!);
      return nodes;
    };
    const inner = path.slice(1, -1);
    const left = [...path.slice(0, -1), ...walk(to, from)];
    const right = [path.at(-1)!, ...inner.toReversed(), ...walk(from, to)];
    this.removeFace(face);
    return [this.addFace(left), this.addFace(right)];
  }

  /** Faces that share an edge with this one, each once, in ring order. */
  neighbours(face: number): number[] {
    const ring = this.ring(face);
    const found = new Set<number>();
    ring.forEach((node, i) => {
      const other = this.faceOf.get(edgeKey(ring[(i + 1) % ring.length]!, node));
      if (other !== undefined && other !== face) found.add(other);
    });
    return [...found];
  }

  /** Joins faces: polygons (outer ring first, then holes) of node ids. Faces that touch in a point only stay apart. */
  dissolve(faces: readonly number[]): number[][][] {
    const inside = new Set(faces);
    const next = new Map<number, number[]>();
    for (const face of faces) {
      const ring = this.ring(face);
      ring.forEach((u, i) => {
        const v = ring[(i + 1) % ring.length]!;
        const twin = this.faceOf.get(edgeKey(v, u));
        if (twin === undefined || !inside.has(twin)) {
          const list = next.get(u);
          if (list) list.push(v); else next.set(u, [v]);
        }
      });
    }
    const rings: number[][] = [];
    for (const [start, ends] of next) {
      while (ends.length > 0) rings.push(...loopsOf(this.#walkBorder(start, next)));
    }
    return this.#withHoles(rings);
  }

  /** Follows border edges; where several leave a node the sharpest left turn keeps touching parts apart. */
  #walkBorder(start: number, next: Map<number, number[]>): number[] {
    const ring: number[] = [start];
    let [u, v] = [start, next.get(start)!.shift()!];
    while (v !== start) {
      ring.push(v);
      const ends = next.get(v)!;
      const back = Math.atan2(this.points[u]![1] - this.points[v]![1], this.points[u]![0] - this.points[v]![0]);
      const turn = (w: number) => {
        const angle = Math.atan2(this.points[w]![1] - this.points[v]![1], this.points[w]![0] - this.points[v]![0]);
        return (back - angle + 4 * Math.PI) % (2 * Math.PI);
      };
      // Clockwise from the way we came: the first edge met bounds the same part of the area.
      const best = ends.reduce((a, b) => (turn(b) < turn(a) ? b : a));
      ends.splice(ends.indexOf(best), 1);
      [u, v] = [v, best];
    }
    return ring;
  }

  #withHoles(rings: readonly number[][]): number[][][] {
    const outlines = rings.map((ring) => ({ ring, points: ring.map((node) => this.points[node]!), area: 0 }));
    for (const outline of outlines) outline.area = ringArea(outline.points);
    const outers = outlines.filter((outline) => outline.area > 0).sort((a, b) => a.area - b.area);
    const polygons = outers.map((outer) => [outer.ring]);
    for (const hole of outlines.filter((outline) => outline.area <= 0)) {
      const index = outers.findIndex((outer) => outer.area > -hole.area && holds(outer.points, hole.points));
      if (index < 0) throw new Error('a hole lies in no outer ring');
      polygons[index]!.push(hole.ring);
    }
    return polygons;
  }

  /** The nodes joined to each node by an edge, counter-clockwise. */
  spokes(): Map<number, number[]> {
    const spokes = new Map<number, Set<number>>();
    const join = (u: number, v: number) => {
      const set = spokes.get(u);
      if (set) set.add(v); else spokes.set(u, new Set([v]));
    };
    for (const key of this.faceOf.keys()) {
      const [u, v] = edgeOf(key);
      join(u, v);
      join(v, u);
    }
    return new Map([...spokes].map(([node, ends]) => [node, this.#sortedByAngle(node, [...ends])]));
  }

  #sortedByAngle(node: number, ends: number[]): number[] {
    const [x, y] = this.points[node]!;
    const angle = new Map(ends.map((end) => [end, Math.atan2(this.points[end]![1] - y, this.points[end]![0] - x)]));
    return ends.sort((a, b) => angle.get(a)! - angle.get(b)!);
  }
}

/** Cuts a closed walk at nodes that it visits twice (a hole that touches the outer ring in a point), so that every ring is simple. */
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

/** True when the hole lies inside the outer ring; they may share nodes, so the middle of an edge not on the ring decides. */
function holds(outer: Ring, hole: Ring): boolean {
  for (let i = 0; i < hole.length; i++) {
    const [a, b] = [hole[i]!, hole[(i + 1) % hole.length]!];
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    let [inside, onBorder] = [false, false];
    for (let k = 0, j = outer.length - 1; k < outer.length; j = k++) {
      const [p, q] = [outer[k]!, outer[j]!];
      const length = distance(p, q);
      const off = Math.abs(cross([q[0] - p[0], q[1] - p[1]], [middle[0] - p[0], middle[1] - p[1]])) / (length || 1);
      if (off < 0.02 && distance(p, middle) <= length && distance(q, middle) <= length) onBorder = true;
      if (p[1] > middle[1] !== q[1] > middle[1] && middle[0] < ((q[0] - p[0]) * (middle[1] - p[1])) / (q[1] - p[1]) + p[0]) inside = !inside;
    }
    if (!onBorder) return inside;
  }
  return true;
}
