/** Landing page, collections and queryables, made from the catalogue. */
import { COORDINATE_SYSTEMS, CRS84, PL_2000 } from '../../../domain/contract/coordinate-systems.ts';
import type { Collection, Landing, Link } from '../../../domain/contract/features.ts';
import { type Language, featureFields, propertySchema } from '../../../domain/contract/layer-schema.ts';
import { GEOMETRY } from '../../../domain/cql2/check.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import type { Extent } from './features.repository.ts';
import { OPENAPI_TYPE, collectionLinks } from './links.ts';

const JSON_SCHEMA = 'https://json-schema.org/draft/2020-12/schema';
const TITLE = { pl: 'MSIP Kraków – dane przestrzenne miasta', en: "MSIP Kraków – the city's spatial data" };
const DESCRIPTION = {
  pl: 'Plany miejscowe, działki, grunty gminne, tereny inwestycyjne i parki rzeczne Krakowa jako otwarte dane.',
  en: 'Local plans, parcels, municipal land, investment sites and river parks of Kraków as open data.',
};

export function landing(publicUrl: string, language: Language, self: readonly Link[]): Landing {
  const api = `${publicUrl}/api`;
  return {
    title: TITLE[language], description: DESCRIPTION[language], attribution: 'Gmina Miejska Kraków',
    links: [
      ...self,
      { href: `${api}/openapi.json`, rel: 'service-desc', type: OPENAPI_TYPE, title: 'OpenAPI 3.0' },
      { href: `${api}?f=html`, rel: 'service-doc', type: 'text/html', title: TITLE[language] },
      { href: `${api}/conformance`, rel: 'conformance', type: 'application/json', title: 'OGC API' },
      { href: `${api}/collections`, rel: 'data', type: 'application/json', title: language === 'pl' ? 'Warstwy' : 'Layers' },
    ],
  };
}

/** What names of institutions must not be read without. */
const DEMONSTRATION = { pl: ' (dane demonstracyjne)', en: ' (demonstration data)' } as const;

export const CRS_URIS: readonly string[] = COORDINATE_SYSTEMS.map((system) => system.uri);

export function collection(publicUrl: string, layer: Layer, extent: Extent | null, language: Language, self: readonly Link[]): Collection {
  return {
    id: layer.id, title: layer.title[language], description: layer.abstract[language],
    attribution: layer.source.attribution + (extent?.demonstration ? DEMONSTRATION[language] : ''), notice: layer.source.notice[language], license: layer.source.licence, itemType: 'feature',
    ...(extent ? { extent: {
      spatial: { bbox: [extent.bbox], crs: CRS84.uri },
      ...(layer.temporal ? { temporal: { interval: [[extent.starts, extent.ends]], trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian' } } : {}),
    } } : {}),
    ...(extent ? { provenance: { source: extent.source, sourceDate: extent.source_date, demonstration: extent.demonstration } } : {}),
    crs: [...CRS_URIS], storageCrs: PL_2000.uri,
    links: [...self, ...collectionLinks(publicUrl, layer, language)],
  };
}

const GEOMETRIES = { point: ['Point'], line: ['MultiLineString'], polygon: ['MultiPolygon'] } as const;

/**
 * JSON Schema of a feature of the layer: by it GDAL knows the type of a property whose first value is null or happens to be whole. As in
 * OGC API Features Part 5, a type is that of the values there are; null says that there is none.
 */
export function featureSchema(publicUrl: string, layer: Layer, language: Language): object {
  const properties = featureFields(layer).map((field): [string, object] => [field.name, propertySchema(field, language)]);
  return {
    $schema: JSON_SCHEMA,
    $id: `${publicUrl}/api/collections/${layer.id}/schema`,
    title: layer.title[language],
    description: layer.abstract[language],
    type: 'object',
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: 'integer' },
      geometry: { type: 'object', required: ['type', 'coordinates'], properties: { type: { type: 'string', enum: GEOMETRIES[layer.geometry] }, coordinates: { type: 'array' } } },
      properties: { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false },
    },
  };
}

/** JSON Schema of the parameters by which a layer's features may be chosen. */
export function queryables(publicUrl: string, layer: Layer, language: Language): object {
  const fields = layer.fields.filter((field) => field.filterable);
  return {
    $schema: JSON_SCHEMA,
    $id: `${publicUrl}/api/collections/${layer.id}/queryables`,
    type: 'object',
    title: layer.title[language],
    properties: {
      ...Object.fromEntries(fields.map((field): [string, object] => [field.name, propertySchema(field, language)])),
      [GEOMETRY]: { format: `geometry-${layer.geometry === 'point' ? 'point' : `multi${layer.geometry === 'line' ? 'linestring' : 'polygon'}`}`, 'x-ogc-role': 'primary-geometry' },
    },
    additionalProperties: false,
  };
}
