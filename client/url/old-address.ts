/** Addresses that may be of an older kind: told apart in the first view, put right by code that is fetched only then. */
import { readAgain } from './use-url.ts';
import { PARAMETERS } from './parameters.ts';

/** Whether path and query may hold words that are no longer, or never were, those of today. Quick, and rather once too often. */
export const mayBeOld = (path: string, search: string): boolean =>
  !/^\/(?:dzialka\/12610\d_9\.[\w./]*|dzielnica\/[IVX]+|(?:plan|teren|adnotacja|obiekty?)\/.*|embed)?$/.test(path) || [...new URLSearchParams(search).keys()].some((name) => !(name in PARAMETERS));

/** Brings the address of the page up to date, without a step in history. */
export async function bringUpToDate(): Promise<void> {
  const { presentAddress } = await import('../../domain/aliases.ts');
  const present = presentAddress(location.pathname, location.search);
  if (present === null) return;
  history.replaceState(history.state, '', present.includes('#') ? present : present + location.hash);
  readAgain();
}
