/**
 * How often somebody may guess. Kept in memory: a guess then costs the database nothing more than its entry in the trail. A restart forgets,
 * several servers count apart; neither gives enough tries against twelve characters and a second factor.
 */
import { ipKeyGenerator } from 'express-rate-limit';
import type { Request } from 'express';
import { Problem } from '../../http/problem.ts';

const WINDOW_MS = 15 * 60_000;
/** Entries take 100 bytes; beyond this the oldest are forgotten. */
const MAX_KEYS = 50_000;

interface Tries { left: number; readonly until: number }

/** At most `limit` wrong tries of one key in a quarter of an hour. */
export class Attempts {
  readonly #limit: number;
  readonly #now: () => Date;
  readonly #tries = new Map<string, Tries>();

  constructor(limit: number, now: () => Date) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Counts a try before its outcome is known, so that many at once are no way round; throws 429 with Retry-After. */
  take(key: string): void {
    const now = this.#now().getTime();
    let tries = this.#tries.get(key);
    if (!tries || tries.until <= now) {
      this.#tries.delete(key);
      if (this.#tries.size >= MAX_KEYS) this.#tries.delete(this.#tries.keys().next().value!);
      this.#tries.set(key, tries = { left: this.#limit, until: now + WINDOW_MS });
    }
    if (tries.left <= 0) {
      const seconds = Math.max(1, Math.ceil((tries.until - now) / 1000));
      throw new Problem('too-many-requests', 'Too many wrong tries. Wait a little.', undefined, { 'Retry-After': String(seconds) });
    }
    tries.left -= 1;
  }

  /** The try was right and does not count. */
  giveBack(key: string): void {
    const tries = this.#tries.get(key);
    if (tries) tries.left += 1;
  }

  /** Starts afresh. */
  forget(key: string): void {
    this.#tries.delete(key);
  }
}

/** The limits of the room: a stranger can block an account from their own network for a quarter of an hour, and from nowhere else. */
export const openAttempts = (now: () => Date) => ({
  accountFromNetwork: new Attempts(8, now),
  network: new Attempts(40, now),
  /** Who guesses codes knows the password already; the codes of one account are few. */
  code: new Attempts(10, now),
});
export type AllAttempts = ReturnType<typeof openAttempts>;

/** What counts as one place: an IPv4 address, an IPv6 /56. */
export const placeOf = (req: Request): string => (req.ip === undefined ? 'unknown' : ipKeyGenerator(req.ip, 56));
