/** A difference as people read it: both states, the verdict, m² by use, the changed pieces with the map beside, and where it is from. */
import { Download, Maximize2 } from 'lucide-react';
import { useState } from 'react';
import type { Difference } from '../../domain/contract/difference.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { useMap } from '../map/map-store.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { saveText } from '../ui/copy.ts';
import { Notice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import { ChangeRow } from './change-row.tsx';
import { differenceCsv } from './difference-csv.ts';
import { DifferenceOverlay } from './difference-overlay.tsx';
import { DifferenceSides } from './difference-sides.tsx';
import styles from './difference.module.css';
import { UseTable } from './use-table.tsx';

const TEXTS = defineTexts({
  pl: {
    nothing: 'Nic się tu nie zmieniło: po obu stronach obowiązuje to samo.', nothingDraft: 'Ten projekt nic by tu nie zmienił.', unknown: 'Nie wiadomo, czy coś się tu zmieniło: o jednym ze stanów rejestr planów nic nie mówi.',
    changed: (area: string, of: string, share: string) => `Zmieniło się ${area} z ${of} (${share}).`, would: (area: string, of: string, share: string) => `Projekt zmieniłby ${area} z ${of} (${share}).`,
    slivers: (area: string) => `Do tego ${area} w skrawkach poniżej 1 m² – to szum dwóch rysunków jednej granicy. Tabela je liczy, lista nie.`,
    pieces: 'Zmienione fragmenty', more: (n: string) => `Lista pokazuje największe; dalszych ${n} nie mieści. Tabela liczy wszystkie.`, whole: 'Pokaż całość', csv: 'Pobierz CSV',
    regimes: 'Wskaźniki obu stanów liczy się według różnych definicji ustawowych: te same liczby nie są tą samą miarą.',
    note: 'Policzone z rysunków planów. Ma charakter poglądowy: rozstrzyga uchwała ogłoszona w Dzienniku Urzędowym oraz wypis i wyrys.',
    source: (source: string, day: string | null) => `Źródło: ${source}${day === null ? '' : `, stan danych na ${day}`}`, demonstration: 'dane demonstracyjne',
  },
  en: {
    nothing: 'Nothing changed here: the same applies on both sides.', nothingDraft: 'This draft would change nothing here.', unknown: 'It is not known whether something changed here: of one of the states the register of plans says nothing.',
    changed: (area: string, of: string, share: string) => `${area} of ${of} changed (${share}).`, would: (area: string, of: string, share: string) => `The draft would change ${area} of ${of} (${share}).`,
    slivers: (area: string) => `Besides, ${area} in slivers below 1 m² – the noise of two drawings of one border. The table counts them, the list does not.`,
    pieces: 'Changed pieces', more: (n: string) => `The list shows the largest; ${n} more are not in it. The table counts all.`, whole: 'Show all of it', csv: 'Download CSV',
    regimes: 'The figures of the two states follow different statutory definitions: equal numbers are not the same measure.',
    note: 'Computed from the drawings of the plans. For information only: what binds is the resolution published in the official journal and the official extract.',
    source: (source: string, day: string | null) => `Source: ${source}${day === null ? '' : `, data as of ${day}`}`, demonstration: 'demonstration data',
  },
});

function Sources({ difference: { from, to } }: { readonly difference: Difference }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const lines = [...from.plans, ...to.plans].map(({ provenance: { source, sourceDate, demonstration } }) => texts.source(source, sourceDate === null ? null : date(sourceDate)) + (demonstration ? ` – ${texts.demonstration}` : ''));
  return <p className={ui.note} data-testid="difference-source">{[...new Set(lines)].join('. ')}{lines.length > 0 && '. '}{texts.note}</p>;
}

function useVerdict({ from, to, areaM2, changedM2, sliversM2 }: Difference): string {
  const texts = useTexts(TEXTS);
  const { squareMetres, percent } = useFormats();
  const draft = from.draft !== null || to.draft !== null;
  if (changedM2 > 0) return texts[draft ? 'would' : 'changed'](squareMetres(changedM2), squareMetres(areaM2), percent(Math.min(100, changedM2 / areaM2 * 100)));
  if (!from.known || !to.known) return texts.unknown;
  return sliversM2 > 0 ? texts.changed(squareMetres(0), squareMetres(areaM2), percent(0)) : draft ? texts.nothingDraft : texts.nothing;
}

export function DifferenceResult({ difference }: { readonly difference: Difference }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const map = useMap();
  const { squareMetres, number } = useFormats();
  const verdict = useVerdict(difference);
  const [pointed, setPointed] = useState<number | null>(null);
  const { changes, totals, more, sliversM2, bbox } = difference;
  const [west, south, east, north] = bbox as [number, number, number, number];
  const regimes = changes.some(({ before, after, parameters }) => parameters.length > 0 && before && after && before.definitionRegime !== after.definitionRegime);
  useAnnounce(verdict);
  return (
    <div className={styles.result} data-testid="difference-result">
      <DifferenceSides difference={difference} />
      <p className={styles.verdict}>{verdict}</p>
      {sliversM2 > 0 && <p className={ui.note}>{texts.slivers(squareMetres(Math.max(1, sliversM2)))}</p>}
      <UseTable totals={totals} />
      <div className={styles.row}>
        {map && <Button onClick={() => showBox([west, south, east, north])}><Maximize2 size={16} aria-hidden />{texts.whole}</Button>}
        <Button onClick={() => saveText('msip-roznica.csv', 'text/csv;charset=utf-8', differenceCsv(difference, lang))}><Download size={16} aria-hidden />{texts.csv}</Button>
      </div>
      {changes.length > 0 && (
        <section className={styles.section} aria-labelledby="difference-pieces">
          <h3 id="difference-pieces">{texts.pieces} ({number(changes.length + more)})</h3>
          {regimes && <Notice>{texts.regimes}</Notice>}
          <ol className={styles.pieces}>{changes.map((change, at) => <ChangeRow key={at} change={change} at={at} pointed={pointed === at} onPoint={setPointed} />)}</ol>
          {more > 0 && <p className={ui.note}>{texts.more(number(more))}</p>}
        </section>
      )}
      <Sources difference={difference} />
      <DifferenceOverlay changes={changes} pointed={pointed} onPoint={setPointed} />
    </div>
  );
}
