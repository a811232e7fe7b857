/** The drawn area as geometry: rings closed, six decimals (a decimetre), so that the address stays short. */
import type { Geometry } from '../../domain/contract/geojson.ts';

type Position = readonly [longitude: number, latitude: number];
type Box = readonly [west: number, south: number, east: number, north: number];

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The corners in order, the first not repeated. */
export const polygonOf = (corners: readonly Position[]): Geometry => ({ type: 'Polygon', coordinates: [[...corners, corners[0]!].map(([lon, lat]): [number, number] => [rounded(lon), rounded(lat)])] });

export const ringOfBox = ([west, south, east, north]: Box): readonly Position[] => [[west, south], [east, south], [east, north], [west, north]];

export function boxOf({ coordinates }: Geometry): Box {
  const pairs: Position[] = [];
  const gather = (inner: unknown): void => { if (Array.isArray(inner)) { if (typeof inner[0] === 'number') pairs.push(inner as never); else inner.forEach(gather); } };
  gather(coordinates);
  const [lons, lats] = [pairs.map(([lon]) => lon), pairs.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The smallest box around all; null: there is none. */
export const boxAround = (boxes: readonly Box[]): Box | null => (boxes.length === 0 ? null
  : [Math.min(...boxes.map(([west]) => west)), Math.min(...boxes.map(([, south]) => south)), Math.max(...boxes.map(([, , east]) => east)), Math.max(...boxes.map(([, , , north]) => north))]);
