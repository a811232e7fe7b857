/** Rows as GeoJSON features. */
import type { Feature, Link } from '../../../domain/contract/features.ts';
import { featureFields } from '../../../domain/contract/layer-schema.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import type { FeatureRow } from './features.repository.ts';

/** The properties stand in the catalogue's order; what is not known is null. */
export function featurePresenter(layer: Layer): (row: FeatureRow, links?: Link[]) => Feature {
  const names = featureFields(layer).map((field) => field.name);
  return (row, links) => ({
    type: 'Feature', id: row.id, geometry: row.geometry as Feature['geometry'],
    properties: Object.fromEntries(names.map((name) => [name, row[name] ?? null])),
    ...(links ? { links } : {}),
  });
}
