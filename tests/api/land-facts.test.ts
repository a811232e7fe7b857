/** Facts of investment land: what is kept equals what is computed anew, follows every change in its own transaction, and tells what became of sites. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayInKrakow } from '../../domain/day.ts';
import type { Extract } from '../../domain/contract/extract.ts';
import { keepLandFacts } from '../../server/registers/land-facts.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { type TestApp, startTestApp } from '../support/app.ts';

const TODAY = dayInKrakow();
const FACTS = `SELECT layer, object_id, to_jsonb(fact) - 'box' AS fact FROM investment.fact ORDER BY layer, object_id`;
const NEIGHBOURS = 'SELECT a, b, round(shared_m::numeric, 3)::text AS shared FROM investment.neighbour ORDER BY a, b';

let own: TestDatabase;
let app: TestApp;
const db = () => own.database.db;
const one = <T>(sql: string, values: unknown[] = []): Promise<T> => db().one<T>(sql, values);
beforeAll(async () => { own = await ownDatabase('seeded'); app = await startTestApp({ database: own }); });
afterAll(async () => { await app.close(); await own.remove(); });

const factOf = (key: string) => one<Record<string, unknown>>('SELECT * FROM layer.municipal_parcels WHERE key = $1', [key]);

describe('facts after the demonstration', () => {
  it('stand for every candidate, of today', async () => {
    expect(await one(`SELECT as_of = $1 AS today, (SELECT count(*) FROM investment.fact WHERE layer = 'municipal-parcels') = (SELECT count(*) FROM investment.candidate_parcels(NULL, $1)) AS parcels,
      (SELECT count(*) FROM investment.fact WHERE layer = 'investment-sites') = (SELECT count(*) FROM investment.site) AS sites FROM investment.fact_state`, [TODAY])).toEqual({ today: true, parcels: true, sites: true });
    expect(await one(`SELECT count(*)::integer AS roads FROM layer.municipal_parcels AS land JOIN cadastre.land_use AS used ON used.parcel_id = land.id AND used.ordinal = 1
      WHERE used.symbol = 'dr' AND NOT EXISTS (SELECT FROM cadastre.land_use AS more WHERE more.parcel_id = land.id AND more.symbol <> 'dr')`)).toEqual({ roads: 0 });
  });

  it('say of parcels in plans what the extract says of them', async () => {
    const keys = await db().map<string>(`SELECT key FROM layer.municipal_parcels WHERE zone_class IS NOT NULL ORDER BY md5(key) LIMIT 12`, [], ({ key }: { key: string }) => key);
    for (const key of keys) {
      const fact = await factOf(key);
      const extract = await (await fetch(`${app.url}/api/parcels/${key}/extract`)).json() as Extract;
      const zones = extract.plans.filter(({ status, kind }) => status === 'in-force' && kind !== 'POG').flatMap((plan) => plan.zones).sort((a, b) => b.areaM2 - a.areaM2);
      expect(fact['zone_class'], key).toBe(zones[0]!.zoneClass);
      expect(fact['zone_pct']).toBeCloseTo(zones[0]!.sharePct, 0);
      expect(fact['max_height_m'] ?? null).toBe(zones[0]!.parameters.find(({ name }) => name === 'maxHeight')?.max ?? null);
      for (const zone of zones.filter(({ sharePct }) => sharePct > 1.5)) expect(fact['zone_classes'], key).toContain(zone.zoneClass);
      for (const [column, theme] of [['flood_pct', 'flood-hazard'], ['heritage_pct', 'heritage'], ['nature_pct', 'nature-protection']] as const) {
        const certain = extract.themes.find(({ id }) => id === theme)!.objects.some(({ sharePct }) => sharePct > 0.1);
        if (certain) expect(fact[column], `${key} ${column}`).toBeGreaterThan(0);
      }
    }
    expect(keys.length).toBe(12);
  });

  it('know neighbours by a shared border, never by a corner', async () => {
    expect(await one(`SELECT count(*) > 1000 AS many, bool_and(shared_m >= 1) AS edges FROM investment.neighbour`)).toEqual({ many: true, edges: true });
    // Two squares that meet in a corner, in a place without other parcels, and one beside them.
    const square = (x: number, y: number) => `ST_Multi(ST_MakeEnvelope(${x}, ${y}, ${x + 20}, ${y + 20}, 2178))`;
    await db().none(`INSERT INTO cadastre.parcel (key, identifier, dataset_id, registration_group, geom)
      SELECT '126105_9.0099.' || n, '126105_9.0099.' || n, (SELECT min(id) FROM meta.dataset), 4, geom FROM (VALUES (1, ${square(7_410_000, 5_530_000)}), (2, ${square(7_410_020, 5_530_020)}), (3, ${square(7_410_020, 5_530_000)})) AS made (n, geom)`);
    expect(await db().any(`SELECT one.number AS a, two.number AS b, round(shared_m) AS shared FROM investment.neighbour JOIN cadastre.parcel AS one ON one.id = a JOIN cadastre.parcel AS two ON two.id = b
      WHERE one.key LIKE '126105_9.0099.%' ORDER BY 1, 2`)).toEqual([{ a: '1', b: '3', shared: 20 }, { a: '2', b: '3', shared: 20 }]);
    await db().none(`DELETE FROM cadastre.parcel WHERE key LIKE '126105_9.0099.%'`);
    expect(await one(`SELECT count(*)::integer AS left FROM investment.fact WHERE layer = 'municipal-parcels' AND NOT EXISTS (SELECT FROM cadastre.parcel WHERE id = object_id)`)).toEqual({ left: 0 });
  });
});

describe('a change', () => {
  it('of a zone is known with its transaction, not before, and not at all when it is rolled back', async () => {
    const { key, zone } = await one<{ key: string; zone: number }>(`SELECT land.key, zone.id AS zone FROM layer.municipal_parcels AS land
      JOIN planning.zone ON zone.valid @> $1::date AND ST_Covers(zone.geom, land.geom) JOIN planning.plan ON plan.key = zone.plan_key AND plan.valid @> $1::date AND plan.status = 'in-force' ORDER BY land.key LIMIT 1`, [TODAY]);
    const before = await factOf(key);
    await expect(own.database.db.tx(async (t) => {
      await t.none('UPDATE planning.zone SET max_height_m = 77 WHERE id = $1', [zone]);
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    expect(await factOf(key)).toEqual(before);
    const { version } = await one<{ version: string }>('SELECT version FROM investment.fact_state');
    await db().none('UPDATE planning.zone SET max_height_m = 77 WHERE id = $1', [zone]);
    expect((await factOf(key))['max_height_m']).toBe(77);
    expect(Number((await one<{ version: string }>('SELECT version FROM investment.fact_state')).version)).toBe(Number(version) + 1);
  });

  it('of the holder takes a parcel out and in again', async () => {
    const { key, id } = await one<{ key: string; id: number }>(`SELECT key, id FROM layer.municipal_parcels WHERE ownership = 'municipality' ORDER BY key LIMIT 1`);
    const before = await factOf(key);
    await db().none('UPDATE cadastre.parcel SET registration_group = 7 WHERE id = $1', [id]);
    expect(await db().any('SELECT FROM layer.municipal_parcels WHERE key = $1', [key])).toEqual([]);
    expect(await db().any('SELECT FROM investment.neighbour WHERE $1 IN (a, b)', [id])).toEqual([]);
    await db().none('UPDATE cadastre.parcel SET registration_group = 4 WHERE id = $1', [id]);
    expect(await factOf(key)).toEqual(before);
  });

  it('leaves facts and neighbours as if all were computed anew', async () => {
    const kept = [await db().any(FACTS), await db().any(NEIGHBOURS)];
    await own.database.longTransaction((t) => t.any('SELECT investment.refresh(NULL, $1)', [TODAY]));
    expect([await db().any(FACTS), await db().any(NEIGHBOURS)]).toEqual(kept);
  }, 120_000);

  it('of a listed site adds a version, and its end one without properties; versions are never altered', async () => {
    const { key } = await one<{ key: string }>('SELECT key FROM investment.site ORDER BY key LIMIT 1');
    const versions = () => db().any<{ status: string | null }>(`SELECT properties ->> 'status' AS status FROM investment.site_version WHERE key = $1 ORDER BY seq`, [key]);
    const first = await versions();
    await db().none(`UPDATE investment.site SET status = 'reserved', offer_form = 'lease' WHERE key = $1`, [key]);
    await db().none(`UPDATE investment.site SET status = 'reserved', offer_form = 'lease' WHERE key = $1`, [key]);
    await db().none('DELETE FROM investment.site WHERE key = $1', [key]);
    expect(await versions()).toEqual([...first, { status: 'reserved' }, { status: null }]);
    await expect(db().none('DELETE FROM investment.site_version')).rejects.toThrow(/append-only|permission denied/);
  });
});

describe('another day', () => {
  it('on which nothing begins or ends writes nothing; one on which a plan ends is followed', async () => {
    const { key, zone, plan } = await one<{ key: string; zone: number; plan: string }>(`SELECT land.key, zone.id AS zone, zone.plan_key AS plan FROM layer.municipal_parcels AS land
      JOIN planning.zone ON zone.valid @> $1::date AND ST_Covers(zone.geom, land.geom) JOIN planning.plan ON plan.key = zone.plan_key AND plan.valid @> $1::date AND plan.status = 'in-force' ORDER BY land.key DESC LIMIT 1`, [TODAY]);
    expect(plan).toBeTruthy();
    const later = dayInKrakow(new Date(Date.now() + 20 * 86_400_000));
    await db().none('UPDATE planning.zone SET valid = daterange(lower(valid), $2::date) WHERE id = $1', [zone, later]);
    expect((await factOf(key))['zone_class']).not.toBeNull();
    expect(await keepLandFacts(own.database, later)).toBe(true);
    expect(await factOf(key)).toMatchObject({ zone_class: null, max_height_m: null });
    expect(await keepLandFacts(own.database, later)).toBe(false);
    expect(await keepLandFacts(own.database, TODAY)).toBe(true);
    expect((await factOf(key))['zone_class']).not.toBeNull();
  }, 120_000);
});
