/** OGC API – Features as it travels: landing, conformance, collections, features. */
import { z } from 'zod';
import { Bbox } from './geojson.ts';

export const MAX_LIMIT = 1_000;
export const DEFAULT_LIMIT = 100;
export const MAX_OFFSET = 10_000_000;

export const CONFORMANCE = [
  'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html',
  'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
  'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables',
  'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters',
  'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter',
  'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter',
  'http://www.opengis.net/spec/cql2/1.0/conf/cql2-text',
  'http://www.opengis.net/spec/cql2/1.0/conf/cql2-json',
  'http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2',
  'http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators',
  'http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison',
  'http://www.opengis.net/spec/cql2/1.0/conf/accent-insensitive-comparison',
  'http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions',
  'http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus',
  'http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions',
  'http://www.opengis.net/spec/cql2/1.0/conf/array-functions',
  'http://www.opengis.net/spec/cql2/1.0/conf/property-property',
] as const;

export const Link = z.strictObject({ href: z.url(), rel: z.string(), type: z.string(), title: z.string().optional(), hreflang: z.string().optional() });
export type Link = z.infer<typeof Link>;

export const Landing = z.strictObject({ title: z.string(), description: z.string(), attribution: z.string(), links: z.array(Link) });
export type Landing = z.infer<typeof Landing>;

export const Conformance = z.strictObject({ conformsTo: z.array(z.url()) });
export type Conformance = z.infer<typeof Conformance>;

export const Collection = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  attribution: z.string(),
  /** What a reader must know: legal force, accuracy. */
  notice: z.string(),
  license: z.string(),
  itemType: z.literal('feature'),
  /** Absent while the layer is empty. `temporal` for layers whose objects carry the period in which they stand; null is open. */
  extent: z.strictObject({
    spatial: z.strictObject({ bbox: z.array(Bbox), crs: z.url() }),
    temporal: z.strictObject({ interval: z.array(z.tuple([z.string().nullable(), z.string().nullable()])), trs: z.url() }).optional(),
  }).optional(),
  /** Whose data it is and of which day (the newest), and whether any of it is demonstration data. Absent while the layer is empty. */
  provenance: z.strictObject({ source: z.string().nullable(), sourceDate: z.iso.date().nullable(), demonstration: z.boolean() }).optional(),
  crs: z.array(z.url()),
  storageCrs: z.url(),
  links: z.array(Link),
});
export type Collection = z.infer<typeof Collection>;

/** Of every layer whose data it holds and of which day; null while it is empty (GET /api/sources). */
export const LayerSources = z.strictObject({
  sources: z.record(z.string(), z.strictObject({ source: z.string().nullable(), sourceDate: z.iso.date().nullable(), demonstration: z.boolean() }).nullable()),
});
export type LayerSources = z.infer<typeof LayerSources>;

export const Collections = z.strictObject({ links: z.array(Link), crs: z.array(z.url()), collections: z.array(Collection) });
export type Collections = z.infer<typeof Collections>;

/** Any GeoJSON geometry, in the axis order of the coordinate system that was asked for. */
const AnyGeometry = z.object({ type: z.enum(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) });

export const Feature = z.strictObject({
  type: z.literal('Feature'),
  id: z.int(),
  geometry: AnyGeometry,
  /** The fields of the catalogue in its order; layers with time also carry `valid_from` and `valid_to` (exclusive). */
  properties: z.record(z.string(), z.unknown()),
  links: z.array(Link).optional(),
});
export type Feature = z.infer<typeof Feature>;

export const FeatureCollection = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(Feature),
  /** Features that fulfil the request, on all pages. */
  numberMatched: z.int(),
  numberReturned: z.int(),
  links: z.array(Link),
  timeStamp: z.iso.datetime(),
});
export type FeatureCollection = z.infer<typeof FeatureCollection>;
