/** Whatever writes many rows or locks tables does so alone: an import and the search's first reading of all layers would else lock each other out. */
import type { Database, Transaction } from './database.ts';

/** Any number that means "msip is loading" to pg_advisory_xact_lock. */
const LOADING_LOCK = 20_241_126_107;

/** A long transaction that begins when the one before it, of whichever process, has ended. Readers do not wait. */
export const loadAlone = <T>(database: Pick<Database, 'longTransaction'>, work: (t: Transaction) => Promise<T>): Promise<T> =>
  database.longTransaction(async (t) => {
    await t.any('SELECT pg_advisory_xact_lock($1)', [LOADING_LOCK]);
    return work(t);
  });

/** For a short write between loads: false while one is running, else none begins until this transaction ends. */
export const noLoadRuns = async (t: Transaction): Promise<boolean> =>
  (await t.one<{ free: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS free', [LOADING_LOCK])).free;
