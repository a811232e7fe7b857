/** What the query of the page's address may say, one line a parameter: how it is read and written. Anything unreadable counts as absent. */
import { isDay } from '../../domain/day.ts';
import type { Language } from '../../domain/text/language.ts';
import type { Selection } from '../selection/selection.ts';
import { parseSelection, printSelection } from '../selection/selection.ts';

export const DOORS = ['resident', 'planner', 'investor'] as const;
export type Door = (typeof DOORS)[number];
export const THEME_CHOICES = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];
export type { Language };

/** Everything a shared link restores, but for the camera (the map's own hash). */
export interface UrlState {
  readonly selection: Selection;
  readonly door: Door;
  /** Layers on, base layers off with a leading minus; null: as the door has it. */
  readonly layers: readonly string[] | null;
  /** Per cent by layer. */
  readonly opacity: Readonly<Record<string, number>>;
  /** Classes switched off by layer. */
  readonly hidden: Readonly<Record<string, readonly string[]>>;
  /** A background this server offers; null: our own base map. */
  readonly background: string | null;
  readonly zones: 'colour' | 'pattern';
  /** Conditions on fields: `investment-sites.status` → `available`. */
  readonly filters: Readonly<Record<string, string>>;
  /** The day the reader asks for (ISO); null: today. */
  readonly day: string | null;
  /** The day (ISO) of a second map beside it; null: there is none. */
  readonly compare: string | null;
  readonly lang: Language | null;
  readonly theme: ThemeChoice | null;
  /** The tool or sheet that is open; rooms choose their word. */
  readonly tool: string | null;
  /** State of single rooms, in their own words. */
  readonly q: string | null;
  readonly area: string | null;
  readonly measure: string | null;
  /** What is compared: `from..to` of two days, or `draft:` and the key of a plan; null: as the subject suggests. */
  readonly difference: string | null;
  /** A marked place, `latitude,longitude`. */
  readonly at: string | null;
  /** Annotations of the office on the map; null: on for planners. */
  readonly annotations: 'on' | 'off' | null;
  /** Conditions on the list of annotations, as client/annotation-list/notes-filter.ts writes them. */
  readonly notes: string | null;
  /** Whose allowed envelope stands on the map: key of a site, or identifiers of parcels; null: nobody's. */
  readonly envelope: string | null;
  /** The procedure that is open on the desk, and its draft: `czyzyny-zachod~2`. */
  readonly procedure: string | null;
  /** What an investor looks for: a CQL2 expression over the queryables of land; empty or null: anything. */
  readonly need: string | null;
  /** Only land that the city offers, or only parcels of the municipality; null: both. */
  readonly land: 'site' | 'parcel' | null;
  /** What matters to them, 1–5 by queryable, and the order of the list (`area_ha`, `-area_ha`). */
  readonly weights: Readonly<Record<string, number>>;
  readonly order: string | null;
  /** Limits of an assembly of parcels by name, and the identifiers of the one that is chosen. */
  readonly limits: Readonly<Record<string, number>>;
  readonly assembly: string | null;
  /** The shortlist: at most five pieces of land, as domain/investment/land-ref.ts writes them. */
  readonly sites: readonly string[];
}

interface Parameter<T> {
  readonly absent: T;
  parse(text: string): T;
  /** null: leave it out. */
  print(value: T): string | null;
}

const oneOf = <T extends string, D extends T | null>(values: readonly T[], absent: D): Parameter<T | D> => ({
  absent, parse: (text) => values.find((value) => value === text) ?? absent, print: (value) => (value === absent ? null : value),
});

const text = (pattern: RegExp): Parameter<string | null> => ({ absent: null, parse: (value) => (pattern.test(value) ? value : null), print: (value) => value || null });

const day: Parameter<string | null> = { absent: null, parse: (value) => (isDay(value) ? value : null), print: (value) => value };

const ids: Parameter<readonly string[] | null> = {
  absent: null, parse: (value) => value.split(',').filter((id) => /^-?[a-z][a-z0-9-]*$/.test(id)).slice(0, 60), print: (value) => value?.join(',') ?? null,
};

const keys = (most: number): Parameter<readonly string[]> => ({
  absent: [], parse: (value) => [...new Set(value.split(',').filter((key) => /^[^\0]{1,260}$/.test(key)))].slice(0, most), print: (value) => value.join(',') || null,
});

/** `name:value,name:value`; values may hold anything, escaped. */
const record = <T>(read: (value: string) => T | undefined, write: (value: T) => string): Parameter<Readonly<Record<string, T>>> => ({
  absent: {},
  parse: (value) => Object.fromEntries(value.split(',').slice(0, 60).flatMap((part) => {
    const [name = '', ...rest] = part.split(':');
    const parsed = /^[a-z][a-z0-9_.-]*$/.test(name) ? read(rest.join(':')) : undefined;
    return parsed === undefined ? [] : [[name, parsed] as const];
  })),
  print: (value) => Object.entries(value).map(([name, one]) => `${name}:${write(one)}`).join(',') || null,
});

const amount = (most: number) => (value: string): number | undefined => (/^\d{1,6}(\.\d{1,4})?$/.test(value) && Number(value) > 0 && Number(value) <= most ? Number(value) : undefined);

const escape = (value: string): string => value.replace(/[%,|:]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const unescape = (value: string): string | undefined => {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
};

/** THE LIST, in the order in which an address shows them. */
export const PARAMETERS: { readonly [Name in Exclude<keyof UrlState, 'selection'>]: Parameter<UrlState[Name]> } = {
  door: oneOf(DOORS, 'resident'),
  layers: ids,
  opacity: record((value) => (/^\d{1,3}$/.test(value) && Number(value) <= 100 ? Number(value) : undefined), String),
  hidden: record((value) => value.split('|').map(unescape).filter((part) => part !== undefined), (value) => value.map(escape).join('|')),
  background: text(/^[a-z][a-z0-9-]{0,40}$/),
  zones: oneOf(['colour', 'pattern'] as const, 'colour'),
  filters: record(unescape, escape),
  day,
  compare: day,
  lang: oneOf(['pl', 'en'] as const, null),
  theme: oneOf(THEME_CHOICES, null),
  tool: text(/^[a-z][a-z-]{0,30}$/),
  q: text(/^[^\0]{1,100}$/),
  area: text(/^[^\0]{1,8000}$/),
  measure: text(/^[^\0]{1,8000}$/),
  difference: text(/^(\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}|draft:[^\0]{1,200})$/),
  at: text(/^\d{2}\.\d{1,7},\d{2}\.\d{1,7}$/),
  annotations: oneOf(['on', 'off'] as const, null),
  notes: text(/^[^\0]{1,500}$/),
  envelope: text(/^[^\0]{1,800}$/),
  procedure: text(/^[^\0]{1,210}$/),
  need: text(/^[^\0]{1,8000}$/),
  land: oneOf(['site', 'parcel'] as const, null),
  weights: record(amount(5), String),
  order: text(/^-?[a-z][a-z0-9_]{0,60}$/),
  limits: record(amount(1_000), String),
  assembly: text(/^[^\0]{1,800}$/),
  sites: keys(5),
};

/** Tools with an address to print or to keep. */
const NAMED: Readonly<Record<string, string>> = { '/plany': 'plans', '/biurko': 'desk' };

/** Reads an address; `search` is what follows the question mark, with or without it. */
export function parseUrl(path: string, search: string): UrlState {
  const query = new URLSearchParams(search);
  const read = Object.entries(PARAMETERS).map(([name, parameter]) => [name, query.has(name) ? parameter.parse(query.get(name)!) : parameter.absent]);
  const state = { ...Object.fromEntries(read), selection: parseSelection(path) } as UrlState;
  const named = path.startsWith('/zaproszenie/') ? 'desk-invitation' : NAMED[path];
  return named ? { ...state, tool: state.tool ?? named } : state;
}

/** Writes an address: path and query, without the hash. */
export function printUrl(state: UrlState): string {
  const query = Object.entries(PARAMETERS).flatMap(([name, parameter]) => {
    const value = (parameter as Parameter<unknown>).print(state[name as keyof UrlState]);
    return value === null ? [] : [`${name}=${encodeURIComponent(value).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%7C/g, '|')}`];
  });
  return printSelection(state.selection) + (query.length > 0 ? `?${query.join('&')}` : '');
}
