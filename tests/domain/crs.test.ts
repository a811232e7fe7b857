/** The coordinate systems against the check points of the fact sheet, and their inverses by property. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMercator, fromPl1992, fromPl2000, toMercator, toPl1992, toPl2000, type Pair } from '../../domain/geo/crs.ts';

const MICKIEWICZ: Pair = [19 + 56 / 60 + 17 / 3600, 50 + 3 / 60 + 41 / 3600];
const PLAC_CENTRALNY: Pair = [20.0372, 50.0717];
const BALICE: Pair = [19.7848, 50.0777];

/** Anywhere the city may have data, and some 20 km around. */
const place = fc.tuple(fc.double({ min: 19.5, max: 20.5, noNaN: true }), fc.double({ min: 49.8, max: 50.3, noNaN: true }));

function expectNear(actual: Pair, expected: Pair, tolerance: number): void {
  expect(Math.abs(actual[0] - expected[0]), `${actual.join(' ')} ≠ ${expected.join(' ')}`).toBeLessThanOrEqual(tolerance);
  expect(Math.abs(actual[1] - expected[1]), `${actual.join(' ')} ≠ ${expected.join(' ')}`).toBeLessThanOrEqual(tolerance);
}

describe('coordinate systems', () => {
  it.each([
    ['Mickiewicz monument', MICKIEWICZ, [7423966.7, 5547788.4], [567121.4, 244213.2]],
    ['Plac Centralny', PLAC_CENTRALNY, [7431079.9, 5548839.0], [574199.5, 245453.1]],
    ['Balice airport', BALICE, [7413023.7, 5549769.7], [556136.5, 245899.8]],
  ] as const)('puts %s where the check points put it, easting first', (_name, lonLat, pl2000, pl1992) => {
    expectNear(toPl2000(lonLat), pl2000, 0.1);
    expectNear(toPl1992(lonLat), pl1992, 0.1);
  });

  it('comes back to the same place within a tenth of a millimetre', () => {
    fc.assert(fc.property(place, (lonLat) => {
      expectNear(fromPl2000(toPl2000(lonLat)), lonLat, 1e-9);
      expectNear(fromPl1992(toPl1992(lonLat)), lonLat, 1e-9);
      expectNear(fromMercator(toMercator(lonLat)), lonLat, 1e-9);
    }));
  });

  it('keeps distances in PL-2000 and stretches them 1.558 times in Web Mercator at the city centre', () => {
    const east: Pair = [MICKIEWICZ[0] + 0.01, MICKIEWICZ[1]];
    const length = (project: (p: Pair) => Pair) => Math.hypot(project(east)[0] - project(MICKIEWICZ)[0], project(east)[1] - project(MICKIEWICZ)[1]);
    expect(length(toMercator) / length(toPl2000)).toBeCloseTo(1.558, 2);
    expect(length(toPl1992) / length(toPl2000)).toBeCloseTo(1 - 0.00064, 4);
  });
});
