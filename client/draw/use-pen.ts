/** The pen: clicks, taps, drags of vertices and keys on the map, turned into actions on a drawing. */
import type { MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { type GlMap, takePointer, useMap } from '../map/map-store.ts';
import type { Drawing, Kind, Position } from './drawing.ts';
import type { DrawingStore } from './drawing-store.ts';

export interface Pen {
  /** Where the next vertex would go; null while the pointer is away from the map. */
  readonly tip: Position | null;
  /** The keyboard has the pen: its tip is the middle of the map. */
  readonly byKeys: boolean;
  /** A vertex on its way. */
  readonly dragged: { readonly id: number; readonly vertex: number; readonly to: Position } | null;
}

interface Spot { readonly id: number; readonly vertex: number; readonly at: Position }

const REACH_PX = { mouse: 9, touch: 22 } as const;
const AWAY: Pen = { tip: null, byKeys: false, dragged: null };

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

const spotsOf = ({ shapes }: Drawing): Spot[] => shapes.flatMap(({ id, vertices }) => vertices.map((at, vertex) => ({ id, vertex, at })));
const isTouch = (event: MapMouseEvent | MapTouchEvent): boolean => 'points' in event || (event.originalEvent as { pointerType?: string }).pointerType === 'touch';
/** Seven decimals are a centimetre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
const placeOf = ({ lng, lat }: { readonly lng: number; readonly lat: number }): Position => [rounded(lng), rounded(lat)];

/** A place on the first or last vertex of the shape in hand is that vertex: so shapes close and end. */
function snapped(map: GlMap, event: MapMouseEvent, { current }: Drawing): Position {
  const ends = current ? [current.vertices[0]!, current.vertices.at(-1)!].map((at, vertex) => ({ id: 0, vertex, at })) : [];
  return nearest(map, event.point, ends, isTouch(event) ? REACH_PX.touch : REACH_PX.mouse)?.at ?? placeOf(event.lngLat);
}

function watchPointer(map: GlMap, store: DrawingStore, kind: Kind, set: (change: Partial<Pen>) => void): () => void {
  let dragged: Spot | null = null;
  let to: Position | null = null;
  const click = (event: MapMouseEvent) => store.act({ do: 'add', kind, at: snapped(map, event, store.drawing()) });
  const down = (event: MapMouseEvent | MapTouchEvent) => {
    dragged = nearest(map, event.point, spotsOf(store.drawing()), isTouch(event) ? REACH_PX.touch : REACH_PX.mouse);
    // The map would pan.
    if (dragged) event.preventDefault();
  };
  const move = (event: MapMouseEvent | MapTouchEvent) => {
    const tip = placeOf(event.lngLat);
    if (dragged) set({ tip: null, byKeys: false, dragged: { id: dragged.id, vertex: dragged.vertex, to: (to = tip) } });
    else set({ tip: isTouch(event) ? null : tip, byKeys: false });
  };
  const up = () => {
    if (dragged && to) store.act({ do: 'move', id: dragged.id, vertex: dragged.vertex, to });
    dragged = to = null;
    set({ dragged: null });
  };
  const out = () => set({ tip: null });
  const subscriptions = [
    map.on('click', click), map.on('mousedown', down), map.on('touchstart', down), map.on('mousemove', move), map.on('touchmove', move),
    map.on('mouseup', up), map.on('touchend', up), map.on('mouseout', out),
  ];
  return () => { for (const subscription of subscriptions) subscription.unsubscribe(); };
}

function watchKeys(map: GlMap, store: DrawingStore, kind: Kind, set: (change: Partial<Pen>) => void, leave: () => void): () => void {
  let byKeys = false;
  const canvas = map.getCanvas();
  const follow = () => { if (byKeys) set({ tip: placeOf(map.getCenter()) }); };
  const pointer = () => { byKeys = false; };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') store.act({ do: 'add', kind, at: placeOf(map.getCenter()) });
    else if (event.key === 'Backspace' || event.key === 'Delete') store.act({ do: 'back' });
    else if (event.key === 'Escape') {
      if (store.drawing().current) store.act({ do: 'finish' });
      else leave();
    } else if (!event.key.startsWith('Arrow') && event.key !== '+' && event.key !== '-') return;
    else {
      byKeys = true;
      return set({ byKeys, tip: placeOf(map.getCenter()) });
    }
    event.preventDefault();
    byKeys = true;
    set({ byKeys, tip: placeOf(map.getCenter()) });
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
    set({ byKeys, tip: placeOf(map.getCenter()) });
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
export function usePen(store: DrawingStore, kind: Kind | null, leave: () => void): Pen {
  const map = useMap();
  const [pen, setPen] = useState(AWAY);
  const leaving = useRef(leave);
  leaving.current = leave;
  useEffect(() => {
    if (!map || !kind) return;
    const set = (change: Partial<Pen>) => setPen((now) => ({ ...now, ...change }));
    const canvas = map.getCanvas();
    const release = [takePointer('draw'), watchPointer(map, store, kind, set), watchKeys(map, store, kind, set, () => leaving.current())];
    map.doubleClickZoom.disable();
    canvas.style.cursor = 'crosshair';
    return () => {
      for (const end of release) end();
      map.doubleClickZoom.enable();
      canvas.style.cursor = '';
      setPen(AWAY);
    };
  }, [map, kind, store]);
  return pen;
}
