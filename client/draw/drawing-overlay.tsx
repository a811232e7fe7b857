/** A drawing on the map, with the pen in hand: shapes, vertices, the part that is still to be placed, and labels that a tool gives. */
import type { Feature, FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';
import styles from './draw.module.css';
import { draw, type Kind, type Position, type Shape, verticesOf } from './drawing.ts';
import { type DrawingStore, useDrawing } from './drawing-store.ts';
import { geometryOf } from './geometry.ts';
import { middlesOf, type PenOptions, usePen } from './use-pen.ts';

/** A word on the map; `strong` for totals. */
export interface MapLabel {
  readonly at: Position;
  readonly text: string;
  readonly strong?: boolean;
}

interface Props extends PenOptions {
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
      { type: 'circle', filter: role('middle'), paint: { 'circle-radius': 3, 'circle-color': accent, 'circle-opacity': 0.65, 'circle-stroke-color': halo, 'circle-stroke-width': 1.2 } },
      { type: 'circle', filter: role('vertex'), paint: { 'circle-radius': 4.5, 'circle-color': halo, 'circle-stroke-color': accent, 'circle-stroke-width': 2.2 } },
      { type: 'circle', filter: role('corner'), paint: { 'circle-radius': 8.5, 'circle-opacity': 0, 'circle-stroke-color': accent, 'circle-stroke-width': 2.6 } },
      { type: 'circle', filter: role('edge'), paint: { 'circle-radius': 6.5, 'circle-opacity': 0, 'circle-stroke-color': accent, 'circle-stroke-width': 1.4 } },
      { type: 'symbol', filter: role('label'), layout: { ...label, 'text-font': ['Inter'] }, paint: ink },
      { type: 'symbol', filter: role('total'), layout: { ...label, 'text-font': ['Inter Bold'], 'text-size': 13.5, 'text-allow-overlap': true }, paint: { ...ink, 'text-halo-width': 2.6 } },
    ] as const;
  }, [accent, halo, text, id]);
}

export function DrawingOverlay({ id, store, kind, onLeave, labels, snap, edit }: Props) {
  const drawing = useDrawing(store);
  const { shapes, current } = drawing;
  const { tip, byKeys, dragged, snapped } = usePen(store, kind, onLeave, { snap, edit });
  const layers = useLayers();
  const data = useMemo<FeatureCollection | null>(() => {
    const placed = dragged ? draw(drawing, dragged).shapes : shapes;
    const ahead = current && tip ? { ...current, vertices: [...current.vertices, tip] } : current;
    const vertices = [...placed, ...(current ? [current] : [])].flatMap((shape) => verticesOf(shape).map((at) => feature(point(at), { role: 'vertex' })));
    const middles = edit && !current && !dragged ? middlesOf({ shapes: placed }).map(({ at }) => feature(point(at), { role: 'middle' })) : [];
    const target = dragged && 'to' in dragged ? dragged.to : dragged && 'at' in dragged ? dragged.at : tip;
    const marks = snapped && target ? [feature(point(target), { role: snapped })] : [];
    const words = [...placed, ...(ahead ? [ahead] : [])].flatMap((shape) => (labels?.(shape) ?? []).map(({ at, text, strong }) => feature(point(at), { role: strong ? 'total' : 'label', label: text })));
    const drawn = placed.filter(({ kind: one }) => one !== 'point').map((shape) => feature(geometryOf(shape), { role: 'shape' }));
    const inHand = ahead ? [feature(geometryOf(ahead), { role: 'shape' }), ...(tip ? [feature({ type: 'LineString', coordinates: [[...current!.vertices.at(-1)!], [...tip]] }, { role: 'next' })] : [])] : [];
    const features = [...drawn, ...inHand, ...middles, ...vertices, ...marks, ...words];
    return features.length > 0 || kind || edit ? { type: 'FeatureCollection', features } : null;
  }, [drawing, shapes, current, tip, dragged, snapped, labels, kind, edit]);
  useOverlay(id, data, layers);
  return byKeys && kind ? <div className={styles.cross} aria-hidden /> : null;
}
