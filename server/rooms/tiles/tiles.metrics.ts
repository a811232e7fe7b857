/** Figures about tiles for operators: answers by cache result, memory of the cache. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { TileStore } from '../../../tiles/tile-store.ts';

export function measureTiles(registry: Registry, store: TileStore): void {
  new Counter({
    name: 'tile_answers_total', help: 'Tiles by cache result: fresh, miss, coalesced, stale', labelNames: ['result'], registers: [registry],
    collect() {
      this.reset();
      for (const [result, count] of Object.entries(store.counts)) this.inc({ result }, count);
    },
  });
  new Gauge({ name: 'tile_cache_bytes', help: 'Memory of the tile cache', registers: [registry], collect() { this.set(store.bytes); } });
  new Gauge({ name: 'tile_cache_tiles', help: 'Tiles in the cache', registers: [registry], collect() { this.set(store.tiles); } });
}
