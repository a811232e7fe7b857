/**
 * Measures tiles on the database of DATABASE_URL (or the embedded one of DATA_DIR), which must hold data: engines alone, the door cold, warm and
 * revalidating, a stampede, and how long an edit takes to be seen (a place is renamed and named back).
 * Run: npx tsx bench/tiles.ts [visits]
 */
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findLayer } from '../domain/layers/index.ts';
import { createLog } from '../server/http/log.ts';
import { readConfig } from '../server/config.ts';
import type { Database } from '../server/db/database.ts';
import { openDatabase } from '../server/db/open.ts';
import { createTileHandler } from '../server/rooms/tiles/tiles.handler.ts';
import { MAX_TILE_BYTES } from '../tiles/budget.ts';
import { dayInKrakow } from '../domain/day.ts';
import type { TileEngine } from '../tiles/engine.ts';
import { databaseSource } from '../tiles/geojson-vt/database-source.ts';
import { geojsonVtEngine } from '../tiles/geojson-vt/engine.ts';
import { postgisEngine } from '../tiles/postgis/engine.ts';
import { pathOf, session, type TileRequest } from './tiles-session.ts';

const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
const database = await openDatabase(config);
const requests = session(Number(process.argv[2] ?? 40));
const distinct = [...new Map(requests.map((each) => [pathOf(each), each])).values()];
console.log(`${database.kind}: ${requests.length} requests, ${distinct.length} different tiles, tsx on Node ${process.versions.node}`);

const percentile = (sorted: readonly number[], p: number): number => sorted[Math.min(sorted.length - 1, Math.floor((p / 100) * sorted.length))] ?? 0;
function print(what: string, times: readonly number[], more = ''): void {
  const sorted = [...times].sort((a, b) => a - b);
  const [p50, p95, p99] = [50, 95, 99].map((p) => percentile(sorted, p).toFixed(2).padStart(8));
  console.log(`${what.padEnd(34)} p50 ${p50} ms   p95 ${p95}   p99 ${p99}   ${more}`);
}

async function measureEngine(engine: TileEngine): Promise<void> {
  const day = dayInKrakow();
  const byKind = new Map<string, number[]>();
  const sizes: { bytes: number; path: string }[] = [];
  for (const each of distinct) {
    const layer = findLayer(each.layers)!;
    const start = performance.now();
    const { mvt } = await engine.renderTile(layer, each.address, { day });
    const name = `${engine.name} ${layer.id === 'parcels' ? `parcels z${each.address.z}` : 'other layers'}`;
    byKind.set(name, [...(byKind.get(name) ?? []), performance.now() - start]);
    if (mvt.length > 0) sizes.push({ bytes: mvt.length, path: pathOf(each) });
  }
  for (const [name, times] of [...byKind].sort()) print(name, times, `${times.length} tiles, slowest ${Math.max(...times).toFixed(0)} ms`);
  sizes.sort((a, b) => b.bytes - a.bytes);
  const mean = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / sizes.length;
  console.log(`${engine.name}: ${sizes.length} tiles hold something, ${(mean / 1000).toFixed(1)} kB on average, largest ${((sizes[0]?.bytes ?? 0) / 1000).toFixed(0)} kB `
    + `(${sizes[0]?.path}); over ${MAX_TILE_BYTES / 1000} kB before reduction: ${sizes.filter(({ bytes }) => bytes > MAX_TILE_BYTES).length}`);
}

interface Answer { readonly status: number; readonly etag: string; readonly bytes: number; readonly ms: number }

const agent = new Agent({ keepAlive: true, maxSockets: 250 });
function openDoor(on: Database): Promise<{ ask(path: string, known?: string): Promise<Answer>; close(): Promise<void> }> {
  const handler = createTileHandler({ config, database: on, log: createLog('silent') });
  const server = createServer((req, res) => { handler.handle(req, res); });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        ask: (path, known) => new Promise((done, fail) => {
          const start = performance.now();
          request({ port, host: '127.0.0.1', path, agent, headers: { 'Accept-Encoding': 'br', ...(known ? { 'If-None-Match': known } : {}) } }, (res) => {
            let bytes = 0;
            res.on('data', (chunk: Buffer) => { bytes += chunk.length; });
            res.on('end', () => { done({ status: res.statusCode ?? 0, etag: res.headers.etag ?? '', bytes, ms: performance.now() - start }); });
          }).on('error', fail).end();
        }),
        close: async () => { server.closeAllConnections(); server.close(); await handler.close(); },
      });
    });
  });
}

/** Six at a time, as a browser does. */
async function replay(list: readonly TileRequest[], ask: (each: TileRequest) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: 6 }, async () => {
    for (let i = next++; i < list.length; i = next++) answers.push(await ask(list[i]!));
  }));
  return answers;
}

async function measureDoor(): Promise<void> {
  const door = await openDoor(database);
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  const etags = new Map<string, string>();
  const run = async (name: string, list: readonly TileRequest[], known: boolean): Promise<void> => {
    const cpu = process.cpuUsage();
    const answers = await replay(list, async (each) => {
      const path = pathOf(each);
      const answer = await door.ask(path, known ? etags.get(path) : undefined);
      etags.set(path, answer.etag);
      return answer;
    });
    const { user, system } = process.cpuUsage(cpu);
    const filled = answers.filter(({ bytes }) => bytes > 0);
    const statuses = [...new Set(answers.map(({ status }) => status))].sort().map((status) => `${answers.filter((answer) => answer.status === status).length}×${status}`);
    print(name, answers.map(({ ms }) => ms), `${(answers.length / ((user + system) / 1e6)).toFixed(0)} requests a CPU second (client included), `
      + `${(filled.reduce((sum, { bytes }) => sum + bytes, 0) / Math.max(1, filled.length) / 1000).toFixed(1)} kB br a tile, ${statuses.join(' ')}`);
  };
  await run('door, cold', distinct, false);
  await run('door, warm', requests, false);
  await run('door, revalidating', requests, true);
  await measureStampede(door.ask);
  await measureStaleness(door.ask);
  console.log(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`);
  await door.close();
}

async function measureStampede(ask: (path: string) => Promise<Answer>): Promise<void> {
  const cold = '/tiles/zones,parcels,streets/15/18205/11108.mvt';
  const start = performance.now();
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask(cold)));
  console.log(`stampede of 200 on one cold tile: all answered after ${(performance.now() - start).toFixed(0)} ms, ${answers.filter(({ status }) => status === 200 || status === 204).length} well`);
}

/** From the commit of an edit until the tile door makes the tile anew, seen from outside: by a place that is really renamed and renamed back. */
async function measureStaleness(ask: (path: string) => Promise<Answer>): Promise<void> {
  const place = await database.db.oneOrNone<{ id: number; name: string; x: number; y: number }>(`
    SELECT id, name, (ST_X(geom_3857) / 40075016.68557849 + 0.5) AS x, (0.5 - ST_Y(geom_3857) / 40075016.68557849) AS y FROM base.place ORDER BY id LIMIT 1`);
  if (!place) { console.log('staleness: no place to rename'); return; }
  const path = `/tiles/places/14/${Math.floor(place.x * 2 ** 14)}/${Math.floor(place.y * 2 ** 14)}.mvt`;
  const times: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    const before = (await ask(path)).etag;
    await database.db.none('UPDATE base.place SET name = $1 WHERE id = $2', [i % 2 === 0 ? `${place.name}!` : place.name, place.id]);
    const committed = performance.now();
    while ((await ask(path)).etag === before) if (performance.now() - committed > 5_000) throw new Error('the edit is not seen');
    times.push(performance.now() - committed);
  }
  print('edit seen after commit', times);
}

const query = (text: string, values: readonly unknown[]) => database.db.any(text, [...values]);
const engines = [...(database.kind === 'postgresql' ? [postgisEngine(query)] : []), geojsonVtEngine(databaseSource(query))];
for (const engine of engines) await measureEngine(engine);
await measureDoor();
agent.destroy();
await database.close();
