/** The laws of the checks of a draft, on random partitions of a plan: areas add up, and each disturbance is found, no more and no less. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Findings } from '../../domain/contract/office/procedure.ts';
import { checkDraft } from '../../server/rooms/procedures/checks.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';

const [EAST, NORTH, SIDE] = [7_424_000, 5_547_600, 200];
const KEY = 'prawa';
let on: TestDatabase;
beforeAll(async () => {
  on = await ownDatabase('empty');
  await on.database.db.multi(`
    INSERT INTO office.account (login, name, role) VALUES ('anna', 'Anna', 'planner');
    INSERT INTO office.procedure (key, version, name, kind, procedure, definition_regime, events, documents, geom, changed_at, changed_by)
      SELECT '${KEY}', 1, 'Prawa', 'MPZP', 'NEW', 'ACT_2023', '[]', '[]', ST_Multi(ST_MakeEnvelope(${EAST}, ${NORTH}, ${EAST + SIDE}, ${NORTH + SIDE}, 2178)), now(), id FROM office.account;
    INSERT INTO office.draft (procedure_key, number, version, note, origin, created_at, created_by, changed_at, changed_by) SELECT '${KEY}', 1, 1, '', 'empty', now(), id, now(), id FROM office.account`);
});
afterAll(() => on?.remove());

/** East, north, width, height in centimetres, from the corner of the plan. */
type Cell = readonly [number, number, number, number];
const span = (cuts: readonly number[]): [number, number][] => [0, ...cuts.toSorted((a, b) => a - b), SIDE * 100].flatMap((start, index, all) => (index + 1 < all.length ? [[start, all[index + 1]! - start] as [number, number]] : []));
const cuts = fc.uniqueArray(fc.integer({ min: 100, max: SIDE * 100 - 100 }), { maxLength: 5, selector: (at) => Math.round(at / 100) });
/** Rows of their own columns: borders meet in the middle of other zones' sides, as they do in plans. */
const partition = cuts.chain((rows) => fc.tuple(...span(rows).map(() => cuts)).map((columns): Cell[] =>
  span(rows).flatMap(([north, height], row) => span(columns[row]!).map(([east, width]) => [east, north, width, height] as const)).filter(([,, width, height]) => width > 0 && height > 0)));
const turned = fc.tuple(partition, fc.double({ min: 0, max: 6.28, noNaN: true }));

async function draw(cells: readonly Cell[], radians = 0): Promise<Findings> {
  const turn = (geometry: string): string => `ST_Multi(ST_SnapToGrid(ST_Rotate(${geometry}, ${radians}, ${EAST}, ${NORTH}), 0.0001))`;
  const place = ([east, north, width, height]: Cell): string => turn(`ST_MakeEnvelope(${EAST + east / 100}, ${NORTH + north / 100}, ${EAST + (east + width) / 100}, ${NORTH + (north + height) / 100}, 2178)`);
  await on.database.db.multi([
    `UPDATE office.procedure SET geom = ${turn(`ST_MakeEnvelope(${EAST}, ${NORTH}, ${EAST + SIDE}, ${NORTH + SIDE}, 2178)`)}`, 'DELETE FROM office.draft_zone',
    ...cells.map((cell, index) => `INSERT INTO office.draft_zone (procedure_key, draft, id, since, symbol, zone_class, designation, paragraph, geom) VALUES ('${KEY}', 1, ${index + 1}, 1, 'ZN.${index + 1}', 'ZN', 'zieleń', '§ 1', ${place(cell)})`),
  ].join(';'));
  return checkDraft(on.database.db, KEY, 1);
}
const areaOf = ([,, width, height]: Cell): number => (width * height) / 10_000;
const ofKind = ({ findings }: Findings, ...kinds: string[]) => findings.filter(({ kind }) => kinds.includes(kind));
const sum = (findings: Findings['findings']): number => findings.reduce((total, { areaM2 }) => total + areaM2!, 0);
const RUNS = { numRuns: 30 };

describe('of a partition', () => {
  it('nothing is found, however it is turned: what the tenth of a millimetre moves is below what counts', async () => {
    await fc.assert(fc.asyncProperty(turned, async ([cells, radians]) => { expect(ofKind(await draw(cells, radians), 'gap', 'overlap', 'outside')).toEqual([]); }), RUNS);
  });

  it('without one zone there is one gap, of its area', async () => {
    await fc.assert(fc.asyncProperty(turned, fc.nat(), async ([cells, radians], which) => {
      fc.pre(cells.length > 1);
      const lost = cells[which % cells.length]!;
      const found = await draw(cells.filter((cell) => cell !== lost), radians);
      const gaps = ofKind(found, 'gap');
      expect([gaps.length, ofKind(found, 'overlap', 'outside')]).toEqual([1, []]);
      expect(Math.abs(gaps[0]!.areaM2! - areaOf(lost))).toBeLessThan(0.2);
      expect(found.open).toBe(1);
    }), RUNS);
  });

  it('with one zone enlarged there are overlaps and parts outside of exactly what it gained', async () => {
    await fc.assert(fc.asyncProperty(partition, fc.nat(), fc.integer({ min: 20, max: 3000 }), async (cells, which, by) => {
      const index = which % cells.length;
      const [east, north, width, height] = cells[index]!;
      const larger: Cell = [east - by, north - by, width + 2 * by, height + 2 * by];
      const found = await draw(cells.with(index, larger));
      const beyond = ofKind(found, 'outside');
      const clip = (start: number, length: number): number => Math.min(start + length, SIDE * 100) - Math.max(start, 0);
      const inside = (clip(larger[0], larger[2]) * clip(larger[1], larger[3])) / 10_000;
      expect(sum(beyond)).toBeCloseTo(areaOf(larger) - inside, 1);
      expect(sum([...ofKind(found, 'overlap', 'sliver')])).toBeCloseTo(inside - areaOf(cells[index]!), 1);
      expect(ofKind(found, 'gap')).toEqual([]);
      for (const { zones } of [...beyond, ...ofKind(found, 'overlap')]) expect(zones).toContain(`ZN.${index + 1}`);
    }), RUNS);
  });

  it('gaps and what zones cover make up the plan, and zones less overlaps are what they cover', async () => {
    const shifts = fc.array(fc.tuple(fc.nat(), fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -2000, max: 2000 })), { minLength: 1, maxLength: 2 });
    await fc.assert(fc.asyncProperty(partition, shifts, async (cells, moves) => {
      const moved = moves.reduce((all, [which, east, north]) => all.map((cell, index): Cell => (index === which % all.length ? [cell[0] + east, cell[1] + north, cell[2], cell[3]] : cell)), [...cells]);
      const found = await draw(moved);
      const { covered, whole } = await on.database.db.one<{ covered: number; whole: number }>('SELECT ST_Area(ST_Intersection(ST_Union(zone.geom), procedure.geom)) AS covered, ST_Area(procedure.geom) AS whole FROM office.draft_zone AS zone, office.procedure GROUP BY procedure.geom');
      const gaps = sum(ofKind(found, 'gap')) + sum(ofKind(found, 'sliver').filter(({ zones }) => zones.length === 0));
      expect(Math.abs(gaps + covered - whole)).toBeLessThan(0.1);
    }), RUNS);
  });
});

describe('findings', () => {
  it('have the same id for the same fault and another for a larger one', async () => {
    const cells: Cell[] = [[0, 0, 9000, 20_000], [10_000, 0, 10_000, 20_000]];
    const [one, again, larger] = [await draw(cells), await draw([cells[1]!, cells[0]!]), await draw([[0, 0, 8500, 20_000], cells[1]!])];
    expect(one.findings[0]!.id).toBe(again.findings[0]!.id);
    expect(one.findings[0]!.id).not.toBe(larger.findings[0]!.id);
  });

  it('narrower than a decimetre are slivers and do not block; less than a hundredth of a square metre is nothing', async () => {
    const at = async (gap: number) => (await draw([[0, 0, 10_000, 20_000], [10_000 + gap, 0, 10_000 - gap, 20_000]])).findings.map(({ kind, blocking, areaM2 }) => [kind, blocking, areaM2]);
    expect([await at(9), await at(11), await at(1)]).toEqual([[['sliver', false, 18]], [['gap', true, 22]], [['sliver', false, 2]]]);
    await on.database.db.none("UPDATE office.draft_zone SET geom = ST_Multi(ST_MakeEnvelope($1, $2, $3, $4, 2178)) WHERE id = 2", [EAST + 100.00004, NORTH, EAST + SIDE, NORTH + SIDE]);
    expect((await checkDraft(on.database.db, KEY, 1)).findings).toEqual([]);
  });
});
