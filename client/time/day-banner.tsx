/** Says, as long as it is so, that the map shows another day than today or two days beside each other, and leads back. */
import { useEffect, useRef } from 'react';
import { dayInKrakow } from '../../domain/day.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useUrl } from '../url/use-url.ts';
import { backToToday, compareWith, useShownDay } from './shown-day.ts';

const TEXTS = defineTexts({
  pl: {
    day: (day: string) => `Stan na ${day}`, future: (day: string) => `Stan na ${day}: to, co już o tym dniu wiadomo`, today: 'Wróć do dziś', isToday: 'Mapa pokazuje stan na dziś.',
    compare: 'Dwa dni obok siebie', days: (first: string, second: string) => `: ${first} i ${second}`, end: 'Zakończ porównanie',
  },
  en: {
    day: (day: string) => `As of ${day}`, future: (day: string) => `As of ${day}: what is known of that day already`, today: 'Back to today', isToday: 'The map shows today.',
    compare: 'Two days side by side', days: (first: string, second: string) => `: ${first} and ${second}`, end: 'End the comparison',
  },
});

/** Stands within a live region, which says what appears here. */
export function DayBanner() {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const { compare } = useUrl();
  const day = useShownDay();
  const today = dayInKrakow();
  const left = useRef('');
  left.current = texts.isToday;
  useEffect(() => () => announce(left.current), []);
  if (compare) {
    const [first, second] = [day, compare].sort();
    return <div data-beside="" data-testid="day-banner"><Notice kind="info" action={<Button kind="quiet" onClick={() => compareWith(null)}>{texts.end}</Button>}>{texts.compare}<span className="unseen">{texts.days(date(first!), date(second!))}</span></Notice></div>;
  }
  if (day === today) return null;
  return (
    <div data-beside="" data-testid="day-banner">
      <Notice kind="info" action={<Button kind="quiet" onClick={backToToday}>{texts.today}</Button>}>{day > today ? texts.future(date(day)) : texts.day(date(day))}</Notice>
    </div>
  );
}
