/** Filters made from filters: geometries exchanged. */
import type { Geometry } from '../contract/geojson.ts';
import type { Filter } from './ast.ts';

/** The same filter with every geometry replaced by what `change` makes of it. */
export function withGeometries(filter: Filter, change: (geometry: Geometry) => Geometry): Filter {
  if (filter.op === 'and' || filter.op === 'or') return { ...filter, args: filter.args.map((arg) => withGeometries(arg, change)) };
  if (filter.op === 'not') return { ...filter, arg: withGeometries(filter.arg, change) };
  return 'geometry' in filter ? { ...filter, geometry: change(filter.geometry) } : filter;
}
