/** The drawing of the annotation that is being written, on the map; and the line that cuts it. */
import { useEffect, useState } from 'react';
import { DrawingOverlay } from '../draw/drawing-overlay.tsx';
import { createDrawingStore, useDrawing } from '../draw/drawing-store.ts';
import { split } from '../draw/split.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { type Editing, useEditing } from './editor-store.ts';
import { setPen, usePenState } from './pen-store.ts';
import { useSnap } from '../draw/use-snap.ts';

const TEXTS = defineTexts({
  pl: { cut: (n: number) => `Przecięto na części: ${n}.`, missed: 'Linia nie przecina żadnego kształtu na wskroś.' },
  en: { cut: (n: number) => `Cut into ${n} parts.`, missed: 'The line goes right through no shape.' },
});

const putAway = (): void => setPen({ pen: null });

function Cutting({ editing, snaps }: { readonly editing: Editing; readonly snaps: boolean }) {
  const texts = useTexts(TEXTS);
  const [store] = useState(createDrawingStore);
  const { shapes } = useDrawing(store);
  const snap = useSnap(store, snaps);
  const { drawing } = editing;
  useEffect(() => {
    const [line] = shapes;
    if (!line) return;
    store.act({ do: 'clear' });
    const cuts = drawing.drawing().shapes.flatMap((shape) => {
      const parts = split(shape, line.vertices);
      return parts ? [{ id: shape.id, parts }] : [];
    });
    for (const { id, parts } of cuts) drawing.act({ do: 'replace', id, by: parts });
    announce(cuts.length > 0 ? texts.cut(cuts.reduce((sum, { parts }) => sum + parts.length, 0)) : texts.missed);
    if (cuts.length > 0) setPen({ pen: 'edit' });
  }, [shapes, store, drawing, texts]);
  return <DrawingOverlay id="annotation-cut" store={store} kind="line" onLeave={putAway} snap={snap} />;
}

function Drawn({ editing }: { readonly editing: Editing }) {
  const { pen, snap } = usePenState();
  const snapping = useSnap(editing.drawing, snap);
  const kind = pen === 'edit' || pen === 'cut' ? null : pen;
  return (
    <>
      <DrawingOverlay id="annotation-drawing" store={editing.drawing} kind={kind} edit={pen === 'edit'} snap={snapping} onLeave={putAway} />
      {pen === 'cut' && <Cutting editing={editing} snaps={snap} />}
    </>
  );
}

export function AnnotateOverlay() {
  const editing = useEditing();
  return editing && !editing.conflict ? <Drawn key={editing.draft.id} editing={editing} /> : null;
}
