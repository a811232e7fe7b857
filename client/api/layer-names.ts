/** Keys and names of the objects of a small layer (districts, plans), for lists to choose from. */
import { queryOptions } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { findLayer } from '../../domain/layers/index.ts';
import { requestJson, withQuery } from './http.ts';

const LIMIT = 1000;

/** For `useQuery`: by name. */
export const layerNamesQuery = (layer: string) => queryOptions({
  queryKey: ['layer-names', layer], staleTime: 3_600_000,
  queryFn: async ({ signal }) => {
    const { features } = await requestJson<FeatureCollection>(withQuery(`/api/collections/${layer}/items`, { limit: LIMIT }), { signal, accept: 'application/geo+json' });
    const field = findLayer(layer)?.titleField ?? 'key';
    return features.map(({ properties }) => ({ key: String(properties?.['key']), title: String(properties?.[field] ?? properties?.['key']) }))
      .toSorted((one, other) => one.title.localeCompare(other.title, 'pl', { numeric: true }));
  },
});
