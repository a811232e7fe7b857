/** Paths beside OGC API Features: search, parcels, tiles, styles, health. */
import { get, answer, json, post, queryParameter } from './operation.ts';
import { type Schema, ref } from './schemas.ts';

const path = (name: string, description: string, schema: Schema): Schema => ({ name, in: 'path', required: true, description, schema });
const PARCEL = path('parcelId', 'Identifier, e.g. 126105_9.0001.580/4; the slash may stand as it is', { type: 'string' });
const DAY = queryParameter('datetime', 'The day the answer is for; without it today', { type: 'string', format: 'date' });

/** Below /api. */
export function searchPaths(): Record<string, Schema> {
  return {
    '/search': get('search', 'One box: parcel numbers in any spelling, addresses, streets, districts, plans, zones, sites, parks', 'search', {
      parameters: [
        queryParameter('q', 'What is looked for', { type: 'string', minLength: 1, maxLength: 100 }, true),
        queryParameter('limit', 'Results; more than 50 gives 50', { type: 'integer', minimum: 1, maximum: 50, default: 10 }),
        queryParameter('near', 'longitude,latitude: what lies near comes first', { type: 'string' }),
      ],
      ok: json('Results, best first', ref('schemas', 'SearchAnswer')),
    }),
    '/search/area': post('searchArea', 'What lies in a polygon, a circle or within a distance of an object, counted and listed', 'search', {
      parameters: [],
      requestBody: { required: true, content: { 'application/json': { schema: ref('schemas', 'AreaRequest') } } },
      ok: json('Counts and objects by layer', ref('schemas', 'AreaAnswer')),
    }),
    '/sources': get('getSources', 'Of every layer whose data it holds and of which day', 'features', { parameters: [], ok: json('By layer; null while it is empty', ref('schemas', 'LayerSources')) }),
    '/parcels/{parcelId}': get('getParcel', 'A parcel', 'parcels', { parameters: [PARCEL, DAY], ok: json('The parcel', ref('schemas', 'Parcel')) }),
    '/parcels/{parcelId}/extract': get('getParcelExtract', 'What applies on a parcel: every theme answered, with m² and share', 'parcels', {
      parameters: [PARCEL, DAY], ok: json('Plans with zones, and themes', ref('schemas', 'Extract')),
    }),
    '/parcels/{parcelId}/history': get('getParcelHistory', 'When a parcel number stood, what it was made from and what became of it; also of a number that is no more', 'parcels', {
      parameters: [PARCEL], ok: json('Versions and changes', ref('schemas', 'ParcelHistory')),
    }),
    '/places/extract': get('getPlaceExtract', 'What applies at a place: the parcel that stands there, or a disc of 1 m', 'parcels', {
      parameters: [queryParameter('lon', 'Longitude, degrees', { type: 'number' }, true), queryParameter('lat', 'Latitude, degrees', { type: 'number' }, true), DAY],
      ok: json('Plans with zones, and themes', ref('schemas', 'Extract')),
    }),
    '/areas/extract': post('getAreaExtract', 'What applies in an area of at most 10 km²', 'parcels', {
      parameters: [],
      requestBody: { required: true, content: { 'application/json': { schema: ref('schemas', 'AreaExtractRequest') } } },
      ok: json('Plans with zones, and themes', ref('schemas', 'Extract')),
    }),
  };
}

/** Beside /api: these have the root as their server. */
export function rootPaths(server: string): Record<string, Schema> {
  const paths = {
    '/tiles/{layers}.json': get('getTileJson', 'TileJSON 3.0', 'tiles', {
      parameters: [path('layers', 'One layer or up to eight, separated by commas', { type: 'string' })], ok: json('TileJSON', { type: 'object' }),
    }),
    '/tiles/{layers}/{z}/{x}/{y}.mvt': get('getTile', 'Vector tile', 'tiles', {
      parameters: [
        path('layers', 'One layer or up to eight, separated by commas', { type: 'string' }),
        ...['z', 'x', 'y'].map((name) => path(name, 'Web Mercator tile address', { type: 'integer', minimum: 0 })),
      ],
      ok: answer('Mapbox Vector Tile', { 'application/vnd.mapbox-vector-tile': { type: 'string', format: 'binary' } }),
      others: { 204: { description: 'The tile is empty' }, 304: { description: 'Unchanged' } },
    }),
    '/styles/{name}.json': get('getStyle', 'MapLibre style', 'styles', {
      parameters: [path('name', 'Palette', { type: 'string', enum: ['light', 'dark', 'contrast'] })], ok: json('Style', { type: 'object' }),
    }),
    '/healthz': get('getHealth', 'The process lives', 'operation', { parameters: [], ok: json('Alive', { type: 'object' }) }),
    '/readyz': get('getReadiness', 'The server can serve', 'operation', { parameters: [], ok: json('Ready', { type: 'object' }) }),
  };
  return Object.fromEntries(Object.entries(paths).map(([address, item]) => [address, { servers: [{ url: server }], ...item }]));
}
