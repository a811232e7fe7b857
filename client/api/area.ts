/** Spatial search: what lies in an area, counted, listed and measured – and the same whole, for files. */
import { queryOptions } from '@tanstack/react-query';
import type { Feature, FeatureCollection } from 'geojson';
import type { AreaAnswer, AreaHit, AreaOfInterest } from '../../domain/contract/area.ts';
import { requestJson, withQuery } from './http.ts';

export const AREA_PAGE = 20;
const FILE_PAGE = 1000;
/** A file holds no more objects of one layer; the counts are always of all. */
export const FILE_LIMIT = 5000;

/** `day`: ISO; null: today. */
interface Asked { readonly area: AreaOfInterest; readonly layers: readonly string[]; readonly day: string | null }

/** One page of each layer from `offset` on. */
export function fetchArea({ area, layers, day }: Asked, { limit = AREA_PAGE, offset = 0, signal }: { limit?: number; offset?: number; signal?: AbortSignal } = {}): Promise<AreaAnswer> {
  return requestJson<AreaAnswer>('/api/search/area', { body: { area, layers, limit, offset, ...(day ? { datetime: day } : {}) }, signal });
}

/** For `useQuery`: the first page of every layer. */
export const areaQuery = (asked: Asked) => queryOptions({
  queryKey: ['area', asked], staleTime: 300_000, queryFn: ({ signal }) => fetchArea(asked, { signal }),
});

/** All hits of one layer, up to FILE_LIMIT. */
export async function fetchAllHits(area: AreaOfInterest, layer: string, day: string | null): Promise<readonly AreaHit[]> {
  const hits: AreaHit[] = [];
  for (let offset: number | null = 0; offset !== null && offset < FILE_LIMIT;) {
    const page: AreaAnswer = await fetchArea({ area, layers: [layer], day }, { limit: FILE_PAGE, offset });
    hits.push(...page.layers[0]!.hits);
    offset = page.layers[0]!.next;
  }
  return hits;
}

/** The objects themselves with their geometry and fields: those of the box whose id is among `ids`. */
export async function fetchFeaturesOf(layer: string, bbox: readonly number[], ids: ReadonlySet<number>, day: string | null): Promise<readonly Feature[]> {
  const found: Feature[] = [];
  for (let offset = 0; found.length < ids.size; offset += FILE_PAGE) {
    const path = withQuery(`/api/collections/${layer}/items`, { bbox: bbox.join(','), limit: FILE_PAGE, offset, datetime: day });
    const { features } = await requestJson<FeatureCollection>(path, { accept: 'application/geo+json' });
    found.push(...features.filter(({ id }) => ids.has(Number(id))));
    if (features.length < FILE_PAGE) break;
  }
  return found;
}
