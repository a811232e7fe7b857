/** "Go to coordinates": reads them in any of the three systems and either order, says what it understood, and marks the place. */
import { Copy, Crosshair, MapPin } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { parseCoordinates, printCoordinates, READ_SYSTEMS, type ReadCoordinates, type ReadSystem } from '../../domain/geo/coordinates.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { mapState } from '../map/map-store.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import { Notice } from '../ui/notice.tsx';
import { Sheet } from '../ui/sheet.tsx';
import ui from '../ui/ui.module.css';
import styles from './coordinates.module.css';
import { markPlace, placeOf, unmarkPlace, useMarkedPlace } from './marked-place.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Współrzędne', label: 'Przejdź do współrzędnych', hint: 'WGS 84 (stopnie lub stopnie, minuty, sekundy), PL-2000 strefa 7 albo PL-1992; w dowolnej kolejności.',
    example: '50.06139 19.93806', go: 'Przejdź', middle: 'Środek mapy', understood: (system: string, order: string) => `Odczytano: ${system}, ${order}.`,
    northFirst: 'najpierw północ (szerokość, X)', eastFirst: 'najpierw wschód (długość, Y)',
    unreadable: 'To nie są współrzędne, które umiem odczytać. Wpisz dwie liczby, np. 50.06139 19.93806 albo 5547788.4 7423966.7.',
    far: 'To miejsce leży poza Krakowem – mapa go nie pokazuje.', copy: (system: string) => `Kopiuj współrzędne ${system}`, copied: 'Skopiowano współrzędne.', notCopied: 'Przeglądarka nie pozwoliła skopiować.',
    marked: 'Zaznaczone miejsce', remove: 'Usuń znacznik', shown: 'Pokazuję zaznaczone miejsce.',
    'EPSG:4326': 'WGS 84 (EPSG:4326)', 'EPSG:2178': 'PL-2000 strefa 7 (EPSG:2178)', 'EPSG:2180': 'PL-1992 (EPSG:2180)',
  },
  en: {
    title: 'Coordinates', label: 'Go to coordinates', hint: 'WGS 84 (degrees, or degrees, minutes and seconds), PL-2000 zone 7 or PL-1992; in either order.',
    example: '50.06139 19.93806', go: 'Go there', middle: 'Middle of the map', understood: (system: string, order: string) => `Understood: ${system}, ${order}.`,
    northFirst: 'north first (latitude, X)', eastFirst: 'east first (longitude, Y)',
    unreadable: 'These are not coordinates I can read. Type two numbers, e.g. 50.06139 19.93806 or 5547788.4 7423966.7.',
    far: 'This place lies outside Kraków – the map does not show it.', copy: (system: string) => `Copy coordinates ${system}`, copied: 'Coordinates copied.', notCopied: 'The browser did not allow copying.',
    marked: 'Marked place', remove: 'Remove the marker', shown: 'Showing the marked place.',
    'EPSG:4326': 'WGS 84 (EPSG:4326)', 'EPSG:2178': 'PL-2000 zone 7 (EPSG:2178)', 'EPSG:2180': 'PL-1992 (EPSG:2180)',
  },
});

/** A place in all three systems, each to be copied. */
function Place({ lonLat }: { readonly lonLat: readonly [number, number] }) {
  const texts = useTexts(TEXTS);
  const copy = async (system: ReadSystem) => announce((await copyText(printCoordinates(system, lonLat))) ? texts.copied : texts.notCopied);
  return (
    <dl className={styles.systems}>
      {READ_SYSTEMS.map((system) => (
        <div key={system}>
          <dt className={ui.note}>{texts[system]}</dt>
          <dd>{printCoordinates(system, lonLat)}</dd>
          <IconButton name={texts.copy(system)} onClick={() => void copy(system)}><Copy size={16} aria-hidden /></IconButton>
        </div>
      ))}
    </dl>
  );
}

export function CoordinatesSheet({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const marked = placeOf(useMarkedPlace());
  const [text, setText] = useState('');
  const hint = useId();
  const read = parseCoordinates(text);
  const say = ({ system, order }: ReadCoordinates) => texts.understood(texts[system], order === 'north-first' ? texts.northFirst : texts.eastFirst);
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (!read?.near) return announce(read ? texts.far : texts.unreadable);
    markPlace(read.lonLat);
    announce(`${say(read)} ${texts.shown}`);
  };
  const middle = () => {
    const { map } = mapState();
    if (map) setText(printCoordinates('EPSG:4326', [map.getCenter().lng, map.getCenter().lat]));
  };
  return (
    <Sheet id="coordinates" title={texts.title} onClose={onClose} low>
      <form className={styles.form} onSubmit={go}>
        <label htmlFor={`${hint}-input`}>{texts.label}</label>
        <input
          id={`${hint}-input`} className={styles.input} type="text" inputMode="text" autoComplete="off" spellCheck={false} maxLength={100} placeholder={texts.example}
          aria-describedby={hint} aria-invalid={text !== '' && !read} value={text} onInput={(event) => setText(event.currentTarget.value)}
        />
        <p className={ui.note} id={hint}>{texts.hint}</p>
        {text.trim() !== '' && (read ? <Notice kind={read.near ? 'info' : 'warn'}>{say(read)}{!read.near && ` ${texts.far}`}</Notice> : <Notice>{texts.unreadable}</Notice>)}
        <div className={styles.actions}>
          <Button kind="primary" type="submit"><MapPin size={16} aria-hidden />{texts.go}</Button>
          <Button onClick={middle}><Crosshair size={16} aria-hidden />{texts.middle}</Button>
        </div>
      </form>
      {read?.near && <Place lonLat={read.lonLat} />}
      {marked && !read && <><h3>{texts.marked}</h3><Place lonLat={marked} /></>}
      {marked && <Button kind="quiet" onClick={unmarkPlace}>{texts.remove}</Button>}
    </Sheet>
  );
}
