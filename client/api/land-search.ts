/** The investor's search: land that fits, page by page, with counts, scores and what to relax; and the same as files. */
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { LAND_FORMATS, LAND_SYSTEMS } from '../../domain/contract/investment/export.ts';
import type { LandKind, LandSearch } from '../../domain/contract/investment/search.ts';
import { requestJson, withQuery } from './http.ts';

const PAGE = 20;

/** `filter` is CQL2 text, '' for anything; `kind` null: both; `order` as the address has it: a queryable, `-` for descending; null: the server's. */
export interface LandQuestion {
  readonly filter: string;
  readonly kind: LandKind | null;
  readonly order: string | null;
  readonly weights: Readonly<Record<string, number>>;
}

const parametersOf = ({ filter, kind, order, weights }: LandQuestion) => ({
  filter: filter || null, kinds: kind, sort: order, weights: Object.entries(weights).map(([name, weight]) => `${name}:${weight}`).join(',') || null,
});

/** For `useInfiniteQuery`; facets and relaxations come with the first page, and the page before stays until the next is there. */
export const landQuery = (asked: LandQuestion) => infiniteQueryOptions({
  queryKey: ['land-search', asked], staleTime: 60_000, placeholderData: keepPreviousData, initialPageParam: 0,
  queryFn: ({ pageParam, signal }) => requestJson<LandSearch>(withQuery('/api/investment/search', { ...parametersOf(asked), limit: PAGE, offset: pageParam || null, facets: pageParam > 0 ? 'false' : null }), { signal }),
  getNextPageParam: ({ total, items }, _pages, offset) => (items.length > 0 && offset + items.length < total ? offset + items.length : undefined),
});

/** Tells the office's figures what was searched, nothing of who asks; nobody waits for it, and nobody misses it. */
export function countSearch(asked: LandQuestion, door: 'resident' | 'planner' | 'investor'): void {
  void requestJson(withQuery('/api/investment/search', { ...parametersOf(asked), limit: 1, facets: 'false', log: 'true', door })).catch(() => undefined);
}

/** What a file holds: all that fits a question, or land that is named. */
export type FiledLand = Pick<LandQuestion, 'filter' | 'kind'> | { readonly sites: readonly string[]; readonly parcels: readonly string[] };

/** Address of land as a file; `crs` null: degrees in GeoJSON, PL-2000 elsewhere. */
export const exportPath = (land: FiledLand, format: (typeof LAND_FORMATS)[number], crs: (typeof LAND_SYSTEMS)[number] | null, lang: string): string => withQuery('/api/investment/export', {
  ...('filter' in land ? { filter: land.filter || null, kinds: land.kind } : { sites: land.sites.join(',') || null, parcels: land.parcels.join(',') || null }), format, crs, lang,
});
