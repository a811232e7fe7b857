/** Whether a media query holds; renders again when that changes. */
import { useSyncExternalStore } from 'react';

export const PHONE = '(max-width: 719px)';
export const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

export function useMedia(query: string): boolean {
  return useSyncExternalStore((listener) => {
    const list = matchMedia(query);
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  }, () => matchMedia(query).matches);
}

/** 0 when the reader asked for less motion, else the given milliseconds (never over 200 in the interface). */
export const motion = (ms: number): number => (matchMedia(REDUCED_MOTION).matches ? 0 : ms);
