/** A drawing that rooms share with the map: read by hooks, changed by actions. Each tool keeps one, so that closing its sheet loses nothing. */
import { useSyncExternalStore } from 'react';
import { type Action, draw, type Drawing, drawingOf, type Shape } from './drawing.ts';

export interface DrawingStore {
  drawing(): Drawing;
  act(action: Action): void;
  /** Replaces everything, history included: a link was opened. */
  open(shapes: readonly Omit<Shape, 'id'>[]): void;
  subscribe(listener: () => void): () => void;
}

/** @example const store = createDrawingStore(); store.act({ do: 'add', kind: 'line', at: [19.93, 50.06] }); */
export function createDrawingStore(shapes: readonly Omit<Shape, 'id'>[] = []): DrawingStore {
  let drawing = drawingOf(shapes);
  const listeners = new Set<() => void>();
  const set = (next: Drawing) => {
    if (next === drawing) return;
    drawing = next;
    for (const listener of listeners) listener();
  };
  return {
    drawing: () => drawing,
    act: (action) => set(draw(drawing, action)),
    open: (opened) => set(drawingOf(opened)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The drawing now; renders again when it changes. */
export const useDrawing = (store: DrawingStore): Drawing => useSyncExternalStore(store.subscribe, store.drawing);
