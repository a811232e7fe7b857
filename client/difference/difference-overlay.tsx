/** The changed pieces on the map: outlined and hatched by kind of change, the pointed one stronger; pointing at one points at its row. */
import type { FeatureCollection } from 'geojson';
import { useEffect, useMemo } from 'react';
import type { DifferenceChange } from '../../domain/contract/difference.ts';
import { patternImageId } from '../../domain/style/patterns.ts';
import { useMap } from '../map/map-store.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';

const TONE = 'boundary-strong';
const PATTERN_OF = { use: 'cross-hatch', parameters: 'hatch', plan: 'dots' } as const satisfies Record<DifferenceChange['kind'], string>;
const KINDS = Object.keys(PATTERN_OF) as DifferenceChange['kind'][];
/** The layer of the style that is asked what the pointer is over: a fill without colour, beneath the hatches. */
const ASKED = 'overlay-difference:0';

const featureOf = ({ kind, geometry }: DifferenceChange, at: number): FeatureCollection['features'][number] =>
  ({ type: 'Feature', geometry: geometry as FeatureCollection['features'][number]['geometry'], properties: { at, kind } });

interface Props {
  readonly changes: readonly DifferenceChange[];
  readonly pointed: number | null;
  readonly onPoint: (at: number | null) => void;
}

export function DifferenceOverlay({ changes, pointed, onPoint }: Props) {
  const palette = usePalette();
  const map = useMap();
  const { ink } = palette.tones[TONE];
  const data = useMemo<FeatureCollection>(() => ({ type: 'FeatureCollection', features: changes.map(featureOf) }), [changes]);
  const layers = useMemo(() => [
    { type: 'fill' as const, paint: { 'fill-color': ink, 'fill-opacity': 0.06 } },
    ...KINDS.map((kind) => ({ type: 'fill' as const, filter: ['==', ['get', 'kind'], kind], paint: { 'fill-color': ink, 'fill-pattern': patternImageId(palette, PATTERN_OF[kind], TONE, 'wide', true) } })),
    { type: 'line' as const, paint: { 'line-color': palette.halo, 'line-width': 4.5, 'line-opacity': 0.8 } },
    { type: 'line' as const, paint: { 'line-color': palette.text, 'line-width': 2, 'line-dasharray': [4, 1.5] } },
  ], [palette, ink]);
  useOverlay('difference', changes.length > 0 ? data : null, layers);
  const one = useMemo<FeatureCollection | null>(() => {
    const change = pointed === null ? undefined : changes[pointed];
    return change ? { type: 'FeatureCollection', features: [featureOf(change, pointed!)] } : null;
  }, [changes, pointed]);
  const marks = useMemo(() => [
    { type: 'fill' as const, paint: { 'fill-color': palette.accent, 'fill-opacity': 0.25 } },
    { type: 'line' as const, paint: { 'line-color': palette.halo, 'line-width': 7, 'line-opacity': 0.8 } },
    { type: 'line' as const, paint: { 'line-color': palette.accent, 'line-width': 3.5 } },
  ], [palette]);
  useOverlay('difference-pointed', one, marks);
  useEffect(() => {
    if (!map) return;
    const over = ({ features }: { features?: readonly { readonly properties: Readonly<Record<string, unknown>> }[] }) => {
      const at = features?.[0]?.properties['at'];
      if (typeof at === 'number') onPoint(at);
    };
    const out = () => onPoint(null);
    map.on('mousemove', ASKED, over);
    map.on('mouseleave', ASKED, out);
    return () => {
      map.off('mousemove', ASKED, over);
      map.off('mouseleave', ASKED, out);
    };
  }, [map, onPoint]);
  return null;
}
