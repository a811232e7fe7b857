/** All lines the city grows from: roads, railways, rivers, shores, parks, borders; ends drawn on to the next line. */
import { SegmentIndex, type Line } from './arrangement.ts';
import type { Borders } from './borders.ts';
import { smoothed } from './curves.ts';
import type { EdgeInfo, EdgeKind } from './edge-kinds.ts';
import { facts, skeleton } from './facts.ts';
import type { Green } from './greens.ts';
import { oldTownStreets, PLANTY_INNER, PLANTY_OUTER, PLANTY_STREETS, PLAC_CENTRALNY, RYNEK } from './old-town.ts';
import { at, between, crossing, direction, distance, foot, ringCentroid, type Point, type Ring } from './plane.ts';
import type { Waters } from './water.ts';

const STEP_M = 90;
/** A loose end is drawn on at most so far; a line that meets nothing there stays loose and is cut off. */
const REACH_M = 1_400;

const info = (kind: EdgeKind, line: string, name: string | null = null): EdgeInfo => ({ kind, line, name });
const closed = (ring: Ring): Point[] => [...ring, ring[0]!];

interface SkeletonLine extends Line<EdgeInfo> { readonly open: boolean }

function namedLines(): SkeletonLine[] {
  const open = true;
  return [
    ...facts.mainRoads.map(({ name, kind, line }) => ({ points: smoothed(line, STEP_M), info: info(kind, name, name), open })),
    ...oldTownStreets().map(({ name, kind, points }) => ({ points, info: info(kind, name, name), open })),
    ...skeleton.streets.map(([name, kind, ...points]) => ({ points: smoothed(points, STEP_M), info: info(kind, name, name), open })),
    ...facts.railways.map(({ name, line }) => ({ points: smoothed(line, STEP_M), info: info('rail', name, name), open })),
    ...facts.rivers.filter(({ name }) => name !== 'Wisła').map(({ name, line }) => ({
      points: smoothed(line, 60), info: info(/Dłubnia|Prądnik|Rudawa|Wilga/.test(name) ? 'river' : 'stream', name, name), open,
    })),
  ];
}

/** Shapes that stand alone get two streets to the lines around them: a face with an island in it could not be cut. */
function closedLines(waters: Waters, greens: readonly Green[]): SkeletonLine[] {
  const shape = (ring: Ring, edge: EdgeInfo): SkeletonLine => ({ points: closed(ring), info: edge, open: false });
  return [
    shape(RYNEK, info('pedestrian', 'Rynek Główny', 'Rynek Główny')),
    shape(PLAC_CENTRALNY, info('local', 'Plac Centralny', 'Plac Centralny im. Ronalda Reagana')),
    shape(PLANTY_OUTER, info('local', 'planty-outer', PLANTY_STREETS.outer)),
    shape(PLANTY_INNER, info('pedestrian', 'planty-inner', PLANTY_STREETS.inner)),
    ...waters.lakes.map(({ name, outline }) => shape(outline, info('outline', name))),
    ...greens.map(({ name, kind, outline }) => shape(outline, info(kind === 'meadow' ? 'outline' : 'lane', name))),
  ];
}

interface Wall { a: Point; b: Point; line: string }

/** The first point a ray from `from` meets, not on its own line; null when nothing is within reach. */
function firstHit(walls: SegmentIndex<Wall>, from: Point, towards: Point, line: string): Point | null {
  const end: Point = [from[0] + towards[0] * REACH_M, from[1] + towards[1] * REACH_M];
  let best = Infinity;
  for (const wall of walls.near(from, end, 1)) {
    if (wall.line === line) continue;
    const hit = crossing(from, end, wall.a, wall.b);
    if (hit && hit.alongFirst > 0.002 && hit.alongFirst <= 1 && hit.alongSecond >= 0 && hit.alongSecond <= 1) best = Math.min(best, hit.alongFirst);
  }
  // A little beyond, so that rounding cannot leave it short; the tip is cut off again.
  return best === Infinity ? null : between(from, end, best + 1 / REACH_M);
}

function drawnOn(line: SkeletonLine, walls: SegmentIndex<Wall>): SkeletonLine {
  const points = [...line.points];
  for (const end of ['start', 'end'] as const) {
    const [tip, before] = end === 'start' ? [points[0]!, points[1]!] : [points.at(-1)!, points.at(-2)!];
    const meets = [...walls.near(tip, tip, 8)].some((wall) => wall.line !== line.info.line && foot(tip, wall.a, wall.b).distance < 6);
    if (meets) continue;
    const hit = firstHit(walls, tip, direction(before, tip), line.info.line);
    if (!hit) continue;
    if (end === 'start') points.unshift(hit); else points.push(hit);
  }
  return { ...line, points };
}

/** Four ways out of a closed shape: from the points farthest east, west, north and south. */
function waysOut(line: SkeletonLine, walls: SegmentIndex<Wall>): SkeletonLine[] {
  const ring = line.points.slice(0, -1);
  const centre = ringCentroid(ring);
  const turn = (line.info.line.length % 7) / 7;
  const ways: SkeletonLine[] = [];
  for (let i = 0; i < 3; i++) {
    const from = at(ring, Math.floor((ring.length * (i + turn)) / 3));
    const hit = firstHit(walls, from, direction(centre, from), line.info.line);
    if (hit) ways.push({ points: [from, hit], info: info('local', `${line.info.line} ${i}`), open: false });
  }
  return ways;
}

/** The lines in order of precedence: where two coincide, the first gives the edge its meaning. */
export function skeletonLines(borders: Borders, waters: Waters, greens: readonly Green[]): Line<EdgeInfo>[] {
  const borderLines: SkeletonLine[] = [
    { points: closed(borders.cityOutline), info: info('border', 'city'), open: false },
    ...borders.unitBorders.map((pair) => ({ points: pair, info: info('border', 'unit'), open: false })),
  ];
  const banks: SkeletonLine[] = [waters.vistula.left, waters.vistula.right]
    .map((points, i) => ({ points, info: info('bank', `bank ${i}`), open: true }));
  const [named, shapes] = [namedLines(), closedLines(waters, greens)];
  const walls = new SegmentIndex<Wall>();
  for (const { points, info: { line } } of [...named, ...shapes, ...banks, ...borderLines]) {
    points.slice(1).forEach((b, i) => { if (distance(points[i]!, b) > 0) walls.add({ a: points[i]!, b, line }); });
  }
  return [
    ...named.map((line) => drawnOn(line, walls)), ...shapes, ...shapes.slice(4).flatMap((shape) => waysOut(shape, walls)),
    ...banks.map((line) => drawnOn(line, walls)), ...borderLines,
  ];
}
