/** A draft on the map as the public map paints zones, with its boundary marked as not public; the chosen zone and a finding stand out, a click chooses. */
import type { Feature, FeatureCollection } from 'geojson';
import { useEffect, useMemo, useRef } from 'react';
import type { Finding, ProcedureContent } from '../../domain/contract/office/procedure.ts';
import { zones as layer } from '../../domain/layers/zones.ts';
import { areaLook } from '../../domain/style/area-look.ts';
import { byClass, drawnClasses } from '../../domain/style/symbol-classes.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { addPicker, useMap } from '../map/map-store.ts';
import { type OverlayLayer, useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';
import { useUrl } from '../url/use-url.ts';
import type { EditZone } from './draft-zones.ts';

const TEXTS = defineTexts({ pl: { mark: 'PROJEKT – NIEPUBLICZNY' }, en: { mark: 'DRAFT – NOT PUBLIC' } });
const CLEAR = 'rgba(0,0,0,0)';

interface Props {
  readonly zones: readonly EditZone[];
  readonly boundary: ProcedureContent['boundary'];
  /** From the public: its boundary says so. */
  readonly hidden: boolean;
  /** 0–1. */
  readonly strength: number;
  readonly chosen: number | null;
  readonly finding: Finding | null;
  readonly onChoose: (id: number) => void;
}

const role = (name: string) => ['==', ['get', 'role'], name];

function useLayers(strength: number): readonly OverlayLayer[] {
  const palette = usePalette();
  const { zones: mode } = useUrl();
  return useMemo(() => {
    const classes = drawnClasses(layer, palette, mode);
    const { fill, pattern } = areaLook(layer, palette, 1);
    const patterned = classes.filter(({ image }) => image !== null);
    const bad = palette.id === 'dark' ? '#ff9d97' : '#a4262c';
    const ink = palette.id === 'dark' ? palette.halo : '#ffffff';
    return [
      { type: 'fill', filter: role('zone'), paint: { 'fill-color': byClass(layer, classes, (drawn) => (drawn.pattern === 'none' || drawn.pattern === 'dash' ? CLEAR : drawn.colours.fill)), 'fill-opacity': fill[0]![1] * strength } },
      { type: 'fill', filter: ['all', role('zone'), ['in', ['get', 'zone_class'], ['literal', patterned.map(({ value }) => value)]]], paint: { 'fill-color': CLEAR, 'fill-pattern': byClass(layer, classes, ({ image }) => image ?? patterned[0]!.image!), 'fill-opacity': pattern.at(-1)![1] * strength } },
      { type: 'line', filter: role('zone'), layout: { 'line-join': 'round' }, paint: { 'line-color': palette.text, 'line-width': 1.4, 'line-dasharray': [3, 1.4], 'line-opacity': Math.max(0.25, strength) } },
      { type: 'line', filter: role('boundary'), layout: { 'line-join': 'round' }, paint: { 'line-color': palette.halo, 'line-width': 6, 'line-opacity': 0.8 } },
      { type: 'line', filter: role('boundary'), layout: { 'line-join': 'round' }, paint: { 'line-color': palette.accent, 'line-width': 3, 'line-dasharray': [4, 1.6] } },
      { type: 'line', filter: role('chosen'), layout: { 'line-join': 'round' }, paint: { 'line-color': palette.halo, 'line-width': 7 } },
      { type: 'line', filter: role('chosen'), layout: { 'line-join': 'round' }, paint: { 'line-color': palette.accent, 'line-width': 3.6 } },
      { type: 'fill', filter: ['all', role('finding'), ['==', ['geometry-type'], 'Polygon']], paint: { 'fill-color': bad, 'fill-opacity': 0.45 } },
      { type: 'line', filter: role('finding'), layout: { 'line-join': 'round' }, paint: { 'line-color': bad, 'line-width': 4 } },
      { type: 'circle', filter: ['all', role('finding'), ['==', ['geometry-type'], 'Point']], paint: { 'circle-radius': 9, 'circle-opacity': 0, 'circle-stroke-color': bad, 'circle-stroke-width': 3.5 } },
      { type: 'symbol', filter: role('zone'), layout: { 'text-field': ['get', 'symbol'], 'text-font': ['Inter SemiBold'], 'text-size': 12.5, 'text-padding': 4 }, paint: { 'text-color': palette.text, 'text-halo-color': ink, 'text-halo-width': 1.8, 'text-opacity': Math.max(0.25, strength) } },
      { type: 'symbol', filter: role('boundary'), layout: { 'text-field': ['get', 'mark'], 'symbol-placement': 'line', 'symbol-spacing': 260, 'text-font': ['Inter Bold'], 'text-size': 12, 'text-offset': [0, 1] }, paint: { 'text-color': palette.accent, 'text-halo-color': ink, 'text-halo-width': 2.2 } },
    ];
  }, [palette, mode, strength]);
}

/** The box of a finding that has no shape of its own. */
const shapeOf = ({ geometry, bbox }: Finding): GeoJSON.Geometry | null => {
  if (geometry) return geometry as GeoJSON.Geometry;
  if (!bbox) return null;
  const [west, south, east, north] = bbox;
  return { type: 'LineString', coordinates: [[west, south], [east, south], [east, north], [west, north], [west, south]] };
};

export function DraftOverlay({ zones, boundary, hidden, strength, chosen, finding, onChoose }: Props) {
  const texts = useTexts(TEXTS);
  const map = useMap();
  const layers = useLayers(strength);
  const data = useMemo<FeatureCollection>(() => {
    const feature = (geometry: unknown, properties: Feature['properties']): Feature => ({ type: 'Feature', geometry: geometry as GeoJSON.Geometry, properties });
    const picked = zones.find(({ id }) => id === chosen);
    const mark = finding && shapeOf(finding);
    return {
      type: 'FeatureCollection', features: [
        ...zones.map(({ id, symbol, zoneClass, geometry }) => feature(geometry, { role: 'zone', zone: id, symbol, zone_class: zoneClass })),
        feature(boundary, { role: 'boundary', mark: hidden ? texts.mark : '' }), ...(picked ? [feature(picked.geometry, { role: 'chosen' })] : []), ...(mark ? [feature(mark, { role: 'finding' })] : []),
      ],
    };
  }, [zones, boundary, chosen, finding, hidden, texts.mark]);
  useOverlay('procedure-draft', data, layers);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  useEffect(() => map ? addPicker(({ x, y }) => {
    const drawn = map.getStyle().layers.filter((one) => 'source' in one && one.source === 'overlay-procedure-draft' && one.type === 'fill').map(({ id }) => id);
    const id: unknown = drawn.length > 0 ? map.queryRenderedFeatures([x, y], { layers: drawn }).find(({ properties }) => properties['role'] === 'zone')?.properties['zone'] : undefined;
    if (typeof id === 'number') choose.current(id);
    return typeof id === 'number';
  }) : undefined, [map]);
  return null;
}
