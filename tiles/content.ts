/** What stands in a layer's tile at a zoom: from which view, which attributes, with or without label points. Both engines ask here. */
import type { Field, Layer } from '../domain/layers/layer.ts';

export interface TileContent {
  /** Qualified view, e.g. `layer.zones_generalised`. */
  readonly view: string;
  readonly fields: readonly Field[];
}

const tileFields = (layer: Layer): readonly Field[] => layer.fields.filter((field) => field.tile);

export const isGeneralised = (layer: Layer, z: number): boolean => layer.generalised !== undefined && z < layer.generalised.belowZoom;

/** The features of the tile layer named like the layer. */
export function contentOf(layer: Layer, z: number): TileContent {
  const { generalised } = layer;
  if (!generalised || !isGeneralised(layer, z)) return { view: layer.view, fields: tileFields(layer) };
  return { view: `layer.${generalised.view}`, fields: tileFields(layer).filter((field) => generalised.fields.includes(field.name)) };
}

/** A polygon's label drawn from the polygon would repeat in every tile it crosses: it has a point and a tile layer of its own. */
export const labelLayerId = (layer: Layer): string => `${layer.id}-labels`;

export const isLabelled = (layer: Layer): boolean => layer.geometry === 'polygon' && layer.label !== undefined;

/** One zoom before the label appears its points are in the tile, so that labels can fade in without waiting. */
export const hasLabels = (layer: Layer, z: number): boolean => isLabelled(layer) && z >= labelMinZoom(layer);

export const labelMinZoom = (layer: Layer): number => Math.max(layer.zooms.min, Math.ceil((layer.label?.minZoom ?? 0) - 1));

/**
 * The label layer: always from the full geometry, also where the tile shows the generalised one, so that a label stays where it is while
 * people zoom; with all tile attributes, so that a filter of the layer is a filter of its labels.
 */
export const labelContent = (layer: Layer): TileContent => ({ view: layer.view, fields: tileFields(layer) });
