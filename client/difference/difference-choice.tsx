/** What is compared: two days, a draft that covers the parcel, or what the plan itself changed. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { type Compared, type DifferenceOf, draftsOnParcelQuery } from '../api/difference.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { dayFault, DayInput, useFaultText } from '../ui/day-input.tsx';
import { PHONE, useMedia } from '../ui/use-media.ts';
import { navigate } from '../url/use-url.ts';
import { printCompared } from './difference-address.ts';
import styles from './difference.module.css';

const TEXTS = defineTexts({
  pl: {
    other: 'Porównaj inne stany', days: 'Między dniami', from: 'Od', to: 'Do', compute: 'Policz', order: 'Dzień „od” musi być wcześniejszy niż „do”.', drafts: 'Gdyby obowiązywał projekt', itself: 'To, co zmienia sam plan',
  },
  en: { other: 'Compare other states', days: 'Between days', from: 'From', to: 'To', compute: 'Compute', order: 'The day “from” must be before “to”.', drafts: 'If a draft were in force', itself: 'What the plan itself changes' },
});

const choose = (compared: Compared | null): void => navigate({ difference: compared && printCompared(compared) });

function Days({ compared }: { readonly compared: Compared | null }) {
  const texts = useTexts(TEXTS);
  const inWords = useFaultText();
  const id = useId();
  const from = useRef<HTMLInputElement>(null);
  const to = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly [string | null, string | null]>([null, null]);
  useEffect(() => setFaults([null, null]), [compared]);
  const days = compared && 'from' in compared ? compared : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first, last] = [from.current!.value, to.current!.value];
    const wrong = [inWords(dayFault(first)), inWords(dayFault(last))] as const;
    const order = wrong[0] === null && wrong[1] === null && first >= last ? texts.order : null;
    setFaults([wrong[0] ?? order, wrong[1]]);
    if (wrong[0] ?? order) from.current!.focus();
    else if (wrong[1]) to.current!.focus();
    else choose({ from: first, to: last });
  };
  return (
    <form className={styles.days} onSubmit={submit} noValidate aria-label={texts.days}>
      <DayInput id={`${id}-from`} label={texts.from} day={days?.from ?? null} fault={faults[0]} field={from} />
      <DayInput id={`${id}-to`} label={texts.to} day={days?.to ?? null} fault={faults[1]} field={to} />
      <Button type="submit">{texts.compute}</Button>
    </form>
  );
}

function Drafts({ identifier, chosen }: { readonly identifier: string; readonly chosen: string | null }) {
  const texts = useTexts(TEXTS);
  const { data } = useQuery(draftsOnParcelQuery(identifier));
  if (!data || data.length === 0) return null;
  return (
    <div className={styles.drafts} role="group" aria-label={texts.drafts}>
      <span>{texts.drafts}:</span>
      {data.map(({ key, name }) => <Button key={key} aria-pressed={chosen === key} onClick={() => choose({ draft: key })}>{name}</Button>)}
    </div>
  );
}

interface Props {
  readonly subject: DifferenceOf;
  readonly compared: Compared | null;
}

export function DifferenceChoice({ subject, compared }: Props) {
  const texts = useTexts(TEXTS);
  // There the answer comes first.
  const phone = useMedia(PHONE);
  const draft = compared && 'draft' in compared ? compared.draft : null;
  return (
    <details className={styles.choice} open={!phone}>
      <summary>{texts.other}</summary>
      <div>
        <Days compared={compared} />
        {subject.kind === 'plan' && compared && <Button onClick={() => choose(null)}>{texts.itself}</Button>}
        {subject.kind === 'parcel' && <Drafts identifier={subject.identifier} chosen={draft} />}
      </div>
    </details>
  );
}
