/** Numbers, areas, lengths, shares and dates as Polish and English write them, units with a thin no-break space. */
import { dayInKrakow, isDay } from '../day.ts';
import type { Language } from './language.ts';

export interface Formats {
  /** 12 345,6 */
  number(value: number, digits?: number): string;
  /** m², from 1 ha on ha, from 1 km² on km². */
  area(m2: number): string;
  /** m², always: the unit of registers. */
  squareMetres(m2: number): string;
  /** m or km. */
  length(m: number): string;
  /** Per cent of 0–100. */
  percent(value: number, digits?: number): string;
  /** ISO date, or an ISO instant as the day that it is in Kraków → 4.01.2013 or 4 January 2013; anything else as it is. */
  date(iso: string): string;
  /** ISO instant → day and time in Kraków: 4.01.2013, 14:05. */
  moment(iso: string): string;
  /** Whole złoty. */
  money(pln: number): string;
  /** `one`, `few`, `many`, `other` of a count. */
  plural(count: number): Intl.LDMLPluralRule;
}

const SPACE = '\u202f';
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', hour: '2-digit', minute: '2-digit' });

function formats(lang: Language): Formats {
  const locale = lang === 'pl' ? 'pl-PL' : 'en-GB';
  const plurals = new Intl.PluralRules(locale);
  // Polish grouping begins at four digits in tables of figures, as on the official forms.
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: 'always' }).format(value).replaceAll('\u00a0', SPACE);
  const date = (iso: string): string => {
    const written = INSTANT.test(iso) ? dayInKrakow(new Date(iso)) : iso;
    if (!isDay(written)) return iso;
    const [year, month, day] = written.split('-').map(Number);
    if (lang === 'pl') return `${day}.${String(month).padStart(2, '0')}.${year}`;
    return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(Date.UTC(year!, month! - 1, day)));
  };
  const unit = (value: number, digits: number, name: string) => `${number(value, digits)}${SPACE}${name}`;
  return {
    number,
    area: (m2) => (m2 < 10_000 ? unit(m2, m2 < 10 ? 1 : 0, 'm²') : m2 < 1_000_000 ? unit(m2 / 10_000, 2, 'ha') : unit(m2 / 1_000_000, 2, 'km²')),
    squareMetres: (m2) => unit(m2, 0, 'm²'),
    length: (m) => (m < 1000 ? unit(m, m < 100 ? 1 : 0, 'm') : unit(m / 1000, 2, 'km')),
    percent: (value, digits = 1) => (lang === 'pl' ? unit(value, digits, '%') : `${number(value, digits)}%`),
    date,
    moment: (iso) => `${date(iso)}, ${TIME.format(new Date(iso))}`,
    money: (pln) => unit(pln, 0, lang === 'pl' ? 'zł' : 'PLN'),
    plural: (count) => plurals.select(count),
  };
}

export const FORMATS: Readonly<Record<Language, Formats>> = { pl: formats('pl'), en: formats('en') };
