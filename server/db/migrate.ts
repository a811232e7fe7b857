/** Runs the forward-only migrations of `migrations/` with postgrator: all that are missing in one transaction, so that none is ever half done. */
import { fileURLToPath } from 'node:url';
import Postgrator from 'postgrator';
import { type Database, DatabaseUnusable, type Progress, type Transaction } from './database.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url));
const SCHEMA_TABLE = 'public.schema_version';
/** Any number that means "msip is migrating" to pg_advisory_xact_lock: two servers starting together migrate one after the other. */
const MIGRATION_LOCK = 20_241_126_105;

/** postgrator compares with the highest version only; ours runs each migration that is not in yet, also when a higher one already is. */
class Migrator extends Postgrator {
  readonly #applied: ReadonlySet<number>;

  constructor(folder: string, t: Transaction, applied: ReadonlySet<number>) {
    super({
      migrationPattern: `${folder}*`, driver: 'pg', schemaTable: SCHEMA_TABLE,
      execQuery: async (query) => ({ rows: (await t.multi<object>(query)).at(-1) ?? [] }),
    });
    this.#applied = applied;
  }

  override getRunnableMigrations(): Postgrator.Migration[] {
    const { migrations } = this as unknown as { migrations: Postgrator.Migration[] };
    return migrations.filter(({ action, version }) => action === 'do' && !this.#applied.has(version)).sort((a, b) => a.version - b.version);
  }
}

/** Brings the schema up to date and returns the names of the migrations that ran. Throws DatabaseUnusable when the schema is newer or altered. */
export async function migrate(database: Database, progress: Progress = () => {}, folder = MIGRATIONS): Promise<string[]> {
  return database.longTransaction(async (t) => {
    await t.any('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const applied = await appliedVersions(t);
    const migrator = new Migrator(folder, t, applied);
    const known = new Set((await migrator.getMigrations()).map(({ version }) => version));
    const newer = [...applied].filter((version) => version > 0 && !known.has(version));
    if (newer.length > 0) {
      throw new DatabaseUnusable(`The database has schema version ${Math.max(...newer)}, which this program does not know (it knows up to ${Math.max(...known)}): start a newer program.`);
    }
    let current = '';
    migrator.on('migration-started', ({ version, name }) => {
      if (current === '') progress('Tworzenie tabel i widoków | Bringing the schema up to date');
      current = `${version} (${name})`;
    });
    try {
      return (await migrator.migrate()).map(({ name }) => name);
    } catch (error) {
      throw unusable(error as Error & { code?: string }, current);
    }
  });
}

async function appliedVersions(t: Transaction): Promise<Set<number>> {
  const { there } = await t.one<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [SCHEMA_TABLE]);
  if (!there) return new Set();
  return new Set(await t.map(`SELECT version::integer AS version FROM ${SCHEMA_TABLE}`, [], ({ version }: { version: number }) => version));
}

function unusable(error: Error & { code?: string }, current: string): DatabaseUnusable {
  if (current === '' && error.message.startsWith('MD5')) {
    return new DatabaseUnusable(`A migration that already ran was altered afterwards (${error.message}): the schema is not what this program expects.`);
  }
  const advice = error.code === '42501' ? ': the user of DATABASE_URL lacks a right; let the owner of the database run npm run migrate' : '';
  return new DatabaseUnusable(`Migration ${current || 'check'} failed and nothing was changed (${error.message})${advice}.`);
}
