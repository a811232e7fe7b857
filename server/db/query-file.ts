/** Loads the .sql file beside a repository; a file that cannot be read or parsed stops the program when it starts. */
import { fileURLToPath } from 'node:url';
import type { QueryFile } from 'pg-promise';
import { pgp } from './database.ts';

/** Comments are taken out, so that a parameter named in one is never filled in. Throws the file's own error. */
export function queryFile(file: URL): QueryFile {
  const query = new pgp.QueryFile(fileURLToPath(file), { minify: true });
  if (query.error) throw query.error;
  return query;
}
