/** Runs the forward-only migrations of `migrations/` with postgrator. */
import Postgrator from 'postgrator';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Brings the schema up to date; returns the names of the migrations that ran. */
export async function migrate({ db }: Database): Promise<string[]> {
  const postgrator = new Postgrator({
    migrationPattern: `${MIGRATIONS}*`,
    driver: 'pg',
    schemaTable: 'public.schema_version',
    execQuery: async (query) => { const rows = (await db.multi(query)).at(-1) ?? []; return { rows }; },
  });
  return (await postgrator.migrate()).map((migration) => migration.name);
}
