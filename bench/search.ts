/**
 * How long a search takes: `npx tsx bench/search.ts [--explain]`, on the database of DATABASE_URL or DATA_DIR. Queries are made from what is in
 * the database, always the same ones: names typed half, without diacritics, with a slip; parcel numbers in several spellings; near and not.
 */
import { normalised } from '../domain/geo/normalised.ts';
import { readConfig } from '../server/config.ts';
import { openDatabase } from '../server/db/open.ts';
import { prepareSearch } from '../server/rooms/search/prepare.ts';
import { search } from '../server/rooms/search/search.ts';
import type { Near } from '../server/rooms/search/search.repository.ts';
import { cpuMs, report, seededRandom } from './measure.ts';

const ROUNDS = 60;
const random = seededRandom(20_261_101);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;

/** Two neighbouring letters change places. */
const withSlip = (text: string): string => { const at = 1 + Math.floor(random() * Math.max(1, text.length - 3)); return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2); };
const half = (text: string): string => text.slice(0, Math.max(1, Math.ceil(text.length * (0.3 + random() * 0.5))));

const database = await openDatabase(readConfig(process.env));
const { db } = database;
const prepared = performance.now();
const layers = await prepareSearch(database);
console.log(`${database.kind}: ${layers.length} layers prepared in ${(performance.now() - prepared).toFixed(0)} ms`);
console.log(await db.one('SELECT (SELECT count(*)::int FROM search.document) AS documents, (SELECT count(*)::int FROM search.word) AS words, (SELECT count(*)::int FROM cadastre.parcel) AS parcels'));

const names = await db.map('SELECT names[1] AS name FROM search.document ORDER BY md5(layer || id), id LIMIT 2000', [], (row: { name: string }) => row.name);
const parcels = await db.map('SELECT identifier FROM cadastre.parcel ORDER BY md5(identifier) LIMIT 500', [], (row: { identifier: string }) => row.identifier);
if (names.length === 0 || parcels.length === 0) throw new Error('There is nothing to search in this database: npm run seed first.');
const parts = (identifier: string): { district: number; number: string } => { const [, district = '0', number = ''] = identifier.split(/\.(?=\d{4}\.)|(?<=\.\d{4})\./); return { district: Number(district), number }; };

const queries: Readonly<Record<string, () => string>> = {
  'whole name': () => pick(names),
  'beginning of a name': () => half(pick(names)),
  'one letter': () => pick([...'abcdefghijklmnoprstuwz']),
  'name with a slip': () => withSlip(normalised(pick(names))),
  'parcel identifier': () => pick(parcels),
  'parcel, unit and district': () => { const { district, number } = parts(pick(parcels)); return `dz. nr ${number} obr. ${district} ${pick(['Podgórze', 'Śródmieście', 'Nowa Huta', 'Krowodrza'])}`; },
  'bare parcel number': () => parts(pick(parcels)).number,
  'beginning of a number': () => String(1 + Math.floor(random() * 99)),
  'nothing there': () => `${withSlip('xylofon')} ${Math.floor(random() * 999)}`,
};

const all: number[] = [];
let slowest = { ms: 0, text: '' };
// The first thousand or so calls of WebAssembly run uncompiled: they are not what a server does all day.
for (let round = 0; round < ROUNDS; round++) await search(db, pick(Object.values(queries))().slice(0, 100), [19.94, 50.06], 10);
let cpuOfAll = 0;
for (const [name, make] of Object.entries(queries)) {
  const times: number[] = [];
  const cpu = cpuMs();
  for (let round = 0; round < ROUNDS; round++) {
    const text = make().slice(0, 100);
    const near: Near = random() < 0.5 ? null : [19.85 + random() * 0.25, 50 + random() * 0.1];
    const start = performance.now();
    await search(db, text, near, 10);
    const ms = performance.now() - start;
    times.push(ms);
    if (ms > slowest.ms) slowest = { ms, text };
  }
  all.push(...times);
  cpuOfAll += cpuMs() - cpu;
  console.log(report(name, times, cpuMs() - cpu));
}
console.log(report('ALL', all, cpuOfAll));
console.log(`slowest: "${slowest.text}" ${slowest.ms.toFixed(1)} ms`);

if (process.argv.includes('--explain')) {
  const plan = (sql: string) => db.map(`EXPLAIN (ANALYZE, COSTS OFF) ${sql}`, [], (row: Record<string, string>) => row['QUERY PLAN']);
  console.log((await plan("SELECT layer, id FROM search.document WHERE body LIKE '%wielick%' AND body LIKE '% 12%'")).join('\n'));
  console.log((await plan("SELECT id FROM cadastre.parcel WHERE upper_inf(valid) AND number LIKE '191%'")).join('\n'));
  console.log((await plan("SELECT word FROM search.word WHERE word % 'wielcka' OR (left(word, 1) = left('wielcka', 1) AND length(word) BETWEEN 5 AND 9)")).join('\n'));
}
await database.close();
