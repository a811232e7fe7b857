/** What an import of a newer cadastre keeps of the change: split, merge, new number, moved boundary, re-parcelling – and what is none of these. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { type Cadastre, cadastre, identifier, type Street } from './lineage-cadastre.ts';

let own: TestDatabase;
let land: Cadastre;

beforeAll(async () => { own = await ownDatabase('empty'); land = cadastre(own.database); });
afterAll(async () => { await land.close(); await own.remove(); });
beforeEach(() => land.clear());

const [D1, D2, D3] = ['2023-01-01', '2024-01-01', '2025-01-01'];
async function change(before: Street, after: Street): Promise<string[]> {
  await land.edition(D1, before);
  await land.edition(D2, after);
  return (await land.lineage()).map((line) => line.replace(`${D2} `, ''));
}
const versions = () => own.database.db.map<string>('SELECT key, valid::text FROM cadastre.parcel ORDER BY key, lower(valid)', [],
  ({ key, valid }: { key: string; valid: string }) => `${key.split('.').at(-1)} ${valid}`);

describe('lineage of an update', () => {
  it('a split: the new numbers begin when the old one ends', async () => {
    expect(await change({ '12': [0, 100], '13': [100, 150] }, { '12/1': [0, 40], '12/2': [40, 100], '13': [100, 150] }))
      .toEqual(['12 → 12/1 split 1200 m² 40/100 %', '12 → 12/2 split 1800 m² 60/100 %']);
    expect(await versions()).toEqual(['12 [-infinity,2024-01-01)', '12/1 [2024-01-01,)', '12/2 [2024-01-01,)', '13 [-infinity,)']);
  });

  it('a merge', async () => {
    expect(await change({ '1': [0, 40], '2': [40, 100] }, { '3': [0, 100] })).toEqual(['1 → 3 merge 1200 m² 100/40 %', '2 → 3 merge 1800 m² 100/60 %']);
  });

  it('a new number', async () => {
    expect(await change({ '1': [0, 40] }, { '7': [0, 40] })).toEqual(['1 → 7 renumber 1200 m² 100/100 %']);
  });

  it('numbers that change places', async () => {
    expect(await change({ '1': [0, 40], '2': [40, 100] }, { '2': [0, 40], '1': [40, 100] })).toEqual(['1 → 2 renumber 1200 m² 100/100 %', '2 → 1 renumber 1800 m² 100/100 %']);
  });

  it('a moved boundary between two that go on', async () => {
    expect(await change({ '1': [0, 40], '2': [40, 100] }, { '1': [0, 42], '2': [42, 100] }))
      .toEqual(['1 → 1 boundary-shift 1200 m² 100/95 %', '2 → 1 boundary-shift 60 m² 3/5 %', '2 → 2 boundary-shift 1740 m² 97/100 %']);
  });

  it('a re-parcelling of three into two', async () => {
    expect(await change({ '1': [0, 30], '2': [30, 60], '3': [60, 90] }, { '4': [0, 45], '5': [45, 90] }))
      .toEqual(['1 → 4 reparcelling 900 m² 100/67 %', '2 → 4 reparcelling 450 m² 50/33 %', '2 → 5 reparcelling 450 m² 50/33 %', '3 → 5 reparcelling 900 m² 100/67 %']);
  });

  it('a split whose neighbour moved its boundary stays a split', async () => {
    expect(await change({ '1': [0, 100], '2': [100, 200] }, { '1/1': [0, 50], '1/2': [50, 98], '2': [98, 200] })).toEqual([
      '1 → 1/1 split 1500 m² 50/100 %', '1 → 1/2 split 1440 m² 48/100 %', '1 → 2 boundary-shift 60 m² 2/2 %', '2 → 2 boundary-shift 3000 m² 100/98 %',
    ]);
  });

  it('slivers of two drawings of one line are no lineage', async () => {
    expect(await change({ '1': [0, 40], '2': [40, 100] }, { '3': [0, 40.1], '4': [40.1, 100] })).toEqual(['1 → 3 renumber 1200 m² 100/100 %', '2 → 4 renumber 1797 m² 100/100 %']);
  });

  it('a boundary drawn a hand\'s breadth away is no moved boundary', async () => {
    expect(await change({ '1': [0, 40], '2': [40, 100] }, { '1': [0, 40.1], '2': [40.1, 100] })).toEqual([]);
  });

  it('a parcel that leaves the register has none', async () => {
    expect(await change({ '1': [0, 40], '2': [40, 100] }, { '2': [40, 100] })).toEqual([]);
  });

  it('new numbers with days of their own descend from what ended later', async () => {
    await land.edition(D1, { '12': [0, 100] });
    await land.bring(D3, (['12/1', '12/2'] as const).map((number, index) => ({
      type: 'Feature' as const, properties: { key: identifier(number), identifier: identifier(number), valid_from: '2024-06-01' },
      geometry: { type: 'Polygon', coordinates: [[[0, 0], [50, 0], [50, 30], [0, 30], [0, 0]].map(([x, y]) => [7_424_000 + 50 * index + x!, 5_548_000 + y!])] },
    })));
    expect(await land.lineage()).toEqual([`${D3} 12 → 12/1 split 1500 m² 50/100 %`, `${D3} 12 → 12/2 split 1500 m² 50/100 %`]);
  });

  it('a number that comes back begins anew, and the time between is not its own', async () => {
    await change({ '12': [0, 100] }, { '12/1': [0, 40], '12/2': [40, 100] });
    await land.edition(D3, { '12': [0, 100] });
    expect(await versions()).toEqual(['12 [-infinity,2024-01-01)', '12 [2025-01-01,)', '12/1 [2024-01-01,2025-01-01)', '12/2 [2024-01-01,2025-01-01)']);
    expect((await land.lineage()).slice(2)).toEqual([`${D3} 12/1 → 12 merge 1200 m² 100/40 %`, `${D3} 12/2 → 12 merge 1800 m² 100/60 %`]);
  });

  it('the demonstration that gives way to real data is no ancestor', async () => {
    await land.edition(D1, { '1': [0, 40], '2': [40, 100] }, { dataset: { name: 'Demo', demonstration: true, source_date: D1 } });
    await land.edition(D2, { '3': [0, 100] });
    expect(await land.lineage()).toEqual([]);
  });
});

describe('an import', () => {
  it('of the same file again changes nothing, to the byte', async () => {
    await change({ '12': [0, 100] }, { '12/1': [0, 40], '12/2': [40, 100] });
    const kept = () => own.database.db.any('SELECT ctid::text, * FROM cadastre.lineage ORDER BY parent_id, child_id');
    const before = await kept();
    await land.edition(D2, { '12/1': [0, 40], '12/2': [40, 100] });
    expect(await kept()).toEqual(before);
  });

  it('that is only tried leaves nothing', async () => {
    await land.edition(D1, { '12': [0, 100] });
    const id = await land.annotate(['12']);
    await land.edition(D2, { '13': [0, 100] }, { dryRun: true });
    expect(await land.lineage()).toEqual([]);
    expect(await land.numbersOf(id)).toEqual(['12']);
    expect(await land.historyOf(id)).toHaveLength(1);
  });

  it('that corrects the edition of its own day takes back what that said', async () => {
    await change({ '12': [0, 100] }, { '12/1': [0, 40], '12/2': [40, 100] });
    await land.edition(D2, { '12': [0, 100] });
    expect(await versions()).toEqual(['12 [-infinity,)']);
    expect(await land.lineage()).toEqual([]);
  });

  it('that fails at its last step leaves parcels, lineage and annotations as they were', async () => {
    await land.edition(D1, { '1': [0, 40], '2': [40, 100] });
    const [first, second] = [await land.annotate(['1']), await land.annotate(['2'])];
    await own.database.longTransaction((t) => t.multi(`
      CREATE FUNCTION office.break_down() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.annotation_id = '${second}' THEN RAISE EXCEPTION 'broken on purpose'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER break_down BEFORE INSERT ON office.annotation_version FOR EACH ROW EXECUTE FUNCTION office.break_down();`));
    try {
      await expect(land.edition(D2, { '3': [0, 100] })).rejects.toThrow('broken on purpose');
    } finally {
      await own.database.longTransaction((t) => t.multi('DROP TRIGGER break_down ON office.annotation_version; DROP FUNCTION office.break_down()'));
    }
    expect(await versions()).toEqual(['1 [-infinity,)', '2 [-infinity,)']);
    expect(await land.lineage()).toEqual([]);
    for (const [id, number] of [[first, '1'], [second, '2']] as const) {
      expect(await land.numbersOf(id)).toEqual([number]);
      expect(await land.historyOf(id)).toHaveLength(1);
    }
  });
});
