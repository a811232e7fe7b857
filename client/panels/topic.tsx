/** A topic of a statement as a section of a panel; and what all statements share: notices, other forms, the wait and the failure. */
import type { UseQueryResult } from '@tanstack/react-query';
import { FileDown, FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Statement, Topic } from '../../domain/contract/statement.ts';
import { withQuery } from '../api/http.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { classes } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import { useUrl } from '../url/use-url.ts';
import { EntryList } from './entry.tsx';
import panel from './panels.module.css';
import { Skeleton } from './skeleton.tsx';
import { FactRows } from './statement-facts.tsx';
import styles from './statement.module.css';

const TEXTS = defineTexts({
  pl: { text: 'Strona bez skryptów', pdf: 'Dokument PDF', other: 'Inne postacie tych informacji' },
  en: { text: 'Page without script', pdf: 'PDF document', other: 'Other forms of this information' },
});

interface Props {
  readonly topic: Topic;
  readonly testid?: string;
  /** Instead of the facts as rows and the entries as a list. */
  readonly children?: ReactNode;
  /** Labels of the facts of entries that are seen at once. */
  readonly lead?: readonly string[];
  /** The source stands elsewhere in the panel. */
  readonly unsourced?: boolean;
}

export function TopicSection({ topic, testid, children, lead, unsourced = false }: Props) {
  return (
    <section className={panel.section} data-topic={topic.id} data-testid={testid} data-verdict={topic.verdict ?? undefined}>
      <h3>{topic.title}</h3>
      {topic.answer && <p className={panel.soft}>{topic.answer}</p>}
      {children ?? <><FactRows facts={topic.facts} /><EntryList entries={topic.entries} {...(lead ? { lead } : {})} /></>}
      {topic.source && !unsourced && <p className={panel.source}>{topic.source}</p>}
    </section>
  );
}

/** What a reader must know with the first answer. */
export const StatementNotices = ({ notices }: { readonly notices: readonly string[] }) => <ul className={styles.notices}>{notices.map((notice) => <li key={notice}>{notice}</li>)}</ul>;

/** The same facts as a page without script and, where there is one, on paper. `path` of the object in this map. */
export function OtherForms({ path, pdf, children }: { readonly path: string; readonly pdf?: string; readonly children?: ReactNode }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { day } = useUrl();
  const icon = { size: 16, 'aria-hidden': true } as const;
  const look = classes(ui.button, ui.quiet);
  return (
    <nav className={styles.forms} aria-label={texts.other}>
      <a className={look} href={withQuery(`/tekst${path}`, { lang, datetime: day })}><FileText {...icon} />{texts.text}</a>
      {pdf && <a className={look} href={pdf}><FileDown {...icon} />{texts.pdf}</a>}
      {children}
    </nav>
  );
}

/** Grey lines until a statement is there, what to do when it does not come. */
export function StatementWait({ query: { data, error, refetch } }: { readonly query: UseQueryResult<Statement> }) {
  if (data) return null;
  return error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : <Skeleton lines={7} />;
}
