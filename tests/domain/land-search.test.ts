/** Laws of the investor's search over generated land: counts, facets, scores and relaxations are what one finds by trying each filter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '../../domain/cql2/ast.ts';
import { evaluate } from '../../domain/cql2/evaluate.ts';
import { parseFilter } from '../../domain/cql2/parse-text.ts';
import { printFilter } from '../../domain/cql2/print-text.ts';
import { conditionsOf, intervalOf, joined, propertyOf, withinInterval } from '../../domain/investment/conditions.ts';
import { facetOf, niceStep, rangeOf, STEPS } from '../../domain/investment/facets.ts';
import { columnOf, FALSE, fitting, missesOf, missesWithout, TRUE, UNKNOWN, type Verdicts } from '../../domain/investment/land-columns.ts';
import { conditionFigures, relaxations } from '../../domain/investment/relax.ts';
import { DIRECTIONS, pointsOf, scoreOf, spanOf, type Weighable } from '../../domain/investment/score.ts';
import { loggedSearch, loggedWords } from '../../domain/investment/search-log.ts';
import { municipalParcels } from '../../domain/layers/municipal-parcels.ts';
import { filters } from '../support/filters.ts';

interface Land { readonly area_ha: number | null; readonly price_pln: number | null; readonly status: string | null; readonly by_tender: boolean | null; readonly utilities: readonly string[] | null }

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 4 });
const land: fc.Arbitrary<Land> = fc.record({
  area_ha: maybe(fc.constantFrom(0.5, 1, 2.5, 10, 12)), price_pln: maybe(fc.nat(20).map((of) => of * 5e5)), status: maybe(fc.constantFrom('available', 'in-tender', 'sold')), by_tender: maybe(fc.boolean()),
  utilities: maybe(fc.subarray(['woda', 'gaz', 'prąd'])),
});
const lands = fc.array(land, { minLength: 1, maxLength: 30 });
const one = filters({ texts: { status: ['available', 'in-tender'] }, numbers: { area_ha: [0.5, 1, 2.5, 10], price_pln: [1e6, 5e6] }, booleans: ['by_tender'], dates: [], lists: { utilities: ['woda', 'gaz'] }, spatial: [] });
const bound: fc.Arbitrary<Filter> = fc.record({ op: fc.constantFrom('>=' as const, '<' as const, '<=' as const, '>' as const), left: fc.constantFrom('area_ha', 'price_pln').map((name) => ({ kind: 'property' as const, name })), right: fc.constantFrom(0.5, 2.5, 11, 2e6, 7e6).map((value) => ({ kind: 'literal' as const, value })) });
const conditionLists = fc.array(fc.oneof(bound, one), { maxLength: 5 }).map((all) => conditionsOf(joined(all)));

const verdictsOf = (condition: Filter, all: readonly Land[]): Verdicts => Uint8Array.from(all, (properties) => { const says = evaluate(condition, { properties: { ...properties } }); return says === null ? UNKNOWN : says ? TRUE : FALSE; });
const fits = (filter: Filter | undefined, all: readonly Land[]): number[] => all.flatMap((properties, index) => (filter === undefined || evaluate(filter, { properties: { ...properties } }) === true ? [index] : []));
const judge = (conditions: readonly Filter[], all: readonly Land[]) => { const verdicts = conditions.map((condition) => verdictsOf(condition, all)); return { conditions, verdicts, misses: missesOf(verdicts, all.length, () => true) }; };
const numbers = (all: readonly Land[]) => (name: string): Float64Array | undefined => { const column = columnOf({ name, type: 'number' }, all as unknown as Record<string, unknown>[]); return name === 'area_ha' || name === 'price_pln' ? (column as { values: Float64Array }).values : undefined; };

describe('conditions', () => {
  it('are what their AND is, and tell what there is with and without them', () => {
    fc.assert(fc.property(conditionLists, lands, (conditions, all) => {
      const judged = judge(conditions, all);
      expect(fitting(judged.misses)).toEqual(fits(joined(conditions), all));
      for (const [at, { text, alone, without, unknown }] of conditionFigures(judged).entries()) {
        const others = joined(conditions.filter((_, other) => other !== at));
        expect(alone).toBe(fits(parseFilter(text), all).length);
        expect(without).toBe(fits(others, all).length);
        expect(unknown).toBe(fits(others, all).filter((index) => judged.verdicts[at]![index] === UNKNOWN).length);
      }
    }), { numRuns: 300 });
  });

  it('outside what is asked count nowhere', () => {
    fc.assert(fc.property(conditionLists, lands, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (conditions, all, asked) => {
      const { verdicts } = judge(conditions, all);
      const misses = missesOf(verdicts, all.length, (index) => asked[index]!);
      expect(fitting(misses)).toEqual(fits(joined(conditions), all).filter((index) => asked[index]));
      expect(fitting(missesWithout(misses, verdicts))).toEqual(all.flatMap((_, index) => (asked[index] ? [index] : [])));
    }));
  });

  it('are on one property, on several, or on a place', () => {
    expect(['area_ha > 1', "status = 'a' OR status IN ('b', 'c')", 'NOT (area_ha > 1 AND price_pln < 3)', 'S_DWITHIN(geom, POINT(20 50), 9)', 'AREA_HA(geom) > 2', 'TRUE', "CASEI(status) LIKE 'a%'"].map((text) => propertyOf(parseFilter(text))))
      .toEqual(['area_ha', 'status', null, null, null, null, 'status']);
    expect(conditionsOf(parseFilter("(area_ha > 1 AND (price_pln < 3 AND status = 'a')) AND (by_tender = TRUE OR area_ha > 9)")).map(printFilter)).toEqual(['area_ha > 1', 'price_pln < 3', "status = 'a'", 'by_tender = TRUE OR area_ha > 9']);
    expect(['2 <= area_ha', 'area_ha BETWEEN 3 AND 2', 'area_ha = 2', 'area_ha > price_pln', 'area_ha BETWEEN 1 AND 2'].map((text) => intervalOf(parseFilter(text))))
      .toEqual([{ name: 'area_ha', low: 2, high: Infinity, strict: false }, null, null, null, { name: 'area_ha', low: 1, high: 2, strict: false }]);
    expect([[-Infinity, 2], [1, Infinity], [1, 2]].map(([low, high]) => printFilter(withinInterval('x', low!, high!)))).toEqual(['x <= 2', 'x >= 1', 'x BETWEEN 1 AND 2']);
  });
});

describe('facets', () => {
  it('count every value among what fits the other conditions', () => {
    fc.assert(fc.property(conditionLists, lands, (conditions, all) => {
      const { verdicts, misses } = judge(conditions, all);
      const rows = all as unknown as Record<string, unknown>[];
      for (const [name, type] of [['status', 'text'], ['by_tender', 'boolean'], ['utilities', 'list'], ['area_ha', 'number']] as const) {
        const rest = fits(joined(conditions.filter((condition) => propertyOf(condition) !== name)), all).map((index) => all[index]![name]);
        const column = columnOf({ name, type }, rows)!;
        const range = column.kind === 'number' ? rangeOf(column, [[0, all.length]]) : null;
        const facet = facetOf(name, column, missesWithout(misses, verdicts.filter((_, at) => propertyOf(conditions[at]!) === name)), range);
        expect(facet.unknown).toBe(rest.filter((value) => value === null).length);
        for (const { value, count } of facet.values) expect([value, count]).toEqual([value, rest.filter((own) => (Array.isArray(own) ? own.includes(value) : String(own) === value)).length]);
        if (type !== 'number') expect(new Set(facet.values.map(({ value }) => value))).toEqual(new Set(rest.flat().filter((value) => value !== null).map(String)));
        else if (range) expect(facet.histogram!.counts.reduce((sum, count) => sum + count, 0)).toBe(rest.length - facet.unknown);
      }
    }), { numRuns: 200 });
  });

  it('have ranges of twenty round steps that hold what is usual, of small groups too', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 }), fc.nat(59), (some, cut) => {
      const values = Float64Array.from(some);
      const at = Math.min(cut, values.length);
      const { min, max } = rangeOf({ kind: 'number', unit: 'm', values }, [[0, at], [at, values.length]])!;
      expect(max).toBeGreaterThan(min);
      for (const group of [some.slice(0, at), some.slice(at)]) {
        const outside = group.filter((value) => value < min - 1e-6 * Math.abs(min) - 1e-9 || value > max + 1e-6 * Math.abs(max) + 1e-9).length;
        expect(outside).toBeLessThanOrEqual(group.length * 0.04);
      }
    }), { numRuns: 300 });
    expect([0.003, 1, 1.01, 2.4, 2.6, 7, 900].map(niceStep)).toEqual([0.005, 1, 2, 2.5, 5, 10, 1000]);
    const sizes = Float64Array.from([...Array.from({ length: 5000 }, () => 0.1), 20, 30, 40]);
    expect(rangeOf({ kind: 'number', unit: 'ha', values: sizes }, [[0, 5000], [5000, 5003]])).toEqual({ min: 0, max: 40 });
    expect(rangeOf({ kind: 'number', unit: '%', values: Float64Array.of(3) }, [[0, 1]])).toEqual({ min: 0, max: 100 });
    expect(rangeOf({ kind: 'number', unit: 'm', values: Float64Array.of(Number.NaN) }, [[0, 1]])).toBeNull();
    const column = columnOf({ name: 'x', type: 'number', unit: 'm' }, [{ x: -5 }, { x: 0 }, { x: 100 }, { x: 1e9 }])!;
    expect(facetOf('x', column, missesOf([], 4, () => true), { min: 0, max: 100 }).histogram!.counts).toEqual([2, ...Array.from({ length: STEPS - 2 }, () => 0), 2]);
  });
});

describe('the score', () => {
  const names = Object.keys(DIRECTIONS) as Weighable[];
  const weights = fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), weight: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 5, selector: ({ name }) => name });
  const value = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: Number.NaN, freq: 4 });

  it('is the sum of its parts, 0 to 100, and unknown values add nothing', () => {
    fc.assert(fc.property(weights, fc.array(fc.array(value, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 20 }), (weighed, table) => {
      const among = table.map((_, index) => index);
      const columns = new Map(weighed.map(({ name }, at) => [name, Float64Array.from(table, (row) => row[at]!)]));
      const spans = new Map(weighed.map(({ name }) => [name as string, spanOf(columns.get(name)!, among)]));
      for (const index of among) {
        const { score, parts } = scoreOf(weighed, (name) => columns.get(name)![index]!, spans);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100 + 1e-9);
        expect(parts.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(score, 9);
        for (const part of parts) if (part.value === null) expect(part).toMatchObject({ points: null, adds: 0 });
      }
      for (const { name } of weighed) if (spans.get(name)) expect(Math.max(...among.map((index) => pointsOf(name, columns.get(name)![index]!, spans.get(name)!) ?? 0))).toBe(1);
    }), { numRuns: 300 });
  });

  it('never falls when a value gets better, and does not mind in what unit a value is', () => {
    fc.assert(fc.property(fc.constantFrom(...names), fc.double({ min: 0, max: 1e5, noNaN: true }), fc.double({ min: 0, max: 1e5, noNaN: true }), fc.constantFrom(0.001, 10, 1e4), (name, a, b, unit) => {
      const span = { least: 0, most: 1e5 };
      const better = DIRECTIONS[name] === 'larger' ? Math.max(a, b) : Math.min(a, b);
      expect(pointsOf(name, better, span)!).toBeGreaterThanOrEqual(pointsOf(name, a, span)!);
      expect(pointsOf(name, a * unit, { least: 0, most: 1e5 * unit })!).toBeCloseTo(pointsOf(name, a, span)!, 9);
    }));
  });

  it('weighs numbers that land has', () => {
    for (const name of names) expect(['number', 'integer']).toContain(municipalParcels.fields.find((field) => field.name === name)?.type);
  });
});

describe('relaxations', () => {
  it('give more than there is, as much as they say, and something whenever there is land at all', () => {
    let moved = 0;
    let several = 0;
    fc.assert(fc.property(conditionLists, lands, (conditions, all) => {
      const judged = judge(conditions, all);
      const total = fitting(judged.misses).length;
      const found = relaxations(judged, numbers(all));
      expect(found.length > 0).toBe(total < all.length);
      for (const { condition, also, filter, to, total: more } of found) {
        expect(more).toBeGreaterThan(total);
        expect(fits(filter === '' ? undefined : parseFilter(filter), all).length, filter).toBe(more);
        if (to !== null) {
          moved += 1;
          expect(also).toEqual([]);
          expect(fits(parseFilter(to), all)).toEqual(expect.arrayContaining(fits(conditions[condition], all)));
        }
        // Several go together only where none alone would do.
        if (also.length > 0) { several += 1; expect(conditionFigures(judged).every(({ without }) => without === total)).toBe(true); }
      }
      expect(found.map(({ total: more }) => more)).toEqual(found.map(({ total: more }) => more).sort((a, b) => b - a));
    }), { numRuns: 500 });
    expect(moved).toBeGreaterThan(10);
    expect(several).toBeGreaterThan(10);
  });

  it('move a bound no further than to the nearest land, and to the nearest five', () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 30].map((area_ha): Land => ({ area_ha, price_pln: null, status: null, by_tender: null, utilities: null }));
    const tell = (text: string) => relaxations(judge(conditionsOf(parseFilter(text)), all), numbers(all)).map(({ to, total }) => [to, total]);
    expect(tell('area_ha > 30')).toEqual([[null, 8], ['area_ha >= 4', 5], ['area_ha >= 30', 1]]);
    expect(tell('area_ha BETWEEN 10 AND 20')).toEqual([[null, 8], ['area_ha BETWEEN 3 AND 20', 5], ['area_ha BETWEEN 7 AND 20', 1]]);
    expect(tell('area_ha < 0.5')).toEqual([[null, 8], ['area_ha <= 5', 5], ['area_ha <= 1', 1]]);
  });
});

describe('what is kept of a search', () => {
  const known = (name: string, text: string): boolean => name === 'status' && ['available', 'sold'].includes(text);
  it('tells no place and no text that no register knows', () => {
    const of = (text: string) => loggedSearch(conditionsOf(parseFilter(text)), known);
    expect(of("status = 'sold' AND S_DWITHIN(geom, POINT(19.93 50.06), 300) AND area_ha > 2 AND area_ha > 2")).toEqual({
      filter: "S_DWITHIN(geom, area, 300) AND area_ha > 2 AND status = 'sold'", conditions: ['S_DWITHIN(geom, area, 300)', 'area_ha > 2', "status = 'sold'"], properties: ['area_ha', 'geom', 'status'],
    });
    expect(of("status IN ('sold', 'Jan Kowalski') OR name LIKE '%Kowalski%'").filter).toBe("status IN ('sold', '…') OR name LIKE '…'");
    expect(of("A_OVERLAPS(utilities, ('PESEL 1')) AND NOT (CASEI(name) = 'POINT(0 0)')").filter).toBe("A_OVERLAPS(utilities, ('…')) AND NOT CASEI(name) = '…'");
  });

  it('is the same for conditions in another order, and never holds a text or a coordinate of one', () => {
    const secret = fc.stringMatching(/^[A-Z]{8}[a-z]{4}$/);
    fc.assert(fc.property(fc.array(secret.chain((text) => filters({ texts: { name: [text], status: [text] }, numbers: { area_ha: [1] }, booleans: [], dates: [], lists: { utilities: [text] },
      spatial: [fc.constant<Filter>({ op: 's_dwithin', property: 'geom', geometry: { type: 'Point', coordinates: [19.912345, 50.054321] }, metres: 5 })] })), { minLength: 1, maxLength: 4 }), (some) => {
      const conditions = conditionsOf(joined(some));
      const { filter, conditions: texts } = loggedSearch(conditions, () => false);
      expect(loggedSearch([...conditions].reverse(), () => false).filter).toBe(filter);
      for (const lang of ['pl', 'en'] as const) expect(loggedWords(filter, lang) === '').toBe(filter === '');
      for (const text of [filter, ...texts]) expect(text).not.toMatch(/[A-Z]{8}[a-z]{4}|19\.91|50\.05/);
    }));
  });
});
