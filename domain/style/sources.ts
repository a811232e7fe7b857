/** Groups layers into tile sources: the base map together, what else is seen at the start together, the rest alone. Few requests, and switching never refetches. */
import { CITY_BBOX } from '../geo/krakow.ts';
import type { Layer } from '../layers/layer.ts';
import type { VectorSource } from './style-types.ts';

/** The server answers at most so many layers in one tile. */
const MAX_LAYERS = 8;

/** Source name of each layer, and the layers of each source; a composite's name is its layers joined by a comma. */
export function groupSources(layers: readonly Layer[]): ReadonlyMap<string, readonly Layer[]> {
  const groups = new Map<string, Layer[]>();
  for (const layer of layers) {
    const group = layer.visible ? [...groups.values()].find((members) => members[0]!.visible && (members[0]!.subject === 'base') === (layer.subject === 'base') && members.length < MAX_LAYERS) : undefined;
    if (group) group.push(layer);
    else groups.set(layer.id, [layer]);
  }
  return new Map([...groups.values()].map((members) => [members.map(({ id }) => id).join(','), members]));
}

/** The vector source of a group; `base` is '' for the page itself or the absolute address of the server; `day` (ISO) only changes what has layers that change with time. */
export function vectorSource(name: string, members: readonly Layer[], base: string, day: string | null = null): VectorSource {
  const [west, south, east, north] = CITY_BBOX;
  return {
    type: 'vector', tiles: [`${base}/tiles/${name}/{z}/{x}/{y}.mvt${day !== null && members.some(({ temporal }) => temporal) ? `?datetime=${day}` : ''}`],
    minzoom: Math.min(...members.map(({ zooms }) => zooms.min)), maxzoom: Math.max(...members.map(({ zooms }) => zooms.maxTile)),
    bounds: [west - 0.05, south - 0.03, east + 0.05, north + 0.03],
    attribution: [...new Set(members.map(({ source }) => source.attribution))].join(', '),
  };
}
