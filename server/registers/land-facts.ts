/** Facts of investment land (table investment.fact): prepared once, then kept by triggers; their day follows the calendar. */
import type { Database, Queries } from '../db/database.ts';
import type { Log } from '../http/log.ts';
import { Problem } from '../http/problem.ts';
import { eachDay } from './each-day.ts';

/** Brings the facts to a day; true when any were written. All of them take some seconds, a day on which nothing begins or ends takes none. */
export const keepLandFacts = (database: Pick<Database, 'longTransaction'>, day: string): Promise<boolean> =>
  database.longTransaction((t) => t.one<{ kept: boolean }>('SELECT investment.keep_facts($1) AS kept', [day]).then(({ kept }) => kept));

/** Writes down what was listed before anything was recorded: `[{ key, at, listed, changes }]`, changes laid over the site of today. Before the facts are first kept, else nothing is told. */
export const tellSiteHistory = (database: Pick<Database, 'longTransaction'>, history: readonly object[], day: string): Promise<number> =>
  database.longTransaction((t) => t.one<{ told: number }>('SELECT investment.tell_history($1::jsonb, $2) AS told', [JSON.stringify(history), day]).then(({ told }) => told));

/** The day of which the facts are; throws `unavailable` while they are not yet prepared. */
export async function dayOfFacts(db: Queries): Promise<string> {
  const { day } = await db.one<{ day: string | null }>('SELECT as_of AS day FROM investment.fact_state');
  if (day === null) throw new Problem('unavailable', 'The facts of land are being prepared. Try again in a moment.', undefined, { 'Retry-After': '10' });
  return day;
}

/** Follows the day from now on. */
export const followLandFacts = ({ database, log, now }: { readonly database: Pick<Database, 'longTransaction'>; readonly log: Log; readonly now: () => Date }): { stop(): Promise<void> } =>
  eachDay({
    log, now, fault: 'facts of investment land could not follow the day',
    work: async (day) => { if (await keepLandFacts(database, day)) log.info({ day }, 'facts of investment land follow the day'); },
  });
