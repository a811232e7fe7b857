/** The search box that leads: a combobox whose list stands in the panel under it, operated whole by the keyboard. */
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { SEARCH_LENGTH } from '../api/search.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { IconButton } from '../ui/button.tsx';
import { readOn } from '../ui/read-on.ts';
import styles from './search.module.css';
import { closeSearch, searchState, setSearch, useSearch } from './search-store.ts';

const TEXTS = defineTexts({
  pl: { brand: 'MSIP', label: 'Szukaj: działka, adres, plan, teren, współrzędne', hint: 'Działka, adres, plan, teren…', clear: 'Wyczyść i zamknij wyszukiwanie' },
  en: { brand: 'MSIP', label: 'Search: parcel, address, plan, site, coordinates', hint: 'Parcel, address, plan, site…', clear: 'Clear and close the search' },
});

export const LIST_ID = 'search-list';

function move(by: 1 | -1): void {
  const { entries, marked, open } = searchState();
  if (!open) return setSearch({ open: true });
  if (entries.length === 0) return;
  // Before the first and after the last stands the box itself.
  const next = marked + by;
  setSearch({ marked: next < -1 ? entries.length - 1 : next >= entries.length ? -1 : next });
}

function onKey(event: KeyboardEvent<HTMLInputElement>): void {
  const { entries, marked, open, text, answers } = searchState();
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    // Enter before the answer opens nothing: what is marked or best is opened when it is there for this very text.
    if (marked >= 0) entries[marked]?.choose();
    else if (text.trim() !== '' && answers === text.trim()) entries[0]?.choose();
    else setSearch({ open: true });
  } else if (event.key === 'Escape' && (open || text !== '')) {
    event.preventDefault();
    event.stopPropagation();
    closeSearch({ keepText: open && text !== '' });
  }
}

/** Tab past the last of box and list closes it first: what stood behind the list is there again to be reached. */
function leaveByTab(event: globalThis.KeyboardEvent, box: HTMLElement | null): void {
  const { open, text } = searchState();
  const at = document.activeElement;
  if (!open || event.key !== 'Tab' || event.shiftKey || !at) return;
  const list = document.getElementById('panel')?.querySelector('[data-search-list]');
  if (!box?.contains(at) && !list?.contains(at)) return;
  // The button that only empties an empty box goes with the list.
  const within = [...(text === '' ? [] : box?.querySelectorAll('button') ?? []), ...list?.querySelectorAll<HTMLElement>('a[href], button') ?? []];
  if (within.some((one) => one.tabIndex >= 0 && (at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)) return;
  flushSync(() => closeSearch({ keepText: true }));
}

export function SearchBox() {
  const texts = useTexts(TEXTS);
  const text = useSearch((search) => search.text);
  const open = useSearch((search) => search.open);
  const marked = useSearch(({ entries, marked: at }) => entries[at]?.id);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // A press elsewhere on the page, the map for one, closes the list; the panel is its own.
    const away = ({ target }: PointerEvent) => {
      if (searchState().open && target instanceof Node && !document.getElementById('panel')?.contains(target)) closeSearch({ keepText: true });
    };
    const shortcut = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]'))) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('pointerdown', away);
    const leave = (event: globalThis.KeyboardEvent) => leaveByTab(event, box.current);
    document.addEventListener('keydown', shortcut);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', shortcut);
      document.removeEventListener('keydown', leave);
    };
  }, []);

  return (
    <div className={styles.box} role="search" ref={box}>
      <b className={styles.brand} aria-hidden>{texts.brand}</b>
      <input
        ref={input} id="search" className={styles.input} type="text" inputMode="search" enterKeyHint="search" autoComplete="off" autoCorrect="off" autoCapitalize="off" spellCheck={false}
        role="combobox" aria-label={texts.label} aria-expanded={open} aria-controls={LIST_ID} aria-autocomplete="list" {...(open && marked ? { 'aria-activedescendant': marked } : {})}
        placeholder={texts.hint} maxLength={SEARCH_LENGTH} value={text}
        onInput={(event) => setSearch({ text: event.currentTarget.value, open: true, marked: -1 })} onFocus={() => setSearch({ open: true })} onClick={() => setSearch({ open: true })} onKeyDown={onKey}
      />
      {text !== '' || open
        ? <IconButton name={texts.clear} onClick={() => { flushSync(() => closeSearch()); input.current?.blur(); readOn(); }}><X size={18} aria-hidden /></IconButton>
        : <Search className={styles.glass} size={18} aria-hidden />}
    </div>
  );
}
