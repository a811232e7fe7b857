/** `npm run seed`: loads the demonstration data into a database that holds none; a database with other data stays as it is. */
import { readConfig } from '../config.ts';
import { willBeMade } from '../db/open.ts';
import { makeDemonstration } from '../demonstration.ts';
import { seedWhenEmpty } from '../seeding.ts';
import { tellFaults, withDatabase } from './run-command.ts';

const FOUND = {
  empty: 'Dane demonstracyjne wczytane | The demonstration data are in',
  unfinished: 'Przerwane wczytywanie danych demonstracyjnych dokończone | The demonstration data are now complete',
  finished: 'Dane demonstracyjne są już w bazie | The demonstration data are in already; nothing was changed',
  'holds other data': 'Baza zawiera inne dane | The database holds other data; nothing was changed',
} as const;

await tellFaults(async (progress) => {
  const config = readConfig(process.env);
  const demonstration = willBeMade(config) ? makeDemonstration() : undefined;
  await withDatabase(config, progress, async (database) => {
    progress(FOUND[await seedWhenEmpty(database, progress, demonstration)]);
  });
});
