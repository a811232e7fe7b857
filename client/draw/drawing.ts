/** What is being drawn, as plain data: finished shapes, the one in hand, and a history to go back through. No map, no clock. */

/** Longitude, latitude, degrees. */
export type Position = readonly [lon: number, lat: number];

/** `rectangle`: two opposite corners; `circle`: its centre and a place on it. */
export const KINDS = ['point', 'line', 'polygon', 'rectangle', 'circle'] as const;
export type Kind = (typeof KINDS)[number];

export interface Shape {
  readonly id: number;
  readonly kind: Kind;
  readonly vertices: readonly Position[];
  /** Of a polygon that came from a register; the pen draws none. Their vertices count on after those of the outline. */
  readonly holes?: readonly (readonly Position[])[];
}

/** Every vertex of a shape in the order in which actions count them. */
export const verticesOf = ({ vertices, holes }: Pick<Shape, 'vertices' | 'holes'>): readonly Position[] => (holes ? [...vertices, ...holes.flat()] : vertices);

interface Content {
  readonly shapes: readonly Shape[];
  /** The shape in hand; null between two shapes. */
  readonly current: Shape | null;
}

export interface Drawing extends Content {
  readonly past: readonly Content[];
  readonly future: readonly Content[];
  readonly nextId: number;
}

export type Action =
  | { readonly do: 'add'; readonly kind: Kind; readonly at: Position }
  /** Takes the last vertex of the shape in hand away; the shape with its first. */
  | { readonly do: 'back' }
  /** Ends the shape in hand: kept when it has vertices enough, else dropped. */
  | { readonly do: 'finish' }
  | { readonly do: 'move'; readonly id: number; readonly vertex: number; readonly to: Position }
  | { readonly do: 'remove'; readonly id: number }
  /** A vertex more, between `after` and the one that follows it. */
  | { readonly do: 'insert'; readonly id: number; readonly after: number; readonly at: Position }
  /** A vertex less, where enough remain. */
  | { readonly do: 'drop'; readonly id: number; readonly vertex: number }
  /** Finished shapes: from a register, from typed coordinates. */
  | { readonly do: 'place'; readonly shapes: readonly Omit<Shape, 'id'>[] }
  /** One shape gives way to others, in its place: it was split. */
  | { readonly do: 'replace'; readonly id: number; readonly by: readonly Omit<Shape, 'id'>[] }
  /** The same place, known more exactly: everywhere it stands, and no step of its own. */
  | { readonly do: 'refine'; readonly from: Position; readonly to: Position }
  | { readonly do: 'clear' }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' };

/** Vertices a shape needs, and how many end it by themselves. */
const NEEDED: Readonly<Record<Kind, number>> = { point: 1, line: 2, polygon: 3, rectangle: 2, circle: 2 };
const COMPLETE: Readonly<Record<Kind, number>> = { point: 1, line: 500, polygon: 500, rectangle: 2, circle: 2 };
const HISTORY = 200;
export const MAX_SHAPES = 100;

/** A drawing that holds these shapes already, with nothing to undo. */
export const drawingOf = (shapes: readonly Omit<Shape, 'id'>[] = []): Drawing => ({
  shapes: shapes.map((shape, at) => ({ ...shape, id: at + 1 })), current: null, past: [], future: [], nextId: shapes.length + 1,
});

const same = ([lon, lat]: Position, [otherLon, otherLat]: Position): boolean => lon === otherLon && lat === otherLat;

function changed(drawing: Drawing, content: Content, nextId = drawing.nextId): Drawing {
  const { shapes, current, past } = drawing;
  return { ...content, past: [...past.slice(-HISTORY + 1), { shapes, current }], future: [], nextId };
}

function finished(drawing: Drawing, current: Shape): Drawing {
  const enough = current.vertices.length >= NEEDED[current.kind];
  return changed(drawing, { shapes: enough ? [...drawing.shapes, current] : drawing.shapes, current: null });
}

function added(drawing: Drawing, kind: Kind, at: Position): Drawing {
  const { shapes, current, nextId } = drawing;
  // Another kind in hand: what was begun ends first.
  if (current && current.kind !== kind) return added(finished(drawing, current), kind, at);
  if (!current && shapes.length >= MAX_SHAPES) return drawing;
  // The last place again ends a shape (a double click), and so does a polygon's first.
  const last = current?.vertices.at(-1);
  if (current && last && (same(last, at) || (kind === 'polygon' && current.vertices.length >= NEEDED.polygon && same(current.vertices[0]!, at)))) {
    return current.vertices.length >= NEEDED[kind] ? finished(drawing, current) : drawing;
  }
  const grown: Shape = current ? { ...current, vertices: [...current.vertices, at] } : { id: nextId, kind, vertices: [at] };
  const complete = grown.vertices.length >= COMPLETE[kind];
  return changed(drawing, complete ? { shapes: [...shapes, grown], current: null } : { shapes, current: grown }, current ? nextId : nextId + 1);
}

function stepped(drawing: Drawing, from: 'past' | 'future'): Drawing {
  const { shapes, current, past, future } = drawing;
  const target = drawing[from].at(-1);
  if (!target) return drawing;
  const now = { shapes, current };
  return from === 'past'
    ? { ...drawing, ...target, past: past.slice(0, -1), future: [...future, now] }
    : { ...drawing, ...target, past: [...past, now], future: future.slice(0, -1) };
}

/** The rings (or the one line) of a shape, each changed with the number that its first vertex has. */
function eachRing(shape: Shape, change: (ring: readonly Position[], first: number) => readonly Position[]): Shape {
  let first = shape.vertices.length;
  const holes = shape.holes?.map((hole) => {
    const ring = change(hole, first);
    first += hole.length;
    return ring;
  });
  return { ...shape, vertices: change(shape.vertices, 0), ...(holes ? { holes } : {}) };
}

const moved = (shape: Shape, vertex: number, to: Position): Shape => eachRing(shape, (ring, first) => ring.map((at, index) => (first + index === vertex ? to : at)));

const inserted = (shape: Shape, after: number, at: Position): Shape =>
  eachRing(shape, (ring, first) => (after >= first && after < first + ring.length ? ring.toSpliced(after - first + 1, 0, at) : ring));

/** null: too few would remain. A hole goes with its last three. */
function dropped(shape: Shape, vertex: number): Shape | null {
  if (vertex < shape.vertices.length && shape.vertices.length <= NEEDED[shape.kind]) return null;
  const next = eachRing(shape, (ring, first) => (vertex >= first && vertex < first + ring.length ? ring.toSpliced(vertex - first, 1) : ring));
  const { holes, ...rest } = next;
  const kept = holes?.filter((hole) => hole.length >= 3);
  return kept?.length ? { ...rest, holes: kept } : rest;
}

function placed(drawing: Drawing, at: number, removed: number, shapes: readonly Omit<Shape, 'id'>[]): Drawing {
  const numbered = shapes.map((shape, index) => ({ ...shape, id: drawing.nextId + index }));
  return changed(drawing, { current: drawing.current, shapes: drawing.shapes.toSpliced(at, removed, ...numbered) }, drawing.nextId + shapes.length);
}

function refined(drawing: Drawing, from: Position, to: Position): Drawing {
  const one = (shape: Shape): Shape => (verticesOf(shape).some((at) => same(at, from)) ? eachRing(shape, (ring) => ring.map((at) => (same(at, from) ? to : at))) : shape);
  const all = <C extends Content>(content: C): C => ({ ...content, shapes: content.shapes.map(one), current: content.current && one(content.current) });
  const stands = [...drawing.shapes, ...(drawing.current ? [drawing.current] : [])].some((shape) => verticesOf(shape).some((at) => same(at, from)));
  return stands ? { ...all(drawing), past: drawing.past.map(all), future: drawing.future.map(all) } : drawing;
}

/** The drawing after an action; the same object when the action changes nothing. */
export function draw(drawing: Drawing, action: Action): Drawing {
  const { shapes, current } = drawing;
  switch (action.do) {
    case 'add': return added(drawing, action.kind, action.at);
    case 'back':
      if (!current) return drawing;
      return changed(drawing, { shapes, current: current.vertices.length > 1 ? { ...current, vertices: current.vertices.slice(0, -1) } : null });
    case 'finish': return current ? finished(drawing, current) : drawing;
    case 'move':
      if (!shapes.some((shape) => shape.id === action.id && action.vertex < verticesOf(shape).length)) return drawing;
      return changed(drawing, { current, shapes: shapes.map((shape) => (shape.id === action.id ? moved(shape, action.vertex, action.to) : shape)) });
    case 'remove': return shapes.some(({ id }) => id === action.id) ? changed(drawing, { current, shapes: shapes.filter(({ id }) => id !== action.id) }) : drawing;
    case 'insert':
      if (!shapes.some((shape) => shape.id === action.id && (shape.kind === 'line' || shape.kind === 'polygon') && action.after < verticesOf(shape).length)) return drawing;
      return changed(drawing, { current, shapes: shapes.map((shape) => (shape.id === action.id ? inserted(shape, action.after, action.at) : shape)) });
    case 'drop': {
      const shape = shapes.find(({ id }) => id === action.id);
      const less = shape && action.vertex < verticesOf(shape).length ? dropped(shape, action.vertex) : null;
      return less ? changed(drawing, { current, shapes: shapes.map((one) => (one === shape ? less : one)) }) : drawing;
    }
    case 'place': return action.shapes.length > 0 && shapes.length + action.shapes.length <= MAX_SHAPES ? placed(drawing, shapes.length, 0, action.shapes) : drawing;
    case 'replace': {
      const at = shapes.findIndex(({ id }) => id === action.id);
      return at >= 0 && shapes.length + action.by.length - 1 <= MAX_SHAPES ? placed(drawing, at, 1, action.by) : drawing;
    }
    case 'refine': return same(action.from, action.to) ? drawing : refined(drawing, action.from, action.to);
    case 'clear': return shapes.length > 0 || current ? changed(drawing, { shapes: [], current: null }) : drawing;
    case 'undo': return stepped(drawing, 'past');
    case 'redo': return stepped(drawing, 'future');
  }
}
