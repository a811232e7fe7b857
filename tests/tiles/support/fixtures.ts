/** Small awkward features, each with a name, made in tile units of one tile so that what must come out can be read off. */
import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { TileAddress } from '../../../tiles/address.ts';

/** In the middle of Kraków; its features carry names of tile units from 0 to 4096. */
export const TILE: TileAddress = { z: 16, x: 36_395, y: 22_252 };

/** Longitude, latitude of a place in tile units of TILE: x to the east, y to the south. */
export function at(x: number, y: number): Position {
  const across = 2 ** TILE.z;
  const lon = ((TILE.x + x / 4096) / across) * 360 - 180;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (TILE.y + y / 4096)) / across))) * 180) / Math.PI;
  return [lon, lat];
}

const path = (...places: (readonly [number, number])[]): Position[] => places.map(([x, y]) => at(x, y));
const box = (west: number, north: number, east: number, south: number): Position[] => path([west, north], [east, north], [east, south], [west, south], [west, north]);
const polygon = (...rings: Position[][]): Geometry => ({ type: 'Polygon', coordinates: rings });

export type Awkward = Readonly<Record<string, { readonly geometry: Geometry; readonly properties?: Readonly<Record<string, unknown>> }>>;

/** A collection whose ids follow the order of the names, from 1. */
export const collection = (features: Awkward): FeatureCollection => ({
  type: 'FeatureCollection',
  features: Object.values(features).map(({ geometry, properties = {} }, i) => ({ type: 'Feature', id: i + 1, geometry, properties: { ...properties } })),
});

export const POLYGONS: Awkward = {
  plain: { geometry: polygon(box(100, 100, 300, 200)), properties: { symbol: 'MW/U.1', zone_class: 'MW', plan_status: 'in-force' } },
  'with a hole': { geometry: polygon(box(400, 100, 800, 500), box(500, 200, 600, 300)), properties: { symbol: 'ZP.2', zone_class: 'ZP', plan_status: 'in-force' } },
  'wound the other way': { geometry: polygon(box(900, 100, 1000, 200).toReversed()), properties: { symbol: 'KDD.3', zone_class: 'KDD' } },
  'of two parts': { geometry: { type: 'MultiPolygon', coordinates: [[box(1100, 100, 1200, 200)], [box(1300, 100, 1500, 300)]] }, properties: { symbol: 'ŹW.4', zone_class: 'ŹW' } },
  'with repeated points': { geometry: polygon(box(1600, 100, 1700, 200).flatMap((place) => [place, place])), properties: { symbol: 'U.5', zone_class: 'U' } },
  'without area once snapped': { geometry: polygon(box(1800.1, 100.1, 1800.3, 100.3)), properties: { symbol: 'U.6', zone_class: 'U' } },
  'with a hole that vanishes': { geometry: polygon(box(1900, 100, 2100, 300), box(2000.1, 200.1, 2000.3, 200.3)), properties: { symbol: 'U.7', zone_class: 'U' } },
  'over the east edge': { geometry: polygon(box(4000, 1000, 5000, 1200)), properties: { symbol: 'P.8', zone_class: 'P' } },
  'in the buffer alone': { geometry: polygon(box(4110, 1300, 4150, 1400)), properties: { symbol: 'P.9', zone_class: 'P' } },
  'beyond the buffer': { geometry: polygon(box(4200, 1500, 4300, 1600)), properties: { symbol: 'P.10', zone_class: 'P' } },
  'larger than the tile': { geometry: polygon(box(-5000, -5000, 9000, 9000)), properties: { symbol: 'R.11', zone_class: 'R' } },
  'without a name': { geometry: polygon(box(100, 2000, 200, 2100)), properties: { symbol: null, zone_class: 'MN' } },
  'like a horseshoe': {
    geometry: polygon(path([1000, 2000], [2000, 2000], [2000, 3000], [1900, 3000], [1900, 2100], [1100, 2100], [1100, 3000], [1000, 3000], [1000, 2000])),
    properties: { symbol: 'WS.13', zone_class: 'WS' },
  },
};

export const LINES: Awkward = {
  plain: { geometry: { type: 'LineString', coordinates: path([100, 100], [500, 100], [500, 400]) }, properties: { name: 'Wisła', width_m: 92.5 } },
  'in and out of the tile': { geometry: { type: 'LineString', coordinates: path([3900, 500], [4500, 500], [4500, 700], [3900, 700]) }, properties: { name: 'Rudawa', width_m: 12 } },
  'of two parts': { geometry: { type: 'MultiLineString', coordinates: [path([100, 900], [200, 900]), path([300, 900], [400, 1000])] }, properties: { name: 'Dłubnia' } },
  'nearly straight': { geometry: { type: 'LineString', coordinates: path([100, 1500], [200, 1500.3], [300, 1499.8], [400, 1500]) }, properties: { name: 'Prądnik' } },
  'without length once snapped': { geometry: { type: 'LineString', coordinates: path([100.1, 1800.1], [100.3, 1800.2]) }, properties: { name: 'Źródło' } },
};

export const POINTS: Awkward = {
  plain: { geometry: { type: 'Point', coordinates: at(100, 200) }, properties: { house_number: '12a' } },
  'in the buffer': { geometry: { type: 'Point', coordinates: at(-40, 200) }, properties: { house_number: '13' } },
  'beyond the buffer': { geometry: { type: 'Point', coordinates: at(-70, 200) }, properties: { house_number: '14' } },
  'without a number': { geometry: { type: 'Point', coordinates: at(300, 300) }, properties: { house_number: null } },
  'on the east edge': { geometry: { type: 'Point', coordinates: at(4096, 400) }, properties: { house_number: '16/18' } },
};
