/** `npm run migrate`: brings the schema of the database up to date and does nothing else. */
import { runCommand } from './run-command.ts';

await runCommand(async ({ database, progress }) => {
  const { version } = await database.db.one<{ version: number }>('SELECT max(version)::integer AS version FROM public.schema_version');
  progress(`Schemat aktualny | The schema is up to date (version ${version})`);
});
