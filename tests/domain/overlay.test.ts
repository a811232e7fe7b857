/** What rooms draw above the map is what the map can draw. */
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { overlayPaint } from '../../domain/style/overlay.ts';

const faultsOf = (type: string, paint: Readonly<Record<string, unknown>>): string[] => validateStyleMin({
  version: 8, sources: { here: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } }, layers: [{ id: 'one', source: 'here', type, paint: overlayPaint(type, paint) }],
} as never).map(({ message }) => message);

describe('the paint of an overlay', () => {
  it.each<[string, Record<string, unknown>]>([
    ['fill', { 'fill-color': '#0b4ea2', 'fill-opacity': 0.2 }], ['line', { 'line-color': '#0b4ea2', 'line-width': 2.4 }], ['line', { 'line-color': '#0b4ea2', 'line-width': 1.6, 'line-dasharray': [3, 1.5] }],
    ['line', { 'line-color': '#0b4ea2', 'line-width': [[11, 1], [14.5, 2.4]] }], ['circle', { 'circle-radius': 4, 'circle-color': '#0b4ea2' }], ['fill-extrusion', { 'fill-extrusion-color': '#0b4ea2', 'fill-extrusion-height': ['get', 'height'] }],
  ])('of a %s can be drawn: %j', (type, paint) => { expect(faultsOf(type, paint)).toEqual([]); });

  it('does not pass what the map refuses', () => {
    expect(faultsOf('line', { 'line-color': '#0b4ea2', 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 1, 14, 2] })).not.toEqual([]);
  });
});
