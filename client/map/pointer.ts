/** What lies under the pointer: hover by feature state, and everything at a clicked place, the most particular first. */
import type { MapGeoJSONFeature, PointLike } from 'maplibre-gl';
import { findLayer } from '../../domain/layers/index.ts';
import type { ObjectRef } from '../selection/selection.ts';
import { type GlMap, mapState } from './map-store.ts';

export interface Picked {
  readonly object: ObjectRef & { readonly id: number };
  /** The attributes that travel in the tile. */
  readonly properties: Readonly<Record<string, unknown>>;
}

const REACH = 4;

/** Base decoration is not an object people ask for, and the city is everywhere. */
const isAskedFor = (layerId: unknown): boolean => {
  const layer = typeof layerId === 'string' ? findLayer(layerId) : undefined;
  return layer !== undefined && layer.subject !== 'base' && layer.id !== 'city';
};

/** Ids of the drawn layers that clicks and hover ask. */
export const askedLayers = (map: GlMap): string[] =>
  map.getStyle().layers.filter((layer) => layer.type !== 'symbol' && isAskedFor((layer.metadata as Record<string, unknown> | undefined)?.['msip:layer'])).map(({ id }) => id);

const layerOf = (feature: MapGeoJSONFeature): string => String((feature.layer.metadata as Record<string, unknown>)['msip:layer']);

/** Layers that appear late hold the smaller things: a parcel comes before its zone, its plan and its district. */
const detail = (id: string): number => findLayer(id)?.zooms.min ?? 0;

/** Every object at a point of the screen, each once, the most particular first. */
export function objectsAt(map: GlMap, { x, y }: { readonly x: number; readonly y: number }): readonly Picked[] {
  const box: [PointLike, PointLike] = [[x - REACH, y - REACH], [x + REACH, y + REACH]];
  const exact = map.queryRenderedFeatures([x, y], { layers: askedLayers(map) });
  // Thin lines and dots are hard to hit: only when nothing lies exactly here, look a little around.
  const features = exact.length > 0 ? exact : map.queryRenderedFeatures(box, { layers: askedLayers(map) });
  const found = new Map<string, Picked>();
  for (const feature of features) {
    const layer = layerOf(feature);
    const id = Number(feature.id);
    if (Number.isInteger(id) && !found.has(`${layer}~${id}`)) found.set(`${layer}~${id}`, { object: { layer, id }, properties: feature.properties });
  }
  return [...found.values()].sort((one, other) => detail(other.object.layer) - detail(one.object.layer));
}

/** Marks what the pointer is over; returns the function that stops it. */
export function watchHover(map: GlMap): () => void {
  let marked: { source: string; sourceLayer: string; id: number } | null = null;
  let frame = 0;
  const unmark = () => {
    if (marked && map.getSource(marked.source)) map.removeFeatureState(marked, 'hover');
    marked = null;
  };
  const move = ({ point }: { point: { x: number; y: number } }) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (map.isMoving() || mapState().tool) return unmark();
      const [top] = map.queryRenderedFeatures([point.x, point.y], { layers: askedLayers(map) });
      map.getCanvas().style.cursor = top ? 'pointer' : '';
      if (!top?.sourceLayer || top.id === undefined) return unmark();
      if (marked?.id === top.id && marked.sourceLayer === top.sourceLayer) return;
      unmark();
      marked = { source: top.source, sourceLayer: top.sourceLayer, id: Number(top.id) };
      map.setFeatureState(marked, { hover: true });
    });
  };
  map.on('mousemove', move);
  map.on('mouseout', unmark);
  return () => {
    cancelAnimationFrame(frame);
    map.off('mousemove', move);
    map.off('mouseout', unmark);
    unmark();
  };
}
