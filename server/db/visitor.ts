/** Whoever asks and goes away: the query that runs for them is cancelled, for nobody reads its answer and others wait for the connection. */
import { AsyncLocalStorage } from 'node:async_hooks';

const asking = new AsyncLocalStorage<AbortSignal>();

/** Queries of `work`, and of all that it starts, are cancelled once `gone` is aborted. Reads only: a write that is begun is ended. */
export const askFor = <T>(gone: AbortSignal, work: () => T): T => asking.run(gone, work);

/** For what one visitor happens to begin and many wait for: it outlives them. */
export const askForAll = <T>(work: () => T): T => asking.exit(work);

type Answered = (error: Error | null, result?: unknown) => void;
/** What of a connection of node-postgres is needed here. */
export interface Session {
  readonly processID: number | null;
  query(text: unknown, values: unknown, answered?: Answered): unknown;
}

const ENDS = /^\s*(commit|rollback)\b/i;

/** As PostgreSQL says of a cancelled query. */
const cancelled = (): Error => Object.assign(new Error('the visitor who asked has gone'), { code: '57014' });

/** From now on queries of this connection end with the visitor for whom they run; `cancel`: of what a backend does now, resolves when it was told. */
export function endQueriesWithVisitor(session: Session, cancel: (processId: number) => Promise<void>): void {
  const query = session.query.bind(session);
  session.query = (text, values, answered) => {
    const gone = asking.getStore();
    if (!gone || answered === undefined || session.processID === null || (typeof text === 'string' && ENDS.test(text))) return query(text, values, answered);
    if (gone.aborted) return void setImmediate(() => { answered(cancelled()); });
    const { processID } = session;
    let told: Promise<void> | undefined;
    const tell = () => { told = cancel(processID).catch(() => undefined); };
    gone.addEventListener('abort', tell, { once: true });
    return query(text, values, (error, result) => {
      gone.removeEventListener('abort', tell);
      // Not before: a word that comes late would end the next query of this connection, which is somebody else's.
      // node-postgres answers by callback; the word is told by a promise.
      // oxlint-disable-next-line promise/no-promise-in-callback
      if (told) void told.then(() => { answered(error, result); });
      else answered(error, result);
    });
  };
}
