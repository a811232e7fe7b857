/** The query of the investor's search: filter, kinds, weights and order, read and checked. */
import { CRS84, findCoordinateSystem } from '../../../domain/contract/coordinate-systems.ts';
import { LandKind, LandSearchParameters } from '../../../domain/contract/investment/search.ts';
import { queryablesOf } from '../../../domain/cql2/check.ts';
import { conditionsOf } from '../../../domain/investment/conditions.ts';
import { isWeighable, MAX_WEIGHT, type Weight } from '../../../domain/investment/score.ts';
import { z } from 'zod';
import { readFilter } from '../../registers/filter.ts';
import { FIELDS } from './land-snapshot.ts';

export const QUERYABLES = queryablesOf({ fields: FIELDS });
const KINDS = LandKind.options;

/** `score`, or a queryable with its direction; undefined: as it comes. */
export type Order = { readonly by: 'score' } | { readonly by: 'field'; readonly name: string; readonly descending: boolean } | undefined;

const refuse = (context: z.RefinementCtx, path: string, message: string): never => { context.addIssue({ code: 'custom', path: [path], message }); return z.NEVER; };
const repeated = (names: readonly string[]): boolean => new Set(names).size < names.length;

function kindsOf(written: string | undefined, context: z.RefinementCtx): readonly LandKind[] {
  const kinds = written === undefined ? KINDS : written.split(',');
  return repeated(kinds) || !kinds.every((kind): kind is LandKind => (KINDS as readonly string[]).includes(kind)) ? refuse(context, 'kinds', `must be among ${KINDS.join(', ')}, each once`) : kinds;
}

function weightsOf(written: string | undefined, context: z.RefinementCtx): readonly Weight[] {
  if (written === undefined) return [];
  const weights = written.split(',').map((part): Weight | string => {
    const [name = '', weight = '', ...more] = part.split(':');
    return more.length === 0 && isWeighable(name) && /^[1-9]$/.test(weight) && Number(weight) <= MAX_WEIGHT ? { name, weight: Number(weight) } : part;
  });
  const wrong = weights.find((weight) => typeof weight === 'string');
  if (wrong !== undefined) return refuse(context, 'weights', `"${wrong.slice(0, 50)}" is not a number that can be weighed, a colon and a weight of 1 to ${MAX_WEIGHT}`);
  const good = weights as readonly Weight[];
  return repeated(good.map(({ name }) => name)) ? refuse(context, 'weights', 'weighs something twice') : good;
}

function orderOf(written: string | undefined, weights: readonly Weight[], context: z.RefinementCtx): Order {
  if (written === undefined) return weights.length > 0 ? { by: 'score' } : undefined;
  if (written === 'score') return weights.length > 0 ? { by: 'score' } : refuse(context, 'sort', 'there is no score without weights');
  const name = written.replace(/^-/, '');
  return FIELDS.some((field) => field.name === name && field.type !== 'list') ? { by: 'field', name, descending: written !== name } : refuse(context, 'sort', 'must be a queryable that is no list, or score');
}

/** Throws `invalid-parameter`, also for a filter that cannot be read; its geometries have not passed the gate. */
export const LandSearchQuery = LandSearchParameters.transform((query, context) => {
  const system = query['filter-crs'] === undefined ? CRS84 : findCoordinateSystem(query['filter-crs']) ?? refuse(context, 'filter-crs', 'is not one of the coordinate systems of the collections');
  const kinds = kindsOf(query.kinds, context);
  const weights = weightsOf(query.weights, context);
  const order = orderOf(query.sort, weights, context);
  if (context.issues.length > 0) return z.NEVER;
  const filter = query.filter === undefined ? undefined : readFilter(query.filter, query['filter-lang'], QUERYABLES, system);
  const { limit, offset, facets, relax, log, door } = query;
  return { filter, conditions: conditionsOf(filter), kinds, weights, order, limit, offset, facets, relax, log, door };
});
export type LandSearchQuery = z.output<typeof LandSearchQuery>;
