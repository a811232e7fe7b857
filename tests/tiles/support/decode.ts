/** Decodes tiles and measures what is in them, so that tests compare content, not bytes. */
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

export interface DecodedFeature {
  readonly id: number | undefined;
  readonly type: 'point' | 'line' | 'polygon';
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  /** Rings, lines or one list of points, in tile units. */
  readonly parts: readonly (readonly (readonly [number, number])[])[];
}

export type DecodedTile = Readonly<Record<string, readonly DecodedFeature[]>>;

const TYPES = { 0: 'point', 1: 'point', 2: 'line', 3: 'polygon' } as const;

/** Features by tile layer, in the order of the tile. */
export function decode(mvt: Uint8Array): DecodedTile {
  const { layers } = new VectorTile(new PbfReader(mvt));
  return Object.fromEntries(Object.entries(layers).map(([name, layer]) => [name, Array.from({ length: layer.length }, (_, i): DecodedFeature => {
    const feature = layer.feature(i);
    return {
      id: feature.id, type: TYPES[feature.type], attributes: feature.properties,
      parts: feature.loadGeometry().map((part) => part.map(({ x, y }) => [x, y] as const)),
    };
  })]));
}

type Part = DecodedFeature['parts'][number];

const ringArea = (ring: Part): number => ring.reduce((sum, [x, y], i) => {
  const [px, py] = ring.at(i - 1)!;
  return sum + (px * y - x * py) / 2;
}, 0);

export const area = ({ type, parts }: DecodedFeature): number => (type === 'polygon' ? parts.reduce((sum, ring) => sum + ringArea(ring), 0) : 0);

/** Of lines and of the edges of polygons, tile units. */
export const length = ({ type, parts }: DecodedFeature): number => (type === 'point' ? 0 : parts.reduce(
  (sum, part) => sum + part.slice(1).reduce((rest, [x, y], i) => rest + Math.hypot(x - part[i]![0], y - part[i]![1]), 0), 0));
