/** Somebody who listens to live events as a browser does: comes back with the number of the last event. */
import { AnnotationEvent } from '../../domain/contract/office/annotation.ts';
import type { Person } from './people.ts';

export interface Heard { readonly seq: number; readonly name: string; readonly event: AnnotationEvent | undefined; readonly atMs: number }

export interface Listening {
  readonly status: number;
  readonly headers: Headers;
  /** In the order of arrival; `name`: annotation, hello, reset. */
  readonly heard: Heard[];
  /** What Last-Event-ID would be. */
  last(): string;
  /** Resolves when the server ends it. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** Opens a stream and resolves when its headers are there. */
export async function listen(person: Person, { lastEventId, path = '/api/annotations/events' }: { lastEventId?: string; path?: string } = {}): Promise<Listening> {
  const abort = new AbortController();
  const response = await person.fetch(path, { signal: abort.signal, headers: { accept: 'text/event-stream', ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) } });
  const heard: Heard[] = [];
  let last = lastEventId ?? '';
  const take = (block: string): void => {
    const fields = Object.fromEntries(block.split('\n').filter((line) => !line.startsWith(':')).map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])) as Record<string, string | undefined>;
    last = fields['id'] ?? last;
    if (fields['data'] === undefined) return;
    const name = fields['event'] ?? 'message';
    heard.push({ seq: Number(last), name, event: name === 'annotation' ? AnnotationEvent.parse(JSON.parse(fields['data'])) : undefined, atMs: performance.now() });
  };
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) take(block);
    }
  };
  const ended = (response.ok ? read() : Promise.resolve()).catch(() => { /* cut off by either side */ });
  return { status: response.status, headers: response.headers, heard, last: () => last, ended, stop: () => { abort.abort(); } };
}
