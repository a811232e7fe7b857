/** Coordinates typed in the search box are a place to go to: which system and order they were understood as is said with it. */
import { parseCoordinates, type ReadCoordinates } from '../../domain/geo/coordinates.ts';
import { markPlace } from '../coordinates/marked-place.ts';
import { closeSearch } from './search-store.ts';

export interface CoordinateEntry {
  readonly read: ReadCoordinates;
  choose(): void;
}

/** Null for a text that is no coordinates, or those of a place that the map does not reach. */
export function coordinateEntry(text: string): CoordinateEntry | null {
  const read = parseCoordinates(text);
  if (!read?.near) return null;
  return { read, choose: () => { closeSearch(); markPlace(read.lonLat); } };
}
