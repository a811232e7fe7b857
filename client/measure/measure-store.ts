/** The measurements of this page and what is measured next; they stay when the sheet is closed, and the address follows them. */
import { useEffect, useSyncExternalStore } from 'react';
import type { Kind } from '../draw/drawing.ts';
import { createDrawingStore, useDrawing } from '../draw/drawing-store.ts';
import { navigate, urlState, useUrl } from '../url/use-url.ts';
import { parseMeasure, printMeasure } from './measure-address.ts';

export const measurements = createDrawingStore(parseMeasure(urlState().measure));

let kind: Kind = 'line';
const listeners = new Set<() => void>();

export function chooseKind(next: Kind): void {
  measurements.act({ do: 'finish' });
  kind = next;
  for (const listener of listeners) listener();
}

/** What is drawn next. */
export const useKind = (): Kind => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}, () => kind);

/** Keeps address and measurements the same, whichever changes; what does not fit into an address stays as it was there. */
export function useMeasureAddress(): void {
  const { shapes } = useDrawing(measurements);
  const { measure } = useUrl();
  useEffect(() => {
    const text = printMeasure(shapes);
    if (text !== 'too-long' && text !== urlState().measure) navigate({ measure: text }, { replace: true });
  }, [shapes]);
  useEffect(() => {
    // Back, forward or a link opened in place.
    const text = printMeasure(measurements.drawing().shapes);
    if (measure !== text && text !== 'too-long') measurements.open(parseMeasure(measure));
  }, [measure]);
}
