/** The shortlist: at most five pieces of land that stay in the link (`sites`), without an account. */
import { navigate, urlState, useUrl } from '../url/use-url.ts';

export const MOST_SITES = 5;

/** What is on the shortlist, as domain/investment/land-ref.ts writes it, in the order in which it was put there. */
export const useShortlist = (): readonly string[] => useUrl().sites;

/** Puts land on the shortlist, or takes it off; false when it is full and stays as it was. */
export function toggleShortlisted(key: string): boolean {
  const { sites } = urlState();
  if (!sites.includes(key) && sites.length >= MOST_SITES) return false;
  navigate({ sites: sites.includes(key) ? sites.filter((site) => site !== key) : [...sites, key] }, { replace: true });
  return true;
}
