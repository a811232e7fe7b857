/** Choosing the area: drawn on the map, the view, a circle about its middle (which needs no pointer), or a distance from the open object. */
import { Circle, Hexagon, ScanSearch, Square } from 'lucide-react';
import { useState } from 'react';
import { useFeature } from '../api/features.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { useMap } from '../map/map-store.ts';
import { useViewBox } from '../map/view-box.ts';
import { Button } from '../ui/button.tsx';
import { MAX_RADIUS_M, type Question, type Shape } from './area-address.ts';
import styles from './area.module.css';
import type { DrawnKind } from './drawn-kind.ts';
import { askIn, refine } from './use-question.ts';

const TEXTS = defineTexts({
  pl: {
    draw: 'Narysuj na mapie', box: 'Prostokąt', poly: 'Wielokąt', circle: 'Koło', without: 'Bez rysowania', view: 'To, co widać na mapie', radius: 'Promień [m]', middle: 'Koło wokół środka mapy', search: 'Szukaj',
    near: (name: string) => `W odległości od: ${name}`, distance: 'Odległość [m]', object: 'obiektu', drawing: 'Wskazuj kolejne punkty na mapie. Z klawiatury: strzałki przesuwają mapę, Enter stawia punkt na środku, Backspace go cofa, Esc przerywa. Wielokąt zamyka podwójne kliknięcie lub ponowny Enter.', stop: 'Przerwij rysowanie',
  },
  en: {
    draw: 'Draw on the map', box: 'Rectangle', poly: 'Polygon', circle: 'Circle', without: 'Without drawing', view: 'What the map shows', radius: 'Radius [m]', middle: 'Circle about the middle of the map', search: 'Search',
    near: (name: string) => `Within a distance of: ${name}`, distance: 'Distance [m]', object: 'the object', drawing: 'Place points on the map. By keyboard: arrows move the map, Enter places a point in its middle, Backspace takes it back, Esc cancels. A double click or Enter again closes a polygon.', stop: 'Stop drawing',
  },
});

const KINDS = [['box', Square], ['poly', Hexagon], ['circle', Circle]] as const;
const NEAR_STEP = 10;

function Metres({ label, action, start, onAsk }: { readonly label: string; readonly action: string; readonly start: number; readonly onAsk: (metres: number) => void }) {
  const [metres, setMetres] = useState(String(start));
  const value = Number(metres);
  const valid = metres !== '' && value >= 1 && value <= MAX_RADIUS_M;
  return (
    <form className={styles.metres} onSubmit={(event) => { event.preventDefault(); if (valid) onAsk(value); }}>
      <label>{label}<input type="number" min={1} max={MAX_RADIUS_M} step={1} inputMode="numeric" value={metres} aria-invalid={!valid} onInput={(event) => setMetres(event.currentTarget.value)} /></label>
      <Button type="submit" kind="primary" disabled={!valid}>{action}</Button>
    </form>
  );
}

/** The distance from an object, and which object that is. */
export function NearShape({ shape }: { readonly shape: Extract<Shape, { kind: 'near' }> }) {
  const texts = useTexts(TEXTS);
  const { data } = useFeature(shape);
  const titleField = findLayer(shape.layer)?.titleField ?? 'key';
  const name = String(data?.properties[titleField] ?? shape.key);
  return (
    <fieldset className={styles.shape}>
      <legend>{texts.near(name)}</legend>
      <Metres key={shape.key} label={texts.distance} action={texts.search} start={shape.distanceM || NEAR_STEP} onAsk={(distanceM) => refine({ shape: { ...shape, distanceM } })} />
    </fieldset>
  );
}

interface Props {
  readonly question: Question | null;
  readonly drawing: DrawnKind | null;
  readonly onDraw: (kind: DrawnKind | null) => void;
}

export function AreaShape({ question, drawing, onDraw }: Props) {
  const texts = useTexts(TEXTS);
  const map = useMap();
  const [west, south, east, north] = useViewBox();
  const shape = question?.shape;
  return (
    <>
      {map && (
        <fieldset className={styles.shape}>
          <legend>{texts.draw}</legend>
          <div className={styles.kinds}>
            {KINDS.map(([kind, Icon]) => (
              <Button key={kind} aria-pressed={drawing === kind} onClick={() => onDraw(drawing === kind ? null : kind)}><Icon size={16} aria-hidden />{texts[kind]}</Button>
            ))}
          </div>
          {drawing && <p className={styles.hint} role="status">{texts.drawing} <Button kind="quiet" onClick={() => onDraw(null)}>{texts.stop}</Button></p>}
        </fieldset>
      )}
      {shape?.kind === 'near' && <NearShape shape={shape} />}
      <details className={styles.layers} open={!map}>
        <summary>{texts.without}</summary>
        <div className={styles.without}>
          <Button onClick={() => askIn({ kind: 'box', box: [west, south, east, north] })}><ScanSearch size={16} aria-hidden />{texts.view}</Button>
          <fieldset className={styles.shape}>
            <legend>{texts.middle}</legend>
            <Metres label={texts.radius} action={texts.search} start={shape?.kind === 'circle' ? shape.radiusM : 300} onAsk={(radiusM) => askIn({ kind: 'circle', center: [(west + east) / 2, (south + north) / 2], radiusM })} />
          </fieldset>
        </div>
      </details>
    </>
  );
}
