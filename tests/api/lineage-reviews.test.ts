/** What an update of the cadastre left to decide is seen by the office, and decided once, by those who may write there. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Annotation, AnnotationHistory, AnnotationList } from '../../domain/contract/office/annotation.ts';
import { ParcelHistory } from '../../domain/contract/lineage.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Person, signIn } from '../support/people.ts';
import { type Cadastre, cadastre, identifier } from './lineage-cadastre.ts';

let app: TestApp;
let land: Cadastre;
let planner: Person;
let elsewhere: Person;
beforeAll(async () => {
  app = await startTestApp({ database: 'empty' });
  land = cadastre(app.database);
  planner = await signIn(app, { login: 'anna', role: 'planner' });
  elsewhere = await signIn(app, { login: 'bogdan', role: 'planner', areas: [{ kind: 'district', key: '7' }] });
});
afterAll(async () => { await land.close(); await app.close(); });
beforeEach(() => land.clear());

const PARTS = [identifier('12/1'), identifier('12/2')];
async function split(): Promise<string> {
  await land.edition('2023-01-01', { '12': [0, 100], '9': [100, 150] });
  const id = await land.annotate(['9', '12']);
  await land.edition('2024-01-01', { '12/1': [0, 40], '12/2': [40, 100], '9': [100, 150] });
  return id;
}
const decide = (who: Person, id: string, body: object, version = 2) =>
  who.fetch(`/api/annotations/${id}/reviews`, { method: 'POST', body: JSON.stringify(body), headers: { 'if-match': `"${version}"` } });
const read = async (id: string) => Annotation.parse(await (await planner.fetch(`/api/annotations/${id}`)).json());
const parcelsOf = (one: Annotation) => one.subjects.map(({ key }) => key.split('.').at(-1));

describe('an open question', () => {
  it('stands in the annotation and in lists, with the shares of the old parcel', async () => {
    const id = await split();
    expect((await read(id)).reviews).toEqual([{
      parcel: identifier('12'), since: '2024-01-01', kind: 'split', proposal: [{ parcel: PARTS[1], sharePct: 60 }, { parcel: PARTS[0], sharePct: 40 }],
    }]);
    const list = AnnotationList.parse(await (await planner.fetch('/api/annotations')).json());
    expect(list.annotations.find((one) => one.id === id)).toMatchObject({ needsReview: true });
  });

  it.each([
    { parcels: [PARTS[1]!], become: ['9', '12/2'], says: `zamiast działki ${identifier('12')} uwaga dotyczy działki ${PARTS[1]}.` },
    { parcels: PARTS, become: ['9', '12/1', '12/2'], says: `uwaga dotyczy działek ${PARTS.join(', ')}.` },
    { parcels: [identifier('9')], become: ['9'], says: identifier('9') },
    { parcels: [], become: ['9', '12'], says: `pozostaje przy działce ${identifier('12')}` },
  ])('is answered with $become', async ({ parcels, become, says }) => {
    const id = await split();
    const response = await decide(planner, id, { parcel: identifier('12'), parcels });
    expect([response.status, response.headers.get('etag')]).toEqual([200, '"3"']);
    const one = Annotation.parse(await response.json());
    expect([parcelsOf(one), one.reviews]).toEqual([become, []]);
    const { versions } = AnnotationHistory.parse(await (await planner.fetch(`/api/annotations/${id}/versions`)).json());
    expect(versions.find(({ version }) => version === 3)).toMatchObject({ action: 'reviewed', by: { id: planner.id }, note: expect.stringContaining(says) });
    // The next update asks nothing again.
    await land.edition('2025-01-01', { '12/1': [0, 40], '12/2': [40, 100], '9': [100, 149] });
    expect(await read(id)).toMatchObject({ version: 3, reviews: [] });
    // Once is enough.
    expect((await decide(planner, id, { parcel: identifier('12'), parcels }, 3)).status).toBe(422);
  });

  it('is not answered without the version that was read, by those of another area, by residents, or with a parcel that is none', async () => {
    const id = await split();
    const body = { parcel: identifier('12'), parcels: [PARTS[0]] };
    expect((await planner.fetch(`/api/annotations/${id}/reviews`, { method: 'POST', body: JSON.stringify(body) })).status).toBe(428);
    expect((await decide(planner, id, body, 1)).status).toBe(412);
    expect((await decide(elsewhere, id, body)).status).toBe(403);
    expect((await fetch(`${app.url}/api/annotations/${id}/reviews`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'if-match': '"2"' } })).status).toBe(401);
    expect((await decide(planner, id, { ...body, parcels: [identifier('77')] })).status).toBe(422);
    expect((await decide(planner, id, { ...body, parcel: identifier('9') })).status).toBe(422);
    expect((await decide(planner, id, { ...body, more: 1 })).status).toBe(400);
    expect(await read(id)).toMatchObject({ version: 2, reviews: [{ parcel: identifier('12') }] });
  });
});

describe('the history of a number', () => {
  const ask = (number: string, more = '') => fetch(`${app.url}/api/parcels/${identifier(number)}/history${more}`);

  it('that is no more is 200, with what became of it; the parcel itself says 404', async () => {
    await split();
    const response = await ask('12');
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    const history = ParcelHistory.parse(await response.json());
    expect(history).toMatchObject({
      identifier: identifier('12'), standsToday: false, knownSince: '2023-01-01', complete: true, madeFrom: [],
      versions: [{ validFrom: null, validTo: '2024-01-01', geometryAreaM2: 3000, provenance: { source: 'EGiB', sourceDate: '2023-01-01', demonstration: false } }],
      became: [
        { on: '2024-01-01', kind: 'split', to: { identifier: PARTS[1], standsToday: true }, overlapM2: 1800, shareOfFromPct: 60, shareOfToPct: 100, steps: 1, provenance: { sourceDate: '2024-01-01' } },
        { on: '2024-01-01', kind: 'split', to: { identifier: PARTS[0], standsToday: true }, overlapM2: 1200, steps: 1 },
      ],
    });
    expect((await fetch(`${app.url}/api/parcels/${identifier('12')}`)).status).toBe(404);
  });

  it('takes a number with its slash as it is or encoded, and refuses what is none', async () => {
    await split();
    const plain = ParcelHistory.parse(await (await ask('12/1')).json());
    expect(plain.madeFrom).toMatchObject([{ from: { identifier: identifier('12'), standsToday: false } }]);
    expect(await (await ask('12%2F1')).json()).toEqual(plain);
    expect((await ask('4711')).status).toBe(404);
    expect((await ask('x')).status).toBe(400);
    expect((await ask('12', '?datetime=2020-01-01')).status).toBe(400);
  });

  it('of a long chain tells its nearest twenty steps, and says that there are more', async () => {
    for (let year = 2000; year <= 2022; year += 1) await land.edition(`${year}-01-01`, { [String(year)]: [0, 40] });
    const history = ParcelHistory.parse(await (await ask('2022')).json());
    expect([history.madeFrom.length, history.madeFrom[0]!.from.identifier, history.complete]).toEqual([20, identifier('2021'), false]);
    expect(ParcelHistory.parse(await (await ask('2020')).json())).toMatchObject({ complete: true, became: [{ steps: 1 }, { steps: 2 }] });
  });
});
