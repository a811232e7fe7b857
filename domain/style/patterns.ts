/** Fill patterns as pixels: the second sign beside colour. Drawn at run time per tone, the same for map, legend and print. */
import type { Pattern, Tone } from '../layers/layer.ts';
import { toRgb } from './colour.ts';
import { PALETTES, type Palette, type PaletteId } from './palette.ts';

/** Patterns that are drawn inside an area; the others are said by fill or outline alone. */
export type AreaPattern = Exclude<Pattern, 'solid' | 'none' | 'dash'>;

/** In pattern display every class, also a solid one, needs a drawing of its own: a shape at one of three densities. */
export type Density = 'fine' | 'normal' | 'wide';

export interface PatternImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

const PERIOD: Readonly<Record<Density, number>> = { fine: 6, normal: 8, wide: 12 };
const AREA_PATTERNS: ReadonlySet<string> = new Set<AreaPattern>(['hatch', 'cross-hatch', 'dots', 'horizontal', 'vertical', 'grid', 'waves']);

export const isAreaPattern = (pattern: Pattern): pattern is AreaPattern => AREA_PATTERNS.has(pattern);

/** Distance of a point (in units, period p) to the nearest stroke of the pattern; the drawing is where it is less than half a stroke. */
const DISTANCE: Readonly<Record<AreaPattern, (x: number, y: number, p: number) => number>> = {
  hatch: (x, y, p) => fold(x + y, p) * Math.SQRT1_2,
  'cross-hatch': (x, y, p) => Math.min(fold(x + y, p), fold(x - y, p)) * Math.SQRT1_2,
  // Two dots a tile, staggered; a dot is a stroke of radius 1.
  dots: (x, y, p) => Math.min(Math.hypot(fold(x, p), fold(y, p)), Math.hypot(fold(x + p / 2, p), fold(y + p / 2, p))) - 0.55,
  horizontal: (_x, y, p) => fold(y, p),
  vertical: (x, _y, p) => fold(x, p),
  grid: (x, y, p) => Math.min(fold(x, p), fold(y, p)),
  waves: (x, y, p) => fold(y + Math.sin((x / p) * 2 * Math.PI) * (p / 7), p) * 0.85,
};

/** Distance to the nearest multiple of p. */
const fold = (value: number, p: number): number => Math.abs(value - Math.round(value / p) * p);

/**
 * One seamless tile of a pattern, RGBA, `ratio` pixels a unit, transparent where nothing is drawn.
 * The tile is 2 periods wide: both diagonals close on it without a seam.
 */
export function patternPixels(pattern: AreaPattern, colour: string, { ratio = 2, density = 'normal' as Density, alpha = 0.55, stroke = 1 } = {}): PatternImage {
  const period = PERIOD[density];
  const size = period * 2 * ratio;
  const data = new Uint8ClampedArray(size * size * 4);
  const [r, g, b] = toRgb(colour);
  const distance = DISTANCE[pattern];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const away = distance((column + 0.5) / ratio, (row + 0.5) / ratio, period);
      // Coverage falls from 1 to 0 across one pixel at the edge of the stroke: smooth without a canvas.
      const coverage = Math.min(1, Math.max(0, (stroke / 2 - away) * ratio + 0.5));
      data.set([r, g, b, Math.round(coverage * alpha * 255)], (row * size + column) * 4);
    }
  }
  return { width: size, height: size, data };
}

/** Name of the image in a style; it says everything needed to draw it: `pattern:light:hatch:services:normal:soft`. */
export const patternImageId = (palette: Palette, pattern: AreaPattern, tone: Tone, density: Density = 'normal', strong = false): string =>
  ['pattern', palette.id, pattern, tone, density, strong ? 'strong' : 'soft'].join(':');

/** Draws the image that a style asks for by name; null when the name is not a pattern's. */
export function drawPatternImage(id: string, ratio = 2): PatternImage | null {
  const [kind, paletteId, pattern, tone, density, weight] = id.split(':') as [string, PaletteId, AreaPattern, Tone, Density, string];
  const palette = PALETTES[paletteId] as Palette | undefined;
  const colours = palette?.tones[tone];
  if (kind !== 'pattern' || !palette || !AREA_PATTERNS.has(pattern) || !colours || !(density in PERIOD)) return null;
  return patternPixels(pattern, colours.ink, { ratio, density, alpha: weight === 'strong' || palette.id === 'contrast' ? 0.9 : 0.42, stroke: weight === 'strong' ? 1.2 : 1 });
}
