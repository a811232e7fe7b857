/** Makes the demonstration's files in a temporary folder, beside whatever else goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemonstrationFile } from '../data-samples/demonstration.ts';
import { startThread } from './thread.ts';

export interface DemonstrationInTheMaking {
  /** In import order; rejects when they cannot be made. */
  files(): Promise<readonly DemonstrationFile[]>;
  /** Stops making them and removes them. */
  discard(): Promise<void>;
}

/** Begins at once: 12 s of one core, which on a first start pass while the other makes the database. */
export function makeDemonstration(): DemonstrationInTheMaking {
  const folder = mkdtempSync(join(tmpdir(), 'msip-demonstration-'));
  const remove = (): void => { rmSync(folder, { recursive: true, force: true }); };
  process.once('exit', remove);
  const thread = startThread(new URL('./demonstration.worker.ts', import.meta.url), { workerData: folder });
  // A program that ends with an error does not wait for it.
  thread.unref();
  const made = new Promise<readonly DemonstrationFile[]>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => { reject(new Error('the demonstration was not made')); });
  });
  made.catch(() => { /* told to whoever asks for the files */ });
  return {
    files() {
      thread.ref();
      return made;
    },
    async discard() {
      await thread.terminate();
      process.off('exit', remove);
      remove();
    },
  };
}
