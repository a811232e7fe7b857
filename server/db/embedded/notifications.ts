/** What every session of the embedded database begins with: LISTEN, because notifications come in-band on the pool's only connection, and the role. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Db, Listener } from '../database.ts';
import { AS_APPLICATION } from '../role.ts';

interface Client {
  on(event: 'notification', heard: (message: { readonly channel: string; readonly payload?: string }) => void): void;
  on(event: 'end', ended: () => void): void;
  query(sql: string): Promise<unknown>;
}

const RETRY_AFTER_MS = 500;

export class NotificationRelay {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #reconnect: () => Promise<unknown>;
  #down = false;
  #closed = false;
  #restricted = false;

  /** `reconnect` makes the pool open a connection. */
  constructor(reconnect: () => Promise<unknown>) {
    this.#reconnect = reconnect;
  }

  /** Called by the pool with every new connection, before it is handed out: the new session has the role of the old one and listens to what it did. */
  readonly onConnect = async (client: Client): Promise<void> => {
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener.heard(payload ?? '');
    });
    client.on('end', () => { void this.#lost(); });
    if (this.#restricted) await client.query(AS_APPLICATION);
    for (const channel of this.#listeners.keys()) await client.query(`LISTEN ${quoted(channel)}`);
    if (this.#down) this.#tell(true);
  };

  async listen(db: Db, channel: string, listener: Listener): Promise<() => Promise<void>> {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    await db.none(`LISTEN ${quoted(channel)}`);
    return async () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(channel) !== listeners) return;
      this.#listeners.delete(channel);
      if (!this.#closed) await db.none(`UNLISTEN ${quoted(channel)}`);
    };
  }

  /** This session and all that follow work as the application's role. */
  async restrict(db: Db): Promise<void> {
    this.#restricted = true;
    await db.none(AS_APPLICATION);
  }

  close(): void {
    this.#closed = true;
  }

  // Nobody may query for a while, and until somebody does the pool has no connection that could listen.
  async #lost(): Promise<void> {
    if (this.#closed || this.#listeners.size === 0) return;
    if (!this.#down) this.#tell(false);
    while (this.#down && !this.#closed) {
      await this.#reconnect().catch(() => delay(RETRY_AFTER_MS));
    }
  }

  #tell(up: boolean): void {
    this.#down = !up;
    for (const listeners of this.#listeners.values()) for (const { connection } of listeners) connection?.(up);
  }
}

function quoted(channel: string): string {
  return `"${channel.replaceAll('"', '""')}"`;
}
