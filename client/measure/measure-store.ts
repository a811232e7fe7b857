/** The measurements of this page and what is measured next; they stay when the sheet is closed, and the address follows them. */
import { useEffect, useSyncExternalStore } from 'react';
import type { Kind } from '../draw/drawing.ts';
import { createDrawingStore } from '../draw/drawing-store.ts';
import { navigate, urlState, useUrl } from '../url/use-url.ts';
import { parseMeasure, printMeasure } from './measure-address.ts';

/** What of the address stands in the drawing. */
let written = urlState().measure;
export const measurements = createDrawingStore(parseMeasure(written));

// At once and not in an effect: two quick steps must not meet an address that is one step behind. What does not fit into it stays out.
measurements.subscribe(() => {
  const text = printMeasure(measurements.drawing().shapes);
  if (text === 'too-long' || text === written) return;
  written = text;
  navigate({ measure: text }, { replace: true });
});

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

/** Draws what the address says after back, forward or a link opened in place. */
export function useMeasureAddress(): void {
  const { measure } = useUrl();
  useEffect(() => {
    const now = urlState().measure;
    if (now === written) return;
    written = now;
    measurements.open(parseMeasure(now));
  }, [measure]);
}
