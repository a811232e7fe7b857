/** The map as text: what is in view, layer by layer, with counts and names, in step with the map – and without it. */
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { LAYERS } from '../../domain/layers/index.ts';
import type { Layer } from '../../domain/layers/layer.ts';
import { inViewQuery } from '../api/in-view.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { useVisibleLayers, zoomsAway } from '../layers/layer-state.ts';
import { ObjectRow } from '../layers/object-row.tsx';
import { useMap, useMapState } from '../map/map-store.ts';
import { useViewBox } from '../map/view-box.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { navigate, useUrl } from '../url/use-url.ts';
import styles from './in-view.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Lista tego, co widać', close: 'Zamknij listę', intro: 'Obiekty włączonych warstw w bieżącym widoku mapy. Lista zmienia się razem z mapą.', without: 'Obiekty włączonych warstw w tym obszarze.',
    none: 'brak', more: (n: string) => `Pokaż więcej z ${n}`, unnamed: 'bez nazwy', far: 'Warstwy widoczne po przybliżeniu mapy:', empty: 'Żadna warstwa z obiektami nie jest włączona.', updated: 'Lista odpowiada nowemu widokowi mapy.',
  },
  en: {
    title: 'List of what is in view', close: 'Close the list', intro: 'Objects of the layers that are on, in the present view of the map. The list follows the map.', without: 'Objects of the layers that are on, in this area.',
    none: 'none', more: (n: string) => `Show more of ${n}`, unnamed: 'unnamed', far: 'Layers visible after zooming in:', empty: 'No layer with objects is on.', updated: 'The list is of the new view of the map.',
  },
});

const FIRST = 5;
const STEP = 50;
const MOST = 1000;

function LayerInView({ layer, box }: { readonly layer: Layer; readonly box: readonly number[] }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { number } = useFormats();
  const { day } = useUrl();
  const [limit, setLimit] = useState(FIRST);
  const { data, error, refetch } = useQuery(inViewQuery(layer, box, limit, day));
  return (
    <section className={styles.layer} data-in-view={layer.id}>
      <h3><span>{say(layer.title)}</span><b data-count={data?.count}>{data ? (data.count > 0 ? number(data.count) : texts.none) : '…'}</b></h3>
      {error && !data ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      <ul>{data?.objects.map(({ key, title, value }) => <ObjectRow key={key} layer={layer.id} objectKey={key} title={title || texts.unnamed} value={value}>{layer.id === 'parcels' && key}</ObjectRow>)}</ul>
      {data && data.count > data.objects.length && limit < MOST && <Button kind="quiet" onClick={() => setLimit(Math.min(MOST, limit < STEP ? STEP : limit * 2))}>{texts.more(number(data.count))}</Button>}
    </section>
  );
}

export function InViewPanel() {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const map = useMap();
  const box = useViewBox();
  const zoom = useMapState((state) => state.zoom);
  const visible = useVisibleLayers();
  const heading = useRef<HTMLHeadingElement>(null);
  const [first] = useState(box);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useAnnounce(box === first ? null : texts.updated);

  const asked = LAYERS.filter(({ id, subject }) => visible.has(id) && subject !== 'base' && id !== 'city').reverse();
  // Without a map nothing is too small to be listed.
  const near = asked.filter((layer) => !map || zoomsAway(layer, zoom) === 0);
  const far = asked.filter((layer) => !near.includes(layer));
  return (
    <article className={styles.panel} data-testid="in-view-panel">
      <header className={styles.head}>
        <h2 tabIndex={-1} ref={heading}>{texts.title}</h2>
        <IconButton name={texts.close} onClick={() => navigate({ tool: null })}><X size={18} aria-hidden /></IconButton>
      </header>
      <p className={styles.intro}>{asked.length === 0 ? texts.empty : map ? texts.intro : texts.without}</p>
      {near.map((layer) => <LayerInView key={layer.id} layer={layer} box={box} />)}
      {far.length > 0 && <p className={styles.sum}>{texts.far} {far.map(({ title }) => say(title)).join(', ')}.</p>}
    </article>
  );
}
