/** One entry of the search list: icon, name with what matched, and where or what it is. */
import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { piecesOf } from './search-groups.ts';
import styles from './search.module.css';
import { setSearch, useSearch } from './search-store.ts';

interface Props {
  readonly id: string;
  readonly at: number;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly context: string;
  readonly highlights?: readonly (readonly [number, number])[];
  readonly choose: () => void;
}

export function SearchOption({ id, at, icon: Icon, label, context, highlights, choose }: Props) {
  const marked = useSearch((search) => search.marked === at);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (marked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    // Keys are the box's: it keeps the focus and marks what Enter chooses.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={row} id={id} role="option" aria-selected={marked} tabIndex={-1} className={styles.option}
      // The box keeps the focus: the list is moved through from there.
      onPointerDown={(event) => event.preventDefault()} onPointerMove={() => !marked && setSearch({ marked: at })} onClick={choose}
    >
      <Icon size={18} strokeWidth={1.8} aria-hidden />
      <span>
        <b>{piecesOf(label, highlights ?? []).map(({ text, matched, from }) => (matched ? <mark key={from}>{text}</mark> : text))}</b>
        {context !== '' && <small>{context}</small>}
      </span>
    </div>
  );
}
