/** Where a label stands within an area: as far from the edges as a coarse search finds, and only where it fits and is free. */
import type { Box, Position } from './map-frame.ts';
import { doubleArea } from './map-frame.ts';

const STEPS = 12;
/** Points of a ring that the search looks at. */
const MOST_POINTS = 64;

/** Is the point within the ring? */
function contains(ring: readonly Position[], [x, y]: Position): boolean {
  let within = false;
  let [x2, y2] = ring.at(-1)!;
  for (const point of ring) {
    const [x1, y1] = [point[0], point[1]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) within = !within;
    x2 = x1;
    y2 = y1;
  }
  return within;
}

/** Distance of a point to a segment. */
function away([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = dx === 0 && dy === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** Does a segment come into the box (Liang–Barsky)? */
function crosses([left, top, right, bottom]: Box, [x1, y1]: Position, [x2, y2]: Position): boolean {
  let [from, to] = [0, 1];
  for (const [step, room] of [[x1 - x2, x1 - left], [x2 - x1, right - x1], [y1 - y2, y1 - top], [y2 - y1, bottom - y1]] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from <= to;
}

const overlap = (one: Box, other: Box): boolean => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** A ring with fewer points: where a label stands need not be exact. */
const coarse = (ring: readonly Position[]): readonly Position[] => ring.filter((_, at) => at % Math.ceil(ring.length / MOST_POINTS) === 0);

/** What a label may not cover: other labels, the outline of the subject. */
export interface Obstacles { readonly boxes: readonly Box[]; readonly rings: readonly (readonly Position[])[] }

/** The centre of a label of this size within the largest of the areas (points on the page, already cut to the frame); null: no room. */
export function labelPlace(areas: readonly (readonly (readonly Position[])[])[], width: number, height: number, { boxes, rings: outlines }: Obstacles): Position | null {
  const rings = areas.toSorted((a, b) => doubleArea(b[0]!) - doubleArea(a[0]!))[0]?.map(coarse);
  if (!rings || doubleArea(rings[0]!) / 2 < width * height) return null;
  const [xs, ys] = [rings[0]!.map(([x]) => x), rings[0]!.map(([, y]) => y)];
  const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  if (right - left < width || bottom - top < height) return null;
  const inside = (point: Position): boolean => contains(rings[0]!, point) && !rings.slice(1).some((hole) => contains(hole, point));
  let best: { place: Position; distance: number } | null = null;
  for (let row = 0.5; row < STEPS; row += 1) {
    for (let column = 0.5; column < STEPS; column += 1) {
      const [x, y] = [left + ((right - left) * column) / STEPS, top + ((bottom - top) * row) / STEPS];
      const box: Box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
      const corners: readonly Position[] = [[x, y], [box[0], box[1]], [box[2], box[1]], [box[0], box[3]], [box[2], box[3]]];
      if (boxes.some((other) => overlap(box, other)) || !corners.every(inside) || outlines.some((ring) => ring.some((point, at) => crosses(box, ring.at(at - 1)!, point)))) continue;
      const distance = Math.min(...rings.map((ring) => Math.min(...ring.map((point, at) => away([x, y], ring.at(at - 1)!, point)))));
      if (!best || distance > best.distance) best = { place: [x, y], distance };
    }
  }
  return best && best.place;
}
