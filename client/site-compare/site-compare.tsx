/** Up to five pieces of land side by side: a wide sheet over the map, whose rows say where they differ and by which one can put the columns in order. */
import { FileDown, Link2, Printer, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { FilterFault } from '../../domain/cql2/ast.ts';
import { comparisonOf, orderBy } from '../../domain/investment/comparison.ts';
import { parcelsOfRef } from '../../domain/investment/land-ref.ts';
import { type Need, needOf } from '../../domain/investment/need.ts';
import { reportPath } from '../api/sites.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { objectName } from '../selection/selection.ts';
import { LandFiles } from '../shortlist/land-files.tsx';
import { MOST_SITES, useShortlist } from '../shortlist/shortlist.ts';
import { useOpenObject } from '../selection/use-selection.ts';
import { announce, useAnnounce } from '../ui/announce.tsx';
import { Button, classes, IconButton } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import { Loading, Notice } from '../ui/notice.tsx';
import { PHONE, useMedia } from '../ui/use-media.ts';
import ui from '../ui/ui.module.css';
import { useSheetFocus } from '../ui/use-sheet-focus.ts';
import { shareLink, useUrl } from '../url/use-url.ts';
import { CompareTable, type Order } from './compare-table.tsx';
import { useCompared } from './compared.ts';
import styles from './site-compare.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Porównanie terenów', close: 'Zamknij porównanie', empty: 'Krótka lista jest pusta. Dodaj tereny z wyników wyszukiwania albo ze strony terenu – zmieści się pięć.', one: 'Na liście jest jeden teren. Dodaj drugi, żeby je porównać.',
    only: 'Tylko wiersze, które się różnią', pdf: 'Raport PDF', print: 'Drukuj', link: 'Kopiuj link', copied: 'Skopiowano link do porównania.', copyFailed: 'Nie udało się skopiować.', retry: 'Spróbuj ponownie', failed: 'Części danych nie udało się wczytać. To nie znaczy, że ich nie ma.',
    ready: (count: string, rows: string) => `Porównano: ${count}. Wiersze, które się różnią: ${rows}.`, note: (day: string) => `Stan na ${day}. Wiersze ze znakiem ≠ różnią się. Lista jest w adresie strony, bez konta.`, demonstration: 'Dane demonstracyjne.', source: 'Źródło',
  },
  en: {
    title: 'Comparison of sites', close: 'Close the comparison', empty: 'The shortlist is empty. Add sites from the results of the search or from the page of a site – it holds five.', one: 'There is one site on the list. Add a second to compare them.',
    only: 'Only rows that differ', pdf: 'PDF report', print: 'Print', link: 'Copy link', copied: 'The link to the comparison is copied.', copyFailed: 'Could not copy.', retry: 'Try again', failed: 'Some of the data could not be loaded. This does not mean that there are none.',
    ready: (count: string, rows: string) => `Compared: ${count}. Rows that differ: ${rows}.`, note: (day: string) => `As of ${day}. Rows with the sign ≠ differ. The list is in the address of the page, without an account.`, demonstration: 'Demonstration data.', source: 'Source',
  },
});

/** Null: nothing was searched for, or it is no expression. */
function readNeed(text: string | null): Need | null {
  try {
    return text === null ? null : needOf(text);
  } catch (error) {
    if (error instanceof FilterFault) return null;
    throw error;
  }
}

/** On a phone the sheet covers what is opened from it, and makes room. */
function useRoomForOpened(onClose: () => void): void {
  const phone = useMedia(PHONE);
  const object = useOpenObject();
  const name = object && objectName(object);
  const first = useRef(name);
  const leave = useRef(onClose);
  leave.current = onClose;
  useEffect(() => { if (phone && name !== null && name !== first.current) leave.current(); }, [phone, name]);
}

export function SiteCompare({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number, date } = useFormats();
  const keys = useShortlist().slice(0, MOST_SITES);
  const { need } = useUrl();
  const sought = useMemo(() => readNeed(need), [need]);
  const heading = useSheetFocus();
  useRoomForOpened(onClose);
  const [only, setOnly] = useState(false);
  const [order, setOrder] = useState<Order | null>(null);
  const { columns, retry } = useCompared(keys, lang);
  const asked = comparisonOf(columns, lang, sought);
  const row = order && asked.flatMap(({ rows }) => rows).find(({ id }) => id === order.row);
  const sequence = row ? orderBy(row.cells, order.descending) : columns.map((_, at) => at);
  const shown = sequence.map((at) => columns[at]!);
  const groups = comparisonOf(shown, lang, sought);
  const settled = columns.length > 0 && columns.every(({ state, capacityState }) => state !== 'waiting' && capacityState !== 'waiting');
  const failed = columns.some(({ state, capacityState }) => state === 'failed' || (state === 'there' && capacityState === 'failed'));
  const differing = groups.flatMap(({ rows }) => rows).filter(({ differs }) => differs).length;
  useAnnounce(settled && columns.length > 1 ? texts.ready(number(columns.length), number(differing)) : null);
  const icon = { size: 16, 'aria-hidden': true } as const;
  const known = columns.filter(({ state }) => state === 'there');
  const real = known.map(({ key }) => key);
  const filed = { sites: known.flatMap(({ ref }) => (ref?.kind === 'site' ? [ref.key] : [])), parcels: [...new Set(known.flatMap(({ ref }) => (ref && ref.kind !== 'site' ? parcelsOfRef(ref) : [])))] };
  const day = columns.find(({ capacity }) => capacity)?.capacity?.day;
  const sources = [...new Set(columns.flatMap(({ source }) => source || []))];
  return (
    <section className={classes(ui.sheet, styles.sheet)} aria-labelledby="compare-title" data-testid="site-compare" data-settled={settled} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header className={styles.head}>
        <h2 id="compare-title" ref={heading} tabIndex={-1}>{texts.title}</h2>
        {real.length > 0 && (
          <div className={styles.actions}>
            <a className={ui.button} data-testid="compare-pdf" href={reportPath(real, lang, need)}><FileDown {...icon} />{texts.pdf}</a>
            <div className={styles.wide}><LandFiles land={filed} /></div>
            <Button className={styles.wide} onClick={() => print()}><Printer {...icon} />{texts.print}</Button>
            <Button className={styles.wide} onClick={() => void copyText(shareLink()).then((copied) => announce(copied ? texts.copied : texts.copyFailed))}><Link2 {...icon} />{texts.link}</Button>
          </div>
        )}
        <IconButton name={texts.close} onClick={onClose}><X size={18} aria-hidden /></IconButton>
      </header>
      {keys.length === 0 && <Notice kind="info">{texts.empty}</Notice>}
      {keys.length === 1 && <Notice kind="info">{texts.one}</Notice>}
      {failed && <Notice action={<Button kind="quiet" onClick={retry}>{texts.retry}</Button>}>{texts.failed}</Notice>}
      {keys.length > 1 && <label className={styles.only}><input type="checkbox" className={ui.switch} checked={only} onChange={({ currentTarget }) => setOnly(currentTarget.checked)} /><span>{texts.only}</span></label>}
      {keys.length > 0 && (columns.some(({ state }) => state === 'waiting') ? <Loading /> : <CompareTable columns={shown} groups={groups} only={only && keys.length > 1} order={order} onOrder={setOrder} caption={texts.title} />)}
      {settled && <p className={styles.note}>{day && texts.note(date(day))} {columns.some(({ demonstration }) => demonstration) && <b>{texts.demonstration}</b>} {sources.length > 0 && `${texts.source}: ${sources.join('; ')}.`}</p>}
    </section>
  );
}
