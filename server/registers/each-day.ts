/** Does something once for every day in Kraków, at the start too: what keeps registers true to the day. */
import { dayInKrakow } from '../../domain/day.ts';
import type { Log } from '../http/log.ts';

/** Midnight in Kraków is noticed so late at most; ms. */
const LOOK_EVERY_MS = 60_000;

/** What fails is told as `fault` and tried again at the next look. `stop` waits for what is under way. */
export function eachDay({ log, now, fault, work }: { readonly log: Log; readonly now: () => Date; readonly fault: string; readonly work: (day: string) => Promise<void> }): { stop(): Promise<void> } {
  let done: string | undefined;
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const day = dayInKrakow(now());
    if (day === done) return;
    try {
      await work(day);
      done = day;
    } catch (error) {
      log.warn({ err: error }, fault);
    }
  };
  const begin = (): void => { looking = looking.then(look); };
  const timer = setInterval(begin, LOOK_EVERY_MS).unref();
  begin();
  return { stop: async () => { clearInterval(timer); await looking; } };
}
