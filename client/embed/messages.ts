/** What an embedded map and the page around it say to each other (docs/embed.md): every message is looked at, name by name, before it does anything. */
import { GATE_BBOX } from '../../domain/geo/krakow.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { THEME_CHOICES, type ThemeChoice } from '../url/parameters.ts';

export interface NamedObject { readonly layer: string; readonly key: string }
export type Box = readonly [west: number, south: number, east: number, north: number];
/** Degrees; bbox is what the frame shows. */
export interface View { readonly lat: number; readonly lon: number; readonly zoom: number; readonly bbox: Box }

/** What a page may ask of the map. */
export type Command =
  | { readonly type: 'hello' }
  | { readonly type: 'setView'; readonly lat: number; readonly lon: number; readonly zoom?: number }
  | { readonly type: 'setView'; readonly bbox: Box }
  | { readonly type: 'setLayers'; readonly layers: readonly string[] | null }
  | { readonly type: 'select'; readonly object: NamedObject | null; readonly show?: boolean }
  | { readonly type: 'setTheme'; readonly theme: ThemeChoice }
  | { readonly type: 'setLanguage'; readonly lang: 'pl' | 'en' };

/** What the map tells the page. */
export type Report =
  | { readonly type: 'ready'; readonly view: View; readonly layers: readonly string[] }
  | { readonly type: 'moved'; readonly view: View }
  | { readonly type: 'selected'; readonly object: (NamedObject & { readonly title: string }) | null; readonly url: string }
  | { readonly type: 'error'; readonly code: 'not-understood' | 'not-found' | 'failed'; readonly detail: string };

type Members = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const between = (least: number, most: number): Check => (value) => typeof value === 'number' && value >= least && value <= most;
const oneOf = (...values: readonly unknown[]): Check => (value) => values.includes(value);
const text: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 200;
const knownLayer: Check = (value) => typeof value === 'string' && findLayer(value) !== undefined;

const [WEST, SOUTH, EAST, NORTH] = GATE_BBOX;
const longitude = between(WEST, EAST);
const latitude = between(SOUTH, NORTH);
const box: Check = (value) => Array.isArray(value) && value.length === 4 && longitude(value[0]) && latitude(value[1]) && longitude(value[2]) && latitude(value[3]) && value[0] < value[2] && value[1] < value[3];
const layerList: Check = (value) => value === null || (Array.isArray(value) && value.length <= 60 && value.every((id) => typeof id === 'string' && knownLayer(id.replace(/^-/, ''))));
const object: Check = (value) => value === null || (isMembers(value) && fault(value, { layer: knownLayer, key: text }) === null);

/** `?` at the end: may be left out. */
const FORMS: Readonly<Record<Command['type'], readonly Readonly<Record<string, Check>>[]>> = {
  hello: [{}],
  setView: [{ lat: latitude, lon: longitude, 'zoom?': between(9, 20) }, { bbox: box }],
  setLayers: [{ layers: layerList }],
  select: [{ object, 'show?': (value) => typeof value === 'boolean' }],
  setTheme: [{ theme: oneOf(...THEME_CHOICES) }],
  setLanguage: [{ lang: oneOf('pl', 'en') }],
};

/** The first member that is missing, wrong or unknown; null: none. */
function fault(members: Members, form: Readonly<Record<string, Check>>): string | null {
  const names = Object.keys(form).map((name) => name.replace(/\?$/, ''));
  const unknown = Object.keys(members).find((name) => !names.includes(name));
  if (unknown !== undefined) return unknown;
  const wrong = Object.entries(form).find(([name, check]) => {
    const bare = name.replace(/\?$/, '');
    return Object.hasOwn(members, bare) ? !check(members[bare]) : bare === name;
  });
  return wrong ? wrong[0].replace(/\?$/, '') : null;
}

/** A command; what is wrong with it; or null for what is not meant for us (other scripts speak through the same window). Never throws. */
export function readCommand(data: unknown): Command | { readonly wrong: string } | null {
  if (!isMembers(data) || data['msip'] !== 1) return null;
  const { msip: _ours, type, ...members } = data;
  if (typeof type !== 'string' || !Object.hasOwn(FORMS, type)) return { wrong: `type: ${String(typeof type === 'string' ? type.slice(0, 50) : typeof type)}` };
  const faults = FORMS[type as Command['type']].map((form) => fault(members, form));
  if (faults.includes(null)) return { type, ...members } as Command;
  return { wrong: `${type}: ${[...new Set(faults)].map((name) => name!.slice(0, 50)).join(' / ')}` };
}
