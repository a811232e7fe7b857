/** Reads and writes cql2-json: `{"op": "and", "args": […]}`. */
import { z } from 'zod';
import { Geometry } from '../contract/geojson.ts';
import { type Filter, FilterFault, isArray, isComparison, isSpatial, MAX_CALLS, MAX_CONDITIONS, MAX_DEPTH, type Scalar } from './ast.ts';
import { box } from './wkt.ts';

const Operation = z.strictObject({ op: z.string().max(40), args: z.array(z.unknown()).max(MAX_CONDITIONS) });
const Property = z.strictObject({ property: z.string().min(1).max(200) });
const Day = z.strictObject({ date: z.string().max(40) });
const Box = z.strictObject({ bbox: z.array(z.number()).length(4) });

interface Count { conditions: number }

/** The filter a JSON value says; throws a FilterFault with the path of what is wrong. */
export const parseJsonFilter = (value: unknown): Filter => filterOf(value, '$', 0, { conditions: 0 });

function filterOf(value: unknown, at: string, depth: number, count: Count): Filter {
  if (depth >= MAX_DEPTH) throw new FilterFault(`the filter is nested more than ${MAX_DEPTH} levels deep`, at);
  if (typeof value === 'boolean') return { op: 'constant', value };
  const parsed = Operation.safeParse(value);
  if (!parsed.success) throw new FilterFault('an operation {"op": …, "args": […]} is expected', at);
  const { args } = parsed.data;
  const op = parsed.data.op.toLowerCase();
  const inner = (index: number) => `${at}.args[${index}]`;
  if (op === 'and' || op === 'or') {
    if (args.length < 2) throw new FilterFault(`"${op}" joins two conditions or more`, at);
    return { op, args: args.map((arg, index) => filterOf(arg, inner(index), depth + 1, count)) };
  }
  if (op === 'not') {
    expectArgs(args, 1, at);
    return { op, arg: filterOf(args[0], inner(0), depth + 1, count) };
  }
  count.conditions += 1;
  if (count.conditions > MAX_CONDITIONS) throw new FilterFault(`a filter may have ${MAX_CONDITIONS} conditions`, at);
  return conditionOf(op, args, at);
}

function conditionOf(op: string, args: readonly unknown[], at: string): Filter {
  const scalar = (index: number): Scalar => scalarOf(args[index], `${at}.args[${index}]`);
  if (isComparison(op)) { expectArgs(args, 2, at); return { op, left: scalar(0), right: scalar(1) }; }
  if (op === 'isnull') { expectArgs(args, 1, at); return { op: 'isNull', value: scalar(0) }; }
  if (op === 'like') { expectArgs(args, 2, at); return { op, value: scalar(0), pattern: scalar(1) }; }
  if (op === 'between') { expectArgs(args, 3, at); return { op, value: scalar(0), low: scalar(1), high: scalar(2) }; }
  if (op === 'in') {
    expectArgs(args, 2, at);
    return { op, value: scalar(0), among: listOf(args[1], `${at}.args[1]`).map((one, index) => scalarOf(one, `${at}.args[1][${index}]`)) };
  }
  if (isArray(op)) {
    expectArgs(args, 2, at);
    const values = listOf(args[1], `${at}.args[1]`);
    if (!values.every((one) => typeof one === 'string')) throw new FilterFault('a list of texts is expected', `${at}.args[1]`);
    for (const [index, one] of values.entries()) checkText(one, `${at}.args[1][${index}]`);
    return { op, property: propertyOf(args[0], `${at}.args[0]`), values, at };
  }
  if (isSpatial(op) || op === 's_dwithin') {
    expectArgs(args, op === 's_dwithin' ? 3 : 2, at);
    const property = propertyOf(args[0], `${at}.args[0]`);
    const geometry = geometryOf(args[1], `${at}.args[1]`);
    if (op !== 's_dwithin') return { op, property, geometry, at };
    const metres = args[2];
    if (typeof metres !== 'number' || !(metres >= 0)) throw new FilterFault('a distance in metres is expected', `${at}.args[2]`);
    return { op, property, geometry, metres, at };
  }
  throw new FilterFault(`there is no operation "${op}"`, at);
}

function expectArgs(args: readonly unknown[], count: number, at: string): void {
  if (args.length !== count) throw new FilterFault(`${count} arguments are expected`, at);
}

function listOf(value: unknown, at: string): unknown[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_CONDITIONS) throw new FilterFault(`a list of 1 to ${MAX_CONDITIONS} values is expected`, at);
  return value;
}

function propertyOf(value: unknown, at: string): string {
  const parsed = Property.safeParse(value);
  if (!parsed.success) throw new FilterFault('a property {"property": …} is expected', at);
  return parsed.data.property;
}

/** No database takes it. */
function checkText(value: unknown, at: string): void {
  if (typeof value === 'string' && value.includes('\0')) throw new FilterFault('a text holds a NUL character', at);
}

function scalarOf(value: unknown, at: string, depth = 0): Scalar {
  checkText(value, at);
  if (typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return { kind: 'literal', value, at };
  const day = Day.safeParse(value);
  if (day.success) return { kind: 'date', value: day.data.date, at };
  const call = Operation.safeParse(value);
  if (call.success && depth < MAX_CALLS) {
    const op = call.data.op.toLowerCase();
    expectArgs(call.data.args, 1, at);
    if (op === 'casei' || op === 'accenti') return { kind: op, of: scalarOf(call.data.args[0], `${at}.args[0]`, depth + 1), at };
    if (op === 'area_m2' || op === 'area_ha') return { kind: 'area', unit: op === 'area_m2' ? 'm2' : 'ha', of: propertyOf(call.data.args[0], `${at}.args[0]`), at };
    throw new FilterFault(`there is no function "${op}"`, at);
  }
  return { kind: 'property', name: propertyOf(value, at), at };
}

function geometryOf(value: unknown, at: string): Geometry {
  const corners = Box.safeParse(value);
  if (corners.success) return box(corners.data.bbox, at);
  const parsed = Geometry.safeParse(value);
  if (!parsed.success) throw new FilterFault('a GeoJSON geometry or {"bbox": […]} is expected', at);
  return parsed.data;
}

/** A filter as cql2-json. */
export function jsonOf(filter: Filter): unknown {
  switch (filter.op) {
    case 'and': case 'or': return { op: filter.op, args: filter.args.map(jsonOf) };
    case 'not': return { op: 'not', args: [jsonOf(filter.arg)] };
    case 'constant': return filter.value;
    case 'between': return { op: 'between', args: [scalarJson(filter.value), scalarJson(filter.low), scalarJson(filter.high)] };
    case 'in': return { op: 'in', args: [scalarJson(filter.value), filter.among.map(scalarJson)] };
    case 'like': return { op: 'like', args: [scalarJson(filter.value), scalarJson(filter.pattern)] };
    case 'isNull': return { op: 'isNull', args: [scalarJson(filter.value)] };
    case '=': case '<>': case '<': case '<=': case '>': case '>=': return { op: filter.op, args: [scalarJson(filter.left), scalarJson(filter.right)] };
    case 's_dwithin': return { op: filter.op, args: [{ property: filter.property }, filter.geometry, filter.metres] };
    case 'a_contains': case 'a_containedby': case 'a_overlaps': case 'a_equals': return { op: filter.op, args: [{ property: filter.property }, filter.values] };
    default: return { op: filter.op, args: [{ property: filter.property }, filter.geometry] };
  }
}

function scalarJson(value: Scalar): unknown {
  switch (value.kind) {
    case 'property': return { property: value.name };
    case 'literal': return value.value;
    case 'date': return { date: value.value };
    case 'casei': case 'accenti': return { op: value.kind, args: [scalarJson(value.of)] };
    case 'area': return { op: `area_${value.unit}`, args: [{ property: value.of }] };
  }
}
