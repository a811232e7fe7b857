/** Borders of parcels with the coordinates of the register: tiles are too coarse to snap to. Asked by squares of about 150 m, each once. */
import type { FeatureCollection, Geometry } from 'geojson';
import { requestJson, withQuery } from '../api/http.ts';
import type { Position } from './drawing.ts';

type Line = readonly Position[];

/** Degrees of a square. */
const [WIDE, HIGH] = [0.002, 0.0014] as const;
const KEPT = 120;
/** A square of the old town has far fewer. */
const LIMIT = 1000;

const rings = (geometry: Geometry): Line[] => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []) as unknown as Line[];

export interface ExactParcels {
  /** The borders around a place; null while they are on their way (then `load` tells when they are there). */
  near(place: Position): readonly Line[] | null;
  /** null: they do not come. */
  load(place: Position): Promise<readonly Line[] | null>;
}

type Ask = (bbox: readonly number[]) => Promise<readonly Line[]>;

const ask: Ask = async (bbox) => {
  const { features } = await requestJson<FeatureCollection>(withQuery('/api/collections/parcels/items', { bbox: bbox.map((degrees) => degrees.toFixed(7)).join(','), limit: LIMIT }), { accept: 'application/geo+json' });
  return features.flatMap(({ geometry }) => rings(geometry));
};

/** `asked` is for tests. */
export function createExactParcels(asked: Ask = ask): ExactParcels {
  const squares = new Map<string, { lines: readonly Line[] | null; coming: Promise<readonly Line[] | null> }>();
  const square = ([lon, lat]: Position) => [Math.floor(lon / WIDE), Math.floor(lat / HIGH)] as const;
  const get = (place: Position) => {
    const [column, row] = square(place);
    const name = `${column} ${row}`;
    const known = squares.get(name);
    if (known) return known;
    if (squares.size >= KEPT) squares.delete(squares.keys().next().value!);
    // A little more than the square: a corner just across its edge is within reach.
    const one: { lines: readonly Line[] | null; coming: Promise<readonly Line[] | null> } = { lines: null, coming: Promise.resolve(null) };
    one.coming = asked([column * WIDE - WIDE / 8, row * HIGH - HIGH / 8, (column + 1) * WIDE + WIDE / 8, (row + 1) * HIGH + HIGH / 8]).then(
      (lines) => (one.lines = lines), () => { squares.delete(name); return null; });
    squares.set(name, one);
    return one;
  };
  return { near: (place) => get(place).lines, load: (place) => get(place).coming };
}
