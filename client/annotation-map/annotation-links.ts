/** Ways to an annotation: its address, and the one that the pointer or the focus is on – in a list or on the map. */
import { useSyncExternalStore } from 'react';
import { objectPath } from '../../domain/paths.ts';
import { showPoint } from '../map/camera.ts';
import { openObject, useOpenObject } from '../selection/use-selection.ts';

const LAYER = 'annotations';

export const annotationPath = (id: string): string => objectPath(LAYER, id);

/** Opens its panel; with a place the map goes there. */
export function openAnnotation(id: string, place?: readonly number[]): void {
  openObject({ layer: LAYER, key: id });
  if (place) showPoint([place[0]!, place[1]!], 16);
}

/** The id of the annotation whose panel is open, or null. */
export function useOpenAnnotation(): string | null {
  const object = useOpenObject();
  return object?.layer === LAYER && 'key' in object ? object.key : null;
}

let pointed: string | null = null;
const listeners = new Set<() => void>();

export function pointAt(id: string | null): void {
  if (id === pointed) return;
  pointed = id;
  for (const listener of listeners) listener();
}

export const usePointed = (): string | null => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
}, () => pointed);
