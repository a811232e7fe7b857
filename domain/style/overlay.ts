/** What rooms draw above the map, in paint that needs no drawing program of its own. */
import { forEach, zoomed } from './paint.ts';

type Paint = Readonly<Record<string, unknown>>;

const isStops = (width: unknown): width is readonly (readonly [number, number])[] => Array.isArray(width) && Array.isArray(width[0]);

/**
 * The paint of an overlay's layer, for programs that the map has compiled already: compiling one keeps the page waiting when an object is
 * opened. Colours and widths look the same for every feature and zoom, but for a width of stops (`[[11, 1], [14.5, 2.4]]`: zoom, pixels), which grows
 * between them; outlines of fills are left to a line layer.
 */
export function overlayPaint(type: string, paint: Paint): Paint {
  if (type === 'fill') return { ...paint, 'fill-color': forEach(paint['fill-color']), 'fill-antialias': false };
  if (type !== 'line') return paint;
  const width = paint['line-width'];
  const stops: readonly (readonly [number, unknown])[] = isStops(width) ? width : [[8, width], [20, width]];
  return { ...paint, 'line-color': forEach(paint['line-color']), 'line-width': zoomed(stops.map(([zoom, pixels]) => [zoom, forEach(pixels)])) };
}
