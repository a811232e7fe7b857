/** Packs cut features as a Mapbox Vector Tile of version 2, as ST_AsMVT does; a layer without features is absent. */
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { LegacyFeature } from 'geojson-vt';
import { EXTENT } from '../engine.ts';

/** Features by name of tile layer; attributes that are null are left out by the packer. */
export function pack(layers: Readonly<Record<string, readonly LegacyFeature[]>>): Buffer {
  const filled = Object.entries(layers).filter(([, features]) => features.length > 0);
  if (filled.length === 0) return Buffer.alloc(0);
  // The packer reads `features` alone, in the form in which geojson-vt hands them out; its type asks for the whole tile of a sister library.
  const tiles = Object.fromEntries(filled.map(([name, features]) => [name, { features }])) as unknown as Parameters<typeof fromGeojsonVt>[0];
  const bytes = fromGeojsonVt(tiles, { version: 2, extent: EXTENT });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
