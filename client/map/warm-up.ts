/** Compiles in an idle moment what the first click of many tools would else wait for. */
import type { Map as GlMap } from 'maplibre-gl';

const NAME = 'warm-up';

/**
 * Draws one circle that nobody can see, and takes it away again: the first view has no circles, but measuring, spatial search, stops and
 * schools do. Where WebGL is drawn by the processor, compiling their program takes half a second.
 */
export function warmUp(map: GlMap): void {
  if (typeof requestIdleCallback !== 'function') return;
  map.once('idle', () => requestIdleCallback(() => {
    if (!map.style || map.getSource(NAME)) return;
    map.addSource(NAME, { type: 'geojson', data: { type: 'Point', coordinates: map.getCenter().toArray() } });
    map.addLayer({ id: NAME, type: 'circle', source: NAME, paint: { 'circle-radius': 0.1, 'circle-opacity': 0.01, 'circle-stroke-width': 0 } });
    map.once('idle', () => {
      if (!map.style || !map.getSource(NAME)) return;
      map.removeLayer(NAME);
      map.removeSource(NAME);
    });
  }));
}
