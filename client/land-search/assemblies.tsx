/** Adjoining parcels that together meet the need: looked for on demand, told as they are found, each on the map and in the address. */
import { Play, Square } from 'lucide-react';
import { type ComponentType, useMemo, useState } from 'react';
import { type Assembly, MOST_ASSEMBLED } from '../../domain/contract/investment/assemblies.ts';
import type { Need } from '../../domain/investment/need.ts';
import { valueOf } from '../../domain/investment/need-words.ts';
import type { LandQuestion } from '../api/land-search.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { navigate, useUrl } from '../url/use-url.ts';
import { AssemblyLimits, USUAL_PARCELS } from './assembly-limits.tsx';
import { AssemblyOverlay } from './assembly-overlay.tsx';
import { ChosenAssembly } from './chosen-assembly.tsx';
import styles from './results.module.css';
import { useAssembling } from './use-assembling.ts';

const TEXTS = defineTexts({
  pl: {
    intro: 'Szukamy sąsiednich działek gminnych, które razem mają potrzebną powierzchnię. Pozostałe warunki musi spełniać każda z nich; styk narożnikiem nie wystarcza.', start: 'Szukaj zestawów działek', stop: 'Zatrzymaj', again: 'Szukaj ponownie', area: 'Podaj, ile hektarów potrzeba razem.',
    looking: (n: string) => `Szukam… znaleziono ${n}`, candidates: (n: string) => `Warunki spełnia każda z ${n} działek z osobna.`, stopped: (n: string) => `Zatrzymano. Do tej chwili: ${n}.`, done: (n: string) => `Koniec szukania: ${n}.`, limit: 'Pokazano tyle, o ile pytano – może być ich więcej.', time: 'Przerwano po wyznaczonym czasie – może być ich więcej.',
    none: 'Nie ma takich sąsiednich działek. Zwiększ liczbę działek albo złagodź warunki.', sets: (n: string, plural: string) => `${n} ${({ one: 'zestaw', few: 'zestawy' } as Record<string, string>)[plural] ?? 'zestawów'}`,
    parcels: (n: string, plural: string) => `${n} ${({ one: 'działka', few: 'działki' } as Record<string, string>)[plural] ?? 'działek'}`, compact: (n: string) => `zwartość ${n}`, road: 'przy drodze', noRoad: 'bez drogi', progress: 'Postęp szukania', unknown: 'własność nieznana',
  },
  en: {
    intro: 'We look for adjoining municipal parcels that together have the area needed. Each of them must meet the other conditions; touching at a corner does not count.', start: 'Look for sets of parcels', stop: 'Stop', again: 'Look again', area: 'Say how many hectares are needed together.',
    looking: (n: string) => `Looking… found ${n}`, candidates: (n: string) => `The conditions are met by each of ${n} parcels.`, stopped: (n: string) => `Stopped. Until now: ${n}.`, done: (n: string) => `Done: ${n}.`, limit: 'As many as were asked for are shown – there may be more.', time: 'Ended after the time it is given – there may be more.',
    none: 'There are no such adjoining parcels. Allow more parcels or relax the conditions.', sets: (n: string, plural: string) => `${n} ${plural === 'one' ? 'set' : 'sets'}`,
    parcels: (n: string, plural: string) => `${n} ${plural === 'one' ? 'parcel' : 'parcels'}`, compact: (n: string) => `compactness ${n}`, road: 'beside a road', noRoad: 'no road', progress: 'Progress of the search', unknown: 'ownership unknown',
  },
});

/** The same parcels are the same assembly, in whatever order. */
const nameOf = ({ identifiers }: Assembly): string => identifiers.toSorted().join(',');

function Facts({ assembly: { areaHa, ids, ownerships, compactness, roadContact } }: { readonly assembly: Assembly }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number, plural } = useFormats();
  const holders = ownerships.map((value) => (value === 'unknown' ? texts.unknown : valueOf('ownership', value, lang))).join(', ');
  return (
    <span>
      <b>{`${number(areaHa, 2)}\u202fha`}<em>{texts.parcels(number(ids.length), plural(ids.length))}</em></b>
      <small>{[holders, texts.compact(number(compactness, 2)), roadContact ? texts.road : texts.noRoad].filter(Boolean).join(' · ')}</small>
    </span>
  );
}

interface Props {
  readonly need: Need;
  readonly question: LandQuestion;
  /** What can be done with parcels together, and how much may be built on them, by their identifiers. */
  readonly Chosen: ComponentType<{ readonly parcels: readonly string[] }>;
}

export function Assemblies({ need, question, Chosen }: Props) {
  const texts = useTexts(TEXTS);
  const { number, plural } = useFormats();
  const { assembly, limits } = useUrl();
  const { now: { state, parcels, share, found, cut, error }, start, stop } = useAssembling();
  const [pointed, setPointed] = useState<Assembly | null>(null);
  const chosen = useMemo(() => (assembly ? assembly.split(',').filter(Boolean).slice(0, MOST_ASSEMBLED).toSorted() : []), [assembly]);
  const shown = <ChosenAssembly key={assembly} identifiers={chosen}><Chosen parcels={chosen} /></ChosenAssembly>;
  const name = chosen.join(',');
  const looking = state === 'looking';
  const sets = texts.sets(number(found.length), plural(found.length));
  const said = { idle: null, looking: null, failed: null, stopped: texts.stopped(sets), done: found.length > 0 ? texts.done(sets) : texts.none }[state];
  useAnnounce(said);
  const least = need.ranges.area_ha?.min ?? 0;
  const begin = () => void start({
    filter: question.filter, maxParcels: Math.round(limits['parcels'] ?? USUAL_PARCELS), maxOwners: limits['owners'] && Math.round(limits['owners']), minCompactness: limits['compactness'], road: (limits['road'] ?? 0) > 0,
  });
  return (
    <div className={styles.results} data-testid="land-assemblies">
      <AssemblyOverlay found={found} pointed={pointed} />
      <p className={styles.soft}>{texts.intro}</p>
      <AssemblyLimits need={need} />
      {looking ? <Button onClick={stop}><Square size={16} aria-hidden />{texts.stop}</Button> : <Button kind="primary" disabled={!(least > 0)} onClick={begin}><Play size={16} aria-hidden />{texts[state === 'idle' ? 'start' : 'again']}</Button>}
      {!(least > 0) && <p className={styles.soft}>{texts.area}</p>}
      {looking && <div className={styles.progress}><progress max={1} value={share} aria-label={texts.progress} /><span>{texts.looking(number(found.length))}</span></div>}
      {parcels !== null && <p className={styles.soft}>{texts.candidates(number(parcels))}</p>}
      {error !== null && <FailureNotice error={error} onRetry={begin} />}
      {said && <p className={styles.said} data-testid="assemblies-said">{said}{cut && ` ${texts[cut]}`}</p>}
      {chosen.length > 0 && !found.some((one) => nameOf(one) === name) && shown}
      <ul className={styles.list}>
        {found.map((one) => (
          <li key={nameOf(one)} className={styles.row} data-assembly={nameOf(one)}>
            <button
              type="button" className={styles.open} aria-pressed={nameOf(one) === name} onClick={() => { if (nameOf(one) === name) showBox(one.bbox, { maxZoom: 17 }); else navigate({ assembly: nameOf(one) }); }}
              onPointerEnter={() => setPointed(one)} onPointerLeave={() => setPointed(null)} onFocus={() => setPointed(one)} onBlur={() => setPointed(null)}
            >
              <Facts assembly={one} />
            </button>
            {nameOf(one) === name && shown}
          </li>
        ))}
      </ul>
    </div>
  );
}
