/** The thread in which PGlite lives: works through protocol batches one by one and keeps the backend with a session until its transaction ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { postgis } from '@electric-sql/pglite-postgis';
import { type FromWorker, queryMessage, readyStatus, type ToWorker, type WorkerSettings } from './protocol.ts';

const settings = workerData as WorkerSettings;
const began = new BigInt64Array(settings.began);
const port = parentPort;
if (!port) throw new Error('embedded/worker.ts runs only as a worker thread');

const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => { port.postMessage(message, transfer); };

const database = await PGlite.create({
  dataDir: settings.folder,
  extensions: { postgis, pg_trgm, unaccent },
  // Else an import leaves 370 MB of spent write-ahead log beside 80 MB of data.
  startParams: [...PGlite.defaultStartParams, '-c', 'max_wal_size=64MB', '-c', 'min_wal_size=32MB'],
});
if (settings.fresh) {
  say({ kind: 'extensions' });
  // Here and not in a migration only: it takes 9 s, longer than the watchdog allows a query.
  for (const name of ['postgis', 'pg_trgm', 'unaccent']) await database.exec(`CREATE EXTENSION IF NOT EXISTS ${name}`);
}

const queue: Exclude<ToWorker, { kind: 'close' }>[] = [];
const sessions = new Set<number>();
/** The session whose transaction (or unfinished batch) holds the only backend. */
let owner: number | undefined;
let pumping = false;

async function run(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  Atomics.store(began, 0, process.hrtime.bigint());
  try {
    return (await database.execProtocolRaw(bytes)).slice();
  } finally {
    Atomics.store(began, 0, 0n);
  }
}

async function work(job: Exclude<ToWorker, { kind: 'close' }>): Promise<void> {
  if (job.kind === 'batch') {
    sessions.add(job.session);
    const answer = await run(job.bytes);
    owner = readyStatus(answer) === 'I' ? undefined : job.session;
    return say({ kind: 'answer', session: job.session, bytes: answer }, [answer.buffer]);
  }
  if (!sessions.delete(job.session)) return;
  if (owner === job.session) await run(queryMessage('ROLLBACK'));
  if (owner === job.session) owner = undefined;
  // All sessions are one backend: without this the next one would meet the prepared statements and settings of the last.
  if (sessions.size === 0) await run(queryMessage('DISCARD ALL'));
}

async function pump(): Promise<void> {
  if (pumping) return;
  pumping = true;
  try {
    for (;;) {
      const next = owner === undefined ? 0 : queue.findIndex((job) => job.session === owner);
      const job = queue.splice(next, next < 0 ? 0 : 1)[0];
      if (!job) break;
      await work(job);
    }
    pumping = false;
  } catch (error) {
    // An error of SQL is an answer like any other; an exception means that the backend itself is gone. It stays "pumping" for good.
    say({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) });
  }
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'close') {
    void database.close().then(() => say({ kind: 'closed' }), (error: unknown) => say({ kind: 'broken', reason: String(error) }));
    return;
  }
  queue.push(message);
  void pump();
});
say({ kind: 'ready' });
