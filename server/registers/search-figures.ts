/** The log of what investors search: appended to by the search, read as figures by the office. */
import type { LandKind, SEARCH_DOORS } from '../../domain/contract/investment/search.ts';
import type { SearchFigures } from '../../domain/contract/investment/search-figures.ts';
import type { LoggedSearch } from '../../domain/investment/search-log.ts';
import type { Queries } from '../db/database.ts';
import { queryFile } from '../db/query-file.ts';

const [APPEND, FIGURES] = [queryFile(new URL('sql/search-append.sql', import.meta.url)), queryFile(new URL('sql/search-figures.sql', import.meta.url))];
const MOST = 50;

export interface CountedSearch extends LoggedSearch { readonly kinds: readonly LandKind[]; readonly total: number; readonly door: (typeof SEARCH_DOORS)[number] }

/** One search more; what is older than 400 days goes. */
export const appendSearch = async (db: Queries, search: CountedSearch): Promise<void> => { await db.none(APPEND, { ...search, conditions: [...search.conditions], properties: [...search.properties], kinds: [...search.kinds] }); };

/** What was searched in the last `days` (1–400), and what of it in vain: at most 50 of each, the most frequent first. */
export async function searchFigures(db: Queries, days: number): Promise<SearchFigures> {
  const { since, ...figures } = await db.one<Omit<SearchFigures, 'days' | 'since'> & { since: Date | null }>(FIGURES, { days, most: MOST });
  return { days, since: since?.toISOString() ?? null, ...figures };
}
