/** Two people wrote at once: both versions of a site side by side, field by field; what only one changed is joined by itself. */
import { useEffect, useId, useRef } from 'react';
import type { SiteContent } from '../../domain/contract/investment/site-desk.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Joined } from '../unsaved/three-way.ts';
import { inWords, labelOf } from './content.ts';
import styles from './site-desk.module.css';
import { useContentWords } from './site-history.tsx';

const TEXTS = defineTexts({
  pl: { title: 'Ktoś zapisał przed Tobą', lead: (who: string) => `Wcześniej zapisał(a): ${who}. Wybierz, co ma zostać; nic nie zostało zapisane ani stracone.`, taken: (fields: string) => `Przejęto tamte zmiany, bo ich nie ruszasz: ${fields}.`, nothing: 'Zmiany obu osób się nie wykluczają.', theirs: 'Tamta wersja', mine: 'Moja wersja', save: 'Zapisz połączoną wersję', back: 'Wróć do edycji (moja wersja)' },
  en: { title: 'Somebody saved before you', lead: (who: string) => `Saved first by ${who}. Choose what is to stay; nothing was saved or lost.`, taken: (fields: string) => `Taken over, for you did not touch them: ${fields}.`, nothing: 'The changes of both do not contradict each other.', theirs: 'Their version', mine: 'My version', save: 'Save the joined version', back: 'Back to editing (my version)' },
});

export interface Conflicted { readonly who: string; readonly version: number; readonly theirs: SiteContent; readonly joined: Joined<SiteContent>; readonly chosen: ReadonlySet<string> }
export const mergedOf = ({ joined, chosen }: Conflicted): SiteContent => ({ ...joined.value, ...Object.fromEntries(joined.choices.flatMap(({ field, theirs }) => (chosen.has(field) ? [[field, theirs]] : []))) });

export function SiteConflict({ conflict, mine, busy, onChoose, onSave, onBack }: { readonly conflict: Conflicted; readonly mine: SiteContent; readonly busy: boolean; readonly onChoose: (chosen: ReadonlySet<string>) => void; readonly onSave: () => void; readonly onBack: () => void }) {
  const texts = useTexts(TEXTS);
  const words = useContentWords();
  const name = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { joined: { choices, taken }, theirs, chosen, who } = conflict;
  return (
    <section className={styles.part} data-testid="site-conflict">
      <h3 tabIndex={-1} ref={heading}>{texts.title}</h3>
      <Notice kind="bad">{texts.lead(who)}</Notice>
      {taken.length > 0 && <p>{texts.taken(taken.map((field) => words.say(labelOf(field))).join(', '))}</p>}
      {choices.length === 0 && <p>{texts.nothing}</p>}
      {choices.map(({ field }) => (
        <fieldset key={field} className={styles.group}>
          <legend>{words.say(labelOf(field))}</legend>
          {([true, false] as const).map((isTheirs) => (
            <div key={String(isTheirs)} className={styles.side}>
              <label><input type="radio" name={`${name}-${field}`} checked={chosen.has(field) === isTheirs} onChange={() => onChoose(new Set(isTheirs ? [...chosen, field] : [...chosen].filter((one) => one !== field)))} />{isTheirs ? texts.theirs : texts.mine}</label>
              <p>{inWords(field, isTheirs ? theirs : mine, words)}</p>
            </div>
          ))}
        </fieldset>
      ))}
      <div className={styles.actions}><Button kind="primary" disabled={busy} onClick={onSave} data-testid="save-joined">{texts.save}</Button><Button kind="quiet" onClick={onBack}>{texts.back}</Button></div>
    </section>
  );
}
