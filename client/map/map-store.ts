/** The one GL map of the page and what everybody may know about it. Rooms read it through `useMapState`; only this room writes. */
import type { Map as GlMap } from 'maplibre-gl';
import { useSyncExternalStore } from 'react';

export type { GlMap };

/** `no-webgl`: the browser cannot draw it; `failed`: its code did not arrive. Everything but the drawing works without. */
export type MapStatus = 'loading' | 'ready' | 'no-webgl' | 'failed';

export interface MapState {
  readonly map: GlMap | null;
  readonly status: MapStatus;
  /** Tiles are on their way. */
  readonly busy: boolean;
  /** Some tiles did not arrive (database away, no network). */
  readonly tilesFailed: boolean;
  /** The background of another server does not arrive; our own base map stands in. */
  readonly backgroundFailed: boolean;
  /** Zoom after the last movement. */
  readonly zoom: number;
  /** [west, south, east, north] after the last movement; null before the first. */
  readonly bounds: readonly [number, number, number, number] | null;
  readonly rotation: boolean;
  /** Looked at from the side, so that heights are seen. */
  readonly tilted: boolean;
  /** A tool that has taken the pointer for itself (measuring, drawing); null: clicks open objects. */
  readonly tool: string | null;
}

let state: MapState = { map: null, status: 'loading', busy: true, tilesFailed: false, backgroundFailed: false, zoom: 12, bounds: null, rotation: false, tilted: false, tool: null };
const listeners = new Set<() => void>();

export const mapState = (): MapState => state;

/** For client/map only. */
export function setMapState(change: Partial<MapState>): void {
  const changed = (Object.keys(change) as (keyof MapState)[]).some((name) => state[name] !== change[name]);
  if (!changed) return;
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** A part of the map's state: `useMapState(({ zoom }) => zoom)`. Pick primitives or what is already there, never a new object. */
export const useMapState = <T>(pick: (state: MapState) => T): T => useSyncExternalStore(subscribe, () => pick(state));

/** The map when it is drawn, else null. */
export const useMap = (): GlMap | null => useMapState(({ map, status }) => (status === 'ready' ? map : null));

/** Takes the pointer for a tool, so that clicks no longer open objects; returns the function that gives it back. */
export function takePointer(tool: string): () => void {
  setMapState({ tool });
  return () => {
    if (state.tool === tool) setMapState({ tool: null });
  };
}

type Picker = (at: { readonly x: number; readonly y: number }) => boolean;
const pickers = new Set<Picker>();

/** Who draws things to press above the layers: true takes the click, which then opens nothing else. Returns the function that ends it. */
export function addPicker(picker: Picker): () => void {
  pickers.add(picker);
  return () => void pickers.delete(picker);
}

/** For client/map only. */
export const isPickedByRoom: Picker = (at) => [...pickers].some((picker) => picker(at));
