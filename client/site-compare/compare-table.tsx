/** The table of a comparison: a column a piece of land, the labels stay in sight, every row can put the columns in order. */
import { ArrowDown01, ArrowUp10, ArrowUpDown, X } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { ComparedGroup, ComparedRow } from '../../domain/investment/comparison.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { toggleShortlisted } from '../shortlist/shortlist.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/button.tsx';
import type { Column } from './compared.ts';
import { LandLink } from './land-link.tsx';
import styles from './site-compare.module.css';

export interface Order { readonly row: string; readonly descending: boolean }

const TEXTS = defineTexts({
  pl: {
    what: 'Cecha', table: 'Tabela porównania', remove: (name: string) => `Usuń z porównania: ${name}`, removed: (name: string) => `Usunięto: ${name}.`, parcel: 'działka gminna, nie jest ofertą', assembly: 'zestaw działek gminnych, nie jest ofertą', site: 'teren w ofercie', missing: 'nie ma go w rejestrze: wycofany albo klucz jest błędny', failed: 'nie wczytano', waiting: 'liczę…',
    differs: 'różnią się', same: 'bez różnic', order: (label: string) => `Uporządkuj według: ${label}`, up: 'rosnąco', down: 'malejąco', none: 'Nie ma wierszy, które się różnią.', ordered: (label: string, way: string) => `Kolumny według: ${label}, ${way}.`,
  },
  en: {
    what: 'Feature', table: 'Table of the comparison', remove: (name: string) => `Remove from the comparison: ${name}`, removed: (name: string) => `Removed: ${name}.`, parcel: 'municipal parcel, not on offer', assembly: 'set of municipal parcels, not on offer', site: 'site on offer', missing: 'not in the register: withdrawn, or the key is wrong', failed: 'not loaded', waiting: 'working it out…',
    differs: 'differ', same: 'no difference', order: (label: string) => `Order by: ${label}`, up: 'ascending', down: 'descending', none: 'There are no rows that differ.', ordered: (label: string, way: string) => `Columns by: ${label}, ${way}.`,
  },
});

interface Props {
  readonly columns: readonly Column[];
  readonly groups: readonly ComparedGroup[];
  /** Only rows that differ. */
  readonly only: boolean;
  readonly order: Order | null;
  readonly onOrder: (order: Order | null) => void;
  readonly caption: string;
}

function Head({ column }: { readonly column: Column }) {
  const texts = useTexts(TEXTS);
  const { key, ref, title, state } = column;
  const remove = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    // Its own column goes.
    currentTarget.closest('section')?.querySelector('h2')?.focus({ preventScroll: true });
    toggleShortlisted(key);
    announce(texts.removed(title));
  };
  return (
    <th scope="col" className={styles.column} data-site={key} aria-label={title}>
      <div>
        <span>{ref ? <LandLink land={ref}>{title}</LandLink> : title}<small>{state === 'missing' ? texts.missing : state === 'failed' ? texts.failed : texts[ref?.kind ?? 'site']}</small></span>
        <IconButton name={texts.remove(title)} onClick={remove}><X size={16} aria-hidden /></IconButton>
      </div>
    </th>
  );
}

function Row({ row, columns, order, onOrder }: { readonly row: ComparedRow; readonly columns: readonly Column[] } & Pick<Props, 'order' | 'onOrder'>) {
  const texts = useTexts(TEXTS);
  const { id, label, cells, differs } = row;
  const on = order?.row === id;
  const Icon = !on ? ArrowUpDown : order.descending ? ArrowUp10 : ArrowDown01;
  const several = columns.length > 1;
  const press = () => {
    const next = !on ? { row: id, descending: false } : order.descending ? null : { row: id, descending: true };
    onOrder(next);
    if (next) announce(texts.ordered(label, next.descending ? texts.down : texts.up));
  };
  return (
    <tr data-row={id} data-differs={several ? differs : undefined}>
      <th scope="row">
        <div>
          {several && <span className={styles.sign} title={differs ? texts.differs : texts.same}><span aria-hidden>{differs ? '≠' : '='}</span><span className="unseen">{differs ? texts.differs : texts.same}: </span></span>}
          <span>{label}</span>
          {several && <IconButton name={texts.order(label)} pressed={on} onClick={press}><Icon size={15} aria-hidden /></IconButton>}
        </div>
      </th>
      {cells.map(({ text, known, notes }, at) => {
        const { key, state, capacity, capacityState } = columns[at]!;
        const waits = capacity === null && capacityState === 'waiting' && CAPACITY.has(id);
        const said = state === 'there' ? (waits ? texts.waiting : text) : state === 'missing' ? '–' : texts.failed;
        return <td key={key} data-site={key} className={known && state === 'there' ? undefined : styles.unknown}>{said}{state === 'there' && notes.map((note) => <small key={note}>{note}</small>)}</td>;
      })}
    </tr>
  );
}

const CAPACITY: ReadonlySet<string> = new Set(['footprint', 'floorArea', 'height', 'green', 'parking']);

export function CompareTable({ columns, groups, only, order, onOrder, caption }: Props) {
  const texts = useTexts(TEXTS);
  const kept = groups.map((group) => ({ ...group, rows: only ? group.rows.filter(({ differs }) => differs) : group.rows })).filter(({ rows }) => rows.length > 0);
  if (kept.length === 0) return <p className={styles.note}>{texts.none}</p>;
  return (
    // Scrolls without a pointer too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={texts.table}>
      <table className={styles.table}>
        <caption className="unseen">{caption}</caption>
        <thead><tr><th scope="col" className={styles.corner}>{texts.what}</th>{columns.map((column) => <Head key={column.key} column={column} />)}</tr></thead>
        {kept.map(({ id, title, note, rows }) => (
          <tbody key={id} data-group={id}>
            <tr className={styles.group}><th scope="rowgroup"><span>{title}</span></th><td colSpan={columns.length}>{note}</td></tr>
            {rows.map((row) => <Row key={row.id} row={row} columns={columns} order={order} onOrder={onOrder} />)}
          </tbody>
        ))}
      </table>
    </div>
  );
}
