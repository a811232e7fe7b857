/** What was found and opened on this device, the latest first; stays on the device and can be cleared. */
import { useSyncExternalStore } from 'react';
import type { SearchResult } from '../../domain/contract/search.ts';
import type { Language } from '../i18n/language.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { KIND_ICONS } from './kinds.ts';

export type Remembered = Pick<SearchResult, 'kind' | 'layer' | 'key' | 'label' | 'context' | 'point' | 'bbox'> & {
  /** Of the context: in another language it is not shown. */
  readonly lang: Language;
};

const STORED = 'msip.searched';
const LENGTH = 8;

const isBox = (value: unknown, length: number): boolean => Array.isArray(value) && value.length === length && value.every((one) => Number.isFinite(one));

/** What the device holds may be of an older version or anybody's making: only whole entries of known layers count. */
export function readHistory(text: string | null): readonly Remembered[] {
  try {
    const entries: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(entries)) return [];
    return (entries as Partial<Remembered>[]).filter((entry): entry is Remembered => typeof entry === 'object' && entry !== null
      && String(entry.kind) in KIND_ICONS && typeof entry.layer === 'string' && findLayer(entry.layer) !== undefined
      && [entry.key, entry.label, entry.context].every((one) => typeof one === 'string') && (entry.lang === 'pl' || entry.lang === 'en') && isBox(entry.point, 2) && isBox(entry.bbox, 4)).slice(0, LENGTH);
  } catch {
    return [];
  }
}

/** The history with an entry at its head; the same object stands in it once. */
export function withEntry(history: readonly Remembered[], { kind, layer, key, label, context, point, bbox, lang }: Remembered): readonly Remembered[] {
  return [{ kind, layer, key, label, context, point, bbox, lang }, ...history.filter((other) => other.layer !== layer || other.key !== key)].slice(0, LENGTH);
}

let history: readonly Remembered[] | null = null;
const listeners = new Set<() => void>();

function current(): readonly Remembered[] {
  try {
    return history ??= readHistory(localStorage.getItem(STORED));
  } catch {
    return history ??= [];
  }
}

function keep(next: readonly Remembered[]): void {
  history = next;
  try {
    if (next.length > 0) localStorage.setItem(STORED, JSON.stringify(next));
    else localStorage.removeItem(STORED);
  } catch { /* private browsing: the history lasts as long as the page */ }
  for (const listener of listeners) listener();
}

export const remember = (entry: Remembered): void => keep(withEntry(current(), entry));
export const clearHistory = (): void => keep([]);

export function useHistory(): readonly Remembered[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, current);
}
