/** The one search box as the server answers it. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SearchAnswer } from '../../domain/contract/search.ts';
import type { Language } from '../url/parameters.ts';
import { requestJson, withQuery } from './http.ts';

export const SEARCH_LIMIT = 20;
/** The server takes no longer text. */
export const SEARCH_LENGTH = 100;

/** For `useQuery`: the answer to `text`; a new text aborts the former question, whose results stay until the new ones are there. `near` is longitude, latitude; contexts are in `language`. */
export function searchQuery(text: string, near: readonly [number, number] | null, language: Language) {
  const q = text.trim().slice(0, SEARCH_LENGTH);
  // About a kilometre: a nudge of the map is no new question.
  const place = near && near.map((degrees) => degrees.toFixed(2)).join(',');
  return queryOptions({
    queryKey: ['search', q, place, language],
    queryFn: ({ signal }) => requestJson<SearchAnswer>(withQuery('/api/search', { q, limit: SEARCH_LIMIT, near: place }), { signal, language }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
}
