/** Field rules, dates, numbers: pure parts of the importer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../server/gdal/edit-distance.ts';
import { isoDate, mapFields, romanNumber, ValueFault } from '../../server/gdal/map-fields.ts';
import { parseMapping, shippedMappings } from '../../server/rooms/import/mapping.ts';
import { coerce } from '../../server/rooms/import/rows.ts';
import { findLayer } from '../../domain/layers/index.ts';

describe('a mapping', () => {
  it('takes the first field that is filled', () => {
    expect(mapFields({ name: { from: ['nazwa', 'name'] } }, { nazwa: ' ', name: 'Wisła' }).columns).toEqual({ name: 'Wisła' });
  });

  it('goes into structures, matches, converts and looks up in that order', () => {
    const rules = {
      unit: { from: 'codes', path: ['teryt'], match: '^(\\d{6}_9)' },
      letter: { from: 'unit', lookup: { '126105_9': 'S' } },
      number: { from: 'roman', as: 'roman-number' as const },
      key: { template: '{letter}-{number}' },
    };
    expect(mapFields(rules, { codes: { teryt: '126105_9.0001' }, roman: 'XIV' }).columns).toEqual({ unit: '126105_9', letter: 'S', number: 14, key: 'S-14' });
  });

  it('makes no half key: a template with an empty part is empty', () => {
    expect(mapFields({ key: { template: '{plan}:{symbol}' } }, { plan: 'stare-miasto', symbol: null }).columns).toEqual({ key: null });
  });

  it('sums what is there, and nothing is not zero', () => {
    expect(mapFields({ young: { sum: ['a', 'b'] } }, { a: '4', b: '' }).columns).toEqual({ young: 4 });
    expect(mapFields({ young: { sum: ['a', 'b'] } }, {}).columns).toEqual({ young: null });
  });

  it('rejects a value outside its lookup and a text that does not match', () => {
    expect(() => mapFields({ a: { from: 'a', lookup: { tak: true } } }, { a: 'może' })).toThrow(new ValueFault('a: "może" is not a known value'));
    expect(() => mapFields({ a: { from: 'a', match: '^\\d+$' } }, { a: 'x' })).toThrow(ValueFault);
    expect(() => mapFields({ a: { from: 'a', lookup: {} } }, { a: 'constructor' })).toThrow(ValueFault);
  });

  it('with an unknown key is refused by name', () => {
    expect(() => parseMapping('próba', { fields: {}, feilds: {} })).toThrow(/próba/);
  });

  it.each([...shippedMappings()])('%s is for a layer that exists and writes no column that the layer does not know', (_, mapping) => {
    const layer = findLayer(mapping.layer!)!;
    const known = new Set([...layer.fields.map(({ name }) => name), 'valid_from', 'valid_to']);
    expect(Object.keys(mapping.fields!).filter((column) => !known.has(column))).toEqual([]);
    expect(mapping.dataset?.demonstration).toBe(false);
  });
});

describe('official names', () => {
  const rule = { name: { from: 'name', official: { by: 'number', maxEdits: 3, names: { 17: 'Wzgórza Krzesławickie', 18: 'Nowa Huta' } } } };

  it('replace a misspelt name and say so', () => {
    expect(mapFields(rule, { number: 17, name: 'Wzgórza Krzeszławickie' })).toEqual({
      columns: { name: 'Wzgórza Krzesławickie' }, corrections: [{ column: 'name', from: 'Wzgórza Krzeszławickie', to: 'Wzgórza Krzesławickie' }],
    });
  });

  it('leave a right name alone', () => { expect(mapFields(rule, { number: 18, name: 'Nowa Huta' }).corrections).toEqual([]); });

  it('reject another name of the same number', () => { expect(() => mapFields(rule, { number: 18, name: 'Czyżyny' })).toThrow('is not the name of number 18'); });
});

describe('edit distance', () => {
  it('is zero only for equal texts, symmetric, and never more than the longer text', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
      const distance = editDistance(a, b);
      expect(distance === 0).toBe(a === b);
      expect(editDistance(b, a)).toBe(distance);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }));
  });
});

describe('numerals, dates, numbers', () => {
  it('reads Roman numerals in their usual form only', () => {
    expect(['I', 'IV', 'IX', 'XIII', 'XVIII', 'MCMXCI'].map(romanNumber)).toEqual([1, 4, 9, 13, 18, 1991]);
    expect(['', 'IIII', 'VX', 'IC', 'x', 'XIIA'].map(romanNumber)).toEqual([null, null, null, null, null, null]);
  });

  it('reads ISO, Polish and RFC 1123 dates, and no day that does not exist', () => {
    expect(['2025-11-04', '2025/11/04', '2025-11-04T09:43:03Z', '4.11.2025', 'Tue, 04 Nov 2025 09:43:03 GMT'].map(isoDate)).toEqual(Array(5).fill('2025-11-04'));
    expect(['2025-02-30', '31.04.2025', '04/11/2025', 'wczoraj', '20251104'].map(isoDate)).toEqual(Array(5).fill(null));
  });

  it('accepts the decimal comma and spaces between thousands, and nothing that only begins like a number', () => {
    const number = (value: unknown) => coerce({ name: 'm2', type: 'numeric', required: false }, value);
    expect(['12,5', '1 234,56', '1\u00a0234', '-3.5'].map(number)).toEqual([12.5, 1234.56, 1234, -3.5]);
    for (const wrong of ['12 m', '1,234.5', 'NaN', '1e999']) expect(() => number(wrong)).toThrow(ValueFault);
    expect(() => coerce({ name: 'n', type: 'smallint', required: false }, 40_000)).toThrow(ValueFault);
    expect(() => coerce({ name: 'key', type: 'text', required: true }, ' ')).toThrow('it has no key');
  });
});
