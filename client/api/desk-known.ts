/** Whether somebody signed in on this machine before: only then is the server asked who is signed in. Nobody else makes a request for it. */
import { useSyncExternalStore } from 'react';

const STORED = 'msip.desk';
const listeners = new Set<() => void>();

function stored(): boolean {
  try {
    return localStorage.getItem(STORED) !== null;
  } catch {
    return false;
  }
}

let known = stored();

export const isDeskKnown = (): boolean => known;

export function rememberDesk(): void {
  known = true;
  try {
    localStorage.setItem(STORED, '1');
  } catch { /* private browsing: known until the page is closed */ }
  for (const listener of listeners) listener();
}

export function useDeskKnown(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isDeskKnown);
}
