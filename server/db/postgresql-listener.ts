/** LISTEN on PostgreSQL: one connection outside the pool for all channels, made again whenever it is lost. */
import { setTimeout as delay } from 'node:timers/promises';
import { type Listener, pgp } from './database.ts';

const RETRY_AFTER_MS = 250;
const CONNECT_LIMIT_MS = 3_000;

/** pg-promise declares its Client without the methods a pool calls for it. */
type Client = InstanceType<typeof pgp.pg.Client> & { connect(): Promise<void>; end(): Promise<void> };

export class PostgresqlListener {
  readonly #settings: object;
  readonly #listeners = new Map<string, Set<Listener>>();
  #client: Promise<Client> | undefined;
  #closed = false;

  constructor(settings: object) {
    this.#settings = settings;
  }

  async listen(channel: string, listener: Listener): Promise<() => Promise<void>> {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    // Whether it stands or is being made again: one that listens to every channel there is. A first one that fails is made by the reconnecting.
    this.#client ??= this.#connect().catch(() => this.#reconnect());
    const client = await this.#client;
    await client.query(`LISTEN ${pgp.as.name(channel)}`);
    return async () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(channel) !== listeners) return;
      this.#listeners.delete(channel);
      // Not waited for: a session that is lost at this moment comes back nobody knows when, and then listens to what is asked for then.
      this.#client?.then(async (now) => {
        if (!this.#closed && !this.#listeners.has(channel)) await now.query(`UNLISTEN ${pgp.as.name(channel)}`);
      }).catch(() => {});
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  async #connect(): Promise<Client> {
    const client = new pgp.pg.Client({ ...this.#settings, connectionTimeoutMillis: CONNECT_LIMIT_MS } as never) as Client;
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener.heard(payload ?? '');
    });
    client.on('error', () => { /* 'end' follows */ });
    await client.connect();
    for (const channel of this.#listeners.keys()) await client.query(`LISTEN ${pgp.as.name(channel)}`);
    client.on('end', () => { if (!this.#closed) this.#lost(); });
    return client;
  }

  #lost(): void {
    this.#tell(false);
    this.#client = this.#reconnect();
    // Who listens at this moment waits for the same promise; unheard rejections only come after close().
    this.#client.catch(() => {});
  }

  async #reconnect(): Promise<Client> {
    while (!this.#closed) {
      try {
        const client = await this.#connect();
        this.#tell(true);
        return client;
      } catch {
        await delay(RETRY_AFTER_MS);
      }
    }
    throw new Error('the database was closed');
  }

  #tell(up: boolean): void {
    for (const listeners of this.#listeners.values()) for (const { connection } of listeners) connection?.(up);
  }
}
