/** The laws of an extract on random partitions: shares add up to a hundred, and no border drawn wrong by less than the accuracy takes away what was certain. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Extract } from '../../domain/contract/extract.ts';
import { loadAlone } from '../../server/db/load-alone.ts';
import { sharesOf } from '../../server/rooms/extract/pieces.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { ORIGIN, rectangle } from './parcels-town.ts';

const PARCEL = '126104_9.0009.1';
const SIDE_M = 60;
/** Of a zone and a parcel together. */
const ACCURACY_M = 1.1;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ database: 'empty' });
  await loadAlone(app.database, (t) => t.multi(`
    INSERT INTO meta.dataset (id, name, layer, publisher, licence, source_date, demonstration, checksum) VALUES (1, 'Próba', 'parcels', 'Urząd', 'CC BY 4.0', '2026-01-31', true, 'laws');
    INSERT INTO city.city (key, dataset_id, name, geom) VALUES ('krakow', 1, 'Kraków', ${rectangle(-3000, -3000, 8000, 8000)});
    INSERT INTO cadastre.parcel (key, dataset_id, identifier, geom) VALUES ('${PARCEL}', 1, '${PARCEL}', ${rectangle(0, 0, SIDE_M, SIDE_M)})`));
});
afterAll(() => app?.close());

interface Cell { readonly east: number; readonly north: number; readonly width: number; readonly height: number }
const cuts = fc.uniqueArray(fc.double({ min: -20, max: SIDE_M + 20, noNaN: true }).map((at) => Math.round(at * 100) / 100), { maxLength: 4 });
/** A partition of 100 m by 100 m around the parcel, at odd centimetres. */
const grid = fc.tuple(cuts, cuts).map(([columns, rows]): Cell[] => {
  const spans = (at: number[]): [number, number][] => [-20, ...at.filter((one) => one > -19.9 && one < SIDE_M + 19.9).sort((x, y) => x - y), SIDE_M + 20].flatMap((start, index, all) => {
    const end = all[index + 1];
    return end === undefined || end - start < 0.01 ? [] : [[start, end - start] as [number, number]];
  });
  return spans(columns).flatMap(([east, width]) => spans(rows).map(([north, height]) => ({ east, north, width, height })));
});

/** `shift`: metres east and north by which all zones are moved; turned about the corner of the parcel. */
async function enact(cells: readonly Cell[], [east, north]: readonly [number, number], radians: number): Promise<void> {
  const place = (cell: Cell): string => `ST_Translate(ST_Rotate(${rectangle(cell.east, cell.north, cell.width, cell.height)}, ${radians}, ${ORIGIN.easting}, ${ORIGIN.northing}), ${east}, ${north})`;
  await loadAlone(app.database, (t) => t.multi([
    'DELETE FROM planning.zone; DELETE FROM planning.plan;',
    `INSERT INTO planning.plan (key, dataset_id, name, kind, status, stage, in_force_from, valid, definition_regime, procedure, geom)
     SELECT 'a', 1, 'a', 'MPZP', 'in-force', 'IN_FORCE', '2010-01-01', '[2010-01-01,)', 'OWN', 'OLD', ST_Multi(ST_Union(geom)) FROM (VALUES ${cells.map((cell) => `(${place(cell)})`).join(', ')}) AS zone (geom);`,
    ...cells.map((cell, number) => `INSERT INTO planning.zone (key, dataset_id, valid, plan_key, symbol, zone_class, designation, definition_regime, geom)
     VALUES ('a:${number}', 1, '[2010-01-01,)', 'a', 'MN.${number}', 'MN', 'x', 'OWN', ${place(cell)});`),
  ].join('\n')));
}

async function extract(): Promise<Extract> {
  const response = await fetch(`${app.url}/api/parcels/${PARCEL}/extract`);
  expect(response.status, await response.clone().text()).toBe(200);
  return Extract.parse(await response.json());
}
const zonesOf = ({ plans }: Extract) => plans.flatMap(({ zones }) => zones);
const angle = fc.constantFrom(0, 0, 0.002, 0.6);

describe('an extract', () => {
  it('has shares of a partition that add up to 100, and areas that add up to the parcel', async () => {
    await fc.assert(fc.asyncProperty(grid, fc.tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: -30, max: 30, noNaN: true })), angle, async (cells, shift, radians) => {
      await enact(cells, shift, radians);
      const found = await extract();
      const zones = zonesOf(found);
      const shares = zones.reduce((sum, { sharePct }) => sum + sharePct, 0) + found.withoutPlan!.sharePct + found.outsideCity.sharePct;
      expect(Math.abs(shares - 100)).toBeLessThanOrEqual(0.01);
      expect(Math.abs(zones.reduce((sum, { areaM2 }) => sum + areaM2, 0) + found.withoutPlan!.areaM2 - found.areaM2)).toBeLessThan(0.1 * (zones.length + 1));
    }), { numRuns: 25 });
  });

  it('keeps what was certain when borders move by less than the accuracy', async () => {
    const metres = fc.double({ min: 0, max: ACCURACY_M * 0.999, noNaN: true });
    await fc.assert(fc.asyncProperty(grid, angle, metres, fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }), async (cells, radians, distance, direction) => {
      await enact(cells, [0, 0], radians);
      const certain = zonesOf(await extract()).filter(({ overlap }) => overlap === 'certain').map(({ key }) => key);
      await enact(cells, [distance * Math.cos(direction), distance * Math.sin(direction)], radians);
      const after = new Set(zonesOf(await extract()).filter(({ overlap }) => overlap !== 'touch').map(({ key }) => key));
      expect(certain.filter((key) => !after.has(key))).toEqual([]);
    }), { numRuns: 25 });
  });
});

describe('shares', () => {
  it('of parts of any size add up to exactly 100 and stay within a hundredth of the truth', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }), (parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      const shares = sharesOf(parts, whole);
      expect(Math.round(shares.reduce((sum, share) => sum + share, 0) * 100)).toBe(10_000);
      shares.forEach((share, at) => { expect(Math.abs(share - (parts[at]! / whole) * 100)).toBeLessThanOrEqual(0.0101); });
    }));
  });

  it('are not bent where parts are no partition', () => {
    expect(sharesOf([50, 20], 100)).toEqual([50, 20]);
  });
});
