/** The parcels of a site on the map: seen as they are named, and added or taken off by pressing them there. */
import { useQuery } from '@tanstack/react-query';
import { MousePointerClick } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { parcelAt, parcelShapesQuery } from '../api/parcels.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { addPicker, useMap } from '../map/map-store.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { pick: 'Wskaż na mapie', stop: 'Zakończ wskazywanie', how: 'Naciśnij działkę na mapie, żeby ją dodać albo usunąć. Klawiaturą: wpisz numer powyżej.', none: 'W tym miejscu nie ma działki.', failed: 'Nie udało się sprawdzić, jaka to działka. Spróbuj jeszcze raz.' },
  en: { pick: 'Pick on the map', stop: 'Stop picking', how: 'Press a parcel on the map to add it or take it off. By keyboard: type its number above.', none: 'There is no parcel at this place.', failed: 'It could not be found out which parcel this is. Try again.' },
});

interface Props {
  readonly parcels: readonly string[];
  /** The parcel is added when it is not there, else taken off. */
  readonly onToggle: (key: string) => void;
}

export function ParcelsMap({ parcels, onToggle }: Props) {
  const texts = useTexts(TEXTS);
  const map = useMap();
  const { accent, halo } = usePalette();
  const [picking, setPicking] = useState(false);
  const { data } = useQuery(parcelShapesQuery(parcels));
  const layers = useMemo(() => [
    { type: 'fill', paint: { 'fill-color': accent, 'fill-opacity': 0.14 } }, { type: 'line', paint: { 'line-color': halo, 'line-width': 5, 'line-opacity': 0.7 } }, { type: 'line', paint: { 'line-color': accent, 'line-width': 2.2 } },
  ] as const, [accent, halo]);
  useOverlay('site-parcels', parcels.length > 0 ? data ?? null : null, layers);
  const toggle = useRef(onToggle);
  toggle.current = onToggle;
  const words = useRef(texts);
  words.current = texts;
  useEffect(() => (map && picking ? addPicker((at) => {
    const { lng, lat } = map.unproject([at.x, at.y]);
    void parcelAt(lng, lat).then((key) => { if (key) toggle.current(key); else announce(words.current.none); }, () => announce(words.current.failed));
    return true;
  }) : undefined), [map, picking]);
  if (!map) return null;
  return (
    <>
      <div><Button aria-pressed={picking} data-testid="pick-parcels" onClick={() => setPicking(!picking)}><MousePointerClick size={16} aria-hidden />{picking ? texts.stop : texts.pick}</Button></div>
      {picking && <p className={styles.quiet} role="status">{texts.how}</p>}
    </>
  );
}
