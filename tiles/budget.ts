/**
 * No tile is larger than 500 kB. The rule: a tile that would be is made again from its largest features only (points: those with the smallest
 * ids), as many as fit; attributes are never cut. In a tile of several layers that is too big, the layers beyond their equal share are reduced.
 */
import type { Layer } from '../domain/layers/layer.ts';
import type { TileAddress } from './address.ts';
import type { TileEngine } from './engine.ts';

export const MAX_TILE_BYTES = 500_000;

export interface BudgetedTile {
  readonly mvt: Buffer;
  /** Features were left out. */
  readonly reduced: boolean;
}

/** One layer's tile in at most `maxBytes`. A single feature that alone is larger is left out, which the column checks (20,000 vertices) rule out. */
export async function renderWithin(engine: TileEngine, layer: Layer, address: TileAddress, day: string, maxBytes: number): Promise<BudgetedTile> {
  let { mvt, features } = await engine.renderTile(layer, address, { day });
  const reduced = mvt.length > maxBytes;
  let largest = features;
  while (mvt.length > maxBytes) {
    if (largest <= 1) return { mvt: Buffer.alloc(0), reduced };
    // The largest features are also the longest in bytes: always a tenth less, so that it comes to an end.
    largest = Math.max(1, Math.floor(largest * Math.min(0.9, (0.95 * maxBytes) / mvt.length)));
    ({ mvt } = await engine.renderTile(layer, address, { day, largest }));
  }
  return { mvt, reduced };
}

/** The tiles of several layers, one after another in one buffer (concatenated MVT is MVT). `kept` may give a layer's finished tile. */
export async function renderComposite(
  engine: TileEngine, layers: readonly Layer[], address: TileAddress, day: string,
  kept: (layer: Layer) => Promise<Buffer | undefined>, maxBytes = MAX_TILE_BYTES,
): Promise<BudgetedTile> {
  const present = layers.filter((layer) => address.z >= layer.zooms.min);
  const tiles = await Promise.all(present.map(async (layer) => {
    const mvt = await kept(layer);
    return mvt ? { mvt, reduced: false } : renderWithin(engine, layer, address, day, maxBytes);
  }));
  const total = tiles.reduce((sum, { mvt }) => sum + mvt.length, 0);
  if (total > maxBytes) {
    const share = Math.floor(maxBytes / present.length);
    await Promise.all(present.map(async (layer, i) => {
      if (tiles[i]!.mvt.length > share) tiles[i] = await renderWithin(engine, layer, address, day, share);
    }));
  }
  return { mvt: Buffer.concat(tiles.map(({ mvt }) => mvt)), reduced: tiles.some(({ reduced }) => reduced) };
}
