/** TileJSON 3.0: what a client must know to draw a layer's tiles, from the catalogue alone. */
import { CITY_CENTER, GATE_BBOX } from '../domain/geo/krakow.ts';
import type { Field, Layer } from '../domain/layers/layer.ts';
import { zoomRange } from './address.ts';
import { contentOf, isLabelled, labelContent, labelLayerId, labelMinZoom } from './content.ts';

export interface TileJson {
  readonly tilejson: '3.0.0';
  readonly name: string;
  readonly description: string;
  readonly attribution: string;
  readonly scheme: 'xyz';
  readonly tiles: readonly string[];
  readonly minzoom: number;
  readonly maxzoom: number;
  /** [west, south, east, north], degrees: the city with a margin, whatever the layer. */
  readonly bounds: readonly number[];
  readonly center: readonly number[];
  readonly vector_layers: readonly VectorLayer[];
}

export interface VectorLayer {
  readonly id: string;
  readonly description: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly fields: Readonly<Record<string, string>>;
}

const KINDS = { text: 'String', date: 'String', list: 'String', json: 'String', integer: 'Number', number: 'Number', boolean: 'Boolean' } as const;

const fieldsOf = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field.name, `${KINDS[field.type]}. ${field.label.en}${field.unit ? ` (${field.unit})` : ''}`]));

function vectorLayers(layer: Layer): VectorLayer[] {
  const { min, maxTile } = layer.zooms;
  const fields = fieldsOf(contentOf(layer, maxTile).fields);
  const own: VectorLayer = { id: layer.id, description: layer.title.en, minzoom: min, maxzoom: maxTile, fields };
  if (!isLabelled(layer)) return [own];
  const description = `${layer.title.en}: one label point a feature`;
  return [own, { id: labelLayerId(layer), description, minzoom: labelMinZoom(layer), maxzoom: maxTile, fields: fieldsOf(labelContent(layer).fields) }];
}

/** The document of one layer or several; addresses are absolute, from `publicUrl` (no trailing slash). Demonstration data is called so to whoever shows it. `day`: the tiles of another day than today. */
export function tileJson(layers: readonly Layer[], publicUrl: string, demonstration: boolean, day?: string): TileJson {
  const { min, max } = zoomRange(layers);
  return {
    tilejson: '3.0.0',
    name: layers.map((layer) => layer.title.pl).join(', '),
    description: layers.map((layer) => layer.abstract.pl).join(' '),
    // Each name once: "Gmina Miejska Kraków" and "Gmina Miejska Kraków, GUGiK" are two names together, not three.
    attribution: [...new Set(layers.flatMap((layer) => layer.source.attribution.split(', ')))].join(', ') + (demonstration ? ' (dane demonstracyjne)' : ''),
    scheme: 'xyz',
    tiles: [`${publicUrl}/tiles/${layers.map((layer) => layer.id).join(',')}/{z}/{x}/{y}.mvt${day ? `?datetime=${day}` : ''}`],
    minzoom: min,
    maxzoom: max,
    bounds: [...GATE_BBOX],
    center: [...CITY_CENTER, Math.min(Math.max(min, 12), max)],
    vector_layers: layers.flatMap(vectorLayers),
  };
}
