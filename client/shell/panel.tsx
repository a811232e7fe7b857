/** The one panel: at the left on a desk, a bottom sheet with three heights on a phone, dragged by its grip or moved by the keyboard. */
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { setCovered } from '../map/camera.ts';
import { classes } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import { readOn } from '../ui/read-on.ts';
import { PHONE, useMedia } from '../ui/use-media.ts';
import styles from './shell.module.css';

const TEXTS = defineTexts({
  pl: { panel: 'Wyszukiwarka i informacje', grip: 'Wysokość panelu', heights: ['zwinięty', 'do połowy', 'cały ekran'] },
  en: { panel: 'Search and information', grip: 'Height of the panel', heights: ['collapsed', 'half', 'full screen'] },
});

/** Shares of the window's height; the lowest leaves the search box in reach. */
const HEIGHTS = [0.19, 0.46, 0.94] as const;
type Step = 0 | 1 | 2;
const within = (step: number): Step => Math.min(2, Math.max(0, step)) as Step;

interface Props {
  readonly head: ReactNode;
  readonly children: ReactNode;
  /** Something is open: the sheet rises when it changes. */
  readonly open: string | null;
  /** As high as it goes on a phone: what is typed needs room above the keyboard. */
  readonly tall: boolean;
}

export function Panel({ head, children, open, tall }: Props) {
  const texts = useTexts(TEXTS);
  const phone = useMedia(PHONE);
  const [step, setStep] = useState<Step>(open ? 1 : 0);
  const [dragged, setDragged] = useState<number | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const opened = useRef(open);
  opened.current = open;
  const before = useRef(open);
  const start = useRef({ y: 0, height: 0, moved: false });
  const height = dragged ?? HEIGHTS[step];

  useEffect(() => {
    body.current?.scrollTo(0, 0);
    if (open) setStep((now) => within(Math.max(1, now)));
    // What was closed had the focus; on a page that has just come nobody has a place yet.
    if (before.current !== open) readOn();
    before.current = open;
  }, [open]);

  useEffect(() => {
    if (!tall) return;
    setStep(2);
    return () => setStep(opened.current ? 1 : 0);
  }, [tall]);

  useEffect(() => {
    document.documentElement.style.setProperty('--sheet-height', `${height * 100}%`);
  }, [height]);

  useEffect(() => {
    setCovered(phone ? { left: 0, bottom: HEIGHTS[within(Math.min(step, 1))] * innerHeight } : { left: 422, bottom: 0 });
  }, [phone, step]);

  const grab = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { y: event.clientY, height, moved: false };
  };
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    if (Math.abs(event.clientY - start.current.y) > 4) start.current.moved = true;
    setDragged(Math.min(0.94, Math.max(0.08, start.current.height + (start.current.y - event.clientY) / innerHeight)));
  };
  const drop = () => {
    if (!start.current.moved) setStep(step === 2 ? 0 : within(step + 1));
    else if (dragged !== null) setStep(within(HEIGHTS.map((share) => Math.abs(share - dragged)).reduce((best, away, at, all) => (away < all[best]! ? at : best), 0)));
    setDragged(null);
  };
  const key = (event: React.KeyboardEvent) => {
    const next = { ArrowUp: step + 1, ArrowDown: step - 1, Home: 0, End: 2, Escape: 0, Enter: step === 2 ? 0 : step + 1, ' ': step === 2 ? 0 : step + 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setStep(within(next));
  };

  return (
    <section className={classes(ui.sheet, styles.panel)} aria-label={texts.panel} data-dragging={dragged !== null} id="panel" tabIndex={-1}>
      {phone && (
        <button
          type="button" className={styles.grip} role="slider" aria-label={texts.grip} aria-orientation="vertical" aria-valuemin={0} aria-valuemax={2} aria-valuenow={step} aria-valuetext={texts.heights[step]}
          onPointerDown={grab} onPointerMove={drag} onPointerUp={drop} onPointerCancel={() => setDragged(null)} onKeyDown={key}
        />
      )}
      <div className={styles.head}>{head}</div>
      {children !== null && <div className={styles.body} ref={body}>{children}</div>}
    </section>
  );
}
