/** How lines look: colours, widths and dashes that the map and the legend both take from here. */
import type { Layer } from '../layers/layer.ts';
import { LOOKS } from './looks.ts';
import type { Palette } from './palette.ts';
import type { DrawnClass } from './symbol-classes.ts';

/** Widths in px by zoom. */
type Stops = readonly (readonly [zoom: number, px: number])[];

/** Widths of roads grow by this base between their zooms. */
export const ROAD_BASE = 1.5;
export const ROAD_ZOOMS = [10, 14, 18] as const;
export const ROAD_WIDTHS = [1, 4, 20] as const;
/** The factor of a kind of road that no look names. */
export const OTHER_ROAD = 0.8;
/** What a casing is wider than its road, px at the zooms of roads. */
export const CASING_MORE = [0.6, 1.4, 2.4] as const;
/** The kind of way that has no casing but is dashed. */
export const PATH_KIND = 'pedestrian';

export const PATH = { widths: [[14, 0.7], [18, 2]], dash: [2, 1.6], strength: 0.7 } as const;
export const RAILS = { widths: [[9, 0.5], [14, 1.1], [18, 2.2]] } as const;
export const SLEEPERS = { widths: [[12.5, 2.4], [18, 9]], dash: [0.35, 2.6] } as const;
export const PLAIN = { widths: [[10, 1], [14, 2], [18, 4]] } as const;

/** Ground metres of one screen pixel at zoom 0 on Kraków's latitude (50.06° N, tiles of 512 px). */
export const METRES_PER_PIXEL_Z0 = 50_240;

export const roadColours = (road: 'main' | 'minor', palette: Palette) =>
  (road === 'main' ? { body: palette.roadMain, casing: palette.roadMainCasing } : { body: palette.road, casing: palette.roadCasing });

/** One stroke of a line. */
export interface Stroke {
  readonly colour: string;
  /** Px. */
  readonly width: number;
  /** Dash and gap, in widths. */
  readonly dash?: readonly [number, number];
  /** 0–1, before the reader's own opacity. */
  readonly strength: number;
}

/** The zoom whose widths the legend shows, and the watercourse it shows: they fit a swatch. */
export const LEGEND_LINE = { zoom: 14.5, riverM: 8 } as const;

/** The width at the zoom of the legend. */
function shown(stops: Stops, base = 1): number {
  const { zoom } = LEGEND_LINE;
  const at = stops.findLastIndex(([from]) => from <= zoom);
  const [from, low] = stops[at]!;
  const [to, high] = stops[at + 1] ?? [from + 1, low];
  const share = base === 1 ? (zoom - from) / (to - from) : (base ** (zoom - from) - 1) / (base ** (to - from) - 1);
  return low + share * (high - low);
}

function roadStrokes(layer: Layer, road: 'main' | 'minor', kind: string, palette: Palette): readonly Stroke[] {
  if (road === 'minor' && kind === PATH_KIND) return [{ colour: palette.rail, width: shown(PATH.widths), dash: PATH.dash, strength: PATH.strength }];
  const { widths = ROAD_WIDTHS, kindFactors = {} } = LOOKS[layer.id] ?? {};
  const { body, casing } = roadColours(road, palette);
  const factor = kindFactors[kind] ?? OTHER_ROAD;
  const width = (more: readonly number[]) => shown(ROAD_ZOOMS.map((zoom, at) => [zoom, factor * widths[at]! + more[at]!] as const), ROAD_BASE);
  return [{ colour: casing, width: width(CASING_MORE), strength: 1 }, { colour: body, width: width([0, 0, 0]), strength: 1 }];
}

/** The strokes a class of a line layer is drawn with, from the bottom up. */
export function lineStrokes(layer: Layer, { value, tone, colours }: DrawnClass, palette: Palette): readonly Stroke[] {
  const road = LOOKS[layer.id]?.road;
  if (road) return roadStrokes(layer, road, value, palette);
  if (tone === 'water') return [{ colour: palette.water, width: (LEGEND_LINE.riverM * 2 ** LEGEND_LINE.zoom) / METRES_PER_PIXEL_Z0, strength: 1 }];
  if (tone === 'rail') return [{ colour: palette.rail, width: shown(RAILS.widths), strength: 1 }, { colour: palette.rail, width: shown(SLEEPERS.widths), dash: SLEEPERS.dash, strength: 1 }];
  return [{ colour: colours.ink, width: shown(PLAIN.widths), strength: 1 }];
}
