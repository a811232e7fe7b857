/** How areas look: how strongly they are filled, patterned and outlined by zoom. The map and the legend both take it from here. */
import type { Layer } from '../layers/layer.ts';
import { DEFAULT_FILL, LOOKS } from './looks.ts';
import type { Palette } from './palette.ts';
import type { DrawnClass } from './symbol-classes.ts';

/** Values by zoom, straight between the stops and level outside of them. */
export type Stops = readonly (readonly [zoom: number, value: number])[];

export interface AreaLook {
  /** 0–1: opacity of the fill of a class that has one. */
  readonly fill: Stops;
  /** 0–1: opacity of the pattern of a class that has one. */
  readonly pattern: Stops;
  /** Null: none is drawn. */
  readonly outline: { readonly strength: Stops; /** Px. */ readonly width: Stops } | null;
}

/** Dash and gap of a dashed outline, in widths. */
export const OUTLINE_DASH = [4, 2.5] as const;

const flat = (value: number): Stops => [[10, value]];

/** Is a class filled at all? The tint of a frame colours every class that is not dashed. */
export function isFilled({ id }: Layer, { pattern }: DrawnClass): boolean {
  return LOOKS[id]?.tint ? pattern !== 'dash' : pattern !== 'none' && pattern !== 'dash';
}

/** Light lines on a dark ground glare: weak outlines are weakened further there; high contrast weakens nothing. */
const outlineStrength = (wanted: number, { id }: Palette): number => (id === 'contrast' ? Math.max(wanted, 0.9) : id === 'dark' && wanted < 0.8 ? wanted * 0.6 : wanted);

/** The look of an area layer in a palette; `fillFactor` (0–1) weakens fills where a background must be seen through them. */
export function areaLook({ id }: Layer, palette: Palette, fillFactor: number): AreaLook {
  const { fillOpacity = DEFAULT_FILL, tint, outlineWidth = 0.9, outlineOpacity = 0.55, outlineFade } = LOOKS[id] ?? {};
  const contrast = palette.id === 'contrast';
  const strength = outlineStrength(outlineOpacity, palette);
  return {
    fill: tint ? [[tint.zooms[0], tint.opacity * fillFactor], [tint.zooms[1], 0]] : flat((contrast && fillOpacity > 0 ? Math.min(1, fillOpacity + 0.1) : fillOpacity) * fillFactor),
    pattern: [[10, 0.35], [13, 1]],
    outline: outlineOpacity === 0 && !contrast ? null : {
      strength: outlineFade && !contrast ? outlineFade.map(([zoom, share]) => [zoom, share * strength] as const) : flat(strength),
      width: [[10, outlineWidth * 0.6], [14, outlineWidth], [18, outlineWidth * 2]],
    },
  };
}

/** The value that the map shows at a zoom. */
export function atZoom(stops: Stops, zoom: number): number {
  const after = stops.findIndex(([from]) => from > zoom);
  if (after === 0) return stops[0]![1];
  const [from, low] = stops.at(after === -1 ? -1 : after - 1)!;
  const [to, high] = stops[after] ?? [from + 1, low];
  return low + ((zoom - from) / (to - from)) * (high - low);
}
