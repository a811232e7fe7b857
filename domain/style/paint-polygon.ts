/** Draws an area layer: fill and pattern by class, outline, and an unseen fill that lets outlines be clicked inside. */
import { areaLook, isFilled, OUTLINE_DASH, type Stops } from './area-look.ts';
import { forEach, type Painted, type PaintTask, styleLayer, zoomed } from './paint.ts';
import { byClass, classFilter, type DrawnClass } from './symbol-classes.ts';
import type { Expression, StyleLayer, Value } from './style-types.ts';

const CLEAR = 'rgba(0,0,0,0)';
const isDashed = ({ pattern }: DrawnClass) => pattern === 'dash';

/** The width of an outline, more where the pointer is (feature state `hover`, set by the map room). */
const hovered = (width: number): Expression => ['case', ['boolean', ['feature-state', 'hover'], false], width + 1.6, width];

/** Layers of an area: `fill`, `pattern`, `line`, `dash`; whichever its classes call for. */
export function paintPolygon(task: PaintTask): Painted {
  const { layer, classes, opacity, palette, fillFactor } = task;
  const { fill, pattern, outline } = areaLook(layer, palette, fillFactor);
  const body: StyleLayer[] = [];
  const only = (keep: (drawn: DrawnClass) => boolean) => {
    const filter = classFilter(layer, classes, keep);
    return filter ? { filter } : {};
  };
  const opacities = (stops: Stops): Value => (stops.length === 1 ? stops[0]![1] * opacity : zoomed(stops.map(([zoom, value]) => [zoom, value * opacity] as const)));
  const filled = (drawn: DrawnClass) => isFilled(layer, drawn);
  body.push(styleLayer(task, 'fill', {
    type: 'fill',
    // Opacity 0 is still found by a click: the inside of a parcel is the parcel.
    paint: {
      // Transparent by colour, not by opacity: one program draws all areas with classes.
      'fill-color': forEach(byClass(layer, classes, (drawn) => (filled(drawn) ? drawn.colours.fill : CLEAR))),
      'fill-opacity': classes.some(filled) ? opacities(fill) : 0,
      'fill-antialias': false,
    },
  }));
  if (classes.some(({ image }) => image)) {
    body.push(styleLayer(task, 'pattern', {
      type: 'fill', ...only(({ image }) => image !== null),
      paint: { 'fill-pattern': byClass(layer, classes, ({ image }) => image ?? ''), 'fill-opacity': opacities(pattern), 'fill-antialias': false },
    }));
  }
  if (!outline) return { under: [], body };
  const paint = {
    'line-color': forEach(byClass(layer, classes, ({ colours }) => colours.ink)),
    'line-opacity': opacities(outline.strength),
    'line-width': zoomed(outline.width.map(([zoom, width]) => [zoom, hovered(width)] as const)),
  };
  if (classes.some((drawn) => !isDashed(drawn))) body.push(styleLayer(task, 'line', { type: 'line', ...only((drawn) => !isDashed(drawn)), layout: { 'line-join': 'round' }, paint }));
  if (classes.some(isDashed)) body.push(styleLayer(task, 'dash', { type: 'line', ...only(isDashed), layout: { 'line-join': 'round' }, paint: { ...paint, 'line-dasharray': OUTLINE_DASH } }));
  return { under: [], body };
}
