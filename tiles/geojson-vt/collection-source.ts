/** GeoJSON at hand as a source of tiles: what lies in no table. */
import type { FeatureCollection } from 'geojson';
import type { Layer } from '../../domain/layers/layer.ts';
import { contentOf, labelContent, type TileContent } from '../content.ts';
import { labelPoint } from './label-point.ts';
import type { Attribute, FeatureSource, SourceFeature } from './source.ts';

/** Collections by layer id; features without an integer id are numbered from 1. There is one version of them, for every zoom and day. */
export function collectionSource(collections: Readonly<Record<string, FeatureCollection>>): FeatureSource {
  function featuresOf(layer: Layer, { fields }: TileContent): SourceFeature[] {
    return (collections[layer.id]?.features ?? []).map(({ id, properties, geometry }, i) => ({
      id: Number.isInteger(id) ? Number(id) : i + 1,
      attributes: Object.fromEntries(fields.map(({ name }) => [name, (properties?.[name] ?? null) as Attribute])),
      geometry,
    }));
  }
  return {
    async *features(layer, generalised) {
      yield await Promise.resolve(featuresOf(layer, contentOf(layer, generalised ? layer.zooms.min : layer.zooms.max)));
    },
    async *labels(layer) {
      const { label } = layer;
      if (!label) return;
      yield await Promise.resolve(featuresOf(layer, labelContent(layer)).flatMap(({ id, attributes, geometry }) => {
        const point = attributes[label.field] === null ? undefined : labelPoint(geometry);
        return point ? [{ id, attributes, point }] : [];
      }));
    },
  };
}
