/** The spatial search in the address, and its results as CSV that no spreadsheet calculates. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOfInterest, parseQuestion, printQuestion, type Question } from '../../client/area/area-address.ts';
import { areaCsv, csvCell } from '../../client/area/area-csv.ts';
import { isMarked, isSum, written } from '../../client/area/area-marks.ts';
import { shapeOf } from '../../client/area/area-drawing.tsx';
import { FORMATS } from '../../domain/text/formats.ts';
import { AreaOfInterest } from '../../domain/contract/area.ts';

const lon = fc.integer({ min: 19_720_000, max: 20_290_000 }).map((micro) => micro / 1e6);
const lat = fc.integer({ min: 49_920_000, max: 50_180_000 }).map((micro) => micro / 1e6);
const position = fc.tuple(lon, lat);
const shape = fc.oneof(
  fc.array(position, { minLength: 3, maxLength: 40 }).map((ring) => ({ kind: 'poly' as const, ring })),
  fc.tuple(position, position).filter(([a, b]) => a[0] !== b[0] && a[1] !== b[1]).map(([a, b]) => ({ kind: 'box' as const, box: [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const })),
  fc.tuple(position, fc.integer({ min: 1, max: 50_000 })).map(([center, decimetres]) => ({ kind: 'circle' as const, center, radiusM: decimetres / 10 })),
  fc.tuple(fc.constantFrom('126104_9.0009.191/13', 'park-rzeczny-drwinka', 'plan|z, znakami: ąę%'), fc.integer({ min: 0, max: 5000 })).map(([key, distanceM]) => ({ kind: 'near' as const, layer: 'parcels', key, distanceM })),
);
const question = fc.record({ shape, layers: fc.uniqueArray(fc.constantFrom('parcels', 'zones', 'plans', 'river-parks'), { maxLength: 4 }) });

describe('the address of a spatial search', () => {
  it('restores what it was made from', () => {
    fc.assert(fc.property(question, (asked) => { expect(parseQuestion(printQuestion(asked))).toEqual(asked); }));
  });

  it('always asks what the contract allows', () => {
    fc.assert(fc.property(question, (asked: Question) => { expect(AreaOfInterest.safeParse(areaOfInterest(asked.shape)).success).toBe(true); }));
  });

  it('is nothing rather than an error, whatever stands there', () => {
    fc.assert(fc.property(fc.string(), (text) => { expect(() => parseQuestion(text)).not.toThrow(); }));
    for (const text of ['circle|19.9,50.0|', 'circle|19.9,50.0,9999|', 'circle|19.9,50,-1|', 'circle|NaN,50,5|', 'poly|1,2:3,4|', 'box|20,50,19,51|', 'near|ghosts:a,10|', 'near|parcels:%E0%A4%A,10|', 'star|1|2', '']) {
      expect(parseQuestion(text), text).toBeNull();
    }
  });

  it('drops layers that are not there and those beyond the limit of the server', () => {
    expect(parseQuestion('circle|19.9,50,10|parcels,ghosts,zones,parcels')?.layers).toEqual(['parcels', 'zones']);
  });
});

describe('a drawn shape', () => {
  it('becomes a box whichever corners were drawn', () => {
    expect(shapeOf({ kind: 'rectangle', vertices: [[20, 50.1], [19.9, 50]] })).toEqual({ kind: 'box', box: [19.9, 50, 20, 50.1] });
  });

  it('without extent asks nothing', () => {
    expect(shapeOf({ kind: 'rectangle', vertices: [[20, 50], [20, 50]] })).toBeNull();
    expect(shapeOf({ kind: 'circle', vertices: [[20, 50], [20, 50]] })).toBeNull();
  });

  it('circle has the radius in metres on the ground, at most as far as the server looks', () => {
    const circle = shapeOf({ kind: 'circle', vertices: [[20, 50], [20, 50.001]] });
    expect(circle).toMatchObject({ kind: 'circle', center: [20, 50] });
    expect((circle as { radiusM: number }).radiusM).toBeCloseTo(111.23, 1);
    expect(shapeOf({ kind: 'circle', vertices: [[20, 50], [20, 50.2]] })).toMatchObject({ radiusM: 5000 });
  });
});

describe('what is found', () => {
  it('is marked wherever its place lies in the box of the area, however little of it lies inside', () => {
    const box = [19.9, 50, 20, 50.1];
    expect([[19.95, 50.05], [19.9, 50.1], [19.89, 50.05], [19.95, 50.11]].map((point) => isMarked({ point: point as [number, number] }, box))).toEqual([true, true, false, false]);
  });

  it('is summed only where the sum is not more than the area', () => {
    expect([isSum(10_600, 10_600), isSum(10_650, 10_600), isSum(21_200, 10_600), isSum(0, 10_600)]).toEqual([true, true, false, true]);
  });

  it('never reads as nothing when some of it is there', () => {
    expect([0.0001, 0.049, 0.05, 0].map((share) => written(share, FORMATS.pl.percent))).toEqual(['< 0,1\u202f%', '< 0,1\u202f%', '0,1\u202f%', '0\u202f%']);
    expect(written(0.01, FORMATS.en.percent)).toBe('< 0.1%');
  });
});

describe('CSV', () => {
  it.each([['=1+1', `"'=1+1"`], ['+48 12', `"'+48 12"`], ['-x', `"'-x"`], ['@a', `"'@a"`], ['\t=1', `"'\t=1"`]])('keeps %j from being calculated', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('keeps numbers numbers, quotes quotes, and nothing nothing', () => {
    expect([csvCell(-1.5), csvCell('ul. „Łąkowa”, 1'), csvCell('a"b'), csvCell(null)]).toEqual(['-1.5', '"ul. „Łąkowa”, 1"', '"a""b"', '']);
  });

  it('has a row an object, classes in words, and survives Polish letters in spreadsheets', () => {
    const hit = { id: 1, key: 'p:1', title: 'MN.1', class: 'MN', point: [19.9, 50] as [number, number], bbox: [19.9, 50, 19.9, 50] as [number, number, number, number], measure: 100, measureInside: 25, shareInside: 0.25 };
    const lines = areaCsv([{ layer: 'zones', hits: [hit] }], 'pl').split('\r\n');
    expect(lines[0]!.startsWith('\uFEFFwarstwa,')).toBe(true);
    expect(lines[1]).toBe('Przeznaczenie terenów (MPZP),p:1,MN.1,zabudowa mieszkaniowa jednorodzinna,19.9,50,100,25,0.25');
    expect(lines).toHaveLength(3);
  });
});
