/** The assembly that the address names: its parcels, its shape on the map, how much may be built on it. */
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { Scan, X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Geometry } from '../../domain/contract/geojson.ts';
import { fetchFeature, type LayerFeature } from '../api/features.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { useMap } from '../map/map-store.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { openObject } from '../selection/use-selection.ts';
import { usePalette } from '../theme/theme.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { navigate, OPENED_WITH, urlState } from '../url/use-url.ts';
import { boxAround, boxOf } from './place.ts';
import styles from './results.module.css';

const TEXTS = defineTexts({
  pl: { title: 'Wybrany zestaw', close: 'Zamknij wybrany zestaw', show: 'Pokaż na mapie', parcels: (n: string) => `Działki (${n})` },
  en: { title: 'The chosen set', close: 'Close the chosen set', show: 'Show on the map', parcels: (n: string) => `Parcels (${n})` },
});

/** Who closes it goes on at its row, or where the search begins. */
function close({ currentTarget }: MouseEvent<HTMLElement>): void {
  (currentTarget.closest('li')?.querySelector('button') ?? document.querySelector<HTMLElement>('[data-testid="land-panel"] h2'))?.focus({ preventScroll: true });
  navigate({ assembly: null });
}

const together = (answers: readonly UseQueryResult<LayerFeature>[]) => ({ features: answers.flatMap(({ data }) => (data ? [data] : [])), failed: answers.find(({ error }) => error) });

export function ChosenAssembly({ identifiers, children }: { readonly identifiers: readonly string[]; readonly children: ReactNode }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const { accent, halo } = usePalette();
  const { features, failed } = useQueries({ queries: identifiers.map((key) => ({ queryKey: ['feature', `parcels/${key}`, null], queryFn: ({ signal }: { readonly signal: AbortSignal }) => fetchFeature({ layer: 'parcels', key }, { signal }) })), combine: together });
  const shapes = useMemo<FeatureCollection | null>(() => (features.length > 0 ? { type: 'FeatureCollection', features: [...features] } : null), [features]);
  const layers = useMemo(() => [
    { type: 'fill', paint: { 'fill-color': accent, 'fill-opacity': 0.14 } }, { type: 'line', paint: { 'line-color': halo, 'line-width': 6, 'line-opacity': 0.7 } }, { type: 'line', paint: { 'line-color': accent, 'line-width': 2.6 } },
  ] as const, [accent, halo]);
  useOverlay('land-assembly', shapes, layers);
  const map = useMap();
  const box = boxAround(features.map(({ geometry }) => boxOf(geometry as Geometry)));
  // Once, and not over the camera of a link that brought one.
  const wanted = useRef(!(OPENED_WITH.camera && OPENED_WITH.state.assembly === urlState().assembly));
  const whole = features.length === identifiers.length;
  useEffect(() => {
    if (!wanted.current || !map || !whole || !box) return;
    wanted.current = false;
    showBox(box, { maxZoom: 17 });
  });
  return (
    <section className={styles.chosen} data-testid="chosen-assembly">
      <header><h3>{texts.title}</h3><IconButton name={texts.close} onClick={close}><X size={16} aria-hidden /></IconButton></header>
      {failed && <FailureNotice error={failed.error} onRetry={() => void failed.refetch()} />}
      <p className={styles.parcels}><span>{texts.parcels(number(identifiers.length))}: </span>{identifiers.map((key) => <button key={key} type="button" className={styles.chip} onClick={() => openObject({ layer: 'parcels', key })}>{key}</button>)}</p>
      {box && <Button onClick={() => showBox(box, { maxZoom: 18 })}><Scan size={16} aria-hidden />{texts.show}</Button>}
      {children}
    </section>
  );
}
