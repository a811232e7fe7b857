/**
 * How long capacity takes: `npx tsx bench/capacity.ts`, on the database of DATABASE_URL or DATA_DIR. All sites, 200 parcels from all over the
 * register, and sets of parcels that stand together; figures, envelope and neighbours each time.
 */
import { dayInKrakow } from '../domain/day.ts';
import { readConfig } from '../server/config.ts';
import { openDatabase } from '../server/db/open.ts';
import { type CapacityQuestion, capacityOn } from '../server/rooms/capacity/capacity.routes.ts';
import { plansAt } from '../server/rooms/extract/extract.ts';
import { cpuMs, report } from './measure.ts';

const ROUNDS = 200;
const database = await openDatabase(readConfig(process.env));
const { db } = database;
const today = dayInKrakow();
const sites = await db.map('SELECT key FROM layer.investment_sites ORDER BY md5(key)', [], ({ key }: { key: string }): CapacityQuestion => ({ site: key }));
const parcels = await db.map('SELECT key FROM cadastre.parcel WHERE upper_inf(valid) ORDER BY md5(key) LIMIT $1', [ROUNDS], ({ key }: { key: string }): CapacityQuestion => ({ parcels: [key] }));
const together = await db.map(`SELECT beside.keys FROM (SELECT geom FROM cadastre.parcel WHERE upper_inf(valid) ORDER BY md5(key) LIMIT 60) AS one
  CROSS JOIN LATERAL (SELECT array_agg(key) AS keys FROM (SELECT key FROM cadastre.parcel AS two WHERE upper_inf(two.valid) AND two.geom && one.geom ORDER BY ST_Distance(two.geom, one.geom), key LIMIT 10) AS near) AS beside`, [], ({ keys }: { keys: string[] }): CapacityQuestion => ({ parcels: keys }));
if (sites.length < 10 || parcels.length < ROUNDS) throw new Error('There are too few sites or parcels in this database: npm run seed first.');

console.log(database.kind);
for (const [name, questions] of [['site', sites], ['parcel', parcels], ['ten parcels together', together]] as const) {
  for (const question of questions.slice(0, 10)) await capacityOn(db, plansAt, question, today); // these warm up
  const times: number[] = [];
  const cpu = cpuMs();
  for (const question of questions) {
    const start = performance.now();
    await capacityOn(db, plansAt, question, today);
    times.push(performance.now() - start);
  }
  console.log(report(name, times, cpuMs() - cpu));
}
await database.close();
