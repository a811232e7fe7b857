/** `npm run migrate`: brings the schema of the database up to date, and the search where it is in use; both need the owner. */
import { prepareSearch } from '../rooms/search/prepare.ts';
import { runCommand } from './run-command.ts';

await runCommand(async ({ database, progress }) => {
  const { version } = await database.db.one<{ version: number }>('SELECT max(version)::integer AS version FROM public.schema_version');
  const { followed } = await database.db.one<{ followed: boolean }>('SELECT EXISTS (SELECT FROM search.followed) AS followed');
  // In an empty database it is cheaper after the data.
  if (followed) await prepareSearch(database);
  progress(`Schemat aktualny | The schema is up to date (version ${version})`);
});
