/** The laws of a difference on random law: areas add up, there and back is the same, nothing differs from itself, and a count of square metres agrees. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Difference } from '../../domain/contract/difference.ts';
import { loadAlone } from '../../server/db/load-alone.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { ORIGIN, rectangle } from './parcels-town.ts';

const PARCEL = '126104_9.0009.1';
const SIDE_M = 100;
const AREA_M2 = SIDE_M ** 2;
const BEFORE = '2015-06-01';
const AFTER = '2025-06-01';

interface Box { readonly east: number; readonly north: number; readonly width: number; readonly height: number }
interface Zone extends Box { readonly zoneClass: string; readonly heightM: number | null }
interface Plan { readonly outline: Box; readonly zones: readonly Zone[] }
/** Plan a of 2010, plan b of 2020 in its place, draft c. `stays`: a remains in force under b, as a plan under its amendment. */
interface Law { readonly a: Plan; readonly b: Plan; readonly c: Plan; readonly stays: boolean }

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ database: 'empty' });
  await loadAlone(app.database, (t) => t.multi(`
    INSERT INTO meta.dataset (id, name, layer, publisher, licence, source_date, demonstration, checksum) VALUES (1, 'Próba', 'parcels', 'Urząd', 'CC BY 4.0', '2026-01-31', true, 'laws');
    INSERT INTO cadastre.parcel (key, dataset_id, identifier, geom) VALUES ('${PARCEL}', 1, '${PARCEL}', ${rectangle(0, 0, SIDE_M, SIDE_M)})`));
});
afterAll(() => app?.close());

/** Turned about the corner of the parcel, so that borders which should meet miss one another by a hair, as real ones do. */
function place({ east, north, width, height }: Box, radians: number): string {
  const box = rectangle(east, north, width, height);
  return radians === 0 ? box : `ST_Rotate(${box}, ${radians}, ${ORIGIN.easting}, ${ORIGIN.northing})`;
}

async function enact({ a, b, c, stays }: Law, radians: number): Promise<void> {
  const plan = (key: string, { outline, zones }: Plan, status: string, from: string | null, to: string | null, valid: string): string[] => [
    `INSERT INTO planning.plan (key, dataset_id, name, kind, status, stage, in_force_from, in_force_to, valid, definition_regime, procedure, geom)
     VALUES ('${key}', 1, '${key}', 'MPZP', '${status}', 'IN_FORCE', ${from}, ${to}, '${valid}', 'OWN', 'OLD', ${place(outline, radians)});`,
    ...zones.map((zone, number) => `INSERT INTO planning.zone (key, dataset_id, valid, plan_key, symbol, zone_class, designation, definition_regime, max_height_m, geom)
     VALUES ('${key}:${number}', 1, '${valid}', '${key}', '${zone.zoneClass}.${number}', '${zone.zoneClass}', 'x', 'OWN', ${zone.heightM}, ${place(zone, radians)});`),
  ];
  await loadAlone(app.database, (t) => t.multi([
    'DELETE FROM planning.zone; DELETE FROM planning.plan;', `UPDATE cadastre.parcel SET geom = ${place({ east: 0, north: 0, width: SIDE_M, height: SIDE_M }, radians)};`,
    ...plan('a', a, stays ? 'in-force' : 'superseded', "'2010-01-01'", stays ? null : "'2019-12-31'", '[2010-01-01,)'),
    ...plan('b', b, 'in-force', "'2020-01-01'", null, '[2020-01-01,)'), ...plan('c', c, 'in-preparation', null, null, '[2020-01-01,)'),
  ].join('\n')));
}

async function difference(query: string): Promise<Difference> {
  const response = await fetch(`${app.url}/api/parcels/${PARCEL}/difference?${query}`);
  expect(response.status, await response.clone().text()).toBe(200);
  return Difference.parse(await response.json());
}

const law = { zoneClass: fc.constantFrom('MN', 'MW', 'U', 'ZP'), heightM: fc.constantFrom(null, 9, 11) };
const cuts = fc.uniqueArray(fc.integer({ min: 1, max: SIDE_M - 1 }), { maxLength: 3 });
/** Columns and rows at random places: a partition of the square. */
const grid: fc.Arbitrary<Zone[]> = fc.tuple(cuts, cuts).chain(([columns, rows]) => {
  const spans = (at: number[]): [number, number][] => [0, ...at.sort((x, y) => x - y)].map((start, index) => [start, (at[index] ?? SIDE_M) - start]);
  const cells = spans(columns).flatMap(([east, width]) => spans(rows).map(([north, height]) => ({ east, north, width, height })));
  return fc.array(fc.record(law), { minLength: cells.length, maxLength: cells.length }).map((laws) => cells.map((cell, index) => ({ ...cell, ...laws[index]! })));
});
const edge = fc.integer({ min: -30, max: SIDE_M - 1 });
const length = fc.integer({ min: 1, max: 90 });
const box = { east: edge, north: edge, width: length, height: length };
/** Awkward: rectangles anywhere, over one another, over the border, beyond their plan, with gaps between. */
const heap = fc.array(fc.record({ ...box, ...law }), { maxLength: 5 });
const whole = fc.constant({ east: 0, north: 0, width: SIDE_M, height: SIDE_M });
const plan = fc.oneof(fc.record({ outline: whole, zones: grid }), fc.record({ outline: fc.record(box), zones: heap }));
const laws: fc.Arbitrary<Law> = fc.record({ a: plan, b: plan, c: plan, stays: fc.boolean() });
/** Whole square metres, turned a little, turned a lot. */
const angle = fc.constantFrom(0, 0, 0.003, 0.7);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
const close = (a: number, b: number, tolerance = 0.11): void => { expect(Math.abs(a - b)).toBeLessThan(tolerance); };
/** The same names with the same m², but for rounding: what is less than 0.1 m² may be missing. */
const alike = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): void => {
  for (const name of [...one.keys(), ...other.keys()]) close(one.get(name) ?? 0, other.get(name) ?? 0);
};
type Use = Difference['matrix'][number]['before'];
const useOf = (use: Use): string => (use === null ? 'no plan' : use.zoneClass ?? 'no zone');
/** m² by use before and after, exchanged or not. */
const uses = ({ matrix }: Difference, exchanged = false): Map<string, number> => new Map(matrix.map(({ before, after, areaM2 }) =>
  [(exchanged ? [after, before] : [before, after]).map(useOf).join(' → '), areaM2]));
/** m² by what changes of more than a sliver say. */
function pieces({ changes }: Difference, exchanged = false): Map<string, number> {
  const found = new Map<string, number>();
  for (const { before, after, kind, areaM2 } of changes.filter((change) => change.areaM2 > 1.1)) {
    const name = JSON.stringify([kind, ...(exchanged ? [after, before] : [before, after])]);
    found.set(name, (found.get(name) ?? 0) + areaM2);
  }
  return found;
}

/** The use of one square metre, found the slow way: zones before outlines, the later plan before the earlier, the draft before all. */
function useAt(east: number, north: number, plans: readonly Plan[], draft?: Plan): string {
  const within = (place: Box): boolean => east > place.east && east < place.east + place.width && north > place.north && north < place.north + place.height;
  const zoneOf = (of: Plan): string | undefined => of.zones.find(within)?.zoneClass;
  if (draft && (zoneOf(draft) !== undefined || within(draft.outline))) return zoneOf(draft) ?? 'no zone';
  return plans.map(zoneOf).find((zone) => zone !== undefined) ?? (plans.some(({ outline }) => within(outline)) ? 'no zone' : 'no plan');
}
function counted(before: readonly Plan[], after: readonly Plan[], draft?: Plan): Map<string, number> {
  const found = new Map<string, number>();
  for (let east = 0.5; east < SIDE_M; east += 1) {
    for (let north = 0.5; north < SIDE_M; north += 1) {
      const name = `${useAt(east, north, before)} → ${useAt(east, north, after, draft)}`;
      found.set(name, (found.get(name) ?? 0) + 1);
    }
  }
  return found;
}

/** Areas add up, in every way they are told. */
function addsUp(found: Difference): void {
  close(found.areaM2, AREA_M2);
  close(sum(found.matrix.map(({ areaM2 }) => areaM2)), AREA_M2, 0.06 * (found.matrix.length + 1));
  close(sum(found.totals.map(({ beforeM2 }) => beforeM2)), AREA_M2, 0.06 * (found.totals.length + 1));
  close(sum(found.totals.map(({ afterM2 }) => afterM2)), AREA_M2, 0.06 * (found.totals.length + 1));
  close(found.unchangedM2 + found.changedM2 + found.sliversM2, AREA_M2, 0.21);
  close(sum(found.changes.map(({ areaM2 }) => areaM2)), found.changedM2, 0.06 * (found.changes.length + 1));
}

describe('the laws hold on partitions, and on zones that overlap, leave gaps and lie beyond their plan', () => {
  it('between two days and with a draft', async () => {
    await fc.assert(fc.asyncProperty(laws, angle, async (drawn, radians) => {
      await enact(drawn, radians);
      const [there, back, draft] = [await difference(`from=${BEFORE}&to=${AFTER}`), await difference(`from=${AFTER}&to=${BEFORE}`), await difference('draft=c')];
      for (const found of [there, back, draft]) addsUp(found);

      const [old, now] = [[drawn.a], drawn.stays ? [drawn.b, drawn.a] : [drawn.b]];
      if (radians === 0) {
        alike(uses(there), counted(old, now));
        alike(uses(draft), counted(now, now, drawn.c));
      }

      // There and back is the same with the sides exchanged.
      alike(uses(back, true), uses(there));
      alike(pieces(back, true), pieces(there));
      close(back.changedM2 + back.sliversM2, there.changedM2 + there.sliversM2, 0.21);

      // What is compared with itself, or with a day on which the same law stood, is no difference.
      for (const [from, to] of [[BEFORE, BEFORE], [AFTER, AFTER], [BEFORE, '2016-01-01']] as const) {
        expect(await difference(`from=${from}&to=${to}`)).toMatchObject({ changes: [], changedM2: 0, sliversM2: 0, more: 0, unchangedM2: expect.closeTo(AREA_M2, 0) as number });
      }
    }), { numRuns: 20 });
  }, 60_000);
});
