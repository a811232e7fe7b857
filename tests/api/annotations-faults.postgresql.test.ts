/** A session that is killed in the middle of a change leaves nothing of it behind, and a transaction that must step back is done again. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Transaction } from '../../server/db/database.ts';
import { content, type Office, openOffice } from './annotations-office.ts';

let office: Office;
beforeAll(async () => { office = await openOffice(); });
afterAll(() => office.close());
const WRITERS = 20_241_126_108;

/** The session that waits for a lock of this transaction, as soon as there is one. */
const blockedBy = (t: Transaction): Promise<number> => vi.waitFor(async () => {
  // Within a transaction the activity is shown as it was first read.
  await t.any('SELECT pg_stat_clear_snapshot()');
  return (await t.one<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))')).pid;
}, { timeout: 5_000 });

it('a writer killed before the end of its transaction has written nothing, and the next one works', async () => {
  const { database } = office.app;
  const one = await office.made('anna', { tags: ['przed'] });
  const path = `/api/annotations/${one.id}`;
  // Whoever holds this lock keeps writers before their last statement: all is written, nothing committed.
  const killed = await database.longTransaction(async (t) => {
    await t.any('SELECT pg_advisory_xact_lock($1)', [WRITERS]);
    const waiting = office.ask('anna', 'PUT', path, content({ title: 'Połowa', tags: [], subjects: [{ kind: 'plan', key: office.plans[0]! }] }), 1);
    const pid = await blockedBy(t);
    // Readers go on meanwhile, and see what stood before.
    expect((await office.ask('bogdan', 'GET', path)).body).toMatchObject({ version: 1, tags: ['przed'] });
    await t.any('SELECT pg_terminate_backend($1, 2000)', [pid]);
    return waiting;
  });
  expect(killed).toMatchObject({ status: 503, body: { type: 'urn:msip:problem:unavailable' } });
  expect(killed.headers.get('retry-after')).not.toBeNull();
  expect((await office.ask('anna', 'GET', path)).body).toEqual(one);
  expect((await office.ask('anna', 'GET', `${path}/versions`)).body.versions).toHaveLength(1);
  expect((await office.ask('anna', 'PUT', path, content({ title: 'Cała' }), 1)).body).toMatchObject({ version: 2, title: 'Cała' });
});

it('two bulk changes and an import that locks in another order: who is asked to step back tries again', async () => {
  const { database } = office.app;
  const [one, two] = [await office.made('anna'), await office.made('anna')].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lock = 'SELECT 1 FROM office.annotation WHERE id = $1 FOR UPDATE';
  let reply: ReturnType<Office['ask']> | undefined;
  await database.longTransaction(async (t) => {
    // It waits far longer than the other for a deadlock to be found: the bulk change is the one that steps back.
    await t.none("SET LOCAL deadlock_timeout = '20s'");
    await t.any(lock, [two!.id]);
    reply = office.ask('anna', 'POST', '/api/annotations/bulk', { annotations: [one, two].map((each) => ({ id: each!.id, version: 1 })), change: { addTags: ['pilne'] } });
    await blockedBy(t);
    await t.any(lock, [one!.id]);
  });
  expect((await reply!).status).toBe(200);
  expect((await office.ask('anna', 'GET', `/api/annotations/${two!.id}`)).body).toMatchObject({ version: 2, tags: ['wysokość', 'pilne'] });
});
