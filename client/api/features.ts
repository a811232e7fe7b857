/** Objects of a layer as the API gives them (OGC API Features, GeoJSON). */
import { useQuery } from '@tanstack/react-query';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { findLayer } from '../../domain/layers/index.ts';
import type { ObjectRef } from '../selection/selection.ts';
import { objectName } from '../selection/selection.ts';
import { useUrl } from '../url/use-url.ts';
import { Failure, requestJson, withQuery } from './http.ts';

/** Properties are the fields that the catalogue declares for the layer. */
export type LayerFeature = Feature<Geometry, Readonly<Record<string, unknown>> & { readonly key: string }> & { readonly id: number };

const GEOJSON = 'application/geo+json';

/** One object by id, or by key as it stood on a day (ISO; null: today). Throws Failure `not-found` when there is none. */
export async function fetchFeature(object: ObjectRef, { day = null, signal }: { readonly day?: string | null; readonly signal?: AbortSignal } = {}): Promise<LayerFeature> {
  const items = `/api/collections/${object.layer}/items`;
  if ('id' in object) return requestJson<LayerFeature>(`${items}/${object.id}`, { signal, accept: GEOJSON });
  const { features } = await requestJson<FeatureCollection>(withQuery(items, { key: object.key, limit: 1, datetime: day }), { signal, accept: GEOJSON });
  const [feature] = features;
  if (!feature) throw new Failure('not-found', objectName(object));
  return feature as LayerFeature;
}

/** The object's GeoJSON feature of the day that the map shows; `object` null: idle. */
export function useFeature(object: ObjectRef | null) {
  const { day: asked } = useUrl();
  // An id names one version; what does not change with time is the same on every day.
  const day = object && 'key' in object && findLayer(object.layer)?.temporal ? asked : null;
  return useQuery({
    queryKey: ['feature', object && objectName(object), day],
    queryFn: ({ signal }) => fetchFeature(object!, { day, signal }),
    // Annotations are no layer of the collections: their room asks for them.
    enabled: object !== null && object.layer !== 'annotations',
  });
}
