/** Whoever goes away ends the query that runs for them, and nobody else's. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { openPostgresql } from '../../server/db/postgresql.ts';
import { inSnapshot } from '../../server/db/snapshot.ts';
import { askForAll } from '../../server/db/visitor.ts';
import { endWithVisitor } from '../../server/http/visitor-gone.ts';
import { startTestApp } from '../support/app.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';

let own: TestDatabase;
let database: Database;
let server: Server;
let url: string;
let shared: Promise<unknown>;
const failed: unknown[] = [];
beforeAll(async () => {
  own = await ownDatabase('empty');
  database = await openPostgresql(own.env['DATABASE_URL']!, { max: 2, queryLimitMs: 300_000 });
  await database.db.none('CREATE TABLE written (id integer)');
  const { db } = database;
  const app = express().use(endWithVisitor);
  const answer = (work: () => Promise<unknown>): express.RequestHandler => async (_req, res) => {
    try {
      res.json(await work());
    } catch (error) {
      failed.push(error);
      throw error;
    }
  };
  app.get('/alone', answer(() => db.any("SELECT pg_sleep(200), 'alone' AS what")));
  app.get('/snapshot', answer(() => inSnapshot(db, async (t) => { await t.one('SELECT 1 AS one'); return t.any("SELECT pg_sleep(200), 'snapshot' AS what"); })));
  app.get('/short', answer(() => db.any('SELECT pg_sleep(0.01)')));
  app.get('/shared', answer(() => (shared = askForAll(() => db.any("SELECT pg_sleep(0.5), 'shared' AS what")))));
  app.post('/write', answer(() => db.tx(async (t) => { await t.any("SELECT pg_sleep(0.5), 'write' AS what"); return t.none('INSERT INTO written VALUES (1)'); })));
  server = createServer(app);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server?.close();
  await database?.close();
  await own?.remove();
});

const running = async (what: string): Promise<number> => (await own.database.db.one<{ count: number }>("SELECT count(*)::int AS count FROM pg_stat_activity WHERE state = 'active' AND query LIKE $1 AND pid <> pg_backend_pid()", [`%'${what}' AS what%`])).count;
/** Asks, and goes away as soon as its query runs. */
async function leave(path: string, what: string, method = 'GET'): Promise<void> {
  const visitor = new AbortController();
  const answer = fetch(`${url}${path}`, { method, signal: visitor.signal }).catch(() => null);
  await expect.poll(() => running(what), { timeout: 15_000 }).toBe(1);
  visitor.abort();
  await answer;
}

describe('a visitor who goes away', () => {
  it.each([['/alone', 'alone'], ['/snapshot', 'snapshot']])('ends the query of %s, which would take minutes', async (path, what) => {
    await leave(path, what);
    await expect.poll(() => running(what), { timeout: 15_000 }).toBe(0);
    await expect.poll(() => failed.at(-1), { timeout: 15_000 }).toMatchObject({ code: '57014' });
    expect(await database.db.one('SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('ends no query of the next one on the same connection', async () => {
    for (let round = 0; round < 60; round += 1) {
      const visitors = [0, 1, 2].map(() => new AbortController());
      const answers = visitors.map(({ signal }) => fetch(`${url}/short`, { signal }).catch(() => null));
      // Before, while and after the query runs.
      await delay(round % 20);
      for (const visitor of visitors) visitor.abort();
      expect(await database.db.one('SELECT 1 AS one, pg_sleep(0.002)::text AS slept')).toMatchObject({ one: 1 });
      await Promise.all(answers);
    }
  });

  it('ends neither what others wait for nor a write that is begun', async () => {
    await leave('/shared', 'shared');
    await expect(shared).resolves.toMatchObject([{ what: 'shared' }]);
    await leave('/write', 'write', 'POST');
    await expect.poll(() => database.db.any('SELECT id FROM written'), { timeout: 15_000 }).toEqual([{ id: 1 }]);
  });

  it('leaves the search of everybody else in order', async () => {
    const app = await startTestApp({});
    try {
      const ask = (signal?: AbortSignal): Promise<Response> => fetch(`${app.url}/api/investment/search?filter=${encodeURIComponent('area_ha >= 2')}`, signal ? { signal } : {});
      const visitor = new AbortController();
      // The first question loads the land for all who wait.
      const first = ask(visitor.signal).catch(() => null);
      const others = [ask(), ask()];
      await delay(60);
      visitor.abort();
      await first;
      for (const other of others) expect((await other).status).toBe(200);
    } finally {
      await app.close();
    }
  });
});
