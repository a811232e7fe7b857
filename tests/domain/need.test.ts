/** The panel's model of a need and CQL2: what the panel writes it reads back, what it reads means the same, and what it cannot show is never lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, type Filter, FilterFault } from '../../domain/cql2/ast.ts';
import { checkFilter, queryablesOf } from '../../domain/cql2/check.ts';
import { evaluate } from '../../domain/cql2/evaluate.ts';
import { parseFilter } from '../../domain/cql2/parse-text.ts';
import { printFilter } from '../../domain/cql2/print-text.ts';
import { ANYTHING, CHOICES, conditionsOf, filterOf, FLAGS, LISTS, type Need, needOf, needOfFilter, RANGES, restText, WORDINGS } from '../../domain/investment/need.ts';
import type { LandProperties } from '../../domain/investment/land-words.ts';
import { needMet } from '../../domain/investment/need-met.ts';
import { needPhrases, needSentence, without } from '../../domain/investment/need-words.ts';
import { investmentSites } from '../../domain/layers/investment-sites.ts';
import { municipalParcels } from '../../domain/layers/municipal-parcels.ts';
import { filters } from '../support/filters.ts';

const SQUARE = { type: 'Polygon' as const, coordinates: [[[19.9, 50], [20, 50], [20, 50.1], [19.9, 50.1], [19.9, 50]] as [number, number][]] };
const VALUES = ['P', 'P/U', "d'Arc", 'gmina'];
const bound = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => value + 0), { nil: null });

const spatial = fc.constantFrom<Filter>(
  { op: 's_intersects', property: 'geom', geometry: SQUARE }, { op: 's_within', property: 'geom', geometry: SQUARE }, { op: 's_touches', property: 'geom', geometry: SQUARE },
  { op: 's_dwithin', property: 'geom', geometry: { type: 'Point', coordinates: [20, 50] }, metres: 500 });

const anyFilter = filters({
  texts: { zone_class: VALUES, ownership: VALUES, status: VALUES, rail_access: ['możliwa bocznica', 'brak'], name: ['A', 'B'] },
  numbers: { area_ha: [0, 1, 2.5], max_height_m: [9, 15], flood_pct: [0, 50] }, booleans: ['road_contact', 'by_tender'], dates: [],
  lists: { utilities: ['gaz', 'prąd'], zone_symbols: VALUES }, spatial: [spatial],
});
/** Many conditions joined by AND: what people write. */
const joinedFilter = fc.oneof(anyFilter, fc.array(anyFilter, { minLength: 2, maxLength: 5 }).map((args): Filter => ({ op: 'and', args })));

const range = fc.record({ min: bound, max: bound, orUnknown: fc.boolean() }).filter(({ min, max }) => min !== null || max !== null);
const choice = fc.record({ values: fc.uniqueArray(fc.oneof(fc.constantFrom(...VALUES), fc.string({ maxLength: 6 }).filter((text) => !text.includes('\0'))), { minLength: 1, maxLength: 4 }), orUnknown: fc.boolean() });
const some = <T>(names: readonly string[], value: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4, noNullPrototype: true });

const needs: fc.Arbitrary<Need> = fc.record({
  ranges: some(RANGES, range), choices: some([...CHOICES, ...Object.keys(LISTS)], choice), flags: some(FLAGS, fc.boolean()),
  wordings: some(WORDINGS, fc.string({ minLength: 1, maxLength: 9 }).filter((text) => !/[%_\\\0]/.test(text))),
  place: fc.option(fc.record({ op: fc.constantFrom('s_intersects' as const, 's_within' as const), geometry: fc.constant(SQUARE) }), { nil: null }),
  rest: joinedFilter.map((filter) => needOfFilter(filter).rest),
// A condition that the panel could show, were its place not taken, is no rest here.
}).map((need) => ({ ...need, rest: need.rest.filter((filter) => needOfFilter(filter).rest.length > 0) }));

const land = fc.record({
  properties: fc.record({
    area_ha: fc.constantFrom(null, 0, 1, 2.5, 7), max_height_m: fc.constantFrom(null, 9, 15, 40), flood_pct: fc.constantFrom(null, 0, 50), zone_class: fc.constantFrom(null, ...VALUES), ownership: fc.constantFrom(null, ...VALUES),
    status: fc.constantFrom(null, ...VALUES), rail_access: fc.constantFrom(null, 'Możliwa bocznica: X', 'brak'), name: fc.constantFrom('A', 'B'), road_contact: fc.constantFrom(null, true, false), by_tender: fc.constantFrom(null, true, false),
    utilities: fc.constantFrom(null, [], ['gaz'], ['gaz', 'prąd']), zone_symbols: fc.constantFrom(null, ['P'], ['P', 'P/U']),
  }),
  near: fc.boolean(),
}).map(({ properties, near }) => ({ properties, relates: () => near, distanceM: () => (near ? 100 : 900), areaM2: () => 5000 }));

describe('a need', () => {
  it('is read back as it was written', () => {
    fc.assert(fc.property(needs, (need) => { expect(needOf(filterOf(need))).toEqual(need); }), { numRuns: 400 });
  });

  it('means what the filter means that it was read from, of every land, also where values are unknown', () => {
    fc.assert(fc.property(joinedFilter, fc.array(land, { minLength: 3, maxLength: 8 }), (filter, lands) => {
      const again = filterOf(needOfFilter(filter));
      for (const one of lands) expect(again === '' ? true : evaluate(parseFilter(again), one)).toBe(evaluate(filter, one));
    }), { numRuns: 1_500 });
  });

  it('loses nothing: conditions that cannot be shown are its rest, in their order', () => {
    fc.assert(fc.property(joinedFilter, needs, (filter, other) => {
      const { rest } = needOfFilter(filter);
      // Whatever the panel sets, the rest is still said by the filter.
      const edited = parseFilter(filterOf({ ...other, rest: [...rest, { op: 'like', value: { kind: 'property', name: 'name' }, pattern: { kind: 'literal', value: 'X%' } }] }));
      const said = (edited.op === 'and' ? edited.args : [edited]).map((one) => printFilter(one));
      for (const one of rest) expect(said).toContain(printFilter(one));
    }), { numRuns: 300 });
  });

  it('without one of its phrases is the need without that condition, and only that', () => {
    fc.assert(fc.property(needs, (need) => {
      const phrases = needPhrases(need, 'pl');
      expect(phrases).toHaveLength(conditionsOf(need).length - need.rest.length + (need.rest.length > 0 ? 1 : 0));
      for (const { part } of phrases) expect(needPhrases(without(need, part), 'en').map((phrase) => phrase.part)).toEqual(phrases.map((phrase) => phrase.part).filter((one) => one !== part && JSON.stringify(one) !== JSON.stringify(part)));
    }), { numRuns: 200 });
  });

  it('is met by land where every condition is, is not where one is not, and what is not known or asked of a shape stays open', () => {
    fc.assert(fc.property(joinedFilter, fc.array(land, { minLength: 3, maxLength: 8 }), (filter, lands) => {
      const met = needMet(needOfFilter(filter), lands.map(({ properties }) => properties as LandProperties), 'pl');
      for (const [at, one] of lands.entries()) {
        const verdicts = met.map((condition) => condition.verdicts[at]!);
        const whole = verdicts.includes('not-met') ? false : verdicts.every((verdict) => verdict === 'met') ? true : null;
        const asked = evaluate(filter, one);
        if (verdicts.includes('unasked')) { if (whole === false) expect(asked).toBe(false); }
        else expect(whole).toBe(asked);
      }
    }), { numRuns: 1_000 });
  });

  it('can be asked of both layers of land', () => {
    fc.assert(fc.property(needs, (need) => {
      const shown = filterOf({ ...need, rest: [] });
      if (shown !== '') for (const layer of [investmentSites, municipalParcels]) expect(() => checkFilter(parseFilter(shown), queryablesOf(layer))).not.toThrow();
    }), { numRuns: 200 });
  });
});

describe('the need of', () => {
  const HALL = "area_ha BETWEEN 2 AND 5 AND max_height_m >= 15 AND flood_pct = 0 AND (motorway_m <= 10000 OR motorway_m IS NULL) AND ownership IN ('municipality', 'municipality-usufruct') AND zone_class = 'P/U' AND A_CONTAINS(utilities, ('gaz', 'kanalizacja sanitarna'))";

  it('a hall is shown whole, and written the same', () => {
    const need = needOf(HALL);
    expect(need).toEqual({
      ...ANYTHING, ranges: { area_ha: { min: 2, max: 5, orUnknown: false }, max_height_m: { min: 15, max: null, orUnknown: false }, flood_pct: { min: 0, max: 0, orUnknown: false }, motorway_m: { min: null, max: 10_000, orUnknown: true } },
      choices: { zone_class: { values: ['P/U'], orUnknown: false }, ownership: { values: ['municipality', 'municipality-usufruct'], orUnknown: false }, utilities: { values: ['gaz', 'kanalizacja sanitarna'], orUnknown: false } },
    });
    expect(bare(parseFilter(filterOf(need)))).toMatchObject({ op: 'and' });
    expect(filterOf(needOf(filterOf(need)))).toBe(filterOf(need));
  });

  it.each([
    ['2 <= area_ha AND area_ha <= 5', 'area_ha BETWEEN 2 AND 5', ''],
    ['area_ha > 2', 'area_ha > 2', 'area_ha > 2'],
    ['area_ha >= 2 AND area_ha >= 3', 'area_ha >= 2 AND area_ha >= 3', 'area_ha >= 3'],
    ["status = 'available' OR area_ha >= 2", "status = 'available' OR area_ha >= 2", "status = 'available' OR area_ha >= 2"],
    ["(status = 'available' OR area_ha >= 2) AND flood_pct = 0", "flood_pct = 0 AND (status = 'available' OR area_ha >= 2)", "status = 'available' OR area_ha >= 2"],
    ['NOT flood_pct = 0', 'NOT flood_pct = 0', 'NOT flood_pct = 0'],
    ['area_ha >= 2 AND (flood_pct = 0 AND (road_contact = TRUE AND price_pln <= 100))', 'area_ha >= 2 AND price_pln <= 100 AND flood_pct = 0 AND road_contact = TRUE', ''],
    ['', '', ''],
  ])('%s', (filter, written, rest) => {
    expect([filterOf(needOf(filter)), restText(needOf(filter))]).toEqual([written, rest]);
  });

  it('no filter at all is a fault with its place', () => {
    expect(() => needOf('area_ha >= ')).toThrow(FilterFault);
    try {
      needOf('area_ha >=');
    } catch (error) {
      expect((error as FilterFault).at).toBe(10);
    }
  });

  it('a hall reads as a sentence in both languages', () => {
    const said = (...asked: Parameters<typeof needSentence>) => needSentence(...asked).replaceAll('\u202f', ' ');
    expect(said(needOf(HALL), null, 'pl')).toBe('Tereny w ofercie miasta i działki gminne: powierzchnia 2–5 ha, zabudowa o wysokości co najmniej 15 m, do węzła autostrady lub drogi ekspresowej najwyżej 10 km (lub nie wiadomo), poza obszarem zagrożenia powodziowego, główne przeznaczenie: P/U – produkcja i usługi, własność: gmina lub gmina, w użytkowaniu wieczystym, media: gaz i kanalizacja sanitarna.');
    expect(said(needOf(HALL), 'site', 'en')).toBe('Sites that the city offers: area 2–5 ha, buildings at least 15 m high, to a junction of motorway or expressway at most 10 km (or unknown), outside areas of flood hazard, main designation: P/U – production and services, ownership: municipality or municipality, in perpetual usufruct, utilities: gaz and kanalizacja sanitarna.');
    expect(said(needOf("zone_class IN ('P', 'P/U', 'U')"), null, 'pl')).toBe('Tereny w ofercie miasta i działki gminne: główne przeznaczenie: P, P/U lub U.');
    expect(said(ANYTHING, 'parcel', 'pl')).toBe('Działki gminne, bez warunków.');
  });
});
