/** Which finds get a mark on the map, and figures of what is found that claim no more than is so. */
import type { AreaHit } from '../../domain/contract/area.ts';

export type Box = readonly number[];

/** The place of a larger object may lie far outside of the area: outside of the area's box it gets no mark. */
export const isMarked = ({ point: [lon, lat] }: Pick<AreaHit, 'point'>, [west, south, east, north]: Box): boolean => lon >= west! && lon <= east! && lat >= south! && lat <= north!;

/** What is measured on the ground rounds; more than that over the area means that objects overlap, and their sum says nothing. */
const TOLERANCE = 1.005;
export const isSum = (measureInsideM2: number, areaM2: number): boolean => measureInsideM2 <= areaM2 * TOLERANCE;

/** A figure with one decimal, where something that is there never reads as nothing: `< 0,1 %`. */
export const written = (value: number, write: (value: number) => string): string => (value > 0 && value < 0.05 ? `< ${write(0.1)}` : write(value));
