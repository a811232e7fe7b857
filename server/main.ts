/** Starts the server: settings → database → schema → data → app → port; ends it on SIGTERM and SIGINT. */
import { createApp } from './app.ts';
import { runCommand } from './cli/run-command.ts';
import { createLog } from './http/log.ts';
import { seedWhenEmpty } from './seeding.ts';
import { serve } from './serve.ts';

/** How long /readyz says 503 before the door closes: a load balancer asks about once a second, a person at the keyboard does not wait. */
const NOTICE_MS = { SIGTERM: 1_200, SIGINT: 0 };
/** A query that still runs must not keep the process from ending. */
const LAST_MOMENT_MS = 9_500;

await runCommand(async ({ config, database, progress }) => {
  await seedWhenEmpty(database, progress);
  const app = createApp({ config, database, log: createLog(config.logLevel) });
  const listening = await serve(app, config);
  progress(`Gotowe, otwórz w przeglądarce | Ready, open in a browser: ${listening.url}`);

  const signal = await new Promise<'SIGTERM' | 'SIGINT'>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => { resolve(name); });
  });
  progress('Zamykanie | Shutting down');
  setTimeout(() => { process.exit(0); }, LAST_MOMENT_MS).unref();
  await listening.stop(NOTICE_MS[signal]);
  await app.close();
});
