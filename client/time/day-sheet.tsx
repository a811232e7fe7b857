/** Choosing the day whose state the map shows: by date, from change to change, back to today; and a second day beside it. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { dayInKrakow } from '../../domain/day.ts';
import { planVersionsQuery } from '../api/plan-versions.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { useSheetAtRight } from '../map/sheet-at-right.ts';
import { Button } from '../ui/button.tsx';
import { dayFault, DayInput, useFaultText } from '../ui/day-input.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { Sheet } from '../ui/sheet.tsx';
import ui from '../ui/ui.module.css';
import { ChangeList } from './change-list.tsx';
import { changeDays, stepsFrom } from './change-days.ts';
import { CompareChoice } from './compare-choice.tsx';
import { backToToday, showDay, useShownDay } from './shown-day.ts';
import styles from './time.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Stan na dzień', intro: 'Plany, działki i inne warstwy, które zmieniają się w czasie, pokażemy tak, jak stały wybranego dnia. Dzień przyszły: to, co już wiadomo.',
    day: 'Dzień', show: 'Pokaż ten dzień', today: 'Dziś', earlier: 'Poprzednia zmiana', later: 'Następna zmiana', steps: 'Dni, w których coś się zmieniło', none: 'brak',
  },
  en: {
    title: 'State on a day', intro: 'Plans, parcels and other layers that change with time are shown as they stood on the day. A day to come: what is known already.',
    day: 'Day', show: 'Show this day', today: 'Today', earlier: 'Previous change', later: 'Next change', steps: 'Days on which something changed', none: 'none',
  },
});

function DayForm({ day }: { readonly day: string }) {
  const texts = useTexts(TEXTS);
  const inWords = useFaultText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => setFault(null), [day]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { value } = field.current!;
    const wrong = dayFault(value);
    setFault(inWords(wrong));
    if (wrong) field.current!.focus();
    else showDay(value);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <DayInput id={id} label={texts.day} day={day} fault={fault} field={field} />
      <div className={styles.row}>
        <Button kind="primary" type="submit">{texts.show}</Button>
        <Button disabled={day === dayInKrakow()} onClick={backToToday}>{texts.today}</Button>
      </div>
    </form>
  );
}

export function DaySheet({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const day = useShownDay();
  useSheetAtRight();
  const { data, error, isPending, refetch } = useQuery({ ...planVersionsQuery, select: changeDays });
  const { earlier, later } = stepsFrom(data ?? [], day);
  return (
    <Sheet id="day" title={texts.title} onClose={onClose} low>
      <p className={ui.note}>{texts.intro}</p>
      <DayForm day={day} />
      {isPending && <Loading />}
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className={styles.row}>
          <Button className={styles.step} disabled={!earlier} onClick={() => showDay(earlier!)}><ChevronLeft size={16} aria-hidden /><span>{texts.earlier}<small>{earlier ? date(earlier) : texts.none}</small></span></Button>
          <Button className={styles.step} disabled={!later} onClick={() => showDay(later!)}><span>{texts.later}<small>{later ? date(later) : texts.none}</small></span><ChevronRight size={16} aria-hidden /></Button>
        </div>
      )}
      <CompareChoice day={day} />
      {data && data.length > 0 && (
        <section className={styles.section} aria-labelledby="change-days">
          <h3 id="change-days">{texts.steps}</h3>
          <ChangeList days={data} shown={day} onShow={showDay} />
        </section>
      )}
    </Sheet>
  );
}
