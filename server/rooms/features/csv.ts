/** Features as CSV for a spreadsheet; the geometry is well-known text. */
import type { Feature } from '../../../domain/contract/features.ts';
import { featureFields } from '../../../domain/contract/layer-schema.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { csv, wellKnownText } from '../../registers/csv.ts';

/** Header and rows, RFC 4180. */
export function csvOf(layer: Layer, features: readonly Feature[]): string {
  const names = featureFields(layer).map((field) => field.name);
  return csv(['id', ...names, 'geometry'], features.map((feature) => [feature.id, ...names.map((name) => feature.properties[name]), wellKnownText(feature.geometry)]));
}
