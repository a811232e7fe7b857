/** Drawing the area with the shared pen: the first finished shape becomes the condition; Escape drops what was begun. */
import { useEffect, useState } from 'react';
import { createDrawingStore, type DrawingStore, useDrawing } from '../draw/drawing-store.ts';
import { DrawingOverlay } from '../draw/drawing-overlay.tsx';
import { useMap } from '../map/map-store.ts';
import { ringOfBox } from './place.ts';

type Position = readonly [lon: number, lat: number];

/** Escape means "no" here. */
function createPlaceStore(): DrawingStore {
  const store = createDrawingStore();
  return { ...store, act: (action) => store.act(action.do === 'finish' ? { do: 'clear' } : action) };
}

export function PlaceDrawing({ kind, onDrawn, onLeave }: { readonly kind: 'polygon' | 'rectangle'; readonly onDrawn: (ring: readonly Position[]) => void; readonly onLeave: () => void }) {
  const [store] = useState(createPlaceStore);
  const { shapes } = useDrawing(store);
  const map = useMap();
  // The keyboard draws as well: Enter places a point in the middle of the map.
  useEffect(() => map?.getCanvas().focus({ preventScroll: true }), [map, kind]);
  useEffect(() => {
    const vertices = shapes[0]?.vertices ?? [];
    if (vertices.length === 0) return;
    store.act({ do: 'clear' });
    const [first, second] = vertices as readonly [Position, Position];
    const ring = shapes[0]!.kind === 'polygon' ? vertices : ringOfBox([Math.min(first[0], second[0]), Math.min(first[1], second[1]), Math.max(first[0], second[0]), Math.max(first[1], second[1])]);
    onDrawn(ring);
  }, [shapes, store, onDrawn]);
  return <DrawingOverlay id="land-place-drawing" store={store} kind={kind} onLeave={onLeave} />;
}
