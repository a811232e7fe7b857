/** How long the session still lasts: asks the server shortly before its end, for people who did something; warns those who did not. */
import { useEffect, useState } from 'react';
import { queryClient } from '../api/query-client.ts';
import { sessionQuery, type SignedInAccount } from '../api/session.ts';

export const WARNING_MS = 120_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Asking is using: the session starts its time anew, as far as its end allows. */
export const stay = (): Promise<unknown> => queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });

export type Ending = 'idle' | 'absolute';

/** When to look again, and what to say meanwhile. `active`: something was done since the server was asked last. */
export function lookAhead({ idleUntil, endsAt }: Pick<SignedInAccount, 'idleUntil' | 'endsAt'>, nowMs: number, active: boolean): { readonly warn: Ending | null; readonly ask: boolean; readonly waitMs: number } {
  const [idle, end] = [Date.parse(idleUntil) - nowMs, Date.parse(endsAt) - nowMs];
  if (Math.min(idle, end) <= 0) return { warn: null, ask: true, waitMs: 30_000 };
  if (end <= WARNING_MS) return { warn: 'absolute', ask: false, waitMs: end };
  if (idle > WARNING_MS) return { warn: null, ask: false, waitMs: Math.min(idle, end) - WARNING_MS };
  return active ? { warn: null, ask: true, waitMs: 30_000 } : { warn: 'idle', ask: false, waitMs: idle };
}

/** What ends soon; null: nothing. */
export function useEndingSoon(account: SignedInAccount | null): Ending | null {
  const [warn, setWarn] = useState<Ending | null>(null);
  const { idleUntil, endsAt } = account ?? {};
  useEffect(() => {
    setWarn(null);
    if (!idleUntil || !endsAt) return;
    let active = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const live = () => { active = true; };
    const look = () => {
      const next = lookAhead({ idleUntil, endsAt }, Date.now(), active);
      setWarn(next.warn);
      if (next.ask) void stay().catch(() => undefined);
      // Timers of a browser hold 24 days at most, and sleep with the machine.
      timer = setTimeout(look, Math.min(Math.max(next.waitMs, 1000), 60_000));
    };
    look();
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, live, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, live, { capture: true });
    };
  }, [idleUntil, endsAt]);
  return warn;
}
