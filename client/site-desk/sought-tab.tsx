/** The tab of what investors search: how often, by which conditions, and what of it is not found. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { loggedWords } from '../../domain/investment/search-log.ts';
import { searchFiguresQuery } from '../api/site-desk.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { Choose } from './parts.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { title: 'Czego szukają inwestorzy', days: 'Okres', last: (n: number) => `ostatnie ${n} dni`, never: 'Nie zapisano jeszcze żadnego wyszukiwania.', sum: (all: string, empty: string) => `Wyszukiwania: ${all}, w tym bez wyniku: ${empty}.`, since: (day: string) => `Liczone od ${day}. Nie zapisujemy, kto szukał.`, conditions: 'Warunki', vain: 'Szukane bez wyniku', condition: 'Warunek', whole: 'Całe wyszukiwanie', many: 'Razem', empty: 'Bez wyniku', lately: 'Ostatnio', nothing: 'Nie było.', site: 'oferta miasta', parcel: 'działki gminne', all: 'wszystko' },
  en: { title: 'What investors search', days: 'Period', last: (n: number) => `last ${n} days`, never: 'No search has been counted yet.', sum: (all: string, empty: string) => `Searches: ${all}, of these without a result: ${empty}.`, since: (day: string) => `Counted since ${day}. Who searched is not kept.`, conditions: 'Conditions', vain: 'Searched in vain', condition: 'Condition', whole: 'The whole search', many: 'All', empty: 'No result', lately: 'Lately', nothing: 'There was none.', site: 'offered by the city', parcel: 'municipal parcels', all: 'anything' },
});
const PERIODS = ['30', '90', '365'] as const;

export function SoughtTab() {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number, date } = useFormats();
  const [days, setDays] = useState<(typeof PERIODS)[number]>('90');
  const { data, error, refetch } = useQuery(searchFiguresQuery(Number(days)));
  return (
    <section className={styles.part} aria-labelledby="sought-title" data-testid="sought-tab">
      <h3 id="sought-title">{texts.title}</h3>
      <Choose label={texts.days} value={days} choices={PERIODS.map((value) => ({ value, label: texts.last(Number(value)) }))} onChange={setDays} />
      {!data ? (error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : <Loading />) : data.since === null ? <p>{texts.never}</p> : (
        <>
          <p>{texts.sum(number(data.searches), number(data.empty))}</p>
          <p className={styles.quiet}>{texts.since(date(data.since))}</p>
          <table className={styles.figures}>
            <caption className={styles.legend}>{texts.conditions}</caption>
            <thead><tr><th scope="col">{texts.condition}</th><th scope="col">{texts.many}</th><th scope="col">{texts.empty}</th></tr></thead>
            <tbody>{data.conditions.map((one) => <tr key={one.text}><td title={one.text}>{loggedWords(one.text, lang)}</td><td>{number(one.searches)}</td><td>{number(one.empty)}</td></tr>)}</tbody>
          </table>
          <h4>{texts.vain}</h4>
          {data.inVain.length === 0 ? <p>{texts.nothing}</p> : (
            <table className={styles.figures}>
              <thead><tr><th scope="col">{texts.whole}</th><th scope="col">{texts.many}</th><th scope="col">{texts.lately}</th></tr></thead>
              <tbody>{data.inVain.map((one) => <tr key={`${one.filter} ${one.kinds.join()}`}><td title={one.filter}>{[one.kinds.length === 1 && texts[one.kinds[0]!], loggedWords(one.filter, lang) || texts.all].filter(Boolean).join(': ')}</td><td>{number(one.searches)}</td><td>{date(one.last)}</td></tr>)}</tbody>
            </table>
          )}
        </>
      )}
    </section>
  );
}
