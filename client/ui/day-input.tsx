/** A day as people enter it: the browser's own field of a date, and what is wrong with what stands in it. */
import { type RefObject, useLayoutEffect } from 'react';
import { isDay } from '../../domain/day.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import styles from './day-input.module.css';

/** The days that may be asked: plans are older than nobody, and nobody plans further. */
export const FIRST_DAY = '1900-01-01';
export const LAST_DAY = '2100-12-31';

export type DayFault = 'no-day' | 'out-of-range';

/** What is wrong with a text as a day; null: nothing. */
export function dayFault(text: string): DayFault | null {
  if (!isDay(text)) return 'no-day';
  return text < FIRST_DAY || text > LAST_DAY ? 'out-of-range' : null;
}

const TEXTS = defineTexts({
  pl: { 'no-day': 'To nie jest dzień z kalendarza. Wpisz dzień, miesiąc i rok.', 'out-of-range': (first: string, last: string) => `Podaj dzień od ${first} do ${last}.` },
  en: { 'no-day': 'This is no day of the calendar. Enter day, month and year.', 'out-of-range': (first: string, last: string) => `Enter a day from ${first} to ${last}.` },
});

/** A fault in words; null for none. */
export function useFaultText(): (fault: DayFault | null) => string | null {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  return (fault) => (fault === null ? null : fault === 'no-day' ? texts[fault] : texts[fault](date(FIRST_DAY), date(LAST_DAY)));
}

interface Props {
  readonly id: string;
  readonly label: string;
  /** ISO; the field takes it over whenever it changes. */
  readonly day: string | null;
  /** What is wrong, in words. */
  readonly fault: string | null;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Read the field when its form is sent: while a year is being typed, it is a day of the first centuries. */
export function DayInput({ id, label, day, fault, field }: Props) {
  useLayoutEffect(() => {
    const { current: input } = field;
    if (input) Object.assign(input, { value: day ?? '' });
  }, [field, day]);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input ref={field} id={id} type="date" aria-invalid={fault !== null} aria-describedby={fault === null ? undefined : `${id}-fault`} />
      {fault !== null && <p id={`${id}-fault`} className={styles.fault} role="alert">{fault}</p>}
    </div>
  );
}
