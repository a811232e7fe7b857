/** The land between blocks: every street, railway and stream gets a strip of its own, and blocks and strips together are a partition. */
import type { StreetGraph } from './cells.ts';
import type { EdgeInfo } from './edge-kinds.ts';
import { insetCorners } from './insets.ts';
import type { Lines } from './lines.ts';
import { edgeKey, edgeOf, PlanarMap, sideKey } from './planar-map.ts';
import { cross, distance, dot, isSimple, ringArea, type Point } from './plane.ts';

export interface Corridor {
  readonly info: EdgeInfo;
  /** Id of the whole street. */
  readonly line: string;
  /** Faces of the graph on either side of the first edge; the strip lies in faces of the same key as these. */
  readonly left: number | null;
  readonly right: number | null;
  /** Nodes of the graph along the strip. */
  readonly path: readonly number[];
}

export interface Land {
  readonly map: PlanarMap;
  /** Face of `map` → face of the graph it is the block of. */
  readonly blockOf: Map<number, number>;
  readonly corridorOf: Map<number, Corridor>;
}

/** A strip is cut into pieces no longer than this, m. */
const PIECE_M = 420;

export interface LandRules {
  /** Cadastral district, plan: a strip with two keys beside it is cut along its centre line, and strips end where a side's key changes. */
  readonly keyOf: (graphFace: number) => string;
  /** Only these faces of the graph and the strips beside them are laid out; all by default. */
  readonly wanted?: (graphFace: number) => boolean;
}

/** Blocks and strips: a partition whose every face lies in one key. */
export function makeLand(graph: StreetGraph, lines: Lines, rules: LandRules): Land {
  // Where strips of very thin faces would cross, those faces give no land; rarely needed, and seldom more than once.
  const bare = new Set<number>();
  const cornersOf = new Map(graph.map.faces().map((face) => {
    const ring = graph.map.ring(face);
    return [face, insetCorners(graph.map.outline(face), ring.map((u, i) => lines.width(u, ring[(i + 1) % ring.length]!)))];
  }));
  for (let attempt = 0; ; attempt++) {
    const { land, folded } = layOut(graph, lines, rules, (face) => (bare.has(face) ? null : cornersOf.get(face)!));
    // A ring that no other face borders lies on top of others.
    const alone = (ring: readonly number[]) => ring.every((u, i) => !land.map.faceOf.has(edgeKey(ring[(i + 1) % ring.length]!, u)));
    const unsound = land.map.faces().filter((face) => !isSimple(land.map.outline(face)) || alone(land.map.ring(face)));
    if (unsound.length === 0 && folded.size === 0) return land;
    if (attempt === 5) throw new Error(`${unsound.length + folded.size} faces cross themselves`);
    for (const face of unsound) for (const graphFace of besides(graph, land, face)) bare.add(graphFace);
    for (const graphFace of folded) bare.add(graphFace);
  }
}

/** Faces of the graph next to a block or a strip. */
function besides(graph: StreetGraph, land: Land, face: number): number[] {
  const block = land.blockOf.get(face);
  if (block !== undefined) return [block];
  return alongPath(graph, land.corridorOf.get(face)!.path);
}

const alongPath = (graph: StreetGraph, path: readonly number[]): number[] =>
  path.slice(1).flatMap((v, i) => [edgeKey(path[i]!, v), edgeKey(v, path[i]!)]).flatMap((key) => graph.map.faceOf.get(key) ?? []);

/** One attempt; `folded`: faces of the graph whose strips turned over somewhere. */
function layOut(
  graph: StreetGraph, lines: Lines, { keyOf, wanted = () => true }: LandRules, cornersOf: (graphFace: number) => Point[] | null,
): { land: Land; folded: Set<number> } {
  const map = new PlanarMap();
  const centre = (node: number) => map.addNode(graph.map.point(node));
  const cornerAt = new Map<number, number>();
  const insets = new Map<number, number[]>();
  for (const face of graph.map.faces()) {
    const ring = graph.map.ring(face);
    const corners = cornersOf(face) ?? graph.map.outline(face);
    const nodes = corners.map((p) => map.addNode(p));
    insets.set(face, nodes);
    ring.forEach((u, i) => cornerAt.set(edgeKey(u, ring[(i + 1) % ring.length]!), nodes[i]!));
  }
  const key = (u: number, v: number): string => {
    const face = graph.map.faceOf.get(edgeKey(u, v));
    return face === undefined ? '' : keyOf(face);
  };
  /** Corner of the face left of u→v at u; the node itself outside the city. */
  const cornerLeft = (u: number, v: number): number => cornerAt.get(edgeKey(u, v)) ?? centre(u);
  /** Corner of the face right of u→v at u. */
  const cornerRight = (u: number, v: number): number => {
    const ends = lines.spokes.get(u)!;
    // The face right of u→v is left of the next spoke clockwise.
    return cornerAt.get(edgeKey(v, u)) === undefined ? centre(u) : cornerLeft(u, ends[(ends.indexOf(v) - 1 + ends.length) % ends.length]!);
  };
  const onLine = thinLines(graph, lines, map, centre, cornerLeft, cornerRight);
  const blockOf = new Map<number, number>();
  const folded = new Set<number>();
  for (const [face, nodes] of insets) {
    if (!wanted(face)) continue;
    for (const ring of simpleRings(map, withPointsBetween(onLine, nodes), () => folded.add(face))) blockOf.set(map.addFace(ring), face);
  }
  const corridorOf = new Map<number, Corridor>();
  /** Who keeps the land of a junction: the line that goes through, if all faces around have one key. */
  const keepers = new Map<number, [number, number] | null>();
  for (const [node, ends] of lines.spokes) {
    const keys = new Set(ends.map((end) => key(node, end)));
    const pair = lines.through(node);
    keepers.set(node, pair && (ends.length === 2 || keys.size === 1) ? pair : null);
  }
  // All paths first: only then is it settled who keeps which junction.
  for (const path of chains(graph, lines, keepers, key)) {
    const [u, v] = [path[0]!, path[1]!];
    const [left, right] = [graph.map.faceOf.get(edgeKey(u, v)) ?? null, graph.map.faceOf.get(edgeKey(v, u)) ?? null];
    if (!(left !== null && wanted(left)) && !(right !== null && wanted(right))) continue;
    const info = lines.info(u, v);
    const tip = (node: number, next: number) => (keeps(keepers, node, next) ? centre(node) : null);
    const tips = [tip(path[0]!, path[1]!), tip(path.at(-1)!, path.at(-2)!)];
    const [leftSide, rightSide] = [sideCorners(lines, path, cornerLeft, 'left'), sideCorners(lines, path, cornerLeft, 'right')];
    const add = (nodes: readonly (number | null)[], sides: { left: number | null; right: number | null }) => {
      const walk = withPointsBetween(onLine, nodes.filter((node): node is number => node !== null));
      const note = () => { for (const face of alongPath(graph, path)) folded.add(face); };
      for (const ring of simpleRings(map, walk, note)) corridorOf.set(map.addFace(ring), { info, line: lines.lineOf(u, v), path, ...sides });
    };
    if (key(u, v) === key(v, u)) add([tips[0]!, ...rightSide, tips[1]!, ...leftSide.toReversed()], { left, right });
    else {
      const middle = path.map(centre);
      if (left !== null) add([...middle, ...leftSide.toReversed()], { left, right: null });
      if (right !== null) add([...rightSide, ...middle.toReversed()], { left: null, right });
    }
  }
  return { land: { map, blockOf, corridorOf }, folded };
}

function keeps(keepers: ReadonlyMap<number, [number, number] | null>, node: number, next: number): boolean {
  const pair = keepers.get(node);
  return !pair || pair.includes(next);
}

/** Paths of edges that form one strip each. Takes junctions away from lines that end at them. */
function chains(graph: StreetGraph, lines: Lines, keepers: Map<number, [number, number] | null>, key: (u: number, v: number) => string): number[][] {
  const done = new Set<number>();
  const result: number[][] = [];
  const grow = (path: number[], length: number): void => {
    for (let sum = length; ;) {
      const [before, node] = [path.at(-2)!, path.at(-1)!];
      const pair = keepers.get(node);
      if (!pair?.includes(before)) return;
      const next = pair[0] === before ? pair[1] : pair[0];
      const changes = key(before, node) !== key(node, next) || key(node, before) !== key(next, node);
      if (sum > PIECE_M || changes || done.has(sideKey(node, next)) || path.includes(next)) {
        // A line that is cut here cannot keep the junction: every strip then reaches to the node.
        keepers.set(node, null);
        return;
      }
      done.add(sideKey(node, next));
      path.push(next);
      sum += distance(graph.map.point(node), graph.map.point(next));
    }
  };
  for (const sideOfEdge of graph.edges.keys()) {
    const [u, v] = edgeOf(sideOfEdge);
    if (done.has(sideOfEdge) || lines.width(u, v) === 0) continue;
    if (!graph.map.faceOf.has(edgeKey(u, v)) && !graph.map.faceOf.has(edgeKey(v, u))) continue;
    done.add(sideOfEdge);
    const path = [u, v];
    grow(path, 0);
    path.reverse();
    grow(path, distance(graph.map.point(u), graph.map.point(v)));
    result.push(path);
  }
  return result;
}

/** Corners along one side of a path, in the direction of the path. At a node inside, every corner on that side comes in turn. */
function sideCorners(lines: Lines, path: readonly number[], cornerLeft: (u: number, v: number) => number, side: 'left' | 'right'): number[] {
  const corners: number[] = [];
  path.forEach((node, i) => {
    const ends = lines.spokes.get(node)!;
    // Wedge k lies counter-clockwise of spoke k; the face in it is left of the edge that leaves along that spoke.
    const wedge = (k: number) => cornerLeft(node, ends[(k + ends.length) % ends.length]!);
    const [back, ahead] = [i > 0 ? ends.indexOf(path[i - 1]!) : null, i + 1 < path.length ? ends.indexOf(path[i + 1]!) : null];
    if (back === null) corners.push(wedge(side === 'left' ? ahead! : ahead! - 1));
    else if (ahead === null) corners.push(wedge(side === 'left' ? back - 1 : back));
    else if (side === 'left') for (let k = back - 1; ; k--) {
      corners.push(wedge(k));
      if ((k + ends.length) % ends.length === ahead) break;
    }
    else for (let k = back; k % ends.length !== ahead; k++) corners.push(wedge(k));
  });
  return corners;
}

/** For each line without width: the nodes that lie on it, in order; a ring that runs along it must name all of them. */
function thinLines(graph: StreetGraph, lines: Lines, map: PlanarMap, centre: (node: number) => number,
  cornerLeft: (u: number, v: number) => number, cornerRight: (u: number, v: number) => number): Map<number, number[][]> {
  const onLine = new Map<number, number[][]>();
  for (const sideOfEdge of graph.edges.keys()) {
    const [u, v] = edgeOf(sideOfEdge);
    if (lines.width(u, v) !== 0 || !(graph.map.faceOf.has(edgeKey(u, v)) || graph.map.faceOf.has(edgeKey(v, u)))) continue;
    const [a, b] = [graph.map.point(u), graph.map.point(v)];
    const length = distance(a, b);
    const along: readonly [number, number] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    const aside = (node: number) => Math.abs(cross(along, [map.point(node)[0] - a[0], map.point(node)[1] - a[1]]));
    const position = (node: number) => dot([map.point(node)[0] - a[0], map.point(node)[1] - a[1]], along);
    const nodes = [...new Set([centre(u), cornerLeft(u, v), cornerRight(u, v), cornerLeft(v, u), cornerRight(v, u), centre(v)])]
      .filter((node) => aside(node) < 0.02 && position(node) > -0.01 && position(node) < length + 0.01)
      .sort((p, q) => position(p) - position(q));
    if (nodes.length < 3) continue;
    for (const node of nodes) onLine.set(node, [...(onLine.get(node) ?? []), nodes]);
  }
  return onLine;
}

function withPointsBetween(onLine: ReadonlyMap<number, number[][]>, ring: readonly number[]): number[] {
  return ring.flatMap((a, i) => {
    const b = ring[(i + 1) % ring.length]!;
    const line = onLine.get(a)?.find((nodes) => nodes.includes(b));
    if (!line || a === b) return [a];
    const [from, to] = [line.indexOf(a), line.indexOf(b)];
    return from < to ? line.slice(from, to) : line.slice(to + 1, from + 1).reverse();
  });
}

/**
 * The simple rings of a closed walk: where both sides of a strip touch it falls into parts, and what is walked there and back is no area.
 * `onFold` hears of parts that run the wrong way round.
 */
function simpleRings(map: PlanarMap, walk: readonly number[], onFold: () => void): number[][] {
  const rings: number[][] = [];
  const open: number[] = [];
  const close = (ring: number[]) => {
    if (ring.length < 3) return;
    const area = ringArea(ring.map((node) => map.point(node)));
    if (area > 0) rings.push(ring); else if (area < -0.005) onFold();
  };
  for (const node of walk) {
    const seen = open.indexOf(node);
    if (seen >= 0) close(open.splice(seen));
    open.push(node);
  }
  close(open);
  return rings;
}
