/** Two people wrote at once: who was first, what was joined by itself, and what must be chosen – both versions side by side, field by field. */
import { useEffect, useId, useRef } from 'react';
import { defineTexts, useMoment, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './procedures.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Ktoś zapisał przed Tobą', lead: (who: string, when: string) => `${who}${when ? ` – zapis z ${when}` : ''} – był wcześniej. Wybierz, co ma zostać; nic nie zostało zapisane ani stracone.`, somebody: 'Ktoś inny', taken: (fields: string) => `Przejęto tamte zmiany, bo ich nie ruszasz: ${fields}.`, nothing: 'Zmiany obu osób się nie wykluczają.', theirs: 'Tamta wersja', mine: 'Moja wersja', base: 'Było', save: 'Zapisz połączoną wersję', back: 'Wróć do edycji (moja wersja)',
  },
  en: {
    title: 'Somebody saved before you', lead: (who: string, when: string) => `${who}${when ? ` – saved ${when}` : ''} – was first. Choose what is to stay; nothing was saved or lost.`, somebody: 'Somebody else', taken: (fields: string) => `Taken over, for you did not touch them: ${fields}.`, nothing: 'The changes of both do not contradict each other.', theirs: 'Their version', mine: 'My version', base: 'It was', save: 'Save the joined version', back: 'Back to editing (my version)',
  },
});

export interface ShownChoice { readonly id: string; readonly label: string; readonly base: string; readonly theirs: string; readonly mine: string }

interface Props {
  readonly who: { readonly name: string | null; readonly at: string | null };
  readonly choices: readonly ShownChoice[];
  readonly taken: readonly string[];
  /** Ids of the choices where their side was taken. */
  readonly theirs: ReadonlySet<string>;
  readonly busy: boolean;
  readonly onChoose: (id: string, theirs: boolean) => void;
  readonly onSave: () => void;
  readonly onBack: () => void;
}

export function ConflictView({ who, choices, taken, theirs, busy, onChoose, onSave, onBack }: Props) {
  const texts = useTexts(TEXTS);
  const moment = useMoment();
  const name = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.part} data-testid="conflict">
      <h3 tabIndex={-1} ref={heading}>{texts.title}</h3>
      <Notice kind="bad">{texts.lead(who.name ?? texts.somebody, who.at ? moment(who.at) : '')}</Notice>
      {taken.length > 0 && <p>{texts.taken(taken.join(', '))}</p>}
      {choices.length === 0 && <p>{texts.nothing}</p>}
      {choices.map(({ id, label, base, theirs: their, mine }) => (
        <fieldset key={id} className={styles.group}>
          <legend>{label}</legend>
          <p className={styles.quiet}>{texts.base}: {base}</p>
          {([true, false] as const).map((isTheirs) => (
            <div key={String(isTheirs)} className={styles.side}>
              <label><input type="radio" name={`${name}-${id}`} checked={theirs.has(id) === isTheirs} onChange={() => onChoose(id, isTheirs)} />{isTheirs ? texts.theirs : texts.mine}</label>
              <p>{isTheirs ? their : mine}</p>
            </div>
          ))}
        </fieldset>
      ))}
      <div className={styles.actions}><Button kind="primary" disabled={busy} onClick={onSave} data-testid="save-joined">{texts.save}</Button><Button kind="quiet" onClick={onBack}>{texts.back}</Button></div>
    </section>
  );
}
