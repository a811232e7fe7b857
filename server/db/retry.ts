/** Transient refusals of PostgreSQL (SAFETY.md, SQLSTATE): the statement that lost changed nothing, so the same one is sent again. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Db, Transaction } from './database.ts';

/** serialization_failure and deadlock_detected: two sessions were in each other's way, and this one was asked to step back. */
const TRANSIENT = new Set(['40001', '40P01']);
const TRIES = 3;
/** Before the second try at most, before the third at most twice as long; ms. */
const PAUSE_MS = 30;

/** Does `work`, up to three times while it ends in 40001 or 40P01; any other fault, and the third of these, is thrown as it is. */
export async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES || !TRANSIENT.has(String((error as { code?: unknown } | null)?.code))) throw error;
      // Of random length: the two that collided shall not collide again.
      await delay(Math.random() * PAUSE_MS * attempt);
    }
  }
}

/** The whole transaction again when PostgreSQL asks it to step back: nothing of it has happened. */
export const inTransaction = <T>(db: Db, work: (t: Transaction) => Promise<T>): Promise<T> => withRetries(() => db.tx(work));

/** What pg-promise lets be extended: its root object, a task or a transaction. Every reading method (`any`, `one`, …) goes through `query`. */
interface Protocol {
  readonly ctx?: unknown;
  query(this: unknown, ...of: unknown[]): Promise<unknown>;
}

/** pg-promise's `extend` event: single statements of the pool are tried again; inside a task or a transaction only the whole could be, by whoever began it. */
export function retryStatements(protocol: Protocol): void {
  if (protocol.ctx !== undefined) return;
  const { query } = protocol;
  protocol.query = function (...of) { return withRetries(() => query.apply(this, of)); };
}
