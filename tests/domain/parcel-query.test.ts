/** Parcel numbers are read however people write them. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseParcelIdentifier, printParcelIdentifier, REGISTRATION_UNITS, shortParcelName } from '../../domain/geo/parcel-identifier.ts';
import { type ParcelQuery, parseParcelQuery, printParcelQuery } from '../../domain/geo/parcel-query.ts';

const number = fc.tuple(fc.integer({ min: 1, max: 99999 }), fc.option(fc.integer({ min: 1, max: 99999 }))).map(([n, part]) => (part === null ? `${n}` : `${n}/${part}`));
const unitId = fc.constantFrom(...REGISTRATION_UNITS.map(({ id }) => id));
const district = fc.integer({ min: 1, max: 9999 });
const sheet = fc.option(fc.integer({ min: 1, max: 999 }).map((n) => `AR_${n}`));

describe('a parcel query', () => {
  test.each<[string, string, number | null, string | null]>([
    ['S-1 580/4', '126105_9', 1, '580/4'],
    ['s1 580/4', '126105_9', 1, '580/4'],
    ['580/4 S-1', '126105_9', 1, '580/4'],
    ['obr. 1 Śródmieście 580/4', '126105_9', 1, '580/4'],
    ['obr. 1 Śródmieściu 580/4', '126105_9', 1, '580/4'],
    ['dz. nr 580/4 obr. 1 jedn. ewid. Śródmieście', '126105_9', 1, '580/4'],
    ['Działka nr 580/4, obręb 1, jednostka ewidencyjna Śródmieście', '126105_9', 1, '580/4'],
    ['dz. ew. nr 580/4 obr. 1 Śródmieście', '126105_9', 1, '580/4'],
    ['działka ew. 580/4 obr. 1 Śródmieście', '126105_9', 1, '580/4'],
    ['P 9 191/13', '126104_9', 9, '191/13'],
    ['obręb 66 Podgórze', '126104_9', 66, null],
    ['obr. K-6', '126102_9', 6, null],
    ['NH-8 3/9', '126103_9', 8, '3/9'],
    ['nowa huta 8 3/9', '126103_9', 8, '3/9'],
    ['obr. 8 Nowej Huty', '126103_9', 8, null],
    ['126105_9.0001.580/4', '126105_9', 1, '580/4'],
    ['126105_9.1.580/4', '126105_9', 1, '580/4'],
    ['126105_9.0001.', '126105_9', 1, null],
  ])('"%s" names its unit, cadastral district and number', (text, unit, obreb, nr) => {
    expect(parseParcelQuery(text)).toEqual({ unitId: unit, district: obreb, sheet: null, number: nr });
  });

  it('takes a bare number, and one that is still being typed, for a number anywhere', () => {
    for (const text of ['191', '191/', 'dz. 191']) expect(parseParcelQuery(text)).toEqual({ unitId: null, district: null, sheet: null, number: '191' });
  });

  it('keeps the map sheet where parcels are numbered by sheet', () => {
    expect(parseParcelQuery('126104_9.0012.AR_5.12/3')).toEqual({ unitId: '126104_9', district: 12, sheet: 'AR_5', number: '12/3' });
    expect(parseParcelQuery('obr. 12 Podgórze ark. 5 dz. 12/3')).toEqual({ unitId: '126104_9', district: 12, sheet: 'AR_5', number: '12/3' });
  });

  test.each(['Wielicka 12', 'Podgórze', 'P', 'plan Bronowice', '', '%', '126101_1.0001.5', 'Podgórze Śródmieście 1', '1 2 3', 'S-0 5', '123456'])('"%s" is not about a parcel', (text) => {
    expect(parseParcelQuery(text)).toBeNull();
  });

  it('means the same after it has been printed: parse(print(x)) is x', () => {
    const anyQuery = fc.record({ unitId: fc.option(unitId), district: fc.option(district), sheet, number: fc.option(number) })
      .filter((query: ParcelQuery) => query.district !== null || query.number !== null);
    fc.assert(fc.property(anyQuery, (query) => { expect(parseParcelQuery(printParcelQuery(query))).toEqual(query); }));
  });

  it('prints a complete query as the identifier', () => {
    fc.assert(fc.property(unitId, district, sheet, number, (unit, obreb, ark, nr) => {
      const identifier = printParcelIdentifier({ unitId: unit, district: obreb, sheet: ark, number: nr });
      expect(parseParcelIdentifier(identifier)).toEqual({ unitId: unit, district: obreb, sheet: ark, number: nr });
      expect(printParcelQuery(parseParcelQuery(identifier)!)).toBe(identifier);
    }));
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => { expect(() => parseParcelQuery(text)).not.toThrow(); }));
  });
});

it.each([['126105_9.0001.580/4', 'S-1 580/4'], ['126103_9.0008.AR_5.3/9', 'NH-8 AR_5 3/9'], ['126104_9.0104.471', 'P-104 471'], ['not one', 'not one']])('%s is called %s', (identifier, name) => {
  expect(shortParcelName(identifier)).toBe(name);
});
