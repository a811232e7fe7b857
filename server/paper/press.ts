/** The press: one thread that renders papers, started with the first of them. */
import type { Worker } from 'node:worker_threads';
import { Problem } from '../http/problem.ts';
import { startThread } from '../thread.ts';
import type { Paper } from './paper.ts';
import type { Report } from './report.ts';

export interface Press {
  /** Rejects with `query-timeout` when a paper takes too long; the next one gets a new thread. */
  print(paper: Paper | Report): Promise<Buffer>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 20_000;
/** More that wait are told to come again. */
const MAX_WAITING = 12;

interface Answer { readonly job: number; readonly pdf?: Uint8Array; readonly fault?: string }

export function openPress(): Press {
  let thread: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, { resolve(pdf: Buffer): void; reject(error: Error): void }>();

  function stop(error: Error): void {
    const stopped = thread;
    thread = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    void stopped?.terminate();
  }

  function running(): Worker {
    if (thread) return thread;
    const started = startThread(new URL('./paper.worker.ts', import.meta.url));
    started.unref();
    started.on('message', ({ job, pdf, fault }: Answer) => {
      if (pdf) waiting.get(job)?.resolve(Buffer.from(pdf));
      else waiting.get(job)?.reject(new Error(fault));
    });
    started.on('error', (error) => { if (thread === started) stop(error); });
    return thread = started;
  }

  return {
    async print(paper) {
      if (waiting.size >= MAX_WAITING) throw new Problem('unavailable', 'Many papers are being made. Please try again in a moment.', undefined, { 'Retry-After': '5' });
      const job = last += 1;
      const timer = setTimeout(() => { stop(new Problem('query-timeout', 'The paper took too long.')); }, TIMEOUT_MS);
      try {
        return await new Promise<Buffer>((resolve, reject) => {
          waiting.set(job, { resolve, reject });
          running().postMessage({ job, paper });
        });
      } finally {
        clearTimeout(timer);
        waiting.delete(job);
      }
    },
    async close() { await thread?.terminate(); thread = null; },
  };
}
