/** Two people wrote at once: what was joined by itself, and what must be chosen – theirs and mine side by side, field by field. */
import type { AnnotationContent } from '../../domain/contract/office/annotation.ts';
import { useLayoutEffect, useRef } from 'react';
import { defineTexts, useMoment, useTexts } from '../i18n/language.ts';
import { Button, classes } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './annotations.module.css';
import { Diff } from './diff.tsx';
import { choose, type Editing, writeOn } from './editor-store.ts';
import { canKeepBoth, type Conflict, decided, type Field } from './merge.ts';
import { TwoShapes } from './two-shapes.tsx';
import { FIELD_TEXTS, useFieldWords } from './words.ts';

const TEXTS = defineTexts({
  pl: {
    lead: (who: string, when: string) => `${who} – zapis z ${when} – jest wcześniejszy od Twojego. Wybierz, co ma zostać; nic nie zostało zapisane ani stracone.`, somebody: 'Ktoś inny', again: 'W tym czasie zapisano jeszcze jedną wersję. Wybory, które nadal mają sens, zostały.',
    taken: (fields: string) => `Przejęto od drugiej osoby: ${fields}.`, joined: (fields: string) => `Połączono zmiany obu osób: ${fields}.`, theirs: 'Tamta wersja', mine: 'Moja wersja', both: 'Obie, jedna pod drugą', base: 'Było', save: 'Zapisz połączoną wersję', open: (n: number) => `Do wyboru: ${n}`, write: 'Wróć do edycji',
  },
  en: {
    lead: (who: string, when: string) => `${who} saved at ${when}, before you did. Choose what is to stay; nothing has been saved or lost.`, somebody: 'Somebody else', again: 'One more version was saved meanwhile. Choices that still mean the same are kept.',
    taken: (fields: string) => `Taken over from the other person: ${fields}.`, joined: (fields: string) => `Changes of both joined: ${fields}.`, theirs: 'Their version', mine: 'My version', both: 'Both, one below the other', base: 'Before', save: 'Save the merged version', open: (n: number) => `To choose: ${n}`, write: 'Back to editing',
  },
});

type Choice = 'theirs' | 'mine' | 'both';

function Question({ conflict, choice }: { readonly conflict: Conflict; readonly choice: Choice | undefined }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(FIELD_TEXTS);
  const words = useFieldWords();
  const { field, base, theirs, mine } = conflict;
  const option = (name: Choice, value: AnnotationContent[Field] | null) => (
    <div className={styles.side}>
      <label><input type="radio" name={`merge-${field}`} checked={choice === name} onChange={() => choose(field, name)} />{texts[name]}</label>
      {value !== null || name !== 'both' ? <Diff field={field} before={base} after={value as AnnotationContent[Field]} /> : null}
    </div>
  );
  return (
    <fieldset className={classes(styles.choice, choice && styles.decided)} data-conflict={field}>
      <legend>{fields[field]}</legend>
      <p className={styles.quiet}>{texts.base}: {words(field, base)}</p>
      {option('theirs', theirs)}{option('mine', mine)}{canKeepBoth(conflict) && option('both', null)}
      {field === 'geometry' && <TwoShapes first={theirs as AnnotationContent['geometry']} second={mine as AnnotationContent['geometry']} words={[texts.theirs, texts.mine]} />}
    </fieldset>
  );
}

export function ConflictView({ editing, onSave }: { readonly editing: Editing; readonly onSave: () => void }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(FIELD_TEXTS);
  const moment = useMoment();
  const view = useRef<HTMLDivElement>(null);
  // It stands where a long form was: read from its beginning.
  useLayoutEffect(() => {
    view.current?.parentElement?.scrollTo({ top: 0 });
    view.current?.focus({ preventScroll: true });
  }, []);
  const { theirs, merged, choices, again } = editing.conflict!;
  const named = (list: readonly Field[]) => list.map((field) => fields[field].toLowerCase()).join(', ');
  const left = merged.conflicts.filter(({ field }) => !choices[field]).length;
  return (
    <div className={styles.form} data-testid="merge" ref={view} tabIndex={-1}>
      <Notice>{texts.lead(theirs.changedBy?.name ?? texts.somebody, moment(theirs.changedAt))}</Notice>
      {again && <Notice>{texts.again}</Notice>}
      {merged.taken.length > 0 && <p>{texts.taken(named(merged.taken))}</p>}
      {merged.joined.length > 0 && <p>{texts.joined(named(merged.joined))}</p>}
      {merged.conflicts.map((conflict) => <Question key={conflict.field} conflict={conflict} choice={choices[conflict.field]} />)}
      <div className={styles.actions}>
        <Button kind="primary" disabled={decided(merged, choices) === null || editing.saving} onClick={onSave}>{left > 0 ? texts.open(left) : texts.save}</Button>
        <Button onClick={writeOn}>{texts.write}</Button>
      </div>
    </div>
  );
}
