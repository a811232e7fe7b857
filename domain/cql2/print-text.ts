/** Writes a filter as cql2-text: parse(print(x)) = x. */
import type { Filter, Scalar } from './ast.ts';
import { wktOf } from './wkt.ts';

const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;
const KEYWORD = /^(?:and|or|not|like|between|in|is|null|true|false)$/i;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const name = (value: string): string => (PLAIN.test(value) && !KEYWORD.test(value) ? value : `"${value.replaceAll('"', '""')}"`);

function scalar(value: Scalar): string {
  switch (value.kind) {
    case 'property': return name(value.name);
    case 'literal': return typeof value.value === 'string' ? text(value.value) : typeof value.value === 'boolean' ? String(value.value).toUpperCase() : String(value.value);
    case 'date': return `DATE(${text(value.value)})`;
    case 'casei': case 'accenti': return `${value.kind.toUpperCase()}(${scalar(value.of)})`;
    case 'area': return `AREA_${value.unit.toUpperCase()}(${name(value.of)})`;
  }
}

/** Conditions joined within others stand in parentheses, so that the text has the shape of the filter. */
const part = (filter: Filter): string => (filter.op === 'and' || filter.op === 'or' || filter.op === 'not' ? `(${printFilter(filter)})` : printFilter(filter));

/** One line of cql2-text. */
export function printFilter(filter: Filter): string {
  switch (filter.op) {
    case 'and': case 'or': return filter.args.map(part).join(` ${filter.op.toUpperCase()} `);
    case 'not': return `NOT ${part(filter.arg)}`;
    case 'constant': return String(filter.value).toUpperCase();
    case 'between': return `${scalar(filter.value)} BETWEEN ${scalar(filter.low)} AND ${scalar(filter.high)}`;
    case 'in': return `${scalar(filter.value)} IN (${filter.among.map(scalar).join(', ')})`;
    case 'like': return `${scalar(filter.value)} LIKE ${scalar(filter.pattern)}`;
    case 'isNull': return `${scalar(filter.value)} IS NULL`;
    case '=': case '<>': case '<': case '<=': case '>': case '>=': return `${scalar(filter.left)} ${filter.op} ${scalar(filter.right)}`;
    case 's_dwithin': return `S_DWITHIN(${name(filter.property)}, ${wktOf(filter.geometry)}, ${filter.metres})`;
    case 'a_contains': case 'a_containedby': case 'a_overlaps': case 'a_equals': return `${filter.op.toUpperCase()}(${name(filter.property)}, (${filter.values.map(text).join(', ')}))`;
    default: return `${filter.op.toUpperCase()}(${name(filter.property)}, ${wktOf(filter.geometry)})`;
  }
}
