/** Tiles over HTTP on both databases: what is stored is what is drawn, and an edit is seen at once. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLayer } from '../../domain/layers/index.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { decode, type DecodedTile } from '../tiles/support/decode.ts';
import { type Door, openDoor } from '../tiles/support/door.ts';

/** In the middle of the fixture, and far from it but in the city. */
const HERE = '14/9101/5553';
const AWAY = '14/9094/5551';

let own: TestDatabase;
let door: Door;
/** Sent by the tile door. */
let queries = 0;

beforeAll(async () => {
  own = await ownDatabase('empty');
  await own.database.db.multi(readFileSync(new URL('../tiles/support/fixture.sql', import.meta.url), 'utf8'));
  const { db } = own.database;
  const counting = Object.create(db, { any: { value: (...query: Parameters<typeof db.any>) => { queries += 1; return db.any(...query); } } }) as typeof db;
  door = await openDoor({ ...own.database, db: counting });
  // Until changes are heard nothing is kept, which would make these tests pass for the wrong reason.
  await delay(300);
});
afterAll(async () => {
  await door.close();
  await own.remove();
});

async function tile(layers: string, address = HERE): Promise<DecodedTile> {
  const { status, body } = await door.ask(`/tiles/${layers}/${address}.mvt`);
  expect([200, 204]).toContain(status);
  return decode(body);
}

/** Waits until the tile is as expected, at most a second: longer is stale. */
async function within1s(check: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  while (performance.now() - start < 1_000) {
    if (await check()) return performance.now() - start;
    await delay(10);
  }
  throw new Error('after a second the tile still shows the old state');
}

const ids = (decoded: DecodedTile, layer: string): (number | undefined)[] => (decoded[layer] ?? []).map(({ id }) => id);

describe('tiles', () => {
  it('hold the features of their place with the declared attributes', async () => {
    const { zones = [], 'zones-labels': labels = [] } = await tile('zones');
    expect(zones.length).toBeGreaterThan(10);
    expect(new Set(zones.flatMap(({ attributes }) => Object.keys(attributes)))).toEqual(new Set(['symbol', 'zone_class', 'plan_status']));
    expect(zones.some(({ attributes }) => attributes['zone_class'] === 'ŹW')).toBe(true);
    const features = new Map(zones.map(({ id, attributes }) => [id, attributes]));
    for (const { id, attributes } of labels) expect(features.get(id)).toEqual(attributes);
  });

  it('of several layers hold the same as the tiles of each', async () => {
    expect(await tile('zones,streets,rivers')).toEqual({ ...await tile('zones'), ...await tile('streets'), ...await tile('rivers') });
  });

  it('of demonstration data are described as such, others are not', async () => {
    const attribution = async (layer: string): Promise<string> => (JSON.parse((await door.ask(`/tiles/${layer}.json`)).body.toString()) as { attribution: string }).attribution;
    expect(await attribution('places')).toBe(`${findLayer('places')!.source.attribution} (dane demonstracyjne)`);
    expect(await attribution('schools')).toBe(findLayer('schools')!.source.attribution);
  });

  it('are 204 where nothing is', async () => {
    expect((await door.ask('/tiles/zones/14/0/0.mvt')).status).toBe(204);
  });
});

describe('an edit is seen within a second:', () => {
  const edit = (sql: string): Promise<null> => own.database.db.none(sql);

  it('a row that is added, changed and removed', async () => {
    expect((await tile('places'))['places'] ?? []).not.toContainEqual(expect.objectContaining({ attributes: { name: 'Źródełko', kind: 'spring' } }));
    const named = async (name: string): Promise<boolean> => ((await tile('places,rivers'))['places'] ?? []).some(({ attributes }) => attributes['name'] === name);
    await edit(`INSERT INTO base.place (key, dataset_id, name, kind, geom) VALUES ('nowe', 1, 'Źródełko', 'spring', ST_SetSRID(ST_MakePoint(7427000, 5546000), 2178))`);
    await within1s(() => named('Źródełko'));
    await edit(`UPDATE base.place SET name = 'Źródło' WHERE key = 'nowe'`);
    await within1s(() => named('Źródło'));
    await edit(`DELETE FROM base.place WHERE key = 'nowe'`);
    await within1s(async () => !(await named('Źródło')));
  });

  it('a zone whose plan comes into force', async () => {
    const statuses = async (): Promise<Set<unknown>> => new Set(((await tile('zones'))['zones'] ?? []).map(({ attributes }) => attributes['plan_status']));
    expect(await statuses()).toContain('in-preparation');
    await edit(`UPDATE planning.plan SET status = 'in-force' WHERE status = 'in-preparation'`);
    await within1s(async () => !(await statuses()).has('in-preparation'));
  });

  it('an emptied table', async () => {
    expect(ids(await tile('streets'), 'streets').length).toBeGreaterThan(0);
    await edit('TRUNCATE base.street');
    await within1s(async () => ids(await tile('streets'), 'streets').length === 0);
  });

  it('a transaction at its end, not before and not when it is rolled back', async () => {
    const before = (await door.ask(`/tiles/rivers/${HERE}.mvt`)).headers.etag;
    await own.database.db.tx(async (t) => {
      await t.none('DELETE FROM base.river');
      throw new Error('changed my mind');
    }).catch(() => {});
    await delay(200);
    expect((await door.ask(`/tiles/rivers/${HERE}.mvt`)).headers.etag).toBe(before);
    await own.database.db.tx((t) => t.none(`DELETE FROM base.river WHERE key = 'r2'`));
    await within1s(async () => (await door.ask(`/tiles/rivers/${HERE}.mvt`)).headers.etag !== before);
  });

  it('while tiles elsewhere are not made again', async () => {
    await tile('places', AWAY);
    await edit(`INSERT INTO base.place (key, dataset_id, name, kind, geom) VALUES ('inne', 1, 'Inne', 'spring', ST_SetSRID(ST_MakePoint(7427000, 5546000), 2178))`);
    await within1s(async () => ((await tile('places'))['places'] ?? []).some(({ attributes }) => attributes['name'] === 'Inne'));
    const before = queries;
    await tile('places', AWAY);
    expect(queries).toBe(before);
  });
});
