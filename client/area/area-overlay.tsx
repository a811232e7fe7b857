/** The area and what was found in it, on the map; the object whose entry has the pointer or the focus is outlined whole. */
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { AreaAnswer, AreaHit } from '../../domain/contract/area.ts';
import { useFeature } from '../api/features.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';
import { type Box, isMarked } from './area-marks.ts';
import type { Pointed } from './area-results.tsx';

interface Props {
  readonly answer: AreaAnswer;
  readonly box: Box;
  /** All hits that the list shows, by layer; before it says so, the first page. */
  readonly loaded: Readonly<Record<string, readonly AreaHit[]>>;
  readonly pointed: Pointed | null;
}

export function AreaOverlay({ answer, box, loaded, pointed }: Props) {
  const { accent, halo } = usePalette();
  const data = useMemo<FeatureCollection>(() => ({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: answer.area, properties: {} },
      ...answer.layers.flatMap(({ layer, hits }) => (loaded[layer] ?? hits).filter((hit) => isMarked(hit, box)).map(({ id, point }) => ({ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: point }, properties: { id } }))),
    ],
  }), [answer, box, loaded]);
  const layers = useMemo(() => [
    { type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': accent, 'fill-opacity': 0.07 } },
    { type: 'line', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'line-color': halo, 'line-width': 5, 'line-opacity': 0.7 } },
    { type: 'line', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'line-color': accent, 'line-width': 2, 'line-dasharray': [3, 1.5] } },
    { type: 'circle', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 4.5, 'circle-color': accent, 'circle-stroke-color': halo, 'circle-stroke-width': 1.5 } },
  ] as const, [accent, halo]);
  useOverlay('area', data, layers);
  const { data: object } = useFeature(pointed && { layer: pointed.layer, key: pointed.hit.key });
  const marks = useMemo(() => [
    { type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': accent, 'fill-opacity': 0.22 } },
    { type: 'line', paint: { 'line-color': accent, 'line-width': 2.5 } },
    { type: 'circle', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 10, 'circle-color': accent, 'circle-opacity': 0.35, 'circle-stroke-color': accent, 'circle-stroke-width': 2.5 } },
  ] as const, [accent]);
  useOverlay('area-pointed', pointed && object ? object : null, marks);
  return null;
}
