/** The query of …/items, made from a layer's declaration: what it may ask, and what it asks. */
import { z } from 'zod';
import { CRS84, type CoordinateSystem, findCoordinateSystem } from '../../../domain/contract/coordinate-systems.ts';
import { DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET } from '../../../domain/contract/features.ts';
import { type FilterParameter, filterParameters } from '../../../domain/contract/layer-schema.ts';
import type { Filter as Expression } from '../../../domain/cql2/ast.ts';
import { queryablesOf } from '../../../domain/cql2/check.ts';
import type { Field, Layer } from '../../../domain/layers/layer.ts';
import { FILTER_LANGUAGES, readFilter } from '../../registers/filter.ts';
import { BboxParameter, type Box, boxesOf } from './bbox.ts';
import { DatetimeParameter, type Period } from './period.ts';

export const FORMATS = { json: 'application/geo+json', html: 'text/html', csv: 'text/csv' } as const;
export type Format = keyof typeof FORMATS;

export interface Filter { readonly parameter: FilterParameter; readonly value: string | number | boolean }

export interface ItemsQuery {
  readonly format: Format | undefined;
  readonly system: CoordinateSystem;
  readonly limit: number;
  readonly offset: number;
  /** Undefined: anywhere. Empty: nowhere where data can lie. */
  readonly boxes: readonly Box[] | undefined;
  readonly boxSystem: CoordinateSystem;
  /** Undefined: today. */
  readonly period: Period | undefined;
  readonly filters: readonly Filter[];
  /** CQL2; its geometries have not passed the gate yet. */
  readonly expression: Expression | undefined;
}

const whole = (min: number, message: string) => z.string().regex(/^\d{1,100}$/, message).transform(Number).refine((value) => value >= min, message);

const CrsParameter = z.string().max(200).transform((uri, context): CoordinateSystem => {
  const system = findCoordinateSystem(uri);
  if (!system) context.addIssue('is not one of the coordinate systems of the collection');
  return system ?? CRS84;
});

const VALUES: Record<Field['type'], z.ZodType<Filter['value'], string>> = {
  text: z.string().max(300),
  list: z.string().max(300),
  json: z.never(),
  integer: z.string().regex(/^-?\d{1,15}$/, 'must be a whole number').transform(Number),
  number: z.string().regex(/^-?\d{1,15}(\.\d{1,10})?$/, 'must be a number').transform(Number),
  boolean: z.enum(['true', 'false']).transform((value) => value === 'true'),
  date: z.iso.date('must be a day, YYYY-MM-DD'),
};

/** Parameters of a single feature: its representation and coordinate system. */
export const ItemQuery = z.strictObject({ f: z.enum(['json', 'html']).optional(), crs: CrsParameter.default(CRS84) });

/** The schema of one layer's query; parses into an `ItemsQuery`. Throws `invalid-parameter` for a bbox that its own system refuses. */
export function itemsQuerySchema(layer: Layer): z.ZodType<ItemsQuery> {
  const parameters = filterParameters(layer);
  const queryables = queryablesOf(layer);
  const filters = Object.fromEntries(parameters.map(({ name, field }) => [name, VALUES[field.type].optional()]));
  return z.strictObject({
    f: z.enum(['json', 'html', 'csv']).optional(),
    crs: CrsParameter.default(CRS84),
    bbox: BboxParameter.optional(),
    'bbox-crs': CrsParameter.default(CRS84),
    limit: whole(1, 'must be a whole number of at least 1').transform((limit) => Math.min(limit, MAX_LIMIT)).default(DEFAULT_LIMIT),
    offset: whole(0, 'must be a whole number').refine((offset) => offset <= MAX_OFFSET, `may be ${MAX_OFFSET} at most`).default(0),
    datetime: DatetimeParameter.optional(),
    filter: z.string().min(1).optional(),
    'filter-lang': z.enum(FILTER_LANGUAGES).default('cql2-text'),
    'filter-crs': CrsParameter.default(CRS84),
    ...filters,
  }).transform((query): ItemsQuery => {
    const values: Readonly<Record<string, unknown>> = query;
    return {
      format: query.f, system: query.crs, limit: query.limit, offset: query.offset, period: query.datetime,
      expression: query.filter === undefined ? undefined : readFilter(query.filter, query['filter-lang'], queryables, query['filter-crs']),
      boxSystem: query['bbox-crs'], boxes: query.bbox && boxesOf(query.bbox, query['bbox-crs']),
      filters: parameters.flatMap((parameter) => {
        const value = values[parameter.name] as Filter['value'] | undefined; // by VALUES of its field's type
        return value === undefined ? [] : [{ parameter, value }];
      }),
    };
  });
}
