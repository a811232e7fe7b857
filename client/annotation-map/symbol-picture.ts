/** The symbol as pixels for the map. */
import type { Palette } from '../../domain/style/palette.ts';
import { GRID, type SymbolFacts, symbolParts } from './symbol.ts';
import { symbolColours } from './symbol-colours.ts';

export const SYMBOL_RATIO = 2;

/** The name says everything needed to draw it: `annotation:light:note:open:normal`. */
export const symbolName = (palette: Palette, { category, status, priority }: SymbolFacts): string => `annotation:${palette.id}:${category}:${status}:${priority}`;

/** RGBA, SYMBOL_RATIO pixels a unit of the grid; null where the browser has no canvas. */
export function drawSymbol(palette: Palette, facts: SymbolFacts): ImageData | null {
  const size = GRID * SYMBOL_RATIO;
  const context = Object.assign(document.createElement('canvas'), { width: size, height: size }).getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const colours = symbolColours(palette, facts.category);
  context.scale(SYMBOL_RATIO, SYMBOL_RATIO);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const { d, fill, stroke } of symbolParts(facts)) {
    const path = new Path2D(d);
    if (fill) {
      context.fillStyle = colours[fill];
      // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, no array.
      context.fill(path);
    }
    if (!stroke) continue;
    context.strokeStyle = colours[stroke.colour];
    context.lineWidth = stroke.width;
    context.setLineDash([...(stroke.dash ?? [])]);
    context.stroke(path);
  }
  return context.getImageData(0, 0, size, size);
}
