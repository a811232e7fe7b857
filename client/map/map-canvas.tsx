/** The map itself, filling the window. Loads its code after the page stands; without WebGL it says so and leaves the rest working. */
import { useEffect, useRef } from 'react';
import type { Style } from '../../domain/style/style-types.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { REDUCED_MOTION } from '../ui/use-media.ts';
import styles from './map.module.css';
import { isOfBackground, watchBackground } from './background-watch.ts';
import { tellFault } from './faults.ts';
import { type GlMap, isPickedByRoom, mapState, setMapState, useMapState } from './map-store.ts';
import { objectsAt, type Picked, watchHover } from './pointer.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Mapa Krakowa. Strzałki przesuwają, plus i minus zmieniają skalę.',
    noWebgl: 'Ta przeglądarka nie umie narysować mapy (brak WebGL). Wyszukiwarka, listy i karty obiektów działają bez niej.',
    failed: 'Mapa się nie wczytała. Odśwież stronę; wyszukiwarka i karty obiektów działają bez niej.',
  },
  en: {
    title: 'Map of Kraków. Arrow keys pan, plus and minus zoom.',
    noWebgl: 'This browser cannot draw the map (no WebGL). Search, lists and object panels work without it.',
    failed: 'The map did not load. Refresh the page; search and object panels work without it.',
  },
});

const hasWebgl = (): boolean => {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
};

/** Keeps the map's state for the other rooms, as the map tells it. */
function report(map: GlMap): void {
  const moved = () => {
    const bounds = map.getBounds();
    setMapState({ zoom: map.getZoom(), bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] });
  };
  map.on('moveend', moved);
  map.on('resize', moved);
  map.on('dataloading', () => setMapState({ busy: true }));
  map.on('idle', () => setMapState({ busy: false }));
  watchBackground(map);
  map.on('error', ({ error, ...event }) => {
    if (isOfBackground((event as { sourceId?: string }).sourceId)) return;
    tellFault(error as Error);
  });
  moved();
}

interface Props {
  readonly style: Style;
  /** What lies at the clicked place, the most particular first; empty where nothing does. */
  readonly onPick: (picked: readonly Picked[]) => void;
}

export function MapCanvas({ style, onPick }: Props) {
  const texts = useTexts(TEXTS);
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef({ style, onPick, title: texts.title });
  const status = useMapState((state) => state.status);
  latest.current = { style, onPick, title: texts.title };

  // The map is opened once; style and language follow below.
  useEffect(() => {
    if (!hasWebgl()) return setMapState({ status: 'no-webgl', busy: false });
    let closed = false;
    let close = () => {};
    import('./gl.ts').then(async ({ openMap, applyStyle }) => {
      if (closed || !container.current) return;
      const opened = latest.current.style;
      const map = await openMap({ container: container.current, style: opened, title: latest.current.title, calm: matchMedia(REDUCED_MOTION).matches });
      if (closed) return map.remove();
      report(map);
      const unhover = watchHover(map);
      map.on('click', ({ point }) => {
        if (!mapState().tool && !isPickedByRoom(point)) latest.current.onPick(objectsAt(map, point));
      });
      map.getCanvas().addEventListener('keydown', (event) => {
        // The keyboard asks what lies in the middle of the map.
        if (event.key !== 'Enter' || mapState().tool) return;
        const { clientWidth, clientHeight } = map.getCanvas();
        const middle = { x: clientWidth / 2, y: clientHeight / 2 };
        if (!isPickedByRoom(middle)) latest.current.onPick(objectsAt(map, middle));
      });
      if (latest.current.style !== opened) applyStyle(map, latest.current.style);
      setMapState({ map, status: 'ready' });
      Object.assign(globalThis, { msip: { map } });
      close = () => {
        unhover();
        map.remove();
        setMapState({ map: null, status: 'loading' });
      };
    }).catch((error: unknown) => {
      reportError(error);
      setMapState({ status: 'failed', busy: false });
    });
    return () => {
      closed = true;
      close();
    };
  }, []);

  useEffect(() => {
    const { map } = mapState();
    if (map) void import('./gl.ts').then(({ applyStyle }) => applyStyle(map, style));
  }, [style]);

  useEffect(() => {
    mapState().map?.getCanvas().setAttribute('aria-label', texts.title);
  }, [texts.title, status]);

  return (
    <div className={styles.frame} data-map-status={status}>
      <div ref={container} className={styles.canvas} id="map" />
      {(status === 'no-webgl' || status === 'failed') && <p className={styles.without} role="status">{status === 'no-webgl' ? texts.noWebgl : texts.failed}</p>}
    </div>
  );
}
