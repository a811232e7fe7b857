/** What fits, on the map: all of it outlined by its ids, the list as dots from afar, and the piece that the reader points at. */
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { FoundLand, LandSearch } from '../../domain/contract/investment/search.ts';
import type { Place } from '../../domain/investment/need.ts';
import { useFeature } from '../api/features.ts';
import { useMarked } from '../map/use-marked.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';

/** From afar lines are thin: sites are small there. */
const growing = (far: number, near: number) => [[11, far], [14.5, near]];

interface Props {
  readonly ids: LandSearch['ids'];
  readonly items: readonly FoundLand[];
  readonly pointed: FoundLand | null;
  readonly place: Place | null;
}

export function LandOverlay({ ids, items, pointed, place }: Props) {
  const { accent, halo } = usePalette();
  // Offered land stands out: filled and with a full line; parcels nobody has offered are dashed.
  const sites = useMemo(() => [
    { type: 'fill', paint: { 'fill-color': accent, 'fill-opacity': 0.2 } },
    { type: 'line', paint: { 'line-color': halo, 'line-width': growing(1.5, 5), 'line-opacity': 0.7 } },
    { type: 'line', paint: { 'line-color': accent, 'line-width': growing(1, 2.4) } },
  ] as const, [accent, halo]);
  const parcels = useMemo(() => [
    { type: 'fill', paint: { 'fill-color': accent, 'fill-opacity': 0.1 } },
    { type: 'line', paint: { 'line-color': accent, 'line-width': 1.6, 'line-dasharray': [3, 1.5] } },
  ] as const, [accent]);
  useMarked('land-parcels', 'municipal-parcels', ids.parcel, parcels);
  useMarked('land-sites', 'investment-sites', ids.site, sites);

  const dots = useMemo<FeatureCollection>(() => ({ type: 'FeatureCollection', features: items.map(({ kind, point }) => ({ type: 'Feature', properties: { kind }, geometry: { type: 'Point', coordinates: [...point] } })) }), [items]);
  const dotLayers = useMemo(() => [
    { type: 'circle', maxzoom: 14.5, filter: ['==', ['get', 'kind'], 'parcel'], paint: { 'circle-radius': 4, 'circle-color': halo, 'circle-stroke-color': accent, 'circle-stroke-width': 2 } },
    { type: 'circle', maxzoom: 14.5, filter: ['==', ['get', 'kind'], 'site'], paint: { 'circle-radius': 5, 'circle-color': accent, 'circle-stroke-color': halo, 'circle-stroke-width': 1.5 } },
  ] as const, [accent, halo]);
  useOverlay('land-list', dots, dotLayers);

  const drawn = useMemo(() => place && { type: 'Feature' as const, properties: {}, geometry: place.geometry as GeoJSON.Geometry }, [place]);
  const placeLayers = useMemo(() => [{ type: 'line', paint: { 'line-color': halo, 'line-width': 5, 'line-opacity': 0.7 } }, { type: 'line', paint: { 'line-color': accent, 'line-width': 2, 'line-dasharray': [3, 1.5] } }] as const, [accent, halo]);
  useOverlay('land-place', drawn, placeLayers);

  const { data: object } = useFeature(pointed && { layer: pointed.layer, id: pointed.id });
  const marks = useMemo(() => [{ type: 'fill', paint: { 'fill-color': accent, 'fill-opacity': 0.3 } }, { type: 'line', paint: { 'line-color': accent, 'line-width': 3.5 } }] as const, [accent]);
  useOverlay('land-pointed', pointed && object ? object : null, marks);
  const ring = useMemo(() => pointed && { type: 'Feature' as const, properties: {}, geometry: { type: 'Point' as const, coordinates: [...pointed.point] } }, [pointed]);
  const rings = useMemo(() => [{ type: 'circle', maxzoom: 15, paint: { 'circle-radius': 11, 'circle-color': accent, 'circle-opacity': 0.25, 'circle-stroke-color': accent, 'circle-stroke-width': 2.5 } }] as const, [accent]);
  useOverlay('land-pointed-ring', ring, rings);
  return null;
}
