/** Keeps the reading worker: starts it once for several files, ends it when a repair or a file takes too long, and begins again without that feature. */
import type { Worker } from 'node:worker_threads';
import { startThread } from '../thread.ts';
import { ImportFault } from './import-fault.ts';
import { LIMITS } from './limits.ts';
import type { FromWorker, ReadFeature, ReadJob, SourceFacts } from './reader-protocol.ts';

export interface Reader {
  /** Reads one file whole; `onFeatures` hears of progress. Throws an `ImportFault` when the file is broken. */
  read(job: Omit<ReadJob, 'skip'>, onProgress?: (done: number, of: number) => void): Promise<{ facts: SourceFacts; features: ReadFeature[] }>;
  close(): Promise<void>;
}

type Outcome = { facts: SourceFacts; features: ReadFeature[] } | { endedAt: number; because: string };

/** A reader whose worker starts with the first file. `repairMs` and `silenceMs` bound it (shorter in tests). */
export function openReader({ repairMs = LIMITS.repairMs, silenceMs = LIMITS.silenceMs }: { repairMs?: number; silenceMs?: number } = {}): Reader {
  let worker: Worker | null = null;

  async function running(): Promise<Worker> {
    if (worker) return worker;
    const started = startThread(new URL('./reader.worker.ts', import.meta.url));
    await new Promise<void>((ready, failed) => {
      started.once('message', () => ready());
      started.once('error', failed);
    });
    worker = started;
    return started;
  }
  async function end(): Promise<void> {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  }

  function attempt(current: Worker, job: ReadJob, onProgress?: (done: number, of: number) => void): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const features: ReadFeature[] = [];
      let facts: SourceFacts | null = null;
      let repairing: number | null = null;
      let timer: NodeJS.Timeout;
      const settle = (outcome: () => void) => {
        clearTimeout(timer);
        for (const event of ['message', 'error', 'exit']) current.removeAllListeners(event);
        outcome();
      };
      const broken = (because: string) => settle(() => (repairing === null
        ? reject(new ImportFault(`${job.source.label}: ${because}.`))
        : resolve({ endedAt: repairing, because })));
      const wait = () => {
        clearTimeout(timer);
        const limit = repairing === null ? silenceMs : repairMs;
        timer = setTimeout(() => broken(`reading took longer than ${limit / 1000} s and was ended`), limit);
      };
      current.on('error', (error: Error) => broken(`the reader stopped (${error.message.split('\n')[0]})`));
      current.on('exit', () => broken('the reader stopped'));
      current.on('message', (message: FromWorker) => {
        if (message.type === 'fault') return settle(() => reject(new ImportFault(`${job.source.label}: ${message.message}.`)));
        if (message.type === 'done') return settle(() => resolve({ facts: facts!, features }));
        repairing = message.type === 'repairing' ? message.number : null;
        if (message.type === 'facts') facts = message.facts;
        if (message.type === 'features') { for (const feature of message.features) features.push(feature); onProgress?.(features.length, facts!.count); }
        return wait();
      });
      wait();
      current.postMessage(job);
    });
  }

  return {
    async read(job, onProgress) {
      const skip: number[] = [];
      for (;;) {
        let outcome: Outcome;
        try { outcome = await attempt(await running(), { ...job, skip }, onProgress); } catch (error) { await end(); throw error; }
        if ('features' in outcome) return outcome;
        await end();
        skip.push(outcome.endedAt);
        if (skip.length > 20) throw new ImportFault(`${job.source.label}: more than 20 geometries could not be repaired in time; repair the file first.`);
      }
    },
    close: end,
  };
}
