/** Which edges go on into which at a node: streets through crossings, and who keeps the land of a junction. */
import type { StreetGraph } from './cells.ts';
import { EDGE_KINDS, isStreet, type EdgeInfo, type EdgeKind } from './edge-kinds.ts';
import { sideKey } from './planar-map.ts';

/** Edges that go on into each other deviate by less than this, radians. */
const STRAIGHT = 0.6;

export class Lines {
  readonly #parent = new Map<string, string>();
  readonly #graph: StreetGraph;
  readonly #halfWidth: (kind: EdgeKind) => number;
  readonly spokes: Map<number, number[]>;

  /** `halfWidth` may take the land away from lines that are not to count. */
  constructor(graph: StreetGraph, halfWidth: (kind: EdgeKind) => number = (kind) => EDGE_KINDS[kind].halfWidth) {
    this.#graph = graph;
    this.#halfWidth = halfWidth;
    this.spokes = graph.map.spokes();
    for (const [node, ends] of this.spokes) this.#join(node, ends);
  }

  info(u: number, v: number): EdgeInfo {
    const info = this.#graph.edges.get(sideKey(u, v));
    if (!info) throw new Error('an edge of the graph without a meaning');
    return info;
  }

  width(u: number, v: number): number {
    return this.#halfWidth(this.info(u, v).kind);
  }

  /** Id of the whole line an edge belongs to, after straight continuations were joined. */
  lineOf(u: number, v: number): string {
    return this.#root(this.info(u, v).line);
  }

  #root(line: string): string {
    const parent = this.#parent.get(line);
    if (parent === undefined || parent === line) return line;
    const root = this.#root(parent);
    this.#parent.set(line, root);
    return root;
  }

  /** Deviation from straight on between two spokes of a node, radians. */
  #bend(node: number, a: number, b: number): number {
    const { map } = this.#graph;
    const [[x, y], [ax, ay], [bx, by]] = [map.point(node), map.point(a), map.point(b)];
    const turn = Math.atan2(y - ay, x - ax) - Math.atan2(by - y, bx - x);
    return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
  }

  /** Nameless streets of the same kind that meet straight on at a crossing are one street. */
  #join(node: number, ends: readonly number[]): void {
    if (ends.length < 4) return;
    ends.forEach((a, i) => ends.slice(i + 1).forEach((b) => {
      const [first, second] = [this.info(node, a), this.info(node, b)];
      if (first.name || second.name || !isStreet(first.kind) || first.kind !== second.kind) return;
      const [one, two] = [this.lineOf(node, a), this.lineOf(node, b)];
      if (one !== two && this.#bend(node, a, b) < STRAIGHT) this.#parent.set(two, one);
    }));
  }

  /** The two spokes of the line that goes through the node with the highest rank; null when none goes through. */
  through(node: number): [number, number] | null {
    const ends = this.spokes.get(node)!;
    let best: { rank: number; pair: [number, number] } | null = null;
    for (let i = 0; i < ends.length; i++) {
      for (let k = i + 1; k < ends.length; k++) {
        const [a, b] = [ends[i]!, ends[k]!];
        if (this.lineOf(node, a) !== this.lineOf(node, b) || this.width(node, a) === 0
          || this.info(node, a).kind !== this.info(node, b).kind) continue;
        const rank = EDGE_KINDS[this.info(node, a).kind].rank + (this.#bend(node, a, b) < STRAIGHT ? 0.5 : 0);
        if (!best || rank > best.rank) best = { rank, pair: [a, b] };
      }
    }
    return best?.pair ?? null;
  }
}
