/** A street whose parcels are split, merged, renumbered and moved at random, in memory: what the register must say of it, worked out naively. */
import type { Street } from './lineage-cadastre.ts';

export const CELL_M = 10;
type Ground = readonly [from: number, to: number];
export interface Version { readonly number: string; readonly ground: Ground; readonly begin: string; end: string | null }
export interface Edge { readonly day: string; readonly from: string; readonly to: string; readonly overlapM2: number; readonly fromShare: number; readonly toShare: number }
/** A parcel that was divided, and into what, while nobody has touched it since. */
interface Division { readonly number: string; readonly ground: Ground; readonly into: readonly [string, string] }

const FIRST = '0000-00-00';
const length = ([from, to]: Ground): number => to - from;
const common = (a: Ground, b: Ground): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** One change: what is done, and where, as numbers that fit any street. */
export interface Change { readonly kind: 'split' | 'merge' | 'undo' | 'renumber' | 'shift' | 'anew' | 'leave'; readonly at: number; readonly cut: number }

export function randomStreet(cells: readonly number[], depthM: number) {
  let next = 1;
  let standing: { number: string; ground: Ground }[] = [];
  let at = 0;
  for (const size of cells) { standing.push({ number: String(next++), ground: [at, at + size] }); at += size; }
  const versions: Version[] = standing.map((one) => ({ ...one, begin: FIRST, end: null }));
  let divisions: Division[] = [];

  const replace = (gone: readonly string[], come: readonly { number: string; ground: Ground }[]): void => {
    standing = [...standing.filter(({ number }) => !gone.includes(number)), ...come].sort((a, b) => a.ground[0] - b.ground[0]);
    divisions = divisions.filter(({ into }) => !into.some((number) => gone.includes(number)));
  };
  function apply({ kind, at: place, cut }: Change): Division | null {
    const one = standing[place % standing.length];
    if (!one) return null;
    const neighbour = standing.find(({ ground }) => ground[0] === one.ground[1]);
    const size = length(one.ground);
    if (kind === 'split' && size >= 2) {
      const middle = one.ground[0] + 1 + (cut % (size - 1));
      const parts = [{ number: String(next++), ground: [one.ground[0], middle] as Ground }, { number: String(next++), ground: [middle, one.ground[1]] as Ground }];
      replace([one.number], parts);
      divisions.push({ ...one, into: [parts[0]!.number, parts[1]!.number] });
    } else if (kind === 'merge' && neighbour) {
      replace([one.number, neighbour.number], [{ number: String(next++), ground: [one.ground[0], neighbour.ground[1]] }]);
    } else if (kind === 'undo' && divisions.length > 0) {
      const division = divisions[place % divisions.length]!;
      replace(division.into, [{ number: division.number, ground: division.ground }]);
      return division;
    } else if (kind === 'renumber') {
      replace([one.number], [{ number: String(next++), ground: one.ground }]);
    } else if (kind === 'shift' && neighbour && size >= 3) {
      replace([one.number, neighbour.number], [{ number: one.number, ground: [one.ground[0], one.ground[1] - 1] }, { number: neighbour.number, ground: [neighbour.ground[0] - 1, neighbour.ground[1]] }]);
    } else if (kind === 'anew' && neighbour) {
      const whole: Ground = [one.ground[0], neighbour.ground[1]];
      const middle = whole[0] + 1 + (cut % (length(whole) - 1));
      replace([one.number, neighbour.number], [{ number: String(next++), ground: [whole[0], middle] }, { number: String(next++), ground: [middle, whole[1]] }]);
    } else if (kind === 'leave' && standing.length > 3) {
      replace([one.number], []);
    }
    return null;
  }
  return {
    versions,
    standing: () => standing.map(({ number }) => number),
    street: (): Street => Object.fromEntries(standing.map(({ number, ground }) => [number, [ground[0] * CELL_M, ground[1] * CELL_M]])),
    /** The divisions that could be undone now. */
    divisions: () => divisions,
    /** Makes the changes of one edition; gives the divisions that were undone. */
    edition(day: string, changes: readonly Change[]): Division[] {
      const undone = changes.map(apply).filter((division) => division !== null);
      for (const version of versions.filter(({ end }) => end === null)) {
        if (!standing.some(({ number, ground }) => number === version.number && ground[0] === version.ground[0] && ground[1] === version.ground[1])) version.end = day;
      }
      for (const { number, ground } of standing) {
        if (!versions.some((version) => version.number === number && version.end === null)) versions.push({ number, ground, begin: day, end: null });
      }
      return undone;
    },
    /** Every piece of ground that passed from one version to a later one. */
    edges: (): Edge[] => versions.flatMap((parent) => (parent.end === null ? [] : versions
      .filter((child) => child.begin > parent.begin && child.begin <= parent.end! && (child.end === null || child.end > parent.end!) && common(parent.ground, child.ground) > 0)
      .map((child) => ({
        day: parent.end!, from: parent.number, to: child.number, overlapM2: common(parent.ground, child.ground) * CELL_M * depthM,
        fromShare: common(parent.ground, child.ground) / length(parent.ground), toShare: common(parent.ground, child.ground) / length(child.ground),
      })))),
  };
}
export type RandomStreet = ReturnType<typeof randomStreet>;

/** All edges that lead to a number, or away from it, each with the fewest changes to get there. */
export function walk(edges: readonly Edge[], number: string, way: 'back' | 'forth'): { edge: Edge; steps: number }[] {
  const [near, far] = way === 'back' ? ['to', 'from'] as const : ['from', 'to'] as const;
  const found = new Map<Edge, number>();
  const visit = (from: string, limit: string | null, steps: number): void => {
    for (const edge of edges) {
      if (edge[near] !== from || (limit !== null && (way === 'back' ? edge.day >= limit : edge.day <= limit)) || (found.get(edge) ?? Infinity) <= steps) continue;
      found.set(edge, steps);
      visit(edge[far], edge.day, steps + 1);
    }
  };
  visit(number, null, 1);
  return [...found].map(([edge, steps]) => ({ edge, steps }));
}
