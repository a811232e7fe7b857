/** The reader's own files, open on this page only: reading them in a worker, showing, hiding and closing them. */
import { useSyncExternalStore } from 'react';
import type { Answer } from './files.worker.ts';
import { FileProblem, type FileProblemCode, MAX_BYTES, MAX_FILES, PATIENCE_MS, type ReadFile } from './own-file.ts';

export interface OwnFile extends ReadFile {
  readonly id: number;
  readonly name: string;
  readonly colour: string;
  readonly shown: boolean;
}

export interface Refusal {
  readonly id: number;
  readonly name: string;
  readonly code: FileProblemCode;
  readonly detail: string;
}

interface State {
  readonly files: readonly OwnFile[];
  readonly refusals: readonly Refusal[];
  /** Names of files that are being read. */
  readonly reading: readonly string[];
  /** The feature whose attributes are shown. */
  readonly picked: { readonly file: number; readonly feature: number } | null;
}

/** Strong colours that no zone has, each 3:1 on light and on dark ground; the reader may choose others. */
const COLOURS = ['#d81b60', '#7e57c2', '#00897b', '#e65100', '#3f7fd0', '#a1662f'] as const;

/** So many refusals stay to be read: all of a handful of files that were dropped at once. */
const MAX_REFUSALS = 20;

let state: State = { files: [], refusals: [], reading: [], picked: null };
let nextId = 1;
const listeners = new Set<() => void>();

function set(change: Partial<State>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

/** A part of the state: pick what is already there, never a new object. */
export const useFiles = <T>(pick: (state: State) => T): T => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}, () => pick(state));

function readInWorker(bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  const worker = new Worker(new URL('./files.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ReadFile>((resolve, reject) => {
    const timer = setTimeout(() => reject(new FileProblem('too-slow')), PATIENCE_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      clearTimeout(timer);
      if ('read' in data) resolve(data.read);
      else reject(new FileProblem(data.problem, data.detail));
    });
    worker.addEventListener('error', () => reject(new FileProblem('broken')));
    worker.postMessage(bytes, [bytes.buffer]);
  }).finally(() => worker.terminate());
}

/** Reads a file and shows it; resolves to what it became. */
export async function openFile(file: File): Promise<OwnFile | Refusal> {
  const name = file.name.slice(0, 120);
  const id = nextId++;
  set({ reading: [...state.reading, name] });
  try {
    if (state.files.length >= MAX_FILES) throw new FileProblem('too-many-files');
    if (file.size > MAX_BYTES) throw new FileProblem('too-big');
    const read = await readInWorker(new Uint8Array(await file.arrayBuffer()));
    const opened: OwnFile = { ...read, id, name, colour: COLOURS[(id - 1) % COLOURS.length]!, shown: true };
    set({ files: [...state.files, opened] });
    return opened;
  } catch (error) {
    const refusal: Refusal = { id, name, code: error instanceof FileProblem ? error.code : 'broken', detail: error instanceof Error && error.message !== (error as FileProblem).code ? error.message.slice(0, 120) : '' };
    set({ refusals: [...state.refusals.slice(1 - MAX_REFUSALS), refusal] });
    return refusal;
  } finally {
    const at = state.reading.indexOf(name);
    set({ reading: state.reading.filter((_, index) => index !== at) });
  }
}

export const changeFile = (id: number, change: Partial<Pick<OwnFile, 'colour' | 'shown'>>): void => set({ files: state.files.map((file) => (file.id === id ? { ...file, ...change } : file)) });
export const closeFile = (id: number): void => set({ files: state.files.filter((file) => file.id !== id), ...(state.picked?.file === id ? { picked: null } : {}) });
export const forgetRefusals = (): void => set({ refusals: [] });
export const pickFeature = (picked: State['picked']): void => set({ picked });
