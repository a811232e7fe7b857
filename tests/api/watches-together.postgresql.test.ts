/** Versions of sites have numbers in the order of the commits, whoever writes at the same time: who has read up to one has missed none. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf } from '../../domain/investment/watch.ts';
import { filterOf } from '../../server/rooms/watches/filter.ts';
import { judgedVersions } from '../../server/rooms/watches/watches.repository.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';

let on: TestDatabase;
beforeAll(async () => {
  on = await ownDatabase('seeded');
  // What happens in an instant takes longer here, and unlike long for different sites: who does not wait for the others comes between.
  await on.database.longTransaction((t) => t.multi(`CREATE FUNCTION public.linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(CASE WHEN random() < 0.5 THEN 0 ELSE 0.02 END); RETURN NULL; END $$;
    CREATE TRIGGER linger AFTER INSERT ON investment.site_version FOR EACH ROW EXECUTE FUNCTION public.linger(); CREATE TRIGGER linger AFTER DELETE ON investment.fact FOR EACH STATEMENT EXECUTE FUNCTION public.linger();`));
}, 120_000);
afterAll(() => on?.remove());

const setPrice = (key: string, price: number) => on.database.db.none('UPDATE investment.site SET price_pln = $2, by_tender = false WHERE key = $1', [key, price]);

describe('writers at the same moment', () => {
  it('a reader who follows the numbers is told everything once, in their order', async () => {
    const { db } = on.database;
    const keys = await db.map<string>('SELECT key FROM investment.site ORDER BY key LIMIT 4', [], ({ key }: { key: string }) => key);
    const before = await db.one<{ seq: number }>('SELECT max(seq)::integer AS seq FROM investment.site_version');
    let [cursor, writing] = [before.seq, true];
    const heard: number[] = [];
    const reader = (async () => {
      for (let last = false; !last;) {
        last = !writing;
        const versions = await judgedVersions(db, filterOf(''), cursor);
        heard.push(...eventsOf(versions, cursor).map(({ seq }) => seq));
        cursor = versions.at(-1)?.seq ?? cursor;
      }
    })();
    await Promise.all(keys.map(async (key, at) => { for (let round = 1; round <= 5; round += 1) await setPrice(key, 1_000_000 + at * 100 + round); }));
    writing = false;
    await reader;
    const whole = await judgedVersions(db, filterOf(''), before.seq);
    expect(heard).toEqual(eventsOf(whole, before.seq).map(({ seq }) => seq));
    expect(heard).toHaveLength(4 * 5);
  }, 120_000);

  it('one who commits later has the greater number, also when it began to write before', async () => {
    const { db } = on.database;
    const [first, second] = await db.map<string>('SELECT key FROM investment.site ORDER BY key LIMIT 2', [], ({ key }: { key: string }) => key);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    const slow = db.tx(async (t) => {
      await t.none('UPDATE investment.site SET price_pln = 11 WHERE key = $1', [first]);
      await held;
    });
    await setPrice(second!, 22);
    release();
    await slow;
    const last = await db.any<{ key: string }>('SELECT key FROM investment.site_version ORDER BY seq DESC LIMIT 2');
    expect(last.map(({ key }) => key)).toEqual([first, second]);
  });

  it('facts of the same land, written by two at once, end neither of them', async () => {
    const { db } = on.database;
    const { key } = await db.one<{ key: string }>('SELECT key FROM investment.site ORDER BY key LIMIT 1');
    const writers = [setPrice(key, 31), db.none('UPDATE investment.site SET contact = contact WHERE key = $1', [key]), db.none('UPDATE planning.zone SET max_height_m = max_height_m WHERE geom && (SELECT geom FROM investment.site WHERE key = $1)', [key]), setPrice(key, 32)];
    expect((await Promise.allSettled(writers)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(await db.one('SELECT count(*)::integer AS count FROM investment.fact JOIN investment.site ON site.id = fact.object_id WHERE fact.layer = $1 AND site.key = $2', ['investment-sites', key])).toEqual({ count: 1 });
  });
});
