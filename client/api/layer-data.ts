/** Whose and of which day a layer's data is, and whether it is demonstration data: read from one of its objects. */
import { queryOptions } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { requestJson, withQuery } from './http.ts';

export interface LayerData {
  readonly empty: boolean;
  readonly source: string | null;
  /** ISO date. */
  readonly sourceDate: string | null;
  readonly demonstration: boolean;
}

/** For `useQuery`; one small request a layer, kept for the session. */
export const layerDataQuery = (layerId: string) => queryOptions({
  queryKey: ['layer-data', layerId],
  staleTime: 600_000,
  queryFn: async ({ signal }): Promise<LayerData> => {
    const path = withQuery(`/api/collections/${layerId}/items`, { limit: 1 });
    const { features } = await requestJson<FeatureCollection>(path, { signal, accept: 'application/geo+json' });
    const properties = features[0]?.properties;
    return { empty: features.length === 0, source: properties?.source ?? null, sourceDate: properties?.source_date ?? null, demonstration: properties?.demonstration === true };
  },
});
