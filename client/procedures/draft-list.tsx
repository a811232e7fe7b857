/** Drafts of a procedure: where each comes from, who made it and when; making another from the law in force, a draft, nothing, or a file. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DraftSummary, Procedure } from '../../domain/contract/office/procedure.ts';
import { deleteDraft, makeDraft, procedureQuery } from '../api/procedures.ts';
import { defineTexts, useFormats, useMoment, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button, classes } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ImportDraft } from './import-draft.tsx';
import { useAct } from '../ui/use-act.ts';
import { Choose, Fault, TextField } from './parts.tsx';
import { openProcedure } from './procedure-address.ts';
import styles from './procedures.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Projekty terenów', none: 'Nie ma jeszcze projektu.', name: (n: number) => `Projekt ${n}`, empty: 'pusty', law: 'z prawa obowiązującego', draft: 'z innego projektu', import: 'z pliku', zones: (n: string, plural: string) => `${n} ${({ one: 'teren', few: 'tereny' } as Record<string, string>)[plural] ?? 'terenów'}`, made: (who: string, when: string) => `${who}, ${when}`, published: (when: string) => `publikowany ${when}`, withdrawn: (when: string) => `wycofany ${when}`, open: 'Otwórz projekt', openOf: (n: number) => `Otwórz projekt ${n}`,
    add: 'Nowy projekt', from: 'Zacznij od', fromLaw: 'kopii prawa obowiązującego w granicy', fromEmpty: 'niczego', fromDraft: (n: number) => `kopii projektu ${n}`, note: 'Notatka', make: 'Utwórz projekt', done: (n: number, zones: string) => `Utworzono projekt ${n}, terenów: ${zones}.`, remove: 'Usuń', removeOf: (n: number) => `Usuń projekt ${n}`, sure: (n: number) => `Usunąć projekt ${n}? Tego nie można cofnąć z biurka.`, yes: 'Tak, usuń', no: 'Nie', removed: (n: number) => `Usunięto projekt ${n}.`,
  },
  en: {
    title: 'Drafts of zones', none: 'There is no draft yet.', name: (n: number) => `Draft ${n}`, empty: 'empty', law: 'from the law in force', draft: 'from another draft', import: 'from a file', zones: (n: string, plural: string) => `${n} ${plural === 'one' ? 'zone' : 'zones'}`, made: (who: string, when: string) => `${who}, ${when}`, published: (when: string) => `published ${when}`, withdrawn: (when: string) => `withdrawn ${when}`, open: 'Open the draft', openOf: (n: number) => `Open draft ${n}`,
    add: 'New draft', from: 'Begin with', fromLaw: 'a copy of the law in force within the boundary', fromEmpty: 'nothing', fromDraft: (n: number) => `a copy of draft ${n}`, note: 'Note', make: 'Make the draft', done: (n: number, zones: string) => `Draft ${n} is made, zones: ${zones}.`, remove: 'Delete', removeOf: (n: number) => `Delete draft ${n}`, sure: (n: number) => `Delete draft ${n}? This cannot be undone from the desk.`, yes: 'Yes, delete', no: 'No', removed: (n: number) => `Draft ${n} is deleted.`,
  },
});

function Row({ procedureKey, draft, may }: { readonly procedureKey: string; readonly draft: DraftSummary; readonly may: boolean }) {
  const texts = useTexts(TEXTS);
  const { number, plural } = useFormats();
  const moment = useMoment();
  const [asks, setAsks] = useState(false);
  const act = useAct();
  const client = useQueryClient();
  const remove = () => act.run(async () => {
    try {
      await deleteDraft(procedureKey, draft.number, draft.version);
      announce(texts.removed(draft.number));
    } finally {
      // Refused because somebody changed it: what stands is shown.
      setAsks(false);
      await client.invalidateQueries({ queryKey: procedureQuery(procedureKey).queryKey, exact: true });
    }
  });
  return (
    <li className={styles.row} data-testid={`draft-${draft.number}`}>
      <span className={styles.line}>
        <b className={styles.grow}>{texts.name(draft.number)}</b>
        {draft.withdrawnAt ? <span className={styles.chip}>{texts.withdrawn(moment(draft.withdrawnAt))}</span> : draft.publishedAt && <span className={classes(styles.chip, styles.public)}>{texts.published(moment(draft.publishedAt))}</span>}
      </span>
      {draft.note && <span>{draft.note}</span>}
      <span className={styles.quiet}>{[texts[draft.origin], texts.zones(number(draft.zones), plural(draft.zones)), texts.made(draft.createdBy.name, moment(draft.createdAt))].join(' · ')}</span>
      <Fault error={act.error} />
      {asks ? <div role="group" aria-label={texts.removeOf(draft.number)}><p role="alert">{texts.sure(draft.number)}</p><div className={styles.actions}><Button onClick={remove} disabled={act.busy}>{texts.yes}</Button><Button kind="quiet" onClick={() => setAsks(false)}>{texts.no}</Button></div></div> : (
        <span className={styles.actions}>
          <Button aria-label={texts.openOf(draft.number)} onClick={() => openProcedure(procedureKey, draft.number)}>{texts.open}</Button>
          {may && !draft.publishedAt && <Button kind="quiet" aria-label={texts.removeOf(draft.number)} onClick={() => setAsks(true)}>{texts.remove}</Button>}
        </span>
      )}
    </li>
  );
}

function NewDraftForm({ procedure }: { readonly procedure: Procedure }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const [from, setFrom] = useState('law');
  const [note, setNote] = useState('');
  const act = useAct();
  const make = (event: React.FormEvent) => {
    event.preventDefault();
    act.run(async () => {
      const made = await makeDraft(procedure.key, { from: from === 'law' || from === 'empty' ? from : Number(from), note: note.trim() });
      announce(texts.done(made.number, number(made.zones.length)));
      openProcedure(procedure.key, made.number);
    });
  };
  return (
    <details className={styles.fold} open={procedure.drafts.length === 0}>
      <summary>{texts.add}</summary>
      <form className={styles.form} onSubmit={make}>
        <Choose label={texts.from} value={from} choices={[{ value: 'law', label: texts.fromLaw }, ...procedure.drafts.map((one) => ({ value: String(one.number), label: texts.fromDraft(one.number) })), { value: 'empty', label: texts.fromEmpty }]} onChange={setFrom} testid="draft-from" />
        <TextField label={texts.note} value={note} onChange={setNote} />
        <Fault error={act.error} />
        <div><Button type="submit" disabled={act.busy} data-testid="make-draft">{texts.make}</Button></div>
      </form>
      <ImportDraft procedureKey={procedure.key} />
    </details>
  );
}

export function DraftList({ procedure }: { readonly procedure: Procedure }) {
  const texts = useTexts(TEXTS);
  const { drafts, may } = procedure;
  return (
    <section className={styles.section} data-testid="drafts">
      <h4>{texts.title}</h4>
      {drafts.length === 0 && <Notice kind="info">{texts.none}</Notice>}
      <ul className={styles.rows}>{drafts.map((draft) => <Row key={draft.number} procedureKey={procedure.key} draft={draft} may={may.edit} />)}</ul>
      {may.edit && <NewDraftForm procedure={procedure} />}
    </section>
  );
}
