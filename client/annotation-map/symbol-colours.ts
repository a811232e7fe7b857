/** The colours of annotations: one hue a category from the palette of the map; they only repeat what the shapes say. */
import type { Tone } from '../../domain/layers/layer.ts';
import type { Category } from '../../domain/office/annotation-words.ts';
import { mix, standOut } from '../../domain/style/colour.ts';
import type { Palette } from '../../domain/style/palette.ts';
import type { SymbolColour } from './symbol.ts';

const TONES: Readonly<Record<Category, Tone>> = { note: 'planned', question: 'in-preparation', conflict: 'in-consultation', proposal: 'reserve-green', fault: 'sale', inspection: 'heritage' };

/** Ink stands out from the paper as text must: 4.5:1, in high contrast 7:1. */
export function symbolColours(palette: Palette, category: Category): Readonly<Record<SymbolColour, string>> {
  const ink = standOut(palette.tones[TONES[category]].ink, palette.halo, palette.text, palette.id === 'contrast' ? 7 : 4.5);
  return { ink, paper: palette.halo, tint: mix(ink, palette.halo, 0.42) };
}
