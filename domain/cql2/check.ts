/** Whether a filter can be asked of a layer: its properties are queryable there, and what is compared is of one type. */
import { isDay } from '../day.ts';
import type { Field, Layer } from '../layers/layer.ts';
import { type Filter, FilterFault, type Place, type Scalar } from './ast.ts';

export type ValueType = 'text' | 'number' | 'boolean' | 'date' | 'list' | 'geometry';

/** What may be named in a filter, and its type. The allow-list: nothing else reaches SQL. */
export type Queryables = ReadonlyMap<string, ValueType>;

/** The name of the geometry in filters. */
export const GEOMETRY = 'geom';

const TYPES: Readonly<Record<Exclude<Field['type'], 'json'>, ValueType>> = { text: 'text', integer: 'number', number: 'number', boolean: 'boolean', date: 'date', list: 'list' };

/** Of a layer: its filterable fields and its geometry. */
export const queryablesOf = (layer: Pick<Layer, 'fields'>): Queryables =>
  new Map<string, ValueType>([...layer.fields.flatMap(({ name, type, filterable }): [string, ValueType][] => (type === 'json' || !filterable ? [] : [[name, TYPES[type]]])), [GEOMETRY, 'geometry']]);

/** Throws a FilterFault that names the place: an unknown property, or types that cannot be compared. */
export function checkFilter(filter: Filter, queryables: Queryables): void {
  const named = (name: string, at: Place | undefined, wanted: ValueType): void => {
    const type = typeOfProperty(name, at, queryables);
    if (type !== wanted) throw new FilterFault(`"${shown(name)}" is a ${type}, not a ${wanted}`, at ?? 0);
  };
  switch (filter.op) {
    case 'and': case 'or': for (const arg of filter.args) checkFilter(arg, queryables); return;
    case 'not': checkFilter(filter.arg, queryables); return;
    case 'constant': return;
    case 'isNull': typeOf(filter.value, queryables); return;
    case 'between': alike([filter.value, filter.low, filter.high], queryables, ['number', 'date', 'text']); return;
    case 'in': alike([filter.value, ...filter.among], queryables, ['number', 'date', 'text', 'boolean']); return;
    case 'like': alike([filter.value, filter.pattern], queryables, ['text']); checkPattern(filter.pattern); return;
    case '=': case '<>': alike([filter.left, filter.right], queryables, ['number', 'date', 'text', 'boolean']); return;
    case '<': case '<=': case '>': case '>=': alike([filter.left, filter.right], queryables, ['number', 'date', 'text']); return;
    case 'a_contains': case 'a_containedby': case 'a_overlaps': case 'a_equals': named(filter.property, filter.at, 'list'); return;
    default: named(filter.property, filter.at, 'geometry');
  }
}

/** In a pattern a backslash takes the sign after it as it is: there must be one. */
function checkPattern(pattern: Scalar): void {
  if (pattern.kind === 'casei' || pattern.kind === 'accenti') checkPattern(pattern.of);
  else if (pattern.kind === 'literal' && /(?:^|[^\\])(?:\\\\)*\\$/.test(String(pattern.value))) throw new FilterFault('a pattern cannot end with a single backslash', pattern.at ?? 0);
}

const shown = (name: string): string => (name.length > 50 ? `${name.slice(0, 50)}…` : name);

function typeOfProperty(name: string, at: Place | undefined, queryables: Queryables): ValueType {
  const type = queryables.get(name);
  if (type === undefined) throw new FilterFault(`there is no queryable "${shown(name)}"`, at ?? 0);
  return type;
}

function typeOf(value: Scalar, queryables: Queryables): ValueType {
  switch (value.kind) {
    case 'property': return typeOfProperty(value.name, value.at, queryables);
    case 'literal': return typeof value.value === 'string' ? 'text' : (typeof value.value as 'number' | 'boolean');
    case 'date':
      if (!isDay(value.value)) throw new FilterFault('a day is written YYYY-MM-DD', value.at ?? 0);
      return 'date';
    case 'casei': case 'accenti': {
      const type = typeOf(value.of, queryables);
      if (type !== 'text') throw new FilterFault(`${value.kind.toUpperCase()} takes a text, not a ${type}`, value.at ?? 0);
      return 'text';
    }
    case 'area':
      if (typeOfProperty(value.of, value.at, queryables) !== 'geometry') throw new FilterFault(`AREA takes a geometry`, value.at ?? 0);
      return 'number';
  }
}

function alike(values: readonly Scalar[], queryables: Queryables, allowed: readonly ValueType[]): void {
  const [first, ...rest] = values.map((value) => typeOf(value, queryables));
  if (!allowed.includes(first!)) throw new FilterFault(`a ${first} cannot be compared this way`, values[0]!.at ?? 0);
  for (const [index, type] of rest.entries()) {
    if (type !== first) throw new FilterFault(`a ${first} cannot be compared with a ${type}`, values[index + 1]!.at ?? 0);
  }
}
