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

export const vertices = ({ parts }: DecodedFeature): number => parts.reduce((sum, part) => sum + part.length, 0);

const isVisible = ([x, y]: readonly [number, number]): boolean => x >= 0 && x <= 4096 && y >= 0 && y <= 4096;

/** How far that vertex of `a` lies from `b` which lies farthest from it, tile units; vertices in the buffer, which nobody sees, are left out. */
export function farthest(a: DecodedFeature, b: DecodedFeature): number {
  return Math.max(0, ...a.parts.flat().filter(isVisible).map((place) => Math.min(...b.parts.map((part) => distanceTo(part, place)))));
}

function distanceTo(part: Part, [x, y]: readonly [number, number]): number {
  if (part.length === 1) return Math.hypot(part[0]![0] - x, part[0]![1] - y);
  return Math.min(...part.slice(1).map(([x2, y2], i) => {
    const [x1, y1] = part[i]!;
    const [dx, dy] = [x2 - x1, y2 - y1];
    const along = dx === 0 && dy === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x1 + along * dx - x, y1 + along * dy - y);
  }));
}
