/** `npm run seed`: loads the demonstration data into a database that holds none; a database with other data stays as it is. */
import { readConfig } from '../config.ts';
import { type Found, withSeededDatabase } from '../seeding.ts';
import { tellFaults } from './run-command.ts';

const SAID: Readonly<Record<Found, string>> = {
  empty: 'Dane demonstracyjne wczytane | The demonstration data are in',
  unfinished: 'Przerwane wczytywanie danych demonstracyjnych dokończone | The demonstration data are now complete',
  finished: 'Dane demonstracyjne są już w bazie | The demonstration data are in already; nothing was changed',
  'holds other data': 'Baza zawiera inne dane | The database holds other data; nothing was changed',
};

await tellFaults((progress) => withSeededDatabase(readConfig(process.env), progress, async (_database, found) => { progress(SAID[found]); }));
