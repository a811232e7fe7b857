/** One polite status region for the whole page: rooms say what changed, screen readers read it in their own time. */
import { useEffect, useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Says a sentence politely. The same sentence twice is read twice. */
export function announce(sentence: string): void {
  said = sentence === said ? `${sentence}\u00a0` : sentence;
  for (const listener of listeners) listener();
}

/** Announces a sentence whenever it changes; null says nothing. */
export function useAnnounce(sentence: string | null): void {
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);
}

export function StatusRegion() {
  const sentence = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => said);
  return <div className="unseen" role="status" aria-live="polite" data-testid="status-region">{sentence}</div>;
}
