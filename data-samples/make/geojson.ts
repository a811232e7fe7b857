/** Writes features as readable GeoJSON: one feature a line, longitude latitude with nine decimals (a tenth of a millimetre). */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { PlanarMap } from './planar-map.ts';
import { toLonLat, type Point, type Ring } from './plane.ts';

export type Properties = { readonly key: string } & Record<string, unknown>;

export interface Feature {
  readonly properties: Properties;
  /** Coordinates as JSON text: the same place is always the same text. */
  readonly geometry: string;
}

export const position = (point: Point): string => {
  const [lon, lat] = toLonLat(point);
  return `[${lon.toFixed(9)},${lat.toFixed(9)}]`;
};

const ringText = (positions: readonly string[]): string => `[${positions.join()},${positions[0]!}]`;

/** Texts of the nodes of a map, each made once. */
export function nodeTexts(map: PlanarMap): (node: number) => string {
  const texts = new Map<number, string>();
  return (node) => {
    let text = texts.get(node);
    if (text === undefined) texts.set(node, text = position(map.point(node)));
    return text;
  };
}

export const pointGeometry = (point: Point): string => `{"type":"Point","coordinates":${position(point)}}`;
export const lineGeometry = (lines: readonly (readonly Point[])[]): string =>
  `{"type":"MultiLineString","coordinates":[${lines.map((line) => `[${line.map(position).join()}]`).join()}]}`;
export const polygonGeometry = (ring: Ring): string => `{"type":"Polygon","coordinates":[${ringText(ring.map(position))}]}`;

/** Polygons (outer ring, then holes) of node ids, as `PlanarMap.dissolve` gives them. */
export function areaGeometry(polygons: readonly (readonly number[])[][], text: (node: number) => string): string {
  const parts = polygons.map((rings) => `[${rings.map((ring) => ringText(ring.map(text))).join()}]`);
  return parts.length === 1 ? `{"type":"Polygon","coordinates":${parts[0]!}}` : `{"type":"MultiPolygon","coordinates":[${parts.join()}]}`;
}

/** Writes a collection; a property that is null is left out. */
export async function writeFeatures(file: string, name: string, features: Iterable<Feature>): Promise<void> {
  const out = createWriteStream(file);
  out.write(`{"type":"FeatureCollection","name":"${name}","features":[\n`);
  let first = true;
  let chunk = '';
  for (const { properties, geometry } of features) {
    const text = JSON.stringify(Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null)));
    chunk += `${first ? '' : ',\n'}{"type":"Feature","properties":${text},"geometry":${geometry}}`;
    first = false;
    if (chunk.length > 1_000_000) {
      if (!out.write(chunk)) await once(out, 'drain');
      chunk = '';
    }
  }
  out.end(`${chunk}\n]}\n`);
  await once(out, 'finish');
}
