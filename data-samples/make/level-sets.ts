/** Outlines of equal nearness to lines: how far a flood or a noise reaches, as nested rings that never cross. */
import type { Outlines } from './overlay.ts';
import { at, between, distance, foot, ringArea, type Point, type Ring } from './plane.ts';

/** A line and how far its unit of nearness reaches on its left and right, m, at a distance along it. */
export interface Reach {
  readonly line: readonly Point[];
  readonly unitM: (along: number, side: 'left' | 'right') => number;
}

/** The part of the plane that holds the city, m. */
const BOX = { west: 12_500, east: 45_500, south: 15_500, north: 36_500 } as const;

export interface Field {
  readonly cellM: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** In units: 1 on the border of a line's unit reach. Beyond `farthest` units it is only known to be more. */
export function nearness(reaches: readonly Reach[], cellM: number, farthest: number): Field {
  const [columns, rows] = [Math.ceil((BOX.east - BOX.west) / cellM) + 1, Math.ceil((BOX.north - BOX.south) / cellM) + 1];
  const values = new Float64Array(columns * rows).fill(farthest * 2);
  for (const { line, unitM } of reaches) {
    let along = 0;
    for (let i = 0; i + 1 < line.length; i++) {
      const [a, b] = [line[i]!, line[i + 1]!];
      const length = distance(a, b);
      const widest = farthest * Math.max(unitM(along, 'left'), unitM(along, 'right'), unitM(along + length, 'left'), unitM(along + length, 'right'));
      const column = (x: number) => Math.round((x - BOX.west) / cellM);
      const row = (y: number) => Math.round((y - BOX.south) / cellM);
      for (let r = Math.max(0, row(Math.min(a[1], b[1]) - widest)); r <= Math.min(rows - 1, row(Math.max(a[1], b[1]) + widest)); r++) {
        for (let c = Math.max(0, column(Math.min(a[0], b[0]) - widest)); c <= Math.min(columns - 1, column(Math.max(a[0], b[0]) + widest)); c++) {
          const p: Point = [BOX.west + c * cellM, BOX.south + r * cellM];
          const { share, distance: off } = foot(p, a, b);
          const left = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0;
          const value = off / unitM(along + Math.max(0, Math.min(1, share)) * length, left ? 'left' : 'right');
          if (value < values[r * columns + c]!) values[r * columns + c] = value;
        }
      }
      along += length;
    }
  }
  return { cellM, columns, rows, values };
}

/** The outlines of what is nearer than `level`, simplified to `toleranceM`; those of less than `leastM2` are left out. */
export function outlinesAt({ cellM, columns, rows, values }: Field, level: number, toleranceM: number, leastM2: number): Outlines {
  const next = new Map<number, number>();
  const places = new Map<number, Point>();
  const point = (node: number): Point => [BOX.west + (node % columns) * cellM, BOX.south + Math.floor(node / columns) * cellM];
  /** Where the level crosses the side between two nodes; keyed by the side. */
  const crossing = (u: number, v: number): number => {
    const [low, high] = u < v ? [u, v] : [v, u];
    const key = low * 4 + (high - low === 1 ? 0 : high - low === columns ? 1 : 2);
    // Never on a node: three triangles would meet there.
    const share = Math.min(0.98, Math.max(0.02, (level - values[low]!) / (values[high]! - values[low]!)));
    if (!places.has(key)) places.set(key, between(point(low), point(high), share));
    return key;
  };
  // Triangles, not squares: in a triangle a level is one straight line, so that levels cannot cross.
  const triangle = (a: number, b: number, c: number) => {
    const [ia, ib, ic] = [values[a]! < level, values[b]! < level, values[c]! < level];
    if (ia === ib && ib === ic) return;
    const [tip, p, q] = ia !== ib && ia !== ic ? [a, b, c] : ib !== ia && ib !== ic ? [b, c, a] : [c, a, b];
    // The inside lies to the left.
    if (values[tip]! < level) next.set(crossing(tip, p), crossing(tip, q)); else next.set(crossing(tip, q), crossing(tip, p));
  };
  for (let r = 0; r + 1 < rows; r++) {
    for (let c = 0; c + 1 < columns; c++) {
      const n = r * columns + c;
      triangle(n, n + 1, n + columns + 1);
      triangle(n, n + columns + 1, n + columns);
    }
  }
  const rings: Ring[] = [];
  for (const start of next.keys()) {
    const ring: Point[] = [];
    for (let key: number | undefined = start; key !== undefined && next.has(key);) {
      ring.push(places.get(key)!);
      const following: number = next.get(key)!;
      next.delete(key);
      key = following;
    }
    if (ring.length > 8 && Math.abs(ringArea(ring)) >= leastM2) rings.push(simplified(ring, toleranceM));
  }
  return rings;
}

/** Fewer points, none farther from the new outline than the tolerance (Douglas and Peucker). */
export function simplified(ring: Ring, toleranceM: number): Ring {
  const half = Math.floor(ring.length / 2);
  const keep = new Set<number>([0, half]);
  const split = (from: number, to: number) => {
    let [farthest, off] = [-1, toleranceM];
    for (let i = from + 1; i < to; i++) {
      const away = foot(at(ring, i), at(ring, from), at(ring, to)).distance;
      if (away > off) [farthest, off] = [i, away];
    }
    if (farthest < 0) return;
    keep.add(farthest % ring.length);
    split(from, farthest);
    split(farthest, to);
  };
  split(0, half);
  split(half, ring.length);
  return ring.filter((_, i) => keep.has(i));
}
