/** The contract's zod schemas as OpenAPI 3.0 components. */
import { z } from 'zod';
import { AreaAnswer, AreaRequest } from '../../../domain/contract/area.ts';
import { Difference, DifferenceRequest } from '../../../domain/contract/difference.ts';
import { Collection, Collections, Conformance, Feature, FeatureCollection, Landing, LayerSources, Link } from '../../../domain/contract/features.ts';
import { featureFields, propertySchema } from '../../../domain/contract/layer-schema.ts';
import { AreaExtractRequest, Extract } from '../../../domain/contract/extract.ts';
import { AssemblyLine } from '../../../domain/contract/investment/assemblies.ts';
import { Capacity } from '../../../domain/contract/investment/capacity.ts';
import { Site } from '../../../domain/contract/investment/site.ts';
import { LandSearch } from '../../../domain/contract/investment/search.ts';
import { NewWatch, WatchPreview, WatchPreviewRequest, WatchSet, WatchWays } from '../../../domain/contract/investment/watch.ts';
import { ShortLink, ShortLinkRequest } from '../../../domain/contract/links.ts';
import { ParcelHistory } from '../../../domain/contract/lineage.ts';
import { Parcel } from '../../../domain/contract/parcel.ts';
import { Problem } from '../../../domain/contract/problem.ts';
import { SearchAnswer } from '../../../domain/contract/search.ts';
import { Statement } from '../../../domain/contract/statement.ts';
import { ExtractRecord, Verification } from '../../../domain/contract/verification.ts';
import type { Layer } from '../../../domain/layers/layer.ts';

export const CONTRACT = { AreaAnswer, AssemblyLine, Capacity, Collection, Collections, Conformance, Difference, Extract, ExtractRecord, Feature, FeatureCollection, Landing, LandSearch, LayerSources, Link, Parcel, ParcelHistory, Problem, SearchAnswer, ShortLink, Site, Statement, Verification, WatchPreview, WatchSet, WatchWays } as const;

export type Schema = Readonly<Record<string, unknown>>;
export const ref = (kind: 'schemas' | 'parameters' | 'responses', name: string): { $ref: string } => ({ $ref: `#/components/${kind}/${name}` });

/** `$id` and `$schema` are JSON Schema's, not OpenAPI 3.0's. */
const bare = (schema: object): Schema => Object.fromEntries(Object.entries(schema).filter(([name]) => !['$id', '$schema', 'id', '~standard'].includes(name)));

/** What the server answers, by name. */
export function contractSchemas(): Record<string, Schema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(CONTRACT)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { target: 'openapi-3.0', uri: (id) => ref('schemas', id).$ref, unrepresentable: 'any' });
  const answers = Object.entries(schemas).map(([name, schema]): [string, Schema] => [name, bare(schema)]);
  // What clients send is the input side of the schema: defaults may be left out.
  const requests = Object.entries({ AreaExtractRequest, AreaRequest, DifferenceRequest, NewWatch, ShortLinkRequest, WatchPreviewRequest })
    .map(([name, schema]): [string, Schema] => [name, bare(z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input', unrepresentable: 'any' }))]);
  return Object.fromEntries([...answers, ...requests]);
}

/** The name of a layer's feature schema, e.g. "MunicipalLandFeature". */
export const featureSchemaName = (layer: Layer): string => `${layer.id.split('-').map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')}Feature`;

/** A feature of one layer: the common shape, and the properties that its declaration promises. Any of them may be null. */
export function featureSchema(layer: Layer): Schema {
  const properties = featureFields(layer).map((field): [string, Schema] => {
    const schema = propertySchema(field, 'en');
    return [field.name, schema.type ? { ...schema, nullable: true } : { ...schema }];
  });
  return {
    allOf: [
      ref('schemas', 'Feature'),
      { type: 'object', properties: { properties: { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false } } },
    ],
  };
}
