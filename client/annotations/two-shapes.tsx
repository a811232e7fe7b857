/** Two geometries on the map, told apart by colour and by dashes, with their legend. */
import type { FeatureCollection } from 'geojson';
import { useEffect, useMemo } from 'react';
import type { Geometry } from '../../domain/contract/geojson.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';
import styles from './annotations.module.css';
import { compared } from './compared-store.ts';

/** `first` is dashed, `second` solid. `words`: what they are called. */
export function TwoShapes({ first, second, words }: { readonly first: Geometry | null; readonly second: Geometry | null; readonly words: readonly [string, string] }) {
  const { accent, halo, tones: { reserved: { ink: other } } } = usePalette();
  useEffect(compared, []);
  const data = useMemo<FeatureCollection | null>(() => (first || second
    ? { type: 'FeatureCollection', features: [['first', first], ['second', second]].flatMap(([role, geometry]) => (geometry ? [{ type: 'Feature' as const, properties: { role }, geometry: geometry as GeoJSON.Geometry }] : [])) }
    : null), [first, second]);
  const layers = useMemo(() => {
    const colour = ['match', ['get', 'role'], 'first', other, accent];
    const round = { 'line-join': 'round', 'line-cap': 'round' };
    const lines = ['!=', ['geometry-type'], 'Point'];
    return [
      { type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour, 'fill-opacity': 0.12 } },
      { type: 'line', filter: lines, layout: round, paint: { 'line-color': halo, 'line-width': 6, 'line-opacity': 0.8 } },
      { type: 'line', filter: ['all', lines, ['==', ['get', 'role'], 'second']], layout: round, paint: { 'line-color': accent, 'line-width': 2.8 } },
      { type: 'line', filter: ['all', lines, ['==', ['get', 'role'], 'first']], layout: round, paint: { 'line-color': other, 'line-width': 2.8, 'line-dasharray': [1.6, 1.6] } },
      { type: 'circle', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': ['match', ['get', 'role'], 'first', 10, 6], 'circle-color': colour, 'circle-opacity': ['match', ['get', 'role'], 'first', 0, 1], 'circle-stroke-color': colour, 'circle-stroke-width': 2.6 } },
    ] as const;
  }, [accent, halo, other]);
  useOverlay('annotation-compared', data, layers);
  return <p className={styles.legend}><span><i className={styles.dashed} style={{ borderColor: other }} aria-hidden />{words[0]}</span><span><i style={{ borderColor: accent }} aria-hidden />{words[1]}</span></p>;
}
