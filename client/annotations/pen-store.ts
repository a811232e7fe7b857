/** Which pen is out while an annotation is drawn, and whether it snaps: shared by the sheet and the map. */
import { useSyncExternalStore } from 'react';
import type { DrawnKind } from './content.ts';

/** `edit`: vertices are moved, added, taken away; `cut`: a line is drawn that cuts; null: the map is only looked at. */
export type Pen = DrawnKind | 'edit' | 'cut' | null;
interface State {
  readonly pen: Pen;
  readonly snap: boolean;
}

let state: State = { pen: null, snap: true };
const listeners = new Set<() => void>();

export function setPen(change: Partial<State>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export const usePenState = (): State => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}, () => state);
