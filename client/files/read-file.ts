/** Reads a file of the reader's: parsed, its coordinate system recognised, limits kept, attributes made plain text. Pure; runs in the worker. */
import type { Feature, Geometry } from 'geojson';
import { firstPosition, systemOfFigures, toDegrees } from './coordinate-system.ts';
import { parseFile } from './formats.ts';
import { FileProblem, MAX_BYTES, MAX_VERTICES, type RawFile, type ReadFile } from './own-file.ts';

const MAX_ATTRIBUTES = 60;
const LONGEST_VALUE = 500;

/** Attributes as plain text; what is empty is left out. */
function plainAttributes(properties: unknown): Record<string, string> {
  if (typeof properties !== 'object' || properties === null) return {};
  return Object.fromEntries(Object.entries(properties).slice(0, MAX_ATTRIBUTES).flatMap(([name, value]: [string, unknown]) => {
    const text = value === null || value === undefined ? '' : value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'object' ? JSON.stringify(value) : String(value);
    return text === '' ? [] : [[name.slice(0, 80), text.slice(0, LONGEST_VALUE)]];
  }));
}

function systemOf({ declared, features }: RawFile): { readonly system: ReadFile['system']; readonly swapped: boolean; readonly by: ReadFile['systemBy'] } {
  const first = features.map(({ geometry }) => geometry && firstPosition(geometry)).find(Boolean);
  if (!first) throw new FileProblem('empty');
  const told = systemOfFigures(first);
  // GeoJSON without a word means degrees, but office programs write metres all the same: figures decide.
  if (declared && (declared !== 'EPSG:4326' || told?.system === 'EPSG:4326')) return { system: declared, swapped: told?.system === declared && told.swapped, by: 'declared' };
  if (!told) throw new FileProblem('unknown-system', first.join(', '));
  return { system: told.system, swapped: told.swapped, by: 'figures' };
}

/** Rejects with a FileProblem. */
export async function readFile(bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  if (bytes.byteLength > MAX_BYTES) throw new FileProblem('too-big');
  const raw = await parseFile(bytes).catch((error: unknown) => { throw error instanceof FileProblem ? error : new FileProblem('broken', String(error)); });
  const { system, swapped, by } = systemOf(raw);
  const box: [number, number, number, number] = [180, 90, -180, -90];
  let vertices = 0;
  const count = ([lon, lat]: readonly [number, number]) => {
    vertices += 1;
    if (vertices > MAX_VERTICES) throw new FileProblem('too-many-vertices');
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  const drawn = raw.features.filter((feature): feature is Feature => Boolean(feature?.geometry && firstPosition(feature.geometry)));
  const features = drawn.map((feature, id): Feature => ({ type: 'Feature', id, properties: plainAttributes(feature.properties), geometry: toDegrees(feature.geometry as Geometry, system, swapped, count) }));
  return { format: raw.format, system, systemBy: by, data: { type: 'FeatureCollection', features }, bbox: box, vertices, left: raw.features.length - drawn.length };
}
