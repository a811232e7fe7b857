/** Generated filters over given properties, for laws of the filter language. */
import fc from 'fast-check';
import type { Filter, Scalar } from '../../domain/cql2/ast.ts';
import { COMPARISONS } from '../../domain/cql2/ast.ts';

export interface FilterVocabulary {
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly numbers: Readonly<Record<string, readonly number[]>>;
  readonly booleans: readonly string[];
  readonly dates: readonly string[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Conditions with geometry. */
  readonly spatial: readonly fc.Arbitrary<Filter>[];
}

const property = (name: string): Scalar => ({ kind: 'property', name });
const literal = (value: string | number | boolean): Scalar => ({ kind: 'literal', value });
const entries = <T>(of: Readonly<Record<string, readonly T[]>>) => Object.entries(of);

function texts(name: string, values: readonly string[]): fc.Arbitrary<Filter>[] {
  const value = fc.oneof(fc.constantFrom(...values), fc.string({ maxLength: 8 }).filter((text) => !text.includes('\0'))).map(literal);
  const side: fc.Arbitrary<Scalar> = fc.constantFrom<Scalar>(property(name), { kind: 'casei', of: property(name) });
  const pattern = fc.array(fc.oneof(fc.constantFrom('%', '_', String.raw`\%`), fc.constantFrom(...values).map((text) => text.slice(0, 3))), { minLength: 1, maxLength: 4 }).map((parts) => literal(parts.join('').replace(/\\$/, '')));
  return [
    fc.record({ op: fc.constantFrom(...COMPARISONS), left: side, right: value }),
    fc.record({ op: fc.constant('in' as const), value: side, among: fc.array(value, { minLength: 1, maxLength: 4 }) }),
    fc.record({ op: fc.constant('like' as const), value: side, pattern }),
    fc.constant<Filter>({ op: 'isNull', value: property(name) }),
  ];
}

function numbers(name: string, values: readonly number[]): fc.Arbitrary<Filter>[] {
  const value = fc.oneof(fc.constantFrom(...values), fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((number) => number + 0)).map((number) => literal(Object.is(number, -0) ? 0 : number));
  return [
    fc.record({ op: fc.constantFrom(...COMPARISONS), left: fc.constant(property(name)), right: value }),
    fc.record({ op: fc.constant('between' as const), value: fc.constant(property(name)), low: value, high: value }),
    fc.record({ op: fc.constant('in' as const), value: fc.constant(property(name)), among: fc.array(value, { minLength: 1, maxLength: 4 }) }),
    fc.constant<Filter>({ op: 'isNull', value: property(name) }),
  ];
}

function dates(name: string): fc.Arbitrary<Filter> {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((at): Scalar => ({ kind: 'date', value: at.toISOString().slice(0, 10) }));
  return fc.record({ op: fc.constantFrom(...COMPARISONS), left: fc.constant(property(name)), right: day });
}

function lists(name: string, values: readonly string[]): fc.Arbitrary<Filter> {
  return fc.record({ op: fc.constantFrom('a_contains', 'a_containedby', 'a_overlaps', 'a_equals'), property: fc.constant(name), values: fc.array(fc.constantFrom(...values, 'gazetka'), { minLength: 1, maxLength: 4 }) });
}

/** Conditions and what joins them, up to four levels deep. */
export function filters(vocabulary: FilterVocabulary): fc.Arbitrary<Filter> {
  const leaves: fc.Arbitrary<Filter>[] = [
    ...entries(vocabulary.texts).flatMap(([name, values]) => texts(name, values)), ...entries(vocabulary.numbers).flatMap(([name, values]) => numbers(name, values)),
    ...vocabulary.booleans.map((name) => fc.record({ op: fc.constantFrom('=' as const, '<>' as const), left: fc.constant(property(name)), right: fc.boolean().map(literal) })),
    ...vocabulary.dates.map(dates), ...entries(vocabulary.lists).map(([name, values]) => lists(name, values)), ...vocabulary.spatial,
    fc.boolean().map((value): Filter => ({ op: 'constant', value })),
  ];
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof({ depthSize: 'small', maxDepth: 4, withCrossShrink: true }, fc.oneof(...leaves),
      fc.record({ op: fc.constantFrom('and' as const, 'or' as const), args: fc.array(tie('filter'), { minLength: 2, maxLength: 4 }) }),
      tie('filter').map((arg): Filter => ({ op: 'not', arg }))),
  })).filter;
}
