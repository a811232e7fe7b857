/** Places typed as coordinates, and every vertex of a shape as a field: drawing for the keyboard, and without a map. */
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { parseCoordinates, printCoordinates } from '../../domain/geo/coordinates.ts';
import type { Position, Shape } from '../draw/drawing.ts';
import { verticesOf } from '../draw/drawing.ts';
import type { DrawingStore } from '../draw/drawing-store.ts';
import { middlesOf } from '../draw/use-pen.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from './parts.tsx';
import styles from './procedures.module.css';

const TEXTS = defineTexts({
  pl: {
    type: 'Wpisz współrzędne', label: 'Współrzędne, każdy punkt w osobnym wierszu', hint: 'EPSG:2178, 2180 albo stopnie; układ i kolejność osi rozpoznajemy.', add: 'Użyj tych punktów', bad: (lines: string) => `Nie rozumiem wierszy albo leżą poza Krakowem: ${lines}`, few: (n: string) => `Za mało punktów – potrzeba co najmniej ${n}.`,
    vertices: 'Wierzchołki (PL-2000, północ wschód)', vertex: (n: number) => `Wierzchołek ${n}`, drop: (n: number) => `Usuń wierzchołek ${n}`, insert: (n: number) => `Wstaw wierzchołek po ${n}`, badOne: 'To nie są współrzędne w Krakowie.', many: (n: number) => `Wierzchołków jest ${n}; popraw je na mapie.`,
  },
  en: {
    type: 'Type coordinates', label: 'Coordinates, each point on a line of its own', hint: 'EPSG:2178, 2180 or degrees; system and order of axes are recognised.', add: 'Use these points', bad: (lines: string) => `These lines are not understood, or lie outside Kraków: ${lines}`, few: (n: string) => `Too few points – at least ${n} are needed.`,
    vertices: 'Vertices (PL-2000, northing easting)', vertex: (n: number) => `Vertex ${n}`, drop: (n: number) => `Delete vertex ${n}`, insert: (n: number) => `Insert a vertex after ${n}`, badOne: 'These are no coordinates in Kraków.', many: (n: number) => `There are ${n} vertices; correct them on the map.`,
  },
});

/** As many as people would look through one by one. */
const LISTED = 80;

export function TypedPlaces({ least, onPlaces }: { readonly least: number; readonly onPlaces: (places: readonly Position[]) => void }) {
  const texts = useTexts(TEXTS);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const use = () => {
    const read = text.split('\n').map((line, at) => ({ line: line.trim(), n: at + 1 })).filter(({ line }) => line !== '').map(({ line, n }) => ({ n, read: parseCoordinates(line) }));
    const bad = read.filter((one) => !one.read?.near).map(({ n }) => n);
    const places = read.flatMap((one) => (one.read ? [[one.read.lonLat[0], one.read.lonLat[1]] as const] : []));
    const open = least === 3 && places.length > 3 && places[0]!.join() === places.at(-1)!.join() ? places.slice(0, -1) : places;
    const wrong = bad.length > 0 ? texts.bad(bad.join(', ')) : open.length < least ? texts.few(String(least)) : null;
    setFault(wrong);
    if (wrong) return;
    setText('');
    onPlaces(open);
  };
  return (
    <details className={styles.fold}><summary>{texts.type}</summary>
      <div className={styles.form}>
        <TextField label={texts.label} value={text} onChange={setText} rows={4} hint={texts.hint} fault={fault} testid="typed-places" />
        <Button onClick={use}>{texts.add}</Button>
      </div>
    </details>
  );
}

function Vertex({ at, n, onMove, onDrop, onInsert }: { readonly at: Position; readonly n: number; readonly onMove: (to: Position) => void; readonly onDrop: (() => void) | null; readonly onInsert: () => void }) {
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
      <input aria-label={texts.vertex(n)} value={text ?? printed} aria-invalid={bad} onChange={({ currentTarget }) => setText(currentTarget.value)} onBlur={commit} onKeyDown={(event) => event.key === 'Enter' && commit()} />
      <IconButton name={texts.insert(n)} onClick={onInsert}><Plus size={14} aria-hidden /></IconButton>
      {onDrop && <IconButton name={texts.drop(n)} onClick={onDrop}><Trash2 size={14} aria-hidden /></IconButton>}
      {bad && <span className={styles.fault} role="alert">{texts.badOne}</span>}
    </li>
  );
}

export function VertexList({ shapes, store }: { readonly shapes: readonly Shape[]; readonly store: DrawingStore }) {
  const texts = useTexts(TEXTS);
  const count = shapes.reduce((sum, shape) => sum + verticesOf(shape).length, 0);
  if (count > LISTED) return <p className={styles.quiet}>{texts.many(count)}</p>;
  return (
    <details className={styles.fold}><summary>{texts.vertices}</summary>
      <ol className={styles.vertices}>
        {shapes.flatMap((shape) => verticesOf(shape).map((at, vertex) => (
          <Vertex
            key={`${shape.id} ${vertex}`} at={at} n={vertex + 1} onMove={(to) => store.act({ do: 'move', id: shape.id, vertex, to })}
            onInsert={() => { const middle = middlesOf({ shapes: [shape] }).find((one) => one.vertex === vertex); if (middle) store.act({ do: 'insert', id: shape.id, after: vertex, at: middle.at }); }}
            onDrop={vertex >= shape.vertices.length || shape.vertices.length > 3 ? () => store.act({ do: 'drop', id: shape.id, vertex }) : null}
          />
        )))}
      </ol>
    </details>
  );
}
