/** Names of districts and plans whose area may become the boundary of a procedure. */
import { queryOptions } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { requestJson, withQuery } from './http.ts';

interface Named { readonly value: string; readonly label: string }

async function namesOf(layer: 'districts' | 'plans', signal: AbortSignal): Promise<readonly Named[]> {
  const { features } = await requestJson<FeatureCollection>(withQuery(`/api/collections/${layer}/items`, { limit: 1000 }), { signal, accept: 'application/geo+json' });
  return features.map(({ properties }) => ({ value: String(properties?.['key']), label: String(properties?.['name'] ?? properties?.['key']) })).toSorted((one, other) => one.label.localeCompare(other.label, 'pl', { numeric: true }));
}

/** For `useQuery`. */
export const areaNamesQuery = queryOptions({
  queryKey: ['procedures', 'areas'], staleTime: 600_000,
  queryFn: async ({ signal }) => {
    const [districts, plans] = await Promise.all([namesOf('districts', signal), namesOf('plans', signal)]);
    return { districts, plans };
  },
});
