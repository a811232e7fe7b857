/** Laws of capacity: more land never lowers it, a stricter rule never raises it, splitting keeps the sum, what is not set is unknown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ZoneParameter } from '../../domain/contract/extract.ts';
import { CAPACITY_FIGURES, capacityOf, type CapacityFigure, type CapacityName, type CapacityPiece } from '../../domain/planning/capacity.ts';

const parameter = (name: ZoneParameter['name'], bound: 'min' | 'max', value: number): ZoneParameter => ({ name, min: null, max: null, text: null, unit: null, paragraph: `§ 7 ${name}`, [bound]: value });
const figures = fc.record({ height: fc.double({ min: 1, max: 100, noNaN: true }), builtUp: fc.integer({ min: 0, max: 100 }), intensity: fc.double({ min: 0, max: 10, noNaN: true }), green: fc.integer({ min: 0, max: 100 }), parking: fc.integer({ min: 1, max: 60 }) });
type Figures = typeof figures extends fc.Arbitrary<infer T> ? T : never;
const words = (text: string): ZoneParameter => ({ name: 'parking', min: null, max: null, text, unit: null, paragraph: '§ 12' });
const parametersOf = ({ height, builtUp, intensity, green, parking }: Figures): ZoneParameter[] => [
  parameter('maxHeight', 'max', height), parameter('maxBuiltUpShare', 'max', builtUp), parameter('intensity', 'max', intensity), parameter('minBioActiveShare', 'min', green), words(`nie mniej niż ${parking} miejsc na 1000 m² powierzchni użytkowej`)];
const area = fc.double({ min: 0.1, max: 1e6, noNaN: true });
const piece = (areaM2: number, set: Figures, key = 'x:1P'): CapacityPiece => ({ zone: { layer: 'zones', key, symbol: key.split(':')[1]! }, areaM2, parameters: parametersOf(set) });
const pieces = fc.array(fc.tuple(area, figures), { minLength: 1, maxLength: 6 }).map((list) => list.map(([m2, set], at) => piece(m2, set, `x:${at}P`)));
const of = (list: readonly CapacityPiece[], name: CapacityName): CapacityFigure => capacityOf(list).find((figure) => figure.name === name)!;
const near = (one: number | null, other: number | null) => { expect(one! - other!).toBeCloseTo(0, 3); };

describe('capacity', () => {
  it('of more land is never lower', () => {
    fc.assert(fc.property(pieces, area, figures, (list, more, set) => {
      const grown = [...list, piece(more, set, 'x:9P')];
      for (const name of CAPACITY_FIGURES) expect(of(grown, name).value!).toBeGreaterThanOrEqual(of(list, name).value! - 1e-6);
      const [first, ...rest] = list;
      for (const name of CAPACITY_FIGURES) expect(of([{ ...first!, areaM2: first!.areaM2 + more }, ...rest], name).value!).toBeGreaterThanOrEqual(of(list, name).value! - 1e-6);
    }));
  });

  it('under a stricter rule is never higher', () => {
    fc.assert(fc.property(area, figures, fc.double({ min: 0, max: 1, noNaN: true }), (m2, set, factor) => {
      const strict = { height: set.height * factor, builtUp: set.builtUp * factor, intensity: set.intensity * factor, green: set.green + (100 - set.green) * factor, parking: set.parking };
      expect(of([piece(m2, { ...set, parking: set.parking + 1 })], 'parking').value!).toBeGreaterThanOrEqual(of([piece(m2, set)], 'parking').value!);
      // Less floor needs fewer places; more places for the same floor are more.
      for (const name of ['footprint', 'floorArea', 'height', 'parking'] as const) expect(of([piece(m2, strict)], name).value!).toBeLessThanOrEqual(of([piece(m2, set)], name).value!);
      expect(of([piece(m2, strict)], 'green').value!).toBeGreaterThanOrEqual(of([piece(m2, set)], 'green').value!);
    }));
  });

  it('of parts adds up to that of the whole', () => {
    fc.assert(fc.property(area, area, figures, pieces, (one, other, set, rest) => {
      for (const name of ['footprint', 'floorArea', 'green', 'parking'] as const) {
        near(of([piece(one, set), piece(other, set)], name).value, of([piece(one + other, set)], name).value);
        near(of([piece(one, set), ...rest], name).value, of([piece(one, set)], name).value! + of(rest, name).value!);
      }
      expect(of([piece(one, set), piece(other, set)], 'height').value).toBe(set.height);
    }));
  });

  it('is unknown as soon as a part is, and says how much is known', () => {
    fc.assert(fc.property(pieces, area, fc.boolean(), (list, m2, planned) => {
      const bare: CapacityPiece = { zone: planned ? { layer: 'zones', key: 'x:ZP', symbol: 'ZP' } : null, areaM2: m2, parameters: [] };
      for (const figure of capacityOf([...list, bare])) {
        expect(figure.value).toBeNull();
        expect(figure.known).toBe(of(list, figure.name).value);
        expect(figure.unknownM2).toBe(m2);
        expect(figure.parts.at(-1)).toMatchObject({ value: null, paragraph: null, unknown: planned ? 'not-set' : 'no-zone' });
      }
    }));
  });

  it('names the paragraph of each part, and an empty place has no figure', () => {
    expect(of([piece(1_000, { height: 12, builtUp: 40, intensity: 1.2, green: 30, parking: 20 })], 'footprint')).toMatchObject({ value: 400, unknownM2: 0, parts: [{ rule: 40, paragraph: '§ 7 maxBuiltUpShare' }] });
    expect(of([], 'height')).toMatchObject({ value: null, known: null });
    // A parameter of the wrong side (only a least intensity) sets no limit.
    expect(of([{ zone: { layer: 'zones', key: 'x:1U', symbol: '1U' }, areaM2: 10, parameters: [parameter('intensity', 'min', 0.2)] }], 'floorArea').value).toBeNull();
  });

  it('counts parking places of the whole floor area, and says why it cannot', () => {
    const parkingOf = (...parameters: ZoneParameter[]) => of([{ zone: { layer: 'zones', key: 'x:1U', symbol: '1U' }, areaM2: 1_000, parameters }], 'parking');
    const intensity = parameter('intensity', 'max', 2);
    const area = 'od 10 do 30 miejsc na 1000 m² powierzchni użytkowej';
    expect(parkingOf(intensity, words(area))).toMatchObject({ value: 20, unit: 'places', bound: 'most-needed', parts: [{ rule: 10, text: area, paragraph: '§ 12', unknown: null, parking: { least: 10, most: 30, per: 1000, basis: 'usable-area' } }] });
    for (const [unknown, ...parameters] of [
      ['depends-on-project', intensity, words('nie mniej niż 1,2 miejsca na 1 mieszkanie')], ['words-only', intensity, words('według przepisów odrębnych')], ['no-floor-area', words(area)],
      ['no-least', intensity, words('nie więcej niż 5 miejsc na 100 m² powierzchni użytkowej')], ['not-set', intensity],
    ] as [string, ...ZoneParameter[]][]) {
      expect(parkingOf(...parameters)).toMatchObject({ value: null, known: null, unknownM2: 1_000, parts: [{ value: null, unknown, text: parameters.find(({ name }) => name === 'parking')?.text ?? null }] });
    }
  });
});
