/** Starts the server: settings → port → database → schema → data → app; ends it on SIGTERM and SIGINT. */
import { createApp } from './app.ts';
import { tellFaults } from './cli/run-command.ts';
import { readConfig } from './config.ts';
import { createLog } from './http/log.ts';
import { firstAdministrator } from './rooms/accounts/first-run.ts';
import { withSeededDatabase } from './seeding.ts';
import { openDoor } from './serve.ts';

/** How long /readyz says 503 before the door closes: a load balancer asks about once a second, a person at the keyboard does not wait. */
const NOTICE_MS = { SIGTERM: 1_200, SIGINT: 0 };
/** A query that still runs must not keep the process from ending. */
const LAST_MOMENT_MS = 9_500;

const firstLink = (url: string): string => `Pierwszy administrator ustawia hasło tym linkiem, jednorazowym, ważnym 7 dni; nie będzie pokazany ponownie
The first administrator sets a password with this link, which works once, for 7 days, and is not shown again (a new one: npm run user -- reset --login administrator)
  ${url}`;

await tellFaults(async (progress) => {
  const config = readConfig(process.env);
  // First, so that a port that is taken is told at once and not after the database was made.
  const door = await openDoor(config);
  try {
    await withSeededDatabase(config, progress, async (database) => {
      const log = createLog(config.logLevel);
      // From here on: whatever needed the owner (schema, demonstration) is done.
      if (!(await database.restrict())) log.warn('no role msip_app for this login: only triggers guard the audit trail (docs/audit.md)');
      const token = await firstAdministrator(database.db, new Date());
      const app = createApp({ config, database, log });
      door.admitTo(app);
      progress(`Gotowe, otwórz w przeglądarce | Ready, open in a browser: ${door.url}`);
      if (token !== undefined) progress(firstLink(`${config.publicUrl}/zaproszenie/${token}`));

      const signal = await new Promise<'SIGTERM' | 'SIGINT'>((resolve) => {
        for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => { resolve(name); });
      });
      progress('Zamykanie | Shutting down');
      setTimeout(() => { process.exit(0); }, LAST_MOMENT_MS).unref();
      await door.close(NOTICE_MS[signal]);
      await app.close();
    });
  } catch (error) {
    await door.close(0);
    throw error;
  }
});
