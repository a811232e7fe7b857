/** The spatial search: an area, the layers asked, what lies there – counted, listed, on the map, as files. The address restores it all. */
import { useQuery } from '@tanstack/react-query';
import bbox from '@turf/bbox';
import { Diff, Download, X } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AreaAnswer, AreaHit, AreaOfInterest } from '../../domain/contract/area.ts';
import { areaQuery, FILE_LIMIT } from '../api/area.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { takePointer } from '../map/map-store.ts';
import { useSelection } from '../selection/use-selection.ts';
import { announce, useAnnounce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { FailureNotice, Loading, Notice } from '../ui/notice.tsx';
import { isLost } from '../ui/read-on.ts';
import { navigate, useUrl } from '../url/use-url.ts';
import { areaOfInterest, type Question } from './area-address.ts';
import { saveCsv, saveGeoJson } from './area-files.ts';
import { AreaLayers } from './area-layers.tsx';
import { AreaOverlay } from './area-overlay.tsx';
import { AreaLayer, type Pointed } from './area-results.tsx';
import { AreaShape } from './area-shape.tsx';
import styles from './area.module.css';
import type { DrawnKind } from './drawn-kind.ts';
import { askedLayers, clearQuestion, useQuestion } from './use-question.ts';

const WhatApplies = lazy(() => import('../panels/what-applies.tsx').then((room) => ({ default: room.WhatApplies })));
const AreaDrawing = lazy(() => import('./area-drawing.tsx').then((room) => ({ default: room.AreaDrawing })));

const TEXTS = defineTexts({
  pl: {
    title: 'Szukaj w obszarze', close: 'Zamknij wyszukiwanie w obszarze', intro: 'Narysuj obszar albo wskaż odległość – pokażemy, co w nim leży, z powierzchniami i udziałami.', clear: 'Wyczyść obszar', difference: 'Co się zmieniło w tym obszarze',
    found: (n: string, plural: string, area: string) => `${n} ${({ one: 'obiekt', few: 'obiekty' } as Record<string, string>)[plural] ?? 'obiektów'} w obszarze ${area}`,
    geojson: 'Pobierz GeoJSON', csv: 'Pobierz CSV', saving: 'Przygotowuję plik…', saved: 'Plik jest gotowy.', notSaved: 'Nie udało się przygotować pliku. Spróbuj ponownie.', limited: (n: string) => `W plikach jest najwyżej ${n} obiektów każdej warstwy.`,
  },
  en: {
    title: 'Search in an area', close: 'Close the search in an area', intro: 'Draw an area or give a distance – we show what lies in it, with areas and shares.', clear: 'Clear the area', difference: 'What changed in this area',
    found: (n: string, plural: string, area: string) => `${n} ${plural === 'one' ? 'object' : 'objects'} in an area of ${area}`,
    geojson: 'Download GeoJSON', csv: 'Download CSV', saving: 'Preparing the file…', saved: 'The file is ready.', notSaved: 'The file could not be prepared. Try again.', limited: (n: string) => `Files hold at most ${n} objects of each layer.`,
  },
});

function Files({ area, answer }: { readonly area: AreaOfInterest; readonly answer: AreaAnswer }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  const { day } = useUrl();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const save = async (make: () => Promise<void>) => {
    setBusy(true);
    setFailed(false);
    announce(texts.saving);
    await make().then(() => announce(texts.saved), () => setFailed(true));
    setBusy(false);
  };
  return (
    <div className={styles.files}>
      <Button disabled={busy} onClick={() => void save(() => saveGeoJson(area, answer, day))}><Download size={16} aria-hidden />{texts.geojson}</Button>
      <Button disabled={busy} onClick={() => void save(() => saveCsv(area, answer, lang, day))}><Download size={16} aria-hidden />{texts.csv}</Button>
      {answer.layers.some(({ count }) => count > FILE_LIMIT) && <p className={styles.sum}>{texts.limited(number(FILE_LIMIT))}</p>}
      {failed && <Notice kind="bad">{texts.notSaved}</Notice>}
    </div>
  );
}

function Results({ question }: { readonly question: Question }) {
  const texts = useTexts(TEXTS);
  const { number, plural, area: written } = useFormats();
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [loaded, setLoaded] = useState<Readonly<Record<string, readonly AreaHit[]>>>({});
  const load = useCallback((layer: string, hits: readonly AreaHit[]) => setLoaded((now) => ({ ...now, [layer]: hits })), []);
  const { day } = useUrl();
  const area = useMemo(() => areaOfInterest(question.shape), [question]);
  const { data, error, isFetching, refetch } = useQuery(areaQuery({ area, layers: askedLayers(question), day }));
  const box = useMemo(() => (data ? bbox(data.area) : null), [data]);
  const count = data?.layers.reduce((sum, layer) => sum + layer.count, 0) ?? 0;
  const sentence = data ? texts.found(number(count), plural(count), written(data.areaM2)) : null;
  useAnnounce(sentence);
  return (
    <>
      {data && box && <AreaOverlay answer={data} box={box} loaded={loaded} pointed={pointed} />}
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {isFetching && !data && <Loading />}
      {data && box && (
        <div className={styles.results} data-testid="area-results">
          <p className={styles.found} data-count={count}>{sentence}</p>
          <Suspense fallback={<Loading />}><WhatApplies where={{ area: data.area }} areaM2={data.areaM2} /></Suspense>
          {/* Circles and distances are not compared. */}
          {area.type === 'geometry' && <Button onClick={() => navigate({ tool: 'difference' })}><Diff size={16} aria-hidden />{texts.difference}</Button>}
          {count > 0 && <Files area={area} answer={data} />}
          {data.layers.map((answer) => <AreaLayer key={`${answer.layer}:${JSON.stringify(area)}`} area={area} areaM2={data.areaM2} box={box} answer={answer} onPoint={setPointed} onLoad={load} />)}
        </div>
      )}
    </>
  );
}

export function AreaPanel() {
  const texts = useTexts(TEXTS);
  const question = useQuestion();
  const [drawing, setDrawing] = useState<DrawnKind | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // From the press on: a click made while the pen is still being loaded opens nothing.
  useEffect(() => (drawing ? takePointer('area') : undefined), [drawing]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  // The panel stands hidden behind an object opened from it; when that goes with the focus in it, reading goes on here.
  const inFront = useSelection().kind === 'none';
  useEffect(() => {
    if (inFront && isLost()) heading.current?.focus({ preventScroll: true });
  }, [inFront]);
  return (
    <article className={styles.panel} data-testid="area-panel">
      <header className={styles.head}>
        <h2 tabIndex={-1} ref={heading}>{texts.title}</h2>
        <IconButton name={texts.close} onClick={() => navigate({ tool: null, area: null })}><X size={18} aria-hidden /></IconButton>
      </header>
      {!question && <p className={styles.intro}>{texts.intro}</p>}
      <AreaShape question={question} drawing={drawing} onDraw={setDrawing} />
      {drawing && <Suspense><AreaDrawing kind={drawing} onDone={() => setDrawing(null)} /></Suspense>}
      {question && <AreaLayers question={question} />}
      {question && <Results question={question} />}
      {question && <Button onClick={clearQuestion}>{texts.clear}</Button>}
    </article>
  );
}
