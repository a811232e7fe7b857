/** The board: a column for every status, cards that move by drag and drop, by menu and by keys; the same conditions as the list. */
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnnotationSummary } from '../../domain/contract/office/annotation.ts';
import { type Status, STATUSES } from '../../domain/office/annotation-rules.ts';
import { annotationListQuery, changeStatus, fetchAnnotations } from '../api/annotations.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { classes, IconButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import { useSheetFocus } from '../ui/use-sheet-focus.ts';
import { BoardColumn } from './board-column.tsx';
import { LiveNote } from './live-note.tsx';
import { NotesConditions } from './notes-conditions.tsx';
import { refusalOf, useRefusalText } from './refusal.tsx';
import { useNotesQuery } from './use-notes.ts';
import styles from './board.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Tablica adnotacji', close: 'Zamknij tablicę', columns: 'Kolumny', moved: (title: string, to: string) => `Przeniesiono „${title}”: ${to}.`, refused: (title: string, why: string) => `„${title}” pozostaje, gdzie była. ${why}`, hide: 'Rozumiem',
    conditions: 'Warunki listy', keys: 'Strzałki przechodzą między kartami. Shift ze strzałką w prawo lub w lewo przenosi kartę do sąsiedniej kolumny.',
  },
  en: {
    title: 'Board of annotations', close: 'Close the board', columns: 'Columns', moved: (title: string, to: string) => `“${title}” moved: ${to}.`, refused: (title: string, why: string) => `“${title}” stays where it was. ${why}`, hide: 'Understood',
    conditions: 'Conditions of the list', keys: 'Arrows go from card to card. Shift with the right or left arrow moves the card into the next column.',
  },
});

/** A card on its way: shown where it goes until the server has answered. */
export interface Moving { readonly one: AnnotationSummary; readonly to: Status }

function useMoves() {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const inWords = useRefusalText();
  const [moving, setMoving] = useState<readonly Moving[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const move = useCallback(async (one: AnnotationSummary, to: Status) => {
    if (to === one.status) return;
    setRefused(null);
    setMoving((now) => [...now.filter((other) => other.one.id !== one.id), { one, to }]);
    try {
      await changeStatus(one.id, one.version, to);
      announce(texts.moved(one.title, say(STATUSES.find(({ value }) => value === to)!.label)));
    } catch (error) {
      const words = texts.refused(one.title, inWords(refusalOf(error)));
      setRefused(words);
      announce(words);
      setMoving((now) => now.filter((other) => other.one.id !== one.id));
    }
  }, [texts, say, inWords]);
  /** What the lists say by themselves now needs no hand of ours. */
  const settle = useCallback((id: string, version: number) => setMoving((now) => (now.some(({ one }) => one.id === id && version > one.version) ? now.filter(({ one }) => one.id !== id) : now)), []);
  return { moving, move, settle, refused, forget: () => setRefused(null) };
}

/** Arrows go up and down in a column and across to the next; with Shift the card itself goes. */
function useKeys(onMove: (id: string, to: Status) => void) {
  return (event: React.KeyboardEvent<HTMLElement>) => {
    const [dx, dy] = ({ ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] } as Record<string, readonly [number, number]>)[event.key] ?? [0, 0];
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]');
    if (!card || (event.target as HTMLElement).closest('[data-menu]') || (dx === 0 && dy === 0)) return;
    const columns = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-column]')];
    const at = columns.findIndex((column) => column.contains(card));
    const cards = (column: HTMLElement | undefined) => [...(column?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
    event.preventDefault();
    if (event.shiftKey && dx !== 0) {
      const to = columns[at + dx]?.dataset['column'];
      if (to) onMove(card.dataset['card']!, to as Status);
      return;
    }
    const row = cards(columns[at]).indexOf(card);
    let next = dy === 0 ? undefined : cards(columns[at])[row + dy];
    const across = dx > 0 ? columns.slice(at + 1) : dx < 0 ? columns.slice(0, at).toReversed() : [];
    for (const column of across) next ??= cards(column)[row] ?? cards(column).at(-1);
    next?.querySelector<HTMLElement>('a[href]')?.focus();
  };
}

export function Board({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { number } = useFormats();
  const { status: only, ...asked } = useNotesQuery();
  const { moving, move, settle, refused, forget } = useMoves();
  const heading = useSheetFocus();
  const columns = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState<Status>((only as Status | null) ?? 'open');
  // Under the key of lists: a change of somebody else asks for it again.
  const { data: counts } = useQuery({ queryKey: [...annotationListQuery(asked).queryKey, 'counts'], queryFn: ({ signal }) => fetchAnnotations({ ...asked, limit: 1 }, signal) });
  const known = useRef(new Map<string, AnnotationSummary>());
  const onKeyDown = useKeys((id, to) => {
    const one = known.current.get(id);
    if (one) void move(one, to);
  });
  const show = (status: Status) => {
    setNear(status);
    columns.current?.querySelector(`[data-column="${status}"]`)?.scrollIntoView({ inline: 'start', block: 'nearest' });
  };
  useEffect(() => { if (only) show(only as Status); }, [only]);
  const count = (status: Status) => {
    const stood = counts?.byStatus[status];
    if (stood === undefined) return null;
    return stood + moving.filter(({ to }) => to === status).length - moving.filter(({ one }) => one.status === status).length;
  };
  return (
    <section className={classes(ui.sheet, styles.board)} aria-labelledby="board-title" data-testid="board" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header className={styles.head}>
        <h2 id="board-title" ref={heading} tabIndex={-1}>{texts.title}</h2>
        <LiveNote />
        <IconButton name={texts.close} onClick={onClose}><X size={18} aria-hidden /></IconButton>
      </header>
      <details className={styles.conditions}><summary>{texts.conditions}</summary><NotesConditions /></details>
      {refused && <Notice kind="bad" action={<button type="button" className={classes(ui.button, ui.quiet)} onClick={forget}>{texts.hide}</button>}><span data-testid="board-refused">{refused}</span></Notice>}
      <nav className={styles.tabs} aria-label={texts.columns}>
        {STATUSES.map(({ value, label }) => <button key={value} type="button" aria-current={near === value || undefined} onClick={() => show(value)}>{say(label)}<b>{count(value) === null ? '…' : number(count(value)!)}</b></button>)}
      </nav>
      <p id="board-keys" className="unseen">{texts.keys}</p>
      <div
        ref={columns} role="group" aria-label={texts.columns} className={styles.columns} aria-describedby="board-keys" onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => setNear(STATUSES[Math.min(STATUSES.length - 1, Math.round(currentTarget.scrollLeft / Math.max(1, currentTarget.scrollWidth / STATUSES.length)))]!.value)}
      >
        {STATUSES.map(({ value, label }) => <BoardColumn key={value} status={value} title={say(label)} filters={asked} count={count(value)} moving={moving} known={known.current} onMove={move} onSettled={settle} />)}
      </div>
    </section>
  );
}
