/** The two great squares and the old town: the Rynek, the medieval streets that leave its sides and corners, and the Planty as a ring. */
import { smoothed, smoothedRing } from './curves.ts';
import { facts, skeleton } from './facts.ts';
import { at, direction, type Point, type Ring } from './plane.ts';
import type { EdgeKind } from './edge-kinds.ts';

const { rotationDegrees, square, plantyInner, plantyWidthM, streets } = skeleton.oldTown;
const MIDDLE = facts.places.find((place) => place.name === 'Rynek Główny')!.point;
const TURN = (rotationDegrees * Math.PI) / 180;

/** Metres along the Rynek's sides ("north", "east") → metres of the model. */
function fromRynek([north, east]: readonly [number, number]): Point {
  return [MIDDLE[0] + north * Math.sin(TURN) + east * Math.cos(TURN), MIDDLE[1] + north * Math.cos(TURN) - east * Math.sin(TURN)];
}

export const RYNEK: Ring = square.map(fromRynek);

/** The eight-sided square where the avenues of Nowa Huta meet. */
export const PLAC_CENTRALNY: Ring = Array.from({ length: 8 }, (_, i): Point => {
  const [x, y] = facts.places.find((place) => place.name === 'Plac Centralny')!.point;
  return [x + 88 * Math.cos(((i + 0.5) * Math.PI) / 4), y + 88 * Math.sin(((i + 0.5) * Math.PI) / 4)];
});

export const PLANTY_INNER: Ring = smoothedRing(plantyInner.toReversed(), 60);
/** Outside the inner ring by the width of the Planty. */
export const PLANTY_OUTER: Ring = PLANTY_INNER.map((p, i) => {
  const [dx, dy] = direction(at(PLANTY_INNER, i - 1), at(PLANTY_INNER, i + 1));
  return [p[0] + dy * plantyWidthM, p[1] - dx * plantyWidthM];
});

/** Streets of the real ring outside the Planty, by which stretch of it they are; the ring is one line named after its longest. */
export const PLANTY_STREETS = { outer: 'ul. Podwale', inner: 'Planty' } as const;

/** Streets inside the Planty; some run on across the ring. */
export function oldTownStreets(): { name: string; kind: EdgeKind; points: Point[] }[] {
  return streets.map(([name, kind, ...points]) => ({ name, kind, points: smoothed(points.map(fromRynek), 70) }));
}
