/** The first administrator: an account without a password, and a link printed once. */
import type { Db } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { keepInvitation } from './credentials.repository.ts';
import { insertAccount } from './people.repository.ts';
import { record } from './trail.ts';

const FIRST_RUN = queryFile(new URL('sql/first-run.sql', import.meta.url));
/** Any number that means "msip makes its first administrator" to pg_advisory_xact_lock: servers that start together make one. */
const FIRST_RUN_LOCK = 20_241_126_109;

interface Found { readonly anybody: boolean; readonly begun: boolean; readonly invited: boolean; readonly administrator: number | null }

/**
 * The token of the first administrator's link; undefined when there is nothing to do: somebody has signed in before, or a link is still good.
 * One that ran out unused is replaced, so that nobody is locked out of a server that was set up and left.
 */
export function firstAdministrator(db: Db, now: Date): Promise<string | undefined> {
  return db.tx(async (t) => {
    await t.any('SELECT pg_advisory_xact_lock($1)', [FIRST_RUN_LOCK]);
    const found = await t.one<Found>(FIRST_RUN, { now });
    if (found.begun || found.invited || (found.anybody && found.administrator === null)) return undefined;
    const id = found.administrator ?? await insertAccount(t, { login: 'administrator', name: 'Administrator', role: 'administrator', wholeCity: true });
    const { token } = await keepInvitation(t, id, now);
    if (!found.anybody) await record(t, { actor: null, deed: 'account.created', account: id, detail: { login: 'administrator', role: 'administrator', by: 'first run' } });
    await record(t, { actor: null, deed: 'account.invited', account: id, detail: { by: 'first run' } });
    return token;
  });
}
