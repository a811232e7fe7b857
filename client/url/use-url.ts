/** The address of the page as state: the only place that touches history. The camera is in the hash and belongs to the map. */
import { useSyncExternalStore } from 'react';
import { parseUrl, printUrl, type UrlState } from './parameters.ts';

type Change = Partial<UrlState> | ((now: UrlState) => Partial<UrlState>);

let current = read();
const listeners = new Set<() => void>();

function read(): UrlState {
  return parseUrl(location.pathname, location.search);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** The address has changed by other means than `navigate`. */
export function readAgain(): void {
  current = read();
  tell();
}

addEventListener('popstate', readAgain);

/** False in a frame on another page: its address holds settings and stays as it was given, and so does the history of the page around it. */
let written = true;
/** From now on; `camera` (`#zoom/latitude/longitude`) is where the map is to begin. */
export function leaveAddressAlone(camera: string | null): void {
  written = false;
  if (camera) history.replaceState(history.state, '', camera);
}

/** What the page was opened with, before the map wrote its own camera there. */
export const OPENED_WITH: { readonly state: UrlState; readonly camera: boolean } = { state: current, camera: /^#[\d.]+\//.test(location.hash) };

/** The state of the address now, outside of rendering. */
export const urlState = (): UrlState => current;

/** Changes the address. What a reader would want to come back to is pushed; `replace` is for tuning (opacity, typing). */
export function navigate(change: Change, { replace = false } = {}): void {
  const next = { ...current, ...(typeof change === 'function' ? change(current) : change) };
  const address = printUrl(next);
  if (written && address !== printUrl(current)) history[replace ? 'replaceState' : 'pushState'](history.state, '', address + location.hash);
  current = next;
  tell();
}

/** The absolute link to what is seen now, camera included; `change`: what it says otherwise. */
export const shareLink = (change: Partial<UrlState> = {}): string => new URL(printUrl({ ...current, ...change }) + location.hash, location.origin).href;

/** The state of the address; renders again when it changes. */
export function useUrl(): UrlState {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, urlState);
}
