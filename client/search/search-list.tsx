/** The list under the search box: groups of results, or what was searched here before, or help when nothing is found. */
import { useEffect, useMemo } from 'react';
import type { SearchResult } from '../../domain/contract/search.ts';
import { printCoordinates } from '../../domain/geo/coordinates.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { coordinateEntry } from './coordinate-entry.ts';
import { KIND_ICONS, KIND_TEXTS } from './kinds.ts';
import { NothingFound } from './nothing-found.tsx';
import { openResult } from './open-result.ts';
import { LIST_ID } from './search-box.tsx';
import { groupsOf } from './search-groups.ts';
import { clearHistory, type Remembered, useHistory } from './search-history.ts';
import styles from './search.module.css';
import { SearchOption } from './search-option.tsx';
import { type Entry, setSearch } from './search-store.ts';
import { useAnswer } from './use-answer.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Wyniki wyszukiwania', coordinates: 'Współrzędne',
    show: (system: string, northFirst: boolean) => `Zaznacz to miejsce · odczytano jako ${system}, ${northFirst ? 'najpierw północ' : 'najpierw wschód'}`, history: 'Ostatnio otwierane na tym urządzeniu', clear: 'Wyczyść historię',
    understood: (text: string) => `Rozumiem jako: ${text}`, approximate: 'Nie ma dokładnie takiej nazwy. Najbliższe:',
    count: (n: string, plural: string) => `${n} ${({ one: 'wynik', few: 'wyniki' } as Record<string, string>)[plural] ?? 'wyników'}`, none: 'Nic nie znaleziono',
    place: (system: string, northFirst: boolean, count: string) => `Odczytano współrzędne jako ${system}, ${northFirst ? 'najpierw północ' : 'najpierw wschód'}. ${count}`,
    start: 'Wpisz numer działki, adres, nazwę planu, terenu lub parku – albo współrzędne.',
  },
  en: {
    title: 'Search results', coordinates: 'Coordinates',
    show: (system: string, northFirst: boolean) => `Mark this place · understood as ${system}, ${northFirst ? 'north first' : 'east first'}`, history: 'Recently opened on this device', clear: 'Clear history',
    understood: (text: string) => `Understood as: ${text}`, approximate: 'There is no such name exactly. The nearest:',
    count: (n: string, plural: string) => `${n} ${plural === 'one' ? 'result' : 'results'}`, none: 'Nothing found',
    place: (system: string, northFirst: boolean, count: string) => `Coordinates understood as ${system}, ${northFirst ? 'north first' : 'east first'}. ${count}`,
    start: 'Type a parcel number, an address, the name of a plan, site or park – or coordinates.',
  },
});

const optionId = (at: number): string => `search-option-${at}`;

export function SearchList() {
  const texts = useTexts(TEXTS);
  const kinds = useTexts(KIND_TEXTS);
  const { number, plural } = useFormats();
  const lang = useLanguage();
  const { text, data, error, isFetching, refetch, current } = useAnswer();
  const history = useHistory();
  const asking = text !== '';

  const place = useMemo(() => coordinateEntry(text), [text]);
  // Coordinates are exact: names that merely look like their figures are left out.
  const results = useMemo(() => (data?.results ?? []).filter(({ approximate }) => !place || !approximate), [data, place]);
  const groups = useMemo(() => groupsOf<Remembered | SearchResult>(asking ? results : history.map((entry) => (entry.lang === lang ? entry : { ...entry, context: '' }))), [asking, results, history, lang]);
  const entries = useMemo<readonly Entry[]>(() => {
    const chosen = [...(place ? [() => place.choose()] : []), ...groups.flatMap(({ results }) => results.map((result) => () => openResult({ lang, ...result })))];
    return chosen.map((choose, at) => ({ id: optionId(at), choose }));
  }, [groups, place, lang]);

  const settled = asking && current && !isFetching && !error;
  useEffect(() => {
    setSearch({ entries, answers: !asking || settled || place ? text : null });
  }, [entries, asking, settled, place, text]);

  const found = results.length;
  const offered = (place ? 1 : 0) + (error ? 0 : found);
  const count = offered > 0 ? texts.count(number(offered), plural(offered)) : texts.none;
  const understood = place && texts.place(place.read.system, place.read.order === 'north-first', count);
  useAnnounce(settled || (place && error) ? understood ?? count : null);

  let at = place ? 1 : 0;
  const nothing = settled && found === 0 && !place;
  return (
    <section className={styles.list} aria-label={texts.title} data-testid="search-list" data-search-list>
      {asking && data?.understoodAs && found > 0 && <p className={styles.remark}>{texts.understood(data.understoodAs)}</p>}
      {asking && found > 0 && results.every(({ approximate }) => approximate) && <p className={styles.remark}>{texts.approximate}</p>}
      {error && asking && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {nothing && <NothingFound text={text} />}
      {asking && isFetching && !data && <Loading />}
      {!asking && history.length === 0 && <p className={styles.remark}>{texts.start}</p>}
      {!asking && history.length > 0 && <h2 className={styles.kind}>{texts.history}</h2>}
      <div role="listbox" id={LIST_ID} aria-label={texts.title} aria-busy={asking && !current}>
        {place && (
          <div role="group" aria-label={texts.coordinates}>
            <div className={styles.kind} aria-hidden>{texts.coordinates}</div>
            <SearchOption
              id={optionId(0)} at={0} icon={KIND_ICONS.address} label={printCoordinates('EPSG:4326', place.read.lonLat)}
              context={texts.show(place.read.system, place.read.order === 'north-first')} choose={() => place.choose()}
            />
          </div>
        )}
        {!error && groups.map(({ kind, results }) => (
          <div role="group" aria-label={kinds[kind]} key={kind}>
            {asking && <div className={styles.kind} aria-hidden>{kinds[kind]}</div>}
            {results.map((result) => {
              const index = at++;
              return (
                <SearchOption
                  key={`${result.layer}/${result.key}`} id={optionId(index)} at={index} icon={KIND_ICONS[kind]} label={result.label} context={result.context}
                  highlights={asking && 'highlights' in result ? result.highlights : []} choose={() => openResult({ lang, ...result })}
                />
              );
            })}
          </div>
        ))}
      </div>
      {!asking && history.length > 0 && <Button kind="quiet" onClick={clearHistory}>{texts.clear}</Button>}
    </section>
  );
}
