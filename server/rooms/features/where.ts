/** The condition of a page of features in SQL: names come from the catalogue, values are escaped by pg-promise. */
import type { CoordinateSystem } from '../../../domain/contract/coordinate-systems.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Field, Layer } from '../../../domain/layers/layer.ts';
import { GEOMETRY, queryablesOf } from '../../../domain/cql2/check.ts';
import { pgp } from '../../db/database.ts';
import { filterSql } from '../../registers/filter-sql.ts';
import type { Box } from './bbox.ts';
import type { Filter, ItemsQuery } from './items-query.ts';
import type { Period } from './period.ts';

const sql = pgp.as.format;
const OPERATORS = { equals: '=', 'at-least': '>=', 'at-most': '<=' } as const;

/** Always a valid condition; `true` when nothing is asked. */
export function conditionOf(layer: Layer, { boxes, boxSystem, period, filters, expression }: ItemsQuery): string {
  const conditions = [
    ...(boxes ? [anyOf(boxes.map((box) => touches(box, boxSystem)))] : []),
    ...(layer.temporal ? [standsIn(period)] : []),
    ...filters.map((filter) => passes(filter, layer, period)),
    ...(expression ? [filterSql(expression, {
      queryables: queryablesOf(layer), geometry: GEOMETRY, column: (name) => valueIn(layer, layer.fields.find((field) => field.name === name)!, period),
    })] : []),
  ];
  return conditions.length > 0 ? conditions.join(' AND ') : 'true';
}

const anyOf = (conditions: readonly string[]): string => (conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false');

/**
 * The edges of a box are curves in PL-2000: 32 points on each follow them. A box without width or height, which is no polygon to PostGIS,
 * grows by about a millimetre. The whole is a constant to the planner, which puts `geom &&` before it (GiST).
 */
function touches([minX, minY, maxX, maxY]: Box, { srid, geographic }: CoordinateSystem): string {
  const least = geographic ? 1e-8 : 1e-3;
  const [growX, growY] = [maxX - minX < least ? least / 2 : 0, maxY - minY < least ? least / 2 : 0];
  const corners = [minX - growX, minY - growY, maxX + growX, maxY + growY];
  const step = Math.max(maxX - minX, maxY - minY, least) / 32;
  const envelope = sql('ST_Transform(ST_Segmentize(ST_MakeEnvelope($1, $2, $3, $4, $5), $6), 2178)', [...corners, srid, step]);
  return `ST_Intersects(geom, ${envelope})`;
}

/** Without a period: what stands today in Kraków, as in the tiles, whatever the time zone of the database. */
function standsIn(period: Period | undefined): string {
  return period ? sql("valid && daterange($1::date, $2::date, '[]')", [period.from, period.to]) : sql('valid @> $1::date', [dayInKrakow()]);
}

function passes({ parameter: { field, comparison }, value }: Filter, layer: Layer, period: Period | undefined): string {
  if (field.type === 'list') return sql('$1 = ANY ($2:name)', [value, field.name]);
  return sql('$1:raw $2:raw $3', [valueIn(layer, field, period), OPERATORS[comparison], value]);
}

/**
 * What a field is in the period: a view shows those that change with the day as they are today, for other days a function tells (see `byDay`).
 * Of an interval the last day counts, or today where it has no end.
 */
export function valueIn(layer: Layer, { name, byDay }: Field, period: Period | undefined): string {
  const today = dayInKrakow();
  const day = period ? period.to ?? (period.from !== null && period.from > today ? period.from : today) : today;
  if (!byDay || day === today) return sql('$1:name', [name]);
  return sql('$1:raw(id, $2::date)', [`${layer.view}_${name}_on`, day]);
}
