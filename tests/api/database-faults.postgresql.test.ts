/** The PostgreSQL home under faults: what a wrong DATABASE_URL is told, exhausted pools, lost sessions. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, DatabaseUnusable, pgp } from '../../server/db/database.ts';
import { openPostgresql } from '../../server/db/postgresql.ts';
import { problemOf } from '../../server/http/problem-of.ts';
import { dropDatabase, ownDatabase, type TestDatabase } from '../support/database.ts';

let own: TestDatabase;
let url: URL;
beforeAll(async () => {
  own = await ownDatabase('empty');
  url = new URL(own.env['DATABASE_URL']!);
});
afterAll(() => own.remove());

const changed = (change: (address: URL) => void): string => {
  const address = new URL(url);
  change(address);
  return address.href;
};

describe('a DATABASE_URL that leads nowhere is told in one sentence', () => {
  it.each<[string, () => string, RegExp]>([
    ['no address', () => 'postgres://[', /^DATABASE_URL is not an address of the form/],
    ['nobody listens there', () => changed((address) => { address.port = '1'; }), /^PostgreSQL at 127\.0\.0\.1:1 \(DATABASE_URL\) cannot be reached: .*ECONNREFUSED/],
    ['a host that does not exist', () => 'postgres://msip@host.invalid/msip', /^PostgreSQL at host\.invalid:5432 \(DATABASE_URL\) cannot be reached: /],
    ['a wrong password', () => changed((address) => { address.password = 'tajne-hasło'; }), /^PostgreSQL at .* does not let in the user "msip" of DATABASE_URL/],
    ['a database that does not exist', () => changed((address) => { address.pathname = '/brak-bazy'; }), /^PostgreSQL at .* has no database "brak-bazy"/],
  ])('%s', async (_name, address, sentence) => {
    const error: unknown = await openPostgresql(address()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DatabaseUnusable);
    expect((error as Error).message).toMatch(sentence);
    expect((error as Error).message).not.toContain('tajne');
  });

  it('a database without PostGIS, to a user who may not add it', async () => {
    const administrator = pgp<object>({ connectionString: url.href, max: 1 });
    const name = `${url.pathname.slice(1)}_bare`;
    try {
      await administrator.none(`CREATE ROLE ${name} LOGIN PASSWORD 'kraków'`);
      await administrator.none(`CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`);
      const address = changed((bare) => { bare.username = name; bare.password = 'kraków'; bare.pathname = `/${name}`; });
      await expect(openPostgresql(address)).rejects.toThrow('The database of DATABASE_URL has no PostGIS and this user may not add it: let an administrator run CREATE EXTENSION postgis in this database.');
    } finally {
      await dropDatabase(url.href, name);
      await administrator.none(`DROP ROLE IF EXISTS ${name}`);
      await administrator.$pool.end();
    }
  });

  it('a command says it alone on stderr and ends with code 1', () => {
    const env = { ...process.env, DATABASE_URL: changed((address) => { address.port = '1'; }) };
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli/migrate.ts'], { env, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^PostgreSQL at 127\.0\.0\.1:1 .*\.\n$/);
  });
});

describe('while it runs', () => {
  let database: Database;
  beforeAll(async () => { database = await openPostgresql(url.href, { max: 2, queryLimitMs: 2_500, waitMs: 300 }); });
  afterAll(() => database.close());
  const killSessions = (): Promise<unknown> => own.database.db.any(
    `SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'msip' AND pid <> pg_backend_pid()`);

  it('who finds the pool exhausted is told so without waiting for it', async () => {
    const slow = [1, 2].map(() => database.db.any('SELECT pg_sleep(1.5)'));
    const began = performance.now();
    const error = await database.db.one('SELECT 1 AS one').catch((thrown: unknown) => thrown);
    expect(problemOf(error)).toMatchObject({ code: 'unavailable', status: 503 });
    expect(performance.now() - began).toBeLessThan(1_000);
    await Promise.all(slow);
    expect(await database.db.one('SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('a query that runs away is cancelled, a long transaction is not', async () => {
    const [runaway, long] = await Promise.allSettled([
      database.db.any('SELECT pg_sleep(10)'),
      database.longTransaction((t) => t.one('SELECT pg_sleep(3) IS NOT NULL AS slept')),
    ]);
    expect(runaway).toMatchObject({ status: 'rejected', reason: { code: '57014' } });
    expect(long).toMatchObject({ value: { slept: true } });
  });

  it('sessions that the server ends are replaced, and who listens is told and hears again', async () => {
    const heard: string[] = [];
    const states: boolean[] = [];
    const stop = await database.listen('zmiany', (payload) => { heard.push(payload); }, (up) => { states.push(up); });
    const running = database.db.any('SELECT pg_sleep(2)').catch((thrown: unknown) => thrown);
    await vi.waitFor(async () => {
      expect(await own.database.db.any(`SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(2)' AND state = 'active' AND datname = current_database()`)).toHaveLength(1);
    });
    await killSessions();
    expect(problemOf(await running)).toMatchObject({ code: 'unavailable' });
    expect(await database.db.one('SELECT 1 AS one')).toEqual({ one: 1 });
    await vi.waitFor(() => { expect(states).toEqual([false, true]); }, { timeout: 5_000 });
    await database.db.any(`SELECT pg_notify('zmiany', 'Łobzów')`);
    await vi.waitFor(() => { expect(heard).toEqual(['Łobzów']); });
    await stop();
  });
});
