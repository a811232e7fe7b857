/** Changes of annotations as they happen: one stream a browser, told to all its tabs; answers that they touch are asked again, and rooms may listen. */
import { useSyncExternalStore } from 'react';
import type { AnnotationEvent } from '../../domain/contract/office/annotation.ts';
import { ANNOTATIONS, forgetAnnotations } from './annotations.ts';
import { withQuery } from './http.ts';
import { queryClient } from './query-client.ts';
import { sessionQuery } from './session.ts';

/** `off`: nobody is signed in, or the page has been hidden for long. */
export type LiveState = 'off' | 'connecting' | 'live';

/** What tabs say to each other: an event, that everything is to be asked again, how the stream is, or "how is it?". */
type Word = { readonly event: AnnotationEvent; readonly seq: string } | { readonly seq: string } | { readonly reset: true } | { readonly state: LiveState } | { readonly ask: true };

const NAME = 'msip.annotation-events';
const HIDDEN_MS = 5 * 60_000;
const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000] as const;
/** Changes of many at once (bulk, an update of the cadastre) are asked for once. */
const GATHER_MS = 60;
const MANY = 20;

let state: LiveState = 'off';
const watchers = new Set<() => void>();
const listeners = new Set<(event: AnnotationEvent) => void>();

function setState(now: LiveState): void {
  state = now;
  for (const watcher of watchers) watcher();
}

/** Whether changes of others arrive. */
export const useLiveState = (): LiveState => useSyncExternalStore((watcher) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}, () => state);

/** Tells every change, one's own too; returns the function that ends it. */
export function onAnnotationEvent(listener: (event: AnnotationEvent) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

let touched = new Set<string>();
let gathering: ReturnType<typeof setTimeout> | undefined;

function askAgain(): void {
  const ids = touched;
  [touched, gathering] = [new Set(), undefined];
  if (ids.size > MANY) void forgetAnnotations();
  else {
    void queryClient.invalidateQueries({ queryKey: [ANNOTATIONS], predicate: ({ queryKey: [, what, one] }) => what === 'list' || what === 'map' || ids.has(String(one)) });
  }
}

function take(event: AnnotationEvent): void {
  touched.add(event.id);
  gathering ??= setTimeout(askAgain, GATHER_MS);
  for (const listener of listeners) listener(event);
}

/** The number of the last event that this page has heard of: where a new stream goes on. */
let last: string | null = null;

/** The stream of this tab. After a fault that the browser does not mend itself a new one goes on where the last has ended. */
class Stream {
  #source: EventSource | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #faults = 0;
  readonly #say: (word: Word) => void;

  constructor(say: (word: Word) => void) {
    this.#say = say;
    this.#open();
  }

  #open(): void {
    this.#say({ state: 'connecting' });
    // The browser's own way back catches up by Last-Event-ID.
    const source = new EventSource(withQuery('/api/annotations/events', { after: last }));
    this.#source = source;
    source.addEventListener('hello', ({ lastEventId }: MessageEvent<string>) => {
      this.#faults = 0;
      this.#say({ seq: lastEventId });
      this.#say({ state: 'live' });
    });
    source.addEventListener('annotation', ({ data, lastEventId }: MessageEvent<string>) => this.#say({ event: JSON.parse(data) as AnnotationEvent, seq: lastEventId }));
    source.addEventListener('reset', ({ lastEventId }: MessageEvent<string>) => {
      this.#say({ seq: lastEventId });
      this.#say({ reset: true });
    });
    source.addEventListener('error', () => {
      this.#say({ state: 'connecting' });
      // Closed for good is what an answer such as 401 or 503 does; of the first the session is to learn, after the second this goes on.
      if (source.readyState !== EventSource.CLOSED) return;
      void queryClient.fetchQuery({ ...sessionQuery, staleTime: 0, retry: false }).catch(() => undefined);
      this.#retry = setTimeout(() => this.#open(), RETRY_MS[Math.min(this.#faults, RETRY_MS.length - 1)]);
      this.#faults += 1;
    });
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
  }
}

/** Follows the changes until the returned function is called: this tab has the stream, or the tab that has it tells. */
export function followAnnotations(): () => void {
  const channel = typeof BroadcastChannel === 'function' && navigator.locks ? new BroadcastChannel(NAME) : null;
  let stream: Stream | null = null;
  const hear = (word: Word): void => {
    if ('seq' in word && word.seq !== '') last = word.seq;
    if ('event' in word) take(word.event);
    else if ('reset' in word) void forgetAnnotations();
    else if ('state' in word) setState(word.state);
    else if ('ask' in word && stream) {
      // Where this stream is: the tab that takes it over goes on from there.
      if (last !== null) channel?.postMessage({ seq: last } satisfies Word);
      channel?.postMessage({ state } satisfies Word);
    }
  };
  const say = (word: Word): void => {
    hear(word);
    channel?.postMessage(word);
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data));
  channel?.postMessage({ ask: true } satisfies Word);

  const lead = (): (() => void) => {
    if (!channel) {
      stream = new Stream(say);
      return () => stream?.close();
    }
    const ending = new AbortController();
    let release = () => {};
    setState('connecting');
    void navigator.locks.request(NAME, { signal: ending.signal }, () => new Promise<void>((resolve) => {
      stream = new Stream(say);
      release = resolve;
    })).catch(() => undefined);
    return () => {
      ending.abort();
      stream?.close();
      release();
    };
  };

  let stop: (() => void) | null = lead();
  const pause = () => {
    stop?.();
    [stop, stream] = [null, null];
    setState('off');
  };
  let sleep: ReturnType<typeof setTimeout> | undefined;
  const seen = () => {
    clearTimeout(sleep);
    if (document.hidden) sleep = setTimeout(pause, HIDDEN_MS);
    else if (!stop) {
      // What came meanwhile is asked for, whoever has the stream now.
      void forgetAnnotations();
      stop = lead();
      channel?.postMessage({ ask: true } satisfies Word);
    }
  };
  document.addEventListener('visibilitychange', seen);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    clearTimeout(sleep);
    pause();
    channel?.close();
  };
}
