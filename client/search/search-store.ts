/** What is typed in the search box, whether its list is open and which entry is marked: shared by the box and its list, apart from the page's state so that typing redraws only them. */
import { useSyncExternalStore } from 'react';
import { navigate, urlState } from '../url/use-url.ts';

/** What the keyboard moves through: an entry of the list and what choosing it does. */
export interface Entry {
  readonly id: string;
  choose(): void;
}

export interface SearchState {
  readonly text: string;
  readonly open: boolean;
  /** Entries of the list from top to bottom; written by the list. */
  readonly entries: readonly Entry[];
  /** The text, trimmed, that the entries answer; null: they are of an older one, or still to come. */
  readonly answers: string | null;
  /** Place of the marked entry in the list; -1: none. */
  readonly marked: number;
}

const asked = urlState().q ?? '';
let state: SearchState = { text: asked, open: asked !== '', entries: [], answers: null, marked: -1 };
const listeners = new Set<() => void>();

export const searchState = (): SearchState => state;

export function setSearch(change: Partial<SearchState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

/** Closes the list; the text goes too when something was chosen, and the address no longer asks for it. */
export function closeSearch({ keepText = false } = {}): void {
  setSearch({ open: false, marked: -1, ...(keepText ? {} : { text: '' }) });
  navigate({ q: null }, { replace: true });
}

/** A part of the state of the search: pick primitives. */
export function useSearch<T>(pick: (state: SearchState) => T): T {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, () => pick(state));
}
