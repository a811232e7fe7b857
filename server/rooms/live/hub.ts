/** One reader of the audit trail for all listeners of this process: woken by NOTIFY, it reads what is new from the last number on, so that nothing is missed. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import type { Log } from '../../http/log.ts';
import { Problem } from '../../http/problem.ts';
import { stillSignedIn } from '../../http/viewer.ts';
import { entriesAfter, type Entry, headOf, PAGE } from './entries.repository.ts';
import { eventFor } from './event.ts';
import type { Stream } from './stream.ts';

/** Who is further behind reads everything again, which is quicker. */
export const FAR_BEHIND = 2_000;
const PER_ACCOUNT = 10;
const RETRY_MS = 500;

export interface HubOptions {
  readonly database: Database;
  readonly log: Log;
  readonly heartbeatMs?: number;
}

export class Hub {
  readonly #database: Database;
  readonly #log: Log;
  /** Up to date with `#seen`. */
  readonly #live = new Set<Stream>();
  /** Those too that are catching up. */
  readonly #all = new Set<Stream>();
  readonly #heartbeat: NodeJS.Timeout;
  #ready: Promise<() => Promise<void>> | undefined;
  #seen = 0;
  #reading = false;
  #more = false;
  #closed = false;

  constructor({ database, log, heartbeatMs = 15_000 }: HubOptions) {
    this.#database = database;
    this.#log = log;
    this.#heartbeat = setInterval(() => { void this.#beat(); }, heartbeatMs).unref();
  }

  /** Catches up from entry `after` (undefined: from now on), then goes on until either side ends it. */
  async join(stream: Stream, after: number | undefined): Promise<void> {
    if (this.#closed) throw new Problem('unavailable', 'The server is ending; come back in a moment.', undefined, { 'Retry-After': '1' });
    if (this.#of(stream.account).length >= PER_ACCOUNT) throw new Problem('too-many-requests', `At most ${PER_ACCOUNT} windows of one account listen at once.`, undefined, { 'Retry-After': '15' });
    this.#all.add(stream);
    stream.onClose(() => { this.#all.delete(stream); this.#live.delete(stream); });
    try {
      await (this.#ready ??= this.#begin());
      const head = await headOf(this.#database.db);
      if (this.#closed || stream.over) return;
      stream.begin();
      const lost = after !== undefined && (after > head || head - after > FAR_BEHIND);
      stream.position = after === undefined || lost ? head : after;
      if (lost) stream.say('reset');
      await this.#catchUp(stream, head);
    } catch (error) {
      this.#all.delete(stream);
      throw error;
    }
    if (!stream.over) stream.say('hello');
  }

  /** Ends every stream and takes no new one. */
  drain(): void {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    for (const stream of this.#all) stream.end();
  }

  async close(): Promise<void> {
    this.drain();
    await this.#ready?.then((stop) => stop()).catch(() => {});
  }

  #of(account: number): Stream[] { return [...this.#all].filter((stream) => stream.account === account); }

  async #begin(): Promise<() => Promise<void>> {
    try {
      const stop = await this.#database.listen('office_changed', () => { this.#wake(); }, (up) => { if (up) this.#wake(); });
      this.#seen = await headOf(this.#database.db);
      return stop;
    } catch (error) {
      this.#ready = undefined;
      throw error;
    }
  }

  /** Between the last look and the joining nothing is waited for: no entry falls between, none comes twice. */
  async #catchUp(stream: Stream, head: number): Promise<void> {
    while (stream.position < Math.max(this.#seen, head) && !stream.over) {
      for (const entry of await entriesAfter(this.#database.db, stream.position)) this.#tell(stream, entry);
    }
    if (!stream.over && !this.#closed) this.#live.add(stream);
    else stream.end();
  }

  #tell(stream: Stream, entry: Entry): void {
    if (entry.seq <= stream.position) return;
    stream.position = entry.seq;
    const event = eventFor(stream.account, entry);
    if (event) stream.annotation(entry.seq, event);
  }

  #wake(): void {
    this.#more = true;
    if (!this.#reading) void this.#read();
  }

  async #read(): Promise<void> {
    this.#reading = true;
    while (this.#more && !this.#closed) {
      this.#more = false;
      try {
        await this.#readOn();
      } catch (error) {
        // The loss of the session that listens is told too, but not of the one that reads.
        this.#log.warn({ err: error }, 'live events wait for the database');
        this.#more = true;
        await delay(RETRY_MS);
      }
    }
    this.#reading = false;
  }

  async #readOn(): Promise<void> {
    for (let full = true; full && !this.#closed;) {
      const entries = await entriesAfter(this.#database.db, this.#seen);
      full = entries.length === PAGE;
      for (const entry of entries) for (const stream of this.#live) this.#tell(stream, entry);
      this.#seen = entries.at(-1)?.seq ?? this.#seen;
      // Somebody signed out, was disabled, lost a session: their streams end now and not with the next beat.
      const accounts = new Set(entries.filter(({ kind }) => kind === 'account').map(({ subject }) => Number(subject)));
      for (const stream of this.#all) if (accounts.has(stream.account)) void this.#recheck(stream);
    }
  }

  async #beat(): Promise<void> {
    for (const stream of this.#live) stream.beat();
    for (const stream of this.#all) await this.#recheck(stream);
  }

  /** A database that does not answer signs nobody out. */
  async #recheck(stream: Stream): Promise<void> {
    if (!(await stillSignedIn(stream.request).catch(() => true))) stream.end();
  }
}
