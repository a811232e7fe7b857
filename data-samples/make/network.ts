/** Small streets: every cell between skeleton lines is cut by streets until its blocks have the size of their character. */
import { CHARACTERS, characterAt, type Character } from './character.ts';
import type { Cell, StreetGraph } from './cells.ts';
import { curveBetween, longestChord, snappedEnd, type CutEnd } from './cuts.ts';
import { dominantDirection, extentAlong } from './shape.ts';
import { sideKey } from './planar-map.ts';
import { cross, distance, dot, pointInside, ringArea, ringCentroid, type Point } from './plane.ts';
import { randomOf, type Random } from './random.ts';
import type { EdgeInfo, EdgeKind } from './edge-kinds.ts';

export interface Block extends Cell {
  readonly face: number;
  readonly character: Character;
  /** One of the parcel areas, or null where the city has streets only. */
  readonly parcelArea: string | null;
}

/** The kind of a new street by the size of the cell that it cuts, m². */
function kindFor(area: number, character: Character): EdgeKind {
  if (character.street === 'lane') return area > 1_500_000 ? 'local' : area > 500_000 ? 'access' : 'lane';
  if (area > 700_000) return 'collector';
  if (area > 8 * Math.max(12_000, character.blockM2)) return 'local';
  return 'access';
}

/** Cuts one cell into blocks; the faces that remain. */
function cutCell(
  graph: StreetGraph, start: number, cell: Cell, areaOf: (p: Point) => string | null, random: Random, counter: { next: number },
): Block[] {
  const blocks: Block[] = [];
  const open = [start];
  while (open.length > 0) {
    const face = open.pop()!;
    const outline = graph.map.outline(face);
    const middle = pointInside(outline);
    const [character, parcelArea] = [characterAt(middle), areaOf(middle)];
    const size = ringArea(outline);
    const target = (parcelArea ? character.blockM2 : character.coarseM2) * random.between(0.75, 1.45);
    const parts = size > 1.5 * target ? cutFace(graph, face, size, character, random, counter) : null;
    if (parts) open.push(...parts);
    else blocks.push({ ...cell, face, character, parcelArea });
  }
  return blocks;
}

/** Cuts a face by one street across its longer extent; null when no good cut is found. */
function cutFace(
  graph: StreetGraph, face: number, size: number, character: Character, random: Random, counter: { next: number },
): [number, number] | null {
  const { map } = graph;
  const outline = map.outline(face);
  const main = dominantDirection(outline);
  const [along, across] = [extentAlong(outline, main), extentAlong(outline, [-main[1], main[0]])];
  const longer = along.size >= across.size;
  const kind = kindFor(size, character);
  for (let attempt = 0; attempt < 7; attempt++) {
    const share = 0.5 + random.between(-0.16, 0.16) * (1 + attempt / 4);
    const turn = random.between(-character.turn, character.turn) * (1 + attempt / 3);
    const axis = (attempt > 4) !== longer ? main : ([-main[1], main[0]] as Point);
    const extent = axis === main ? along : across;
    const base = ringCentroid(outline);
    const shift = extent.low + extent.size * share - dot(base, axis);
    const through: Point = [base[0] + axis[0] * shift, base[1] + axis[1] * shift];
    const normal: Point = [-axis[1], axis[0]];
    const towards: Point = [normal[0] * Math.cos(turn) - normal[1] * Math.sin(turn), normal[0] * Math.sin(turn) + normal[1] * Math.cos(turn)];
    const chord = longestChord(outline, through, towards);
    if (!chord || distance(chord.from.point, chord.to.point) < 25) continue;
    const ends = [chord.from, chord.to].map((end) => snappedEnd(map, face, end, character.street === 'lane' ? 14 : 22));
    const [from, to] = ends;
    if (!from || !to || from.point === to.point || ('node' in from && 'node' in to && from.node === to.node)) continue;
    const path = curveBetween(outline, from.point, to.point, random.between(-character.bend, character.bend), 55);
    if (!path || !squareEnough(outline, path)) continue;
    const info: EdgeInfo = { kind, line: `street ${counter.next++}`, name: null };
    return layStreet(graph, face, from, path.slice(1, -1), to, info);
  }
  return null;
}

function layStreet(graph: StreetGraph, face: number, from: CutEnd, inner: readonly Point[], to: CutEnd, info: EdgeInfo): [number, number] | null {
  const { map, edges } = graph;
  const place = (end: CutEnd): number => {
    if ('node' in end) return end.node;
    const node = map.addNode(end.point);
    const [u, v] = end.edge;
    if (node === u || node === v) return node;
    map.splitEdge(u, v, node);
    const edge = edges.get(sideKey(u, v))!;
    edges.delete(sideKey(u, v));
    edges.set(sideKey(u, node), edge).set(sideKey(node, v), edge);
    return node;
  };
  const [first, last] = [place(from), place(to)];
  const ring = map.ring(face);
  const nodes = [first, ...inner.map((p) => map.addNode(p)), last];
  // The street must be new land inside the face: no border node in between, no edge that exists already.
  if (first === last || new Set(nodes).size !== nodes.length || nodes.slice(1, -1).some((node) => ring.includes(node))) return null;
  const neighbours = Math.abs(ring.indexOf(first) - ring.indexOf(last));
  if (neighbours === 1 || neighbours === ring.length - 1) return null;
  const parts = map.splitFace(face, nodes);
  nodes.slice(1).forEach((node, i) => edges.set(sideKey(nodes[i]!, node), info));
  return parts;
}

/** Streets that leave at less than about 35° make sharp corners nobody builds. */
function squareEnough(outline: readonly Point[], path: readonly Point[]): boolean {
  const steep = (tip: Point, next: Point): boolean => {
    const way: Point = [(next[0] - tip[0]) / distance(tip, next), (next[1] - tip[1]) / distance(tip, next)];
    return outline.every((a, i) => {
      const b = outline[(i + 1) % outline.length]!;
      const length = distance(a, b);
      const off = Math.abs(cross([b[0] - a[0], b[1] - a[1]], [tip[0] - a[0], tip[1] - a[1]])) / length;
      const along = dot([tip[0] - a[0], tip[1] - a[1]], [b[0] - a[0], b[1] - a[1]]) / length;
      if (off > 0.5 || along < -0.5 || along > length + 0.5) return true;
      return Math.abs(cross(way, [(b[0] - a[0]) / length, (b[1] - a[1]) / length])) > 0.55;
    });
  };
  return steep(path[0]!, path[1]!) && steep(path.at(-1)!, path.at(-2)!);
}

/** Cuts all land of the city; water, parks and squares stay whole. */
export function makeNetwork(graph: StreetGraph, areaOf: (p: Point) => string | null): Block[] {
  const counter = { next: 1 };
  const blocks: Block[] = [];
  for (const [face, cell] of graph.cells) {
    const random = randomOf(`cell ${face}`);
    if (cell.ground === 'land') blocks.push(...cutCell(graph, face, cell, areaOf, random, counter));
    else blocks.push({ ...cell, face, character: CHARACTERS.fields, parcelArea: areaOf(pointInside(graph.map.outline(face))) });
  }
  return blocks;
}
