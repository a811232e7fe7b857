/** The area taken out of a need: bounds and rest mean together what the filter meant of one piece of land. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '../../domain/cql2/ast.ts';
import { evaluate } from '../../domain/cql2/evaluate.ts';
import { parseFilter } from '../../domain/cql2/parse-text.ts';
import { printFilter } from '../../domain/cql2/print-text.ts';
import { needArea } from '../../domain/investment/need-area.ts';

const taken = (text: string) => {
  const { rest, minHa, maxHa } = needArea(parseFilter(text));
  return [rest ? printFilter(rest) : null, minHa, maxHa];
};

describe('the area of a need', () => {
  it.each<[string, unknown[]]>([
    ['area_ha >= 2', [null, 2, null]],
    ["area_ha >= 2 AND ownership = 'municipality'", ["ownership = 'municipality'", 2, null]],
    ["ownership = 'municipality' AND area_ha < 5 AND flood_pct = 0", ["ownership = 'municipality' AND flood_pct = 0", null, 5]],
    ['area_ha BETWEEN 2 AND 5 AND AREA_M2(geom) >= 30000', [null, 3, 5]],
    ['2 <= area_ha AND AREA_HA(geom) <= 4', [null, 2, 4]],
    ['area_ha = 3', [null, 3, 3]],
    ['(area_ha > 1 AND flood_pct = 0) AND area_ha > 2', ['flood_pct = 0', 2, null]],
    // Not a range of the whole: stays with each parcel.
    ['area_ha > 2 OR flood_pct = 0', ['area_ha > 2 OR flood_pct = 0', null, null]],
    ['NOT (area_ha > 2)', ['NOT area_ha > 2', null, null]],
    ['area_ha <> 2 AND area_ha IN (1, 2)', ['area_ha <> 2 AND area_ha IN (1, 2)', null, null]],
    ['area_ha > plan_pct AND area_ha IS NULL', ['area_ha > plan_pct AND area_ha IS NULL', null, null]],
    ['price_pln > 2', ['price_pln > 2', null, null]],
  ])('%s', (text, expected) => { expect(taken(text)).toEqual(expected); });

  it('of nothing asked is none', () => { expect(needArea(undefined)).toEqual({ rest: undefined, minHa: null, maxHa: null }); });

  it('keeps the meaning, but for bounds that are not met exactly', () => {
    const number = fc.integer({ min: 0, max: 8 });
    const condition = fc.oneof(
      fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '='), number).map(([op, bound]) => `area_ha ${op} ${bound}`), fc.tuple(fc.constantFrom('<', '>='), number).map(([op, bound]) => `${bound} ${op} area_ha`),
      fc.tuple(number, number).map(([low, high]) => `area_ha BETWEEN ${low} AND ${high}`), fc.constantFrom('flood_pct = 0', 'area_ha > 3 OR flood_pct = 1', 'NOT (area_ha < 2)'),
    );
    fc.assert(fc.property(fc.array(condition, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 16 }), fc.constantFrom(0, 1, null), (conditions, halves, flood_pct) => {
      const area_ha = halves / 2 + 0.25;
      const filter: Filter = parseFilter(conditions.map((one) => `(${one})`).join(' AND '));
      const { rest, minHa, maxHa } = needArea(filter);
      const object = { properties: { area_ha, flood_pct } };
      const within = area_ha >= (minHa ?? -Infinity) && area_ha <= (maxHa ?? Infinity);
      expect(within && (rest === undefined || evaluate(rest, object) === true)).toBe(evaluate(filter, object) === true);
    }), { numRuns: 500 });
  });
});
