/** What an engine is: whatever makes one Mapbox Vector Tile of one layer. Two exist; a differential test holds them to each other. */
import type { Layer } from '../domain/layers/layer.ts';
import type { TileAddress } from './address.ts';

/** Tile coordinates across a tile, and how far beyond its edge features are kept so that strokes meet without a seam. */
export const EXTENT = 4096;
export const BUFFER = 64;

export interface RenderOptions {
  /** ISO date: temporal layers show what stands on that day. */
  readonly day: string;
  /** Only that many features, the largest ones; for tiles that would be too big. */
  readonly largest?: number;
}

export interface RenderedTile {
  /** Uncompressed; empty when no feature is in the tile. */
  readonly mvt: Buffer;
  /** Features of the layer proper, labels not counted. */
  readonly features: number;
}

export interface TileEngine {
  readonly name: 'postgis' | 'geojson-vt';
  /** The layer's tile, deterministic to the byte for the same data. Rejects when the data cannot be read. */
  renderTile(layer: Layer, address: TileAddress, options: RenderOptions): Promise<RenderedTile>;
  /** The layer's data have changed; undefined: perhaps those of every layer. */
  changed(layerId?: string): void;
}

/** What an engine asks of a database; rows as objects, values as $1, $2 … */
export type Query = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;
