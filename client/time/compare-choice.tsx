/** Choosing the second day, which a handle on the map uncovers; without a drawn map it says so. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { useMapState } from '../map/map-store.ts';
import { Button } from '../ui/button.tsx';
import { dayFault, DayInput, useFaultText } from '../ui/day-input.tsx';
import { Notice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import { navigate, useUrl } from '../url/use-url.ts';
import { compareWith } from './shown-day.ts';
import styles from './time.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Dwa dni obok siebie', day: 'Porównaj z dniem', compare: 'Porównaj', end: 'Zakończ porównanie', same: 'To ten sam dzień, który pokazuje mapa. Podaj inny.',
    hint: 'Uchwyt na mapie odsłania jeden lub drugi dzień; z klawiatury: strzałki, Home i End.', without: 'Mapa nie jest narysowana, więc dwóch dni obok siebie nie widać. To, co się zmieniło, można policzyć i przeczytać.', difference: 'Policz różnicę',
  },
  en: {
    title: 'Two days side by side', day: 'Compare with the day', compare: 'Compare', end: 'End the comparison', same: 'The map shows this very day. Enter another one.',
    hint: 'The handle on the map uncovers one day or the other; by keyboard: arrows, Home and End.', without: 'The map is not drawn, so two days cannot be seen side by side. What changed can be computed and read.', difference: 'Compute the difference',
  },
});

export function CompareChoice({ day }: { readonly day: string }) {
  const texts = useTexts(TEXTS);
  const inWords = useFaultText();
  const { compare } = useUrl();
  const undrawn = useMapState(({ status }) => status === 'no-webgl' || status === 'failed');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => setFault(null), [day, compare]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { value } = field.current!;
    const wrong = inWords(dayFault(value)) ?? (value === day ? texts.same : null);
    setFault(wrong);
    if (wrong) field.current!.focus();
    else compareWith(value);
  };
  const difference = () => navigate(({ selection }) => ({ tool: 'difference', selection, ...(compare ? { difference: [day, compare].sort().join('..') } : {}) }));
  return (
    <section className={styles.section} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts.title}</h3>
      <form className={styles.form} onSubmit={submit} noValidate>
        <DayInput id={id} label={texts.day} day={compare} fault={fault} field={field} />
        <div className={styles.row}>
          <Button type="submit">{texts.compare}</Button>
          {compare && <Button onClick={() => compareWith(null)}>{texts.end}</Button>}
        </div>
      </form>
      {undrawn ? <Notice action={<Button kind="quiet" onClick={difference}>{texts.difference}</Button>}>{texts.without}</Notice> : <p className={ui.note}>{texts.hint}</p>}
    </section>
  );
}
