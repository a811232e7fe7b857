/** The open object on the map: its own geometry, outlined above everything, at every zoom and also when its layer is off. */
import { useMemo } from 'react';
import { LOOKS } from '../../domain/style/looks.ts';
import { useFeature } from '../api/features.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';
import { useOpenObject } from './use-selection.ts';

export function SelectionOverlay() {
  const { accent, halo } = usePalette();
  const object = useOpenObject();
  const { data } = useFeature(object);
  // What holds other objects is outlined only: their colours are read inside of it.
  const strength = object && LOOKS[object.layer]?.frame ? 0 : 0.14;
  const layers = useMemo(() => [
    { type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': accent, 'fill-opacity': strength } },
    { type: 'line', layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': halo, 'line-width': 6, 'line-opacity': 0.75 } },
    { type: 'line', layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': accent, 'line-width': 2.6 } },
    { type: 'circle', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 9, 'circle-color': accent, 'circle-opacity': 0.25, 'circle-stroke-color': accent, 'circle-stroke-width': 2.6 } },
  ] as const, [accent, halo, strength]);
  useOverlay('selection', data?.geometry ? data : null, layers);
  return null;
}
