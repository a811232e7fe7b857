/** Paths of what investors ask, below /api/investment. */
import { MAX_FOUND, SEARCH_DOORS } from '../../../domain/contract/investment/search.ts';
import { DIRECTIONS, MAX_WEIGHT } from '../../../domain/investment/score.ts';
import { LAND_FORMATS, LAND_SYSTEMS } from '../../../domain/contract/investment/export.ts';
import { answer, get, json, post, queryParameter } from './operation.ts';
import { type Schema, ref } from './schemas.ts';

/** CQL2 of a search for land. */
const filterParameters = (of: string): readonly Schema[] => [
  queryParameter('filter', `CQL2 on the queryables of ${of}`, { type: 'string', maxLength: 20_000 }),
  queryParameter('filter-lang', 'How the filter is written', { type: 'string', enum: ['cql2-text', 'cql2-json'], default: 'cql2-text' }),
  queryParameter('filter-crs', 'URI of the coordinate system of its geometries; without it longitude, latitude', { type: 'string', maxLength: 200 }),
];

export const investmentPaths = (): Record<string, Schema> => ({
  '/investment/export': get('exportLand', 'What the search finds, or land named by keys, as a file. At most 5,000 pieces of land: more is refused', 'investment', {
    parameters: [
      ...filterParameters('both investment-sites and municipal-parcels'),
      queryParameter('kinds', 'What is searched: site, parcel, or both with a comma between', { type: 'string', default: 'site,parcel' }),
      queryParameter('sites', 'Keys of sites, commas between; in place of a filter', { type: 'string' }),
      queryParameter('parcels', 'Identifiers of parcels of municipal-parcels, commas between; in place of a filter', { type: 'string' }),
      queryParameter('format', 'CSV and XLSX have headings and words for people, GeoJSON and GeoPackage the names of the catalogue', { type: 'string', enum: [...LAND_FORMATS] }, true),
      queryParameter('crs', 'Coordinates stand easting (longitude) first; without it degrees in GeoJSON, EPSG:2178 elsewhere', { type: 'string', enum: [...LAND_SYSTEMS] }),
      queryParameter('lang', 'Of headings and words', { type: 'string', enum: ['pl', 'en'], default: 'pl' }),
    ],
    ok: answer('The file', Object.fromEntries(['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/geo+json', 'application/geopackage+sqlite3', 'image/vnd.dxf'].map((type) => [type, { type: 'string', format: 'binary' }]))),
  }),
  '/investment/assemblies': get('getAssemblies', 'Sets of adjoining parcels of the municipality that together meet a need, none of which can be left out; line by line, the best first', 'investment', {
    parameters: [
      ...filterParameters('municipal-parcels, asked of each parcel; ranges of area in its outermost AND are of the whole'),
      queryParameter('area_min', 'Hectares of the whole at least; needed here or in the filter', { type: 'number' }),
      queryParameter('area_max', 'Hectares of the whole at most', { type: 'number' }),
      queryParameter('max_parcels', 'How many parcels at most', { type: 'integer', minimum: 2, maximum: 8, default: 4 }),
      queryParameter('max_owners', 'How many kinds of holder at most', { type: 'integer', minimum: 1, maximum: 8 }),
      queryParameter('min_compactness', '4πA/P² of the whole at least; a square has 0.79', { type: 'number', minimum: 0, maximum: 1 }),
      queryParameter('road', 'One of the parcels lies beside a road', { type: 'boolean', default: false }),
      queryParameter('limit', 'How many are told at most', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
    ],
    ok: answer('Lines of JSON: start, progress, assembly, done; without the last the answer broke off', { 'application/x-ndjson': ref('schemas', 'AssemblyLine') }),
  }),
  '/investment/sites/{siteKey}': get('getSite', 'Everything of a listed site: the offer, its parcels, plans with zones and parameters, every theme, the nearest points by name, files, what must happen next, what changed within 24 months. 410 for one that is listed no more, with the day', 'investment', {
    parameters: [
      { name: 'siteKey', in: 'path', required: true, description: 'Key of a site of the collection investment-sites', schema: { type: 'string', maxLength: 100 } },
      queryParameter('datetime', 'The day whose plans and parcels are meant; without it today', { type: 'string', format: 'date' }),
    ],
    ok: json('The site', ref('schemas', 'Site')),
  }),
  '/investment/report.pdf': get('getReport', 'One piece of land, or up to five side by side, on paper with maps at true scale', 'investment', {
    parameters: [
      queryParameter('sites', 'One to five pieces of land, separated by commas: keys of sites, parcel: and the identifier of a municipal parcel, or assembly: and two to eight identifiers with ~ between', { type: 'string', maxLength: 1300 }, true),
      queryParameter('lang', 'Language', { type: 'string', enum: ['pl', 'en'], default: 'pl' }),
      queryParameter('need', 'What was searched for (CQL2 text), to be told on the paper', { type: 'string', maxLength: 8000 }),
    ],
    ok: answer('The PDF', { 'application/pdf': { type: 'string', format: 'binary' } }),
  }),
  '/investment/capacity': get('getCapacity', 'How much the plans in force allow on a listed site, or on parcels taken together: figures by zone and paragraph, and the envelope beside its neighbours. What a plan does not set is unknown', 'investment', {
    parameters: [
      queryParameter('site', 'Key of a site of the collection investment-sites; either this or parcels', { type: 'string', maxLength: 100 }),
      queryParameter('parcels', 'Identifiers of parcels, separated by commas, at most 20 and 3 km across', { type: 'string', maxLength: 800 }),
      queryParameter('datetime', 'The day the answer is for; without it today', { type: 'string', format: 'date' }),
    ],
    ok: json('Parts, figures, envelope, neighbours – the height that plans allow there, not buildings – and remarks', ref('schemas', 'Capacity')),
  }),
  '/investment/search': get('searchLand', 'Land that fits a need: listed sites and parcels of the municipality, with counts of what else there is, a score, and what to change when nothing fits', 'investment', {
    parameters: [
      ...filterParameters('investment-sites and municipal-parcels alike'),
      queryParameter('kinds', 'Listed sites, parcels, or both; separated by commas', { type: 'string', default: 'site,parcel' }),
      queryParameter('sort', 'A queryable, -queryable for descending, or score. Without it by score where there are weights, else sites first and the larger ones first', { type: 'string', maxLength: 100 }),
      queryParameter('weights', `What counts how much, 1 to ${MAX_WEIGHT}: motorway_m:3,area_ha:1. Among ${Object.keys(DIRECTIONS).join(', ')}`, { type: 'string', maxLength: 1000 }),
      queryParameter('limit', 'How many are told', { type: 'integer', minimum: 1, maximum: MAX_FOUND, default: 20 }),
      queryParameter('offset', 'How many of them are left out before', { type: 'integer', minimum: 0, maximum: 100_000, default: 0 }),
      queryParameter('facets', 'With counts and histograms', { type: 'boolean', default: true }),
      queryParameter('relax', 'With changes that give more also where something fits', { type: 'boolean', default: false }),
      queryParameter('log', 'Counted in the figures of the office: conditions without places and free texts, nothing of who asks', { type: 'boolean', default: false }),
      queryParameter('door', 'Of the page that asks', { type: 'string', enum: [...SEARCH_DOORS], default: 'investor' }),
    ],
    ok: json('All ids, a page of what fits, facets, conditions one by one, and what to relax', ref('schemas', 'LandSearch')),
  }),
  '/investment/watches': post('setWatch', 'Keeps a filter on investment-sites and tells what changes: by a feed of its own, or by letters once the link in the first one is used', 'investment', {
    parameters: [], requestBody: { required: true, content: { 'application/json': { schema: ref('schemas', 'NewWatch') } } },
    ok: json('Not given: 201 or 202', ref('schemas', 'WatchSet')),
    others: { 201: json('A feed: where it is read, and the page on which it is ended', ref('schemas', 'WatchSet')), 202: json('Letters: the link in the first one is waited for', ref('schemas', 'WatchSet')) },
  }),
  '/investment/watches/preview': post('previewWatch', 'What a watch with this filter would have told in the last twelve months', 'investment', {
    parameters: [], requestBody: { required: true, content: { 'application/json': { schema: ref('schemas', 'WatchPreviewRequest') } } },
    ok: json('Sites that came to fit, changed while they fitted, ceased to; the newest first, at most 200', ref('schemas', 'WatchPreview')),
  }),
  '/investment/watches/ways': get('getWatchWays', 'How this server can tell: as a feed always, by letters when it sends mail', 'investment', { parameters: [], ok: json('Ways', ref('schemas', 'WatchWays')) }),
  '/investment/watches/{id}/feed.atom': get('getWatchFeed', 'The feed of a watch, the newest of at most 100 entries first', 'investment', {
    parameters: [{ name: 'id', in: 'path', required: true, description: 'As given when the watch was set', schema: { type: 'string' } }],
    ok: answer('Atom (RFC 4287)', { 'application/atom+xml': { type: 'string' } }),
  }),
});
