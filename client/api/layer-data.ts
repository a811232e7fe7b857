/** Whose and of which day the data of each layer is, and whether it is demonstration data: one small request for all layers. */
import { queryOptions } from '@tanstack/react-query';
import type { LayerSources } from '../../domain/contract/features.ts';
import { requestJson } from './http.ts';

export interface LayerData {
  readonly empty: boolean;
  readonly source: string | null;
  /** ISO date. */
  readonly sourceDate: string | null;
  readonly demonstration: boolean;
}

const EMPTY: LayerData = { empty: true, source: null, sourceDate: null, demonstration: false };

/** For `useQuery`: all layers, by id; kept for the session. */
export const allLayerData = queryOptions({
  queryKey: ['sources'],
  staleTime: 600_000,
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, LayerData>> => {
    const { sources } = await requestJson<LayerSources>('/api/sources', { signal });
    return new Map(Object.entries(sources).map(([id, provenance]) => [id, provenance ? { empty: false, ...provenance } : EMPTY]));
  },
});

/** For `useQuery`: one layer of them, without a request of its own. */
export const layerDataQuery = (layerId: string) => queryOptions({ ...allLayerData, select: (all: ReadonlyMap<string, LayerData>) => all.get(layerId) ?? EMPTY });
