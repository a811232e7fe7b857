/** What lies in a box, layer by layer: how many, and the names of the first. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import type { Layer } from '../../domain/layers/layer.ts';
import { requestJson, withQuery } from './http.ts';

export interface InView {
  readonly count: number;
  readonly objects: readonly { readonly key: string; readonly title: string; readonly value: string | number | null }[];
}

/** For `useQuery`: the first `limit` objects of a layer that touch the box of degrees on a day (ISO; null: today), and the count of all. */
export const inViewQuery = (layer: Layer, box: readonly number[], limit: number, day: string | null) => queryOptions({
  queryKey: ['in-view', layer.id, box.map((degrees) => degrees.toFixed(5)), limit, layer.temporal ? day : null],
  placeholderData: keepPreviousData,
  queryFn: async ({ signal }): Promise<InView> => {
    const bbox = box.map((degrees) => degrees.toFixed(6)).join(',');
    const answer = await requestJson<FeatureCollection & { numberMatched: number }>(withQuery(`/api/collections/${layer.id}/items`, { bbox, limit, datetime: layer.temporal ? day : null }), { signal, accept: 'application/geo+json' });
    const { field } = layer.symbology;
    return {
      count: answer.numberMatched,
      objects: answer.features.map(({ properties }) => ({ key: String(properties?.['key']), title: String(properties?.[layer.titleField] ?? ''), value: field === null ? null : (properties?.[field] as string | number | null) ?? null })),
    };
  },
});
