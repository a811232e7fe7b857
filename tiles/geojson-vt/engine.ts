/** Engine geojson-vt: layers indexed in memory when first asked for, within a bound; rebuilt after a change. */
import type { Layer } from '../../domain/layers/layer.ts';
import type { TileEngine } from '../engine.ts';
import type { FeatureSource } from './source.ts';
import { buildTileIndex, type TileIndex } from './tile-index.ts';

export interface GeojsonVtOptions {
  /** Bound on all indexes together: vertices of the sources and of what was cut from them (12 bytes each and more). */
  readonly maxVertices?: number;
  /** An index with so many tiles is built anew, because geojson-vt forgets none. */
  readonly maxTilesCut?: number;
}

/** The vertices cut for one tile and its ancestors, on average, measured on parcels. */
const VERTICES_PER_TILE = 500;

/** Rejects when the source does; the next request tries again. */
export function geojsonVtEngine(source: FeatureSource, { maxVertices = 12_000_000, maxTilesCut = 20_000 }: GeojsonVtOptions = {}): TileEngine {
  // In the order of use, the one used last at the end.
  const indexes = new Map<string, { building: Promise<TileIndex>; ready?: TileIndex }>();

  async function indexOf(layer: Layer, day: string): Promise<TileIndex> {
    let entry = indexes.get(layer.id);
    const stale = entry?.ready && ((layer.temporal && entry.ready.day !== day) || entry.ready.cut > maxTilesCut);
    if (!entry || stale) entry = build(layer, day);
    indexes.delete(layer.id);
    indexes.set(layer.id, entry);
    return entry.building;
  }

  function build(layer: Layer, day: string): { building: Promise<TileIndex>; ready?: TileIndex } {
    const entry: { building: Promise<TileIndex>; ready?: TileIndex } = { building: buildTileIndex(source, layer, day) };
    entry.building.then(
      (index) => { entry.ready = index; },
      () => { if (indexes.get(layer.id) === entry) indexes.delete(layer.id); },
    );
    return entry;
  }

  /** Forgets the indexes used longest ago until the rest is within the bound. */
  function shrink(): void {
    const weigh = ({ vertices, cut }: TileIndex): number => vertices + cut * VERTICES_PER_TILE;
    let total = 0;
    for (const { ready } of indexes.values()) total += ready ? weigh(ready) : 0;
    for (const [id, { ready }] of indexes) {
      if (total <= maxVertices || indexes.size === 1) return;
      if (!ready) continue;
      total -= weigh(ready);
      indexes.delete(id);
    }
  }

  return {
    name: 'geojson-vt',
    async renderTile(layer, address, { day, largest }) {
      const tile = (await indexOf(layer, day)).renderTile(address, largest);
      shrink();
      return tile;
    },
    changed(layerId) {
      if (layerId === undefined) indexes.clear();
      else indexes.delete(layerId);
    },
  };
}
