/** How soon fifty connected planners hear of a change while one writes five times a second: `npx tsx bench/live.ts [home]`, figures in ms. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { migrate } from '../server/db/migrate.ts';
import { openDatabase } from '../server/db/open.ts';
import { createLog } from '../server/http/log.ts';
import { openDoor } from '../server/serve.ts';
import { listen } from '../tests/support/listener.ts';
import { signIn } from '../tests/support/people.ts';

const [PLANNERS, WRITES, EVERY_MS] = [50, 50, 200];

// DATABASE_URL: an empty database of PostgreSQL; without it an embedded one that is made for this and thrown away.
const folder = await mkdtemp(join(tmpdir(), 'msip-live-'));
const door = await openDoor({ host: '127.0.0.1', port: 0 });
const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: folder, PUBLIC_URL: door.url, DATABASE_URL: process.env['DATABASE_URL'] });
const database = await openDatabase(config);
await migrate(database);
await database.restrict();
const now = (): Date => new Date();
const app = createApp({ config, database, log: createLog('silent'), now });
door.admitTo(app);

const people: Awaited<ReturnType<typeof signIn>>[] = [];
for (let n = 0; n < PLANNERS; n += 1) people.push(await signIn({ url: door.url, config, database, now }, { login: `planner-${n}`, role: 'planner' }));
const streams = await Promise.all(people.map((person) => listen(person)));
while (!streams.every(({ heard }) => heard.some(({ name }) => name === 'hello'))) await delay(20);

const written = new Map<string, number>();
for (let n = 0; n < WRITES; n += 1) {
  const id = randomUUID();
  written.set(id, performance.now());
  await database.db.tx(async (t) => {
    await t.none(`INSERT INTO office.annotation (id, version, status, visibility, category, priority, title, body, tags, author, created_at, changed_at, changed_by, place)
      VALUES ($1, 1, 'open', 'office', 'note', 'normal', 'Próg', '', '{}', $2, now(), now(), $2, ST_SetSRID(ST_MakePoint(7423966.7, 5547788.4), 2178))`, [id, people[0]!.id]);
    await t.any(`SELECT office.record_version($1, $2, 'created')`, [id, people[0]!.id]);
  });
  await delay(EVERY_MS);
}
await delay(1_000);
const latencies = streams.flatMap(({ heard }) => heard.flatMap(({ event, atMs }) => (event && written.has(event.id) ? [atMs - written.get(event.id)!] : []))).sort((a, b) => a - b);
const at = (share: number): string => (latencies[Math.floor(share * (latencies.length - 1))] ?? Number.NaN).toFixed(1);
process.stdout.write(`${database.kind}: ${latencies.length} of ${PLANNERS * WRITES} heard; from before the write to the listener p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms\n`);
for (const stream of streams) stream.stop();
await door.close(0);
await app.close();
await database.close();
rmSync(folder, { recursive: true, force: true });
