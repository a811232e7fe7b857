/** Recovery codes that were just made: shown until somebody says that they are kept, whatever else happens on the page. */
import { useSyncExternalStore } from 'react';
import type { RecoveryCodes } from '../../domain/contract/office/session.ts';

let fresh: RecoveryCodes | null = null;
const listeners = new Set<() => void>();

export function setFreshCodes(codes: RecoveryCodes | null): void {
  fresh = codes;
  for (const listener of listeners) listener();
}

export const useFreshCodes = (): RecoveryCodes | null => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}, () => fresh);
