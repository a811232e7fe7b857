/** Draws the allowed envelope and its neighbours on the map, in the colours of the palette in force. */
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { Capacity } from '../../domain/contract/investment/capacity.ts';
import { useFormats } from '../i18n/language.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';

/** What the map and its legend share. */
export function useEnvelopeColours() {
  const { accent, halo, text, textSoft, tones, id } = usePalette();
  return { subject: accent, neighbour: id === 'contrast' ? textSoft : tones.neutral.ink, unset: id === 'contrast' ? text : tones.neutral.ink, halo, text };
}

export function EnvelopeOverlay({ capacity: { envelope, neighbours, pieces } }: { readonly capacity: Capacity }) {
  const { subject, neighbour, unset, halo, text } = useEnvelopeColours();
  const { number } = useFormats();
  const data = useMemo<FeatureCollection>(() => {
    const strips = new Set(pieces.flatMap(({ zone, overlap }) => (zone && overlap === 'edge' ? [zone.key] : [])));
    const own = envelope.features.filter(({ properties: { zone, height } }) => height !== null || !strips.has(zone ?? ''));
    return {
      type: 'FeatureCollection',
      features: [
        ...[...neighbours.features, ...own].map(({ geometry, properties: { kind, height } }) => ({ type: 'Feature', geometry, properties: { kind, set: height !== null, height: height ?? 0 } })),
        // A figure once: a polygon would carry it in each of its tiles.
        ...own.flatMap(({ properties: { zone, height, middle } }) => (height === null || strips.has(zone ?? '') ? [] : [{ type: 'Feature', geometry: { type: 'Point', coordinates: middle }, properties: { kind: 'figure', set: true, label: `${number(height, 1)}\u202fm` } }])),
      ] as FeatureCollection['features'],
    };
  }, [envelope, neighbours, pieces, number]);
  const layers = useMemo(() => {
    const kind = (name: string) => ['==', ['get', 'kind'], name];
    const high = (name: string) => ['all', kind(name), ['get', 'set']];
    const flat = ['!', ['get', 'set']];
    return [
      { type: 'fill', filter: flat, paint: { 'fill-color': unset, 'fill-opacity': 0.08 } },
      { type: 'line', filter: flat, paint: { 'line-color': unset, 'line-width': 1.2, 'line-dasharray': [3, 2] } },
      { type: 'line', filter: kind('subject'), paint: { 'line-color': subject, 'line-width': 3 } },
      { type: 'fill-extrusion', filter: high('neighbour'), paint: { 'fill-extrusion-color': neighbour, 'fill-extrusion-height': ['get', 'height'], 'fill-extrusion-opacity': 0.45 } },
      { type: 'fill-extrusion', filter: high('subject'), paint: { 'fill-extrusion-color': subject, 'fill-extrusion-height': ['get', 'height'], 'fill-extrusion-opacity': 0.75 } },
      { type: 'symbol', filter: kind('figure'), layout: { 'text-field': ['get', 'label'], 'text-font': ['Inter Bold'], 'text-size': 14, 'text-allow-overlap': true }, paint: { 'text-color': text, 'text-halo-color': halo, 'text-halo-width': 2.2 } },
    ] as const;
  }, [subject, neighbour, unset, halo, text]);
  useOverlay('envelope', data, layers);
  return null;
}
