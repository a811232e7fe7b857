/** What the public sees of a procedure, who published and withdrew it and when; the chief planner withdraws here. */
import { useId, useRef, useState } from 'react';
import type { Procedure } from '../../domain/contract/office/procedure.ts';
import { objectPath } from '../../domain/paths.ts';
import { fetchProcedure, whoWasFirst, withdraw } from '../api/procedures.ts';
import { defineTexts, useMoment, useTexts } from '../i18n/language.ts';
import { retryTiles } from '../map/camera.ts';
import { openObject } from '../selection/use-selection.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAct } from '../ui/use-act.ts';
import { Fault, TextField } from './parts.tsx';
import styles from './procedures.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Co widzi mieszkaniec', yes: (draft: number, when: string) => `Od ${when} wszyscy widzą projekt ${draft} tej procedury.`, no: 'Biurko niczego z tej procedury teraz nie publikuje.', before: 'Wycofano publikację. Widać to, co było przed nią, albo nic.', link: 'Otwórz plan tak, jak go widać publicznie', record: 'Wykaz publikacji', published: (draft: number, who: string, when: string) => `${when} – opublikowano projekt ${draft} (${who})`, withdrawn: (draft: number, who: string, when: string) => `${when} – wycofano projekt ${draft} (${who})`,
    withdraw: 'Wycofaj publikację', lead: 'Od dziś mieszkańcy przestaną widzieć ostatnio opublikowaną wersję; wróci to, co było widać przed nią. Dni wcześniejsze zostają bez zmian.', reason: 'Powód wycofania (co najmniej 10 znaków)', short: 'Napisz, dlaczego – co najmniej 10 znaków.', cancel: 'Anuluj', done: 'Wycofano publikację. Mapa pokazuje to, co widać publicznie teraz.',
  },
  en: {
    title: 'What residents see', yes: (draft: number, when: string) => `Since ${when} everybody sees draft ${draft} of this procedure.`, no: 'The desk publishes nothing of this procedure now.', before: 'The publication is withdrawn. What stood before it is seen, or nothing.', link: 'Open the plan as the public sees it', record: 'Record of publications', published: (draft: number, who: string, when: string) => `${when} – draft ${draft} published (${who})`, withdrawn: (draft: number, who: string, when: string) => `${when} – draft ${draft} withdrawn (${who})`,
    withdraw: 'Withdraw the publication', lead: 'From today residents no longer see the version that was published last; what was seen before it returns. Earlier days stay as they are.', reason: 'Reason of the withdrawal (at least 10 characters)', short: 'Say why – at least 10 characters.', cancel: 'Cancel', done: 'The publication is withdrawn. The map shows what the public sees now.',
  },
});

export function PublicLink({ planKey }: { readonly planKey: string }) {
  const texts = useTexts(TEXTS);
  return <a href={objectPath('plans', planKey)} data-testid="public-plan" onClick={(event) => { if (event.metaKey || event.ctrlKey || event.shiftKey) return; event.preventDefault(); openObject({ layer: 'plans', key: planKey }); }}>{texts.link}</a>;
}

function WithdrawForm({ procedure, onDone }: { readonly procedure: Procedure; readonly onDone: () => void }) {
  const texts = useTexts(TEXTS);
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const act = useAct();
  const go = (event: React.FormEvent) => {
    event.preventDefault();
    setShort(reason.trim().length < 10);
    if (reason.trim().length < 10) return;
    act.run(async () => {
      try {
        await withdraw(procedure.key, procedure.version, { reason: reason.trim() });
      } catch (error) {
        if (whoWasFirst(error)) await fetchProcedure(procedure.key);
        throw error;
      }
      retryTiles();
      announce(texts.done);
      onDone();
    });
  };
  return (
    <form className={styles.form} onSubmit={go} data-testid="withdraw-form">
      <p>{texts.lead}</p>
      <TextField label={texts.reason} value={reason} onChange={setReason} rows={3} fault={short ? texts.short : null} testid="withdraw-reason" />
      <Fault error={act.error} />
      <div className={styles.actions}><Button kind="primary" type="submit" disabled={act.busy} data-testid="withdraw-confirm">{texts.withdraw}</Button><Button kind="quiet" onClick={onDone}>{texts.cancel}</Button></div>
    </form>
  );
}

export function Publications({ procedure }: { readonly procedure: Procedure }) {
  const texts = useTexts(TEXTS);
  const moment = useMoment();
  const id = useId();
  const [asks, setAsks] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { publications, drafts, key } = procedure;
  const standing = drafts.filter(({ publishedAt, withdrawnAt }) => publishedAt && !withdrawnAt).toSorted((one, other) => other.publishedAt!.localeCompare(one.publishedAt!))[0];
  const last = publications.at(-1);
  return (
    <section className={styles.section} aria-labelledby={id} data-testid="publications">
      <h4 id={id}>{texts.title}</h4>
      {standing ? <Notice kind="info">{texts.yes(standing.number, moment(standing.publishedAt!))}</Notice> : <p>{last?.action === 'withdrawn' ? texts.before : texts.no}</p>}
      {last && <p><PublicLink planKey={key} /></p>}
      {last?.reason && <p className={styles.quiet}>{last.reason}</p>}
      {publications.length > 0 && (
        <details className={styles.fold}><summary>{texts.record}</summary>
          <ul className={styles.list}>{publications.map((one) => <li key={`${one.at} ${one.action}`}>{texts[one.action](one.draft, one.by.name, moment(one.at))}{one.reason && <> – {one.reason}</>}</li>)}</ul>
        </details>
      )}
      {procedure.may.withdraw && (asks ? <WithdrawForm procedure={procedure} onDone={() => { setAsks(false); requestAnimationFrame(() => button.current?.focus()); }} /> : <div><Button ref={button} onClick={() => setAsks(true)} data-testid="withdraw">{texts.withdraw}</Button></div>)}
    </section>
  );
}
