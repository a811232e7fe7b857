/** The PostgreSQL home: a pool on DATABASE_URL. */
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { type Database, DatabaseUnusable, type Db, pgp } from './database.ts';
import { PostgresqlListener } from './postgresql-listener.ts';
import { AS_APPLICATION, AS_LOGIN, mayBeApplication } from './role.ts';
import { endQueriesWithVisitor, type Session } from './visitor.ts';

export interface PostgresqlOptions {
  /** Connections of the pool. */
  readonly max?: number;
  /** A query running longer than this is cancelled (57014); ms. */
  readonly queryLimitMs?: number;
  /** How long a request waits for a free connection; ms. */
  readonly waitMs?: number;
}

/** How long a server may take to let us in when we start: one that is itself starting (57P03), or a machine under load. */
const FIRST_ANSWER_MS = 10_000;
const NOT_YET = /^57P03$|connection timeout/;

/** Opens a pool and makes sure of PostgreSQL ≥ 15 with PostGIS ≥ 3.3. Throws DatabaseUnusable with one clear sentence when that cannot be. */
export async function openPostgresql(url: string, options: PostgresqlOptions = {}): Promise<Database> {
  if (!URL.canParse(url)) throw new DatabaseUnusable('DATABASE_URL is not an address of the form postgres://user:password@host:5432/database.');
  const { max = Math.max(4, availableParallelism() + 2), queryLimitMs = 10_000, waitMs = 900 } = options;
  const settings = {
    connectionString: url, application_name: 'msip', keepAlive: true,
    // Both cost more than they give on queries of milliseconds: a worker process takes longer to start than it saves (extent of 33,000 parcels: 82 ms with, 35 without).
    options: '-c jit=off -c max_parallel_workers_per_gather=0', statement_timeout: queryLimitMs, idle_in_transaction_session_timeout: 60_000,
  };
  let restricted = false;
  // Of its own: queries are cancelled most of all when every other connection is busy.
  const canceller: Db = pgp<object>({ ...settings, max: 1, connectionTimeoutMillis: 5000 } as object);
  const cancel = async (processId: number): Promise<void> => { await canceller.any('SELECT pg_cancel_backend($1)', [processId]); };
  const onConnect = async (client: Session & { query(sql: string): Promise<unknown> }): Promise<void> => {
    if (restricted) await client.query(AS_APPLICATION);
    endQueriesWithVisitor(client, cancel);
  };
  const db: Db = pgp<object>({ ...settings, max, connectionTimeoutMillis: waitMs, onConnect } as object);
  const endAll = async (): Promise<void> => { await Promise.all([db.$pool.end(), canceller.$pool.end()]); };
  try {
    await checkVersions(db);
  } catch (error) {
    await endAll();
    throw error instanceof DatabaseUnusable ? error : new DatabaseUnusable(`${inOneSentence(error as FaultyConnection, url)}.`);
  }
  const listener = new PostgresqlListener(settings);
  let closing: Promise<void> | undefined;
  return {
    kind: 'postgresql',
    db,
    longTransaction: (work) => db.tx(async (t) => {
      await t.none(`${AS_LOGIN}; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`);
      return work(t);
    }),
    listen: (channel, heard, connection) => listener.listen(channel, { heard, connection }),
    async restrict() {
      if (restricted || !(await mayBeApplication(db))) return restricted;
      restricted = true;
      await renewSessions(db.$pool as unknown as Pool);
      return true;
    },
    close: () => (closing ??= listener.close().then(endAll)),
  };
}

interface Pool { readonly totalCount: number; connect(): Promise<{ release(destroy: boolean): void }> }

/** Ends the sessions there are, so that each is made anew by onConnect. */
async function renewSessions(pool: Pool): Promise<void> {
  const sessions = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  for (const session of sessions) session.release(true);
}

async function checkVersions(db: Db): Promise<void> {
  const { version } = await firstAnswer(db);
  if (version < 150_000) throw new DatabaseUnusable(`PostgreSQL 15 or newer is needed; the server of DATABASE_URL is ${Math.floor(version / 10_000)}.`);
  await db.none('CREATE EXTENSION IF NOT EXISTS postgis').catch((error: FaultyConnection) => { throw withoutPostgis(error); });
  const { postgis } = await db.one<{ postgis: string }>(`SELECT extversion AS postgis FROM pg_extension WHERE extname = 'postgis'`);
  const [major = 0, minor = 0] = postgis.split('.').map(Number);
  if (major < 3 || (major === 3 && minor < 3)) throw new DatabaseUnusable(`PostGIS 3.3 or newer is needed; the database of DATABASE_URL has ${postgis}.`);
}

async function firstAnswer(db: Db): Promise<{ version: number }> {
  const deadline = performance.now() + FIRST_ANSWER_MS;
  for (;;) {
    try {
      return await db.one<{ version: number }>(`SELECT current_setting('server_version_num')::integer AS version`);
    } catch (error) {
      const { code, message } = error as FaultyConnection;
      if (!NOT_YET.test(code ?? message) || performance.now() > deadline) throw error;
      await delay(500);
    }
  }
}

interface FaultyConnection extends Error { readonly code?: string }

function withoutPostgis(error: FaultyConnection): DatabaseUnusable {
  const how = error.code === '42501'
    ? 'this user may not add it: let an administrator run CREATE EXTENSION postgis in this database'
    : 'the server does not offer it: install PostGIS there (Debian: postgresql-15-postgis-3)';
  return new DatabaseUnusable(`The database of DATABASE_URL has no PostGIS and ${how}.`);
}

/** What is wrong with the connection, without the password. */
function inOneSentence(error: FaultyConnection, url: string): string {
  const { hostname, port, pathname, username } = new URL(url);
  const where = `${hostname || 'localhost'}:${port || '5432'}`;
  switch (error.code) {
    case '28P01': case '28000': return `PostgreSQL at ${where} does not let in the user "${decodeURIComponent(username)}" of DATABASE_URL: check name and password`;
    case '3D000': return `PostgreSQL at ${where} has no database "${decodeURIComponent(pathname.slice(1))}" (DATABASE_URL): create it first`;
    case '42501': return `The user of DATABASE_URL lacks a right at ${where} (${error.message})`;
    default: return `PostgreSQL at ${where} (DATABASE_URL) cannot be reached: ${error.message || error.code || 'no reason given'}`;
  }
}
