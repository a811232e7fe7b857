/** What others changed: lists mark what is new, and whoever edits an annotation learns that there is a later version than theirs. */
import { useSyncExternalStore } from 'react';
import type { AnnotationEvent } from '../../domain/contract/office/annotation.ts';
import { onAnnotationEvent } from './annotation-events.ts';
import { accountNow } from './session.ts';

const NEW_MS = 8000;
const KEPT = 500;

type ById = ReadonlyMap<string, AnnotationEvent>;
/** The last change of others of each, as far as this page has heard; and those of the last seconds. */
let [latest, news]: [ById, ById] = [new Map(), new Map()];
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Whether somebody else did it: one's own changes are no news. */
export const isOfOthers = ({ by }: Pick<AnnotationEvent, 'by'>, me: number | null): boolean => by === null || by.id !== me;

function hear(event: AnnotationEvent): void {
  if (!isOfOthers(event, accountNow()?.id ?? null)) return;
  latest = new Map([...latest, [event.id, event] as const].slice(-KEPT));
  news = new Map([...news, [event.id, event]]);
  tell();
  setTimeout(() => {
    if (news.get(event.id) !== event) return;
    news = new Map([...news].filter(([id]) => id !== event.id));
    tell();
  }, NEW_MS);
}

/** Listens until the returned function is called. */
export const keepNews = (): (() => void) => onAnnotationEvent(hear);

const useStore = <T,>(read: () => T): T => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
}, read);

/** Changes of others of the last seconds, by id of the annotation. */
export const useNews = (): ById => useStore(() => news);

/** For an editor of version `version`: the change of somebody else that came after it; null: there is none that we know of. */
export const useForeignChange = (id: string, version: number): AnnotationEvent | null => useStore(() => {
  const event = latest.get(id);
  return event && event.version > version ? event : null;
});
