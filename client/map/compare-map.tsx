/** Two maps side by side by swipe: the second lies over the first and is cut off at a handle that pointer, touch and keyboard move. */
import { MoveHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Style } from '../../domain/style/style-types.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { freeView } from './camera.ts';
import styles from './compare.module.css';
import { mapState, useMap } from './map-store.ts';
import { useSecondMap } from './second-map.ts';

const TEXTS = defineTexts({
  pl: { handle: 'Granica między dwoma dniami', value: (left: string, share: string, right: string) => `Po lewej: ${left}, ${share} szerokości; po prawej: ${right}` },
  en: { handle: 'Border between two days', value: (left: string, share: string, right: string) => `Left: ${left}, ${share} of the width; right: ${right}` },
});

/** Per cent of the width that a key moves the handle by. */
const STEP = 2;
const PAGE = 10;
const MOVES: ReadonlyMap<string, number> = new Map([['ArrowLeft', -STEP], ['ArrowDown', -STEP], ['ArrowRight', STEP], ['ArrowUp', STEP], ['PageDown', -PAGE], ['PageUp', PAGE]]);

const within = (percent: number): number => Math.min(100, Math.max(0, Math.round(percent)));

/** Where a key takes the handle; null: it is no key of a slider. */
export function handleAfter(key: string, now: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return 100;
  const move = MOVES.get(key);
  return move === undefined ? null : within(now + move);
}

/** The middle of what sheets leave free, per cent of the window. */
function middle(): number {
  const { map } = mapState();
  return map ? within(map.project(freeView(map).middle).x / map.getContainer().clientWidth * 100) : 50;
}

interface Props {
  /** Of the second map. */
  readonly style: Style;
  /** Where the second map is seen. */
  readonly side: 'left' | 'right';
  /** What stands above each side. */
  readonly left: string;
  readonly right: string;
}

function Swipe({ style, side, left, right }: Props) {
  const texts = useTexts(TEXTS);
  const { percent } = useFormats();
  const frame = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(middle);
  useSecondMap(container, style);
  const drag = ({ clientX, currentTarget, pointerId }: React.PointerEvent<HTMLElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (box && currentTarget.hasPointerCapture(pointerId)) setAt(within((clientX - box.left) / box.width * 100));
  };
  const grab = (event: React.PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    event.preventDefault();
  };
  const press = (event: React.KeyboardEvent) => {
    const next = handleAfter(event.key, at);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <div ref={frame} className={styles.frame} data-testid="compare">
      <div className={styles.second} style={{ clipPath: side === 'left' ? `inset(0 ${100 - at}% 0 0)` : `inset(0 0 0 ${at}%)` }} aria-hidden><div ref={container} className={styles.canvas} /></div>
      <div
        className={styles.handle} style={{ left: `${at}%` }} role="slider" tabIndex={0} aria-label={texts.handle} aria-orientation="horizontal" aria-valuemin={0} aria-valuemax={100} aria-valuenow={at}
        aria-valuetext={texts.value(left, percent(at, 0), right)} onKeyDown={press} onPointerDown={grab} onPointerMove={drag}
      >
        <b className={styles.left}>{left}</b><b className={styles.right}>{right}</b>
        <span className={styles.knob}><MoveHorizontal size={20} aria-hidden /></span>
      </div>
    </div>
  );
}

/** Nothing until the first map is drawn, and without one. */
export const CompareMap = (props: Props) => useMap() && <Swipe {...props} />;
