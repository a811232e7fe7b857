/** Watches whether a background of another server arrives: three tiles in a row that do not, and the reader gets our own base map back. */
import { BACKGROUND_PREFIX } from '../../domain/style/background.ts';
import { type GlMap, setMapState } from './map-store.ts';

const PATIENCE = 3;

/** A background is tried anew: another one was chosen, or the reader asked for it again. */
export const trustBackground = (): void => setMapState({ backgroundFailed: false });

/** The background cannot be had at all: not listed, or its style did not come. */
export const distrustBackground = (): void => setMapState({ backgroundFailed: true });

/** True when an error of the map is the background's, and so no failure of our own tiles. */
export const isOfBackground = (sourceId: string | undefined): boolean => sourceId?.startsWith(BACKGROUND_PREFIX) ?? false;

export function watchBackground(map: GlMap): void {
  let missed = 0;
  map.on('error', (event) => {
    if (!isOfBackground((event as { sourceId?: string }).sourceId)) return;
    missed += 1;
    if (missed < PATIENCE) return;
    missed = 0;
    distrustBackground();
  });
  map.on('data', (event) => {
    const { sourceId, tile } = event as { sourceId?: string; tile?: unknown };
    if (tile !== undefined && isOfBackground(sourceId)) missed = 0;
  });
}
