/** Parcels keep their history and their land uses through imports; the demonstration gives way to real data. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '../../server/rooms/import/import-file.ts';
import { openReader } from '../../server/gdal/reader.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { type Feature, square, temporaryFolder } from './import-fixture.ts';

const folder = temporaryFolder();
const reader = openReader();
let own: TestDatabase;

beforeAll(async () => { own = await ownDatabase('empty'); });
afterAll(async () => { await reader.close(); await own.remove(); folder.remove(); });
beforeEach(async () => { await own.database.longTransaction((t) => t.none('TRUNCATE cadastre.parcel, cadastre.land_use, cadastre.parcel_block; DELETE FROM meta.dataset')); });

const parcel = (number: string, more: object = {}) => ({ key: `126105_9.0001.${number}`, identifier: `126105_9.0001.${number}`, ...more });
const bring = (features: readonly Feature[], dataset: { name?: string; demonstration?: boolean; source_date?: string } = {}, replace: 'none' | 'dataset' = 'none') =>
  importFiles(own.database, {
    files: [folder.geojson('działki.geojson', features)], layer: 'parcels', reader, mapping: { replace }, dataset: { name: 'EGiB', demonstration: false, ...dataset },
  });
const versions = () => own.database.db.any<{ id: number; key: string; valid: string; register_area_m2: number | null }>(
  'SELECT id, key, valid::text, register_area_m2 FROM cadastre.parcel ORDER BY key, lower(valid)');

describe('history', () => {
  it('a later beginning ends the version before and stands beside it', async () => {
    await bring([square(parcel('1', { register_area_m2: 800, valid_from: '2010-01-01' }))]);
    const report = await bring([square(parcel('1', { register_area_m2: 790, valid_from: '2020-05-01' }))]);
    expect(report).toMatchObject({ inserted: 1, updated: 0, versionsEnded: 1 });
    expect(await versions()).toMatchObject([
      { valid: '[2010-01-01,2020-05-01)', register_area_m2: 800 }, { valid: '[2020-05-01,)', register_area_m2: 790 },
    ]);
  });

  it('the same beginning corrects in place', async () => {
    await bring([square(parcel('1', { register_area_m2: 800, valid_from: '2010-01-01' }))]);
    const [before] = await versions();
    expect(await bring([square(parcel('1', { register_area_m2: 801, valid_from: '2010-01-01' }))])).toMatchObject({ updated: 1, inserted: 0, versionsEnded: 0 });
    expect(await versions()).toEqual([{ ...before, register_area_m2: 801 }]);
  });

  it('both versions in one file, in any order, come in as two; again they change nothing', async () => {
    const file = [
      square(parcel('1', { register_area_m2: 790, valid_from: '2020-05-01' })), square(parcel('1', { register_area_m2: 800, valid_from: '2010-01-01' })),
    ];
    expect(await bring(file)).toMatchObject({ inserted: 2 });
    expect((await versions()).map(({ valid }) => valid)).toEqual(['[2010-01-01,2020-05-01)', '[2020-05-01,)']);
    expect(await bring(file)).toMatchObject({ inserted: 0, updated: 0, unchanged: 2, versionsEnded: 0 });
  });

  it('an older version that comes late stands until the one that is there', async () => {
    await bring([square(parcel('1', { valid_from: '2020-05-01' }))]);
    await bring([square(parcel('1', { valid_from: '2010-01-01' }))]);
    expect((await versions()).map(({ valid }) => valid)).toEqual(['[2010-01-01,2020-05-01)', '[2020-05-01,)']);
  });

  it('without dates of its own, a newer edition makes versions of what changed and only of that', async () => {
    await bring([square(parcel('1', { register_area_m2: 800 })), square(parcel('2', { register_area_m2: 500 }), 19.96)], { source_date: '2024-01-01' });
    const report = await bring(
      [square(parcel('1', { register_area_m2: 790 })), square(parcel('2', { register_area_m2: 500 }), 19.96)], { source_date: '2025-01-01' });
    expect(report).toMatchObject({ inserted: 1, unchanged: 1, versionsEnded: 1 });
    expect((await versions()).map(({ key, valid }) => [key.slice(-1), valid])).toEqual([['1', '[-infinity,2025-01-01)'], ['1', '[2025-01-01,)'], ['2', '[-infinity,)']]);
  });

  it('a parcel gone from a newer edition of its dataset ends with that edition', async () => {
    const file = [square(parcel('1')), square(parcel('2'), 19.96)];
    await bring(file, { source_date: '2024-01-01' }, 'dataset');
    expect(await bring(file.slice(0, 1), { source_date: '2025-01-01' }, 'dataset')).toMatchObject({ unchanged: 1, removed: 1 });
    expect((await versions()).map(({ key, valid }) => [key.slice(-1), valid])).toEqual([['1', '[-infinity,)'], ['2', '[-infinity,2025-01-01)']]);
  });
});

describe('land uses', () => {
  const uses = (area: number) => ({ land_uses: [{ symbol: 'B', soil_class: null, area_m2: 500 }, { symbol: 'R', soil_class: 'IIIb', area_m2: area }] });

  it('are stored in order, and a change of one is a change of the parcel', async () => {
    await bring([square(parcel('1', uses(300)))]);
    expect(await bring([square(parcel('1', uses(300)))])).toMatchObject({ unchanged: 1 });
    expect(await bring([square(parcel('1', uses(290)))])).toMatchObject({ updated: 1 });
    expect(await own.database.db.any('SELECT ordinal, symbol, soil_class, area_m2 FROM cadastre.land_use ORDER BY ordinal')).toEqual([
      { ordinal: 1, symbol: 'B', soil_class: null, area_m2: 500 }, { ordinal: 2, symbol: 'R', soil_class: 'IIIb', area_m2: 290 },
    ]);
  });

  it('that are not in form reject the parcel and name the one', async () => {
    const report = await bring([square(parcel('1')), square(parcel('2', { land_uses: [{ symbol: 'B', area_m2: 'dużo' }] }), 19.96)]);
    expect(report.rejected).toMatchObject([{ key: '126105_9.0001.2', reason: 'land_uses[0].area_m2: "dużo" is not a number' }]);
  });
});

describe('blocks and identifiers', () => {
  it('joins parcels that touch into the block of their cadastral district', async () => {
    await bring([square(parcel('1')), square(parcel('2'), 19.951), square(parcel('3'), 19.96)]);
    expect(await own.database.db.any('SELECT district_id FROM cadastre.parcel_block')).toEqual([{ district_id: '126105_9.0001' }, { district_id: '126105_9.0001' }]);
  });

  it('rejects an identifier that breaks the grammar', async () => {
    const report = await bring([square(parcel('1')), square({ key: 'x', identifier: '126105_9.1.3' }, 19.96)]);
    expect(report.rejected).toMatchObject([{ reason: expect.stringContaining('"126105_9.1.3" is not a parcel identifier') }]);
  });
});

describe('the demonstration', () => {
  const demonstration = { name: 'Dane demonstracyjne', demonstration: true };

  it('gives way where a real parcel lies on it or has its key, and stays beside it', async () => {
    await bring([square(parcel('1')), square(parcel('2'), 19.951), square(parcel('3'), 19.952)], demonstration);
    const before = await versions();
    const report = await bring([square(parcel('3', { register_area_m2: 900 }), 19.9515)]);
    expect(report).toMatchObject({ updated: 1, inserted: 0, displaced: 1 });
    expect(await versions()).toMatchObject([{ id: before[0]!.id, key: '126105_9.0001.1' }, { id: before[2]!.id, key: '126105_9.0001.3', register_area_m2: 900 }]);
  });

  it('does not give way to a neighbour that only touches it', async () => {
    await bring([square(parcel('1'))], demonstration);
    expect(await bring([square(parcel('9'), 19.951)])).toMatchObject({ inserted: 1, displaced: 0 });
  });

  it('never displaces real data', async () => {
    await bring([square(parcel('1', { register_area_m2: 800 }))]);
    expect(await bring([square(parcel('1', { register_area_m2: 1 })), square(parcel('2'), 19.96)], demonstration)).toMatchObject({ kept: 1, inserted: 1 });
    expect((await versions())[0]).toMatchObject({ register_area_m2: 800 });
  });
});
