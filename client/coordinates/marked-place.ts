/** The place that a reader marked by its coordinates; a link restores it. */
import type { Pair } from '../../domain/geo/crs.ts';
import { showPoint } from '../map/camera.ts';
import { navigate, useUrl } from '../url/use-url.ts';

/** Marks a place of longitude and latitude and goes there. */
export function markPlace([lon, lat]: Pair): void {
  navigate({ at: `${lat.toFixed(6)},${lon.toFixed(6)}` });
  showPoint([lon, lat], 17);
}

export const unmarkPlace = (): void => navigate({ at: null });

/** Reads the address: `latitude,longitude` → longitude and latitude. */
export function placeOf(at: string | null): Pair | null {
  const [lat, lon] = at?.split(',').map(Number) ?? [];
  return lat === undefined || lon === undefined ? null : [lon, lat];
}

/** `latitude,longitude` of the marked place as the address has it; null when none is. */
export const useMarkedPlace = (): string | null => useUrl().at;
