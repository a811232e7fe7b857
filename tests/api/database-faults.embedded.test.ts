/** The embedded home under faults: two processes, a query that runs away, a dead backend, kill -9, damaged files. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, DatabaseUnusable } from '../../server/db/database.ts';
import { takeLock } from '../../server/db/embedded/lock.ts';
import { openEmbedded } from '../../server/db/embedded/open.ts';
import { openDatabase } from '../../server/db/open.ts';
import { problemOf } from '../../server/http/problem-of.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';

const quiet = (): void => {};
const ENDLESS = 'SELECT count(*) FROM generate_series(1, 1000000000) AS n';

let own: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  own = await ownDatabase('empty');
  dataDir = own.env['DATA_DIR']!;
  await own.database.db.none('CREATE TABLE note (id integer PRIMARY KEY, text text)');
});
afterAll(() => own.remove());

describe('one folder, one process', () => {
  it('a second process stops with one sentence that names the first', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/cli/migrate.ts'], { env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir }, stdio: ['ignore', 'ignore', 'pipe'] });
    const said = child.stderr.setEncoding('utf8').toArray();
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect((await said).join('')).toBe(`The embedded database in ${dataDir} is in use by another process (pid ${process.pid}): stop it first, or set DATA_DIR to another folder.\n`);
    await expect(openEmbedded(dataDir, quiet)).rejects.toThrow(DatabaseUnusable);
    await own.database.close();
    expect(existsSync(join(dataDir, 'embedded.lock'))).toBe(false);
  });

  it.each([
    ['a process that is dead', { pid: 2 ** 22 + 1, started: 'x' }],
    ['a process whose number another one has now', { pid: process.pid, started: 'an earlier boot/1' }],
    ['nobody, being cut short', undefined],
  ])('a lock of %s is taken over', (_whose, holder) => {
    const lock = join(dataDir, 'embedded.lock');
    writeFileSync(lock, holder ? JSON.stringify(holder) : '{"pid":');
    const release = takeLock(lock, dataDir);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid });
    release();
    expect(readdirSync(dataDir)).toEqual(['embedded']);
  });
});

describe('while it runs', () => {
  let database: Database;
  const restarts: string[] = [];
  beforeAll(async () => { database = await openEmbedded(dataDir, quiet, { queryLimitMs: 500, waitMs: 15_000, onRestart: (reason) => restarts.push(reason) }); });
  afterAll(() => database.close());
  const count = (): Promise<number> => database.db.one('SELECT count(*)::integer AS n FROM note', [], ({ n }: { n: number }) => n);

  it('a query that runs away is ended like a lost connection; what was committed stays, who waits is answered, who listens hears again', async () => {
    const heard: string[] = [];
    const states: boolean[] = [];
    await database.listen('zmiany', (payload) => { heard.push(payload); }, (up) => { states.push(up); });
    await database.db.none(`INSERT INTO note SELECT n, 'Nowa Huta' FROM generate_series(1, 1000) AS n`);
    const runaway = database.db.tx(async (t) => {
      await t.none(`INSERT INTO note VALUES (2000, 'niezatwierdzone')`);
      await t.any(ENDLESS);
    });
    const waiting = count();
    expect(problemOf(await runaway.catch((error: unknown) => error)).code).toBe('unavailable');
    expect(await waiting).toBe(1000);
    expect(restarts).toEqual(['a query ran longer than 0.5 s']);
    await vi.waitFor(() => { expect(states).toEqual([false, true]); });
    await database.db.any(`SELECT pg_notify('zmiany', 'Łagiewniki')`);
    await vi.waitFor(() => { expect(heard).toEqual(['Łagiewniki']); });
  });

  it('a backend that dies is replaced', async () => {
    const before = await count();
    await expect(database.db.none('COPY note FROM STDIN')).rejects.toMatchObject({ code: '08006' });
    expect(await count()).toBe(before);
  });

  it('a long transaction may run longer than a request', async () => {
    const result = await database.longTransaction((t) => t.one<{ slept: boolean }>('SELECT pg_sleep(1.2) IS NOT NULL AS slept'));
    expect(result).toEqual({ slept: true });
  });
});

describe('after kill -9', () => {
  it('no row is lost whose commit was answered', async () => {
    const script = fileURLToPath(new URL('./embedded-writer.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script], { env: { ...process.env, DATA_DIR: dataDir }, stdio: ['ignore', 'pipe', 'inherit'] });
    let answered = 0;
    for await (const line of createInterface(child.stdout)) {
      answered = Number(line);
      if (answered === 60) child.kill('SIGKILL');
    }
    const database = await openEmbedded(dataDir, quiet);
    const there = await database.db.map<number>('SELECT id FROM note WHERE id > 10000 ORDER BY id', [], ({ id }) => id - 10_000);
    await database.db.none('UPDATE meta.health SET control_point = ST_Translate(control_point, 1, 0)'); // for the next suite
    await database.close();
    expect(answered).toBeGreaterThanOrEqual(60);
    expect(there.slice(0, answered)).toEqual(Array.from({ length: answered }, (_, n) => n + 1));
  });
});

describe('files that are not as they should be', () => {
  it('a database whose making was interrupted is made again, not opened', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'msip-unfinished-'));
    mkdirSync(join(folder, 'embedded'));
    writeFileSync(join(folder, 'embedded/PG_VERSION'), 'half');
    writeFileSync(join(folder, 'embedded.unfinished'), '');
    // Making one takes 20 s; that it begins is enough.
    await expect(openEmbedded(folder, (line) => { throw new Error(line); })).rejects.toThrow('Creating the embedded database');
    expect(existsSync(join(folder, 'embedded/PG_VERSION'))).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('a control point that is wrong is told when opening', async () => {
    await expect(openDatabase({ databaseUrl: undefined, dataDir })).rejects.toThrow(/^The embedded database in .* is damaged \(its control point reads 7423967.7, 5547788.4\)/);
  });

  it('a missing file is told when opening, and the lock is given back', async () => {
    rmSync(join(dataDir, 'embedded/global/pg_control'));
    await expect(openDatabase({ databaseUrl: undefined, dataDir })).rejects.toThrow(/^The embedded database in .* is damaged and cannot be opened/);
    expect(existsSync(join(dataDir, 'embedded.lock'))).toBe(false);
  });
});
