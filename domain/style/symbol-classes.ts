/** The classes of a layer as the map and the legend both use them: colours, pattern, and the expressions that pick by class. */
import type { Layer, Pattern, SymbolClass, Text, Tone } from '../layers/layer.ts';
import type { Palette, ToneColours } from './palette.ts';
import { type Density, isAreaPattern, patternImageId, type AreaPattern } from './patterns.ts';
import type { Expression, Value } from './style-types.ts';

export type ZoneMode = 'colour' | 'pattern';

/** The class that stands for every value no other class names. */
export const OTHER = '__other';

export interface DrawnClass {
  /** As in the catalogue, as text; `__other` for the rest. */
  readonly value: string;
  readonly label: Text;
  readonly tone: Tone;
  readonly pattern: Pattern;
  readonly colours: ToneColours;
  /** Image drawn over the fill; null when the class has none. */
  readonly image: string | null;
}

const SHAPES: readonly AreaPattern[] = ['hatch', 'dots', 'vertical', 'cross-hatch', 'horizontal', 'grid', 'waves'];
const DENSITIES: readonly Density[] = ['normal', 'wide', 'fine'];

/** Classes that can be shown by pattern instead of colour: layers that carry zone classes. */
export const hasZoneModes = (layer: Layer): boolean => layer.symbology.field === 'zone_class';

/** The classes of a layer in their order, with the colours of this palette: the one list behind paint and legend. */
export function drawnClasses(layer: Layer, palette: Palette, zoneMode: ZoneMode = 'colour'): readonly DrawnClass[] {
  const { classes, other } = layer.symbology;
  const all: readonly SymbolClass[] = other ? [...classes, { ...other, value: OTHER }] : classes;
  const byPattern = zoneMode === 'pattern' && hasZoneModes(layer);
  return all.map(({ value, label, tone, pattern }, at) => {
    const areal = pattern !== 'none' && pattern !== 'dash';
    // 7 shapes at 3 densities: no two of up to 21 classes look the same without any colour.
    const image = byPattern && areal
      ? patternImageId(palette, SHAPES[at % SHAPES.length]!, tone, DENSITIES[Math.floor(at / SHAPES.length) % DENSITIES.length]!, true)
      : isAreaPattern(pattern) ? patternImageId(palette, pattern, tone) : null;
    const colours = byPattern ? { ...palette.tones[tone], fill: palette.ground } : palette.tones[tone];
    return { value: String(value), label, tone, pattern, colours, image };
  });
}

/** An expression that picks a value by class: constant, `match` or `step`, whichever the symbology calls for. */
export function byClass(layer: Layer, classes: readonly DrawnClass[], pick: (drawn: DrawnClass) => Value): Value {
  const { field, kind } = layer.symbology;
  const picked = classes.map(pick);
  if (field === null || new Set(picked.map((value) => JSON.stringify(value))).size === 1) return picked[0]!;
  if (kind === 'steps') {
    const [first, ...rest] = classes;
    return ['step', ['coalesce', ['get', field], 0], pick(first!), ...rest.flatMap((drawn) => [Number(drawn.value), pick(drawn)])];
  }
  const named = classes.filter(({ value }) => value !== OTHER);
  const rest = classes.find(({ value }) => value === OTHER) ?? named.at(-1)!;
  return ['match', ['get', field], ...named.flatMap((drawn) => [drawn.value, pick(drawn)]), pick(rest)];
}

/** A filter that leaves only objects of these classes; null when that is all of them. */
export function classFilter(layer: Layer, classes: readonly DrawnClass[], keep: (drawn: DrawnClass) => boolean): Expression | null {
  const { field, kind } = layer.symbology;
  if (classes.every(keep)) return null;
  if (field === null) return ['literal', false];
  if (kind === 'steps') return ['==', byClass(layer, classes, (drawn) => (keep(drawn) ? 1 : 0)), 1];
  const kept = classes.filter(keep).map(({ value }) => value);
  const named = layer.symbology.classes.map(({ value }) => String(value));
  const among: Expression = ['in', ['to-string', ['get', field]], ['literal', kept.filter((value) => value !== OTHER)]];
  return kept.includes(OTHER) ? ['any', among, ['!', ['in', ['to-string', ['get', field]], ['literal', named]]]] : among;
}
