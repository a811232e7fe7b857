/** Annotations in the desk: conditions, how many of each status, the list page by page, and what can be done with several. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Columns3 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { annotationListQuery } from '../api/annotations.ts';
import { useNews } from '../api/annotation-news.ts';
import { useAccount, writesAnnotations } from '../api/session.ts';
import { useOpenAnnotation, usePointed } from '../annotation-map/annotation-links.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { navigate } from '../url/use-url.ts';
import { AnnotationRow } from './annotation-row.tsx';
import { BulkBar, type Done, DoneNotice } from './bulk-bar.tsx';
import { EmptyList } from './empty-list.tsx';
import { ExportLinks } from './export-links.tsx';
import { LiveNote } from './live-note.tsx';
import { NotesConditions, StatusCounts } from './notes-conditions.tsx';
import { NONE, pick, refresh } from './picked.ts';
import { useNotes, useNotesQuery } from './use-notes.ts';
import styles from './list.module.css';

const TEXTS = defineTexts({
  pl: {
    count: (n: string, plural: string) => `${n} ${({ one: 'adnotacja', few: 'adnotacje' } as Record<string, string>)[plural] ?? 'adnotacji'}`, more: (n: string) => `Pokaż więcej z ${n}`, board: 'Tablica',
    list: 'Adnotacje', keys: 'Strzałki w górę i w dół przechodzą między adnotacjami, spacja zaznacza, Enter otwiera.', system: 'aktualizacja ewidencji',
  },
  en: {
    count: (n: string, plural: string) => `${n} ${plural === 'one' ? 'annotation' : 'annotations'}`, more: (n: string) => `Show more of ${n}`, board: 'Board',
    list: 'Annotations', keys: 'The up and down arrows go from annotation to annotation, space selects, Enter opens.', system: 'an update of the cadastre',
  },
});

const PAGE = 50;

/** Arrows move the focus from link to link. */
function moveFocus(event: React.KeyboardEvent<HTMLElement>): void {
  const step = ({ ArrowDown: 1, ArrowUp: -1 } as Record<string, number>)[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[href]')];
  const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
  const next = links[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function AnnotationsTab() {
  const texts = useTexts(TEXTS);
  const { number, plural } = useFormats();
  const filter = useNotes();
  const asked = useNotesQuery();
  const account = useAccount();
  const { data, error, refetch, isPlaceholderData, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(annotationListQuery({ ...asked, limit: PAGE }));
  const shown = useMemo(() => data?.pages.flatMap(({ annotations }) => annotations) ?? [], [data]);
  const [picked, setPicked] = useState(NONE);
  const [done, setDone] = useState<Done | null>(null);
  const [open, pointed, news] = [useOpenAnnotation(), usePointed(), useNews()];
  const first = data?.pages[0];
  const count = first ? texts.count(number(first.numberMatched), plural(first.numberMatched)) : null;
  const mayChange = writesAnnotations(account);
  useAnnounce(isPlaceholderData ? null : count);
  useEffect(() => setPicked((now) => refresh(now, shown)), [shown]);
  // Other conditions are another list: what was selected in the one before would be changed unseen.
  const conditions = useRef(asked);
  useEffect(() => {
    if (conditions.current !== asked) setPicked(NONE);
    conditions.current = asked;
  }, [asked]);

  return (
    <div className={styles.tab} data-testid="annotations-tab">
      <NotesConditions />
      <StatusCounts byStatus={first?.byStatus} />
      <div className={styles.line}>
        <h3><b data-testid="annotations-count">{count ?? '…'}</b></h3>
        <LiveNote />
        {account && <Button kind="quiet" onClick={() => navigate({ tool: 'board' })}><Columns3 size={16} aria-hidden />{texts.board}</Button>}
      </div>
      {error && !data ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {first?.numberMatched === 0 && <EmptyList filter={filter} />}
      {shown.length > 0 && (
        <div aria-busy={isPlaceholderData}>
          <p id="annotations-keys" className="unseen">{texts.keys}</p>
          <ul className={styles.list} aria-label={texts.list} aria-describedby="annotations-keys" onKeyDown={moveFocus}>
            {shown.map((one) => (
              <AnnotationRow
                key={one.id} one={one} open={one.id === open} pointed={one.id === pointed} selected={mayChange ? picked.ones.has(one.id) : null} changedBy={news.has(one.id) ? news.get(one.id)!.by?.name ?? texts.system : null}
                onSelect={(range) => setPicked((now) => pick(now, shown, one.id, range))}
              />
            ))}
          </ul>
          {hasNextPage && <Button kind="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{texts.more(number(first?.numberMatched ?? 0))}</Button>}
          {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
        </div>
      )}
      {first && first.numberMatched > 0 && <ExportLinks filters={asked} count={first.numberMatched} />}
      {mayChange && picked.ones.size > 0 && <BulkBar picked={picked} onPick={setPicked} filters={asked} matched={first?.numberMatched ?? 0} onDone={setDone} />}
      {done && picked.ones.size === 0 && <DoneNotice done={done} onGone={() => setDone(null)} />}
    </div>
  );
}
