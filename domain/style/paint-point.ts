/** Draws a point layer as dots with a rim; layers that are only names get no dot. */
import type { Layer } from '../layers/layer.ts';
import { LOOKS } from './looks.ts';
import { type Painted, type PaintTask, styleLayer, zoomed } from './paint.ts';
import { byClass } from './symbol-classes.ts';

/** Points that are drawn as their names alone. */
export const isNameOnly = ({ id, label, zooms }: Layer): boolean => Boolean(LOOKS[id]?.labelOnly && label && label.minZoom <= zooms.min + 1);

/** Radius by zoom and width of the rim, px. */
export const DOT = { radius: [[11, 2], [15, 4.5], [18, 7]], rim: 1.2 } as const;

/** Layer `point` of a point layer, or nothing. */
export function paintPoint(task: PaintTask): Painted {
  const { layer, classes, palette, opacity } = task;
  if (isNameOnly(layer)) {
    // Still there for clicks where the name stands.
    return { under: [], body: [styleLayer(task, 'point', { type: 'circle', paint: { 'circle-radius': 6, 'circle-opacity': 0 } })] };
  }
  return { under: [], body: [styleLayer(task, 'point', {
    type: 'circle',
    paint: {
      'circle-color': byClass(layer, classes, ({ colours }) => colours.ink), 'circle-opacity': opacity, 'circle-stroke-opacity': opacity,
      'circle-stroke-color': palette.halo, 'circle-stroke-width': DOT.rim, 'circle-radius': zoomed(DOT.radius),
    },
  })] };
}
