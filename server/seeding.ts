/** Fills a database that holds nothing yet with the demonstration data. */
import { setTimeout as delay } from 'node:timers/promises';
import { dayInKrakow } from '../domain/day.ts';
import { withDatabase } from './cli/run-command.ts';
import type { Config } from './config.ts';
import type { Database, Progress } from './db/database.ts';
import { willBeMade } from './db/open.ts';
import { seedOffice } from './demonstration-office.ts';
import { demonstrationSiteHistory } from './demonstration-sites.ts';
import { type DemonstrationInTheMaking, makeDemonstration } from './demonstration.ts';
import { keepLandFacts, tellSiteHistory } from './registers/land-facts.ts';
import { seedDemonstration } from './rooms/import/seed.ts';
import { prepareSearch } from './rooms/search/prepare.ts';

/** Any number that means "msip is seeding" to pg_advisory_lock. */
const SEEDING_LOCK = 20_241_126_106;
const LOOK_AGAIN_MS = 1_000;

/** What was in the database: `empty` and `unfinished` (an earlier start was interrupted) were filled. */
export type Found = 'empty' | 'unfinished' | 'finished' | 'holds other data';

/** Gives `work` a database of today's schema; one that holds nothing is filled first. On a first start both are made side by side. */
export async function withSeededDatabase(config: Config, progress: Progress, work: (database: Database, found: Found) => Promise<void>): Promise<void> {
  const begun = willBeMade(config) ? makeDemonstration() : undefined;
  try {
    await withDatabase(config, progress, async (database) => {
      await work(database, await seedWhenEmpty(database, progress, begun));
    });
  } finally {
    await begun?.discard();
  }
}

async function seedWhenEmpty(database: Database, progress: Progress, begun: DemonstrationInTheMaking | undefined): Promise<Found> {
  let demonstration = begun;
  try {
    return await aloneOn(database, async () => {
      const found = await readState(database);
      if (found === 'empty' || found === 'unfinished') {
        progress('Tworzenie danych demonstracyjnych | Making the demonstration data');
        await seed(database, progress, demonstration ??= makeDemonstration());
      }
      return found;
    });
  } finally {
    await demonstration?.discard();
  }
}

async function readState({ db }: Database): Promise<Found> {
  const { filled, begun, finished } = await db.one<{ filled: boolean; begun: boolean; finished: boolean }>(`SELECT
    EXISTS (SELECT FROM meta.dataset) AS filled, EXISTS (SELECT FROM meta.seeding) AS begun,
    EXISTS (SELECT FROM meta.seeding WHERE finished_at IS NOT NULL) AS finished`);
  if (finished) return 'finished';
  if (begun) return 'unfinished';
  return filled ? 'holds other data' : 'empty';
}

async function seed(database: Database, progress: Progress, demonstration: DemonstrationInTheMaking): Promise<void> {
  await database.db.none('INSERT INTO meta.seeding (id) VALUES (1) ON CONFLICT DO NOTHING');
  await seedDemonstration(database, await demonstration.ready(), progress);
  // Before the statistics, so that they cover it; later imports are followed by triggers.
  await prepareSearch(database);
  progress('Fakty o terenach inwestycyjnych | Facts of investment land');
  // Their queries join registers that were filled a moment ago: without statistics they take minutes on the embedded database.
  await gatherStatistics(database, 'cadastre.parcel, cadastre.land_use, planning.plan, planning.zone, land.holding, city.district, investment.site, protection.flood_hazard, protection.heritage, protection.nature_protection');
  const day = dayInKrakow();
  await tellSiteHistory(database, await demonstrationSiteHistory(), day);
  await keepLandFacts(database, day);
  await seedOffice(database.db);
  progress('Uwagi i procedura demonstracyjna | Annotations and a procedure as a demonstration');
  await gatherStatistics(database, '');
  await database.db.none('UPDATE meta.seeding SET finished_at = now() WHERE id = 1');
}

/** Of these tables, or of all. The embedded database has no autovacuum: nobody else tells its planner that they are full. */
const gatherStatistics = (database: Database, tables: string): Promise<void> => database.longTransaction(async (t) => {
  // There a quarter of the usual sample is enough and takes a quarter of the time.
  if (database.kind === 'embedded') await t.none('SET LOCAL default_statistics_target = 25');
  await t.none(`ANALYZE ${tables}`);
});

/** Servers that start together on one PostgreSQL seed one after the other; the embedded database has one process only. */
async function aloneOn<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.kind === 'embedded') return work();
  return database.db.task(async (t) => {
    while (!(await t.one<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [SEEDING_LOCK])).locked) await delay(LOOK_AGAIN_MS);
    try {
      return await work();
    } finally {
      await t.any('SELECT pg_advisory_unlock($1)', [SEEDING_LOCK]);
    }
  });
}
