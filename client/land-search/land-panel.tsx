/** The investor's search: a need in filters and in words, what fits as a list and on the map, and parcels that fit together. The address restores it all. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { ListFilter, X } from 'lucide-react';
import { type ComponentType, useEffect, useMemo, useRef, useState } from 'react';
import type { FoundLand, LandSearch } from '../../domain/contract/investment/search.ts';
import { conditionsOf, type Need } from '../../domain/investment/need.ts';
import { needSentence } from '../../domain/investment/need-words.ts';
import { countSearch, type LandQuestion, landQuery } from '../api/land-search.ts';
import { Failure } from '../api/http.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { CompareButton } from '../shortlist/compare-button.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { FailureNotice, Loading, Notice } from '../ui/notice.tsx';
import { isLost, isSeen } from '../ui/read-on.ts';
import { PHONE, useMedia } from '../ui/use-media.ts';
import { useSettled } from '../ui/use-settled.ts';
import { navigate, useUrl } from '../url/use-url.ts';
import { Assemblies } from './assemblies.tsx';
import { Filters } from './filters.tsx';
import { KindChoice } from './kind-choice.tsx';
import { LandOverlay } from './land-overlay.tsx';
import styles from './land.module.css';
import { LandResults } from './land-results.tsx';
import { BrokenNeed, RestEditor } from './rest-editor.tsx';
import { clearAll, showLand, useAsked } from './use-asked.ts';
import { Weights } from './weights.tsx';

const TEXTS = defineTexts({
  pl: {
    title: 'Szukaj terenu', close: 'Zamknij szukanie terenu', tabs: 'Czego szukać', land: 'Tereny', assemblies: 'Złóż z działek', filters: (n: number) => (n > 0 ? `Filtry (${n})` : 'Filtry'), clear: 'Wyczyść',
    list: (n: string, plural: string) => `Pokaż ${n} ${({ one: 'teren', few: 'tereny' } as Record<string, string>)[plural] ?? 'terenów'}`, none: 'Nic nie pasuje – zobacz, co złagodzić', found: (n: string, sites: string, parcels: string) => `Pasujących terenów: ${n}; w ofercie miasta ${sites}, działek gminnych ${parcels}.`,
  },
  en: {
    title: 'Find land', close: 'Close the search for land', tabs: 'What to look for', land: 'Land', assemblies: 'Assemble parcels', filters: (n: number) => (n > 0 ? `Filters (${n})` : 'Filters'), clear: 'Clear',
    list: (n: string, plural: string) => `Show ${n} ${plural === 'one' ? 'piece' : 'pieces'} of land`, none: 'Nothing fits – see what to relax', found: (n: string, sites: string, parcels: string) => `Land that fits: ${n}; offered by the city ${sites}, municipal parcels ${parcels}.`,
  },
});

const SETTLE_MS = 250;
/** Who leaves a question alone so long has meant it. */
const MEANT_MS = 4000;
const NO_FACETS: LandSearch['facets'] = [];

export const LAND_TABS = { land: 'land', assemblies: 'land-assemblies' } as const;

interface Slots {
  /** What can be done with parcels together, and how much may be built on them, by their identifiers. */
  readonly Chosen: ComponentType<{ readonly parcels: readonly string[] }>;
  /** Keeping this search: a watch on its filter. */
  readonly Saved: ComponentType<{ readonly filter: string }>;
}

function Search({ need, question, text, Saved }: { readonly need: Need; readonly question: LandQuestion; readonly text: string } & Pick<Slots, 'Saved'>) {
  const texts = useTexts(TEXTS);
  const { number, plural } = useFormats();
  const phone = useMedia(PHONE);
  const { door } = useUrl();
  const settled = useSettled(question, SETTLE_MS);
  const meant = useSettled(question, MEANT_MS);
  const { data, error, refetch, isPlaceholderData, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(landQuery(settled));
  const [open, setOpen] = useState(!phone && text === '');
  const [pointed, setPointed] = useState<FoundLand | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const filters = useRef<HTMLButtonElement>(null);
  const [first] = data?.pages ?? [];
  const stale = isPlaceholderData || settled !== question;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  useAnnounce(first && !stale ? texts.found(number(first.total), number(first.counts.site), number(first.counts.parcel)) : null);
  useEffect(() => { if (meant.filter) countSearch(meant, door); }, [meant, door]);
  const active = conditionsOf(need).length + Number(question.kind !== null);
  const fold = () => {
    setOpen(false);
    // The heading stands in the next view only.
    requestAnimationFrame(() => heading.current?.focus());
  };
  return (
    <>
      {first && <LandOverlay ids={first.ids} items={items} pointed={pointed} place={need.place} />}
      <div className={styles.bar}>
        <button type="button" ref={filters} className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}><ListFilter size={16} aria-hidden />{texts.filters(active)}</button>
        {(active > 0 || Object.keys(question.weights).length > 0) && <Button kind="quiet" onClick={() => { clearAll(); filters.current?.focus(); }}>{texts.clear}</Button>}
      </div>
      {error && (error instanceof Failure && error.kind === 'rejected' && error.problem ? <Notice kind="bad">{error.problem.detail}</Notice> : <FailureNotice error={error} onRetry={() => void refetch()} />)}
      {open && (
        <>
          <KindChoice kind={question.kind} counts={first && !stale ? first.counts : null} />
          <Filters need={need} facets={first?.facets ?? NO_FACETS} />
          <div className={styles.more}><Weights /><RestEditor need={need} /></div>
          <div className={styles.sticky} aria-busy={stale}><Button kind="primary" onClick={fold}>{first ? (first.total > 0 ? texts.list(number(first.total), plural(first.total)) : texts.none) : '…'}</Button></div>
        </>
      )}
      {!open && (first ? <LandResults question={settled} pages={data!.pages} stale={stale} heading={heading} onPoint={setPointed} onMore={hasNextPage ? () => { if (!isFetchingNextPage) void fetchNextPage(); } : null} saved={<Saved filter={settled.filter} />} /> : !error && <Loading />)}
    </>
  );
}

export function LandPanel({ Chosen, Saved }: Slots) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { tool, assembly, selection } = useUrl();
  const { text, need, question } = useAsked();
  const place = useRef<HTMLElement | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(showLand, []);
  // Back from what was opened, and from an expression that was mended: reading goes on where it was left.
  const inFront = selection.kind === 'none';
  const broken = need === null;
  useEffect(() => {
    if (!inFront || !isLost()) return;
    (isSeen(place.current) ? place.current : heading.current)?.focus({ preventScroll: true });
    // The panel goes to its top when something else stands in it.
    requestAnimationFrame(() => { if (document.activeElement === place.current) place.current?.scrollIntoView({ block: 'nearest' }); });
  }, [inFront, broken]);
  // Behind the comparison stands what it was opened from.
  const tab = tool === LAND_TABS.assemblies || (tool === 'site-compare' && assembly !== null) ? 'assemblies' : 'land';
  return (
    <article className={styles.panel} data-testid="land-panel" onFocus={({ target }) => { place.current = target; }}>
      <header className={styles.head}>
        <h2 tabIndex={-1} ref={heading}>{texts.title}</h2>
        <IconButton name={texts.close} onClick={() => navigate({ tool: null })}><X size={18} aria-hidden /></IconButton>
      </header>
      <div className={styles.tabs} role="group" aria-label={texts.tabs}>
        {(['land', 'assemblies'] as const).map((name) => <button key={name} type="button" aria-pressed={tab === name} onClick={() => navigate({ tool: LAND_TABS[name] })}>{texts[name]}</button>)}
      </div>
      {need === null ? <BrokenNeed text={text} /> : (
        <>
          <p className={styles.sentence} data-testid="land-sentence">{needSentence(need, tab === 'assemblies' ? 'parcel' : question.kind, lang)}</p>
          <CompareButton />
          {tab === 'land' ? <Search need={need} question={question} text={text} Saved={Saved} /> : <Assemblies need={need} question={question} Chosen={Chosen} />}
        </>
      )}
    </article>
  );
}
