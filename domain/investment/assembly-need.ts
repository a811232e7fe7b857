/** When parcels together meet a need, and when fewer of them would do. */
import type { Graph } from './assembly-graph.ts';

export interface AssemblyNeed {
  /** Square metres of the whole; at least this much, above 0. */
  readonly areaMinM2: number;
  readonly areaMaxM2?: number | undefined;
  /** 2–8. */
  readonly maxParcels: number;
  /** Different kinds of holder. */
  readonly maxOwners?: number | undefined;
  /** 4πA/P², 0–1. */
  readonly minCompactness?: number | undefined;
  /** One of the parcels lies beside a road. */
  readonly road?: boolean | undefined;
}

export interface Together {
  readonly areaM2: number;
  readonly perimeterM: number;
  /** Metres of borders within. */
  readonly sharedM: number;
  readonly compactness: number;
  readonly owners: number;
  readonly road: boolean;
}

/** Sums of areas in another order differ by less, m². */
export const SLACK_M2 = 1e-5;

/** Nothing has a shorter border than a circle: less comes from borders that are measured within a decimetre. */
const shortestM = (areaM2: number): number => 2 * Math.sqrt(Math.PI * areaM2);

/** Of the parcels in these rows, ascending: sums do not depend on how they were found. */
export function together({ pieces, start, to, sharedM, holder }: Graph, rows: readonly number[]): Together {
  let [areaM2, perimeterM, twice, road] = [0, 0, 0, false];
  const owners = new Set<number>();
  for (const row of rows) {
    const piece = pieces[row]!;
    areaM2 += piece.areaM2;
    perimeterM += piece.perimeterM;
    road ||= piece.roadContact === true;
    owners.add(holder[row]!);
    for (let at = start[row]!; at < start[row + 1]!; at++) if (rows.includes(to[at]!)) twice += sharedM[at]!;
  }
  perimeterM = Math.max(perimeterM - twice, shortestM(areaM2));
  return { areaM2, perimeterM, sharedM: twice / 2, compactness: (4 * Math.PI * areaM2) / perimeterM ** 2, owners: owners.size, road };
}

/** All conditions but how many parcels they are and whether they hang together. */
export const meets = ({ areaM2, compactness, owners, road }: Together, need: AssemblyNeed): boolean =>
  areaM2 >= need.areaMinM2 && areaM2 <= (need.areaMaxM2 ?? Infinity) && owners <= (need.maxOwners ?? Infinity) && compactness >= (need.minCompactness ?? 0) && (road || need.road !== true);

/** Whether some connected part of these rows (ascending: the last is the smallest), not all of them, meets the need. */
export function fewerWouldDo(graph: Graph, rows: readonly number[], need: AssemblyNeed): boolean {
  const areas = rows.map((row) => graph.pieces[row]!.areaM2);
  const least = need.areaMinM2 - SLACK_M2;
  if (areas.reduce((sum, area) => sum + area, -areas.at(-1)!) < least) return false;
  const beside = rows.map((row) => rows.reduce((mask, other, at) => (graph.to.subarray(graph.start[row], graph.start[row + 1]).includes(other) ? mask | (1 << at) : mask), 0));
  const sums = new Float64Array(1 << rows.length);
  for (let mask = 1; mask < sums.length - 1; mask++) {
    sums[mask] = sums[mask & (mask - 1)]! + areas[31 - Math.clz32(mask & -mask)]!;
    if (sums[mask]! >= least && hangsTogether(mask, beside) && meets(together(graph, rows.filter((_, at) => mask & (1 << at))), need)) return true;
  }
  return false;
}

function hangsTogether(mask: number, beside: readonly number[]): boolean {
  let reached = mask & -mask;
  for (;;) {
    let wider = reached;
    for (let at = 0; at < beside.length; at++) if (reached & (1 << at)) wider |= beside[at]! & mask;
    if (wider === reached) return reached === mask;
    reached = wider;
  }
}
