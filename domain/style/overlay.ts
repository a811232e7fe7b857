/** What rooms draw above the map, in paint that needs no drawing program of its own. */
import { forEach, zoomed } from './paint.ts';

type Paint = Readonly<Record<string, unknown>>;

/**
 * The paint of an overlay's layer, for programs that the map has compiled already: compiling one keeps the page waiting when an object is
 * opened. Colours and widths look the same for every feature and zoom; outlines of fills are left to a line layer.
 */
export function overlayPaint(type: string, paint: Paint): Paint {
  if (type === 'fill') return { ...paint, 'fill-color': forEach(paint['fill-color']), 'fill-antialias': false };
  if (type !== 'line') return paint;
  const width = forEach(paint['line-width']);
  return { ...paint, 'line-color': forEach(paint['line-color']), 'line-width': zoomed([[8, width], [20, width]]) };
}
