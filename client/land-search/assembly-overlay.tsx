/** Assemblies on the map: what was found as quiet outlines, the one that is pointed at filled. The chosen one draws itself. */
import type { Feature, FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { Assembly } from '../../domain/contract/investment/assemblies.ts';
import { useMarked } from '../map/use-marked.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';

const NONE: readonly number[] = [];

export function AssemblyOverlay({ found, pointed }: { readonly found: readonly Assembly[]; readonly pointed: Assembly | null }) {
  const { accent, halo } = usePalette();
  const ids = useMemo(() => [...new Set(found.flatMap((one) => one.ids))], [found]);
  const quiet = useMemo(() => [{ type: 'fill', paint: { 'fill-color': accent, 'fill-opacity': 0.08 } }, { type: 'line', paint: { 'line-color': accent, 'line-width': 1.4, 'line-dasharray': [3, 1.5] } }] as const, [accent]);
  const strong = useMemo(() => [{ type: 'fill', paint: { 'fill-color': accent, 'fill-opacity': 0.18 } }, { type: 'line', paint: { 'line-color': accent, 'line-width': 3 } }] as const, [accent]);
  useMarked('land-assemblies', 'municipal-parcels', ids, quiet);
  useMarked('land-assembly-pointed', 'municipal-parcels', pointed?.ids ?? NONE, strong);
  // From afar parcels are no shapes yet: a dot where each is.
  const dots = useMemo<FeatureCollection>(() => ({ type: 'FeatureCollection', features: found.map(({ bbox: [west, south, east, north] }): Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] } })) }), [found]);
  const layers = useMemo(() => [{ type: 'circle', maxzoom: 14, paint: { 'circle-radius': 5, 'circle-color': accent, 'circle-stroke-color': halo, 'circle-stroke-width': 1.5 } }] as const, [accent, halo]);
  useOverlay('land-assembly-dots', found.length > 0 ? dots : null, layers);
  return null;
}
