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
}

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

const moved = (shape: Shape, vertex: number, to: Position): Shape => ({ ...shape, vertices: shape.vertices.map((at, index) => (index === vertex ? to : at)) });

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
      if (!shapes.some(({ id, vertices }) => id === action.id && action.vertex < vertices.length)) return drawing;
      return changed(drawing, { current, shapes: shapes.map((shape) => (shape.id === action.id ? moved(shape, action.vertex, action.to) : shape)) });
    case 'remove': return shapes.some(({ id }) => id === action.id) ? changed(drawing, { current, shapes: shapes.filter(({ id }) => id !== action.id) }) : drawing;
    case 'clear': return shapes.length > 0 || current ? changed(drawing, { shapes: [], current: null }) : drawing;
    case 'undo': return stepped(drawing, 'past');
    case 'redo': return stepped(drawing, 'future');
  }
}
