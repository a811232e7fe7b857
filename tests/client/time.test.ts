/** Days: which the address and a reader may name, on which something changed, and how the handle between two of them moves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanVersion } from '../../client/api/plan-versions.ts';
import { handleAfter } from '../../client/map/compare-map.tsx';
import { changeDays, stepsFrom } from '../../client/time/change-days.ts';
import { dayFault } from '../../client/ui/day-input.tsx';
import { parseUrl, printUrl } from '../../client/url/parameters.ts';
import { isDay } from '../../domain/day.ts';

const version = (change: Partial<PlanVersion>): PlanVersion => ({ key: 'a', name: 'A', validFrom: null, validTo: null, inForceFrom: null, consultations: [], ...change });

describe('a day', () => {
  it.each(['2012-05-01', '2024-02-29', '0001-01-01'])('is %s', (text) => { expect(isDay(text)).toBe(true); });
  it.each(['2023-02-29', '2012-13-01', '2012-04-31', '0000-01-01', '2012-5-1', '1.05.2012', 'today', ''])('is not "%s"', (text) => { expect(isDay(text)).toBe(false); });

  it('is every day that a calendar has', () => {
    fc.assert(fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (at) => { expect(isDay(at.toISOString().slice(0, 10))).toBe(true); }));
  });

  it('that a reader enters is refused in words when it is none, or lies beyond all plans', () => {
    expect(dayFault('')).toBe('no-day');
    expect(dayFault('0212-05-01')).toBe('out-of-range');
    expect(dayFault('2101-01-01')).toBe('out-of-range');
    expect(dayFault('2030-01-01')).toBeNull();
  });

  it('stands in the address, a second one beside; what is no day counts as absent', () => {
    const state = { ...parseUrl('/', ''), day: '2012-05-01', compare: '2016-09-29' };
    expect(parseUrl('/', printUrl(state).slice(1))).toEqual(state);
    expect(parseUrl('/', '?day=2012-02-30&compare=2012')).toMatchObject({ day: null, compare: null });
  });
});

describe('the days on which something changed', () => {
  const days = changeDays([
    version({ key: 'old', name: 'Old', validFrom: '2001-04-11', validTo: '2016-09-29', inForceFrom: '2003-12-14' }),
    version({ key: 'new', name: 'New', validFrom: '2014-06-25', inForceFrom: '2016-09-29', consultations: ['2015-05-04'] }),
    version({ key: 'cut', name: 'Cut', validFrom: '2021-06-15', inForceFrom: '2011-11-18' }),
    version({ key: 'cut', name: 'Cut', validFrom: '2006-07-05', validTo: '2021-06-15', inForceFrom: '2011-11-18' }),
  ]);

  it('are the latest first, each with everything that happened', () => {
    expect(days.map(({ day }) => day)).toEqual(['2021-06-15', '2016-09-29', '2015-05-04', '2014-06-25', '2011-11-18', '2006-07-05', '2003-12-14', '2001-04-11']);
    expect(days[1]!.changes.map(({ key, kind }) => `${key} ${kind}`)).toEqual(['new in-force', 'old ended']);
    expect(days[2]!.changes).toEqual([{ key: 'new', name: 'New', kind: 'consulted' }]);
  });

  it('tell a new version of a plan from its beginning and its end', () => {
    expect(days[0]!.changes).toEqual([{ key: 'cut', name: 'Cut', kind: 'changed' }]);
  });

  it('say nothing of a plan without days', () => { expect(changeDays([version({})])).toEqual([]); });

  it('are stepped through from any day', () => {
    expect(stepsFrom(days, '2016-09-29')).toEqual({ earlier: '2015-05-04', later: '2021-06-15' });
    expect(stepsFrom(days, '2016-09-28')).toEqual({ earlier: '2015-05-04', later: '2016-09-29' });
    expect(stepsFrom(days, '2030-01-01')).toEqual({ earlier: '2021-06-15', later: null });
    expect(stepsFrom(days, '1999-01-01')).toEqual({ earlier: null, later: '2001-04-11' });
  });
});

describe('the handle between two days', () => {
  it('moves by arrows and pages, to the ends by Home and End, and no further', () => {
    expect(handleAfter('ArrowLeft', 50)).toBe(48);
    expect(handleAfter('ArrowUp', 99)).toBe(100);
    expect(handleAfter('PageDown', 5)).toBe(0);
    expect([handleAfter('Home', 50), handleAfter('End', 50)]).toEqual([0, 100]);
  });

  it('leaves other keys alone', () => {
    for (const key of ['Tab', 'Enter', 'a', 'toString']) expect(handleAfter(key, 50)).toBeNull();
  });
});
