/** What can stand on a shortlist: reading undoes writing, the same parcels are the same assembly, nothing else is taken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemblyRef, parcelsOfRef, parseLandRef, printLandRef } from '../../domain/investment/land-ref.ts';

const parcel = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 9999 }), fc.option(fc.integer({ min: 1, max: 999 })), fc.integer({ min: 1, max: 99_999 }), fc.option(fc.integer({ min: 1, max: 999 })))
  .map(([unit, district, sheet, number, part]) => [`12610${unit}_9`, String(district).padStart(4, '0'), ...(sheet === null ? [] : [`AR_${sheet}`]), part === null ? number : `${number}/${part}`].join('.'));
const several = fc.uniqueArray(parcel, { minLength: 2, maxLength: 8 });

describe('a piece of land on the shortlist', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(several, (identifiers) => {
      const ref = assemblyRef(identifiers);
      expect(parseLandRef(printLandRef(ref))).toEqual(ref);
      expect(parcelsOfRef(ref)).toEqual(identifiers.toSorted());
      // A comma parts pieces of land in the address, and five of them fit.
      expect(printLandRef(ref)).not.toContain(',');
      expect(printLandRef(ref).length).toBeLessThan(260);
    }));
    fc.assert(fc.property(parcel, (key) => { expect(parseLandRef(printLandRef({ kind: 'parcel', key }))).toEqual({ kind: 'parcel', key }); }));
    expect(parseLandRef('ti-nowa-huta-01')).toEqual({ kind: 'site', key: 'ti-nowa-huta-01' });
  });

  it('is the same in whatever order its parcels are named', () => {
    fc.assert(fc.property(several, (identifiers) => { expect(parseLandRef(`assembly:${identifiers.toReversed().join('~')}`)).toEqual(assemblyRef(identifiers)); }));
  });

  it.each(['', 'assembly:', 'assembly:126104_9.0009.1', 'assembly:126104_9.0009.1~126104_9.0009.1', 'assembly:126104_9.0009.1~dom', `assembly:${Array.from({ length: 9 }, (_, at) => `126104_9.0009.${at + 1}`).join('~')}`, 'parcel:dom', 'Dom 1', '__proto__~'])('%s is none', (text) => {
    expect(parseLandRef(text)).toBeNull();
  });
});
