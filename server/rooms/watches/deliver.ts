/** Tells watches by letter: what is new since the last one, written down for sending in the transaction that notes that it was told. */
import { eventsOf } from '../../../domain/investment/watch.ts';
import type { Database, Queries } from '../../db/database.ts';
import type { Log } from '../../http/log.ts';
import { problemOf } from '../../http/problem-of.ts';
import { brokenBy, filterOf } from './filter.ts';
import { brokenLetter, digestLetter, type Letter } from './letters.ts';
import { dueWatches, forget, judgedVersions, noteTold, putOff, takeDue } from './watches.repository.ts';

/** server/mail: writes a letter down to be sent, unless its purpose and key were told already; gives up what waits. */
export interface Mail {
  enqueue(t: Queries, letter: Letter): Promise<unknown>;
  withdraw(t: Queries, purpose: string, beginning: string): Promise<unknown>;
  isAddress(text: string): boolean;
}

interface Deps {
  readonly database: Database;
  readonly publicUrl: string;
  /** Undefined: this server sends none; watches by letter wait until one does. */
  readonly mail: Mail | undefined;
}

/** One watch; several servers, and one that was interrupted, tell it once: who has the row has the number up to which was told. */
const tell = ({ database: { db }, publicUrl }: Deps, { enqueue }: Mail, id: string, now: Date): Promise<boolean> => db.tx(async (t) => {
  const watch = await takeDue(t, id, now);
  if (watch === null) return false;
  const why = brokenBy(watch.filter);
  if (why !== null) {
    await enqueue(t, brokenLetter(watch, why, publicUrl));
    // What it would have told is not known: told later, once it can be asked again.
    await noteTold(t, id, watch.toldSeq, now);
    return true;
  }
  const versions = await judgedVersions(t, filterOf(watch.filter), watch.toldSeq);
  const events = eventsOf(versions, watch.toldSeq).filter(({ kind }) => watch.kinds.includes(kind));
  if (events.length > 0) await enqueue(t, digestLetter(watch, events, publicUrl));
  // Numbers come in the order of the commits: what is greater than the greatest that was seen is told next time.
  await noteTold(t, id, versions.at(-1)?.seq ?? watch.toldSeq, events.length > 0 ? now : null);
  return events.length > 0;
});

const SQLSTATE = /^[0-9A-Z]{5}$/;

/** Tells everybody who is to be told now, and deletes what nobody confirmed. One whose filter the database cannot answer keeps no other from being told. Resolves to the number of letters. */
export async function deliver(deps: Deps & { readonly log: Log }, now: Date): Promise<number> {
  await forget(deps.database.db, now);
  if (deps.mail === undefined) return 0;
  let letters = 0;
  for (const id of await dueWatches(deps.database.db, now)) {
    try {
      if (await tell(deps, deps.mail, id, now)) letters += 1;
    } catch (error) {
      if (!SQLSTATE.test(String((error as { code?: unknown }).code)) || problemOf(error).code === 'unavailable') throw error;
      deps.log.warn({ err: error }, 'a watch could not be told');
      await putOff(deps.database.db, id, now);
    }
  }
  return letters;
}

const LOOK_EVERY_MS = 60_000;

/** Looks every minute. `stop` waits for what is under way. */
export function followWatches({ log, now, ...deps }: Deps & { readonly log: Log; readonly now: () => Date }): { stop(): Promise<void> } {
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
        const letters = await deliver({ ...deps, log }, now());
      if (letters > 0) log.info({ letters }, 'watches were told');
    } catch (error) {
      log.warn({ err: error }, 'watches could not be told');
    }
  };
  const begin = (): void => { looking = looking.then(look); };
  const timer = setInterval(begin, LOOK_EVERY_MS).unref();
  begin();
  return { stop: async () => { clearInterval(timer); await looking; } };
}
