/** One column of controls: layers, tools and settings above, moving the map below. */
import { Compass, House, Layers, LocateFixed, Maximize, Minus, Plus, Settings2 } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { setRotation, showCity, showPoint, zoomBy } from '../map/camera.ts';
import { useMapState } from '../map/map-store.ts';
import { announce } from '../ui/announce.tsx';
import { classes, IconButton } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import { PHONE, useMedia } from '../ui/use-media.ts';
import styles from './shell.module.css';

const TEXTS = defineTexts({
  pl: {
    group: 'Sterowanie mapą', views: 'Warstwy i narzędzia', zoomIn: 'Przybliż', zoomOut: 'Oddal', home: 'Pokaż całe miasto', locate: 'Pokaż, gdzie jestem', full: 'Pełny ekran', rotate: 'Obracanie mapy',
    layers: 'Warstwy i legenda', more: 'Ustawienia i narzędzia', searching: 'Szukam położenia…', noPlace: 'Nie udało się ustalić położenia.', outside: 'Jesteś poza Krakowem.', here: 'Pokazuję Twoje położenie.', whole: 'Pokazuję całe miasto.',
  },
  en: {
    group: 'Map controls', views: 'Layers and tools', zoomIn: 'Zoom in', zoomOut: 'Zoom out', home: 'Show the whole city', locate: 'Show where I am', full: 'Full screen', rotate: 'Map rotation',
    layers: 'Layers and legend', more: 'Settings and tools', searching: 'Looking for your position…', noPlace: 'Your position could not be found.', outside: 'You are outside Kraków.', here: 'Showing your position.', whole: 'Showing the whole city.',
  },
});

const ICON = { size: 18, strokeWidth: 1.9, 'aria-hidden': true } as const;

function useFullScreen(): [boolean, () => void] {
  const [full, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const change = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', change);
    return () => document.removeEventListener('fullscreenchange', change);
  }, []);
  return [full, () => void (full ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined)];
}

interface Props {
  readonly sheet: 'layers' | 'more' | null;
  readonly onSheet: (sheet: 'layers' | 'more') => void;
  /** Says where the reader is; the app draws it. */
  readonly onLocated: (place: { lon: number; lat: number; accuracyM: number }) => void;
  /** Buttons of the tools that are used most; on a phone they stand with the other tools. */
  readonly children: ReactNode;
  /** Who is signed in. */
  readonly badge: ReactNode;
}

export function Controls({ sheet, onSheet, onLocated, children, badge }: Props) {
  const texts = useTexts(TEXTS);
  const drawn = useMapState(({ status }) => status === 'ready');
  const rotation = useMapState((state) => state.rotation);
  const phone = useMedia(PHONE);
  const [full, toggleFull] = useFullScreen();
  const home = () => {
    showCity();
    announce(texts.whole);
  };
  const locate = () => {
    announce(texts.searching);
    navigator.geolocation?.getCurrentPosition(
      ({ coords: { longitude: lon, latitude: lat, accuracy: accuracyM } }) => {
        const near = lon > 19.6 && lon < 20.4 && lat > 49.85 && lat < 50.25;
        announce(near ? texts.here : texts.outside);
        if (!near) return;
        onLocated({ lon, lat, accuracyM });
        showPoint([lon, lat], 16);
      },
      () => announce(texts.noPlace), { enableHighAccuracy: true, timeout: 10_000 });
  };
  return (
    <div className={styles.column}>
      <div className={classes(ui.sheet, styles.controls)} role="group" aria-label={texts.views}>
        <IconButton name={texts.layers} pressed={sheet === 'layers'} onClick={() => onSheet('layers')} data-testid="open-layers"><Layers {...ICON} /></IconButton>
        {!phone && children}
        <IconButton name={texts.more} pressed={sheet === 'more'} onClick={() => onSheet('more')}><Settings2 {...ICON} /></IconButton>
      </div>
      {badge}
      {drawn && (
        <div className={classes(ui.sheet, styles.controls)} role="group" aria-label={texts.group}>
          {!phone && <IconButton name={texts.zoomIn} onClick={() => zoomBy(1)}><Plus {...ICON} /></IconButton>}
          {!phone && <IconButton name={texts.zoomOut} onClick={() => zoomBy(-1)}><Minus {...ICON} /></IconButton>}
          <IconButton name={texts.home} onClick={home}><House {...ICON} /></IconButton>
          <IconButton name={texts.locate} onClick={locate}><LocateFixed {...ICON} /></IconButton>
          {!phone && document.fullscreenEnabled && <IconButton name={texts.full} pressed={full} onClick={toggleFull}><Maximize {...ICON} /></IconButton>}
          {!phone && <IconButton name={texts.rotate} pressed={rotation} onClick={() => setRotation(!rotation)}><Compass {...ICON} /></IconButton>}
        </div>
      )}
    </div>
  );
}
