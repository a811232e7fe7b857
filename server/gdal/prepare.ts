/** From coordinates of a file to geometry that may be stored: transformation, axis order, gates, repair. Runs inside the reading worker. */
import type { GeometryKind } from '../../domain/layers/layer.ts';
import type { Gdal } from './gdal.ts';
import { type Geometry, type StoredGeometry, area, countPositions, eachPosition, firstOutside, isReadable, snap } from './geometry.ts';
import { CITY_EXTENT_2178, LIMITS } from './limits.ts';
import type { ReadFeature } from './reader-protocol.ts';
import { mendRings } from './rings.ts';
import { findInvalid, repair } from './validity.ts';
import { toEwkbHex } from './wkb.ts';

type Place = readonly [number, number];

/** How to bring the positions of a file in `crs` to EPSG:2178. `sample` decides whether its axes are northing, easting against the book. */
export function prepare(gdal: Gdal, crs: string, sample: readonly (Geometry | null)[]) {
  const forward = gdal.transformer(crs, 'EPSG:2178');
  const back = gdal.transformer('EPSG:2178', 'EPSG:4326');
  if (!forward || !back) throw new Error(`The coordinate system "${crs.slice(0, 80)}" is not known`);
  const positions: number[][] = [];
  for (const geometry of sample) if (geometry) eachPosition(geometry.coordinates, (position) => { if (positions.length < 2_000) positions.push([...position]); });
  const inside = (swap: boolean): number => {
    const [x, y] = [Float64Array.from(positions, (p) => p[swap ? 1 : 0]!), Float64Array.from(positions, (p) => p[swap ? 0 : 1]!)];
    forward(x, y);
    const [west, south, east, north] = CITY_EXTENT_2178;
    return x.reduce((count, easting, i) => count + (easting > west && easting < east && y[i]! > south && y[i]! < north ? 1 : 0), 0);
  };
  const axesSwapped = positions.length > 0 && inside(false) === 0 && inside(true) > positions.length / 2;

  /** Transforms all positions in place, in one call: the same vertex gives the same numbers wherever it occurs. */
  function transform(geometries: readonly Geometry[]): void {
    const all: number[][] = [];
    for (const geometry of geometries) eachPosition(geometry.coordinates, (position) => all.push(position));
    const [x, y] = [Float64Array.from(all, (p) => p[axesSwapped ? 1 : 0]!), Float64Array.from(all, (p) => p[axesSwapped ? 0 : 1]!)];
    forward!(x, y);
    all.forEach((position, i) => { position[0] = x[i]!; position[1] = y[i]!; });
  }
  /** Longitude and latitude (6 decimals) of easting and northing; null where there is none. */
  function toDegrees([easting, northing]: readonly number[]): Place | null {
    const [x, y] = [Float64Array.of(easting!), Float64Array.of(northing!)];
    back!(x, y);
    return Number.isFinite(x[0]) && Number.isFinite(y[0]) ? [Math.round(x[0]! * 1e6) / 1e6, Math.round(y[0]! * 1e6) / 1e6] : null;
  }
  return { axesSwapped, transform, toDegrees };
}

interface Draft {
  readonly number: number;
  readonly properties: Record<string, unknown>;
  /** Undefined: could not be parsed. Null: the feature has no geometry. */
  readonly original: Geometry | null | undefined;
  readonly stored: StoredGeometry | null;
}
interface Settling {
  readonly toDegrees: (position: readonly number[]) => Place | null;
  readonly skip: ReadonlySet<number>;
  readonly repairing: (number: number) => void;
}

/** Each draft gated, snapped to 0.1 mm, checked by GEOS and repaired where it can be: a row to store or a rejection that says why and where. */
export function settle(gdal: Gdal, drafts: readonly Draft[], kind: GeometryKind, { toDegrees, skip, repairing }: Settling): ReadFeature[] {
  const gated = drafts.map((draft) => gate(draft, kind, toDegrees));
  const sound = gated.flatMap((entry) => ('rejection' in entry ? [] : [entry]));
  const invalid = kind === 'polygon' ? findInvalid(gdal, sound.map((entry) => entry.geometry)) : new Map();
  const faults = new Map(sound.map((entry, index) => [entry, invalid.get(index)] as const));
  return gated.map((entry): ReadFeature => {
    if ('rejection' in entry) return entry;
    const { number, properties, place, geometry, mended } = entry;
    const fault = faults.get(entry);
    if (!fault) {
      return { number, properties, place, geometry: toEwkbHex(geometry), ...(mended && { repair: { how: mended, areaChangeM2: 0 } }) };
    }
    const at = fault.place ? toDegrees(fault.place) : place;
    const reason = `${fault.reason.replace(/\s*\[.*\]$/, '')}${fault.place ? ` at ${fault.place.map((value: number) => value.toFixed(2)).join(' ')}` : ''}`;
    if (skip.has(number)) return reject(entry, `${reason}; its repair took longer than ${LIMITS.repairMs / 1000} s`, at);
    repairing(number);
    const repaired = repair(gdal, geometry);
    if (!repaired || countPositions(repaired) > LIMITS.vertices) return reject(entry, `${reason}; cannot be repaired`, at);
    return { number, properties, place: at, geometry: toEwkbHex(repaired), repair: { how: reason, areaChangeM2: area(repaired) - area(geometry) } };
  });
}

function gate({ number, properties, original, stored }: Draft, kind: GeometryKind, toDegrees: Settling['toDegrees']) {
  const entry = { number, properties };
  if (original === undefined) return reject(entry, 'its coordinates are not numbers', null);
  if (original === null) return reject(entry, 'it has no geometry', null);
  const vertices = countPositions(original);
  if (vertices > LIMITS.vertices) return reject(entry, `it has ${vertices} vertices; at most ${LIMITS.vertices} are stored`, null);
  if (vertices === 0) return reject(entry, 'its geometry is empty', null);
  const first: number[] = [];
  eachPosition(original.coordinates, (position) => { if (first.length === 0) first.push(...position); });
  const place = toDegrees(first);
  if (!stored) return reject(entry, `it is a ${original.type}; the layer holds ${{ point: 'points', line: 'lines', polygon: 'polygons' }[kind]}`, place);
  const outside = firstOutside(stored);
  if (outside) {
    const at = toDegrees(outside);
    return reject(entry, Number.isFinite(outside[0]) ? 'it lies outside the city' : 'its coordinates are impossible in the coordinate system of the file', at);
  }
  const { geometry, how } = mendRings(snap(stored));
  if (!isReadable(geometry)) return reject(entry, 'nothing is left of it at 0.1 mm', place);
  return { ...entry, place, geometry, mended: how };
}

const reject = ({ number, properties }: { number: number; properties: Record<string, unknown> }, reason: string, place: Place | null): ReadFeature & { rejection: object } =>
  ({ number, properties, geometry: null, place, rejection: { reason, place } });
