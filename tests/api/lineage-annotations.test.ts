/** Annotations outlive the cadastre: they follow where it is clear, wait for somebody where it is not, and no one is lost or doubled. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { type Cadastre, cadastre, identifier } from './lineage-cadastre.ts';

let own: TestDatabase;
let land: Cadastre;

beforeAll(async () => { own = await ownDatabase('empty'); land = cadastre(own.database); });
afterAll(async () => { await land.close(); await own.remove(); });
beforeEach(() => land.clear());

const [D1, D2, D3, D4] = ['2023-01-01', '2024-01-01', '2025-01-01', '2026-01-01'];
const SPLIT = { '12/1': [0, 40], '12/2': [40, 100] } as const;
const lastNote = async (id: string) => (await land.historyOf(id)).at(-1);

describe('what is clear', () => {
  it('a new number takes its annotations along, with a note and without a person', async () => {
    await land.edition(D1, { '1': [0, 40] });
    const id = await land.annotate(['1']);
    await land.edition(D2, { '7': [0, 40] });
    expect(await land.numbersOf(id)).toEqual(['7']);
    expect(await land.reviewsOf(id)).toEqual([]);
    expect(await land.historyOf(id)).toMatchObject([{ version: 1, action: 'created' }, {
      version: 2, action: 'followed', by_account: null, note: `Działki ${identifier('1')} nie ma od 1.01.2024; uwaga przeszła na działkę ${identifier('7')}.`, subjects: [{ kind: 'parcel', key: identifier('7') }],
    }]);
    expect(await own.database.db.one('SELECT version, changed_by FROM office.annotation WHERE id = $1', [id])).toEqual({ version: 2, changed_by: null });
  });

  it('annotations of two that merge are both on the one, and one that was on both is on it once', async () => {
    await land.edition(D1, { '1': [0, 40], '2': [40, 100], '9': [100, 150] });
    const [first, second, both] = [await land.annotate(['1']), await land.annotate(['2']), await land.annotate(['2', '9', '1'])];
    await land.edition(D2, { '3': [0, 100], '9': [100, 150] });
    expect([await land.numbersOf(first), await land.numbersOf(second), await land.numbersOf(both)]).toEqual([['3'], ['3'], ['3', '9']]);
    expect(await land.historyOf(both)).toHaveLength(2);
  });

  it('a moved boundary leaves it where it is, without a version', async () => {
    await land.edition(D1, { '1': [0, 40], '2': [40, 100] });
    const id = await land.annotate(['1']);
    await land.edition(D2, { '1': [0, 42], '2': [42, 100] });
    expect([await land.numbersOf(id), await land.historyOf(id)]).toMatchObject([['1'], [{ version: 1 }]]);
  });

  it('numbers that change places carry theirs with them', async () => {
    await land.edition(D1, { '1': [0, 40], '2': [40, 100] });
    const [first, both] = [await land.annotate(['1']), await land.annotate(['1', '2'])];
    await land.edition(D2, { '2': [0, 40], '1': [40, 100] });
    expect(await land.numbersOf(first)).toEqual(['2']);
    expect(await land.numbersOf(both)).toEqual(['2', '1']);
  });

  it('of a split, what was drawn within one part goes to that part; the other subjects stay', async () => {
    await land.edition(D1, { '12': [0, 100], '9': [100, 150] });
    const id = await land.annotate(['12', '9'], { drawn: [5, 25] });
    await land.edition(D2, { ...SPLIT, '9': [100, 150] });
    expect(await land.numbersOf(id)).toEqual(['12/1', '9']);
  });

  it('what was drawn over several parcels counts where it lies on the old one', async () => {
    await land.edition(D1, { '12': [0, 100], '9': [100, 150] });
    const id = await land.annotate(['12', '9'], { drawn: [60, 140] });
    await land.edition(D2, { ...SPLIT, '9': [100, 150] });
    expect(await land.numbersOf(id)).toEqual(['12/2', '9']);
  });

  it('the symbol of what is only attached stays on its parcel', async () => {
    await land.edition(D1, { '1': [0, 100] });
    const id = await land.annotate(['1']);
    await own.database.db.none('UPDATE office.annotation SET place = ST_Translate(place, 49.9, 0) WHERE id = $1', [id]);
    await land.edition(D2, { '2': [0, 98] });
    expect(await own.database.db.one('SELECT ST_Covers(parcel.geom, annotation.place) AS inside FROM office.annotation, cadastre.parcel WHERE annotation.id = $1 AND upper_inf(valid)', [id])).toEqual({ inside: true });
  });

  it('what was deleted follows too: it may be brought back', async () => {
    await land.edition(D1, { '1': [0, 40] });
    const id = await land.annotate(['1'], { deleted: true });
    await land.edition(D2, { '7': [0, 40] });
    expect(await land.numbersOf(id)).toEqual(['7']);
  });
});

describe('what is not clear', () => {
  it('a split asks, with shares of the old parcel, and the annotation keeps the old number', async () => {
    await land.edition(D1, { '12': [0, 100] });
    const id = await land.annotate(['12']);
    await land.edition(D2, SPLIT);
    expect(await land.numbersOf(id)).toEqual(['12']);
    expect(await land.reviewsOf(id)).toEqual([{
      parcel: identifier('12'), since: D2, kind: 'split', proposal: [{ parcel: identifier('12/2'), sharePct: 60 }, { parcel: identifier('12/1'), sharePct: 40 }],
    }]);
    expect(await lastNote(id)).toMatchObject({ version: 2, action: 'followed', note: expect.stringContaining('do rozstrzygnięcia') });
  });

  it('what was drawn across the new boundary asks', async () => {
    await land.edition(D1, { '12': [0, 100] });
    const id = await land.annotate(['12'], { drawn: [30, 50] });
    await land.edition(D2, SPLIT);
    expect(await land.reviewsOf(id)).toMatchObject([{ kind: 'split' }]);
  });

  it('a parcel that left the register asks with nothing to propose', async () => {
    await land.edition(D1, { '1': [0, 40], '2': [40, 100] });
    const id = await land.annotate(['1']);
    await land.edition(D2, { '2': [40, 100] });
    expect([await land.numbersOf(id), await land.reviewsOf(id)]).toEqual([['1'], [{ parcel: identifier('1'), since: D2, kind: 'gone', proposal: [] }]]);
  });

  it('a demonstration parcel that gave way asks, and proposes the real one', async () => {
    await land.edition(D1, { '1': [0, 40] }, { dataset: { name: 'Demo', demonstration: true, source_date: D1 } });
    const id = await land.annotate(['1']);
    await land.edition(D2, { '5': [0, 40] });
    expect(await land.reviewsOf(id)).toEqual([{ parcel: identifier('1'), since: D2, kind: 'gone', proposal: [{ parcel: identifier('5'), sharePct: 100 }] }]);
  });

  it('a number that kept a small part of its ground asks', async () => {
    await land.edition(D1, { '1': [0, 100] });
    const id = await land.annotate(['1']);
    await land.edition(D2, { '1': [0, 20], '2': [20, 100] });
    expect(await land.reviewsOf(id)).toMatchObject([{ kind: 'boundary-shift', proposal: [{ sharePct: 80 }, { sharePct: 20 }] }]);
  });

  it('asking again is no news; a further split renews the proposal', async () => {
    await land.edition(D1, { '12': [0, 100] });
    const id = await land.annotate(['12']);
    await land.edition(D2, SPLIT);
    await land.edition(D2, SPLIT);
    await land.edition(D3, { '12/1': [0, 40], '12/3': [40, 60], '12/4': [60, 100] });
    expect(await land.reviewsOf(id)).toMatchObject([{ since: D2, proposal: [{ sharePct: 40 }, { sharePct: 40 }, { sharePct: 20 }] }]);
    expect(await land.historyOf(id)).toHaveLength(2);
  });

  it('whoever attaches an annotation to a number that is no more is asked, and not again after saying that it stays', async () => {
    await land.edition(D1, { '12': [0, 100] });
    await land.edition(D2, SPLIT);
    const id = await land.annotate(['12/1']);
    const attach = () => own.database.db.none(`INSERT INTO office.annotation_subject VALUES ($1, 'parcel', $2, '', 1)`, [id, identifier('12')]);
    await attach();
    expect(await land.reviewsOf(id)).toMatchObject([{ parcel: identifier('12'), since: D2, kind: 'split', proposal: [{ sharePct: 60 }, { sharePct: 40 }] }]);
    await own.database.db.none(`UPDATE office.annotation_review SET decided_at = now(), parcels = '{}' WHERE annotation_id = $1`, [id]);
    await own.database.db.none(`DELETE FROM office.annotation_subject WHERE annotation_id = $1 AND key = $2`, [id, identifier('12')]);
    await attach();
    await land.edition(D3, { '12/1': [0, 40], '12/5': [40, 100] });
    expect(await land.reviewsOf(id)).toEqual([]);
    expect(await land.numbersOf(id)).toEqual(['12/1', '12']);
  });
});

describe('a split and the merge that undoes it', () => {
  it('answers the open question by itself', async () => {
    await land.edition(D1, { '12': [0, 100] });
    const id = await land.annotate(['12']);
    await land.edition(D2, SPLIT);
    await land.edition(D3, { '12': [0, 100] });
    expect([await land.numbersOf(id), await land.reviewsOf(id)]).toEqual([['12'], []]);
    expect(await lastNote(id)).toMatchObject({ version: 3, note: `Działka ${identifier('12')} znów istnieje; uwaga pozostaje przy niej.` });
    expect(await own.database.db.one('SELECT parcels, decided_by FROM office.annotation_review WHERE annotation_id = $1', [id])).toEqual({ parcels: [identifier('12')], decided_by: null });
    await land.edition(D4, SPLIT);
    expect(await land.reviewsOf(id)).toMatchObject([{ since: D4 }]);
  });

  it('brings back what had gone to a part, and what was on both parts, once', async () => {
    await land.edition(D1, { '12': [0, 100] });
    const drawn = await land.annotate(['12'], { drawn: [5, 25] });
    await land.edition(D2, SPLIT);
    expect(await land.numbersOf(drawn)).toEqual(['12/1']);
    const both = await land.annotate(['12/2', '12/1']);
    await land.edition(D3, { '12': [0, 100] });
    expect([await land.numbersOf(drawn), await land.numbersOf(both)]).toEqual([['12'], ['12']]);
  });

  it('into another number takes the one with the open question along', async () => {
    await land.edition(D1, { '12': [0, 100] });
    const id = await land.annotate(['12']);
    await land.edition(D2, SPLIT);
    await land.edition(D3, { '15': [0, 100] });
    expect([await land.numbersOf(id), await land.reviewsOf(id)]).toEqual([['15'], []]);
  });
});
