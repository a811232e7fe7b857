/** What the rest of the server knows of a database: pg-promise's interface, which home it is, notifications, closing. */
import pgPromise, { type IBaseProtocol, type IDatabase, type IMain, type ITask } from 'pg-promise';
import { retryStatements } from './retry.ts';

/** One pg-promise for the whole process (a second one warns and splits the type parsers). */
export const pgp: IMain = pgPromise({ noWarnings: true, extend: retryStatements });

// Dates stay ISO strings: a `date` has no time zone. numeric stays text unless a view casts it to double precision.
pgp.pg.types.setTypeParser(1082, (value: string) => value);

export type Db = IDatabase<object>;
export type Transaction = ITask<object>;
/** Either of them: whatever can be asked. */
export type Queries = IBaseProtocol<object>;

/** Told one line for every step that takes time, for the person in front of the terminal. */
export type Progress = (line: string) => void;

export interface Database {
  readonly kind: 'postgresql' | 'embedded';
  readonly db: Db;
  /**
   * A transaction whose queries may run longer than a request's (10 s), as the login itself also after `restrict`: imports, migrations, what needs
   * the owner. Use the `t` it gives, never `db`, inside.
   */
  longTransaction<T>(work: (t: Transaction) => Promise<T>): Promise<T>;
  /**
   * Calls `heard` with the payload of every NOTIFY on `channel`; survives reconnects; resolves to a function that stops listening.
   * `connection` is told false when the listening session is lost and true when it listens again: what was sent between is lost, so a listener
   * that keeps copies must distrust them all.
   */
  listen(channel: string, heard: (payload: string) => void, connection?: (up: boolean) => void): Promise<() => Promise<void>>;
  /**
   * From now on `db` works as the role msip_app, which cannot alter the audit trail (migration 0706). False when this database has no such role
   * for this login, and everything stays as it was.
   */
  restrict(): Promise<boolean>;
  /** Lets running queries finish, then ends every connection; may be called twice. */
  close(): Promise<void>;
}

/** Who hears of notifications, and of the loss and return of the session that listens. */
export interface Listener {
  readonly heard: (payload: string) => void;
  readonly connection: ((up: boolean) => void) | undefined;
}

/** A fault at opening that the person at the keyboard can mend: its message is one clear sentence; the program exits with code 1. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}
