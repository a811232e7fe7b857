/** What people are told when the database fails: a status by SQLSTATE, never its words. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { type Database, pgp } from '../../server/db/database.ts';
import { createLog, networkOf } from '../../server/http/log.ts';
import { Problem } from '../../server/http/problem.ts';
import { problemOf } from '../../server/http/problem-of.ts';
import { ask } from './features-fixture.ts';
import { testConfig, testDatabase } from '../support/database.ts';

describe('a fault of the database', () => {
  it.each([
    ['57014', 504], ['08006', 503], ['08P01', 503], ['57P01', 503], ['57P03', 503], ['53300', 503], ['53100', 507], ['40001', 503], ['40P01', 503], ['23505', 409], ['23503', 422],
    ['23514', 422], ['22021', 400], ['22P02', 400], ['22003', 400], ['42P01', 500], ['42601', 500], ['XX000', 500],
  ])('SQLSTATE %s is %i', (code, status) => {
    const problem = problemOf(Object.assign(new Error('relation "cadastre.parcel" does not exist'), { code, file: 'xact.c' }));
    expect(problem.status).toBe(status);
    expect(problem.message).not.toMatch(/cadastre|relation/);
    expect('Retry-After' in problem.headers).toBe(status === 503);
  });

  it('PostgreSQL and PostGIS themselves give these states', async () => {
    const { db } = (await testDatabase()).database;
    const statusOf = (sql: string): Promise<number> => db.any(sql).then(() => 200, (error: unknown) => problemOf(error).status);
    expect(await statusOf("SELECT 'x'::integer")).toBe(400);
    expect(await statusOf('SELECT 9999999999::integer')).toBe(400);
    expect(await statusOf("SELECT ST_GeomFromText('POLYGON((0 0, 1 1))')")).toBe(422);
    expect(await statusOf("SELECT ST_Transform(ST_SetSRID(ST_MakePoint(1, 1), 2178), 999999)")).toBe(422);
    expect(await statusOf('SELECT nic FROM nigdzie')).toBe(500);
  });

  it.each([
    Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED', syscall: 'connect' }), new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'), Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }),
  ])('%s is 503', (error) => {
    expect([problemOf(error).status, problemOf(error).message]).toEqual([503, expect.not.stringContaining('10.0.0.7')]);
  });

  it.each([new Error('SELECT secret'), 'a string', undefined, null, { code: 'ENOENT', path: '/etc/passwd' }])('%j is 500 and says nothing', (thrown) => {
    expect(problemOf(thrown)).toMatchObject({ code: 'internal', message: expect.not.stringMatching(/secret|passwd/) as string });
  });

  it('a problem passes unchanged', () => {
    const problem = new Problem('conflict', 'Jest już.');
    expect(problemOf(problem)).toBe(problem);
  });
});

describe('without a database', () => {
  let server: Server;
  let app: App;
  let base: string;
  const unreachable = pgp<object>({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 500 });
  beforeAll(async () => {
    const { database: real } = await testDatabase();
    const database: Database = { ...real, db: unreachable, listen: () => Promise.resolve(() => Promise.resolve()) };
    app = createApp({ config: testConfig({}), database, log: createLog('silent') });
    server = createServer((req, res) => { app.handle(req, res); });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await app.close();
    await unreachable.$pool.end();
  });

  it.each(['/api/collections', '/api/collections/parcels', '/api/collections/parcels/items', '/api/collections/parcels/items/1', '/readyz'])('%s is 503 with Retry-After', async (path) => {
    const { status, headers, body } = await ask(base + path);
    expect([status, headers.get('retry-after'), headers.get('cache-control'), (body as { detail: string }).detail])
      .toEqual([503, '5', 'no-store', expect.not.stringMatching(/127\.0\.0\.1|ECONN/)]);
  });

  it.each(['/healthz', '/api', '/api/conformance', '/api/openapi.json', '/api/collections/parcels/queryables'])('%s goes on', async (path) => {
    expect((await ask(base + path)).status).toBe(200);
  });
});

describe('the log', () => {
  it.each([['203.0.113.77', '203.0.113.0/24'], ['::ffff:203.0.113.77', '203.0.113.0/24'], ['2001:db8:12:34::1', '2001:db8:12::/48'], [undefined, 'unknown']])(
    'writes %s as %s', (address, network) => { expect(networkOf(address)).toBe(network); },
  );
});
