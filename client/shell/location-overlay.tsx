/** Where the reader is, with the circle of the position's accuracy. */
import circle from '@turf/circle';
import { useMemo } from 'react';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';

export interface Place {
  readonly lon: number;
  readonly lat: number;
  readonly accuracyM: number;
}

export function LocationOverlay({ place }: { readonly place: Place | null }) {
  const { accent, halo } = usePalette();
  const data = useMemo(() => place && {
    type: 'FeatureCollection' as const,
    features: [
      circle([place.lon, place.lat], Math.max(place.accuracyM, 5), { units: 'meters' }),
      { type: 'Feature' as const, properties: {}, geometry: { type: 'Point' as const, coordinates: [place.lon, place.lat] } },
    ],
  }, [place]);
  const layers = useMemo(() => [
    { type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': accent, 'fill-opacity': 0.12 } },
    { type: 'circle', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 7, 'circle-color': accent, 'circle-stroke-color': halo, 'circle-stroke-width': 2.5 } },
  ] as const, [accent, halo]);
  useOverlay('location', data, layers);
  return null;
}
