/** What fits: how much, in which order, what was left out because it is not known, the list in step with the map; and when nothing fits, what to relax. */
import { Scan } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { FoundLand, LandSearch } from '../../domain/contract/investment/search.ts';
import { needOf } from '../../domain/investment/need.ts';
import { labelOf, needPhrases } from '../../domain/investment/need-words.ts';
import type { LandQuestion } from '../api/land-search.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { useMap, useMapState } from '../map/map-store.ts';
import { LandFiles } from '../shortlist/land-files.tsx';
import { Button } from '../ui/button.tsx';
import { isLost } from '../ui/read-on.ts';
import { navigate } from '../url/use-url.ts';
import { LandRow } from './land-row.tsx';
import { boxAround } from './place.ts';
import { Relaxations } from './relaxations.tsx';
import styles from './results.module.css';
import { changeNeed } from './use-asked.ts';

const TEXTS = defineTexts({
  pl: {
    found: (n: string, plural: string) => `${n} ${({ one: 'pasujący teren', few: 'pasujące tereny' } as Record<string, string>)[plural] ?? 'pasujących terenów'}`,
    split: (sites: string, parcels: string) => `w ofercie miasta: ${sites}, działki gminne: ${parcels}`, order: 'Kolejność', usual: 'oferta miasta najpierw', score: 'według oceny', more: (n: string) => `Pokaż kolejne (jest ${n})`, show: 'Pokaż listę na mapie',
    omitted: 'Pominięto, bo nie wiadomo:', include: (label: string, n: string) => `${label} – ${n}`, includeName: (label: string, n: string) => `Uwzględnij także tereny, o których nie wiadomo: ${label} (${n})`, far: 'Pasujące działki widać na mapie po przybliżeniu; kropki to tereny z listy.',
    'area_ha': 'powierzchnia rosnąco', '-area_ha': 'powierzchnia malejąco', 'price_pln': 'cena rosnąco', '-max_height_m': 'najwyższa zabudowa', 'motorway_m': 'najbliżej autostrady', 'airport_m': 'najbliżej lotniska', 'station_m': 'najbliżej stacji kolejowej', 'tram_m': 'najbliżej tramwaju',
    source: (name: string, day: string) => (day ? `${name}, stan na ${day}` : name), demonstration: 'dane demonstracyjne', facts: (day: string) => `Fakty o terenach na dzień ${day}.`,
  },
  en: {
    found: (n: string, plural: string) => `${n} ${plural === 'one' ? 'piece of land fits' : 'pieces of land fit'}`,
    split: (sites: string, parcels: string) => `offered by the city: ${sites}, municipal parcels: ${parcels}`, order: 'Order', usual: 'offered by the city first', score: 'by score', more: (n: string) => `Show more (of ${n})`, show: 'Show the list on the map',
    omitted: 'Left out because it is not known:', include: (label: string, n: string) => `${label} – ${n}`, includeName: (label: string, n: string) => `Include land of which it is not known: ${label} (${n})`, far: 'Parcels that fit are seen on the map from nearer; dots are land of the list.',
    'area_ha': 'area, smallest first', '-area_ha': 'area, largest first', 'price_pln': 'price, lowest first', '-max_height_m': 'tallest buildings first', 'motorway_m': 'nearest to a motorway', 'airport_m': 'nearest to the airport', 'station_m': 'nearest to a railway station', 'tram_m': 'nearest to a tram stop',
    source: (name: string, day: string) => (day ? `${name}, as of ${day}` : name), demonstration: 'demonstration data', facts: (day: string) => `Facts of land on ${day}.`,
  },
});

const ORDERS = ['area_ha', '-area_ha', 'price_pln', '-max_height_m', 'motorway_m', 'airport_m', 'station_m', 'tram_m'] as const;
/** Tiles of parcels begin here. */
const NEAR_ZOOM = 13;

/** What may fit, were it known: each can be taken in. */
function Omitted({ conditions, onTaken }: { readonly conditions: LandSearch['conditions']; readonly onTaken: () => void }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  const open = conditions.flatMap(({ text, property, unknown }) => {
    const [phrase] = unknown > 0 && property !== null ? needPhrases(needOf(text), lang) : [];
    return phrase && (phrase.part.in === 'ranges' || phrase.part.in === 'choices') ? [{ part: phrase.part, label: labelOf(phrase.part.name, lang), unknown }] : [];
  });
  if (open.length === 0) return null;
  return (
    <div className={styles.omitted}>
      <span>{texts.omitted}</span>
      {open.map(({ part, label, unknown }) => (
        <button
          key={part.name} type="button" className={styles.chip} title={texts.includeName(label, number(unknown))} aria-label={texts.includeName(label, number(unknown))}
          onClick={() => { onTaken(); changeNeed((need) => ({ ...need, [part.in]: { ...need[part.in], [part.name]: { ...need[part.in][part.name as never] as object, orUnknown: true } } }), { step: true }); }}
        >+ {texts.include(label, number(unknown))}</button>
      ))}
    </div>
  );
}

interface Props {
  readonly question: LandQuestion;
  readonly pages: readonly LandSearch[];
  /** The answer is of an earlier question. */
  readonly stale: boolean;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onPoint: (land: FoundLand | null) => void;
  readonly onMore: (() => void) | null;
  readonly saved: ReactNode;
}

export function LandResults({ question, pages, stale, heading, onPoint, onMore, saved }: Props) {
  const texts = useTexts(TEXTS);
  const { number, plural, date } = useFormats();
  const map = useMap();
  const far = useMapState(({ zoom }) => zoom < NEAR_ZOOM);
  const list = useRef<HTMLUListElement>(null);
  const awaited = useRef<number | null>(null);
  const items = pages.flatMap((page) => page.items);
  const { length } = items;
  useEffect(() => {
    if (awaited.current === null || length <= awaited.current) return;
    if (isLost()) list.current?.children[awaited.current]?.querySelector('button')?.focus();
    awaited.current = null;
  }, [length]);
  const [first] = pages;
  if (!first) return null;
  // What was pressed goes with the answer that it had.
  const readHeading = () => heading.current?.focus();
  const weighed = Object.keys(question.weights).length > 0;
  const box = boxAround(items.map(({ bbox }) => bbox));
  return (
    <section className={styles.results} aria-busy={stale} data-testid="land-results">
      <h3 className={styles.found} tabIndex={-1} ref={heading}><b data-testid="land-total" data-total={first.total}>{texts.found(number(first.total), plural(first.total))}</b>{first.total > 0 && <small>{texts.split(number(first.counts.site), number(first.counts.parcel))}</small>}</h3>
      {first.total > 0 && <Omitted conditions={first.conditions} onTaken={readHeading} />}
      {(first.total === 0 || first.relaxations.length > 0) && <Relaxations answer={first} onRelaxed={readHeading} />}
      {first.total > 0 && (
        <div className={styles.tools}>
          <label className={styles.order}><span className="unseen">{texts.order}</span>
            <select value={question.order ?? ''} onChange={({ currentTarget: { value } }) => navigate({ order: value || null }, { replace: true })}>
              <option value="">{weighed ? texts.score : texts.usual}</option>
              {ORDERS.map((order) => <option key={order} value={order}>{texts[order]}</option>)}
            </select>
          </label>
          {map && box && <Button title={texts.show} aria-label={texts.show} onClick={() => showBox(box, { maxZoom: 17 })}><Scan size={16} aria-hidden /></Button>}
          <LandFiles land={question} />
        </div>
      )}
      <ul ref={list} className={styles.list}>{items.map((land) => <LandRow key={`${land.kind} ${land.id}`} land={land} onPoint={(on) => onPoint(on ? land : null)} />)}</ul>
      {onMore && <Button onClick={() => { awaited.current = length; onMore(); }}>{texts.more(number(first.total))}</Button>}
      {saved}
      {map && far && first.counts.parcel > 0 && <p className={styles.soft}>{texts.far}</p>}
      <p className={styles.soft}>{texts.facts(date(first.day))} {first.sources.map(({ source, sourceDate, demonstration }) => source && `${texts.source(source, sourceDate ? date(sourceDate) : '')}${demonstration ? ` (${texts.demonstration})` : ''}`).filter(Boolean).join('; ')}</p>
    </section>
  );
}
