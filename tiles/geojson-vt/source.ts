/** Where engine geojson-vt takes a layer's features from: a database view, or GeoJSON at hand. */
import type { Geometry } from 'geojson';
import type { Layer } from '../../domain/layers/layer.ts';

export type Attribute = string | number | boolean | null;
export type LonLat = readonly [number, number];

export interface SourceFeature {
  readonly id: number;
  /** Tile attributes; null: not set. */
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Longitude, latitude. */
  readonly geometry: Geometry;
}

export interface SourceLabel {
  readonly id: number;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly point: LonLat;
}

export interface FeatureSource {
  /** In portions and in the order of ids; generalised: what stands below the layer's generalised zoom. */
  features(layer: Layer, generalised: boolean, day: string): AsyncIterable<readonly SourceFeature[]>;
  /** One point per feature that has a label, in the order of ids. */
  labels(layer: Layer, day: string): AsyncIterable<readonly SourceLabel[]>;
}
