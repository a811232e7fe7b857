/** The embedded home: PGlite with PostGIS in a folder, for those who have nothing but Node. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Database, DatabaseUnusable, type Db, pgp, type Progress } from '../database.ts';
import { AS_LOGIN, mayBeApplication } from '../role.ts';
import { EmbeddedHost } from './host.ts';
import { takeLock } from './lock.ts';
import { NotificationRelay } from './notifications.ts';
import { EmbeddedStream } from './stream.ts';

/** Stands from before the first file until the extensions are in: a database whose making was interrupted is made again. */
const UNFINISHED = 'embedded.unfinished';

export interface EmbeddedOptions {
  /** A query running longer than this is ended together with its thread; ms. */
  readonly queryLimitMs?: number;
  /** How long a request waits for the only connection, also while the thread is being replaced; ms. */
  readonly waitMs?: number;
  readonly onRestart?: (reason: string) => void;
}

/** Opens the embedded database in `dataDir`, making it when there is none (20 s). Throws DatabaseUnusable when it is locked or damaged. */
export async function openEmbedded(dataDir: string, progress: Progress, options: EmbeddedOptions = {}): Promise<Database> {
  const home = resolve(dataDir);
  const folder = join(home, 'embedded');
  makeFolder(home);
  const release = takeLock(join(home, 'embedded.lock'), home);
  try {
    const host = await openHost(home, folder, progress, options);
    return database(host, release, options);
  } catch (error) {
    release();
    throw error;
  }
}

/** Whether there is a database in `dataDir` that was completely made. */
export function holdsEmbedded(dataDir: string): boolean {
  return existsSync(join(dataDir, 'embedded')) && !existsSync(join(dataDir, UNFINISHED));
}

function makeFolder(home: string): void {
  try {
    mkdirSync(home, { recursive: true });
  } catch (error) {
    throw new DatabaseUnusable(`The folder ${home} (DATA_DIR) cannot be made: ${(error as Error).message}.`);
  }
}

async function openHost(home: string, folder: string, progress: Progress, options: EmbeddedOptions): Promise<EmbeddedHost> {
  const unfinished = join(home, UNFINISHED);
  const fresh = !holdsEmbedded(home);
  if (fresh) rmSync(folder, { recursive: true, force: true });
  if (fresh) writeFileSync(unfinished, '');
  progress(fresh
    ? `Tworzenie wbudowanej bazy danych w ${home}, tylko za pierwszym razem | Creating the embedded database, the first time only`
    : `Otwieranie wbudowanej bazy danych w ${home} | Opening the embedded database`);
  try {
    const host = await EmbeddedHost.start({
      folder, fresh, queryLimitMs: options.queryLimitMs ?? 10_000,
      onExtensions: () => progress('Instalowanie rozszerzenia PostGIS | Installing PostGIS'),
      onRestart: options.onRestart ?? ((reason) => progress(`Ponowne otwieranie bazy danych | Reopening the database: ${reason}`)),
    });
    rmSync(unfinished, { force: true });
    return host;
  } catch (error) {
    if (fresh) throw new DatabaseUnusable(`The embedded database could not be made in ${home}: ${(error as Error).message}.`);
    throw new DatabaseUnusable(
      `The embedded database in ${folder} is damaged and cannot be opened (${(error as Error).message}): restore a copy of this folder, or delete it to start again with demonstration data.`);
  }
}

function database(host: EmbeddedHost, release: () => void, { waitMs = 5_000 }: EmbeddedOptions): Database {
  // pg wants a net.Socket and pg-promise does not declare onConnect; both are what the running code accepts.
  const relay: NotificationRelay = new NotificationRelay(() => db.any('SELECT 1'));
  const db: Db = pgp<object>({
    host: 'embedded', user: 'postgres', database: 'postgres', max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: waitMs,
    stream: () => new EmbeddedStream(host), onConnect: relay.onConnect,
  } as unknown as Parameters<typeof pgp>[0]);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    relay.close();
    await db.$pool.end();
    await host.close();
    release();
  };
  return {
    kind: 'embedded',
    db,
    longTransaction: (work) => host.patiently(async () => {
      const result = await db.tx(async (t) => {
        await t.none(AS_LOGIN);
        return work(t);
      });
      // Nothing writes checkpoints by itself here: without one, the next opening after a fault would replay all that was imported.
      await db.none(`${AS_LOGIN}; CHECKPOINT`);
      return result;
    }),
    listen: (channel, heard, connection) => relay.listen(db, channel, { heard, connection }),
    async restrict() {
      const may = await mayBeApplication(db);
      if (may) await relay.restrict(db);
      return may;
    },
    close: () => (closing ??= close()),
  };
}
