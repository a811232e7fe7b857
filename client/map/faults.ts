/** What went wrong with a map: tiles that did not come, or a fault of ours. */
import { setMapState } from './map-store.ts';

/** Says that part of the map did not load. A tile out of range is no failure; what the map was asked to draw and cannot is reported as any other fault of the program. */
export function tellFault(error: Error & { readonly status?: number }): void {
  if (/^(?:layers|sources)[.[]/.test(error.message)) reportError(error);
  else if (error.status === undefined || error.status >= 429) setMapState({ tilesFailed: true });
}
