/** Which layers the search box covers and how their objects are read: all of it from the catalogue, nothing by name. */
import { SearchKind } from '../../../domain/contract/search.ts';
import { LAYERS } from '../../../domain/layers/index.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { pgp } from '../../db/database.ts';
import { KINDS } from './kinds.ts';

export interface SearchedLayer {
  readonly layer: Layer;
  readonly kind: SearchKind;
}

/** Every layer with a `searchKind`. Throws an Error for a kind that the contract does not know. */
export const searchedLayers = (layers: readonly Layer[] = LAYERS): SearchedLayer[] => layers.flatMap((layer) => {
  if (layer.searchKind === undefined) return [];
  const kind = SearchKind.safeParse(layer.searchKind);
  if (!kind.success) throw new Error(`layer ${layer.id}: search kind "${layer.searchKind}" is not in domain/contract/search.ts`);
  return [{ layer, kind: kind.data }];
});

/** Parcels are found by their grammar; everything else by its words. */
export const isFoundByWords = ({ kind }: SearchedLayer): boolean => kind !== 'parcel';

/** The query of a layer's objects for search.follow: id, names (title first, then the other searchable fields), words, point. */
export function sourceOf({ layer, kind }: SearchedLayer): string {
  const others = layer.fields.filter((field) => field.searchable && field.name !== layer.titleField).map((field) => field.name);
  const names = [layer.titleField, ...others].map((name) => pgp.as.format('object.$1:name::text', [name])).join(', ');
  // Of a temporal object the version that stands now is found.
  const current = layer.temporal ? ' WHERE upper_inf(object.valid)' : '';
  return pgp.as.format(`SELECT object.id, ARRAY[${names}] AS names, $1 AS words, ST_Centroid(ST_Envelope(object.geom)) AS point FROM $2:raw AS object${current}`,
    [KINDS[kind].words.join(' '), layer.view]);
}
