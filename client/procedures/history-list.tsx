/** What was done to a procedure and its drafts: when, by whom, with the note that was left. Asked for when it is opened. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProcedureEntry } from '../../domain/contract/office/procedure.ts';
import { historyQuery } from '../api/procedures.ts';
import { defineTexts, useFormats, useMoment, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import styles from './procedures.module.css';

type Did = Record<ProcedureEntry['action'], (draft: number) => string>;
const TEXTS = defineTexts<{ readonly title: string; readonly all: (n: string) => string; readonly did: Did }>({
  pl: {
    title: 'Historia', all: (n) => `Pokaż wszystkie (${n})`,
    did: {
      created: () => 'utworzono procedurę', adopted: () => 'przejęto plan z rejestru', changed: () => 'zmieniono procedurę', 'draft-made': (n) => `utworzono projekt ${n}`, 'draft-imported': (n) => `wczytano projekt ${n} z pliku`, 'draft-changed': (n) => `zmieniono projekt ${n}`,
      'draft-deleted': (n) => `usunięto projekt ${n}`, overruled: (n) => `uchylono uwagę do projektu ${n}`, published: (n) => `opublikowano projekt ${n}`, withdrawn: (n) => `wycofano publikację projektu ${n}`,
    },
  },
  en: {
    title: 'History', all: (n) => `Show all (${n})`,
    did: {
      created: () => 'the procedure was made', adopted: () => 'a plan of the register was taken over', changed: () => 'the procedure was changed', 'draft-made': (n) => `draft ${n} was made`, 'draft-imported': (n) => `draft ${n} was read from a file`, 'draft-changed': (n) => `draft ${n} was changed`,
      'draft-deleted': (n) => `draft ${n} was deleted`, overruled: (n) => `a finding of draft ${n} was overruled`, published: (n) => `draft ${n} was published`, withdrawn: (n) => `the publication of draft ${n} was withdrawn`,
    },
  },
});

const AT_ONCE = 20;

function Entries({ procedureKey }: { readonly procedureKey: string }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const moment = useMoment();
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery(historyQuery(procedureKey));
  if (!data) return error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  const shown = all ? data : data.slice(0, AT_ONCE);
  return (
    <>
      <ol className={styles.rows} data-testid="history-entries">
        {shown.map(({ at, by, action, draft, note }, index) => (
          <li key={`${at} ${index}`} className={styles.row}>
            <span>{texts.did[action](draft ?? 0)}</span>
            {/* Of an overruled finding the reason alone: its id says nothing to people. */}
            {note && <span>{action === 'overruled' ? note.slice(note.indexOf(': ') + 2) : note}</span>}
            <span className={styles.quiet}>{moment(at)}, {by.name}</span>
          </li>
        ))}
      </ol>
      {shown.length < data.length && <Button kind="quiet" onClick={() => setAll(true)}>{texts.all(number(data.length))}</Button>}
    </>
  );
}

export function HistoryList({ procedureKey }: { readonly procedureKey: string }) {
  const texts = useTexts(TEXTS);
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.section} data-testid="history">
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}><summary>{texts.title}</summary>{open && <Entries procedureKey={procedureKey} />}</details>
    </section>
  );
}
