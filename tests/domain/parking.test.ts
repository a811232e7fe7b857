/** Parking rules as plans word them: what is understood, what stays words, and the laws of the bound. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZONE_KINDS } from '../../data-samples/make/zone-kinds.ts';
import { isOfArea, type ParkingRule, parseParking, placesAtMost } from '../../domain/planning/parking.ts';

const rule = (least: number | null, most: number | null, per: number, basis: ParkingRule['basis']): ParkingRule => ({ least, most, per, basis });

describe('a parking rule', () => {
  it.each<[string, ParkingRule]>([
    ['nie mniej niż 20 miejsc na 1000 m² powierzchni użytkowej', rule(20, null, 1000, 'usable-area')],
    ['od 10 do 30 miejsc na 1000 m² powierzchni użytkowej', rule(10, 30, 1000, 'usable-area')],
    ['nie mniej niż 1,2 miejsca na 1 mieszkanie', rule(1.2, null, 1, 'dwelling')],
    ['nie mniej niż 2 miejsca na 1 budynek w zabudowie jednorodzinnej', rule(2, null, 1, 'building')],
    ['nie mniej niż 20 miejsc na 100 zatrudnionych', rule(20, null, 100, 'employee')],
    ['nie mniej niż 10 miejsc na 100 użytkowników', rule(10, null, 100, 'user')],
    ['nie mniej niż 30 miejsc na 1000 m² powierzchni sprzedaży', rule(30, null, 1000, 'sales-area')],
    ['Co najmniej 15 miejsc postojowych na 1\u00a0000 m2 pow. użytkowej.', rule(15, null, 1000, 'usable-area')],
    ['nie więcej niż 25 miejsc parkingowych na każde 100 m kw. powierzchni całkowitej', rule(null, 25, 100, 'total-area')],
  ])('%s is understood', (text, expected) => { expect(parseParking(text)).toEqual(expected); });

  it.each([
    '', 'zgodnie z ustaleniami § 14', 'nie mniej niż 20 miejsc', 'nie mniej niż 1 miejsce na 1 mieszkanie o powierzchni powyżej 50 m²', 'nie mniej niż 20 miejsc na 0 m² powierzchni użytkowej',
    'od 30 do 10 miejsc na 1000 m² powierzchni użytkowej', 'nie mniej niż 20 miejsc na 1000 m² powierzchni użytkowej oraz 2 dla osób z niepełnosprawnością', 'nie mniej niż 1 miejsce na 1 mieszkanie, nie mniej niż 20 miejsc na 1000 m² powierzchni użytkowej',
    'nie mniej niż 1e3 miejsc na 1 mieszkanie', 'nie mniej niż -2 miejsca na 1 mieszkanie',
  ])('%s stays the words of the plan', (text) => { expect(parseParking(text)).toBeNull(); });

  it('of any length is answered at once', () => {
    for (const text of ['x'.repeat(50_000), `od ${'1 '.repeat(25_000)}`, `nie mniej niż ${'1 000'.repeat(10_000)} miejsc na `]) expect(parseParking(text)).toBeNull();
  });

  it('of every kind of zone in the demonstration is understood', () => {
    const texts = Object.values(ZONE_KINDS).flatMap((kind) => ('parking' in kind ? [...kind.parking] : []));
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((text) => parseParking(text) === null)).toEqual([]);
  });

  it('asks for more on more floor area and under a stricter rule, for the sum on the sum; of dwellings and people it gives no figure', () => {
    const rules = fc.record({ least: fc.double({ min: 0, max: 60, noNaN: true }), per: fc.constantFrom(1, 25, 100, 1000), basis: fc.constantFrom('usable-area', 'sales-area', 'total-area', 'dwelling', 'building', 'employee', 'user') });
    const area = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(fc.property(rules, area, area, fc.double({ min: 0, max: 10, noNaN: true }), ({ least, per, basis }, one, other, stricter) => {
      const asked = rule(least, null, per, basis as ParkingRule['basis']);
      const places = (floor: number, more = 0): number | null => placesAtMost({ ...asked, least: least + more }, floor);
      if (!isOfArea(asked)) {
        expect(places(one)).toBeNull();
        return;
      }
      expect(places(one + other)! - (places(one)! + places(other)!)).toBeCloseTo(0, 3);
      expect(places(one + other)!).toBeGreaterThanOrEqual(places(one)! - 1e-6);
      expect(places(one, stricter)!).toBeGreaterThanOrEqual(places(one)!);
    }));
    expect(placesAtMost(rule(null, 30, 1000, 'usable-area'), 1000)).toBeNull();
  });
});
