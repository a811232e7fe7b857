/** A drawing on the map, with the pen in hand: shapes, vertices, the part that is still to be placed, and labels that a tool gives. */
import type { Feature, FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';
import styles from './draw.module.css';
import type { Kind, Position, Shape } from './drawing.ts';
import { type DrawingStore, useDrawing } from './drawing-store.ts';
import { geometryOf } from './geometry.ts';
import { usePen } from './use-pen.ts';

/** A word on the map; `strong` for totals. */
export interface MapLabel {
  readonly at: Position;
  readonly text: string;
  readonly strong?: boolean;
}

interface Props {
  /** Name of the overlay on the map. */
  readonly id: string;
  readonly store: DrawingStore;
  /** What the pen draws; null: nothing is drawn, shapes are only shown. */
  readonly kind: Kind | null;
  /** Escape with nothing in hand. */
  readonly onLeave: () => void;
  /** Labels of a shape, also of the one in hand as it would be with the next vertex. */
  readonly labels?: ((shape: Shape) => readonly MapLabel[]) | undefined;
}

const feature = (geometry: Feature['geometry'], properties: Feature['properties']): Feature => ({ type: 'Feature', geometry, properties });
const point = ([lon, lat]: Position) => ({ type: 'Point' as const, coordinates: [lon, lat] });

function useLayers() {
  const { accent, halo, text, id } = usePalette();
  return useMemo(() => {
    const role = (name: string) => ['==', ['get', 'role'], name];
    const round = { 'line-join': 'round', 'line-cap': 'round' };
    const label = { 'text-field': ['get', 'label'], 'text-size': 12.5, 'text-allow-overlap': false, 'text-padding': 3, 'text-anchor': 'center' };
    const ink = { 'text-color': text, 'text-halo-color': id === 'dark' ? halo : '#ffffff', 'text-halo-width': 2.2 };
    return [
      { type: 'fill', filter: ['all', role('shape'), ['==', ['geometry-type'], 'Polygon']], paint: { 'fill-color': accent, 'fill-opacity': 0.13 } },
      { type: 'line', filter: role('shape'), layout: round, paint: { 'line-color': halo, 'line-width': 6, 'line-opacity': 0.8 } },
      { type: 'line', filter: role('shape'), layout: round, paint: { 'line-color': accent, 'line-width': 2.6 } },
      { type: 'line', filter: role('next'), layout: round, paint: { 'line-color': accent, 'line-width': 2.2, 'line-dasharray': [1.5, 1.8] } },
      { type: 'circle', filter: role('vertex'), paint: { 'circle-radius': 4.5, 'circle-color': halo, 'circle-stroke-color': accent, 'circle-stroke-width': 2.2 } },
      { type: 'symbol', filter: role('label'), layout: { ...label, 'text-font': ['Inter'] }, paint: ink },
      { type: 'symbol', filter: role('total'), layout: { ...label, 'text-font': ['Inter Bold'], 'text-size': 13.5, 'text-allow-overlap': true }, paint: { ...ink, 'text-halo-width': 2.6 } },
    ] as const;
  }, [accent, halo, text, id]);
}

export function DrawingOverlay({ id, store, kind, onLeave, labels }: Props) {
  const { shapes, current } = useDrawing(store);
  const { tip, byKeys, dragged } = usePen(store, kind, onLeave);
  const layers = useLayers();
  const data = useMemo<FeatureCollection | null>(() => {
    const placed = shapes.map((shape) => (dragged?.id === shape.id ? { ...shape, vertices: shape.vertices.map((at, vertex) => (vertex === dragged.vertex ? dragged.to : at)) } : shape));
    const ahead = current && tip ? { ...current, vertices: [...current.vertices, tip] } : current;
    const vertices = [...placed, ...(current ? [current] : [])].flatMap((shape) => shape.vertices.map((at) => feature(point(at), { role: 'vertex' })));
    const words = [...placed, ...(ahead ? [ahead] : [])].flatMap((shape) => (labels?.(shape) ?? []).map(({ at, text, strong }) => feature(point(at), { role: strong ? 'total' : 'label', label: text })));
    const drawn = placed.filter(({ kind: one }) => one !== 'point').map((shape) => feature(geometryOf(shape), { role: 'shape' }));
    const inHand = ahead ? [feature(geometryOf(ahead), { role: 'shape' }), ...(tip ? [feature({ type: 'LineString', coordinates: [[...current!.vertices.at(-1)!], [...tip]] }, { role: 'next' })] : [])] : [];
    const features = [...drawn, ...inHand, ...vertices, ...words];
    return features.length > 0 || kind ? { type: 'FeatureCollection', features } : null;
  }, [shapes, current, tip, dragged, labels, kind]);
  useOverlay(id, data, layers);
  return byKeys && kind ? <div className={styles.cross} aria-hidden /> : null;
}
