/** Opens what was found: remembers it, flies there and shows its panel. */
import { showBox, showPoint } from '../map/camera.ts';
import { openObject } from '../selection/use-selection.ts';
import { type Remembered, remember } from './search-history.ts';
import { closeSearch } from './search-store.ts';

/** About 30 m: what is smaller is shown as a place with its surroundings. */
const SMALL_DEGREES = 0.0004;

export function openResult(result: Remembered): void {
  const [west, south, east, north] = result.bbox;
  remember(result);
  closeSearch();
  openObject({ layer: result.layer, key: result.key });
  if (east - west < SMALL_DEGREES && north - south < SMALL_DEGREES) showPoint(result.point, 17.5);
  else showBox([west, south, east, north]);
  (document.activeElement as HTMLElement | null)?.blur();
  // An object that stood open behind the list has its heading already; a new one takes the focus when it comes.
  document.querySelector<HTMLElement>('#panel h2[tabindex]')?.focus({ preventScroll: true });
}
