/** A filter as it comes to the door: read, checked against what a layer lets be asked, its geometries through the gate. */
import type { CoordinateSystem } from '../../domain/contract/coordinate-systems.ts';
import type { Geometry } from '../../domain/contract/geojson.ts';
import { type Filter, FilterFault, geometriesOf, MAX_SPATIAL, type Place } from '../../domain/cql2/ast.ts';
import { checkFilter, type Queryables } from '../../domain/cql2/check.ts';
import { parseJsonFilter } from '../../domain/cql2/parse-json.ts';
import { parseFilter } from '../../domain/cql2/parse-text.ts';
import { withGeometries } from '../../domain/cql2/rewrite.ts';
import { fromMercator, fromPl1992, fromPl2000, type Pair } from '../../domain/geo/crs.ts';
import type { Db } from '../db/database.ts';
import { geometryGate, RESIDENT_VERTICES } from '../http/geometry-gate.ts';
import { Problem } from '../http/problem.ts';

export const FILTER_LANGUAGES = ['cql2-text', 'cql2-json'] as const;
export type FilterLanguage = (typeof FILTER_LANGUAGES)[number];

const shown = (at: Place): string => (typeof at === 'number' ? `character ${at + 1}` : at);
const problem = (error: FilterFault): Problem => new Problem('invalid-parameter', `Wrong parameter: filter (${error.message}, at ${shown(error.at)}).`, [{ path: `filter:${error.at}`, message: error.message }]);

/** Reads a filter; throws `invalid-parameter` (400) whose detail path is `filter:` and the offset, or the JSON path. Literals come out in CRS84. */
export function readFilter(written: string, language: FilterLanguage, queryables: Queryables, system: CoordinateSystem): Filter {
  try {
    const filter = language === 'cql2-text' ? parseFilter(written) : parseJsonFilter(jsonIn(written));
    checkFilter(filter, queryables);
    return system.srid === 4326 && system.axes === 'xy' ? filter : withGeometries(filter, (geometry) => inDegrees(geometry, system));
  } catch (error) {
    throw error instanceof FilterFault ? problem(error) : error;
  }
}

function jsonIn(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new FilterFault('is not valid JSON', '$');
  }
}

const TO_DEGREES: Readonly<Record<number, (pair: Pair) => Pair>> = { 4326: (pair) => pair, 3857: fromMercator, 2178: fromPl2000, 2180: fromPl1992 };

/** Every position from the system's official axis order to longitude, latitude. */
function inDegrees(geometry: Geometry, { srid, axes }: CoordinateSystem): Geometry {
  const turn = (inner: unknown): unknown => {
    const list = inner as unknown[];
    if (typeof list[0] !== 'number') return list.map(turn);
    const [first, second] = list as [number, number];
    return TO_DEGREES[srid]!(axes === 'xy' ? [first, second] : [second, first]);
  };
  return { ...geometry, coordinates: turn(geometry.coordinates) } as Geometry;
}

/** Lets the geometries of a filter pass, or throws as the geometry gate does, or `invalid-parameter` where they are too many. All together may have as many vertices as one that a resident draws. */
export async function gateFilter(db: Db, filter: Filter): Promise<void> {
  let left = RESIDENT_VERTICES;
  const geometries = geometriesOf(filter);
  if (geometries.length > MAX_SPATIAL) throw problem(new FilterFault(`has more than ${MAX_SPATIAL} conditions with a geometry`, geometries[MAX_SPATIAL]!.at));
  for (const { geometry, at } of geometries) {
    await geometryGate(db, geometry, `filter:${at}`, left);
    left -= verticesOf(geometry.coordinates);
  }
}

const verticesOf = (coordinates: readonly unknown[]): number => (typeof coordinates[0] === 'number' ? 1 : coordinates.reduce<number>((sum, inner) => sum + verticesOf(inner as readonly unknown[]), 0));

