/** Draws an area layer: fill and pattern by class, outline, and an unseen fill that lets outlines be clicked inside. */
import { DEFAULT_FILL, LOOKS } from './looks.ts';
import { forEach, type Painted, type PaintTask, styleLayer, zoomed } from './paint.ts';
import type { Palette } from './palette.ts';
import { byClass, classFilter, type DrawnClass } from './symbol-classes.ts';
import type { Expression, StyleLayer } from './style-types.ts';

const CLEAR = 'rgba(0,0,0,0)';
const isFilled = ({ pattern }: DrawnClass) => pattern !== 'none' && pattern !== 'dash';
const isDashed = ({ pattern }: DrawnClass) => pattern === 'dash';

/** The width of an outline, more where the pointer is (feature state `hover`, set by the map room). */
const hovered = (width: number): Expression => ['case', ['boolean', ['feature-state', 'hover'], false], width + 1.6, width];

/** Light lines on a dark ground glare: weak outlines are weakened further there; high contrast weakens nothing. */
const outlineStrength = (wanted: number, { id }: Palette): number => (id === 'contrast' ? Math.max(wanted, 0.9) : id === 'dark' && wanted < 0.8 ? wanted * 0.6 : wanted);

/** Layers of an area: `fill`, `pattern`, `line`, `dash`; whichever its classes call for. */
export function paintPolygon(task: PaintTask): Painted {
  const { layer, classes, opacity, palette, fillFactor } = task;
  const { fillOpacity = DEFAULT_FILL, outlineWidth = 0.9, outlineOpacity = 0.55, outlineFade, tint } = LOOKS[layer.id] ?? {};
  const body: StyleLayer[] = [];
  const only = (keep: (drawn: DrawnClass) => boolean) => {
    const filter = classFilter(layer, classes, keep);
    return filter ? { filter } : {};
  };
  const filled = classes.some(isFilled) && fillOpacity > 0;
  const strength = palette.id === 'contrast' ? Math.min(1, fillOpacity + 0.1) : fillOpacity;
  body.push(styleLayer(task, 'fill', {
    type: 'fill',
    // Opacity 0 is still found by a click: the inside of a parcel is the parcel.
    paint: {
      // Transparent by colour, not by opacity: one program draws all areas with classes.
      'fill-color': forEach(byClass(layer, classes, (drawn) => ((tint ? !isDashed(drawn) : isFilled(drawn)) ? drawn.colours.fill : CLEAR))),
      'fill-opacity': tint ? zoomed([[tint.zooms[0], tint.opacity * opacity * fillFactor], [tint.zooms[1], 0]]) : filled ? strength * opacity * fillFactor : 0,
      'fill-antialias': false,
    },
  }));
  if (classes.some(({ image }) => image)) {
    body.push(styleLayer(task, 'pattern', {
      type: 'fill', ...only(({ image }) => image !== null),
      paint: { 'fill-pattern': byClass(layer, classes, ({ image }) => image ?? ''), 'fill-opacity': zoomed([[10, 0.35 * opacity], [13, opacity]]), 'fill-antialias': false },
    }));
  }
  if (outlineOpacity === 0 && palette.id !== 'contrast') return { under: [], body };
  const strengthOfLine = outlineStrength(outlineOpacity, palette) * opacity;
  const paint = {
    'line-color': forEach(byClass(layer, classes, ({ colours }) => colours.ink)),
    'line-opacity': outlineFade && palette.id !== 'contrast' ? zoomed(outlineFade.map(([zoom, share]) => [zoom, share * strengthOfLine] as const)) : strengthOfLine,
    'line-width': zoomed([[10, hovered(outlineWidth * 0.6)], [14, hovered(outlineWidth)], [18, hovered(outlineWidth * 2)]]),
  };
  if (classes.some((drawn) => !isDashed(drawn))) body.push(styleLayer(task, 'line', { type: 'line', ...only((drawn) => !isDashed(drawn)), layout: { 'line-join': 'round' }, paint }));
  if (classes.some(isDashed)) body.push(styleLayer(task, 'dash', { type: 'line', ...only(isDashed), layout: { 'line-join': 'round' }, paint: { ...paint, 'line-dasharray': [4, 2.5] } }));
  return { under: [], body };
}
