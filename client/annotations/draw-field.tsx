/** Drawing an annotation: which pen, undo and redo, snapping, places typed as coordinates, and every vertex as a field for the keyboard. */
import { Redo2, Trash2, Undo2 } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { parseCoordinates, printCoordinates } from '../../domain/geo/coordinates.ts';
import { type Position, type Shape, verticesOf } from '../draw/drawing.ts';
import { useDrawing } from '../draw/drawing-store.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { useMap } from '../map/map-store.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { PHONE, useMedia } from '../ui/use-media.ts';
import styles from './annotations.module.css';
import { DRAWN_KINDS, kindOf } from './content.ts';
import type { Editing } from './editor-store.ts';
import { type Pen, setPen, usePenState } from './pen-store.ts';
import { FIELD_TEXTS, measureOf, useFieldWords } from './words.ts';

const TEXTS = defineTexts({
  pl: {
    pen: 'Czym rysujesz', point: 'Punkt', line: 'Linia', polygon: 'Wielokąt', edit: 'Popraw wierzchołki', cut: 'Przetnij', off: 'Gotowe', undo: 'Cofnij', redo: 'Ponów', finish: 'Zakończ kształt', snap: 'Przyciągaj do granic działek', snapHint: 'Z klawiszem Alt – bez przyciągania.',
    hint: { edit: 'Przeciągnij wierzchołek albo środek boku; dwukrotne kliknięcie usuwa wierzchołek.', cut: 'Narysuj linię przez kształt; jej koniec wskaż dwa razy.', draw: 'Wskazuj miejsca na mapie; ostatnie dwa razy.', keys: 'Z klawiatury: przejdź na mapę, strzałki, Enter stawia punkt, Esc kończy.' },
    shape: (n: number) => `Kształt ${n}`, remove: (n: number) => `Usuń kształt ${n}`, vertices: 'Wierzchołki (PL-2000, północ wschód)', vertex: (n: number) => `Wierzchołek ${n}`, drop: (n: number) => `Usuń wierzchołek ${n}`,
    type: 'Wpisz współrzędne', typed: 'Współrzędne, każdy punkt w osobnym wierszu', typedHint: 'EPSG:2178, 2180 albo stopnie; układ i kolejność osi rozpoznajemy.', add: 'Dodaj kształt', bad: (lines: string) => `Nie rozumiem wierszy: ${lines}`, few: 'Za mało punktów na taki kształt.', far: (lines: string) => `Poza Krakowem: wiersze ${lines}`, said: (words: string) => `Narysowano: ${words}.`, badOne: 'To nie są współrzędne w Krakowie.',
  },
  en: {
    pen: 'What you draw with', point: 'Point', line: 'Line', polygon: 'Polygon', edit: 'Correct vertices', cut: 'Cut', off: 'Done', undo: 'Undo', redo: 'Redo', finish: 'Finish the shape', snap: 'Snap to borders of parcels', snapHint: 'Hold Alt for no snapping.',
    hint: { edit: 'Drag a vertex or the middle of a side; a double click removes a vertex.', cut: 'Draw a line through the shape; point at its end twice.', draw: 'Point at places on the map; at the last one twice.', keys: 'Keyboard: go to the map, arrows, Enter sets a point, Esc ends.' },
    shape: (n: number) => `Shape ${n}`, remove: (n: number) => `Delete shape ${n}`, vertices: 'Vertices (PL-2000, northing easting)', vertex: (n: number) => `Vertex ${n}`, drop: (n: number) => `Delete vertex ${n}`,
    type: 'Type coordinates', typed: 'Coordinates, each point on a line of its own', typedHint: 'EPSG:2178, 2180 or degrees; system and order of axes are recognised.', add: 'Add the shape', bad: (lines: string) => `These lines are not understood: ${lines}`, few: 'Too few points for such a shape.', far: (lines: string) => `Outside Kraków: lines ${lines}`, said: (words: string) => `Drawn: ${words}.`, badOne: 'These are no coordinates in Kraków.',
  },
});

const NEEDED = { point: 1, line: 2, polygon: 3 } as const;
/** As many vertices as people would look through one by one. */
const LISTED = 60;

function Vertex({ at, n, onMove, onDrop }: { readonly at: Position; readonly n: number; readonly onMove: (to: Position) => void; readonly onDrop: (() => void) | null }) {
  const texts = useTexts(TEXTS);
  const printed = printCoordinates('EPSG:2178', [at[0], at[1]]);
  const [text, setText] = useState<string | null>(null);
  const [bad, setBad] = useState(false);
  const commit = () => {
    if (text === null || text === printed) return setText(null);
    const read = parseCoordinates(text);
    setBad(!read?.near);
    if (!read?.near) return;
    setText(null);
    onMove([read.lonLat[0], read.lonLat[1]]);
  };
  return (
    <li>
      <input aria-label={texts.vertex(n)} value={text ?? printed} aria-invalid={bad} onChange={({ target }) => setText(target.value)} onBlur={commit} onKeyDown={(event) => event.key === 'Enter' && commit()} />
      {onDrop && <IconButton name={texts.drop(n)} onClick={onDrop}><Trash2 size={14} aria-hidden /></IconButton>}
      {bad && <span className={styles.fault} role="alert">{texts.badOne}</span>}
    </li>
  );
}

function ShapeRow({ shape, n, editing: { drawing } }: { readonly shape: Shape; readonly n: number; readonly editing: Editing }) {
  const texts = useTexts(TEXTS);
  const formats = useFormats();
  const vertices = verticesOf(shape);
  const { kind } = shape;
  return (
    <li>
      <div className={styles.row}>
        <p className={styles.grow}><b>{texts.shape(n)}</b> <span className={styles.quiet}>{measureOf([shape], formats)}</span></p>
        <IconButton name={texts.remove(n)} onClick={() => drawing.act({ do: 'remove', id: shape.id })}><Trash2 size={16} aria-hidden /></IconButton>
      </div>
      {vertices.length <= LISTED && (
        <details><summary>{texts.vertices}</summary>
          <ol className={styles.vertices}>
            {vertices.map((at, vertex) => <Vertex key={vertex} at={at} n={vertex + 1} onMove={(to) => drawing.act({ do: 'move', id: shape.id, vertex, to })} onDrop={kind !== 'point' && vertices.length > NEEDED[kind as 'line' | 'polygon'] ? () => drawing.act({ do: 'drop', id: shape.id, vertex }) : null} />)}
          </ol>
        </details>
      )}
    </li>
  );
}

function TypedShape({ editing: { drawing } }: { readonly editing: Editing }) {
  const texts = useTexts(TEXTS);
  const id = useId();
  const { shapes } = useDrawing(drawing);
  const fixed = kindOf(shapes);
  const [chosen, setChosen] = useState<(typeof DRAWN_KINDS)[number]>('polygon');
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const kind = fixed ?? chosen;
  const add = (event: React.FormEvent) => {
    event.preventDefault();
    const read = text.split('\n').map((line, at) => ({ line: line.trim(), n: at + 1 })).filter(({ line }) => line !== '').map(({ line, n }) => ({ n, read: parseCoordinates(line) }));
    const [bad, far] = [read.filter((one) => !one.read), read.filter((one) => one.read && !one.read.near)];
    const places = read.flatMap((one) => (one.read ? [[one.read.lonLat[0], one.read.lonLat[1]] as const] : []));
    const open = kind === 'polygon' && places.length > 3 && places[0]!.join() === places.at(-1)!.join() ? places.slice(0, -1) : places;
    const wrong = bad.length > 0 ? texts.bad(bad.map(({ n }) => n).join(', ')) : far.length > 0 ? texts.far(far.map(({ n }) => n).join(', ')) : open.length < NEEDED[kind] ? texts.few : null;
    setFault(wrong);
    if (wrong) return;
    drawing.act({ do: 'place', shapes: kind === 'point' ? open.map((at) => ({ kind, vertices: [at] })) : [{ kind, vertices: open }] });
    setText('');
  };
  return (
    <form className={styles.form} onSubmit={add}>
      <div className={styles.kinds} role="radiogroup" aria-label={texts.pen}>{DRAWN_KINDS.map((one) => <label key={one} className={styles.kind}><input type="radio" name={`${id}-kind`} className="unseen" checked={kind === one} disabled={fixed !== null && fixed !== one} onChange={() => setChosen(one)} />{texts[one]}</label>)}</div>
      <div className={styles.field}>
        <label htmlFor={id}>{texts.typed}</label>
        <textarea id={id} rows={4} value={text} aria-invalid={fault !== null} aria-describedby={`${id}-hint`} onChange={({ target }) => setText(target.value)} data-testid="typed-coordinates" />
        <p id={`${id}-hint`} className={styles.quiet}>{texts.typedHint}</p>
        {fault && <p className={styles.fault} role="alert">{fault}</p>}
      </div>
      <Button type="submit">{texts.add}</Button>
    </form>
  );
}

export function DrawField({ editing, missing }: { readonly editing: Editing; readonly missing: string | null }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(FIELD_TEXTS);
  const words = useFieldWords();
  const formats = useFormats();
  const id = useId();
  const map = useMap();
  const { pen, snap } = usePenState();
  const { shapes, current, past, future } = useDrawing(editing.drawing);
  const kind = kindOf(shapes);
  const { geometry } = editing.draft.content;
  const phone = useMedia(PHONE);
  const field = useRef<HTMLFieldSetElement>(null);
  const before = useRef(shapes);
  const take = (one: Exclude<Pen, null>) => {
    setPen({ pen: one });
    // The sheet is low there: the way to finish stands beside the map.
    if (phone) requestAnimationFrame(() => field.current?.scrollIntoView({ block: 'start' }));
  };
  useEffect(() => {
    if (before.current !== shapes) announce(texts.said(words('geometry', geometry)));
    before.current = shapes;
  }, [shapes, geometry, texts, words]);
  useEffect(() => () => setPen({ pen: null }), []);
  // An annotation has shapes of one kind.
  const pens: readonly Exclude<Pen, null>[] = [...kind ? [kind] : DRAWN_KINDS, ...(shapes.length > 0 ? ['edit' as const] : []), ...(kind === 'line' || kind === 'polygon' ? ['cut' as const] : [])];
  return (
    <fieldset className={styles.group} ref={field} tabIndex={missing === 'place' ? -1 : undefined} aria-invalid={missing === 'place'}>
      <legend>{fields.geometry}</legend>
      <p className={styles.quiet} data-testid="drawn">{words('geometry', geometry)}</p>
      {map && (
        <>
          <div className={styles.kinds} role="radiogroup" aria-label={texts.pen}>
            {pens.map((one) => <label key={one} className={styles.kind}><input type="radio" name={`${id}-pen`} className="unseen" checked={pen === one} onChange={() => take(one)} />{texts[one]}</label>)}
            <IconButton name={texts.undo} disabled={past.length === 0} onClick={() => editing.drawing.act({ do: 'undo' })}><Undo2 size={16} aria-hidden /></IconButton>
            <IconButton name={texts.redo} disabled={future.length === 0} onClick={() => editing.drawing.act({ do: 'redo' })}><Redo2 size={16} aria-hidden /></IconButton>
          </div>
          {pen && <p className={styles.quiet}>{texts.hint[pen === 'edit' || pen === 'cut' ? pen : 'draw']}{!phone && pen !== 'edit' && ` ${texts.hint.keys}`}</p>}
          {pen && <div className={styles.row}>{current && <Button kind="primary" onClick={() => editing.drawing.act({ do: 'finish' })}>{texts.finish}</Button>}<Button onClick={() => setPen({ pen: null })}>{texts.off}</Button></div>}
          <label className={styles.check}><input type="checkbox" checked={snap} onChange={({ target }) => setPen({ snap: target.checked })} aria-describedby={phone ? undefined : `${id}-snap`} /><span>{texts.snap}{!phone && <><br /><span id={`${id}-snap`} className={styles.quiet}>{texts.snapHint}</span></>}</span></label>
        </>
      )}
      {shapes.length > 0 && <ol className={styles.list} aria-label={formats.number(shapes.length)}>{shapes.map((shape, at) => <ShapeRow key={shape.id} shape={shape} n={at + 1} editing={editing} />)}</ol>}
      <details className={styles.group}><summary>{texts.type}</summary><TypedShape editing={editing} /></details>
    </fieldset>
  );
}
