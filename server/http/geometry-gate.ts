/** The only way of a geometry from outside to PostGIS: few vertices, finite, within the city, closed rings, valid. Nothing is ever repaired. */
import type { Geometry } from '../../domain/contract/geojson.ts';
import { GATE_BBOX } from '../../domain/geo/krakow.ts';
import type { Db } from '../db/database.ts';
import { queryFile } from '../db/query-file.ts';
import { Problem } from './problem.ts';

/** What a resident may draw: enough for any block, too few to hurt. */
export const RESIDENT_VERTICES = 500;

const VALIDITY = queryFile(new URL('sql/validity.sql', import.meta.url));
const [WEST, SOUTH, EAST, NORTH] = GATE_BBOX;

interface Placed { readonly path: string; readonly position: readonly number[] }

/** Every position with its place in the body; recursion is safe because the schema has fixed the depth. */
function* positions(coordinates: readonly unknown[], path: string): Generator<Placed> {
  if (typeof coordinates[0] === 'number') yield { path, position: coordinates as readonly number[] };
  else for (const [index, inner] of coordinates.entries()) yield* positions(inner as readonly unknown[], `${path}.${index}`);
}

/** Throws `outside-city` (422) when a position is not finite or lies beyond the city and its margin. */
export function checkPosition(position: readonly number[], path: string): void {
  const [longitude = Number.NaN, latitude = Number.NaN] = position;
  if (!position.every(Number.isFinite)) throw new Problem('invalid-geometry', 'A coordinate is not a finite number.', [{ path, message: 'not finite' }]);
  if (longitude < WEST || longitude > EAST || latitude < SOUTH || latitude > NORTH) {
    throw new Problem('outside-city', `${longitude}, ${latitude} (longitude, latitude) lies outside Kraków.`, [{ path, message: `must lie within ${GATE_BBOX.join(', ')}` }]);
  }
}

/** Throws `invalid-geometry` for a ring whose last position is not its first. */
function checkRings(geometry: Geometry, path: string): void {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
  for (const ring of rings) {
    const [first, last] = [ring[0]!, ring.at(-1)!];
    if (first[0] !== last[0] || first[1] !== last[1]) {
      throw new Problem('invalid-geometry', `A ring does not end where it begins (${first[0]}, ${first[1]}).`, [{ path, message: 'ring is not closed' }]);
    }
  }
}

/**
 * Lets a geometry (longitude, latitude; already parsed by its schema) pass or throws: `too-large` (413) above the vertex limit, `outside-city`
 * or `invalid-geometry` (422) with reason and place. `path` is where in the body it stands.
 */
export async function geometryGate(db: Db, geometry: Geometry, path: string, maxVertices = RESIDENT_VERTICES): Promise<void> {
  let vertices = 0;
  for (const placed of positions(geometry.coordinates, `${path}.coordinates`)) {
    vertices += 1;
    if (vertices > maxVertices) throw new Problem('too-large', `A geometry may have ${maxVertices} vertices.`, [{ path, message: `more than ${maxVertices} vertices` }]);
    checkPosition(placed.position, placed.path);
  }
  checkRings(geometry, path);
  const fault = await db.oneOrNone<{ reason: string; longitude: number | null; latitude: number | null }>(VALIDITY, { geometry: JSON.stringify(geometry) });
  if (!fault) return;
  const place = fault.longitude === null ? '' : ` at ${fault.longitude}, ${fault.latitude} (longitude, latitude)`;
  throw new Problem('invalid-geometry', `${fault.reason}${place}.`, [{ path, message: `${fault.reason}${place}` }]);
}
