/** The one thing a form does: busy while it runs, and how it failed. */
import { useRef, useState } from 'react';

export interface Act {
  readonly busy: boolean;
  /** null: it did not fail, or has not run. */
  readonly error: unknown;
  run(act: () => Promise<unknown>): void;
  clear(): void;
}

/** One at a time: what is asked while it runs is not done twice. */
export function useAct(): Act {
  const running = useRef(false);
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null });
  const run = (act: () => Promise<unknown>) => {
    if (running.current) return;
    running.current = true;
    setState({ busy: true, error: null });
    void act().then(() => null, (error: unknown) => error).then((error) => {
      running.current = false;
      setState({ busy: false, error });
    });
  };
  return { ...state, run, clear: () => setState({ busy: false, error: null }) };
}
