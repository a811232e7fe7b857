/** Steps back and forth, saving, and where unsaved changes are kept: at the foot of everything that is edited. */
import { Redo2, Undo2 } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Act } from '../ui/use-act.ts';
import { Fault } from './parts.tsx';
import styles from './procedures.module.css';
import { isTouched, rebaseWork, stepWork, type Work } from '../unsaved/work-store.ts';

const TEXTS = defineTexts({
  pl: {
    save: 'Zapisz', saving: 'Zapisywanie…', discard: 'Porzuć zmiany', sure: 'Porzucić wszystkie niezapisane zmiany?', yes: 'Tak, porzuć', no: 'Nie', undo: 'Cofnij krok', redo: 'Ponów krok', undone: 'Cofnięto krok.', redone: 'Ponowiono krok.', unsaved: 'Są niezapisane zmiany.', kept: 'Niezapisane zmiany są zachowane na tym urządzeniu.', notKept: 'Nie można zachować zmian na tym urządzeniu – zapisz je przed zamknięciem strony.', found: 'Na tym urządzeniu były niezapisane zmiany z poprzedniej wizyty. Możesz je zapisać albo porzucić.',
  },
  en: {
    save: 'Save', saving: 'Saving…', discard: 'Discard the changes', sure: 'Discard all changes that are not saved?', yes: 'Yes, discard', no: 'No', undo: 'Undo a step', redo: 'Redo a step', undone: 'A step is undone.', redone: 'A step is redone.', unsaved: 'There are changes that are not saved.', kept: 'Changes that are not saved are kept on this device.', notKept: 'Changes cannot be kept on this device – save them before you close the page.', found: 'This device held unsaved changes of an earlier visit. Save or discard them.',
  },
});

export function SaveBar<T>({ work, act, onSave, children }: { readonly work: Work<T>; readonly act: Act; readonly onSave: () => void; readonly children?: ReactNode }) {
  const texts = useTexts(TEXTS);
  const [asks, setAsks] = useState(false);
  const touched = isTouched(work);
  useEffect(() => {
    if (!touched) return setAsks(false);
    const key = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      onSave();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, [touched, onSave]);
  const step = (way: 'undo' | 'redo') => {
    stepWork(work, way);
    announce(way === 'undo' ? texts.undone : texts.redone);
  };
  if (!touched && work.future.length === 0) return act.error ? <Fault error={act.error} /> : null;
  return (
    <div className={styles.save} data-testid="save-bar">
      {work.found && <Notice>{texts.found}</Notice>}
      <Fault error={act.error} />
      {asks ? (
        <div role="group" aria-label={texts.sure}><p role="alert">{texts.sure}</p><div className={styles.actions}><Button onClick={() => { rebaseWork(work, work.base); setAsks(false); }}>{texts.yes}</Button><Button kind="quiet" onClick={() => setAsks(false)}>{texts.no}</Button></div></div>
      ) : (
        <div className={styles.actions}>
          <Button kind="primary" disabled={act.busy || !touched} onClick={onSave} data-testid="save-work">{act.busy ? texts.saving : texts.save}</Button>
          <IconButton name={texts.undo} disabled={work.past.length === 0} onClick={() => step('undo')}><Undo2 size={16} aria-hidden /></IconButton>
          <IconButton name={texts.redo} disabled={work.future.length === 0} onClick={() => step('redo')}><Redo2 size={16} aria-hidden /></IconButton>
          {touched && <Button kind="quiet" onClick={() => setAsks(true)}>{texts.discard}</Button>}
        </div>
      )}
      {touched && <p className={work.kept === false ? styles.fault : styles.quiet}>{children} {work.kept === false ? texts.notKept : work.kept ? texts.kept : texts.unsaved}</p>}
    </div>
  );
}
