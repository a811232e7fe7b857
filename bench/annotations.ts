/**
 * How long a map and a list of 10,000 annotations in one view take over HTTP: `npx tsx bench/annotations.ts`, on the database of DATABASE_URL or
 * DATA_DIR. Everything happens in one transaction that is rolled back at the end; `--plans` tells how the database finds them.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { QueryFile } from 'pg-promise';
import { AnnotationMapQuery, AnnotationQuery } from '../domain/contract/office/annotation.ts';
import type { Viewer } from '../domain/office/roles.ts';
import { createApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { type Database, type Db, pgp, type Transaction } from '../server/db/database.ts';
import { openDatabase } from '../server/db/open.ts';
import { createLog } from '../server/http/log.ts';
import { setViewer } from '../server/http/viewer.ts';
import { listAnnotations, mapOfAnnotations } from '../server/rooms/annotations/read.repository.ts';
import { cpuMs, report } from './measure.ts';

const MANY = 10_000;
const ROUNDS = 40;
const WARM = 10;
const CENTRE = '19.85,50.02,20.05,50.1';
/** Half in the centre, the rest all over the city; one in four is an area of eight corners. Residents may see a tenth. */
const FILL = `INSERT INTO office.annotation (id, version, status, visibility, category, priority, title, body, tags, due_on, assignee, author, created_at, changed_at, changed_by, geom, place)
  SELECT gen_random_uuid(), 1, (ARRAY['open', 'in-review', 'decided', 'closed'])[1 + n % 4], CASE WHEN n % 10 = 0 THEN 'public' ELSE 'office' END, (ARRAY['note', 'question', 'conflict', 'proposal'])[1 + n % 4],
    (ARRAY['low', 'normal', 'high', 'urgent'])[1 + n % 4], 'Adnotacja ' || n || ' – wysokość zabudowy i dojazd', repeat('Do sprawdzenia z rysunkiem planu. ', 10), ARRAY['próba', 'tag ' || n % 50],
    CASE WHEN n % 3 = 0 THEN date '2026-01-01' + n % 365 END, $2, $2, now(), now() - n * interval '1 minute', $2, CASE WHEN n % 4 = 0 THEN ST_Buffer(place, 30, 2) ELSE place END, place
  FROM generate_series(1, $1) AS n
  CROSS JOIN LATERAL (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(19.86 + 0.18 * random_of(n, 1), 50.025 + 0.07 * random_of(n, 2)), 4326), 2178) AS place) AS placed`;
/** The same places every time: parts of a hash. */
const random = (n: string, part: number): string => `(('x' || substr(md5(${n}::text), ${1 + 8 * part}, 7))::bit(28)::integer / 268435456.0)`;

const database = await openDatabase(readConfig(process.env));
class Undone extends Error {}
class Plan extends Error { readonly lines: string[]; constructor(lines: string[]) { super('told'); this.lines = lines; } }

await database.longTransaction(async (t) => {
  const { id } = await t.one<{ id: number }>(`INSERT INTO office.account (login, name, role, whole_city) VALUES ('pomiar.annotacji', 'Pomiar', 'planner', true) RETURNING id`);
  await t.none(FILL.replace('random_of(n, 1)', random('n', 0)).replace('random_of(n, 2)', random('n', 1)), [MANY, id]);
  await t.none('ANALYZE office.annotation');
  const planner: Viewer = { kind: 'account', id, login: 'pomiar.annotacji', name: 'Pomiar', role: 'planner', wholeCity: true, areas: [] };
  if (process.argv.includes('--plans')) await tellPlans(t, planner);
  await measure({ ...database, db: t as unknown as Db }, planner);
  throw new Undone();
}).catch((error: unknown) => { if (!(error instanceof Undone)) throw error; });
await database.close();

async function measure(within: Database, planner: Viewer): Promise<void> {
  const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
  const app = createApp({ config, database: within, log: createLog('silent') });
  const server = createServer((req, res) => {
    if (req.headers['x-viewer'] === 'planner') setViewer(req, planner, () => Promise.resolve(true));
    app.handle(req, res);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { plan } = await within.db.one<{ plan: string }>('SELECT key AS plan FROM planning.plan WHERE upper_inf(valid) ORDER BY ST_Area(geom) DESC LIMIT 1');
  console.log(`${within.kind}, ${MANY} annotations`);
  for (const [name, path, headers] of [
    ['map of all, as a planner', `/api/annotations/map?bbox=${CENTRE}`, { 'x-viewer': 'planner' }],
    ['… uncompressed', `/api/annotations/map?bbox=${CENTRE}`, { 'x-viewer': 'planner', 'accept-encoding': 'identity' }],
    ['map of all, what was drawn', `/api/annotations/map?bbox=${CENTRE}&full=true`, { 'x-viewer': 'planner' }],
    ['map of all, as a resident', `/api/annotations/map?bbox=${CENTRE}`, {}],
    ['map of a street', '/api/annotations/map?bbox=19.93,50.055,19.95,50.065&full=true', { 'x-viewer': 'planner' }],
    ['list, 100 of all', `/api/annotations?bbox=${CENTRE}`, { 'x-viewer': 'planner' }],
    ['list, 500 of all', `/api/annotations?bbox=${CENTRE}&limit=500`, { 'x-viewer': 'planner' }],
    ['list, by title', `/api/annotations?bbox=${CENTRE}&sort=title`, { 'x-viewer': 'planner' }],
    ['list, mine that are due', '/api/annotations?mine=true&due=overdue&sort=due', { 'x-viewer': 'planner' }],
    ['list, text', '/api/annotations?q=zabudowy%20i', { 'x-viewer': 'planner' }],
    ['list, of a plan', `/api/annotations?plan=${plan}`, { 'x-viewer': 'planner' }],
  ] as const) await time(name, root + path, { 'accept-encoding': 'br, gzip', ...headers });
  server.closeAllConnections();
  server.close();
  await app.close();
}

async function time(name: string, url: string, headers: Record<string, string>): Promise<void> {
  const times: number[] = [];
  let [cpu, bytes] = [0, 0];
  for (let round = -WARM; round < ROUNDS; round++) {
    if (round === 0) cpu = cpuMs();
    const start = performance.now();
    const response = await fetch(url, { headers });
    bytes = (await response.arrayBuffer()).byteLength;
    if (response.status !== 200) throw new Error(`${response.status} from ${url}`);
    if (round >= 0) times.push(performance.now() - start);
  }
  console.log(`${report(name, times, cpuMs() - cpu)}   ${Math.round(bytes / 1024)} kB`);
}

/** EXPLAIN of what the repository sends, through a connection that puts the word before each question. */
async function tellPlans(t: Transaction, viewer: Viewer): Promise<void> {
  const explain = (parameters: { method: 'many' | 'one' }) => new Proxy(t, {
    get: (target, name) => (name === parameters.method
      ? async (query: QueryFile, values: object) => { throw new Plan(await target.map('EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON) $1:raw', [pgp.as.format(query, values)], (row: { 'QUERY PLAN': string }) => row['QUERY PLAN'])); }
      : Reflect.get(target, name) as unknown),
  });
  for (const [name, ask] of [
    ['map', () => mapOfAnnotations(explain({ method: 'one' }), viewer, AnnotationMapQuery.parse({ bbox: CENTRE }), false)],
    ['map of a street', () => mapOfAnnotations(explain({ method: 'one' }), viewer, AnnotationMapQuery.parse({ bbox: '19.93,50.055,19.95,50.065' }), true)],
    ['list', () => listAnnotations(explain({ method: 'many' }), viewer, AnnotationQuery.parse({ bbox: CENTRE }))],
  ] as const) {
    const told = await (ask() as Promise<unknown>).catch((error: unknown) => { if (error instanceof Plan) return error.lines; throw error; });
    console.log(`${name}\n  ${(told as string[]).join('\n  ')}`);
  }
}
