/** A filter as the conditions of its outermost AND: what can be taken away, counted and changed one by one. */
import type { Filter, Scalar } from '../cql2/ast.ts';
import { printFilter } from '../cql2/print-text.ts';

/** ANDs within the outermost AND are part of it. No filter: none. */
export const conditionsOf = (filter: Filter | undefined): readonly Filter[] => (filter === undefined ? [] : filter.op === 'and' ? filter.args.flatMap(conditionsOf) : [filter]);

/** The filter of some conditions; undefined: everything. */
export const joined = (conditions: readonly Filter[]): Filter | undefined => (conditions.length > 1 ? { op: 'and', args: conditions } : conditions[0]);

/** As CQL2 text; empty: everything. */
export const printed = (conditions: readonly Filter[]): string => { const filter = joined(conditions); return filter ? printFilter(filter) : ''; };

/** Names of the queryables in a filter, geometries too. */
export function namesIn(filter: Filter): ReadonlySet<string> {
  const names = new Set<string>();
  const scalar = (value: Scalar): void => {
    if (value.kind === 'property') names.add(value.name);
    else if (value.kind === 'area') names.add(value.of);
    else if (value.kind === 'casei' || value.kind === 'accenti') scalar(value.of);
  };
  const visit = (one: Filter): void => {
    switch (one.op) {
      case 'and': case 'or': one.args.forEach(visit); return;
      case 'not': visit(one.arg); return;
      case 'constant': return;
      case 'between': [one.value, one.low, one.high].forEach(scalar); return;
      case 'in': [one.value, ...one.among].forEach(scalar); return;
      case 'like': [one.value, one.pattern].forEach(scalar); return;
      case 'isNull': scalar(one.value); return;
      case '=': case '<>': case '<': case '<=': case '>': case '>=': [one.left, one.right].forEach(scalar); return;
      default: names.add(one.property);
    }
  };
  visit(filter);
  return names;
}

/** The queryable a condition is on; null: none, several, or the geometry. */
export function propertyOf(condition: Filter, geometry = 'geom'): string | null {
  const [name, ...more] = namesIn(condition);
  return name === undefined || more.length > 0 || name === geometry ? null : name;
}

/** The numbers that a condition lets pass, where it is one comparison of a property with numbers; bounds are inclusive but for `strict`. */
export interface Interval { readonly name: string; readonly low: number; readonly high: number; readonly strict: boolean }

const TURNED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

export function intervalOf(condition: Filter): Interval | null {
  if (condition.op === 'between') {
    const { value, low, high } = condition;
    return value.kind === 'property' && low.kind === 'literal' && typeof low.value === 'number' && high.kind === 'literal' && typeof high.value === 'number' && low.value <= high.value
      ? { name: value.name, low: low.value, high: high.value, strict: false } : null;
  }
  if (condition.op !== '<' && condition.op !== '<=' && condition.op !== '>' && condition.op !== '>=') return null;
  const { left, right } = condition;
  if (left.kind === 'literal') return right.kind === 'property' ? intervalOf({ op: TURNED[condition.op], left: right, right: left }) : null;
  if (left.kind !== 'property' || right.kind !== 'literal' || typeof right.value !== 'number') return null;
  const strict = condition.op === '<' || condition.op === '>';
  return condition.op.startsWith('<') ? { name: left.name, low: -Infinity, high: right.value, strict } : { name: left.name, low: right.value, high: Infinity, strict };
}

/** The condition that lets pass an inclusive interval. */
export function withinInterval(name: string, low: number, high: number): Filter {
  const [property, number] = [{ kind: 'property', name } as const, (value: number) => ({ kind: 'literal', value }) as const];
  if (low === -Infinity) return { op: '<=', left: property, right: number(high) };
  return high === Infinity ? { op: '>=', left: property, right: number(low) } : { op: 'between', value: property, low: number(low), high: number(high) };
}
