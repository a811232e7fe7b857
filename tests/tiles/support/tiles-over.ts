/** The tiles that cover a box. */
import type { TileAddress } from '../../../tiles/address.ts';

/** Box as [west, south, east, north] in degrees. */
export function tilesOver([west, south, east, north]: readonly [number, number, number, number], z: number): TileAddress[] {
  const across = 2 ** z;
  const column = (lon: number): number => Math.floor(((lon + 180) / 360) * across);
  const row = (lat: number): number => Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * across);
  const tiles: TileAddress[] = [];
  for (let x = column(west); x <= column(east); x += 1) for (let y = row(north); y <= row(south); y += 1) tiles.push({ z, x, y });
  return tiles;
}
