/** Changes told by PostgreSQL: which tables tell, what they tell, and what happens while nobody can hear or answer. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAYERS } from '../../domain/layers/index.ts';
import type { Database } from '../../server/db/database.ts';
import { openPostgresql } from '../../server/db/postgresql.ts';
import { LayerChange } from '../../tiles/change.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { type Door, openDoor } from './support/door.ts';
import { type Cable, cableTo } from './support/proxy.ts';

const TILE = '/tiles/zones/14/9101/5553.mvt';
const OTHER = '/tiles/zones/14/9100/5553.mvt';

let own: TestDatabase;
let cable: Cable;
/** The database as the server sees it: through the cable. */
let served: Database;
let door: Door;

beforeAll(async () => {
  own = await ownDatabase('empty');
  await own.database.db.multi(readFileSync(new URL('./support/fixture.sql', import.meta.url), 'utf8'));
  cable = await cableTo(own.env['DATABASE_URL'] ?? '');
  served = await openPostgresql(cable.url);
  door = await openDoor(served);
  await delay(200);
});
afterAll(async () => {
  await door.close();
  await served.close();
  await cable.pull();
  await own.remove();
});

async function until(check: () => Promise<boolean>, limitMs = 5_000): Promise<void> {
  const start = performance.now();
  while (!(await check())) {
    if (performance.now() - start > limitMs) throw new Error('it does not come about');
    await delay(25);
  }
}

describe.each(LAYERS)('layer $id', ({ id, view, generalised }) => {
  it('tells every change of the tables whose geometry it shows', async () => {
    const views = [view, ...(generalised ? [`layer.${generalised.view}`] : [])];
    const tables = await own.database.db.any<{ watched: string; events: string[] }>(`
      SELECT source.oid::regclass::text AS watched, array(
        SELECT event FROM pg_trigger, unnest(ARRAY['inserted', 'updated', 'deleted', 'truncated']) AS event WHERE tgrelid = source.oid AND tgname = 'tell_' || $2 || '_' || event
      ) AS events
      FROM pg_class AS source
      WHERE source.relkind = 'r' AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = source.oid AND attname = 'geom_3857')
        AND EXISTS (SELECT FROM pg_rewrite JOIN pg_depend ON objid = pg_rewrite.oid WHERE ev_class = ANY ($1::regclass[]) AND refclassid = 'pg_class'::regclass AND refobjid = source.oid)`, [views, id]);
    expect(tables.length).toBeGreaterThan(0);
    for (const { watched, events } of tables) expect(events.sort(), watched).toEqual(['deleted', 'inserted', 'truncated', 'updated']);
  });
});

describe('a statement', () => {
  it('of many rows tells once, with the box of all of them before and after', async () => {
    const heard: LayerChange[] = [];
    const stop = await own.database.listen('layer_changed', (payload) => { heard.push(LayerChange.parse(JSON.parse(payload))); });
    await own.database.db.none('UPDATE base.address SET geom = ST_Translate(geom, 1000, 0)');
    await own.database.db.none(`UPDATE base.address SET postcode = '30-001' WHERE false`);
    await until(async () => Promise.resolve(heard.length > 0));
    await delay(100);
    await stop();
    const { west, east } = await own.database.db.one<{ west: number; east: number }>('SELECT ST_XMin(e) AS west, ST_XMax(e) AS east FROM (SELECT ST_Extent(geom_3857) AS e FROM base.address) AS box');
    expect(heard.map(({ layer }) => layer)).toEqual(['addresses']);
    const [from = 0, , to = 0] = heard[0]?.bbox ?? [];
    // The box reaches from where the westernmost point was (a kilometre, 1.56 km in this projection) to where the easternmost is now.
    expect(from).toBeLessThan(west - 1_500);
    expect(to - east).toBeLessThanOrEqual(1);
    expect(to).toBeGreaterThanOrEqual(east);
  });
});

describe('the database', () => {
  it('that ends the listening session is not believed to be unchanged: tiles are made anew', async () => {
    const before = (await door.ask(TILE)).headers.etag;
    // The change is made while nobody hears it.
    await own.database.db.tx(async (t) => {
      await t.any(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`);
      await t.none(`UPDATE planning.zone SET symbol = symbol || 'a'`);
    });
    await until(async () => (await door.ask(TILE)).headers.etag !== before);
  });

  it('that is away leaves kept tiles as stale and others 503, and everything is as before when it is back', async () => {
    await until(async () => (await door.ask(TILE)).status === 200);
    await cable.pull();
    await until(async () => (await door.ask(TILE)).headers['x-tile-stale'] === '1');
    expect((await door.ask(TILE)).status).toBe(200);
    const other = await door.ask(OTHER);
    expect([other.status, other.headers['content-type'], 'retry-after' in other.headers]).toEqual([503, 'application/problem+json', true]);
    await cable.plug();
    await until(async () => (await door.ask(OTHER)).status === 200);
    await until(async () => (await door.ask(TILE)).headers['x-tile-stale'] === undefined);
  });

  it('that is away does not keep the door from closing', async () => {
    const second = await openDoor(served);
    await second.ask(TILE);
    await cable.pull();
    const start = performance.now();
    await second.close();
    expect(performance.now() - start).toBeLessThan(2_000);
    await cable.plug();
  });
});
