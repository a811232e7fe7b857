/** What a filter says of one object in memory, in the three-valued logic of SQL: true, false, or null where a value is missing. */
import type { Geometry } from '../contract/geojson.ts';
import { normalised } from '../geo/normalised.ts';
import type { ArrayOperator, ComparisonOperator, Filter, Scalar, SpatialOperator } from './ast.ts';

type Value = string | number | boolean | null;

/** An object and the geometry questions that need a library: relations of its geometry to another, distance in metres, area in m². */
export interface Evaluated {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly relates?: (operator: SpatialOperator, geometry: Geometry) => boolean;
  readonly distanceM?: (geometry: Geometry) => number;
  readonly areaM2?: () => number;
}

type Verdict = boolean | null;

const not = (verdict: Verdict): Verdict => (verdict === null ? null : !verdict);
const all = (verdicts: readonly Verdict[]): Verdict => (verdicts.includes(false) ? false : verdicts.includes(null) ? null : true);
const any = (verdicts: readonly Verdict[]): Verdict => not(all(verdicts.map(not)));

/** @example evaluate(parseFilter("area_ha >= 2"), { properties: { area_ha: 3 } }) === true */
export function evaluate(filter: Filter, object: Evaluated): Verdict {
  const value = (scalar: Scalar): Value => valueOf(scalar, object);
  switch (filter.op) {
    case 'and': return all(filter.args.map((arg) => evaluate(arg, object)));
    case 'or': return any(filter.args.map((arg) => evaluate(arg, object)));
    case 'not': return not(evaluate(filter.arg, object));
    case 'constant': return filter.value;
    case 'isNull': return value(filter.value) === null;
    case 'between': return all([compare('>=', value(filter.value), value(filter.low)), compare('<=', value(filter.value), value(filter.high))]);
    case 'in': return any(filter.among.map((one) => compare('=', value(filter.value), value(one))));
    case 'like': return like(value(filter.value), value(filter.pattern));
    case '=': case '<>': case '<': case '<=': case '>': case '>=': return compare(filter.op, value(filter.left), value(filter.right));
    case 's_dwithin': return object.distanceM!(filter.geometry) <= filter.metres;
    case 'a_contains': case 'a_containedby': case 'a_overlaps': case 'a_equals': return lists(filter.op, object.properties[filter.property], filter.values);
    default: return object.relates!(filter.op, filter.geometry);
  }
}

function valueOf(scalar: Scalar, object: Evaluated): Value {
  switch (scalar.kind) {
    case 'property': {
      const value = object.properties[scalar.name];
      // Lists and structures are asked only whether they are there.
      return value === undefined || value === null ? null : typeof value === 'object' ? '' : (value as Value);
    }
    case 'literal': case 'date': return scalar.value;
    case 'area': return object.areaM2!() / (scalar.unit === 'ha' ? 10_000 : 1);
    case 'casei': case 'accenti': {
      const text = valueOf(scalar.of, object);
      return typeof text !== 'string' ? null : scalar.kind === 'casei' ? text.toLowerCase() : unaccented(text);
    }
  }
}

/** Without diacritics, letter by letter, case kept. */
const unaccented = (text: string): string => [...text].map((letter) => {
  const plain = normalised(letter);
  return letter === letter.toLowerCase() ? plain || letter : plain.toUpperCase() || letter;
}).join('');

function compare(operator: ComparisonOperator, left: Value, right: Value): Verdict {
  if (left === null || right === null) return null;
  switch (operator) {
    case '=': return left === right;
    case '<>': return left !== right;
    case '<': return left < right;
    case '<=': return left <= right;
    case '>': return left > right;
    case '>=': return left >= right;
  }
}

/** `%` any characters, `_` one, `\` takes the next as it is. */
function like(value: Value, pattern: Value): Verdict {
  if (typeof value !== 'string' || typeof pattern !== 'string') return null;
  const source = pattern.replace(/\\([\s\S])|[%_]|[.*+?^${}()|[\]\\]/g, (sign, escaped: string | undefined) =>
    (escaped !== undefined ? literal(escaped) : sign === '%' ? '[\\s\\S]*' : sign === '_' ? '[\\s\\S]' : `\\${sign}`));
  return new RegExp(`^${source}$`, 'u').test(value);
}
const literal = (character: string): string => character.replace(/[.*+?^${}()|[\]\\/]/, String.raw`\$&`);

function lists(operator: ArrayOperator, list: unknown, values: readonly string[]): Verdict {
  if (!Array.isArray(list)) return null;
  const [own, asked] = [new Set(list as string[]), new Set(values)];
  const includes = (whole: ReadonlySet<string>, part: ReadonlySet<string>): boolean => [...part].every((one) => whole.has(one));
  switch (operator) {
    case 'a_contains': return includes(own, asked);
    case 'a_containedby': return includes(asked, own);
    case 'a_overlaps': return [...asked].some((one) => own.has(one));
    case 'a_equals': return includes(own, asked) && includes(asked, own);
  }
}
