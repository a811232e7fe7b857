/** Cuts a block into lots: rows of plots along its streets, strips of a field, or large irregular lots. */
import type { Character } from './character.ts';
import { longestChord, type ChordEnd } from './cuts.ts';
import type { PlanarMap } from './planar-map.ts';
import { at, distance, dot, isSimple, ringArea, ringCentroid, roundCm, type Point } from './plane.ts';
import type { Random } from './random.ts';
import { dominantDirection, extentAlong } from './shape.ts';

/** A lot's corner nearer than this to an existing one takes its place, m. */
const SNAP_M = 1.5;
const SMALLEST_M2 = 60;

/** Cuts a face by a straight line; null when a part would be a sliver. The neighbours get the new corners too. */
export function cutByLine(map: PlanarMap, face: number, through: Point, towards: Point): [number, number] | null {
  const outline = map.outline(face);
  const chord = longestChord(outline, through, towards);
  if (!chord || chord.to.along - chord.from.along < 4) return null;
  const ring = map.ring(face);
  const corner = ({ side, point }: ChordEnd): number | null => {
    const [a, b] = [distance(outline[side]!, point), distance(at(outline, side + 1), point)];
    return Math.min(a, b) < SNAP_M ? (a <= b ? side : (side + 1) % ring.length) : null;
  };
  const [first, second] = [corner(chord.from), corner(chord.to)];
  if (!sound(outline, chord, first, second)) return null;
  const place = (end: ChordEnd, index: number | null, nodes: readonly number[]): number => {
    if (index !== null) return nodes[index]!;
    const node = map.addNode(end.point);
    const [u, v] = [nodes[end.side]!, at(nodes, end.side + 1)];
    if (node !== u && node !== v) map.splitEdge(u, v, node);
    return node;
  };
  const before = [...ring];
  const [u, v] = [place(chord.from, first, before), place(chord.to, second, before)];
  return map.splitFace(face, [u, v]);
}

/** Both parts are simple, large enough and not mere needles, and the ends are not neighbours on the border. */
function sound(outline: readonly Point[], { from, to }: { from: ChordEnd; to: ChordEnd }, first: number | null, second: number | null): boolean {
  if (from.side === to.side) return false;
  if (first !== null && second !== null) {
    const gap = Math.abs(first - second);
    if (gap <= 1 || gap === outline.length - 1) return false;
  }
  const rounded = ([x, y]: Point): Point => [roundCm(x), roundCm(y)];
  const [a, b] = [first === null ? rounded(from.point) : outline[first]!, second === null ? rounded(to.point) : outline[second]!];
  const walk = (start: number, end: number): Point[] => {
    const points: Point[] = [];
    for (let i = (start + 1) % outline.length; ; i = (i + 1) % outline.length) {
      if (i !== first && i !== second) points.push(outline[i]!);
      if (i === end) return points;
    }
  };
  const parts = [[a, ...walk(from.side, to.side), b], [b, ...walk(to.side, from.side), a]];
  // A part much thinner than the cut is long is a needle.
  const least = Math.max(SMALLEST_M2, distance(a, b) * 3.5);
  return parts.every((part) => part.length > 2 && ringArea(part) > least && isSimple(part));
}

interface Task { readonly face: number; readonly lots: Character['lots']; readonly lotM2: number }

/** Lots of a block, as faces of the map. */
export function cutLots(map: PlanarMap, block: number, character: Character, random: Random): number[] {
  const outline = map.outline(block);
  const main = dominantDirection(outline);
  const spread = () => character.spread ** ((random.next() + random.next() + random.next() - 1.5) * 1.3);
  const done: number[] = [];
  const open: Task[] = firstTasks(map, block, character, main, character.lotM2 * spread(), random);
  while (open.length > 0) {
    const { face, lots, lotM2 } = open.pop()!;
    const ring = map.outline(face);
    const area = ringArea(ring);
    const wanted = lotM2 * (lots === 'large' ? spread() : random.between(0.8, 1.25));
    const parts = area > 1.55 * wanted ? cutOnce(map, face, ring, main, lots, Math.max(2, Math.round(area / wanted)), random) : null;
    if (parts) open.push(...parts.map((part) => ({ face: part, lots, lotM2 })));
    else done.push(face);
  }
  return done;
}

/** A village has house plots along the lane and strips of field behind them. */
function firstTasks(map: PlanarMap, block: number, character: Character, main: Point, lotM2: number, random: Random): Task[] {
  const whole: Task = { face: block, lots: character.lots, lotM2 };
  if (character.name !== 'village') return [whole];
  const outline = map.outline(block);
  const axis: Point = [-main[1], main[0]];
  const { low, size } = extentAlong(outline, axis);
  if (size < 110) return [{ face: block, lots: 'row', lotM2: lotM2 * 0.8 }];
  const base = ringCentroid(outline);
  const shift = low + random.between(42, 58) - dot(base, axis);
  const parts = cutByLine(map, block, [base[0] + axis[0] * shift, base[1] + axis[1] * shift], main);
  if (!parts) return [whole];
  const [front, back] = map.area(parts[0]) < map.area(parts[1]) ? parts : [parts[1], parts[0]];
  return [{ face: front, lots: 'row', lotM2: lotM2 * 0.75 }, { face: back, lots: 'strip', lotM2: lotM2 * 1.6 }];
}

function cutOnce(
  map: PlanarMap, face: number, ring: readonly Point[], main: Point, lots: Character['lots'], count: number, random: Random,
): [number, number] | null {
  const other: Point = [-main[1], main[0]];
  const [along, across] = [extentAlong(ring, main), extentAlong(ring, other)];
  // Strips run the whole depth until they would be narrower than 14 m; plots and lots are cut across their longer extent.
  const alongFirst = lots === 'strip' ? along.size > 28 : along.size * (lots === 'row' ? 1.25 : 1) > across.size;
  const tilt = random.between(-1, 1) * (lots === 'large' ? 0.05 : 0.025);
  for (const [axis, extent] of alongFirst ? [[main, along], [other, across]] as const : [[other, across], [main, along]] as const) {
    const share = Math.floor(count / 2) / count + random.between(-0.09, 0.09) * (lots === 'large' ? 1.6 : 1);
    const base = ringCentroid(ring);
    const shift = extent.low + extent.size * Math.min(0.8, Math.max(0.2, share)) - dot(base, axis);
    const normal: Point = [-axis[1], axis[0]];
    const towards: Point = [normal[0] * Math.cos(tilt) - normal[1] * Math.sin(tilt), normal[0] * Math.sin(tilt) + normal[1] * Math.cos(tilt)];
    const parts = cutByLine(map, face, [base[0] + axis[0] * shift, base[1] + axis[1] * shift], towards);
    if (parts) return parts;
  }
  return null;
}
