/** How things look on paper: the classes of the catalogue in colours without transparency, widths in millimetres. */
import { isFilled, areaLook, atZoom, OUTLINE_DASH } from '../../domain/style/area-look.ts';
import { mix } from '../../domain/style/colour.ts';
import { legendClasses } from '../../domain/style/compose-style.ts';
import { PALETTES } from '../../domain/style/palette.ts';
import { type AreaPattern, isAreaPattern } from '../../domain/style/patterns.ts';
import { OTHER } from '../../domain/style/symbol-classes.ts';
import { findLayer } from '../../domain/layers/index.ts';

export interface Look {
  /** `#rrggbb`; absent: nothing is filled, outlined. */
  readonly fill?: string;
  readonly stroke?: string;
  readonly widthMm?: number;
  /** Dash and gap, millimetres. */
  readonly dash?: readonly [number, number];
  readonly pattern?: { readonly shape: AreaPattern; readonly colour: string };
}

const PAPER = '#ffffff';
/** Paper is read as near as the map at this zoom. */
const ZOOM = 17;
/** A CSS pixel; lines on paper can be finer than on a screen. */
const PIXEL_MM = 0.2;

/** The look and the name of a class of a layer, e.g. `zones`, `MW`; an unknown class looks like the layer's other ones. Null: no such layer. */
export function catalogueLook(layerId: string, classValue: string | null, lang: 'pl' | 'en'): (Look & { readonly legend: string }) | null {
  const layer = findLayer(layerId);
  if (!layer) return null;
  const palette = PALETTES.light;
  const classes = legendClasses(layer, palette);
  const drawn = classes.find(({ value }) => value === classValue) ?? classes.find(({ value }) => value === OTHER) ?? classes.at(-1)!;
  const legend = drawn.label[lang];
  if (layer.geometry !== 'polygon') return { legend, stroke: drawn.colours.ink, widthMm: 0.35 };
  const look = areaLook(layer, palette, 1);
  const opacity = isFilled(layer, drawn) ? atZoom(look.fill, ZOOM) : 0;
  const fill = opacity > 0 ? mix(drawn.colours.fill, PAPER, opacity) : undefined;
  const widthMm = look.outline ? atZoom(look.outline.width, ZOOM) * PIXEL_MM : 0;
  return {
    legend,
    ...(fill && { fill }),
    ...(look.outline && { stroke: mix(drawn.colours.ink, fill ?? PAPER, atZoom(look.outline.strength, ZOOM)), widthMm }),
    ...(drawn.pattern === 'dash' && { dash: [OUTLINE_DASH[0] * widthMm, OUTLINE_DASH[1] * widthMm] as const }),
    ...(isAreaPattern(drawn.pattern) && { pattern: { shape: drawn.pattern, colour: mix(drawn.colours.ink, fill ?? PAPER, 0.6) } }),
  };
}
