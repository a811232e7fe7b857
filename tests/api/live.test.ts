/** Live events: heard within a second, by those who may, in order, without gaps and none twice, also over reconnections. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visibility } from '../../domain/office/annotation-rules.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { asBrowser, type Person, signIn } from '../support/people.ts';
import { listen, type Listening } from '../support/listener.ts';

let app: TestApp;
let anna: Person;
let bart: Person;
beforeAll(async () => {
  app = await startTestApp({ database: 'empty' });
  anna = await signIn(app, { login: 'anna', name: 'Anna Żak', role: 'planner' });
  bart = await signIn(app, { login: 'bart', role: 'chief-planner' });
});
afterAll(() => app.close());

/** A new annotation, straight in the database: what the rooms do is their suites' matter. */
async function write(by: Person, visibility: Visibility = 'office', id = randomUUID()): Promise<{ id: string; seq: number }> {
  return app.database.db.tx(async (t) => {
    await t.none(`INSERT INTO office.annotation (id, version, status, visibility, category, priority, title, body, tags, author, created_at, changed_at, changed_by, place)
      VALUES ($1, 1, 'open', $3, 'note', 'normal', 'Próg', '', '{}', $2, now(), now(), $2, ST_SetSRID(ST_MakePoint(7423966.7, 5547788.4), 2178))`, [id, by.id, visibility]);
    return { id, ...(await t.one<{ seq: number }>(`SELECT office.record_version($1, $2, 'created')::float8 AS seq`, [id, by.id])) };
  });
}
const change = (by: Person, id: string, set: string, action = 'changed'): Promise<number> => app.database.db.tx(async (t) => {
  await t.none(`UPDATE office.annotation SET version = version + 1, changed_at = now(), changed_by = $2, ${set} WHERE id = $1`, [id, by.id]);
  return (await t.one<{ seq: number }>('SELECT office.record_version($1, $2, $3)::float8 AS seq', [id, by.id, action])).seq;
});
const head = async (): Promise<number> => (await app.database.db.one<{ head: number }>('SELECT coalesce(max(seq), 0)::float8 AS head FROM audit.entry')).head;
const eventsOf = (listening: Listening, id: string) => listening.heard.filter(({ event }) => event?.id === id).map(({ event }) => ({ action: event!.action, gone: event!.gone }));
const hello = (listening: Listening) => expect.poll(() => [listening.status, ...listening.heard.map(({ name }) => name)], { interval: 5, timeout: 10_000 }).toContain('hello');
/** Everything up to now has been told: a mark that everybody hears. */
async function settled(...all: Listening[]): Promise<void> {
  const mark = await write(anna);
  for (const listening of all) await expect.poll(() => eventsOf(listening, mark.id), { interval: 5, timeout: 10_000 }).toHaveLength(1);
}

describe('two planners', () => {
  it('see each other\'s change without asking', async () => {
    const [one, other] = [await listen(anna), await listen(bart)];
    await Promise.all([hello(one), hello(other)]);
    expect([one.status, one.headers.get('content-type'), one.headers.get('cache-control'), one.headers.get('x-accel-buffering'), one.headers.get('content-encoding'), one.headers.get('access-control-allow-origin')])
      .toEqual([200, 'text/event-stream; charset=utf-8', 'no-store, no-transform', 'no', null, null]);
    for (const [writer, reader] of [[anna, other], [bart, one]] as const) {
      const { id, seq } = await write(writer);
      await expect.poll(() => eventsOf(reader, id), { interval: 5, timeout: 5_000 }).toEqual([{ action: 'created', gone: false }]);
      const heard = reader.heard.find(({ event }) => event?.id === id)!;
      // How soon is what bench/live.ts measures.
      expect(heard).toMatchObject({ seq, event: { version: 1, by: { id: writer.id } } });
    }
    one.stop();
    other.stop();
  });
});

describe('who hears what', () => {
  it('others\' own notes are not told of, before they are shown and after they are taken back', async () => {
    const from = await head();
    const [mine, others] = [await listen(anna), await listen(bart)];
    await Promise.all([hello(mine), hello(others)]);
    const { id } = await write(anna, 'mine');
    for (const set of [`title = 'Cicho'`, `visibility = 'office'`, `title = 'Głośno'`, `visibility = 'mine'`, `title = 'Znów cicho'`]) {
      await change(anna, id, set);
      await settled(mine, others);
    }
    expect(eventsOf(mine, id).map(({ gone }) => gone)).toEqual([false, false, false, false, false, false]);
    expect(eventsOf(others, id)).toEqual([{ action: 'changed', gone: false }, { action: 'changed', gone: false }, { action: 'changed', gone: true }]);

    // Who comes later hears what was public then, and that it is gone.
    const later = await listen(bart, { lastEventId: String(from) });
    await hello(later);
    expect(eventsOf(later, id).map(({ gone }) => gone)).toEqual([true, true, true]);
    for (const each of [mine, others, later]) each.stop();
  });

  it('a deleted one is gone, and comes back', async () => {
    const listening = await listen(bart);
    await hello(listening);
    const { id } = await write(anna);
    await settled(listening);
    await change(anna, id, 'deleted_at = now()', 'deleted');
    await settled(listening);
    await change(anna, id, 'deleted_at = NULL', 'restored');
    await settled(listening);
    expect(eventsOf(listening, id)).toEqual([{ action: 'created', gone: false }, { action: 'deleted', gone: true }, { action: 'restored', gone: false }]);
    listening.stop();
  });

  it('residents do not listen, nor do other sites; wrong numbers are told', async () => {
    const resident = asBrowser(app);
    expect((await resident('/api/annotations/events')).status).toBe(401);
    expect((await anna.fetch('/api/annotations/events?after=-1')).status).toBe(400);
    expect((await anna.fetch('/api/annotations/events?nope=1')).status).toBe(400);
    expect((await anna.fetch('/api/annotations/events', { headers: { 'last-event-id': 'x' } })).status).toBe(400);
    expect((await anna.fetch('/api/annotations/events', { method: 'POST', body: '{}' })).status).toBe(405);
    expect((await anna.fetch('/api/annotations/events', { headers: { accept: 'text/html' } })).status).toBe(406);
    expect((await anna.fetch('/api/annotations/events', { method: 'HEAD' })).status).toBe(200);
  });
});

describe('coming back', () => {
  it('hears every entry once and in order, however often the connection breaks while many write', async () => {
    const from = await head();
    let writing = true;
    const writers = Array.from({ length: 8 }, async () => {
      const seqs: number[] = [];
      for (let n = 0; n < 25; n += 1) {
        const { id, seq } = await write(anna);
        seqs.push(seq, ...(n % 3 === 0 ? [await change(bart, id, `title = 'Zmiana'`)] : []));
      }
      return seqs;
    });
    const written = Promise.all(writers).then((each) => { writing = false; return each.flat().sort((a, b) => a - b); });
    const readers = [anna, bart, anna].map(async (person, reader) => {
      const all: number[] = [];
      let [last, breaks] = [String(from), 0];
      for (let done = false; !done;) {
        const finishing = !writing;
        const listening = await listen(person, reader === 2 ? { path: `/api/annotations/events?after=${last}` } : { lastEventId: last });
        // Writers may have every connection of the pool: then it is 503, as for everybody.
        if (listening.status === 503) continue;
        if (finishing) { await hello(listening); done = true; } else await new Promise((resolve) => { setTimeout(resolve, 10 + Math.random() * 60); });
        listening.stop();
        await listening.ended;
        all.push(...listening.heard.filter(({ name }) => name === 'annotation').map(({ seq }) => seq));
        last = listening.last() || last;
        breaks += 1;
      }
      return { all, breaks };
    });
    const expected = await written;
    for (const { all, breaks } of await Promise.all(readers)) {
      expect(all).toEqual(expected);
      expect(breaks).toBeGreaterThan(3);
    }
  });

  it('from too long ago, or from a future that is not ours, is told to read all again', async () => {
    await app.database.db.any(`SELECT audit.append(NULL, 'x', 'test', 'x') FROM generate_series(1, 2001)`);
    const now = await head();
    for (const [lastEventId, names] of [[String(now - 2001), ['reset', 'hello']], [String(now + 5), ['reset', 'hello']], [String(now - 2000), ['hello']]] as const) {
      const listening = await listen(anna, { lastEventId });
      await hello(listening);
      expect(listening.heard.filter(({ name }) => name !== 'annotation').map(({ name }) => name)).toEqual(names);
      expect(Number(listening.last())).toBe(now);
      listening.stop();
    }
  });
});

describe('the end', () => {
  it('comes with the session, and with an account that is disabled', async () => {
    const [carl, dora] = [await signIn(app, { login: 'carl', role: 'planner' }), await signIn(app, { login: 'dora', role: 'planner' })];
    const streams = [await listen(carl), await listen(dora), await listen(anna)];
    await Promise.all(streams.map(hello));
    await app.database.db.none('DELETE FROM office.session WHERE account_id = $1', [carl.id]);
    await app.database.db.none('UPDATE office.account SET disabled_at = now() WHERE id = $1', [dora.id]);
    await app.database.db.any(`SELECT audit.append($1, 'session.ended', 'account', id::text) FROM office.account WHERE id IN ($2, $3)`, [anna.id, carl.id, dora.id]);
    await Promise.all([streams[0]!.ended, streams[1]!.ended]);
    await settled(streams[2]!);
    expect((await listen(dora)).status).toBe(401);
    streams[2]!.stop();
  });

  it('is at ten windows of one account', async () => {
    const eva = await signIn(app, { login: 'eva', role: 'planner' });
    const ten = await Promise.all(Array.from({ length: 10 }, () => listen(eva)));
    expect(ten.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const refused = await listen(eva);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '15']);
    ten[0]!.stop();
    await expect.poll(async () => { const next = await listen(eva); next.stop(); return next.status; }, { timeout: 5_000 }).toBe(200);
    for (const each of ten) each.stop();
  });

  it('comes at once when the server ends', async () => {
    const short = await startTestApp({ database: 'empty' });
    const streams = await Promise.all([1, 2, 3].map(async () => listen(await signIn(short, { login: 'anna', role: 'planner' }))));
    await Promise.all(streams.map(hello));
    const closed = short.close();
    await Promise.all(streams.map(({ ended }) => ended));
    await closed;
  });
});
