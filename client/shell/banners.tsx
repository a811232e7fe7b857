/** Quiet words about the state of things: offline, tiles missing; and a thin line while the map is loading. */
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { trustBackground } from '../map/background-watch.ts';
import { retryTiles } from '../map/camera.ts';
import { mapState, useMapState } from '../map/map-store.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './shell.module.css';

const TEXTS = defineTexts({
  pl: {
    offline: 'Brak połączenia z siecią. Widać to, co już się wczytało.', tiles: 'Część mapy się nie wczytała. To nie znaczy, że nic tam nie ma.', retry: 'Wczytaj ponownie',
    background: 'Wybrane tło nie odpowiada. Pokazuję mapę podstawową.', again: 'Spróbuj ponownie',
    loading: 'Mapa się wczytuje', slow: 'Mapa wczytuje się dłużej niż zwykle.',
  },
  en: {
    offline: 'No network connection. You see what has been loaded.', tiles: 'Part of the map did not load. This does not mean that nothing is there.', retry: 'Load again',
    background: 'The chosen background does not answer. Showing the base map.', again: 'Try again',
    loading: 'The map is loading', slow: 'The map is taking longer than usual.',
  },
});

const useOnline = (): boolean => useSyncExternalStore((listener) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}, () => navigator.onLine);

/** True when `busy` has lasted that long, so that quick answers do not flicker. */
function useLasting(busy: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!busy) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [busy, ms]);
  return lasting;
}

/** `children`: what is to be said above the others. */
export function Banners({ children }: { readonly children?: ReactNode }) {
  const texts = useTexts(TEXTS);
  const online = useOnline();
  const tilesFailed = useMapState((state) => state.tilesFailed);
  const backgroundFailed = useMapState((state) => state.backgroundFailed);
  const busy = useMapState((state) => state.busy);
  const shown = useLasting(busy, 400);
  const slow = useLasting(busy, 8000);
  useEffect(() => {
    // Only when the connection comes back; otherwise the reader decides.
    if (online && mapState().tilesFailed) retryTiles();
  }, [online]);
  return (
    <>
      {shown && <div className={styles.busy} role="progressbar" aria-label={texts.loading} />}
      <div className={styles.banner} aria-live="polite">
        {children}
        {!online && <Notice>{texts.offline}</Notice>}
        {online && tilesFailed && <Notice action={<Button kind="quiet" onClick={retryTiles}>{texts.retry}</Button>}>{texts.tiles}</Notice>}
        {online && backgroundFailed && <Notice action={<Button kind="quiet" onClick={trustBackground}>{texts.again}</Button>}>{texts.background}</Notice>}
        {online && !tilesFailed && slow && <Notice kind="info">{texts.slow}</Notice>}
      </div>
    </>
  );
}
