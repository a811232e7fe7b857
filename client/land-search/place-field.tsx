/** Where land is to lie: in an area drawn by hand or in what the map shows, wholly or in part. */
import { Hexagon, ScanSearch, Square, Trash2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Place } from '../../domain/investment/need.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { takePointer, useMap } from '../map/map-store.ts';
import { useViewBox } from '../map/view-box.ts';
import { Button } from '../ui/button.tsx';
import { isLost } from '../ui/read-on.ts';
import styles from './filters.module.css';
import { boxOf, polygonOf, ringOfBox } from './place.ts';

const PlaceDrawing = lazy(() => import('./place-drawing.tsx').then((room) => ({ default: room.PlaceDrawing })));

const TEXTS = defineTexts({
  pl: {
    title: 'Obszar', poly: 'Narysuj obszar', box: 'Prostokąt', view: 'To, co widać na mapie', drop: 'Usuń obszar', s_intersects: 'choćby częściowo', s_within: 'w całości', how: 'Teren leży w obszarze', show: 'Pokaż obszar', stop: 'Przerwij rysowanie',
    drawing: 'Wskazuj kolejne punkty na mapie. Z klawiatury: strzałki przesuwają mapę, Enter stawia punkt na środku, Backspace go cofa, Esc przerywa. Wielokąt zamyka podwójne kliknięcie lub ponowny Enter.',
  },
  en: {
    title: 'Area', poly: 'Draw an area', box: 'Rectangle', view: 'What the map shows', drop: 'Remove the area', s_intersects: 'at least partly', s_within: 'wholly', how: 'Land lies in the area', show: 'Show the area', stop: 'Stop drawing',
    drawing: 'Place points on the map. By keyboard: arrows move the map, Enter places a point in its middle, Backspace takes it back, Esc cancels. A double click or Enter again closes a polygon.',
  },
});

export function PlaceField({ value, onChange }: { readonly value: Place | null; readonly onChange: (place: Place | null) => void }) {
  const texts = useTexts(TEXTS);
  const map = useMap();
  const view = useViewBox();
  const [drawing, setDrawing] = useState<'polygon' | 'rectangle' | null>(null);
  // At once, before the pen's code is there: a click meant for it must not open an object.
  useEffect(() => (drawing ? takePointer('land-place') : undefined), [drawing]);
  const field = useRef<HTMLFieldSetElement>(null);
  const state = drawing ?? (value ? 'set' : 'unset');
  const before = useRef(state);
  // What was pressed has made way for what can be done now.
  useEffect(() => {
    if (before.current !== state && !drawing && isLost()) field.current?.querySelector<HTMLElement>('input:checked, button')?.focus({ preventScroll: true });
    before.current = state;
  }, [state, drawing]);
  const set = (ring: readonly (readonly [number, number])[]) => onChange({ op: value?.op ?? 's_intersects', geometry: polygonOf(ring) });
  return (
    <fieldset ref={field} className={styles.place} data-filter="place">
      <legend>{texts.title}</legend>
      {value && (
        <div className={styles.segments} role="radiogroup" aria-label={texts.how}>
          {(['s_intersects', 's_within'] as const).map((op) => <label key={op}><input type="radio" name="land-place" checked={value.op === op} onChange={() => onChange({ ...value, op })} /><span>{texts[op]}</span></label>)}
        </div>
      )}
      <div className={styles.line}>
        {value && <Button onClick={() => showBox(boxOf(value.geometry))}><ScanSearch size={16} aria-hidden />{texts.show}</Button>}
        {value && <Button onClick={() => onChange(null)}><Trash2 size={16} aria-hidden />{texts.drop}</Button>}
        {!value && map && <Button aria-pressed={drawing === 'polygon'} onClick={() => setDrawing(drawing === 'polygon' ? null : 'polygon')}><Hexagon size={16} aria-hidden />{texts.poly}</Button>}
        {!value && map && <Button aria-pressed={drawing === 'rectangle'} onClick={() => setDrawing(drawing === 'rectangle' ? null : 'rectangle')}><Square size={16} aria-hidden />{texts.box}</Button>}
        {!value && <Button onClick={() => set(ringOfBox(view))}><ScanSearch size={16} aria-hidden />{texts.view}</Button>}
      </div>
      {drawing && <p className={styles.hint} role="status">{texts.drawing} <Button kind="quiet" onClick={() => setDrawing(null)}>{texts.stop}</Button></p>}
      {drawing && <Suspense><PlaceDrawing kind={drawing} onDrawn={(ring) => { setDrawing(null); set(ring); }} onLeave={() => setDrawing(null)} /></Suspense>}
    </fieldset>
  );
}
