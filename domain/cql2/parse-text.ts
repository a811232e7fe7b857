/** Reads cql2-text; recursive descent, one function a rule of the grammar. */
import { ARRAYS, type ComparisonOperator, type Filter, FilterFault, isArray, isComparison, isSpatial, MAX_CALLS, MAX_CONDITIONS, MAX_DEPTH, type Scalar, SPATIAL } from './ast.ts';
import { type Token, tokensOf } from './lexer.ts';
import { isGeometryWord, readGeometry } from './wkt.ts';

const RESERVED = new Set(['and', 'or', 'not', 'like', 'between', 'in', 'is', 'null', 'true', 'false']);
const CALLS: ReadonlySet<string> = new Set([...SPATIAL, ...ARRAYS, 's_dwithin']);

/** What the readers of rules share: the words, and how far they have come. */
export class Words {
  readonly #tokens: readonly Token[];
  #next = 0;
  conditions = 0;

  constructor(text: string) { this.#tokens = tokensOf(text); }

  get now(): Token { return this.#tokens[this.#next]!; }
  get ended(): boolean { return this.now.kind === 'end'; }
  get after(): Token { return this.#tokens[this.#next + 1] ?? this.now; }

  take(): Token {
    const token = this.now;
    if (token.kind !== 'end') this.#next += 1;
    return token;
  }

  /** The keyword that stands here, in small letters; undefined when there is none. */
  get keyword(): string | undefined {
    const { now } = this;
    return now.kind === 'name' && !now.quoted ? now.text.toLowerCase() : undefined;
  }

  takes(word: string): boolean {
    const { now } = this;
    const is = now.kind === 'sign' ? now.text === word : this.keyword === word;
    if (is) this.take();
    return is;
  }

  expect(word: string): void {
    if (!this.takes(word)) throw this.fault(`"${word.toUpperCase()}" is expected`);
  }

  fault(message: string): FilterFault { return new FilterFault(message, this.now.at); }
}

/** The filter a text says; throws a FilterFault with the offset of what is wrong. */
export function parseFilter(text: string): Filter {
  const words = new Words(text);
  if (words.ended) throw words.fault('the filter is empty');
  const filter = either(words, 0);
  if (!words.ended) throw words.fault('"AND", "OR" or the end is expected');
  return filter;
}

const either = (words: Words, depth: number): Filter => chain(words, depth, 'or', both);
const both = (words: Words, depth: number): Filter => chain(words, depth, 'and', negated);

function chain(words: Words, depth: number, op: 'and' | 'or', part: (words: Words, depth: number) => Filter): Filter {
  const args = [part(words, depth)];
  while (words.takes(op)) args.push(part(words, depth));
  return args.length === 1 ? args[0]! : { op, args };
}

function negated(words: Words, depth: number): Filter {
  return words.takes('not') ? { op: 'not', arg: primary(words, depth) } : primary(words, depth);
}

function primary(words: Words, depth: number): Filter {
  if (depth >= MAX_DEPTH) throw words.fault(`the filter is nested more than ${MAX_DEPTH} levels deep`);
  if (words.takes('(')) {
    const inner = either(words, depth + 1);
    words.expect(')');
    return inner;
  }
  words.conditions += 1;
  if (words.conditions > MAX_CONDITIONS) throw words.fault(`a filter may have ${MAX_CONDITIONS} conditions`);
  const { keyword, after } = words;
  if (keyword !== undefined && CALLS.has(keyword) && after.kind === 'sign' && after.text === '(') return call(words, keyword);
  if ((keyword === 'true' || keyword === 'false') && !(after.kind === 'sign' && isComparison(after.text))) {
    words.take();
    return { op: 'constant', value: keyword === 'true' };
  }
  return predicate(words);
}

function predicate(words: Words): Filter {
  const value = scalar(words);
  const { now } = words;
  if (now.kind === 'sign' && isComparison(now.text)) {
    words.take();
    return { op: now.text satisfies ComparisonOperator, left: value, right: scalar(words) };
  }
  if (words.takes('is')) {
    const not = words.takes('not');
    words.expect('null');
    return turned(not, { op: 'isNull', value });
  }
  const not = words.takes('not');
  if (words.takes('like')) return turned(not, { op: 'like', value, pattern: scalar(words) });
  if (words.takes('between')) {
    const low = scalar(words);
    words.expect('and');
    return turned(not, { op: 'between', value, low, high: scalar(words) });
  }
  if (words.takes('in')) return turned(not, { op: 'in', value, among: list(words, (inner) => scalar(inner)) });
  throw words.fault('a comparison is expected: =, <>, <, <=, >, >=, LIKE, BETWEEN, IN or IS NULL');
}

const turned = (not: boolean, filter: Filter): Filter => (not ? { op: 'not', arg: filter } : filter);

function scalar(words: Words, depth = 0): Scalar {
  const { now, keyword } = words;
  const { at } = now;
  // Functions are no keywords: a property may have the same name.
  const called = words.after.kind === 'sign' && words.after.text === '(' ? keyword : undefined;
  if (now.kind === 'number') { words.take(); return { kind: 'literal', value: now.value, at }; }
  if (now.kind === 'text') { words.take(); return { kind: 'literal', value: now.value, at }; }
  if (keyword === 'true' || keyword === 'false') { words.take(); return { kind: 'literal', value: keyword === 'true', at }; }
  if (called === 'date') { words.take(); return { kind: 'date', value: within(words, textOf), at }; }
  if (called === 'casei' || called === 'accenti') {
    if (depth >= MAX_CALLS) throw words.fault(`functions are nested more than ${MAX_CALLS} levels deep`);
    words.take();
    return { kind: called, of: within(words, (inner) => scalar(inner, depth + 1)), at };
  }
  if (called === 'area_m2' || called === 'area_ha') { words.take(); return { kind: 'area', unit: called === 'area_m2' ? 'm2' : 'ha', of: within(words, property), at }; }
  return { kind: 'property', name: property(words), at };
}

function property(words: Words): string {
  const { now } = words;
  if (now.kind !== 'name') throw words.fault(now.kind === 'end' ? 'the filter ends too early' : 'the name of a property or a value is expected');
  if (!now.quoted && RESERVED.has(now.text.toLowerCase())) throw words.fault(`"${now.text}" is a word of the language; as a name it stands in "quotes"`);
  words.take();
  return now.text;
}

function textOf(words: Words): string {
  const { now } = words;
  if (now.kind !== 'text') throw words.fault("a text in 'single quotes' is expected");
  words.take();
  return now.value;
}

function within<T>(words: Words, read: (words: Words) => T): T {
  words.expect('(');
  const value = read(words);
  words.expect(')');
  return value;
}

function list<T>(words: Words, read: (words: Words) => T): T[] {
  return within(words, () => {
    const found = [read(words)];
    while (words.takes(',')) found.push(read(words));
    return found;
  });
}

/** A condition written as a function: S_WITHIN(geom, POLYGON((…))), S_DWITHIN(geom, POINT(…), 300), A_CONTAINS(utilities, ('gas')). */
function call(words: Words, op: string): Filter {
  const { at } = words.take();
  return within(words, () => {
    const name = property(words);
    words.expect(',');
    if (isArray(op)) return { op, property: name, values: list(words, textOf), at };
    if (!isGeometryWord(words.keyword)) throw words.fault('a geometry is expected: POINT, LINESTRING, POLYGON, their MULTI forms, or BBOX');
    const geometry = readGeometry(words);
    if (isSpatial(op)) return { op, property: name, geometry, at };
    words.expect(',');
    const metres = words.now;
    if (metres.kind !== 'number' || metres.value < 0) throw words.fault('a distance in metres is expected');
    words.take();
    return { op: 's_dwithin' as const, property: name, geometry, metres: metres.value, at };
  });
}
