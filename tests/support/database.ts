/** Databases for suites, of the home that the project tests (MSIP_TEST_DATABASE): one shared for reading, and copies to write to. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inject } from 'vitest';
import { type Config, readConfig } from '../../server/config.ts';
import { type Database, pgp } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open.ts';
import { EMPTY, SEEDED } from './cluster.ts';
import { copyFolder } from './seed-cache.ts';

export type Home = Database['kind'];

/** The home of this project's suites. */
export const HOME: Home = process.env['MSIP_TEST_DATABASE'] === 'embedded' ? 'embedded' : 'postgresql';

export interface TestDatabase {
  readonly database: Database;
  /** Settings that lead to it, for a server or a command in a process of its own. */
  readonly env: Readonly<Record<string, string>>;
  /** Closes it and removes the copy. */
  remove(): Promise<void>;
}

/** The settings of a test server: quiet, and on that database. */
export const testConfig = (env: Readonly<Record<string, string>>): Config =>
  readConfig({ LOG_LEVEL: 'silent', SECRET_KEY_FILE: join(tmpdir(), `msip-tests-${process.pid}`, 'secret.key'), ...env });

const OBJECT_IN_USE = '55006';

/** A copy of one's own to write to: `seeded` with the demonstration data, or `empty` (migrated only). Remove it in afterAll. */
export async function ownDatabase(content: 'seeded' | 'empty' = 'seeded'): Promise<TestDatabase> {
  const copy = HOME === 'embedded' ? embeddedCopy(content) : await postgresqlCopy(content);
  const database = await openDatabase(testConfig(copy.env));
  return { database, env: copy.env, remove: async () => { await database.close(); await copy.drop(); } };
}

/** The seeded database that all suites of this process read. Never write to it; it ends with the process. */
export function testDatabase(): Promise<TestDatabase> {
  const shared = globalThis as { msipTestDatabase?: Promise<TestDatabase> };
  return shared.msipTestDatabase ??= ownDatabase('seeded');
}

interface Copy { env: Record<string, string>; drop(): Promise<void> }

async function postgresqlCopy(content: 'seeded' | 'empty'): Promise<Copy> {
  // By chance, not by counting: suites of one process may load this module more than once, and a number of a process comes again.
  const name = `msip_copy_${randomUUID().replaceAll('-', '')}`;
  const url = (database: string): string => inject('clusterUrl').replace('DATABASE', database);
  await asAdministrator(url('postgres'), `CREATE DATABASE ${name} TEMPLATE ${content === 'seeded' ? SEEDED : EMPTY} STRATEGY file_copy`);
  return { env: { DATABASE_URL: url(name) }, drop: () => dropDatabase(url('postgres'), name) };
}

async function asAdministrator(connectionString: string, sql: string): Promise<void> {
  const administrator = pgp<object>({ connectionString, max: 1 });
  try { await administrator.none(sql); } finally { await administrator.$pool.end(); }
}

/**
 * Drops a database whose last sessions are just saying goodbye: a pool has ended before the server knows, and a session that is cut off
 * then raises an error that nobody hears. Only what stays is forced.
 */
export async function dropDatabase(administratorUrl: string, name: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const error = await asAdministrator(administratorUrl, `DROP DATABASE IF EXISTS ${name}`).then(() => undefined, (thrown: { code?: string }) => thrown);
    if (error === undefined) return;
    if (error.code !== OBJECT_IN_USE) throw error;
    await delay(50);
  }
  await asAdministrator(administratorUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function embeddedCopy(content: 'seeded' | 'empty'): Copy {
  const folder = mkdtempSync(join(inject('embeddedCopies'), 'copy-'));
  copyFolder(join(inject('embeddedFolder'), content), join(folder, 'data'));
  return { env: { DATA_DIR: join(folder, 'data') }, drop: async () => { rmSync(folder, { recursive: true, force: true }); } };
}
