/** What of a search is kept for the office's figures: its conditions without places that were drawn and without texts that no register knows. */
import { type Filter, FilterFault, type Scalar } from '../cql2/ast.ts';
import type { Geometry } from '../contract/geojson.ts';
import { printFilter } from '../cql2/print-text.ts';
import type { Language } from '../text/language.ts';
import { namesIn } from './conditions.ts';
import { needOf } from './need.ts';
import { needPhrases } from './need-words.ts';

export interface LoggedSearch {
  /** Conditions in alphabetical order, each once, joined by AND; empty: everything. */
  readonly filter: string;
  readonly conditions: readonly string[];
  readonly properties: readonly string[];
}

const MAX_FILTER = 4000;
const MAX_CONDITION = 500;
const UNTOLD = '…';
/** Far outside the city: no filter that was let in has it. */
const PLACE: Geometry = { type: 'Point', coordinates: [0, 0] };
const PRINTED_PLACE = 'POINT(0 0)';
/** Stands for a drawn area when what was kept is read again. */
const SOME_AREA = 'POLYGON((0 0, 1 0, 1 1, 0 0))';

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}${UNTOLD}` : text);

/** `known`: whether a register has this text as a value of the queryable. */
export function loggedSearch(conditions: readonly Filter[], known: (name: string, text: string) => boolean): LoggedSearch {
  const printed = (condition: Filter): string => {
    const text = printFilter(untold(condition, known)).replaceAll(PRINTED_PLACE, 'area');
    return conditions.length > 1 && condition.op === 'or' ? `(${text})` : text;
  };
  const texts = [...new Set(conditions.map(printed))].sort();
  return { filter: cut(texts.join(' AND '), MAX_FILTER), conditions: texts.map((text) => cut(text, MAX_CONDITION)), properties: [...new Set(conditions.flatMap((condition) => [...namesIn(condition)]))].sort() };
}

function untold(filter: Filter, known: (name: string, text: string) => boolean): Filter {
  if (filter.op === 'and' || filter.op === 'or') return { ...filter, args: filter.args.map((arg) => untold(arg, known)) };
  if (filter.op === 'not') return { ...filter, arg: untold(filter.arg, known) };
  if (filter.op === 'constant') return filter;
  if ('geometry' in filter) return { ...filter, geometry: PLACE };
  if ('values' in filter) return { ...filter, values: filter.values.map((value) => (known(filter.property, value) ? value : UNTOLD)) };
  const names = [...namesIn(filter)];
  const scalar = (value: Scalar): Scalar => {
    if (value.kind === 'casei' || value.kind === 'accenti') return { ...value, of: scalar(value.of) };
    return value.kind === 'literal' && typeof value.value === 'string' && !names.some((name) => known(name, value.value as string)) ? { ...value, value: UNTOLD } : value;
  };
  switch (filter.op) {
    case 'between': return { ...filter, value: scalar(filter.value), low: scalar(filter.low), high: scalar(filter.high) };
    case 'in': return { ...filter, value: scalar(filter.value), among: filter.among.map(scalar) };
    case 'like': return { ...filter, value: scalar(filter.value), pattern: scalar(filter.pattern) };
    case 'isNull': return { ...filter, value: scalar(filter.value) };
    case '=': case '<>': case '<': case '<=': case '>': case '>=': return { ...filter, left: scalar(filter.left), right: scalar(filter.right) };
  }
}

/** What was logged in words, a condition after the other; '' for everything. What was cut, and so is no expression any more, as it is. */
export function loggedWords(text: string, lang: Language): string {
  try {
    return needPhrases(needOf(text.replaceAll(/(?<=geom, )area\b/g, SOME_AREA)), lang).map((phrase) => phrase.text).join(', ').replaceAll(/POLYGON\s?\(\([^)]*\)\)/g, 'area');
  } catch (error) {
    if (error instanceof FilterFault) return text;
    throw error;
  }
}
