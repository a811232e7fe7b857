/** Keeps what the desk has published true to the day: its status follows the dates, also when nobody publishes. */
import type { Database } from '../../db/database.ts';
import type { Log } from '../../http/log.ts';
import { eachDay } from '../../registers/each-day.ts';
import { PLANS_NAME } from './publication.repository.ts';
import { queries } from './queries.ts';

/** Sets status and stage of published acts to those of a day; the keys of those that changed. */
export const followDay = (db: Database['db'], day: string): Promise<string[]> =>
  db.map<string>(queries.followDay, { day, dataset: PLANS_NAME }, ({ key }: { key: string }) => key);

/** Follows the day from now on, at the start too. What fails is tried again at the next look. */
export const followDays = ({ database: { db }, log, now }: { readonly database: Pick<Database, 'db'>; readonly log: Log; readonly now: () => Date }): { stop(): Promise<void> } =>
  eachDay({
    log, now, fault: 'published plans could not follow the day',
    work: async (day) => {
      const changed = await followDay(db, day);
      if (changed.length > 0) log.info({ plans: changed, day }, 'published plans follow the day');
    },
  });
