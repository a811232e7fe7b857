/** Figures as Polish and English write them. */
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../domain/text/formats.ts';

describe('formats', () => {
  it.each([[2318, '2 318 m²', '2,318 m²'], [7.25, '7,3 m²', '7.3 m²'], [15_600, '1,56 ha', '1.56 ha'], [3_268_500, '3,27 km²', '3.27 km²']])('area %d', (m2, pl, en) => {
    expect(FORMATS.pl.area(m2).replaceAll('\u202f', ' ')).toBe(pl);
    expect(FORMATS.en.area(m2).replaceAll('\u202f', ' ')).toBe(en);
  });

  it('keeps number and unit on one line', () => {
    expect(FORMATS.pl.squareMetres(123_456)).toBe('123\u202f456\u202fm²');
  });

  it.each([['2013-01-04', '4.01.2013', '4 January 2013'], ['bez daty', 'bez daty', 'bez daty'], ['2026-02-30', '2026-02-30', '2026-02-30'],
    // An instant is the day that it is in Kraków: summer and winter, either side of midnight.
    ['2026-11-22T23:30:00.000Z', '23.11.2026', '23 November 2026'], ['2026-07-01T21:59:59Z', '1.07.2026', '1 July 2026'], ['2026-07-01T22:00:00+00:00', '2.07.2026', '2 July 2026']])('date %s', (iso, pl, en) => {
    expect(FORMATS.pl.date(iso)).toBe(pl);
    expect(FORMATS.en.date(iso)).toBe(en);
  });

  it('writes a moment as it is in Kraków', () => {
    expect(FORMATS.pl.moment('2026-07-01T22:05:09Z')).toBe('2.07.2026, 00:05');
    expect(FORMATS.en.moment('2026-01-04T13:05:00.000+01:00')).toBe('4 January 2026, 13:05');
  });

  it.each([[1, 'one'], [3, 'few'], [5, 'many'], [22, 'few'], [112, 'many']])('plural of %d is %s in Polish', (count, rule) => {
    expect(FORMATS.pl.plural(count)).toBe(rule);
  });

  it('writes shares with a space in Polish and without in English', () => {
    expect(FORMATS.pl.percent(71.2)).toBe('71,2\u202f%');
    expect(FORMATS.en.percent(71.2)).toBe('71.2%');
  });
});
