/** Owns the embedded database's thread: starts it, passes batches and answers, and replaces it when it breaks or a query runs away. */
import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../thread.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './protocol.ts';
import type { Backend, EmbeddedStream } from './stream.ts';

const LOOK_EVERY_MS = 200;
const RETRY_AFTER_MS = 2_000;
/** Making a fresh database takes 20 s here, reopening 3 s; a thread that is silent for longer will not come. */
const OPEN_LIMIT_MS = 180_000;

/** The connection was lost, in the words (SQLSTATE 08006) that a lost connection to PostgreSQL has. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly code = '08006';
}

export interface HostOptions {
  readonly folder: string;
  readonly fresh: boolean;
  /** A query running longer than this costs the thread its life. */
  readonly queryLimitMs: number;
  readonly onExtensions: () => void;
  /** Told when the thread had to be replaced, and why. */
  readonly onRestart: (reason: string) => void;
}

export class EmbeddedHost implements Backend {
  readonly #options: HostOptions;
  readonly #began = new BigInt64Array(new SharedArrayBuffer(8));
  readonly #sessions = new Map<number, EmbeddedStream>();
  readonly #watchdog: NodeJS.Timeout;
  #worker: Worker | undefined;
  #backlog: ToWorker[] = [];
  #lastSession = 0;
  #patience = 0;
  #closing = false;

  private constructor(options: HostOptions) {
    this.#options = options;
    this.#watchdog = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  /** Starts the thread and resolves when the database answers; rejects when it cannot be opened. */
  static async start(options: HostOptions): Promise<EmbeddedHost> {
    const host = new EmbeddedHost(options);
    try {
      await host.#launch(options.fresh);
      return host;
    } catch (error) {
      await host.kill();
      throw error;
    }
  }

  attach(stream: EmbeddedStream): number {
    this.#lastSession += 1;
    this.#sessions.set(this.#lastSession, stream);
    return this.#lastSession;
  }

  send(session: number, bytes: Uint8Array<ArrayBuffer>): void {
    this.#post({ kind: 'batch', session, bytes });
  }

  detach(session: number): void {
    if (this.#sessions.delete(session)) this.#post({ kind: 'end', session });
  }

  // A thread that is still opening keeps what it is sent until it is ready; between two threads the backlog does.
  #post(message: ToWorker): void {
    if (this.#worker) this.#worker.postMessage(message, message.kind === 'batch' ? [message.bytes.buffer as ArrayBuffer] : []);
    else if (!this.#closing) this.#backlog.push(message);
  }

  /** Suspends the watchdog while `work` (an import, a migration) runs. */
  async patiently<T>(work: () => Promise<T>): Promise<T> {
    this.#patience += 1;
    try { return await work(); } finally { this.#patience -= 1; }
  }

  /** Writes a checkpoint and ends the thread. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (this.#closing) return;
    this.#closing = true;
    clearInterval(this.#watchdog);
    if (!worker) return;
    await new Promise<void>((resolve) => {
      worker.on('message', (message: FromWorker) => { if (message.kind === 'closed' || message.kind === 'broken') resolve(); });
      worker.once('exit', () => resolve());
      worker.postMessage({ kind: 'close' } satisfies ToWorker);
      setTimeout(resolve, 5_000).unref();
    });
    await this.kill();
  }

  /** Ends the thread at once; what was committed is in the files already. */
  async kill(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#watchdog);
    const worker = this.#worker;
    this.#worker = undefined;
    this.#loseSessions('the embedded database was closed');
    await worker?.terminate();
  }

  #launch(fresh: boolean): Promise<void> {
    const workerData: WorkerSettings = { folder: this.#options.folder, fresh, began: this.#began.buffer as SharedArrayBuffer };
    const worker = startThread(new URL('./worker.ts', import.meta.url), { workerData });
    this.#worker = worker;
    for (const message of this.#backlog.splice(0)) this.#post(message);
    return new Promise((resolve, reject) => {
      let ready = false;
      const broken = (reason: string): void => {
        if (ready) this.#replace(worker, reason);
        else reject(new Error(reason));
      };
      const limit = setTimeout(() => broken(`not open after ${OPEN_LIMIT_MS / 1000} s`), OPEN_LIMIT_MS).unref();
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'answer') this.#sessions.get(message.session)?.answer(message.bytes);
        else if (message.kind === 'extensions') this.#options.onExtensions();
        else if (message.kind === 'broken') broken(message.reason);
        else if (message.kind === 'ready') { ready = true; clearTimeout(limit); resolve(); }
      });
      worker.once('error', (error) => broken(error instanceof Error ? error.message : String(error)));
      worker.once('exit', () => broken('the thread of the embedded database ended'));
    });
  }

  /** Ends a broken thread and opens the folder again; sessions of the old one fail with 08006 and the pool makes new ones. */
  #replace(worker: Worker, reason: string): void {
    if (this.#closing || worker !== this.#worker) return;
    void this.#discard(reason).then(() => this.#reopen());
  }

  async #discard(reason: string): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#loseSessions(reason);
    this.#options.onRestart(reason);
    await worker?.terminate();
    Atomics.store(this.#began, 0, 0n);
  }

  async #reopen(): Promise<void> {
    while (!this.#closing) {
      try {
        await this.#launch(false);
        return;
      } catch (error) {
        if (this.#closing) return;
        await this.#discard(error instanceof Error ? error.message : String(error));
        await setTimeoutPromise(RETRY_AFTER_MS);
      }
    }
  }

  #loseSessions(reason: string): void {
    const lost = [...this.#sessions.values()];
    this.#sessions.clear();
    for (const stream of lost) stream.destroy(new ConnectionLost(reason));
  }

  #look(): void {
    const began = Atomics.load(this.#began, 0);
    if (began === 0n || this.#patience > 0 || !this.#worker) return;
    const ranMs = Number(process.hrtime.bigint() - began) / 1e6;
    if (ranMs > this.#options.queryLimitMs) this.#replace(this.#worker, `a query ran longer than ${this.#options.queryLimitMs / 1000} s`);
  }
}
