/** A column of the board: its cards page by page, and where cards are dropped. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { AnnotationSummary } from '../../domain/contract/office/annotation.ts';
import type { Status } from '../../domain/office/annotation-rules.ts';
import { type AnnotationFilters, annotationListQuery } from '../api/annotations.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { Button, classes } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { BoardCard, CARD_TYPE } from './board-card.tsx';
import type { Moving } from './board.tsx';
import styles from './board.module.css';

const TEXTS = defineTexts({
  pl: { more: (n: string) => `Pokaż więcej z ${n}`, empty: 'Brak adnotacji.' },
  en: { more: (n: string) => `Show more of ${n}`, empty: 'No annotations.' },
});

const PAGE = 30;

interface Props {
  readonly status: Status;
  readonly title: string;
  readonly filters: AnnotationFilters;
  /** null: not known yet. */
  readonly count: number | null;
  readonly moving: readonly Moving[];
  /** Every card that a column shows, by id: the board looks up there what is dropped or moved by keys. */
  readonly known: Map<string, AnnotationSummary>;
  readonly onMove: (one: AnnotationSummary, to: Status) => Promise<void>;
  readonly onSettled: (id: string, version: number) => void;
}

export function BoardColumn({ status, title, filters, count, moving, known, onMove, onSettled }: Props) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const [over, setOver] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(annotationListQuery({ ...filters, status, limit: PAGE }));
  const listed = useMemo(() => data?.pages.flatMap(({ annotations }) => annotations) ?? [], [data]);
  useEffect(() => {
    for (const one of listed) {
      known.set(one.id, one);
      onSettled(one.id, one.version);
    }
  }, [listed, known, onSettled]);
  const [coming, leaving] = [moving.filter(({ to }) => to === status), new Set(moving.filter(({ one, to }) => to !== status || one.status !== status).map(({ one }) => one.id))];
  const cards = [...coming.map(({ one }) => ({ ...one, status })), ...listed.filter(({ id }) => !leaving.has(id))];
  return (
    <section
      className={classes(styles.column, over && styles.over)} data-column={status} aria-label={title}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes(CARD_TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false); }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const one = known.get(event.dataTransfer?.getData(CARD_TYPE) ?? '');
        if (one) void onMove(one, status);
      }}
    >
      <h3>{title}<b data-count={count ?? undefined}>{count === null ? '…' : number(count)}</b></h3>
      {error && !data ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      <ul className={styles.cards}>{cards.map((one) => <BoardCard key={one.id} one={one} busy={coming.some((moved) => moved.one.id === one.id)} onMove={(to) => void onMove(known.get(one.id) ?? one, to)} />)}</ul>
      {data && cards.length === 0 && <p className={styles.empty}>{texts.empty}</p>}
      {hasNextPage && <Button kind="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{texts.more(number(count ?? 0))}</Button>}
    </section>
  );
}
