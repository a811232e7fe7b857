/** Paths of OGC API Features: those of every document, and two of their own for each layer, with its filters. */
import { COORDINATE_SYSTEMS, CRS84 } from '../../../domain/contract/coordinate-systems.ts';
import { DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET } from '../../../domain/contract/features.ts';
import { type FilterParameter, filterParameters, propertySchema } from '../../../domain/contract/layer-schema.ts';
import { LAYERS } from '../../../domain/layers/index.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { answer, get, json, queryParameter } from './operation.ts';
import { type Schema, featureSchemaName, ref } from './schemas.ts';

const CRS_SCHEMA = { type: 'string', format: 'uri', enum: COORDINATE_SYSTEMS.map((system) => system.uri), default: CRS84.uri };
const FEATURE_HEADERS = { 'Content-Crs': { description: 'Coordinate system of the answer', schema: { type: 'string' } } };

export const FEATURE_PARAMETERS: Readonly<Record<string, Schema>> = {
  f: queryParameter('f', 'Representation; without it Accept decides', { type: 'string', enum: ['json', 'html'] }),
  itemsFormat: queryParameter('f', 'Representation; without it Accept decides', { type: 'string', enum: ['json', 'html', 'csv'] }),
  crs: queryParameter('crs', 'Coordinate system of the answer. EPSG systems have their official axis order: 4326 latitude first, 2178 and 2180 northing first.', CRS_SCHEMA),
  bbox: {
    ...queryParameter('bbox', 'Four numbers (or six with heights) in the axis order of bbox-crs; west may be greater than east across the antimeridian', {
      type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6,
    }),
    style: 'form', explode: false,
  },
  bboxCrs: queryParameter('bbox-crs', 'Coordinate system of bbox', CRS_SCHEMA),
  limit: queryParameter('limit', `Features on one page; more than ${MAX_LIMIT} gives ${MAX_LIMIT}`, { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT }),
  offset: queryParameter('offset', 'Features to skip; follow the links "next" and "prev" instead of counting', { type: 'integer', minimum: 0, maximum: MAX_OFFSET, default: 0 }),
  filter: queryParameter('filter', "A condition over the queryables in CQL2, e.g. area_ha >= 2 AND status = 'available' AND S_DWITHIN(geom, POINT(19.94 50.06), 500). 20,000 characters, 50 levels, 500 conditions at most", { type: 'string' }),
  filterLang: queryParameter('filter-lang', 'Encoding of filter', { type: 'string', enum: ['cql2-text', 'cql2-json'], default: 'cql2-text' }),
  filterCrs: queryParameter('filter-crs', 'Coordinate system of the geometries in filter', CRS_SCHEMA),
  datetime: queryParameter('datetime', 'A day, a moment or an interval (2020-01-01/..). Without it: what stands today. Layers without time take no notice.', { type: 'string' }),
};

const SUFFIX = { equals: '', 'at-least': ' – at least', 'at-most': ' – at most' } as const;

function filterSchema({ name, field, comparison }: FilterParameter): Schema {
  const { title, description, type = 'string', format } = propertySchema(field, 'en');
  const text = `${title}${SUFFIX[comparison]}${description && comparison === 'equals' ? `. ${description}` : ''}`;
  return queryParameter(name, text, type === 'array' ? { type: 'string' } : { type, ...(format ? { format } : {}) });
}

function layerPaths(layer: Layer): Record<string, Schema> {
  const feature = ref('schemas', featureSchemaName(layer));
  const page = { allOf: [ref('schemas', 'FeatureCollection'), { type: 'object', properties: { features: { type: 'array', items: feature } } }] };
  const common = ['itemsFormat', 'bbox', 'bboxCrs', 'crs', 'limit', 'offset', 'datetime', 'filter', 'filterLang', 'filterCrs'].map((name) => ref('parameters', name));
  const name = featureSchemaName(layer);
  return {
    [`/collections/${layer.id}/items`]: get(`get${name}s`, `${layer.title.en}: a page of features`, 'features', {
      parameters: [...common, ...filterParameters(layer).map(filterSchema)],
      ok: { ...answer('Features', { 'application/geo+json': page, 'text/html': { type: 'string' }, 'text/csv': { type: 'string' } }), headers: FEATURE_HEADERS },
    }),
    [`/collections/${layer.id}/items/{featureId}`]: get(`get${name}`, `${layer.title.en}: one feature`, 'features', {
      parameters: [
        { name: 'featureId', in: 'path', required: true, description: 'Number of the feature', schema: { type: 'integer', minimum: 0 } }, ref('parameters', 'f'), ref('parameters', 'crs'),
      ],
      ok: { ...answer('The feature', { 'application/geo+json': feature, 'text/html': { type: 'string' } }), headers: FEATURE_HEADERS },
    }),
  };
}

const COLLECTION_ID = { name: 'collectionId', in: 'path', required: true, description: 'Id of the layer', schema: { type: 'string', enum: LAYERS.map((layer) => layer.id) } };

export function featurePaths(): Record<string, Schema> {
  const document = (id: string, summary: string, schema: string, parameters: readonly Schema[] = []) =>
    get(id, summary, 'features', { parameters: [...parameters, ref('parameters', 'f')], ok: answer(summary, { 'application/json': ref('schemas', schema), 'text/html': { type: 'string' } }) });
  const schemaDocument = (id: string, summary: string) => get(id, summary, 'features', {
    parameters: [COLLECTION_ID, ref('parameters', 'f')], ok: answer('JSON Schema', { 'application/schema+json': { type: 'object' }, 'text/html': { type: 'string' } }),
  });
  return {
    '/': document('getLandingPage', 'Landing page', 'Landing'),
    '/conformance': document('getConformance', 'Conformance classes', 'Conformance'),
    '/collections': document('getCollections', 'All layers', 'Collections'),
    '/collections/{collectionId}': document('getCollection', 'One layer', 'Collection', [COLLECTION_ID]),
    '/collections/{collectionId}/queryables': schemaDocument('getQueryables', 'Properties by which features may be chosen'),
    '/collections/{collectionId}/schema': schemaDocument('getSchema', 'What a feature of the layer looks like'),
    '/openapi.json': get('getOpenApi', 'This document', 'features', { parameters: [], ok: json('OpenAPI 3.0', { type: 'object' }) }),
    ...Object.assign({}, ...LAYERS.map(layerPaths)) as Record<string, Schema>,
  };
}
