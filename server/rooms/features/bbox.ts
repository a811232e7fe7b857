/** The parameters `bbox` and `bbox-crs`: from four numbers in any axis order to boxes that PL-2000 can hold. */
import { z } from 'zod';
import type { CoordinateSystem } from '../../../domain/contract/coordinate-systems.ts';
import { Problem } from '../../http/problem.ts';

/** [minX, minY, maxX, maxY], easting or longitude first. */
export type Box = readonly [number, number, number, number];

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;

/** Four numbers, or six with heights (which are dropped), in the axis order of the system. */
export const BboxParameter = z.string().max(400).transform((text, context): readonly number[] => {
  const parts = text.split(',').map((part) => part.trim());
  const numbers = parts.map(Number);
  if (![4, 6].includes(parts.length)) context.addIssue('must be four numbers (or six with heights), separated by commas');
  else if (!parts.every((part) => NUMBER.test(part)) || !numbers.every(Number.isFinite)) context.addIssue('must be finite numbers');
  return numbers.length === 6 ? [0, 1, 3, 4].map((place) => numbers[place]!) : numbers;
});

/**
 * The boxes to search: none when the bbox lies far away, two when it crosses the antimeridian, else one. Throws `invalid-parameter` when
 * it is upside down or out of the range of degrees.
 */
export function boxesOf([a, b, c, d]: readonly number[], system: CoordinateSystem): Box[] {
  const [west, south, east, north] = system.axes === 'xy' ? [a!, b!, c!, d!] : [b!, a!, d!, c!];
  const wrong = (message: string): Problem => new Problem('invalid-parameter', `Wrong parameter: bbox (${message}).`, [{ path: 'bbox', message }]);
  if (south > north) throw wrong(`the southern edge ${south} lies north of the northern edge ${north}`);
  if (system.geographic && (Math.abs(south) > 90 || Math.abs(north) > 90 || Math.abs(west) > 360 || Math.abs(east) > 360)) throw wrong('degrees are out of range');
  if (west > east && !system.geographic) throw wrong(`the western edge ${west} lies east of the eastern edge ${east}`);
  const parts: Box[] = west > east ? [[west, south, 180, north], [-180, south, east, north]] : [[west, south, east, north]];
  const [minX, minY, maxX, maxY] = system.window;
  return parts
    .map(([x1, y1, x2, y2]): Box => [Math.max(x1, minX), Math.max(y1, minY), Math.min(x2, maxX), Math.min(y2, maxY)])
    .filter(([x1, y1, x2, y2]) => x1 <= x2 && y1 <= y2);
}
