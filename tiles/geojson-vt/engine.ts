/** Engine geojson-vt: layers indexed in memory when first asked for, within a bound; rebuilt after a change. */
import type { Layer } from '../../domain/layers/layer.ts';
import type { TileEngine } from '../engine.ts';
import type { FeatureSource } from './source.ts';
import { openTileIndex, type TileIndex } from './tile-index.ts';

export interface GeojsonVtOptions {
  /** Bound on all indexes together: vertices of the sources and of what was cut from them (12 bytes each and more). */
  readonly maxVertices?: number;
  /** An index with so many tiles is built anew, because geojson-vt forgets none. */
  readonly maxTilesCut?: number;
}

/** The vertices cut for one tile and its ancestors, on average, measured on parcels. */
const VERTICES_PER_TILE = 500;

const keyOf = ({ id, temporal }: Layer, day: string): string => (temporal ? `${id}@${day}` : id);

/** Rejects when the source does; the next request tries again. */
export function geojsonVtEngine(source: FeatureSource, { maxVertices = 12_000_000, maxTilesCut = 20_000 }: GeojsonVtOptions = {}): TileEngine {
  // In the order of use, the one used last at the end.
  const indexes = new Map<string, TileIndex>();

  function indexOf(layer: Layer, day: string): TileIndex {
    // Readers of several days keep an index each, as long as there is room.
    const key = keyOf(layer, day);
    const kept = indexes.get(key);
    const index = kept && kept.cut <= maxTilesCut ? kept : openTileIndex(source, layer, day);
    indexes.delete(key);
    indexes.set(key, index);
    return index;
  }

  /** Forgets the indexes used longest ago until the rest is within the bound. */
  function shrink(): void {
    const weigh = ({ vertices, cut }: TileIndex): number => vertices + cut * VERTICES_PER_TILE;
    let total = 0;
    for (const index of indexes.values()) total += weigh(index);
    for (const [id, index] of indexes) {
      if (total <= maxVertices || indexes.size === 1) return;
      total -= weigh(index);
      indexes.delete(id);
    }
  }

  return {
    name: 'geojson-vt',
    async renderTile(layer, address, { day, largest }) {
      const tile = await indexOf(layer, day).renderTile(address, largest);
      shrink();
      return tile;
    },
    changed(layerId) {
      if (layerId === undefined) indexes.clear();
      else for (const key of indexes.keys()) if (key.split('@')[0] === layerId) indexes.delete(key);
    },
  };
}
