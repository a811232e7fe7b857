/** What was found in the area: counts by layer and the objects of each, a page at a time, with their share inside. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { AreaAnswer, AreaHit, AreaOfInterest } from '../../domain/contract/area.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { fetchArea } from '../api/area.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { ObjectRow } from '../layers/object-row.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import styles from './area.module.css';

const TEXTS = defineTexts({
  pl: {
    more: (n: string) => `Pokaż kolejne z ${n}`, inside: (share: string) => `${share} w obszarze`, whole: 'w całości', sum: (area: string) => `razem w obszarze ${area}`, none: 'brak',
    unnamed: 'bez nazwy',
  },
  en: { more: (n: string) => `Show more of ${n}`, inside: (share: string) => `${share} inside`, whole: 'wholly', sum: (area: string) => `${area} inside in all`, none: 'none', unnamed: 'unnamed' },
});

type LayerAnswer = AreaAnswer['layers'][number];

/** The entry that has the pointer or the focus. */
export interface Pointed { readonly layer: string; readonly hit: AreaHit }

function Share({ hit, line }: { readonly hit: AreaHit; readonly line: boolean }) {
  const texts = useTexts(TEXTS);
  const { area, length, percent } = useFormats();
  if (hit.shareInside === null || hit.measureInside === null) return null;
  const part = line ? length(hit.measureInside) : area(hit.measureInside);
  return <>{part} · {hit.shareInside >= 0.9995 ? texts.whole : texts.inside(percent(hit.shareInside * 100))}</>;
}

interface Props {
  readonly area: AreaOfInterest;
  readonly answer: LayerAnswer;
  readonly onPoint: (pointed: Pointed | null) => void;
}

export function AreaLayer({ area, answer, onPoint }: Props) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const formats = useFormats();
  const layer = findLayer(answer.layer);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['area-pages', area, answer.layer],
    queryFn: async ({ pageParam, signal }) => (await fetchArea({ area, layers: [answer.layer] }, { offset: pageParam, signal })).layers[0]!,
    initialPageParam: 0,
    initialData: { pages: [answer], pageParams: [0] },
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
  });
  if (!layer) return null;
  const line = layer.geometry === 'line';
  const sum = answer.measureInside !== null && answer.count > 0 ? texts.sum(line ? formats.length(answer.measureInside) : formats.area(answer.measureInside)) : null;
  return (
    <section className={styles.layer} data-area-layer={answer.layer}>
      <h3><span>{say(layer.title)}</span><b data-count={answer.count}>{answer.count > 0 ? formats.number(answer.count) : texts.none}</b></h3>
      {sum && <p className={styles.sum}>{sum}</p>}
      <ul>
        {data.pages.flatMap(({ hits }) => hits).map((hit) => (
          <ObjectRow key={hit.id} layer={answer.layer} objectKey={hit.key} title={hit.title || texts.unnamed} value={hit.class} onPoint={(on) => onPoint(on ? { layer: answer.layer, hit } : null)}>
            {answer.layer === 'parcels' && `${hit.key} · `}<Share hit={hit} line={line} />
          </ObjectRow>
        ))}
      </ul>
      {error && <FailureNotice error={error} onRetry={() => void fetchNextPage()} />}
      {hasNextPage && <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{texts.more(formats.number(answer.count))}</Button>}
    </section>
  );
}
