/** The colours of annotations: one hue a category from the palette of the map; they only repeat what the shapes say. */
import type { Tone } from '../../domain/layers/layer.ts';
import type { Category } from '../../domain/office/annotation-words.ts';
import { mix } from '../../domain/style/colour.ts';
import type { Palette } from '../../domain/style/palette.ts';
import type { SymbolColour } from './symbol.ts';

const TONES: Readonly<Record<Category, Tone>> = { note: 'planned', question: 'in-preparation', conflict: 'in-consultation', proposal: 'reserve-green', fault: 'sale', inspection: 'heritage' };

/** Ink is dark enough for a line of two units on paper: 4.5:1 in light and dark, 7:1 in high contrast. */
export function symbolColours(palette: Palette, category: Category): Readonly<Record<SymbolColour, string>> {
  const ink = palette.id === 'contrast' ? palette.text : mix(palette.tones[TONES[category]].ink, palette.text, 0.62);
  return { ink, paper: palette.halo, tint: mix(ink, palette.halo, 0.42) };
}
