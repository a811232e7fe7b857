/** What a watch on these conditions would have told in the last twelve months, before it is set. */
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { WatchEvent } from '../../domain/contract/investment/watch.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { eventLines, eventTitle } from '../../domain/investment/watch-words.ts';
import { objectPath } from '../../domain/paths.ts';
import { watchPreviewQuery } from '../api/watches.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { openObject } from '../selection/use-selection.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import styles from './watch.module.css';

const WORDS: Readonly<Record<string, string>> = { one: 'wiadomość', few: 'wiadomości' };
const TEXTS = defineTexts({
  pl: {
    title: 'To byłoby wysłane w ostatnich 12 miesiącach', sum: (n: string, plural: string, fitting: string) => `${n} ${WORDS[plural] ?? 'wiadomości'}. Terenów z oferty, które spełniają warunki dziś: ${fitting}.`,
    nothing: (fitting: string) => `W tym czasie nic by nie przyszło. Terenów z oferty, które spełniają warunki dziś: ${fitting}.`, since: (day: string) => `Oferta jest zapisywana od ${day}; o wcześniejszych zmianach nic nie wiadomo.`, never: 'Oferta nie jest jeszcze zapisywana, więc nie wiadomo, co by przyszło.',
    all: (n: string) => `Pokaż wszystkie (${n})`, shown: (n: string) => `Widać ${n} najnowszych.`,
  },
  en: {
    title: 'This would have been sent in the last 12 months', sum: (n: string, plural: string, fitting: string) => `${n} ${plural === 'one' ? 'message' : 'messages'}. Sites on offer that meet the conditions today: ${fitting}.`,
    nothing: (fitting: string) => `Nothing would have come in that time. Sites on offer that meet the conditions today: ${fitting}.`, since: (day: string) => `The offer is recorded since ${day}; of changes before nothing is known.`, never: 'The offer is not recorded yet, so nobody knows what would have come.',
    all: (n: string) => `Show all (${n})`, shown: (n: string) => `The newest ${n} are shown.`,
  },
});

const FIRST = 5;

function EventRow({ event }: { readonly event: WatchEvent }) {
  const lang = useLanguage();
  const { date } = useFormats();
  const day = dayInKrakow(new Date(event.at));
  const lines = eventLines(event, lang);
  const open = (click: { metaKey: boolean; ctrlKey: boolean; preventDefault(): void }) => {
    if (click.metaKey || click.ctrlKey) return;
    click.preventDefault();
    openObject({ layer: 'investment-sites', key: event.key });
  };
  return (
    <li data-kind={event.kind}>
      <a href={objectPath('investment-sites', event.key)} onClick={open}>{eventTitle(event, lang)}</a>
      <time dateTime={day}>{date(day)}</time>
      {lines.length > 0 && <ul className={styles.lines}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>}
    </li>
  );
}

export function WatchPreviewList({ filter }: { readonly filter: string }) {
  const texts = useTexts(TEXTS);
  const { number, plural, date } = useFormats();
  const { data, error, refetch } = useQuery(watchPreviewQuery(filter));
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const showAll = () => {
    setAll(true);
    // The button makes way for what it shows.
    requestAnimationFrame(() => list.current?.children[FIRST]?.querySelector('a')?.focus());
  };
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const shown = all ? data.events : data.events.slice(0, FIRST);
  return (
    <div className={styles.made} data-testid="watch-preview">
      <h4>{texts.title}</h4>
      <p>{data.recordedSince === null ? texts.never : data.total > 0 ? texts.sum(number(data.total), plural(data.total), number(data.fitting)) : texts.nothing(number(data.fitting))}</p>
      {data.recordedSince !== null && data.recordedSince > data.from && <p className={ui.note}>{texts.since(date(dayInKrakow(new Date(data.recordedSince))))}</p>}
      {shown.length > 0 && <ul ref={list} className={styles.events}>{shown.map((event) => <EventRow key={event.seq} event={event} />)}</ul>}
      {!all && data.events.length > FIRST && <Button kind="quiet" className={styles.toggle} onClick={showAll}>{texts.all(number(data.events.length))}</Button>}
      {all && data.total > data.events.length && <p className={ui.note}>{texts.shown(number(data.events.length))}</p>}
    </div>
  );
}
