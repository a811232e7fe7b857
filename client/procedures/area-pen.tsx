/** The pen of this room: a new area or a line is drawn, an area's vertices are moved – with snapping to zones, boundary and parcels. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftZone } from '../../domain/contract/office/procedure.ts';
import type { Position, Shape } from '../draw/drawing.ts';
import { DrawingOverlay } from '../draw/drawing-overlay.tsx';
import { createDrawingStore, useDrawing } from '../draw/drawing-store.ts';
import { useSnap } from '../draw/use-snap.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { useMap } from '../map/map-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './procedures.module.css';
import { TypedPlaces, VertexList } from './typed-places.tsx';
import { areaOfShapes, linesOf, shapesOf, type Step, stepsBetween } from './zone-shapes.ts';

const TEXTS = defineTexts({
  pl: {
    draw: 'Wskazuj narożniki na mapie; ostatni dwa razy. Z klawiatury: przejdź na mapę, strzałki, Enter stawia punkt, Esc kończy.',
    line: 'Narysuj linię na wskroś przez teren; jej koniec wskaż dwa razy. Z klawiatury: przejdź na mapę, strzałki, Enter stawia punkt, Esc kończy.',
    edit: 'Przeciągnij wierzchołek albo środek boku; dwukrotne kliknięcie usuwa wierzchołek. Z klawiszem Alt bez przyciągania.', finish: 'Zakończ kształt', leave: 'Odłóż pióro',
  },
  en: {
    draw: 'Point at the corners on the map; at the last one twice. Keyboard: go to the map, arrows, Enter sets a point, Esc ends.',
    line: 'Draw a line right through the zone; point at its end twice. Keyboard: go to the map, arrows, Enter sets a point, Esc ends.',
    edit: 'Drag a vertex or the middle of a side; a double click removes a vertex. Hold Alt for no snapping.', finish: 'Finish the shape', leave: 'Put the pen away',
  },
});

type Geometry = DraftZone['geometry'];

/** The same function for ever, of what is known now: the pen must not be taken up anew at every change. */
function useLines(geometries: readonly Geometry[]): () => readonly (readonly Position[])[] {
  const latest = useRef({ geometries, lines: null as readonly (readonly Position[])[] | null });
  if (latest.current.geometries !== geometries) latest.current = { geometries, lines: null };
  return useCallback(() => (latest.current.lines ??= latest.current.geometries.flatMap(linesOf)), []);
}

interface DrawProps {
  readonly kind: 'polygon' | 'line';
  /** What the pen snaps to. */
  readonly near: readonly Geometry[];
  readonly onDone: (shape: Shape) => void;
  readonly onLeave: () => void;
}

export function DrawArea({ kind, near, onDone, onLeave }: DrawProps) {
  const texts = useTexts(TEXTS);
  const [store] = useState(() => createDrawingStore());
  const { shapes, current } = useDrawing(store);
  const snap = useSnap(store, true, useLines(near));
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const [shape] = shapes;
    if (!shape) return;
    store.act({ do: 'clear' });
    done.current(shape);
  }, [shapes, store]);
  return (
    <div className={styles.group}>
      <DrawingOverlay id="procedure-pen" store={store} kind={kind} onLeave={onLeave} snap={snap} />
      {useMap() && <p className={styles.quiet}>{kind === 'line' ? texts.line : texts.draw}</p>}
      <div className={styles.actions}>{current && <Button onClick={() => store.act({ do: 'finish' })}>{texts.finish}</Button>}<Button kind="quiet" onClick={onLeave}>{texts.leave}</Button></div>
      <TypedPlaces least={kind === 'line' ? 2 : 3} onPlaces={(vertices) => store.act({ do: 'place', shapes: [{ kind, vertices }] })} />
    </div>
  );
}

interface EditProps {
  readonly geometry: Geometry;
  readonly near: readonly Geometry[];
  /** `steps`: what happened to its vertices, for neighbours that share them. */
  readonly onChange: (geometry: Geometry, steps: readonly Step[]) => void;
  readonly onLeave: () => void;
}

export function EditArea({ geometry, near, onChange, onLeave }: EditProps) {
  const texts = useTexts(TEXTS);
  const [store] = useState(() => createDrawingStore(shapesOf(geometry)));
  const { shapes } = useDrawing(store);
  const snap = useSnap(store, true, useLines(near));
  const known = useRef(geometry);
  const before = useRef(shapes);
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (before.current === shapes) return;
    const steps = stepsBetween(before.current, shapes);
    before.current = shapes;
    const next = areaOfShapes(shapes);
    if (!next) return;
    known.current = next;
    change.current(next, steps);
  }, [shapes]);
  // Changed elsewhere: undone, or joined with somebody's version.
  useEffect(() => {
    if (geometry === known.current) return;
    known.current = geometry;
    store.open(shapesOf(geometry));
    before.current = store.drawing().shapes;
  }, [geometry, store]);
  return (
    <div className={styles.group}>
      <DrawingOverlay id="procedure-pen" store={store} kind={null} edit onLeave={onLeave} snap={snap} />
      {useMap() && <p className={styles.quiet}>{texts.edit}</p>}
      <VertexList shapes={shapes} store={store} />
      <Button kind="quiet" onClick={onLeave}>{texts.leave}</Button>
    </div>
  );
}
