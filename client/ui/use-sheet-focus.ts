/** Whoever opens a sheet continues in it, and comes back to where they were when it closes. */
import { type RefObject, useEffect, useRef } from 'react';
import { isSeen, readOn } from './read-on.ts';

/** A ref for the sheet's heading (`tabIndex={-1}`): it takes the focus while the sheet stands. */
export function useSheetFocus<T extends HTMLElement = HTMLHeadingElement>(): RefObject<T | null> {
  const heading = useRef<T>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before !== document.body && isSeen(before)) before.focus({ preventScroll: true });
      // Where they were is gone.
      else readOn();
    };
  }, []);
  return heading;
}
