/** The schema: brought up to date whole or not at all, and never by a program that does not know it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';

let own: TestDatabase;
let database: Database;
let folder: string;
const quiet = (): void => {};
const write = (files: Record<string, string>): void => { for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, `${name}.sql`), sql); };
const run = (): Promise<string[]> => migrate(database, quiet, `${folder}/`);
const exists = (table: string): Promise<boolean> => database.db.one('SELECT to_regclass($1) IS NOT NULL AS there', [table], ({ there }: { there: boolean }) => there);

beforeAll(async () => {
  own = await ownDatabase('empty');
  database = own.database;
  folder = mkdtempSync(join(tmpdir(), 'msip-migrations-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await own.remove();
});

it('the shipped migrations, run again, change nothing', async () => {
  expect(await migrate(database)).toEqual([]);
});

it('a schema newer than the program is refused by its number', async () => {
  await database.db.none(`INSERT INTO public.schema_version (version, name) VALUES (99990101, 'z przyszłości')`);
  await expect(migrate(database)).rejects.toThrow(/^The database has schema version 99990101, which this program does not know .*: start a newer program\.$/);
});

it('of several migrations of which one fails, none has run', async () => {
  await database.db.none('DELETE FROM public.schema_version WHERE version > 0');
  write({ '0001.do.first': 'CREATE TABLE first_table (id integer);', '0002.do.second': 'CREATE TABLE second_table (id integer); SELECT 1 / 0;' });
  await expect(run()).rejects.toThrow(/^Migration 2 \(second\) failed and nothing was changed \(division by zero\)/);
  expect([await exists('first_table'), await exists('second_table')]).toEqual([false, false]);
});

it('the mended file then runs, after those before it', async () => {
  write({ '0002.do.second': 'CREATE TABLE second_table AS SELECT * FROM first_table;' });
  expect(await run()).toEqual(['first', 'second']);
  expect(await run()).toEqual([]);
});

it('a migration that arrives late, with a number below the highest, still runs', async () => {
  write({ '0010.do.tenth': 'SELECT 1;' });
  await run();
  write({ '0005.do.fifth': 'CREATE TABLE fifth_table (id integer);' });
  expect(await run()).toEqual(['fifth']);
  expect(await exists('fifth_table')).toBe(true);
});

it('two programs that start together migrate once', async () => {
  write({ '0011.do.eleventh': 'CREATE TABLE eleventh_table (id integer);' });
  const ran = await Promise.all([run(), run()]);
  expect(ran.toSorted((a, b) => b.length - a.length)).toEqual([['eleventh'], []]);
});

it('a migration that was altered after it ran is refused', async () => {
  write({ '0005.do.fifth': 'CREATE TABLE fifth_table (id bigint);' });
  await expect(run()).rejects.toThrow(/altered afterwards .*\[5\]/);
});
