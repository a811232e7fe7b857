/** Draws a line layer: roads with casing, rivers at their true width, railways with sleepers, anything else as a plain line. */
import { CASING_MORE, METRES_PER_PIXEL_Z0, OTHER_ROAD, PATH, PATH_KIND, PLAIN, RAILS, ROAD_BASE, ROAD_WIDTHS, ROAD_ZOOMS, roadColours, SLEEPERS } from './line-look.ts';
import { LOOKS } from './looks.ts';
import { forEach, type Painted, type PaintTask, styleLayer, zoomed } from './paint.ts';
import { byClass } from './symbol-classes.ts';
import type { Expression } from './style-types.ts';

const ROUND = { 'line-cap': 'round', 'line-join': 'round' };

/** Width by zoom, the same for every object. */
const everyWidth = (stops: readonly (readonly [number, number])[]): Expression => zoomed(stops.map(([zoom, px]) => [zoom, forEach(px)] as const));

/** Width at the zooms of roads times the factor of the road's kind; `more` px are added for a casing. */
function roadWidth(widths: readonly [number, number, number], factors: Readonly<Record<string, number>>, more: readonly [number, number, number]): Expression {
  const factor: Expression = ['match', ['get', 'kind'], ...Object.entries(factors).flat(), OTHER_ROAD];
  return zoomed(ROAD_ZOOMS.map((zoom, at) => [zoom, ['+', ['*', factor, widths[at]!], more[at]!]] as const), ROAD_BASE);
}

function paintRoad(task: PaintTask, kind: 'main' | 'minor'): Painted {
  const { palette, opacity, layer } = task;
  const { widths = ROAD_WIDTHS, kindFactors = {} } = LOOKS[layer.id] ?? {};
  const { body, casing } = roadColours(kind, palette);
  const way: Expression = ['!=', ['get', 'kind'], PATH_KIND];
  return {
    under: [styleLayer(task, 'casing', {
      type: 'line', filter: way, layout: ROUND,
      paint: { 'line-color': forEach(casing), 'line-width': roadWidth(widths, kindFactors, CASING_MORE), 'line-opacity': zoomed(kind === 'main' ? [[9, 0.6 * opacity], [12, opacity]] : [[12, 0], [13.5, opacity]]) },
    })],
    body: [
      styleLayer(task, 'line', {
        type: 'line', filter: way, layout: ROUND,
        paint: { 'line-color': forEach(body), 'line-width': roadWidth(widths, kindFactors, [0, 0, 0]), 'line-opacity': zoomed(kind === 'main' ? [[8, opacity], [9, opacity]] : [[11, 0.5 * opacity], [13, opacity]]) },
      }),
      ...(kind === 'minor' ? [styleLayer(task, 'path', {
        type: 'line' as const, filter: ['==', ['get', 'kind'], PATH_KIND], minzoom: 14,
        paint: { 'line-color': forEach(palette.rail), 'line-opacity': PATH.strength * opacity, 'line-width': everyWidth(PATH.widths), 'line-dasharray': PATH.dash },
      })] : []),
    ],
  };
}

/** From this width on a river is an area of the water layer too. */
const BED_M = 45;

function paintRiver(task: PaintTask): Painted {
  const width: Expression = ['coalesce', ['get', 'width_m'], 4];
  // A line wider than the margin of its tile is cut at the tile's edge. Rivers of such width have a bed among the waters; their line stays within it.
  const shown = (zoom: number): Expression => (zoom < 14 ? width : ['case', ['>=', width, BED_M], ['min', width, BED_M / 2 ** (zoom - 14)], width]);
  const px = (zoom: number): Expression => ['max', zoom < 12 ? 0.7 : 1.2, ['/', ['*', shown(zoom), 2 ** zoom], METRES_PER_PIXEL_Z0]];
  return { under: [], body: [styleLayer(task, 'line', {
    type: 'line', layout: ROUND,
    paint: { 'line-color': forEach(task.palette.water), 'line-opacity': task.opacity, 'line-width': zoomed([[8, px(8)], [12, px(12)], [14, px(14)], [20, px(20)]], 2) },
  })] };
}

function paintRailway(task: PaintTask): Painted {
  const { palette, opacity } = task;
  const paint = { 'line-color': forEach(palette.rail), 'line-opacity': opacity };
  return { under: [], body: [
    styleLayer(task, 'line', { type: 'line', paint: { ...paint, 'line-width': everyWidth(RAILS.widths) } }),
    styleLayer(task, 'sleepers', { type: 'line', minzoom: 12.5, paint: { ...paint, 'line-width': everyWidth(SLEEPERS.widths), 'line-dasharray': SLEEPERS.dash } }),
  ] };
}

/** Layers of a line: `casing` beneath, `line` and its decoration above. */
export function paintLine(task: PaintTask): Painted {
  const { layer, classes, opacity } = task;
  const look = LOOKS[layer.id];
  if (look?.road) return paintRoad(task, look.road);
  const tone = classes[0]?.tone;
  if (tone === 'water') return paintRiver(task);
  if (tone === 'rail') return paintRailway(task);
  return { under: [], body: [styleLayer(task, 'line', {
    type: 'line', layout: ROUND, paint: { 'line-color': forEach(byClass(layer, classes, ({ colours }) => colours.ink)), 'line-opacity': opacity, 'line-width': zoomed(PLAIN.widths) },
  })] };
}
