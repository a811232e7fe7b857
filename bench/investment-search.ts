/**
 * How long the investor's search takes: `npx tsx bench/investment-search.ts`, on the database of DATABASE_URL or DATA_DIR. Needs as people build them:
 * a condition more, a bound moved, a place drawn, weights turned; with all facets, as the panel asks. Once with conditions that nobody has asked
 * before, and once as a session in which one thing changes at a time.
 */
import { readConfig } from '../server/config.ts';
import { openDatabase } from '../server/db/open.ts';
import { keepLand } from '../server/rooms/land-search/land-snapshot.ts';
import { answerOf } from '../server/rooms/land-search/land-search.ts';
import { LandSearchQuery, QUERYABLES } from '../server/rooms/land-search/land-search.query.ts';
import { gateFilter } from '../server/registers/filter.ts';
import { cpuMs, report, seededRandom } from './measure.ts';

const ROUNDS = 60;
const WARM = 15;
const random = seededRandom(20_261_103);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
const between = (low: number, high: number): number => Math.round(low + random() * (high - low));

const condition: readonly (() => string)[] = [
  () => `area_ha >= ${between(1, 300) / 100}`, () => `area_ha BETWEEN ${between(1, 100) / 100} AND ${between(200, 900) / 100}`, () => `motorway_m <= ${between(300, 9000)}`, () => `station_m < ${between(100, 4000)}`,
  () => `zone_class IN ('${pick(['P', 'P/U', 'U'])}', '${pick(['MW', 'MN', 'UC'])}')`, () => `price_pln <= ${between(1, 60) * 1e5}`, () => `flood_pct = 0 AND heritage_pct < ${between(1, 50)}`, () => `A_CONTAINS(utilities, ('${pick(['gaz', 'woda', 'światłowód'])}'))`,
  () => `max_height_m >= ${between(9, 30)}`, () => `max_intensity > ${between(2, 40) / 10}`, () => `ownership = '${pick(['municipality', 'municipality-usufruct', 'mixed'])}'`, () => 'road_contact = TRUE', () => `plan_pct > ${between(10, 99)}`,
];
const circle = (): string => `S_DWITHIN(geom, POINT(${(19.85 + random() * 0.3).toFixed(5)} ${(50 + random() * 0.1).toFixed(5)}), ${between(500, 4000)})`;
const drawn = (): string => {
  const [lon, lat, size] = [19.85 + random() * 0.25, 50 + random() * 0.08, 0.01 + random() * 0.03];
  const ring = Array.from({ length: 13 }, (_, at) => { const turn = (Math.PI * (at % 12)) / 6; return `${(lon + size * 1.5 * Math.cos(turn)).toFixed(5)} ${(lat + size * Math.sin(turn)).toFixed(5)}`; });
  return `S_INTERSECTS(geom, POLYGON((${ring.join(', ')})))`;
};
const some = (count: number): string[] => Array.from({ length: count }, () => pick(condition)());
const weights = (): string => `motorway_m:${between(1, 5)},area_ha:${between(1, 5)},price_pln:${between(1, 5)},flood_pct:${between(1, 5)}`;

const session: string[] = some(4);
const kinds: Readonly<Record<string, () => Record<string, string>>> = {
  'everything': () => ({}),
  'one condition': () => ({ filter: some(1).join(' AND ') }),
  'five conditions, weighed': () => ({ filter: some(5).join(' AND '), weights: weights() }),
  'ten conditions (often none)': () => ({ filter: some(10).join(' AND '), relax: 'true' }),
  'circle and three': () => ({ filter: [circle(), ...some(3)].join(' AND '), weights: weights() }),
  'drawn area and three': () => ({ filter: [drawn(), ...some(3)].join(' AND ') }),
  'three areas': () => ({ filter: `(${[drawn(), drawn(), circle()].join(' OR ')}) AND ${some(2).join(' AND ')}` }),
  'one more step of a session': () => { session[between(0, 3)] = pick(condition)(); return { filter: session.join(' AND '), weights: weights(), relax: 'true' }; },
  'next page, other weights': () => ({ filter: session.join(' AND '), weights: weights(), offset: '20' }),
};

const database = await openDatabase(readConfig(process.env));
const { db } = database;
const land = keepLand(db);
async function search(parameters: Record<string, string>): Promise<number> {
  const query = LandSearchQuery.parse(parameters);
  if (query.filter) await gateFilter(db, query.filter);
  const answer = await land.judge(query.conditions, QUERYABLES, (judgement) => answerOf(query, judgement));
  JSON.stringify(answer);
  return answer.total;
}

const began = performance.now();
console.log(`${database.kind}: ${await search({})} pieces of land, loaded and searched in ${(performance.now() - began).toFixed(0)} ms`);
const all: number[] = [];
const cpuOfAll = cpuMs();
for (const [name, make] of Object.entries(kinds)) {
  const times: number[] = [];
  let [cpu, found] = [0, 0];
  for (let round = -WARM; round < ROUNDS; round += 1) {
    if (round === 0) cpu = cpuMs();
    const parameters = make();
    const start = performance.now();
    found += await search(parameters);
    if (round >= 0) times.push(performance.now() - start);
  }
  all.push(...times);
  console.log(`${report(name, times, cpuMs() - cpu)}   ${Math.round(found / (ROUNDS + WARM))} found`);
}
console.log(report('all', all, cpuMs() - cpuOfAll));
await database.close();
