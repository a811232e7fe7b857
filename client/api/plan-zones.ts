/** The zones of a plan, without their geometry. */
import { queryOptions } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { requestJson, withQuery } from './http.ts';

export interface PlanZone {
  readonly key: string;
  readonly symbol: string;
  readonly zoneClass: string;
  readonly designation: string;
  readonly areaHa: number | null;
}

const LIMIT = 1000;
const BY_NUMBER = new Intl.Collator('pl', { numeric: true });

/** For `useQuery`: sorted by symbol, numbers as numbers. */
export const zonesOfPlanQuery = (layer: 'zones' | 'general-plan-zones', plan: string) => queryOptions({
  queryKey: ['plan-zones', layer, plan],
  staleTime: 300_000,
  queryFn: async ({ signal }): Promise<readonly PlanZone[]> => {
    const { features } = await requestJson<FeatureCollection>(withQuery(`/api/collections/${layer}/items`, { plan, limit: LIMIT }), { signal, accept: 'application/geo+json' });
    const zones = features.map(({ properties }) => ({
      key: String(properties?.['key']), symbol: String(properties?.['symbol']), zoneClass: String(properties?.['zone_class']), designation: String(properties?.['designation'] ?? ''),
      areaHa: typeof properties?.['area_ha'] === 'number' ? properties['area_ha'] : null,
    }));
    return zones.sort((one, other) => BY_NUMBER.compare(one.symbol, other.symbol));
  },
});
