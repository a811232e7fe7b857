/** The laws of lineage under random splits and merges: nothing is lost, doubled or circular, areas add up, and what is undone is as it was. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ParcelHistory } from '../../domain/contract/lineage.ts';
import { HOME } from '../support/database.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Cadastre, cadastre, DEPTH_M, identifier } from './lineage-cadastre.ts';
import { CELL_M, type Change, type Edge, randomStreet, type RandomStreet, walk } from './lineage-street.ts';

let app: TestApp;
let land: Cadastre;
beforeAll(async () => { app = await startTestApp({ database: 'empty' }); land = cadastre(app.database); });
afterAll(async () => { await land.close(); await app.close(); });

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('split', 'split', 'merge', 'undo', 'undo', 'renumber', 'shift', 'anew', 'leave'), at: fc.nat(50), cut: fc.nat(50),
});
const story = fc.record({
  cells: fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 3, maxLength: 6 }),
  editions: fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 6 }),
  notes: fc.array(fc.record({ on: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }), drawn: fc.option(fc.tuple(fc.nat(35), fc.integer({ min: 1, max: 12 }))) }), { minLength: 2, maxLength: 4 }),
});

const DIVIDED_AND_UNDONE = {
  cells: [6, 4, 4], editions: [[{ kind: 'split', at: 0, cut: 2 }], [{ kind: 'merge', at: 2, cut: 0 }], [{ kind: 'undo', at: 0, cut: 0 }]] satisfies Change[][],
  notes: [{ on: [0], drawn: null }, { on: [0, 1], drawn: [0, 2] as [number, number] }],
};

const short = (key: string): string => key.split('.').at(-1)!;
const round = (value: number): number => Math.round(value * 10) / 10;
const told = (edge: Edge): object => ({ day: edge.day, from: edge.from, to: edge.to, overlapM2: round(edge.overlapM2), from_pct: round(100 * edge.fromShare), to_pct: round(100 * edge.toShare) });
const sorted = (items: readonly unknown[]): string[] => items.map((item) => JSON.stringify(item)).toSorted();

async function nothingLostNorDoubled(street: RandomStreet, notes: readonly string[]): Promise<void> {
  const standing = new Set(street.standing());
  for (const id of notes) {
    const numbers = await land.numbersOf(id);
    const asked = (await land.reviewsOf(id)).map(({ parcel }) => short(parcel));
    expect(numbers.length, 'an annotation lost its last parcel').toBeGreaterThan(0);
    expect(numbers.filter((number) => !standing.has(number) && !asked.includes(number)), 'neither a parcel nor a question').toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
    const history = await land.historyOf(id);
    expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1));
    expect(history.at(-1)!.subjects.map(({ key }) => short(key)), 'the last version is not what stands').toEqual(numbers);
  }
  expect(await app.database.db.one('SELECT count(*)::integer AS count FROM office.annotation WHERE id = ANY ($1::uuid[])', [notes])).toEqual({ count: notes.length });
}

async function lineageIsTrue(street: RandomStreet): Promise<void> {
  const rows = await app.database.db.any<{ parent_id: number; child_id: number; parent_key: string; child_key: string; day: string; overlap_m2: number; parent_share: number; child_share: number }>('SELECT * FROM cadastre.lineage');
  expect(sorted(rows.map((row) => told({ day: row.day, from: short(row.parent_key), to: short(row.child_key), overlapM2: row.overlap_m2, fromShare: row.parent_share, toShare: row.child_share }))))
    .toEqual(sorted(street.edges().map(told)));
  // No way leads back to where it began.
  const remaining = new Set(rows);
  for (let before = -1; before !== remaining.size;) {
    before = remaining.size;
    const children = new Set([...remaining].map(({ child_id: child }) => child));
    for (const row of remaining) if (!children.has(row.parent_id)) remaining.delete(row);
  }
  expect(remaining.size, 'lineage goes in a circle').toBe(0);
  // What came of a parcel adds up to what of its ground still has a parcel on that day.
  for (const { number, ground, end } of street.versions) {
    if (end === null) continue;
    const covered = street.versions.filter((one) => one.begin <= end && (one.end === null || one.end > end))
      .reduce((sum, one) => sum + Math.max(0, Math.min(one.ground[1], ground[1]) - Math.max(one.ground[0], ground[0])), 0);
    const shares = rows.filter((row) => short(row.parent_key) === number && row.day === end).reduce((sum, row) => sum + row.parent_share, 0);
    expect(shares).toBeCloseTo(covered / (ground[1] - ground[0]), 6);
  }
}

async function historyIsTheWalk(street: RandomStreet): Promise<void> {
  const edges = street.edges();
  for (const number of new Set(street.versions.map((version) => version.number))) {
    const response = await fetch(`${app.url}/api/parcels/${identifier(number)}/history`);
    expect(response.status).toBe(200);
    const history = ParcelHistory.parse(await response.json());
    const steps = (list: ParcelHistory['became']) => sorted(list.map(({ on, from, to, steps: far }) => [on, short(from.identifier), short(to.identifier), far]));
    const naive = (way: 'back' | 'forth') => sorted(walk(edges, number, way).map(({ edge: { day, from, to }, steps: far }) => [day, from, to, far]));
    expect(steps(history.madeFrom)).toEqual(naive('back'));
    expect(steps(history.became)).toEqual(naive('forth'));
    expect(history.standsToday).toBe(street.standing().includes(number));
    expect(history.versions).toHaveLength(street.versions.filter((version) => version.number === number).length);
  }
}

describe('random updates of the cadastre', () => {
  it('lose and double nothing, and say the truth', async () => {
    let undoings = 0;
    await fc.assert(fc.asyncProperty(story, async ({ cells, editions, notes }) => {
      await land.clear();
      const street = randomStreet(cells, DEPTH_M);
      await land.edition('2000-01-01', street.street());
      const ids: string[] = [];
      for (const { on, drawn } of notes) {
        const numbers = [...new Set(on.map((place) => street.standing()[place % street.standing().length]!))];
        ids.push(await land.annotate(numbers, { drawn: drawn === null ? null : [drawn[0] * CELL_M + 2, (drawn[0] + drawn[1]) * CELL_M - 2] }));
      }
      // Who was on a parcel when it was divided: undoing that brings them back.
      const divided = new Map<object, string[]>();
      for (const [index, changes] of editions.entries()) {
        const day = `${2001 + index}-01-01`;
        const numbersBefore = new Map(await Promise.all(ids.map(async (id) => [id, await land.numbersOf(id)] as const)));
        const possible = street.divisions();
        const undone = street.edition(day, changes);
        await land.edition(day, street.street());
        await nothingLostNorDoubled(street, ids);
        for (const division of undone.filter((one) => possible.includes(one) && street.standing().includes(one.number))) {
          for (const id of divided.get(division) ?? []) {
            undoings += 1;
            expect(await land.numbersOf(id), `${division.number} was restored`).toContain(division.number);
            expect((await land.reviewsOf(id)).map(({ parcel }) => short(parcel))).not.toContain(division.number);
          }
        }
        for (const division of street.divisions()) {
          if (!possible.includes(division)) divided.set(division, ids.filter((id) => numbersBefore.get(id)!.includes(division.number)));
        }
      }
      await lineageIsTrue(street);
      await historyIsTheWalk(street);
    }), { numRuns: HOME === 'embedded' ? 6 : 10, examples: [[DIVIDED_AND_UNDONE]] });
    expect(undoings, 'no division was ever undone: the law was not tested').toBeGreaterThan(0);
  }, 240_000);
});
