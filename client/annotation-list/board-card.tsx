/** A card of the board: the facts of a row, and a menu with the statuses to which the server lets it go now. */
import { useQuery } from '@tanstack/react-query';
import { ArrowRightLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { AnnotationSummary } from '../../domain/contract/office/annotation.ts';
import { type Status, STATUSES } from '../../domain/office/annotation-rules.ts';
import { annotationQuery } from '../api/annotations.ts';
import { useNews } from '../api/annotation-news.ts';
import { annotationPath, pointAt } from '../annotation-map/annotation-links.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import { Button, classes, IconButton } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { AnnotationFacts } from './annotation-facts.tsx';
import { follow } from './annotation-row.tsx';
import styles from './board.module.css';

const TEXTS = defineTexts({
  pl: { move: (title: string) => `Przenieś: ${title}`, none: 'Tej adnotacji nie możesz teraz przenieść.', to: 'Przenieś do' },
  en: { move: (title: string) => `Move: ${title}`, none: 'You cannot move this annotation now.', to: 'Move to' },
});

export const CARD_TYPE = 'application/x-annotation';

function Menu({ id, onMove, onClose }: { readonly id: string; readonly onMove: (to: Status) => void; readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { data, error, refetch } = useQuery(annotationQuery(id));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), [data]);
  return (
    <div
      ref={box} className={styles.menu} role="group" aria-label={texts.to} data-menu
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {error && !data ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data?.may.statuses.map((status) => <Button key={status} onClick={() => onMove(status)}>{say(STATUSES.find(({ value }) => value === status)!.label)}</Button>)}
      {data?.may.statuses.length === 0 && <p>{texts.none}</p>}
    </div>
  );
}

export function BoardCard({ one, busy, onMove }: { readonly one: AnnotationSummary; readonly busy: boolean; readonly onMove: (to: Status) => void }) {
  const texts = useTexts(TEXTS);
  const [menu, setMenu] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isNew = useNews().has(one.id);
  const close = () => {
    setMenu(false);
    button.current?.focus();
  };
  return (
    <li
      className={classes(styles.card, busy && styles.busy, isNew && styles.isNew)} data-card={one.id} draggable={!busy} aria-busy={busy || undefined}
      onDragStart={(event) => event.dataTransfer?.setData(CARD_TYPE, one.id)} onPointerEnter={() => pointAt(one.id)} onPointerLeave={() => pointAt(null)}
    >
      <a href={annotationPath(one.id)} draggable={false} onClick={(event) => follow(event, one)}><AnnotationFacts one={one} withoutStatus /></a>
      <IconButton ref={button} name={texts.move(one.title)} aria-expanded={menu} disabled={busy} onClick={() => setMenu(!menu)}><ArrowRightLeft size={16} aria-hidden /></IconButton>
      {menu && <Menu id={one.id} onClose={close} onMove={(to) => { close(); onMove(to); }} />}
    </li>
  );
}
