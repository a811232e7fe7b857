/** Reads one file off the page, so that a heavy or hostile one does not hold it up; ends with its answer. */
import { FileProblem, type FileProblemCode, type ReadFile } from './own-file.ts';
import { readFile } from './read-file.ts';

export type Answer = { readonly read: ReadFile } | { readonly problem: FileProblemCode; readonly detail: string };

addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
  readFile(data).then(
    (read) => postMessage({ read } satisfies Answer),
    (error: unknown) => postMessage({ problem: error instanceof FileProblem ? error.code : 'broken', detail: error instanceof Error ? error.message : '' } satisfies Answer),
  );
});
