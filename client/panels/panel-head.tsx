/** The head of an object's panel: what it is, its name large, where it is, and what one can do with it. */
import { Link2, LocateFixed, Radius, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useDeskKnown } from '../api/desk-known.ts';
import { useTexts } from '../i18n/language.ts';
import { showBox, showPoint } from '../map/camera.ts';
import { useMap } from '../map/map-store.ts';
import type { ObjectRef } from '../selection/selection.ts';
import { closeSelection } from '../selection/use-selection.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import { navigate, shareLink } from '../url/use-url.ts';
import { PANEL_TEXTS } from './panel-texts.ts';
import styles from './panels.module.css';

const AnnotateButton = lazy(() => import('../annotations/annotate-button.tsx').then((room) => ({ default: room.AnnotateButton })));

type Box = readonly [number, number, number, number];

interface Props {
  readonly object: ObjectRef;
  /** What kind of thing it is. */
  readonly kind: string;
  readonly title: string;
  readonly children?: ReactNode;
  /** Without a search around it. */
  readonly plain?: boolean;
  /** Degrees; null while it is not known. */
  readonly bbox: Box | null;
}

function showOnMap([west, south, east, north]: Box): void {
  if (east - west < 0.0004 && north - south < 0.0004) showPoint([(west + east) / 2, (south + north) / 2], 17.5);
  else showBox([west, south, east, north]);
}

export function PanelHead({ object, kind, title, children, bbox, plain = false }: Props) {
  const texts = useTexts(PANEL_TEXTS);
  const map = useMap();
  const known = useDeskKnown();
  const heading = useRef<HTMLHeadingElement>(null);
  const icon = { size: 16, 'aria-hidden': true } as const;
  useEffect(() => {
    // Whoever opened the object continues reading here, without the page jumping; who types already is not interrupted.
    if (!document.activeElement?.matches('input, textarea')) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        <div>
          <p className={styles.kind}>{kind}</p>
          <h2 className={styles.title} tabIndex={-1} ref={heading} data-testid="object-title">{title}</h2>
        </div>
        <IconButton name={texts.close} onClick={closeSelection} data-testid="close-object"><X size={18} aria-hidden /></IconButton>
      </div>
      {children}
      <div className={styles.actions}>
        {map && bbox && <Button onClick={() => showOnMap(bbox)}><LocateFixed {...icon} />{texts.show}</Button>}
        <Button onClick={() => void copyText(shareLink()).then((copied) => announce(copied ? texts.linkCopied : texts.copyFailed))}><Link2 {...icon} />{texts.link}</Button>
        {'key' in object && !plain && (
          <Button onClick={() => navigate((now) => ({ selection: { kind: 'none' }, tool: 'area', area: `near|${object.layer}:${object.key},100|${areaLayers(now.area)}` }))}>
            <Radius {...icon} />{texts.around}
          </Button>
        )}
        {known && !plain && <Suspense><AnnotateButton objects={[object]} /></Suspense>}
      </div>
    </header>
  );
}

/** The layers that the last spatial search asked, so that the next one asks them too. */
const areaLayers = (area: string | null): string => area?.split('|').at(2) ?? '';
