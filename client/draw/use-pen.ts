/** The pen: clicks, taps, drags of vertices and keys on the map, turned into actions on a drawing. */
import type { MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { type GlMap, takePointer, useMap } from '../map/map-store.ts';
import { type Action, type Drawing, type Kind, type Position, verticesOf } from './drawing.ts';
import type { DrawingStore } from './drawing-store.ts';
import { rounded, type Snapped } from './snapping.ts';

export interface Pen {
  /** Where the next vertex would go; null while the pointer is away from the map. */
  readonly tip: Position | null;
  /** The keyboard has the pen: its tip is the middle of the map. */
  readonly byKeys: boolean;
  /** A vertex on its way: what letting go would do. */
  readonly dragged: Action | null;
  /** What the tip, or the vertex on its way, has snapped to. */
  readonly snapped: Snapped['to'] | null;
}

/** `middle`: between this vertex and the next, where a drag puts a new one. */
interface Spot { readonly id: number; readonly vertex: number; readonly at: Position; readonly middle?: boolean }

/** Where a place really goes; null: it stays. `point` is in pixels of the map. */
export type Snap = (map: GlMap, point: { readonly x: number; readonly y: number }, place: Position) => Snapped | null;

export interface PenOptions {
  readonly snap?: Snap | undefined;
  /** Also without a kind: vertices are dragged, drawn out of the middle of an edge, and taken away by a double click. */
  readonly edit?: boolean | undefined;
}

const REACH_PX = { mouse: 9, touch: 22 } as const;
const AWAY: Pen = { tip: null, byKeys: false, dragged: null, snapped: null };

function nearest(map: GlMap, point: { readonly x: number; readonly y: number }, spots: readonly Spot[], reachPx: number): Spot | null {
  let best: Spot | null = null;
  let bestPx = reachPx;
  for (const spot of spots) {
    const { x, y } = map.project([...spot.at]);
    const px = Math.hypot(x - point.x, y - point.y);
    if (px <= bestPx) [best, bestPx] = [spot, px];
  }
  return best;
}

const spotsOf = ({ shapes }: Drawing): Spot[] => shapes.flatMap((shape) => verticesOf(shape).map((at, vertex) => ({ id: shape.id, vertex, at })));
/** The middles of the edges of finished lines and polygons. */
export const middlesOf = ({ shapes }: Pick<Drawing, 'shapes'>): Spot[] => shapes.flatMap(({ id, kind, vertices, holes = [] }) => {
  let first = 0;
  return kind !== 'line' && kind !== 'polygon' ? [] : [vertices, ...holes].flatMap((ring) => {
    const spots = ring.flatMap(([lon, lat], index) => {
      const next = ring[index + 1] ?? (kind === 'polygon' ? ring[0] : undefined);
      return next ? [{ id, vertex: first + index, at: [(lon + next[0]) / 2, (lat + next[1]) / 2] as const, middle: true }] : [];
    });
    first += ring.length;
    return spots;
  });
});
const isTouch = (event: MapMouseEvent | MapTouchEvent): boolean => 'points' in event || (event.originalEvent as { pointerType?: string }).pointerType === 'touch';
const placeOf = ({ lng, lat }: { readonly lng: number; readonly lat: number }): Position => [rounded(lng), rounded(lat)];

const reachOf = (event: MapMouseEvent | MapTouchEvent): number => (isTouch(event) ? REACH_PX.touch : REACH_PX.mouse);

function watchPointer(map: GlMap, store: DrawingStore, kind: Kind | null, set: (change: Partial<Pen>) => void, { snap, edit }: PenOptions): () => void {
  let dragged: Spot | null = null;
  let done: Action | null = null;
  const snapOf = (event: MapMouseEvent | MapTouchEvent): Snapped | null => (event.originalEvent.altKey ? null : snap?.(map, event.point, placeOf(event.lngLat)) ?? null);
  /** A place on the first or last vertex of the shape in hand is that vertex: so shapes close and end. */
  const target = (event: MapMouseEvent): Position => {
    const { current } = store.drawing();
    const ends = current ? [current.vertices[0]!, current.vertices.at(-1)!].map((at, vertex) => ({ id: 0, vertex, at })) : [];
    return nearest(map, event.point, ends, reachOf(event))?.at ?? snapOf(event)?.at ?? placeOf(event.lngLat);
  };
  const click = (event: MapMouseEvent) => { if (kind) store.act({ do: 'add', kind, at: target(event) }); };
  const twice = (event: MapMouseEvent) => {
    const spot = kind ? null : nearest(map, event.point, spotsOf(store.drawing()), reachOf(event));
    if (spot) store.act({ do: 'drop', id: spot.id, vertex: spot.vertex });
  };
  const down = (event: MapMouseEvent | MapTouchEvent) => {
    dragged = nearest(map, event.point, spotsOf(store.drawing()), reachOf(event)) ?? (edit && !store.drawing().current ? nearest(map, event.point, middlesOf(store.drawing()), reachOf(event)) : null);
    // The map would pan.
    if (dragged) event.preventDefault();
  };
  const move = (event: MapMouseEvent | MapTouchEvent) => {
    const snapped = snapOf(event);
    const tip = snapped?.at ?? placeOf(event.lngLat);
    if (dragged) {
      const { id, vertex, middle } = dragged;
      done = middle ? { do: 'insert', id, after: vertex, at: tip } : { do: 'move', id, vertex, to: tip };
      set({ tip: null, byKeys: false, dragged: done, snapped: snapped?.to ?? null });
    } else set({ tip: isTouch(event) || !kind ? null : tip, byKeys: false, snapped: kind && !isTouch(event) ? snapped?.to ?? null : null });
  };
  const up = () => {
    if (done) store.act(done);
    dragged = done = null;
    set({ dragged: null });
  };
  const out = () => set({ tip: null, snapped: null });
  const subscriptions = [
    map.on('click', click), map.on('dblclick', twice), map.on('mousedown', down), map.on('touchstart', down), map.on('mousemove', move), map.on('touchmove', move),
    map.on('mouseup', up), map.on('touchend', up), map.on('mouseout', out),
  ];
  return () => { for (const subscription of subscriptions) subscription.unsubscribe(); };
}

function watchKeys(map: GlMap, store: DrawingStore, kind: Kind | null, set: (change: Partial<Pen>) => void, leave: () => void, { snap }: PenOptions): () => void {
  let byKeys = false;
  const canvas = map.getCanvas();
  const middle = (free = false): { tip: Position; snapped: Snapped['to'] | null } => {
    const centre = map.getCenter();
    const snapped = free ? null : snap?.(map, map.project(centre), placeOf(centre)) ?? null;
    return { tip: snapped?.at ?? placeOf(centre), snapped: snapped?.to ?? null };
  };
  const follow = () => { if (byKeys && kind) set(middle()); };
  const pointer = () => { byKeys = false; };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && kind) store.act({ do: 'add', kind, at: middle(event.altKey).tip });
    else if (event.key === 'Backspace' || event.key === 'Delete') store.act({ do: 'back' });
    else if (event.key === 'Escape') {
      if (store.drawing().current) store.act({ do: 'finish' });
      else leave();
    } else if (!event.key.startsWith('Arrow') && event.key !== '+' && event.key !== '-') return;
    else {
      byKeys = true;
      return kind ? set({ byKeys, ...middle() }) : undefined;
    }
    event.preventDefault();
    byKeys = true;
    if (kind) set({ byKeys, ...middle() });
  };
  const history = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || (event.target instanceof Element && event.target.closest('input, textarea'))) return;
    const letter = event.key.toLowerCase();
    if (letter !== 'z' && letter !== 'y') return;
    event.preventDefault();
    store.act({ do: letter === 'y' || event.shiftKey ? 'redo' : 'undo' });
  };
  const focus = () => {
    if (!canvas.matches(':focus-visible')) return;
    byKeys = true;
    if (kind) set({ byKeys, ...middle() });
  };
  canvas.addEventListener('keydown', key);
  canvas.addEventListener('focus', focus);
  canvas.addEventListener('pointermove', pointer);
  document.addEventListener('keydown', history);
  map.on('move', follow);
  return () => {
    canvas.removeEventListener('keydown', key);
    canvas.removeEventListener('focus', focus);
    canvas.removeEventListener('pointermove', pointer);
    document.removeEventListener('keydown', history);
    map.off('move', follow);
  };
}

/** Gives the pen for shapes of `kind` to pointer and keyboard; null: the map is only looked at. `leave`: Escape with nothing in hand. */
export function usePen(store: DrawingStore, kind: Kind | null, leave: () => void, { snap, edit = false }: PenOptions = {}): Pen {
  const map = useMap();
  const [pen, setPen] = useState(AWAY);
  const leaving = useRef(leave);
  leaving.current = leave;
  useEffect(() => {
    if (!map || (!kind && !edit)) return;
    const set = (change: Partial<Pen>) => setPen((now) => ({ ...now, ...change }));
    const canvas = map.getCanvas();
    const release = [takePointer('draw'), watchPointer(map, store, kind, set, { snap, edit }), watchKeys(map, store, kind, set, () => leaving.current(), { snap })];
    map.doubleClickZoom.disable();
    canvas.style.cursor = kind ? 'crosshair' : 'default';
    return () => {
      for (const end of release) end();
      map.doubleClickZoom.enable();
      canvas.style.cursor = '';
      setPen(AWAY);
    };
  }, [map, kind, store, snap, edit]);
  return pen;
}
