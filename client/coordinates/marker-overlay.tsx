/** The marked place on the map: a ring with its centre free, so that what is there stays visible. */
import { useMemo } from 'react';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';
import { placeOf, useMarkedPlace } from './marked-place.ts';

export function MarkerOverlay() {
  const { accent, halo } = usePalette();
  const at = useMarkedPlace();
  const data = useMemo(() => {
    const place = placeOf(at);
    return place && { type: 'Feature' as const, properties: {}, geometry: { type: 'Point' as const, coordinates: [...place] } };
  }, [at]);
  const layers = useMemo(() => [
    { type: 'circle', paint: { 'circle-radius': 13, 'circle-color': 'transparent', 'circle-stroke-color': halo, 'circle-stroke-width': 6 } },
    { type: 'circle', paint: { 'circle-radius': 13, 'circle-color': 'transparent', 'circle-stroke-color': accent, 'circle-stroke-width': 3 } },
    { type: 'circle', paint: { 'circle-radius': 2.5, 'circle-color': accent, 'circle-stroke-color': halo, 'circle-stroke-width': 1.5 } },
  ] as const, [accent, halo]);
  useOverlay('marker', data, layers);
  return null;
}
