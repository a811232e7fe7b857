/** Makes the demonstration's files in a temporary folder and reads them, beside whatever else goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemonstrationFile } from '../data-samples/demonstration.ts';
import { type Demonstration, prepareDemonstration } from './rooms/import/seed.ts';
import { startThread } from './thread.ts';

export interface DemonstrationInTheMaking {
  /** Made and being read; rejects when it cannot be made. */
  ready(): Promise<Demonstration>;
  /** Stops making and reading it, removes the files and lets go of what was read; may be called twice. */
  discard(): Promise<void>;
}

/** Begins at once: some 15 s of one core, which on a first start pass while the other makes the database. */
export function makeDemonstration(): DemonstrationInTheMaking {
  const folder = mkdtempSync(join(tmpdir(), 'msip-demonstration-'));
  const remove = (): void => { rmSync(folder, { recursive: true, force: true }); };
  process.once('exit', remove);
  const thread = startThread(new URL('./demonstration.worker.ts', import.meta.url), { workerData: folder });
  const files = new Promise<readonly DemonstrationFile[]>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => { reject(new Error('the demonstration was not made')); });
  });
  let prepared: Promise<Demonstration> | undefined = files.then(prepareDemonstration);
  prepared.catch(() => { /* told to whoever asks for it */ });
  return {
    ready: () => prepared ?? Promise.reject(new Error('the demonstration was discarded')),
    async discard() {
      const reading = prepared;
      prepared = undefined;
      await thread.terminate();
      await reading?.then((demonstration) => demonstration.close(), () => {});
      process.off('exit', remove);
      remove();
    },
  };
}
