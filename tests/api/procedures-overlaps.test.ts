/** A wrong automatic overlap: the office says so with a reason, the extract shows the word and keeps the measure, and it can be taken back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Extract } from '../../domain/contract/extract.ts';
import { OverlapOverruling, OverlapOverrulings } from '../../domain/contract/office/overlap.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { type Desk, openDesk } from './procedures-desk.ts';

let desk: Desk;
let parcel: string;
let zone: string;
beforeAll(async () => {
  desk = await openDesk();
  ({ parcel, zone } = await desk.app.database.db.one<{ parcel: string; zone: string }>(`SELECT parcel.key AS parcel, zone.key AS zone FROM cadastre.parcel JOIN city.district ON district.key = 'I' AND ST_Contains(district.geom, parcel.geom)
    JOIN planning.zone ON ST_Contains(zone.geom, parcel.geom) AND upper_inf(zone.valid) JOIN planning.plan ON plan.key = zone.plan_key AND upper_inf(plan.valid) AND plan.status = 'in-force' AND plan.kind <> 'POG'
    WHERE upper_inf(parcel.valid) AND ST_Area(parcel.geom) > 200 ORDER BY parcel.key LIMIT 1`));
});
afterAll(() => desk?.close());

const ADDRESS = '/api/overlaps/overrulings';
const REASON = 'Granica terenu biegnie po ogrodzeniu, zgodnie z § 3 planu.';
const word = () => ({ parcel, layer: 'zones', zone, says: 'does-not-apply', reason: REASON });
const path = (rest: string) => `/api/parcels/${encodeURIComponent(parcel)}/${rest}`;
const extract = async (): Promise<Extract> => Extract.parse(await (await fetch(`${desk.app.url}${path('extract')}`)).json());
const shareOf = (found: Extract) => found.plans.flatMap(({ zones }) => zones).find(({ key }) => key === zone)!;
const statement = async (): Promise<string> => JSON.stringify(await (await fetch(`${desk.app.url}${path('statement')}`)).json());

describe('a word on an overlap', () => {
  it('is for planners of the place, about what meets', async () => {
    expect((await desk.ask('resident', 'POST', ADDRESS, word())).status).toBe(401);
    expect((await desk.ask('admin', 'POST', ADDRESS, word())).status).toBe(403);
    expect((await desk.ask('piotr', 'POST', ADDRESS, word())).status).toBe(403);
    expect((await desk.ask('resident', 'GET', `${ADDRESS}?parcel=x`)).status).toBe(401);
    expect((await desk.ask('anna', 'POST', ADDRESS, { ...word(), reason: 'nie' })).status).toBe(400);
    expect((await desk.ask('anna', 'POST', ADDRESS, { ...word(), zone: 'nie:ma' })).status).toBe(422);
    expect((await desk.ask('anna', 'POST', ADDRESS, { ...word(), parcel: '126105_9.0001.999999' })).status).toBe(404);
  });

  it('is shown beside the measure, without a name, and gone when it is revoked; both stay on record', async () => {
    const before = await extract();
    const plain = await statement();
    const made = await desk.ask('anna', 'POST', ADDRESS, word());
    expect([made.status, made.body.detail]).toEqual([201, undefined]);
    const { id } = OverlapOverruling.parse(made.body);
    expect((await desk.ask('chief', 'POST', ADDRESS, word())).status).toBe(409);
    const after = await extract();
    expect(shareOf(after)).toEqual({ ...shareOf(before), overruled: { says: 'does-not-apply', reason: REASON, since: dayInKrakow() } });
    expect({ ...after, plans: [] }).toEqual({ ...before, plans: [] });
    const told = await statement();
    expect([told.includes(REASON), told.includes('Anna'), plain.includes(REASON)]).toEqual([true, false, false]);
    expect((await desk.ask('piotr', 'DELETE', `${ADDRESS}/${id}`)).status).toBe(403);
    expect((await desk.ask('anna', 'DELETE', `${ADDRESS}/${id}`)).status).toBe(204);
    expect((await desk.ask('anna', 'DELETE', `${ADDRESS}/${id}`)).status).toBe(404);
    expect(await extract()).toEqual(before);
    const { overrulings } = OverlapOverrulings.parse((await desk.ask('admin', 'GET', `${ADDRESS}?parcel=${encodeURIComponent(parcel)}`)).body);
    expect(overrulings).toMatchObject([{ id, by: { name: 'Anna Lis' }, untilDay: dayInKrakow(), revokedBy: { name: 'Anna Lis' } }]);
    const { actions } = await desk.app.database.db.one("SELECT array_agg(action ORDER BY seq) AS actions FROM audit.entry WHERE subject_kind = 'overlap'");
    expect(actions).toEqual(['overruled', 'revoked']);
  });
});
