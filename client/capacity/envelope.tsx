/** The allowed envelope in three dimensions: the land as high as its zones allow, beside what they allow next door; a tilted map with a legend. */
import bbox from '@turf/bbox';
import { Box } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Capacity } from '../../domain/contract/investment/capacity.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { layFlat, tiltOver } from '../map/camera.ts';
import { useMap, useMapState } from '../map/map-store.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { navigate, urlState, useUrl } from '../url/use-url.ts';
import styles from './capacity.module.css';
import { EnvelopeOverlay, useEnvelopeColours } from './envelope-overlay.tsx';

const TEXTS = defineTexts({
  pl: {
    show: 'Pokaż bryłę w 3D', hide: 'Zamknij widok 3D', shown: 'Mapa jest pochylona i pokazuje dopuszczalną bryłę. Shift ze strzałkami obraca widok.', hidden: 'Mapa znów jest płaska.', legend: 'Legenda widoku 3D',
    subject: 'dopuszczalna bryła na tym terenie', neighbour: 'dopuszczalna u sąsiadów', unset: 'brak ustalenia wysokości', more: 'Pokazano tylko najbliższe działki.',
    noMap: 'Ta przeglądarka nie rysuje mapy, więc bryły nie można pokazać. Wysokości stoją w podziale na strefy.', noHeight: 'Plan nie ustala tu wysokości, więc nie ma bryły do pokazania.',
    volume: 'Bryła to teren razy dopuszczalna wysokość: granica, w której budynek musi się zmieścić, a nie jego kształt.', turn: 'Obrót: dwa palce, prawy przycisk myszy albo Shift i strzałki.',
  },
  en: {
    show: 'Show the envelope in 3D', hide: 'Close the 3D view', shown: 'The map is tilted and shows the allowed envelope. Shift with arrow keys turns the view.', hidden: 'The map is flat again.', legend: 'Legend of the 3D view',
    subject: 'allowed envelope on this land', neighbour: 'allowed next door', unset: 'no height set', more: 'Only the nearest parcels are shown.',
    noMap: 'This browser draws no map, so the envelope cannot be shown. Heights stand in the split by zones.', noHeight: 'The plan sets no height here, so there is no envelope to show.',
    volume: 'The envelope is the land times the allowed height: a limit that a building must fit into, not its shape.', turn: 'Turning: two fingers, the right mouse button, or Shift and arrow keys.',
  },
});

/** Beyond the land, so that neighbours are in view. */
const AROUND = 0.15;

function boxOf({ envelope }: Capacity): [number, number, number, number] {
  const [west, south, east, north] = bbox(envelope as Parameters<typeof bbox>[0]) as [number, number, number, number];
  const [x, y] = [Math.max((east - west) * AROUND, 0.0004), Math.max((north - south) * AROUND, 0.0003)];
  return [west - x, south - y, east + x, north + y];
}

function Legend({ complete }: { readonly complete: boolean }) {
  const texts = useTexts(TEXTS);
  const { subject, neighbour, unset } = useEnvelopeColours();
  return (
    <div className={styles.legend} data-testid="envelope-legend">
      <ul aria-label={texts.legend}>
        <li><i style={{ background: subject, borderColor: subject }} aria-hidden />{texts.subject}</li>
        <li><i style={{ background: neighbour, borderColor: neighbour }} aria-hidden />{texts.neighbour}</li>
        <li><i className={styles.unset} style={{ borderColor: unset }} aria-hidden />{texts.unset}</li>
      </ul>
      <p>{texts.volume}</p>
      {!complete && <p>{texts.more}</p>}
      <p>{texts.turn}</p>
    </div>
  );
}

/** Tilts as long as it stands; the map keeps the camera of a link that shows the land already. */
function Tilted({ capacity, byLink }: { readonly capacity: Capacity; readonly byLink: boolean }) {
  const map = useMap();
  useEffect(() => {
    if (!map) return;
    tiltOver(boxOf(capacity), { keepCamera: byLink });
    return layFlat;
  }, [map, capacity, byLink]);
  return <EnvelopeOverlay capacity={capacity} />;
}

export function Envelope({ capacity, name }: { readonly capacity: Capacity; readonly name: string }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const status = useMapState((state) => state.status);
  const wanted = useUrl().envelope === name;
  const pressed = useRef(false);
  const { selection } = urlState();
  const home = useRef(selection);
  // Who opens another object leaves the envelope of this one behind.
  useEffect(() => () => {
    if (urlState().envelope === name && urlState().selection !== home.current) navigate({ envelope: null }, { replace: true });
  }, [name]);
  if (!capacity.envelope.features.some(({ properties }) => properties.height !== null)) return <p className={styles.soft}>{texts.noHeight}</p>;
  if (status === 'no-webgl' || status === 'failed') return <p className={styles.soft}>{texts.noMap}</p>;
  const toggle = () => {
    pressed.current = true;
    navigate({ envelope: wanted ? null : name }, { replace: true });
    announce(wanted ? texts.hidden : texts.shown);
  };
  return (
    <div className={styles.envelope}>
      <Button aria-pressed={wanted} data-testid="envelope-toggle" onClick={toggle}><Box size={16} aria-hidden />{wanted ? texts.hide : texts.show}</Button>
      {wanted && <Tilted capacity={capacity} byLink={!pressed.current} />}
      {wanted && <Legend complete={capacity.neighbours.complete} />}
      {wanted && <p className={styles.soft}>{capacity.remarks.find(({ id }) => id === 'neighbours')?.[lang]}</p>}
    </div>
  );
}
