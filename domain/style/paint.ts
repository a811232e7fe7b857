/** What every painter of a geometry is given and gives back, and the shared small parts of their work. */
import type { Layer } from '../layers/layer.ts';
import type { Palette } from './palette.ts';
import type { DrawnClass } from './symbol-classes.ts';
import type { Expression, StyleLayer } from './style-types.ts';

export interface PaintTask {
  readonly layer: Layer;
  readonly palette: Palette;
  readonly classes: readonly DrawnClass[];
  readonly source: string;
  readonly visible: boolean;
  /** 0–1, multiplies every opacity. */
  readonly opacity: number;
  /** 0–1, multiplies the opacity of fills: less than 1 where something beneath must be seen. */
  readonly fillFactor: number;
  /** Classes switched off and filters asked for; null: everything. */
  readonly filter: Expression | null;
}

export interface Painted {
  /** Drawn beneath the bodies of all neighbouring lines: casings. */
  readonly under: readonly StyleLayer[];
  readonly body: readonly StyleLayer[];
}

/** All of the given conditions; undefined when there are none. */
export function allOf(...conditions: (Expression | null | undefined)[]): Expression | undefined {
  const real = conditions.filter((condition) => condition != null);
  return real.length < 2 ? real[0] : ['all', ...real];
}

/** The parts that every drawn layer of a task shares. `part` makes the id unique: `zones:fill`. */
export function styleLayer(task: PaintTask, part: string, rest: Omit<StyleLayer, 'id' | 'source'>): StyleLayer {
  const { layer, source, visible, filter } = task;
  const condition = allOf(filter, rest.filter);
  const { filter: _own, layout, metadata, ...others } = rest;
  return {
    id: `${layer.id}:${part}`, source, 'source-layer': layer.id, minzoom: layer.zooms.min, maxzoom: layer.zooms.max, ...others,
    ...(condition ? { filter: condition } : {}), layout: { ...layout, visibility: visible ? 'visible' : 'none' }, metadata: { 'msip:layer': layer.id, ...metadata },
  };
}

/**
 * A value for every object although it is the same for all. Drawing programs are compiled for each combination of values that are one for
 * all and values by object, and compiling is what the first view waits for: lines that agree in this share their program.
 */
export const forEach = (value: unknown): Expression => (Array.isArray(value) ? value as Expression : ['case', ['==', ['id'], -1], value, value]);

/** A number that grows with zoom, from stops [zoom, value]. */
export const zoomed = (stops: readonly (readonly [number, unknown])[], base = 1): Expression =>
  ['interpolate', base === 1 ? ['linear'] : ['exponential', base], ['zoom'], ...stops.flat()];
