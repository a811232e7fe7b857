/** What an investor needs, as the panel of the search shows it, and the same as a CQL2 expression: what the panel cannot show stays as it was written. */
import type { Geometry } from '../contract/geojson.ts';
import type { Filter, Scalar } from '../cql2/ast.ts';
import { bare } from '../cql2/ast.ts';
import { parseFilter } from '../cql2/parse-text.ts';
import { printFilter } from '../cql2/print-text.ts';

/** Numbers with a lower and an upper bound. */
export const RANGES = [
  'area_ha', 'price_pln', 'power_kw', 'max_height_m', 'max_intensity', 'max_built_up_pct', 'min_bio_active_pct', 'zone_pct', 'plan_pct',
  'motorway_m', 'airport_m', 'station_m', 'tram_m', 'flood_pct', 'heritage_pct', 'nature_pct',
] as const;
/** Texts of which one of several is wanted. */
export const CHOICES = ['zone_class', 'ownership', 'holding_form', 'strategic_area', 'status', 'offer_form', 'plan_status', 'district'] as const;
/** Lists, and whether all that is wanted must be in them, or any. */
export const LISTS = { zone_classes: 'a_overlaps', zone_symbols: 'a_overlaps', utilities: 'a_contains' } as const;
export const FLAGS = ['road_contact', 'by_tender'] as const;
/** Texts that hold some words, whatever their case. */
export const WORDINGS = ['road_access', 'rail_access'] as const;

export type RangeName = (typeof RANGES)[number];
export type ListName = keyof typeof LISTS;
export type ChoiceName = (typeof CHOICES)[number] | ListName;
export type FlagName = (typeof FLAGS)[number];
export type WordingName = (typeof WORDINGS)[number];

/** `orUnknown`: land of which it is not known fits as well. */
export interface Range { readonly min: number | null; readonly max: number | null; readonly orUnknown: boolean }
export interface Choice { readonly values: readonly string[]; readonly orUnknown: boolean }
export interface Place { readonly op: 's_intersects' | 's_within'; readonly geometry: Geometry }

export interface Need {
  readonly ranges: Readonly<Partial<Record<RangeName, Range>>>;
  readonly choices: Readonly<Partial<Record<ChoiceName, Choice>>>;
  readonly flags: Readonly<Partial<Record<FlagName, boolean>>>;
  readonly wordings: Readonly<Partial<Record<WordingName, string>>>;
  readonly place: Place | null;
  /** Conditions that the panel cannot show, joined by AND. */
  readonly rest: readonly Filter[];
}

export const ANYTHING: Need = { ranges: {}, choices: {}, flags: {}, wordings: {}, place: null, rest: [] };

const property = (name: string): Scalar => ({ kind: 'property', name });
const literal = (value: string | number | boolean): Scalar => ({ kind: 'literal', value });
const isList = (name: string): name is ListName => name in LISTS;

function rangeFilter(name: RangeName, { min, max }: Range): Filter | null {
  const value = property(name);
  if (min !== null && max !== null) return min === max ? { op: '=', left: value, right: literal(min) } : { op: 'between', value, low: literal(min), high: literal(max) };
  if (min !== null) return { op: '>=', left: value, right: literal(min) };
  return max === null ? null : { op: '<=', left: value, right: literal(max) };
}

function choiceFilter(name: ChoiceName, { values }: Choice): Filter | null {
  if (values.length === 0) return null;
  if (isList(name)) return { op: LISTS[name], property: name, values };
  return values.length === 1 ? { op: '=', left: property(name), right: literal(values[0]!) } : { op: 'in', value: property(name), among: values.map(literal) };
}

const wordingFilter = (name: WordingName, words: string): Filter => ({ op: 'like', value: { kind: 'casei', of: property(name) }, pattern: literal(`%${words}%`) });

const orUnknown = (name: string, filter: Filter | null, { orUnknown: too }: { readonly orUnknown: boolean }): Filter | null =>
  filter && too ? { op: 'or', args: [filter, { op: 'isNull', value: property(name) }] } : filter;

/** The conditions, joined by AND, in the order in which the panel shows them. */
export function conditionsOf({ ranges, choices, flags, wordings, place, rest }: Need): readonly Filter[] {
  const shown = [
    ...RANGES.map((name) => ranges[name] && orUnknown(name, rangeFilter(name, ranges[name]), ranges[name])),
    ...[...CHOICES, ...(Object.keys(LISTS) as ListName[])].map((name) => choices[name] && orUnknown(name, choiceFilter(name, choices[name]), choices[name])),
    ...FLAGS.map((name): Filter | undefined => (flags[name] === undefined ? undefined : { op: '=', left: property(name), right: literal(flags[name]) })),
    ...WORDINGS.map((name) => (wordings[name] ? wordingFilter(name, wordings[name]) : undefined)),
    place && { op: place.op, property: 'geom', geometry: place.geometry },
  ];
  return [...shown.filter((filter): filter is Filter => filter !== null && filter !== undefined), ...rest];
}

const joined = (conditions: readonly Filter[]): string => (conditions.length === 0 ? '' : printFilter(conditions.length === 1 ? conditions[0]! : { op: 'and', args: conditions }));

/** CQL2 text; empty: anything. */
export const filterOf = (need: Need): string => joined(conditionsOf(need));

/** What the panel cannot show, CQL2 text; empty: nothing. */
export const restText = ({ rest }: Need): string => joined(rest);

type Read = { readonly part: 'ranges'; readonly name: RangeName; readonly value: Range } | { readonly part: 'choices'; readonly name: ChoiceName; readonly value: Choice }
  | { readonly part: 'flags'; readonly name: FlagName; readonly value: boolean } | { readonly part: 'wordings'; readonly name: WordingName; readonly value: string };

const among = <T extends string>(names: readonly T[], name: string): T | undefined => names.find((one) => one === name);
const FLIPPED = { '>=': '<=', '<=': '>=', '=': '=' } as const;

function readRange(scalar: Scalar, min: Scalar | null, max: Scalar | null): Read | null {
  const name = scalar.kind === 'property' ? among(RANGES, scalar.name) : undefined;
  const bound = (of: Scalar | null) => (of === null ? null : of.kind === 'literal' && typeof of.value === 'number' ? of.value + 0 : undefined);
  const [low, high] = [bound(min), bound(max)];
  return name === undefined || low === undefined || high === undefined ? null : { part: 'ranges', name, value: { min: low, max: high, orUnknown: false } };
}

function readChoice(scalar: Scalar, wanted: readonly Scalar[]): Read | null {
  const name = scalar.kind === 'property' ? among(CHOICES, scalar.name) : undefined;
  const values = [...new Set(wanted.flatMap((one) => (one.kind === 'literal' && typeof one.value === 'string' ? [one.value] : [])))];
  return name === undefined || wanted.some((one) => one.kind !== 'literal' || typeof one.value !== 'string') ? null : { part: 'choices', name, value: { values, orUnknown: false } };
}

function readComparison(op: '=' | '>=' | '<=', left: Scalar, right: Scalar): Read | null {
  if (left.kind === 'literal' && right.kind === 'property') return readComparison(FLIPPED[op], right, left);
  const flag = op === '=' && left.kind === 'property' && right.kind === 'literal' && typeof right.value === 'boolean' ? among(FLAGS, left.name) : undefined;
  if (flag) return { part: 'flags', name: flag, value: (right as { readonly value: boolean }).value };
  return readRange(left, op === '<=' ? null : right, op === '>=' ? null : right) ?? (op === '=' ? readChoice(left, [right]) : null);
}

function readWording(value: Scalar, pattern: Scalar): Read | null {
  const name = value.kind === 'casei' && value.of.kind === 'property' ? among(WORDINGS, value.of.name) : undefined;
  const words = pattern.kind === 'literal' ? /^%([^%_\\]+)%$/s.exec(String(pattern.value))?.[1] : undefined;
  return name && words ? { part: 'wordings', name, value: words } : null;
}

/** One condition as the panel shows it; null: it cannot. */
function read(filter: Filter): Read | null {
  switch (filter.op) {
    case '=': case '>=': case '<=': return readComparison(filter.op, filter.left, filter.right);
    case 'between': return readRange(filter.value, filter.low, filter.high);
    case 'in': return readChoice(filter.value, filter.among);
    case 'like': return readWording(filter.value, filter.pattern);
    case 'a_contains': case 'a_overlaps': return isList(filter.property) && LISTS[filter.property] === filter.op && filter.values.length > 0 ? { part: 'choices', name: filter.property, value: { values: [...new Set(filter.values)], orUnknown: false } } : null;
    case 'or': return readOrUnknown(filter.args);
    default: return null;
  }
}

function readOrUnknown(args: readonly Filter[]): Read | null {
  const [unknown, known] = [args.find(({ op }) => op === 'isNull'), args.find(({ op }) => op !== 'isNull')];
  const inner = args.length === 2 && unknown?.op === 'isNull' && known ? read(known) : null;
  const same = inner && unknown?.op === 'isNull' && unknown.value.kind === 'property' && unknown.value.name === inner.name;
  if (!same || inner.part === 'flags' || inner.part === 'wordings' || inner.value.orUnknown) return null;
  return inner.part === 'ranges' ? { ...inner, value: { ...inner.value, orUnknown: true } } : { ...inner, value: { ...inner.value, orUnknown: true } };
}

/** Two conditions on one number: a lower and an upper bound are a range; anything else cannot be shown at once. */
function met(one: Range | undefined, other: Range): Range | null {
  if (!one) return other;
  if (one.orUnknown || other.orUnknown) return null;
  if (one.max === null && other.min === null) return { ...one, max: other.max };
  return one.min === null && other.max === null ? { ...one, min: other.min } : null;
}

function placeOf(filter: Filter): Place | null {
  const spatial = filter.op === 's_intersects' || filter.op === 's_within' ? filter : null;
  return spatial && spatial.property === 'geom' && spatial.geometry.type.endsWith('Polygon') ? { op: spatial.op as Place['op'], geometry: spatial.geometry } : null;
}

function taken(need: Need, filter: Filter): Need {
  const place = placeOf(filter);
  if (place && !need.place) return { ...need, place };
  const found = read(filter);
  const left = { ...need, rest: [...need.rest, filter] };
  if (!found) return left;
  if (found.part === 'ranges') {
    const range = met(need.ranges[found.name], found.value);
    return range ? { ...need, ranges: { ...need.ranges, [found.name]: range } } : left;
  }
  return need[found.part][found.name as never] === undefined ? { ...need, [found.part]: { ...need[found.part], [found.name]: found.value } } : left;
}

const flat = (filter: Filter): readonly Filter[] => (filter.op === 'and' ? filter.args.flatMap(flat) : [filter]);

/** The need that a filter says; everything is kept: what cannot be shown is its `rest`. */
export const needOfFilter = (filter: Filter): Need => flat(bare(filter)).reduce(taken, ANYTHING);

/** The need that CQL2 text says; throws a FilterFault with the place of what is wrong. */
export const needOf = (text: string): Need => (text.trim() === '' ? ANYTHING : needOfFilter(parseFilter(text)));
