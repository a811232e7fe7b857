/** The status of an annotation and the steps the viewer may take; a step that decides asks for a word. */
import { useId, useState } from 'react';
import { changeStatus, forgetAnnotations, type WriteFault, writeFault } from '../api/annotations.ts';
import type { Annotation } from '../../domain/contract/office/annotation.ts';
import type { Status } from '../../domain/office/annotation-rules.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import styles from './annotations.module.css';
import { Fault } from './faults.tsx';
import { useLabels } from './words.ts';

const TEXTS = defineTexts({
  pl: {
    steps: { open: 'Otwórz ponownie', 'in-review': 'Przekaż do rozpatrzenia', decided: 'Rozstrzygnij', closed: 'Zamknij adnotację' }, note: { decided: 'Rozstrzygnięcie', open: 'Dlaczego wraca', closed: 'Uwaga (niekonieczna)', 'in-review': 'Uwaga (niekonieczna)' },
    confirm: 'Zapisz', cancel: 'Anuluj', done: (status: string) => `Status: ${status}.`,
  },
  en: {
    steps: { open: 'Reopen', 'in-review': 'Hand in for review', decided: 'Decide', closed: 'Close the annotation' }, note: { decided: 'Decision', open: 'Why it comes back', closed: 'Remark (optional)', 'in-review': 'Remark (optional)' },
    confirm: 'Save', cancel: 'Cancel', done: (status: string) => `Status: ${status}.`,
  },
});

/** What ends or reopens a case is explained. */
const ASKS: readonly Status[] = ['decided', 'open'];

export function StatusSteps({ annotation: { id, version, may } }: { readonly annotation: Annotation }) {
  const texts = useTexts(TEXTS);
  const labels = useLabels();
  const field = useId();
  const [asked, setAsked] = useState<Status | null>(null);
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<WriteFault | null>(null);
  const go = (to: Status) => void changeStatus(id, version, to, note.trim() || undefined).then(() => {
    setAsked(null);
    setNote('');
    setFault(null);
    announce(texts.done(labels.status(to)));
  }, (error: unknown) => {
    setFault(writeFault(error));
    void forgetAnnotations(id);
  });
  if (may.statuses.length === 0 && !fault) return null;
  return (
    <div className={styles.form}>
      {asked === null
        ? <div className={styles.row}>{may.statuses.map((to) => <Button key={to} data-testid={`status-${to}`} onClick={() => (ASKS.includes(to) ? setAsked(to) : go(to))}>{texts.steps[to]}</Button>)}</div>
        : (
          <form className={styles.form} onSubmit={(event) => { event.preventDefault(); go(asked); }}>
            <div className={styles.field}><label htmlFor={field}>{texts.note[asked]}</label><textarea id={field} className={styles.short} rows={2} maxLength={1000} required value={note} ref={(area) => area?.focus()} onChange={({ target }) => setNote(target.value)} /></div>
            <div className={styles.row}><Button kind="primary" type="submit">{texts.confirm}</Button><Button onClick={() => setAsked(null)}>{texts.cancel}</Button></div>
          </form>
        )}
      {fault && <Fault fault={fault} />}
    </div>
  );
}
