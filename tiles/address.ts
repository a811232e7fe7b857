/** The address of a tile in a URL: layers, zoom, column, row. Strict: one spelling per tile, so that a tile has one place in the cache. */
import { findLayer } from '../domain/layers/index.ts';
import type { Layer } from '../domain/layers/layer.ts';

export const MAX_LAYERS = 8;

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** `malformed` is answered 400, `layer-unknown` and `out-of-range` 404 (SAFETY: tile addresses). */
export type AddressFault = 'malformed' | 'layer-unknown' | 'out-of-range';

export class AddressError extends Error {
  override readonly name = 'AddressError';
  readonly fault: AddressFault;
  constructor(fault: AddressFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

const LAYER_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const COORDINATE = /^(0|[1-9]\d{0,6})$/;

/** `a,b,c` → layers in that order. Throws AddressError: malformed name, unknown layer, a layer twice, more than 8. */
export function parseLayers(text: string, find: (id: string) => Layer | undefined = findLayer): readonly Layer[] {
  const ids = text.split(',');
  if (ids.length > MAX_LAYERS) throw new AddressError('malformed', `At most ${MAX_LAYERS} layers stand in one tile.`);
  if (ids.some((id) => !LAYER_ID.test(id))) {
    throw new AddressError('malformed', 'A layer is named by small letters, digits and hyphens; several are separated by commas.');
  }
  if (new Set(ids).size !== ids.length) throw new AddressError('malformed', 'A layer is named twice.');
  return ids.map((id) => {
    const layer = find(id);
    if (!layer) throw new AddressError('layer-unknown', `There is no layer "${id}".`);
    return layer;
  });
}

/** Zooms at which a tile of these layers (one or several) exists. */
export function zoomRange(layers: readonly Layer[]): { readonly min: number; readonly max: number } {
  return { min: Math.min(...layers.map((layer) => layer.zooms.min)), max: Math.max(...layers.map((layer) => layer.zooms.maxTile)) };
}

/** Three decimal integers without sign, leading zero or exponent. Throws AddressError: malformed, or outside the layers' zooms or the world. */
export function parseAddress(z: string, x: string, y: string, layers: readonly Layer[]): TileAddress {
  if (![z, x, y].every((part) => COORDINATE.test(part))) {
    throw new AddressError('malformed', 'Zoom, column and row are whole numbers of at most seven digits.');
  }
  const address = { z: Number(z), x: Number(x), y: Number(y) };
  const { min, max } = zoomRange(layers);
  if (address.z < min || address.z > max) throw new AddressError('out-of-range', `Tiles exist from zoom ${min} to zoom ${max}.`);
  const across = 2 ** address.z;
  if (address.x >= across || address.y >= across) {
    throw new AddressError('out-of-range', `At zoom ${address.z} columns and rows end at ${across - 1}.`);
  }
  return address;
}
