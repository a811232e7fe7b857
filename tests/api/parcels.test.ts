/** What the register says of a parcel: both areas, land uses, district by geometry, the version of the day. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { Parcel } from '../../domain/contract/parcel.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { buildTown, DIVIDED, IN_CONSULTATION, IN_FORCE, OUTSIDE_CITY } from './parcels-town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ database: 'empty' });
  await buildTown(app.database);
});
afterAll(() => app?.close());

const ask = (path: string): Promise<Response> => fetch(`${app.url}/api/parcels/${path}`);
async function parcel(path: string): Promise<Parcel> {
  const response = await ask(path);
  expect(response.status).toBe(200);
  return Parcel.parse(await response.json());
}
describe('a parcel', () => {
  it('shows the register beside the geometry, and where the line comes from', async () => {
    expect(await parcel(IN_FORCE)).toMatchObject({
      identifier: IN_FORCE, number: '191/13', cadastralDistrict: { id: '126104_9.0009', name: 'P-9' }, registrationUnit: { id: '126104_9', name: 'Podgórze' },
      registerAreaM2: 1000, geometryAreaM2: 1000, registrationGroup: 4,
      landUses: [{ symbol: 'B', soilClass: null, areaM2: 700 }, { symbol: 'R', soilClass: 'IIIa', areaM2: 300 }],
      provenance: { source: 'Dane próbne miasteczka', sourceDate: '2026-01-31', demonstration: true },
    });
  });

  it('lies in the city district with the largest part of it, by geometry', async () => {
    expect((await parcel(IN_FORCE)).district).toEqual({ key: 'XIII', roman: 'XIII', name: 'Podgórze' });
    expect((await parcel(IN_CONSULTATION)).district?.name).toBe('Podgórze Duchackie');
    expect((await parcel(OUTSIDE_CITY)).district).toBeNull();
  });

  it('is found with the slash of its number as it is and encoded', async () => {
    expect((await parcel(IN_FORCE.replace('/', '%2F'))).identifier).toBe(IN_FORCE);
  });

  it('is the version of the day that was asked for', async () => {
    expect(await parcel(DIVIDED)).toMatchObject({ geometryAreaM2: 1000, validFrom: '2020-06-01', validTo: null });
    expect(await parcel(`${DIVIDED}?datetime=2020-05-31`)).toMatchObject({ geometryAreaM2: 2000, validFrom: '2000-01-01', validTo: '2020-06-01' });
  });

  it('that is not there is 404, and the answer says that the grammar was right and when the parcel stood', async () => {
    const unknown = await ask('126105_9.0001.99999');
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ type: 'urn:msip:problem:parcel-not-found', detail: expect.stringContaining('well-formed') as string });
    const early = await ask(`${DIVIDED}?datetime=1999-12-31`);
    expect(early.status).toBe(404);
    expect((await early.json() as { detail: string }).detail).toContain('from 2000-01-01 until before 2020-06-01');
  });

  it('that is not named by an identifier is 400, with the identifier that may have been meant', async () => {
    const response = await ask('S-1%20580/4');
    expect(response.status).toBe(400);
    expect((await response.json() as { detail: string }).detail).toContain('126105_9.0001.580/4');
  });

  test.each(['126105_9.1.3', '126101_1.0001.5', "126105_9.0001.5'%20OR%20true--", '126105_9.0001.580/4/5', 'extract', `${IN_FORCE}?datetime=2023-02-30`, `${IN_FORCE}?datetime=today`, `${IN_FORCE}?day=2020-01-01`, `${IN_FORCE}/extract?x=1`, '126105_9.0001.5%00'])(
    '/api/parcels/%s is a 400', async (path) => { expect((await ask(path)).status).toBe(400); });
});
