/** What the rest of the server knows of a database: pg-promise's interface, which home it is, notifications, closing. */
import pgPromise, { type IDatabase, type IMain } from 'pg-promise';

/** One pg-promise for the whole process (a second one warns and splits the type parsers). */
export const pgp: IMain = pgPromise({ noWarnings: true });

// Dates stay ISO strings: a `date` has no time zone. numeric stays text unless a view casts it to double precision.
pgp.pg.types.setTypeParser(1082, (value: string) => value);

export type Db = IDatabase<object>;

export interface Database {
  readonly kind: 'postgresql' | 'embedded';
  readonly db: Db;
  /**
   * Calls `heard` with the payload of every NOTIFY on `channel`; survives reconnects; resolves to a function that stops listening.
   * `connection` is told false when the listening session is lost and true when it listens again: what was sent between is lost, so a listener
   * that keeps copies must distrust them all.
   */
  listen(channel: string, heard: (payload: string) => void, connection?: (up: boolean) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A fault at opening that the person at the keyboard can mend: its message is one clear sentence; the program exits with code 1. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}
