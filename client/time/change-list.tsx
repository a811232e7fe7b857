/** The days on which something changed, each with what it was; one press shows the day. */
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import type { ChangeDay } from './change-days.ts';
import styles from './time.module.css';

const TEXTS = defineTexts({
  pl: { begun: 'rozpoczęto procedurę', consulted: 'rozpoczęto konsultacje', 'in-force': 'wszedł w życie', changed: 'zmieniono', ended: 'przestał obowiązywać' },
  en: { begun: 'procedure begun', consulted: 'consultation begun', 'in-force': 'came into force', changed: 'changed', ended: 'no longer in force' },
});

interface Props {
  readonly days: readonly ChangeDay[];
  readonly shown: string;
  readonly onShow: (day: string) => void;
}

export function ChangeList({ days, shown, onShow }: Props) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  return (
    <ol className={styles.days}>
      {days.map(({ day, changes }) => (
        <li key={day}>
          <button type="button" className={styles.day} aria-current={day === shown ? 'date' : undefined} data-day={day} onClick={() => onShow(day)}>
            <b>{date(day)}</b>
            {changes.map(({ key, name, kind }) => <span key={key}>{name}: {texts[kind]}</span>)}
          </button>
        </li>
      ))}
    </ol>
  );
}
