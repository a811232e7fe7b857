/** A running application for suites: the real handler on a real port, quiet, on the home that the project tests. */
import { createApp } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import { createLog } from '../../server/http/log.ts';
import { openDoor } from '../../server/serve.ts';
import { ownDatabase, type TestDatabase, testConfig, testDatabase } from './database.ts';

export interface TestApp {
  /** `http://127.0.0.1:PORT`, without a trailing slash; also the PUBLIC_URL of the app. */
  readonly url: string;
  readonly config: Config;
  readonly database: TestDatabase['database'];
  /** The clock of sessions. */
  readonly now: () => Date;
  /** Ends the app (and the database, when it is the app's own). */
  close(): Promise<void>;
}

/** The app that all suites of this process share, on the shared seeded database. Only read through it; do not close it. */
export function testApp(): Promise<TestApp> {
  const shared = globalThis as { msipTestApp?: Promise<TestApp> };
  return shared.msipTestApp ??= testDatabase().then((on) => serve(on, {}));
}

/** An app of one's own: on a copy to write to (`seeded` or `empty`) or on a given database, with other settings where needed. */
export async function startTestApp(options: { database?: TestDatabase | 'seeded' | 'empty'; env?: Record<string, string>; now?: () => Date } = {}): Promise<TestApp> {
  const { database = 'seeded', env = {}, now } = options;
  if (typeof database !== 'string') return serve(database, env, now);
  const own = await ownDatabase(database);
  const app = await serve(own, env, now);
  return { ...app, close: async () => { await app.close(); await own.remove(); } };
}

async function serve(on: TestDatabase, env: Record<string, string>, now = () => new Date()): Promise<TestApp> {
  // Links are made from PUBLIC_URL: the door is opened first, so that the app knows its address.
  const door = await openDoor({ host: '127.0.0.1', port: Number(env['PORT'] ?? 0) });
  const { url } = door;
  const config = testConfig({ ...on.env, PORT: new URL(url).port, PUBLIC_URL: url, ...env });
  // As the server does. A suite that needs the owner afterwards uses database.longTransaction.
  await on.database.restrict();
  const app = createApp({ config, database: on.database, log: createLog(config.logLevel), now });
  door.admitTo(app);
  return {
    url, config, database: on.database, now,
    close: async () => {
      await door.close(0);
      await app.close();
    },
  };
}
