/** A background other than our own base map, as sources and layers that go beneath everything. */
import type { Background } from '../contract/backgrounds.ts';
import type { ForeignSource, StyleLayer } from './style-types.ts';

/** Names of its sources and layers begin so: whoever brings a style up to date knows which ones are the background's. */
export const BACKGROUND_PREFIX = 'background:';

export interface DrawnBackground {
  readonly sources: Readonly<Record<string, ForeignSource>>;
  readonly layers: readonly StyleLayer[];
}

/** The parts of somebody's style that are used. */
export interface ForeignStyle {
  readonly sources?: Readonly<Record<string, ForeignSource>>;
  readonly layers?: readonly (Omit<StyleLayer, 'type'> & { readonly type: string })[];
}

/** Names are ours; pictures and patterns would need the sprite of the other style. */
const isTaken = ({ type, paint = {} }: NonNullable<ForeignStyle['layers']>[number]): boolean =>
  ['background', 'fill', 'line', 'circle', 'raster'].includes(type) && !Object.keys(paint).some((name) => name.endsWith('-pattern'));

/** `style` is what the address of a background of kind style has answered; null: not yet there, or a raster. */
export function drawBackground(background: Background, style: ForeignStyle | null): DrawnBackground | null {
  if (background.kind === 'raster') {
    const name = `${BACKGROUND_PREFIX}${background.id}`;
    const { tiles, tileSize, maxZoom, attribution } = background;
    return { sources: { [name]: { type: 'raster', tiles: [tiles], tileSize, maxzoom: maxZoom, attribution } }, layers: [{ id: name, type: 'raster', source: name }] };
  }
  if (!style) return null;
  const named = (name: string) => `${BACKGROUND_PREFIX}${background.id}:${name}`;
  return {
    sources: Object.fromEntries(Object.entries(style.sources ?? {}).map(([name, source]) => [named(name), source])),
    layers: (style.layers ?? []).filter(isTaken).map((layer) => ({ ...layer, id: named(layer.id), ...(layer.source === undefined ? {} : { source: named(layer.source) }) }) as StyleLayer),
  };
}
