/**
 * How long an extract takes: `npx tsx bench/extract.ts`, on the database of DATABASE_URL or DATA_DIR. 300 parcels from all over the register,
 * today and on another day, places, and areas of 1 and 25 hectares; then the query plan of the heaviest theme, which must use the GiST index.
 */
import { dayInKrakow } from '../domain/day.ts';
import { zones } from '../domain/layers/zones.ts';
import { readConfig } from '../server/config.ts';
import { openDatabase } from '../server/db/open.ts';
import { inSnapshot } from '../server/db/snapshot.ts';
import { areaSubject, piecesSql } from '../server/rooms/extract/extract.repository.ts';
import { extractOf } from '../server/rooms/extract/extract.ts';
import { parcelExtract, placeExtract } from '../server/rooms/extract/extract.routes.ts';
import { findParcel } from '../server/registers/parcel.ts';
import { cpuMs, report } from './measure.ts';

const ROUNDS = 300;
const database = await openDatabase(readConfig(process.env));
const { db } = database;
const today = dayInKrakow();
const parcels = await db.any<{ key: string; lon: number; lat: number }>(`SELECT key, ST_X(point) AS lon, ST_Y(point) AS lat FROM (
  SELECT key, ST_Transform(ST_PointOnSurface(geom), 4326) AS point FROM cadastre.parcel WHERE upper_inf(valid) ORDER BY md5(key) LIMIT $1) AS sampled`, [ROUNDS + 10]);
if (parcels.length < ROUNDS) throw new Error('There are too few parcels in this database: npm run seed first.');

/** A square of so many metres around a place, in degrees. */
const square = ({ lon, lat }: { lon: number; lat: number }, metres: number) => {
  const [x, y] = [metres / 2 / 71_500, metres / 2 / 111_200];
  return { type: 'Polygon' as const, coordinates: [[[lon - x, lat - y], [lon + x, lat - y], [lon + x, lat + y], [lon - x, lat + y], [lon - x, lat - y]] as [number, number][]] };
};
const area = (metres: number) => (one: (typeof parcels)[number]): Promise<unknown> =>
  inSnapshot(db, async (t) => extractOf(t, { kind: 'area' }, await areaSubject(t, square(one, metres)), today, 0));

const asks: Readonly<Record<string, (one: (typeof parcels)[number]) => Promise<unknown>>> = {
  'parcel, today': ({ key }) => parcelExtract(db, key, today),
  'place, 1.05.2018': ({ lon, lat }) => placeExtract(db, lon, lat, '2018-05-01'),
  'place, today': ({ lon, lat }) => placeExtract(db, lon, lat, today),
  'area of 1 ha': area(100),
  'area of 25 ha': area(500),
};
console.log(`${database.kind}, ${ROUNDS} each`);
for (const [name, ask] of Object.entries(asks)) {
  const times: number[] = [];
  let cpu = 0;
  for (const [round, one] of parcels.entries()) {
    if (round === 10) cpu = cpuMs();
    const start = performance.now();
    await ask(one);
    if (round >= 10) times.push(performance.now() - start); // the first ten warm up
  }
  console.log(report(name, times, cpuMs() - cpu));
}
const subject = await findParcel(db, parcels[0]!.key, today);
const plan = await db.map(`EXPLAIN ${piecesSql(subject, zones, ['key'], today, 1.1)}`, [], (row: { 'QUERY PLAN': string }) => row['QUERY PLAN']);
console.log(plan.filter((line) => line.includes('Scan')).join('\n'));
await database.close();
