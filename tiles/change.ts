/** Which tiles a changed place touches. */
import { z } from 'zod';
import { BUFFER, EXTENT } from './engine.ts';
import type { TileAddress } from './address.ts';

/** A notification of migration layer-changes: what changed lies within bbox (EPSG:3857, metres), null: anywhere. */
export const LayerChange = z.object({
  layer: z.string(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
});
export type LayerChange = z.infer<typeof LayerChange>;

const HALF_WORLD = 20_037_508.342789244;

/** True when the tile with its buffer meets the box. One tile unit is added: rounding may move a vertex over the edge. */
export function touches({ bbox }: LayerChange, { z: zoom, x, y }: TileAddress): boolean {
  if (!bbox) return true;
  const side = (2 * HALF_WORLD) / 2 ** zoom;
  const margin = (side * (BUFFER + 1)) / EXTENT;
  const west = x * side - HALF_WORLD;
  const north = HALF_WORLD - y * side;
  return bbox[0] <= west + side + margin && bbox[2] >= west - margin && bbox[1] <= north + margin && bbox[3] >= north - side - margin;
}
