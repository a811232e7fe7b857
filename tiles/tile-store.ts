/** Finished tiles and the way to them: cache, one rendering for many who ask at once, what a change throws out, what is shown while data are away. */
import type { Layer } from '../domain/layers/layer.ts';
import type { TileAddress } from './address.ts';
import { renderComposite } from './budget.ts';
import { ByteCache } from './byte-cache.ts';
import { type LayerChange, touches } from './change.ts';
import type { TileEngine } from './engine.ts';
import { StoredTile } from './stored-tile.ts';

/** fresh: from the cache · miss: made now · coalesced: made now for another who asked first · stale: from the cache, data are away. */
export type CacheResult = 'fresh' | 'miss' | 'coalesced' | 'stale';

export interface TileStoreOptions {
  readonly engine: TileEngine;
  readonly maxBytes: number;
  /** ISO date of today: what stands for today does not survive the day. */
  readonly today: () => string;
  /** Told when a tile could not be made and an old one is shown instead, or when features were left out of a tile. */
  readonly onFault?: (fault: { readonly key: string; readonly error?: unknown; readonly reduced?: boolean }) => void;
}

/** After a failure old tiles are shown for so long without asking the database anew. */
const RETRY_AFTER_MS = 1000;

interface Entry {
  readonly tile: StoredTile;
  readonly layers: readonly Layer[];
  readonly address: TileAddress;
  readonly day: string;
  current: boolean;
  readonly weight: number;
}

interface Flight {
  readonly layers: readonly Layer[];
  readonly address: TileAddress;
  readonly promise: Promise<StoredTile>;
  /** The data changed after the rendering began: the result is shown to those who asked before, and not trusted afterwards. */
  overtaken: boolean;
}

export class TileStore {
  readonly counts: Record<CacheResult, number> = { fresh: 0, miss: 0, coalesced: 0, stale: 0 };
  readonly #options: TileStoreOptions;
  readonly #cache: ByteCache<Entry>;
  readonly #flights = new Map<string, Flight>();
  /** False: changes are not heard, so nothing kept can be trusted to be current. */
  #hearing = false;
  #triedInVainAt = -Infinity;

  constructor(options: TileStoreOptions) {
    this.#options = options;
    this.#cache = new ByteCache(options.maxBytes);
  }

  get bytes(): number { return this.#cache.bytes; }
  get tiles(): number { return this.#cache.size; }

  /** The tile of these layers, on a day (ISO) or today. Rejects only when it can neither be made nor shown from before. */
  async get(layers: readonly Layer[], address: TileAddress, asked?: string): Promise<{ readonly tile: StoredTile; readonly result: CacheResult }> {
    const { tile, result } = await this.#find(layers, address, asked === this.#options.today() ? undefined : asked);
    this.counts[result] += 1;
    return { tile, result };
  }

  async #find(layers: readonly Layer[], address: TileAddress, asked: string | undefined): Promise<{ tile: StoredTile; result: CacheResult }> {
    const key = keyOf(layers, address, asked);
    const day = asked ?? this.#options.today();
    const entry = this.#cache.get(key);
    if (entry && this.#isCurrent(entry, day)) return { tile: entry.tile, result: 'fresh' };
    if (entry && performance.now() - this.#triedInVainAt < RETRY_AFTER_MS) return { tile: entry.tile, result: 'stale' };
    const under = this.#flights.get(key);
    try {
      return under ? { tile: await under.promise, result: 'coalesced' } : { tile: await this.#launch(key, layers, address, day), result: 'miss' };
    } catch (error) {
      if (!entry) throw error;
      if (!under) this.#triedInVainAt = performance.now();
      this.#options.onFault?.({ key, error });
      return { tile: entry.tile, result: 'stale' };
    }
  }

  #isCurrent(entry: Entry, day: string): boolean {
    return this.#hearing && entry.current && entry.day === day;
  }

  #launch(key: string, layers: readonly Layer[], address: TileAddress, day: string): Promise<StoredTile> {
    const flight: Flight = { layers, address, overtaken: false, promise: this.#render(key, layers, address, day).then((tile) => {
      const entry: Entry = { tile, layers, address, day, current: !flight.overtaken, get weight() { return tile.weight; } };
      tile.onWeight = () => { this.#cache.reweigh(key, entry); };
      this.#cache.set(key, entry);
      return tile;
    }).finally(() => { if (this.#flights.get(key) === flight) this.#flights.delete(key); }) };
    this.#flights.set(key, flight);
    return flight.promise;
  }

  async #render(key: string, layers: readonly Layer[], address: TileAddress, day: string): Promise<StoredTile> {
    const { mvt, reduced } = await renderComposite(this.#options.engine, layers, address, day, async (layer) => {
      const entry = layers.length > 1 ? this.#cache.get(keyOf([layer], address, day === this.#options.today() ? undefined : day)) : undefined;
      return entry && this.#isCurrent(entry, day) ? entry.tile.body('identity') : undefined;
    });
    if (reduced) this.#options.onFault?.({ key, reduced });
    return new StoredTile(mvt);
  }

  /** Data changed: tiles touched are made anew when next asked for; until that works the old ones can be shown as stale. */
  change(change: LayerChange): void {
    this.#options.engine.changed(change.layer);
    this.#distrust(({ layers, address }) => layers.some((layer) => layer.id === change.layer) && touches(change, address));
  }

  /** Whether changes are heard. A new beginning distrusts everything: what changed in between was not heard. */
  hearing(yes: boolean): void {
    this.#hearing = yes;
    this.#options.engine.changed();
    this.#distrust(() => true);
  }

  #distrust(concerned: (of: Pick<Entry, 'layers' | 'address'>) => boolean): void {
    for (const [, entry] of this.#cache.entries()) if (entry.current && concerned(entry)) entry.current = false;
    for (const [key, flight] of this.#flights) {
      if (!concerned(flight)) continue;
      flight.overtaken = true;
      this.#flights.delete(key);
    }
  }
}

const keyOf = (layers: readonly Layer[], { z, x, y }: TileAddress, asked: string | undefined): string =>
  `${layers.map((layer) => layer.id).join(',')}/${z}/${x}/${y}${asked ? `@${asked}` : ''}`;
