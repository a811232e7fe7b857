/** The filter language: what is written reads back, in text and in JSON; faults are told with their place; monsters are refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, type Filter, FilterFault, MAX_CONDITIONS, MAX_DEPTH } from '../../domain/cql2/ast.ts';
import { checkFilter, type Queryables, queryablesOf } from '../../domain/cql2/check.ts';
import { evaluate } from '../../domain/cql2/evaluate.ts';
import { jsonOf, parseJsonFilter } from '../../domain/cql2/parse-json.ts';
import { parseFilter } from '../../domain/cql2/parse-text.ts';
import { printFilter } from '../../domain/cql2/print-text.ts';
import { investmentSites } from '../../domain/layers/investment-sites.ts';
import { filters } from '../support/filters.ts';

const degrees = fc.double({ min: 19.8, max: 20.2, noNaN: true });
const point = fc.tuple(degrees, fc.double({ min: 49.97, max: 50.12, noNaN: true }));
const ring = fc.tuple(point, fc.double({ min: 0.001, max: 0.1, noNaN: true })).map(([[lon, lat], size]) => [[lon, lat], [lon + size, lat], [lon, lat + size], [lon, lat]] as [number, number][]);
const geometry = fc.oneof(point.map((coordinates) => ({ type: 'Point' as const, coordinates })), fc.array(point, { minLength: 2, maxLength: 4 }).map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  ring.map((one) => ({ type: 'Polygon' as const, coordinates: [one] })), fc.array(ring, { minLength: 1, maxLength: 3 }).map((rings) => ({ type: 'MultiPolygon' as const, coordinates: rings.map((one) => [one]) })));
const spatial: fc.Arbitrary<Filter>[] = [
  fc.record({ op: fc.constantFrom('s_intersects' as const, 's_within' as const, 's_disjoint' as const), property: fc.constant('geom'), geometry }),
  fc.record({ op: fc.constant('s_dwithin' as const), property: fc.constant('geom'), geometry, metres: fc.nat(5_000) }),
  fc.record({ op: fc.constantFrom('<' as const, '>=' as const), left: fc.constantFrom({ kind: 'area' as const, unit: 'ha' as const, of: 'geom' }, { kind: 'area' as const, unit: 'm2' as const, of: 'geom' }), right: fc.nat(1000).map((value) => ({ kind: 'literal' as const, value })) }),
];
const any = filters({
  texts: { name: ["d'Artagnan", 'Nowa Huta', '" quoted "'], 'weird name': ['żółć'], and: ['x'], 'with.dot': ['y'] }, numbers: { area_ha: [0, 2.5, 1e-7, 123456789.25] },
  booleans: ['by_tender'], dates: ['since'], lists: { utilities: ['woda', 'gaz'] }, spatial,
});

describe('text', () => {
  it('reads back what it writes', () => {
    fc.assert(fc.property(any, (filter) => { expect(bare(parseFilter(printFilter(filter)))).toEqual(filter); }), { numRuns: 500 });
  });

  it('reads the forms people use', () => {
    expect(bare(parseFilter("status='available' and (area_ha >= 2 or by_tender = true) AND NOT power_kw IS NULL"))).toEqual({ op: 'and', args: [
      { op: '=', left: { kind: 'property', name: 'status' }, right: { kind: 'literal', value: 'available' } },
      { op: 'or', args: [{ op: '>=', left: { kind: 'property', name: 'area_ha' }, right: { kind: 'literal', value: 2 } }, { op: '=', left: { kind: 'property', name: 'by_tender' }, right: { kind: 'literal', value: true } }] },
      { op: 'not', arg: { op: 'isNull', value: { kind: 'property', name: 'power_kw' } } },
    ] });
    expect(bare(parseFilter("name NOT LIKE 'a%' OR name IS NOT NULL"))).toMatchObject({ op: 'or', args: [{ op: 'not', arg: { op: 'like' } }, { op: 'not', arg: { op: 'isNull' } }] });
    expect(bare(parseFilter('S_INTERSECTS(geom, BBOX(19.9, 50, 20, 50.1))'))).toMatchObject({ geometry: { type: 'Polygon', coordinates: [[[19.9, 50], [20, 50], [20, 50.1], [19.9, 50.1], [19.9, 50]]] } });
  });

  it.each([
    ['', 0, 'empty'], ['status', 6, 'comparison'], ["status = 'a", 9, 'does not end'], ['area_ha >= ', 11, 'too early'], ['date = 1 AND', 12, 'too early'], ['(area_ha > 1', 12, ')'], ['area_ha > 1 area_ha < 2', 12, '"AND", "OR" or the end'],
    ["status = 'x'; DROP TABLE account", 12, 'has no meaning'], ['S_WITHIN(geom, 3)', 15, 'geometry is expected'], ['S_INTERSECTS(geom, BBOX(20,50,19,51))', 19, 'west < east'], ['area_ha > 1e999', 10, 'too large'], ['null = 1', 0, 'word of the language'],
  ])('%s is refused at %i', (text, at, message) => {
    const fault = (() => { try { parseFilter(text); return undefined; } catch (error) { return error; } })();
    expect(fault).toBeInstanceOf(FilterFault);
    expect((fault as FilterFault).at).toBe(at);
    expect((fault as FilterFault).message).toContain(message);
  });

  it('refuses what is too deep, too long or too much, quickly', () => {
    expect(() => parseFilter('('.repeat(1_000) + 'a = 1' + ')'.repeat(1_000))).toThrow(`more than ${MAX_DEPTH} levels`);
    expect(() => parseFilter(`a = '${'x'.repeat(100_000)}'`)).toThrow('characters long');
    expect(() => parseFilter(Array.from({ length: MAX_CONDITIONS + 1 }, () => 'a = 1').join(' AND '))).toThrow('conditions');
    expect(() => parseFilter('NOT '.repeat(1_000) + 'a = 1')).toThrow(FilterFault);
  });
});

describe('JSON', () => {
  it('reads back what it writes', () => {
    fc.assert(fc.property(any, (filter) => { expect(bare(parseJsonFilter(JSON.parse(JSON.stringify(jsonOf(filter)))))).toEqual(filter); }), { numRuns: 300 });
  });

  it.each([
    [{ op: 'and', args: [true] }, '$'], [{ op: '=', args: [{ property: 'a' }, { op: 'sleep', args: [1] }] }, '$.args[1]'], [{ op: 'or', args: [true, { op: 'nope', args: [] }] }, '$.args[1]'], [null, '$'],
    [{ op: 's_within', args: [{ property: 'geom' }, { type: 'Polygon', coordinates: [] }] }, '$.args[1]'], [{ op: 'in', args: [{ property: 'a' }, []] }, '$.args[1]'],
  ])('%j is refused at %s', (value, at) => {
    expect(() => parseJsonFilter(value)).toThrow(FilterFault);
    try { parseJsonFilter(value); } catch (error) { expect((error as FilterFault).at).toBe(at); }
  });
});

describe('types', () => {
  const queryables: Queryables = new Map([...queryablesOf(investmentSites), ['name', 'text'], ['since', 'date'], ['utilities', 'list']]);
  it.each([
    ['owner = 1', 0], ["area_ha = 'x'", 10], ['by_tender > true', 0], ["utilities = 'gas'", 0], ['S_WITHIN(name, POINT(20 50))', 0], ["A_CONTAINS(name, ('x'))", 0], ["since > '2024-01-01'", 8], ["since > DATE('2024-13-01')", 8], ["contact = 'x'", 0], ['CASEI(area_ha) = 2', 0],
  ])('%s cannot be asked of investment sites', (text, at) => {
    try {
      checkFilter(parseFilter(text), queryables);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(FilterFault);
      expect((error as FilterFault).at).toBe(at);
    }
  });

  it('lets through what can be asked', () => {
    for (const text of ["status IN ('available', 'in-tender') AND area_ha BETWEEN 1 AND 5", "A_CONTAINS(utilities, ('gaz')) AND AREA_HA(geom) >= 2", "since >= DATE('2020-01-01') AND S_DWITHIN(geom, POINT(20 50), 300)", "CASEI(name) LIKE CASEI('%HUTA%')"]) {
      expect(() => checkFilter(parseFilter(text), queryables)).not.toThrow();
    }
  });
});

describe('in memory', () => {
  const says = (text: string, properties: Record<string, unknown>) => evaluate(parseFilter(text), { properties });
  it('knows three answers', () => {
    expect(says('a > 1', { a: 2 })).toBe(true);
    expect(says('a > 1', { a: null })).toBeNull();
    expect(says('a > 1 OR b = 1', { a: null, b: 1 })).toBe(true);
    expect(says('a > 1 AND b = 1', { a: null, b: 2 })).toBe(false);
    expect(says('NOT a > 1', { a: null })).toBeNull();
    expect(says('a IS NULL', {})).toBe(true);
    expect(says("name LIKE '100\\% %'", { name: '100% Huta' })).toBe(true);
    expect(says("name LIKE 'a.c'", { name: 'abc' })).toBe(false);
  });
});
