/** Objects of a layer marked by their ids, drawn from tiles of their own: from afar to near, whether the layer is on or not. */
import type { AddLayerObject } from 'maplibre-gl';
import { useEffect } from 'react';
import { findLayer } from '../../domain/layers/index.ts';
import { overlayPaint } from '../../domain/style/overlay.ts';
import { vectorSource } from '../../domain/style/sources.ts';
import { useMap } from './map-store.ts';
import type { OverlayLayer } from './use-overlay.ts';

const among = (ids: readonly number[]): unknown => (ids.length > 0 ? ['match', ['id'], [...new Set(ids)], true, false] : ['boolean', false]);

/**
 * Draws objects of `layer` (id) whose tile ids are among `ids`, with `layers` (bottom up) under the name `overlay-<id>`. Keep `layers` and `ids` while they say the same.
 * @example useMarked('land-sites', 'investment-sites', answer.ids.site, [{ type: 'line', paint: { 'line-color': palette.accent, 'line-width': 2 } }]);
 */
export function useMarked(id: string, layer: string, ids: readonly number[], layers: readonly OverlayLayer[]): void {
  const map = useMap();
  const source = `overlay-${id}`;
  const drawing = JSON.stringify(layers);

  useEffect(() => {
    const declared = findLayer(layer);
    if (!map || !declared) return;
    map.addSource(source, vectorSource(layer, [declared], location.origin) as never);
    const drawn = (JSON.parse(drawing) as OverlayLayer[]).map((one, at) => {
      map.addLayer({ ...one, paint: overlayPaint(one.type, one.paint), filter: among([]), id: `${source}:${at}`, source, 'source-layer': layer } as AddLayerObject);
      return `${source}:${at}`;
    });
    return () => {
      // The map may have been taken down first.
      if (!map.style) return;
      for (const name of drawn) if (map.getLayer(name)) map.removeLayer(name);
      if (map.getSource(source)) map.removeSource(source);
    };
  }, [map, source, layer, drawing]);

  useEffect(() => {
    if (!map) return;
    for (let at = 0; map.getLayer(`${source}:${at}`); at += 1) map.setFilter(`${source}:${at}`, among(ids) as never);
  }, [map, source, layer, drawing, ids]);
}
