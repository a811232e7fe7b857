/** A difference: its words in the address, what is compared when nobody says, how it reads and what its file holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCompared, printCompared, usuallyCompared } from '../../client/difference/difference-address.ts';
import { differenceCsv } from '../../client/difference/difference-csv.ts';
import { signed, wordsOfUse } from '../../client/difference/uses.ts';
import { parseUrl, printUrl } from '../../client/url/parameters.ts';
import type { Difference, DifferenceSide } from '../../domain/contract/difference.ts';

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));
const compared = fc.oneof(fc.record({ from: day, to: day }), fc.record({ draft: fc.stringMatching(/^[a-z][a-z0-9-]{0,40}$/) }));

describe('what is compared, in the address', () => {
  it('is read back as it was written, through the whole address', () => {
    fc.assert(fc.property(compared, (one) => {
      const state = { ...parseUrl('/', ''), difference: printCompared(one) };
      expect(parseCompared(parseUrl('/', printUrl(state).slice(1)).difference)).toEqual(one);
    }));
  });

  it.each([null, '', '2012-05-01', '2012-05-01..', '2012-02-30..2013-01-01', '2012-05-01..2013-01-01..2014-01-01', 'draft:', 'plan:x'])('is nothing in %j', (text) => {
    expect(parseCompared(text)).toBeNull();
  });
});

describe('what is compared when nobody says', () => {
  const today = '2026-11-22';
  const parcel = { kind: 'parcel', identifier: '126104_9.0009.191/13' } as const;
  const plan = { kind: 'plan', key: 'plaszow-rybitwy' } as const;

  it('is the day of the map with today, or its two days, the earlier first', () => {
    expect(usuallyCompared(parcel, { day: '2012-05-01', compare: null }, today)).toEqual({ from: '2012-05-01', to: today });
    expect(usuallyCompared(parcel, { day: '2030-01-01', compare: '2021-06-14' }, today)).toEqual({ from: '2021-06-14', to: '2030-01-01' });
  });

  it('is the last ten years where the map shows today, also on a day that ten years ago did not have', () => {
    expect(usuallyCompared(parcel, { day: null, compare: null }, today)).toEqual({ from: '2016-11-22', to: today });
    expect(usuallyCompared(parcel, { day: null, compare: null }, '2028-02-29')).toEqual({ from: '2018-02-28', to: '2028-02-29' });
  });

  it('is left to a plan itself, unless two days stand side by side', () => {
    expect(usuallyCompared(plan, { day: '2012-05-01', compare: null }, today)).toBeNull();
    expect(usuallyCompared(plan, { day: '2012-05-01', compare: '2013-01-04' }, today)).toEqual({ from: '2012-05-01', to: '2013-01-04' });
  });
});

describe('uses in words', () => {
  it('never confuse no plan with a plan whose zones are not known', () => {
    expect(wordsOfUse({ planned: false, zoneClass: null }, 'pl')).toBe('bez planu miejscowego');
    expect(wordsOfUse({ planned: true, zoneClass: null }, 'pl')).toContain('nie wczytano');
    expect(wordsOfUse({ planned: true, zoneClass: 'ZP' }, 'en')).toBe('public green');
    expect(wordsOfUse({ planned: true, zoneClass: 'XX' }, 'pl')).toBe('inne przeznaczenie');
  });

  it('give every change its sign', () => {
    expect([1200, -350.5, 0].map((value) => signed(value, String))).toEqual(['+1200', '−350.5', '0']);
  });
});

describe('the file', () => {
  const side = (change: Partial<DifferenceSide>): DifferenceSide => ({ day: '2026-11-22', draft: null, known: true, plans: [], ...change });
  const difference: Pick<Difference, 'totals' | 'from' | 'to'> = {
    from: side({}), to: side({ draft: { key: '=cmd', name: 'x', status: 'in-consultation' } }),
    totals: [{ zoneClass: 'P', planned: true, beforeM2: 162542.7, afterM2: 80342.8, changeM2: -82199.9 }, { zoneClass: null, planned: false, beforeM2: 0, afterM2: 10, changeM2: 10 }],
  };

  it('has a row for every use, numbers as numbers, and says which states they are of', () => {
    expect(differenceCsv(difference, 'pl').split('\r\n')).toEqual([
      '\uFEFFprzeznaczenie,klasa,przed [m²],po [m²],zmiana [m²],stan przed,stan po',
      '"produkcja, składy i magazyny",P,162542.7,80342.8,-82199.9,2026-11-22,2026-11-22 + =cmd', 'bez planu miejscowego,,0,10,10,2026-11-22,2026-11-22 + =cmd', '',
    ]);
  });
});
