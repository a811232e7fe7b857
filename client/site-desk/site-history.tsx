/** What was done with a site: who, when, what; each version against the one before it, and the way back to it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskSite, SiteHistory } from '../../domain/contract/investment/site-desk.ts';
import { restoreSite, siteHistoryQuery } from '../api/site-desk.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { same } from '../unsaved/three-way.ts';
import { FIELDS, inWords, labelOf } from './content.ts';
import { useAct } from '../ui/use-act.ts';
import { Fault } from './parts.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { title: 'Historia', show: 'Pokaż historię', restore: 'Przywróć tę wersję', restored: (n: number) => `Przywrócono wersję ${n}.`, version: (n: number) => `wersja ${n}`, nothing: 'Treść bez zmian.', yes: 'tak', no: 'nie', none: 'brak', action: { created: 'utworzono', 'taken-over': 'przejęto do edycji', changed: 'zmieniono', restored: 'przywrócono', published: 'opublikowano', withdrawn: 'wycofano' } },
  en: { title: 'History', show: 'Show the history', restore: 'Restore this version', restored: (n: number) => `Version ${n} is restored.`, version: (n: number) => `version ${n}`, nothing: 'The content is the same.', yes: 'yes', no: 'no', none: 'none', action: { created: 'created', 'taken-over': 'taken over for editing', changed: 'changed', restored: 'restored', published: 'published', withdrawn: 'withdrawn' } },
});

export function useContentWords() {
  const { yes, no, none } = useTexts(TEXTS);
  const say = useSay();
  const { number } = useFormats();
  return { yes, no, none, say, number };
}

function Changes({ one, before }: { readonly one: SiteHistory['versions'][number]; readonly before: SiteHistory['versions'][number] | undefined }) {
  const texts = useTexts(TEXTS);
  const words = useContentWords();
  if (!before) return null;
  const changed = FIELDS.filter((field) => !same(one.content[field], before.content[field]));
  if (changed.length === 0) return <p className={styles.quiet}>{texts.nothing}</p>;
  return <ul>{changed.map((field) => <li key={field} className={styles.quiet}>{words.say(labelOf(field))}: {inWords(field, before.content, words)} → {inWords(field, one.content, words)}</li>)}</ul>;
}

function Versions({ site }: { readonly site: DeskSite }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const act = useAct();
  const { data, error, refetch } = useQuery(siteHistoryQuery(site.key));
  if (!data) return error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <>
      <ol className={styles.rows} data-testid="site-history">
        {data.map((one, at) => (
          <li key={one.version} className={styles.row}>
            <span><b>{texts.action[one.action]}</b> <span className={styles.quiet}>{texts.version(one.version)} · {date(one.at)} · {one.by.name}</span></span>
            {one.note && <span>{one.note}</span>}
            <Changes one={one} before={data[at + 1]} />
            {one.version !== site.version && <Button kind="quiet" className={styles.flush} disabled={act.busy} onClick={() => act.run(async () => { await restoreSite(site.key, site.version, one.version); announce(texts.restored(one.version)); })}>{texts.restore}</Button>}
          </li>
        ))}
      </ol>
      <Fault error={act.error} />
    </>
  );
}

export function HistorySection({ site }: { readonly site: DeskSite }) {
  const texts = useTexts(TEXTS);
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.section}>
      <h4>{texts.title}</h4>
      {open ? <Versions site={site} /> : <div className={styles.actions}><Button data-testid="show-history" onClick={() => setOpen(true)}>{texts.show}</Button></div>}
    </section>
  );
}
