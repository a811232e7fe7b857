/** The in-memory index of one layer on one day: features and label points, cut into tiles on demand. */
import GeoJSONVT from 'geojson-vt';
import type { Feature, FeatureCollection } from 'geojson';
import type { Layer } from '../../domain/layers/layer.ts';
import { hasLabels, isGeneralised, labelLayerId } from '../content.ts';
import type { TileAddress } from '../address.ts';
import { BUFFER, EXTENT, type RenderedTile } from '../engine.ts';
import { labelFeatures, tidy } from './tidy.ts';
import { pack } from './pack.ts';
import type { FeatureSource } from './source.ts';

/**
 * tolerance 0.5: half a tile unit, which is what ST_AsMVTGeom simplifies by. maxZoom 19 is beyond every tile, so that the rule holds at each
 * zoom (at maxZoom geojson-vt does not simplify), and the finest grid that still fits 32 bits. indexMaxZoom 0: nothing is cut before it is asked.
 */
const OPTIONS = { maxZoom: 19, indexMaxZoom: 0, tolerance: 0.5, extent: EXTENT, buffer: BUFFER };

export interface TileIndex {
  readonly day: string;
  /** Tiles cut so far: geojson-vt keeps them all. */
  readonly cut: number;
  /** Vertices and label points read so far, for an estimate of memory. */
  readonly vertices: number;
  /** Rejects when the source does; the next call reads again. */
  renderTile(address: TileAddress, largest?: number): Promise<RenderedTile>;
}

/** Nothing is read before it is asked for: who looks at the whole city needs the generalised features alone. */
export function openTileIndex(source: FeatureSource, layer: Layer, day: string): TileIndex {
  const full = lazily(() => indexOf(source.features(layer, false, day)));
  const generalised = layer.generalised ? lazily(() => indexOf(source.features(layer, true, day))) : full;
  const labels = lazily(() => labelIndexOf(source, layer, day));
  const read = (): Cutter[] => [...new Set([full, generalised, labels])].flatMap(({ ready }) => ready ?? []);
  return {
    day,
    get cut() { return read().reduce((sum, { index }) => sum + index.tileCoords.length, 0); },
    get vertices() { return read().reduce((sum, { vertices }) => sum + vertices, 0); },
    async renderTile({ z, x, y }, largest) {
      const { index } = await (isGeneralised(layer, z) ? generalised : full).get();
      const features = tidy(index.getTile(z, x, y)?.features ?? [], largest);
      const points = hasLabels(layer, z) ? (await labels.get()).index.getTile(z, x, y)?.features ?? [] : [];
      return { mvt: pack({ [layer.id]: features, [labelLayerId(layer)]: labelFeatures(points, largest) }), features: features.length };
    },
  };
}

interface Lazy<Value> { get(): Promise<Value>; ready?: Value }

/** Made at the first call, for all who wait; after a failure made again. */
function lazily<Value>(make: () => Promise<Value>): Lazy<Value> {
  let making: Promise<Value> | undefined;
  const lazy: Lazy<Value> = {
    get: () => (making ??= make().then(
      (value) => (lazy.ready = value),
      (error: unknown) => { making = undefined; throw error; },
    )),
  };
  return lazy;
}

interface Cutter { readonly index: GeoJSONVT; readonly vertices: number }

async function indexOf(portions: ReturnType<FeatureSource['features']>): Promise<Cutter> {
  const features: Feature[] = [];
  for await (const portion of portions) {
    for (const { id, attributes, geometry } of portion) features.push({ type: 'Feature', id, properties: attributes, geometry });
  }
  return cutter(features, BUFFER);
}

/** Labels have no buffer: a label belongs to the one tile that holds its point. */
async function labelIndexOf(source: FeatureSource, layer: Layer, day: string): Promise<Cutter> {
  const features: Feature[] = [];
  for await (const portion of source.labels(layer, day)) {
    for (const { id, attributes, point } of portion) {
      features.push({ type: 'Feature', id, properties: attributes, geometry: { type: 'Point', coordinates: [...point] } });
    }
  }
  return cutter(features, 0);
}

function cutter(features: Feature[], buffer: number): Cutter {
  const collection: FeatureCollection = { type: 'FeatureCollection', features };
  const vertices = features.reduce((sum, feature) => sum + countVertices(feature.geometry), 0);
  return { index: new GeoJSONVT(collection, { ...OPTIONS, buffer }), vertices };
}

function countVertices(geometry: Feature['geometry']): number {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.reduce((sum, part) => sum + countVertices(part), 0);
  if (geometry.type === 'Point') return 1;
  const depth = { MultiPoint: 0, LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 }[geometry.type];
  return (geometry.coordinates as unknown[]).flat(depth as 2).length;
}
