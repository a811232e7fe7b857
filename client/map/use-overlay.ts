/** How a room draws on the map: a GeoJSON overlay above everything, there as long as its component is. */
import type { GeoJSON } from 'geojson';
import type { AddLayerObject, GeoJSONSource } from 'maplibre-gl';
import { useEffect } from 'react';
import { overlayPaint } from '../../domain/style/overlay.ts';
import { useMap } from './map-store.ts';

/** A style layer without id and source: those are the overlay's. */
export type OverlayLayer = Readonly<Record<string, unknown>> & { readonly type: 'fill' | 'line' | 'circle' | 'symbol' | 'fill-extrusion'; readonly paint: Readonly<Record<string, unknown>> };

/**
 * Draws `data` with `layers` (bottom up) under the name `overlay-<id>`; null draws nothing.
 * @example useOverlay('buffer', polygon, [{ type: 'line', paint: { 'line-color': palette.accent, 'line-width': 2 } }]);
 */
export function useOverlay(id: string, data: GeoJSON | null, layers: readonly OverlayLayer[]): void {
  const map = useMap();
  const source = `overlay-${id}`;
  const drawing = JSON.stringify(layers);
  const present = data !== null;

  useEffect(() => {
    if (!map || !present) return;
    map.addSource(source, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
    const ids = (JSON.parse(drawing) as OverlayLayer[]).map((layer, at) => {
      map.addLayer({ ...layer, paint: overlayPaint(layer.type, layer.paint), id: `${source}:${at}`, source } as AddLayerObject);
      return `${source}:${at}`;
    });
    return () => {
      // The map may have been taken down first.
      if (!map.style) return;
      for (const layer of ids) if (map.getLayer(layer)) map.removeLayer(layer);
      if (map.getSource(source)) map.removeSource(source);
    };
  }, [map, source, drawing, present]);

  useEffect(() => {
    if (map && data) void map.getSource<GeoJSONSource>(source)?.setData(data);
  }, [map, source, drawing, data]);
}
