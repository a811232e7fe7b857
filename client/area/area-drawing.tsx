/** Drawing the area with the shared pen: the first finished shape becomes the question; Escape drops what was begun. */
import { useEffect, useState } from 'react';
import { createDrawingStore, type DrawingStore, useDrawing } from '../draw/drawing-store.ts';
import type { Kind, Shape as Drawn } from '../draw/drawing.ts';
import { DrawingOverlay } from '../draw/drawing-overlay.tsx';
import { distanceM } from '../draw/geodesic.ts';
import { useMap } from '../map/map-store.ts';
import { MAX_RADIUS_M, type Shape } from './area-address.ts';
import type { DrawnKind } from './drawn-kind.ts';
import { askIn } from './use-question.ts';

const KIND_OF: Readonly<Record<DrawnKind, Kind>> = { box: 'rectangle', poly: 'polygon', circle: 'circle' };

/** Null for a shape without extent. */
export function shapeOf({ kind, vertices }: Pick<Drawn, 'kind' | 'vertices'>): Shape | null {
  const [first, second] = vertices;
  if (kind === 'polygon') return vertices.length >= 3 ? { kind: 'poly', ring: vertices } : null;
  if (!first || !second) return null;
  if (kind === 'circle') {
    const radiusM = Math.min(MAX_RADIUS_M, distanceM(first, second));
    return radiusM >= 0.1 ? { kind: 'circle', center: first, radiusM } : null;
  }
  const box = [Math.min(first[0], second[0]), Math.min(first[1], second[1]), Math.max(first[0], second[0]), Math.max(first[1], second[1])] as const;
  return kind === 'rectangle' && box[0] < box[2] && box[1] < box[3] ? { kind: 'box', box } : null;
}

/** Escape means "no" here, where it means "done" to the tools that keep what they draw. */
function createAreaStore(): DrawingStore {
  const store = createDrawingStore();
  return { ...store, act: (action) => store.act(action.do === 'finish' ? { do: 'clear' } : action) };
}

interface Props {
  readonly kind: DrawnKind;
  readonly onDone: () => void;
}

export function AreaDrawing({ kind, onDone }: Props) {
  const [store] = useState(createAreaStore);
  const { shapes } = useDrawing(store);
  const map = useMap();
  // The keyboard draws as well: Enter places a point in the middle of the map.
  useEffect(() => map?.getCanvas().focus({ preventScroll: true }), [map, kind]);
  useEffect(() => {
    const [drawn] = shapes;
    if (!drawn) return;
    const shape = shapeOf(drawn);
    store.act({ do: 'clear' });
    if (!shape) return;
    askIn(shape);
    onDone();
  }, [shapes, store, onDone]);
  return <DrawingOverlay id="area-drawing" store={store} kind={KIND_OF[kind]} onLeave={onDone} />;
}
