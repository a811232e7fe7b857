/**
 * Finds the assemblies that meet a need: sets of 2 to `maxParcels` parcels, connected by shared borders, whose area, holders, compactness and road
 * contact are as asked – and minimal, that is: no connected proper part of the set, a single parcel neither, meets the same conditions (area,
 * holders, compactness, road). So parcels that meet the need alone are in none; they are found by the search for single pieces.
 */
import { type Graph, graphOf, type LandPiece, type SharedBorder } from './assembly-graph.ts';
import { type AssemblyNeed, fewerWouldDo, meets, SLACK_M2, together, type Together } from './assembly-need.ts';

export interface FoundAssembly<Piece extends LandPiece = LandPiece> extends Together {
  /** By id. */
  readonly parcels: readonly Piece[];
}

/** `done` of progress: 0–1, of the looking, not of the time. `found`: so far, told or beyond the limit. */
export type AssemblyStep<Piece extends LandPiece = LandPiece> =
  | { readonly step: 'progress'; readonly done: number; readonly found: number }
  | { readonly step: 'assembly'; readonly assembly: FoundAssembly<Piece> }
  /** `limit`: as many were told as asked for, there may be more; `time`, `aborted`: the best of what was looked at were told, or none any more. */
  | { readonly step: 'done'; readonly found: number; readonly stopped: 'limit' | 'time' | 'aborted' | null };

export interface Looking {
  /** How many are told at most. */
  readonly limit: number;
  /** An AbortSignal. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  readonly limitMs?: number | undefined;
  readonly now?: () => number;
}

/** So many sets are tried, a few milliseconds, between two words of progress. */
export const TRIES = 500;
/** Of a size there are about so many times more sets than of the size before. */
const GROWTH = 3;

type Found<Piece extends LandPiece> = FoundAssembly<Piece>;
const byShape = <Piece extends LandPiece>(one: Found<Piece>, other: Found<Piece>): number =>
  other.compactness - one.compactness || one.parcels.reduce((sign, { id }, at) => sign || id - other.parcels[at]!.id, 0);

/**
 * The best first: fewest parcels, then the most compact, then by ids. Sizes are looked at one after another, and told when all of a size are known;
 * within a size each connected set is tried exactly once. After every `TRIES` sets it yields, so that the caller may do something else, or stop.
 */
export function* findAssemblies<Piece extends LandPiece>(land: readonly Piece[], borders: readonly SharedBorder[], need: AssemblyNeed, { limit, signal, limitMs = Infinity, now = Date.now }: Looking): Generator<AssemblyStep<Piece>, void, void> {
  const graph = graphOf(land.filter((piece) => piece.areaM2 <= (need.areaMaxM2 ?? Infinity) && !meetsAlone(piece, need)), borders);
  const until = now() + limitMs;
  const sizes = Array.from({ length: need.maxParcels - 1 }, (_, at) => at + 2);
  const work = sizes.reduce((sum, size) => sum + GROWTH ** size, 0);
  let [found, told, before] = [0, 0, 0];
  for (const size of sizes) {
    const best: Found<Piece>[] = [];
    const keep = limit - told;
    const shorten = (): void => { best.sort(byShape).splice(keep); };
    let stopped: 'time' | 'aborted' | null = null;
    for (const tried of setsOf(graph, need, size)) {
      if (tried.met !== null) {
        found += 1;
        best.push({ ...tried.met, parcels: tried.rows.map((row) => graph.pieces[row]!).sort((one, other) => one.id - other.id) });
        if (best.length > 2 * keep + 100) shorten();
      } else {
        stopped = signal?.aborted ? 'aborted' : now() > until ? 'time' : null;
        if (stopped) break;
        yield { step: 'progress', done: (before + GROWTH ** size * tried.share) / work, found };
      }
    }
    shorten();
    if (stopped !== 'aborted') for (const assembly of best) yield { step: 'assembly', assembly };
    told += best.length;
    before += GROWTH ** size;
    if (stopped) { yield { step: 'done', found, stopped }; return; }
    if (found > told || (told === limit && size < need.maxParcels)) { yield { step: 'done', found, stopped: 'limit' }; return; }
  }
  yield { step: 'done', found, stopped: null };
}

const meetsAlone = (piece: LandPiece, need: AssemblyNeed): boolean => meets(together(graphOf([piece], []), [0]), need);

/** A set that meets the need, or (`met` null) how far it is: 0–1. */
type Tried = { readonly met: Together; readonly rows: readonly number[] } | { readonly met: null; readonly share: number };

/**
 * Tries every connected set of exactly `size` parcels that may meet the need, once: each from its largest parcel (the first row), growing by
 * candidates in a list; a set takes only those that stand after the one it took last, so that those before are shut out from all that grows of it.
 */
function* setsOf(graph: Graph, need: AssemblyNeed, size: number): Generator<Tried, void, void> {
  const { pieces, start, to, holder, holders } = graph;
  const least = need.areaMinM2 - SLACK_M2;
  const most = (need.areaMaxM2 ?? Infinity) + SLACK_M2;
  // 1: stands among the candidates or is taken from them; 2: is in the set.
  const marked = new Uint8Array(pieces.length);
  const held = new Int32Array(holders);
  // Of the set of each number of parcels: the last row, the area, how many kinds of holder, and of the candidates those before `at` and from `begun` on.
  const [rows, area, owners, at, begun] = [new Int32Array(size + 1), new Float64Array(size + 1), new Int32Array(size + 1), new Int32Array(size + 1), new Int32Array(size + 1)];
  const candidates: number[] = [];
  let tries = 0;
  for (let root = 0; root < pieces.length && pieces[root]!.areaM2 * size >= least; root++) {
    if (start[root] === start[root + 1]) continue;
    const reach = reachOf(graph, root, size);
    if (need.road === true && !reach.road) continue;
    let many = 0;
    const enter = (row: number): void => {
      many += 1;
      rows[many] = row;
      marked[row] = 2;
      area[many] = area[many - 1]! + pieces[row]!.areaM2;
      owners[many] = owners[many - 1]! + (held[holder[row]!]!++ === 0 ? 1 : 0);
      begun[many] = candidates.length;
      at[many] = at[many - 1]!;
      if (many === size) return;
      for (let edge = start[row]!; edge < start[row + 1]!; edge++) {
        const other = to[edge]!;
        if (other > root && marked[other] === 0) { marked[other] = 1; candidates.push(other); }
      }
    };
    const leave = (): void => {
      while (candidates.length > begun[many]!) marked[candidates.pop()!] = 0;
      const row = rows[many]!;
      held[holder[row]!]! -= 1;
      marked[row] = many === 1 ? 0 : 1;
      many -= 1;
    };
    /** Whether something that grows of the set may meet the need. */
    const grows = (set: () => readonly number[]): boolean =>
      many < size && area[many]! + largest(reach.largest, pieces, marked, size - many) >= least && (area[many]! < least || !doAlready(graph, set(), need));
    const set = (): number[] => Array.from(rows.subarray(1, many + 1)).sort((one, other) => one - other);
    at[0] = 0;
    enter(root);
    // oxlint-disable-next-line no-unmodified-loop-condition -- enter and leave change it
    while (many > 0) {
      if (many === size || at[many]! >= candidates.length) { leave(); continue; }
      enter(candidates[at[many]!++]!);
      if (area[many]! > most || owners[many]! > (need.maxOwners ?? Infinity)) { leave(); } else if (many === size) {
        if (area[many]! >= least) {
          const sorted = set();
          const met = together(graph, sorted);
          if (meets(met, need) && !fewerWouldDo(graph, sorted, need)) yield { met, rows: sorted };
        }
        leave();
      } else if (!grows(set)) leave();
      if (++tries % TRIES === 0) yield { met: null, share: root / pieces.length };
    }
  }
}

const doAlready = (graph: Graph, rows: readonly number[], need: AssemblyNeed): boolean => meets(together(graph, rows), need) || fewerWouldDo(graph, rows, need);

/** How much area so many of the largest parcels within reach add that are not in the set. */
function largest(within: readonly number[], pieces: readonly LandPiece[], marked: Uint8Array, add: number): number {
  let sum = 0;
  for (let at = 0, left = add; at < within.length && left > 0; at++) {
    if (marked[within[at]!] === 2) continue;
    sum += pieces[within[at]!]!.areaM2;
    left -= 1;
  }
  return sum;
}

/** What sets of `size` whose largest parcel is `root` are made of: the rows of the largest (no more are needed for any bound), and whether any has a road. */
function reachOf({ pieces, start, to }: Graph, root: number, size: number): { readonly largest: readonly number[]; readonly road: boolean } {
  const seen = new Set([root]);
  let edge = [root];
  for (let hops = 1; hops < size && edge.length > 0; hops++) {
    edge = edge.flatMap((row) => Array.from(to.subarray(start[row], start[row + 1])).filter((other) => other > root && !seen.has(other) && seen.add(other)));
  }
  return { largest: [...seen].sort((one, other) => one - other).slice(0, size), road: [...seen].some((row) => pieces[row]!.roadContact === true) };
}
