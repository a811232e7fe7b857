/** What was found in the area: counts by layer and the objects of each, a page at a time, with their share inside. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { AreaAnswer, AreaHit, AreaOfInterest } from '../../domain/contract/area.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { fetchArea } from '../api/area.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { ObjectRow } from '../layers/object-row.tsx';
import { useMap } from '../map/map-store.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useUrl } from '../url/use-url.ts';
import { type Box, isMarked, isSum, written } from './area-marks.ts';
import styles from './area.module.css';

const TEXTS = defineTexts({
  pl: {
    more: (n: string) => `Pokaż kolejne z ${n}`, inside: (share: string) => `${share} w obszarze`, whole: 'w całości', sum: (area: string) => `razem w obszarze ${area}`, none: 'brak',
    marked: (n: string, of: string) => `na mapie zaznaczono ${n} z ${of}`, unnamed: 'bez nazwy',
  },
  en: {
    more: (n: string) => `Show more of ${n}`, inside: (share: string) => `${share} inside`, whole: 'wholly', sum: (area: string) => `${area} inside in all`, none: 'none',
    marked: (n: string, of: string) => `${n} of ${of} are marked on the map`, unnamed: 'unnamed',
  },
});

type LayerAnswer = AreaAnswer['layers'][number];

/** The entry that has the pointer or the focus. */
export interface Pointed { readonly layer: string; readonly hit: AreaHit }

function Share({ hit, line }: { readonly hit: AreaHit; readonly line: boolean }) {
  const texts = useTexts(TEXTS);
  const { area, length, percent } = useFormats();
  if (hit.shareInside === null || hit.measureInside === null) return null;
  const part = written(hit.measureInside, line ? length : area);
  return <>{part} · {hit.shareInside >= 0.9995 ? texts.whole : texts.inside(written(hit.shareInside * 100, percent))}</>;
}

interface Props {
  readonly area: AreaOfInterest;
  readonly areaM2: number;
  readonly box: Box;
  readonly answer: LayerAnswer;
  readonly onPoint: (pointed: Pointed | null) => void;
  /** All objects of the layer that the list shows now. */
  readonly onLoad: (layer: string, hits: readonly AreaHit[]) => void;
}

export function AreaLayer({ area, areaM2, box, answer, onPoint, onLoad }: Props) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const formats = useFormats();
  const { day } = useUrl();
  const layer = findLayer(answer.layer);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['area-pages', area, answer.layer, day],
    queryFn: async ({ pageParam, signal }) => (await fetchArea({ area, layers: [answer.layer], day }, { offset: pageParam, signal })).layers[0]!,
    initialPageParam: 0,
    initialData: { pages: [answer], pageParams: [0] },
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
  });
  const map = useMap();
  const list = useRef<HTMLUListElement>(null);
  /** Where the next page begins in the list, once it was asked for. */
  const awaited = useRef<number | null>(null);
  const hits = useMemo(() => data.pages.flatMap((page) => page.hits), [data]);
  useEffect(() => onLoad(answer.layer, hits), [answer.layer, hits, onLoad]);
  useEffect(() => {
    const first = awaited.current;
    if (first === null || hits.length <= first) return;
    awaited.current = null;
    const { activeElement } = document;
    // Who has gone elsewhere meanwhile is left there.
    if (!activeElement || activeElement === document.body || activeElement.parentElement === list.current?.parentElement) list.current?.children[first]?.querySelector('button')?.focus();
  }, [hits]);
  if (!layer) return null;
  const more = () => {
    if (isFetchingNextPage) return;
    awaited.current = hits.length;
    void fetchNextPage();
  };
  const line = layer.geometry === 'line';
  const { count, measureInside } = answer;
  const summed = measureInside !== null && count > 0 && (line || isSum(measureInside, areaM2));
  const sum = summed ? texts.sum(written(measureInside, line ? formats.length : formats.area)) : null;
  const marked = hits.filter((hit) => isMarked(hit, box)).length;
  const shown = map && marked < count ? texts.marked(formats.number(marked), formats.number(count)) : null;
  return (
    <section className={styles.layer} data-area-layer={answer.layer}>
      <h3><span>{say(layer.title)}</span><b data-count={count}>{count > 0 ? formats.number(count) : texts.none}</b></h3>
      {(sum ?? shown) && <p className={styles.sum}>{[sum, shown].filter(Boolean).join(' · ')}</p>}
      <ul ref={list}>
        {hits.map((hit) => (
          <ObjectRow key={hit.id} layer={answer.layer} objectKey={hit.key} title={hit.title || texts.unnamed} value={hit.class} onPoint={(on) => onPoint(on ? { layer: answer.layer, hit } : null)}>
            {answer.layer === 'parcels' && `${hit.key} · `}<Share hit={hit} line={line} />
          </ObjectRow>
        ))}
      </ul>
      {error && <FailureNotice error={error} onRetry={more} />}
      {hasNextPage && <Button aria-disabled={isFetchingNextPage} onClick={more}>{texts.more(formats.number(count))}</Button>}
    </section>
  );
}
