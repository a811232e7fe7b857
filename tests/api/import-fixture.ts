/** Small files to import: written to a folder of their own, in degrees unless said otherwise. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Properties = Record<string, unknown>;
export interface Feature { type: 'Feature'; properties: Properties; geometry: unknown }

/** A square of about 70 m × 110 m with its corner at lon, lat. */
export const square = (properties: Properties, lon = 19.95, lat = 50.06, size = 0.001): Feature => feature(properties, {
  type: 'Polygon', coordinates: [[[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]],
});

/** A ring that crosses itself in the middle. */
export const bowTie = (properties: Properties, lon = 19.95, lat = 50.06): Feature => feature(properties, {
  type: 'Polygon', coordinates: [[[lon, lat], [lon + 0.001, lat + 0.001], [lon + 0.001, lat], [lon, lat + 0.001], [lon, lat]]],
});

export const feature = (properties: Properties, geometry: unknown): Feature => ({ type: 'Feature', properties, geometry });

export interface Folder {
  readonly path: string;
  /** Writes a collection and returns its path. */
  geojson(name: string, features: readonly Feature[], more?: object): string;
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

/** A temporary folder; remove it in afterAll. */
export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'msip-import-'));
  const write = (name: string, content: string | Uint8Array): string => { writeFileSync(join(path, name), content); return join(path, name); };
  return {
    path, write,
    geojson: (name, features, more = {}) => write(name, JSON.stringify({ type: 'FeatureCollection', ...more, features })),
    remove: () => { rmSync(path, { recursive: true, force: true }); },
  };
}
