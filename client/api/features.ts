/** Objects of a layer as the API gives them (OGC API Features, GeoJSON). */
import { useQuery } from '@tanstack/react-query';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { ObjectRef } from '../selection/selection.ts';
import { objectName } from '../selection/selection.ts';
import { Failure, requestJson, withQuery } from './http.ts';

/** Properties are the fields that the catalogue declares for the layer. */
export type LayerFeature = Feature<Geometry, Readonly<Record<string, unknown>> & { readonly key: string }> & { readonly id: number };

const GEOJSON = 'application/geo+json';

/** One object by id or key. Throws Failure `not-found` when there is none. */
export async function fetchFeature(object: ObjectRef, signal?: AbortSignal): Promise<LayerFeature> {
  const items = `/api/collections/${object.layer}/items`;
  if ('id' in object) return requestJson<LayerFeature>(`${items}/${object.id}`, { signal, accept: GEOJSON });
  const { features } = await requestJson<FeatureCollection>(withQuery(items, { key: object.key, limit: 1 }), { signal, accept: GEOJSON });
  const [feature] = features;
  if (!feature) throw new Failure('not-found', objectName(object));
  return feature as LayerFeature;
}

/** The object's GeoJSON feature; `object` null: idle. */
export function useFeature(object: ObjectRef | null) {
  return useQuery({
    queryKey: ['feature', object && objectName(object)],
    queryFn: ({ signal }) => fetchFeature(object!, signal),
    enabled: object !== null,
  });
}
