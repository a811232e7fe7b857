/** Compiles a checked filter to an SQL condition: names come from the allow-list, values are escaped by pg-promise, nothing is pasted. */
import { type ArrayOperator, type Filter, type Scalar, type SpatialOperator } from '../../domain/cql2/ast.ts';
import type { Queryables } from '../../domain/cql2/check.ts';
import type { Geometry } from '../../domain/contract/geojson.ts';
import { pgp } from '../db/database.ts';

const sql = pgp.as.format;

/** How a layer's queryables read in SQL. `column` is asked for names that have passed `checkFilter` only. */
export interface FilterTarget {
  readonly queryables: Queryables;
  /** SQL of a property's value, e.g. `"status"`; numbers as double precision, lists as text[]. */
  column(name: string): string;
  /** SQL of the geometry in EPSG:2178, indexed by GiST. */
  readonly geometry: string;
}

const SPATIAL: Readonly<Record<SpatialOperator, string>> = {
  s_intersects: 'ST_Intersects', s_within: 'ST_Within', s_contains: 'ST_Contains', s_disjoint: 'ST_Disjoint', s_touches: 'ST_Touches', s_overlaps: 'ST_Overlaps', s_crosses: 'ST_Crosses', s_equals: 'ST_Equals',
};
const ARRAY: Readonly<Record<ArrayOperator, string>> = { a_contains: '$1:raw @> $2::text[]', a_containedby: '$1:raw <@ $2::text[]', a_overlaps: '$1:raw && $2::text[]', a_equals: '($1:raw @> $2::text[] AND $1:raw <@ $2::text[])' };

/** A constant to the planner, which puts `geom &&` before it. The geometry has passed the gate. */
const constant = (geometry: Geometry): string => sql('ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326), 2178)', [JSON.stringify(geometry)]);

/** The condition in parentheses where it needs them; true, false or null as the standard has it. */
export function filterSql(filter: Filter, target: FilterTarget): string {
  // Texts by code points: the same on every home, whatever the collation of the database.
  const value = (scalar: Scalar): string => (isText(scalar, target) ? `(${scalarSql(scalar, target)} COLLATE "C")` : scalarSql(scalar, target));
  switch (filter.op) {
    case 'and': case 'or': return `(${filter.args.map((arg) => filterSql(arg, target)).join(` ${filter.op.toUpperCase()} `)})`;
    case 'not': return `(NOT ${filterSql(filter.arg, target)})`;
    case 'constant': return filter.value ? 'true' : 'false';
    case 'between': return `(${value(filter.value)} BETWEEN ${value(filter.low)} AND ${value(filter.high)})`;
    case 'in': return `(${value(filter.value)} IN (${filter.among.map(value).join(', ')}))`;
    case 'like': return `(${value(filter.value)} LIKE ${value(filter.pattern)})`;
    case 'isNull': return `(${value(filter.value)} IS NULL)`;
    case '=': case '<>': case '<': case '<=': case '>': case '>=': return `(${value(filter.left)} ${filter.op} ${value(filter.right)})`;
    case 's_dwithin': return sql('ST_DWithin($1:raw, $2:raw, $3)', [target.geometry, constant(filter.geometry), filter.metres]);
    case 'a_contains': case 'a_containedby': case 'a_overlaps': case 'a_equals': return sql(ARRAY[filter.op], [target.column(filter.property), [...filter.values]]);
    default: return `${SPATIAL[filter.op]}(${target.geometry}, ${constant(filter.geometry)})`;
  }
}

const isText = (scalar: Scalar, { queryables }: FilterTarget): boolean =>
  scalar.kind === 'casei' || scalar.kind === 'accenti' || (scalar.kind === 'literal' && typeof scalar.value === 'string') || (scalar.kind === 'property' && queryables.get(scalar.name) === 'text');

const isConstant = (scalar: Scalar): boolean => ('of' in scalar && typeof scalar.of === 'object' ? isConstant(scalar.of) : scalar.kind === 'literal');

function scalarSql(scalar: Scalar, target: FilterTarget): string {
  switch (scalar.kind) {
    case 'property': return target.queryables.get(scalar.name) === 'geometry' ? target.geometry : target.column(scalar.name);
    case 'literal':
      if (typeof scalar.value === 'number') return sql('$1::double precision', [scalar.value]);
      return typeof scalar.value === 'string' ? sql('$1::text', [scalar.value]) : sql('$1::boolean', [scalar.value]);
    case 'date': return sql('$1::date', [scalar.value]);
    case 'area': return scalar.unit === 'ha' ? `(ST_Area(${target.geometry}) / 10000)` : `ST_Area(${target.geometry})`;
    case 'casei': return `lower(${scalarSql(scalar.of, target)})`;
    // Without a property it is the same for all objects: a subquery is computed once, the function by itself for each of them.
    case 'accenti': { const plain = `unaccent('unaccent'::regdictionary, ${scalarSql(scalar.of, target)})`; return isConstant(scalar) ? `(SELECT ${plain})` : plain; }
  }
}
