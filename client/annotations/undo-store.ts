/** What was just done and can be taken back, for a while. One at a time. */
import { useSyncExternalStore } from 'react';

export interface Undoable {
  readonly words: string;
  readonly undo: () => Promise<void>;
}

const STANDS_MS = 20_000;
let offered: Undoable | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function offerUndo(one: Undoable | null): void {
  clearTimeout(timer);
  offered = one;
  if (one) timer = setTimeout(() => offerUndo(null), STANDS_MS);
  for (const listener of listeners) listener();
}

export const useUndoable = (): Undoable | null => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}, () => offered);
