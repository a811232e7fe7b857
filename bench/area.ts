/**
 * How long a spatial search takes: `npx tsx bench/area.ts`, on the database of DATABASE_URL or DATA_DIR. Circles of 300 m over six layers at
 * seeded places where there are parcels, the distance from sites, and smaller and larger circles beside them.
 */
import type { AreaOfInterest } from '../domain/contract/area.ts';
import { findLayer } from '../domain/layers/index.ts';
import { readConfig } from '../server/config.ts';
import { openDatabase } from '../server/db/open.ts';
import { searchArea } from '../server/rooms/area/area.ts';
import { cpuMs, report, seededRandom } from './measure.ts';

const ROUNDS = 50;
const LAYERS = ['parcels', 'zones', 'plans', 'addresses', 'municipal-land', 'investment-sites'].map((id) => findLayer(id)!);
const random = seededRandom(20_261_102);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;

const database = await openDatabase(readConfig(process.env));
const { db } = database;
const places = await db.any<{ longitude: number; latitude: number }>(`SELECT ST_X(point) AS longitude, ST_Y(point) AS latitude FROM (
  SELECT ST_Transform(ST_PointOnSurface(geom), 4326) AS point FROM cadastre.parcel ORDER BY md5(key) LIMIT 500) AS sampled`);
const sites = await db.map('SELECT key FROM layer.investment_sites ORDER BY md5(key)', [], (row: { key: string }) => row.key);
if (places.length === 0 || sites.length === 0) throw new Error('There is nothing to search in this database: npm run seed first.');
const circle = (radiusM: number) => (): AreaOfInterest => { const { longitude, latitude } = pick(places); return { type: 'circle', center: [longitude, latitude], radiusM }; };

const areas: Readonly<Record<string, () => AreaOfInterest>> = {
  'circle of 100 m': circle(100),
  'circle of 300 m (typical)': circle(300),
  'circle of 1000 m': circle(1000),
  'site and 200 m round it': () => ({ type: 'distance', layer: 'investment-sites', key: pick(sites), distanceM: 200 }),
};

console.log(`${database.kind}, ${LAYERS.length} layers: ${LAYERS.map(({ id }) => id).join(', ')}`);
for (const [name, make] of Object.entries(areas)) {
  const times: number[] = [];
  let found = 0;
  let cpu = 0;
  for (let round = -10; round < ROUNDS; round++) {
    const area = make();
    const start = performance.now();
    const { layers } = await searchArea(db, area, LAYERS, { limit: 50, offset: 0 });
    if (round >= 0) times.push(performance.now() - start); // the first ten warm up
    else cpu = cpuMs();
    found += layers.reduce((sum, { count }) => sum + count, 0);
  }
  console.log(`${report(name, times, cpuMs() - cpu)}   ${Math.round(found / (ROUNDS + 10))} objects a search`);
}
await database.close();
