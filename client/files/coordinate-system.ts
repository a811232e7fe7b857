/** Which of the systems used in Kraków a file's coordinates are in, and turning them into longitude and latitude. */
import type { Geometry, Position } from 'geojson';
import { fromMercator, fromPl1992, fromPl2000, type Pair } from '../../domain/geo/crs.ts';
import { FileProblem, type FileSystem } from './own-file.ts';

/** The system of an EPSG code, a URN or a `legacy` crs name; null: none of ours. */
export function systemOfName(name: string): FileSystem | null {
  if (/CRS:?84|CRS84/i.test(name)) return 'EPSG:4326';
  const code = /(\d{4,6})\s*$/.exec(name)?.[1];
  return code === '4326' || code === '4258' ? 'EPSG:4326' : code === '2178' ? 'EPSG:2178' : code === '2180' ? 'EPSG:2180' : code === '3857' || code === '900913' ? 'EPSG:3857' : null;
}

/** The system of a .prj file (WKT of ESRI or OGC); null: none of ours. */
export function systemOfPrj(wkt: string): FileSystem | null {
  const number = (parameter: string) => Number(new RegExp(`"${parameter}"\\s*,\\s*(-?[\\d.]+)`, 'i').exec(wkt)?.[1] ?? Number.NaN);
  if (/^\s*(?:GEOGCS|GEOGCRS)/i.test(wkt)) return 'EPSG:4326';
  if (/Pseudo.?Mercator|Mercator_Auxiliary_Sphere/i.test(wkt)) return 'EPSG:3857';
  const [meridian, scale, easting] = [number('central_meridian'), number('scale_factor'), number('false_easting')];
  if (meridian === 21 && Math.abs(scale - 0.999923) < 1e-7 && easting === 7_500_000) return 'EPSG:2178';
  if (meridian === 19 && Math.abs(scale - 0.9993) < 1e-7 && easting === 500_000) return 'EPSG:2180';
  return null;
}

const between = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/** Tells the system from the first coordinates, whose ranges do not meet; swapped: northing or latitude stands first. */
export function systemOfFigures([x = Number.NaN, y = Number.NaN]: Position): { readonly system: FileSystem; readonly swapped: boolean } | null {
  const ranges: readonly [FileSystem, Pair, Pair][] = [
    ['EPSG:2178', [7_000_000, 7_999_999], [5_300_000, 6_100_000]], ['EPSG:2180', [400_001, 900_000], [100_000, 400_000]], ['EPSG:3857', [1_500_000, 2_800_000], [6_200_000, 7_300_000]],
  ];
  // Degrees only mean degrees; swapped ones are told by Kraków's latitude and longitude.
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return { system: 'EPSG:4326', swapped: between(x, 49, 55) && between(y, 14, 25) };
  for (const [system, east, north] of ranges) {
    if (between(x, ...east) && between(y, ...north)) return { system, swapped: false };
    if (between(y, ...east) && between(x, ...north)) return { system, swapped: true };
  }
  return null;
}

const TO_DEGREES: Readonly<Record<FileSystem, (pair: Pair) => Pair>> = { 'EPSG:4326': (pair) => pair, 'EPSG:2178': fromPl2000, 'EPSG:2180': fromPl1992, 'EPSG:3857': fromMercator };

/** A geometry in longitude and latitude, heights dropped; `count` is told every vertex. */
export function toDegrees(geometry: Geometry, system: FileSystem, swapped: boolean, count: (lonLat: Pair) => void): Geometry {
  const place = ([x = Number.NaN, y = Number.NaN]: Position): Position => {
    const lonLat = TO_DEGREES[system](swapped ? [y, x] : [x, y]);
    if (!lonLat.every(Number.isFinite) || Math.abs(lonLat[0]) > 180 || Math.abs(lonLat[1]) > 90) throw new FileProblem('unknown-system', `${x}, ${y}`);
    count(lonLat);
    return [...lonLat];
  };
  switch (geometry.type) {
    case 'Point': return { type: 'Point', coordinates: place(geometry.coordinates) };
    case 'MultiPoint': case 'LineString': return { type: geometry.type, coordinates: geometry.coordinates.map(place) };
    case 'Polygon': case 'MultiLineString': return { type: geometry.type, coordinates: geometry.coordinates.map((line) => line.map(place)) };
    case 'MultiPolygon': return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(place))) };
    case 'GeometryCollection': return { type: 'GeometryCollection', geometries: geometry.geometries.map((one) => toDegrees(one, system, swapped, count)) };
    default: throw new FileProblem('broken', 'geometry type');
  }
}

/** The first coordinates of a geometry; undefined when it has none. */
export function firstPosition(geometry: Geometry): Position | undefined {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.map(firstPosition).find(Boolean);
  let first: unknown = geometry.coordinates;
  while (Array.isArray(first) && Array.isArray(first[0])) first = first[0];
  return Array.isArray(first) && first.every((figure) => typeof figure === 'number') && first.length >= 2 ? first : undefined;
}
