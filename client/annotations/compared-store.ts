/** Whether two shapes of an annotation are being compared on the map: the panel then leaves its own outline out. */
import { useSyncExternalStore } from 'react';

let comparisons = 0;
const listeners = new Set<() => void>();
function count(step: 1 | -1): void {
  comparisons += step;
  for (const listener of listeners) listener();
}

/** A comparison stands, until what comes back is called. */
export function compared(): () => void {
  count(1);
  return () => count(-1);
}

export const useCompared = (): boolean => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}, () => comparisons > 0);
