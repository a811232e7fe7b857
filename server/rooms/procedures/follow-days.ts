/** Keeps what the desk has published true to the day: its status follows the dates, also when nobody publishes. */
import { dayInKrakow } from '../../../domain/day.ts';
import type { Database } from '../../db/database.ts';
import type { Log } from '../../http/log.ts';
import { PLANS_NAME } from './publication.repository.ts';
import { queries } from './queries.ts';

/** Midnight in Kraków is noticed so late at most; ms. */
const LOOK_EVERY_MS = 60_000;

/** Sets status and stage of published acts to those of a day; the keys of those that changed. */
export const followDay = (db: Database['db'], day: string): Promise<string[]> =>
  db.map<string>(queries.followDay, { day, dataset: PLANS_NAME }, ({ key }: { key: string }) => key);

/** Follows the day from now on, at the start too. What fails is tried again at the next look. */
export function followDays({ database: { db }, log, now }: { readonly database: Pick<Database, 'db'>; readonly log: Log; readonly now: () => Date }): { stop(): Promise<void> } {
  let followed: string | undefined;
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const day = dayInKrakow(now());
    if (day === followed) return;
    try {
      const changed = await followDay(db, day);
      followed = day;
      if (changed.length > 0) log.info({ plans: changed, day }, 'published plans follow the day');
    } catch (error) {
      log.warn({ err: error }, 'published plans could not follow the day');
    }
  };
  const begin = (): void => { looking = looking.then(look); };
  const timer = setInterval(begin, LOOK_EVERY_MS).unref();
  begin();
  return { stop: async () => { clearInterval(timer); await looking; } };
}
