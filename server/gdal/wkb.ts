/** Writes a stored geometry as hexadecimal EWKB in EPSG:2178, the form PostGIS parses fastest. */
import type { Coordinate, StoredGeometry } from './geometry.ts';

const SRID = 2178;
const HAS_SRID = 0x20000000;

/** Little-endian EWKB in hexadecimal, as PostGIS prints it. */
export function toEwkbHex(geometry: StoredGeometry): string {
  const buffer = Buffer.allocUnsafe(9 + sizeOf(geometry));
  let at = 0;
  const integer = (value: number) => { at = buffer.writeUInt32LE(value, at); };
  const header = (type: number) => { at = buffer.writeUInt8(1, at); integer(type); };
  const position = (p: Coordinate) => { at = buffer.writeDoubleLE(p[0]!, at); at = buffer.writeDoubleLE(p[1]!, at); };
  const path = (positions: readonly Coordinate[]) => { integer(positions.length); for (const p of positions) position(p); };
  if (geometry.type === 'Point') {
    header(1 | HAS_SRID);
    integer(SRID);
    position(geometry.coordinates);
  } else if (geometry.type === 'MultiLineString') {
    header(5 | HAS_SRID);
    integer(SRID);
    integer(geometry.coordinates.length);
    for (const line of geometry.coordinates) { header(2); path(line); }
  } else {
    header(6 | HAS_SRID);
    integer(SRID);
    integer(geometry.coordinates.length);
    for (const rings of geometry.coordinates) { header(3); integer(rings.length); for (const ring of rings) path(ring); }
  }
  return buffer.toString('hex', 0, at).toUpperCase();
}

function sizeOf(geometry: StoredGeometry): number {
  if (geometry.type === 'Point') return 16;
  const paths = (positions: readonly Coordinate[][]) => positions.reduce((sum, path) => sum + 4 + path.length * 16, 0);
  if (geometry.type === 'MultiLineString') return 4 + 5 * geometry.coordinates.length + paths(geometry.coordinates);
  return 4 + geometry.coordinates.reduce((sum, rings) => sum + 9 + paths(rings), 0);
}
