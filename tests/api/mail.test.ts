/** Mail that waits: sent once, whatever happens between; tried again while the mail server is away, given up when it says never. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../server/http/log.ts';
import { enqueue, isAddress, type Letter } from '../../server/mail/outbox.ts';
import { MOST_TRIES, openPost, waitS } from '../../server/mail/post.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { type MailServer, refusal, startMailServer } from '../support/smtp.ts';

let own: TestDatabase & { remove(): Promise<void> };
let server: MailServer;
beforeAll(async () => { own = await ownDatabase('empty'); });
afterAll(() => own?.remove());
beforeEach(async () => {
  await own.database.longTransaction((t) => t.none('TRUNCATE mail.outbox'));
  server = await startMailServer();
});

const letter = (purposeKey: string, more: Partial<Letter> = {}): Letter => ({ to: 'ktos@example.org', subject: `List ${purposeKey}`, text: 'Zażółć gęślą jaźń.', purpose: 'test', purposeKey, ...more });
const post = (url = server.url) => openPost({ db: own.database.db, mail: { smtpUrl: url, from: 'MSIP <msip@example.org>' }, log: createLog('silent'), everyMs: 20 });
const rows = () => own.database.db.any<{ key: string; tries: number; sent: boolean; over: boolean; error: string | null; recipient: string | null; wait: number }>(
  'SELECT purpose_key AS key, tries, sent_at IS NOT NULL AS sent, given_up_at IS NOT NULL AS over, last_error AS error, recipient, extract(epoch FROM due_at - clock_timestamp())::float8 AS wait FROM mail.outbox ORDER BY id');
const soon = () => own.database.db.none('UPDATE mail.outbox SET due_at = clock_timestamp() WHERE sent_at IS NULL AND given_up_at IS NULL');

describe('the outbox', () => {
  it('keeps a letter once a purpose and key, and none of a transaction that came to nothing', async () => {
    const { db } = own.database;
    expect([await enqueue(db, letter('a')), await enqueue(db, letter('a', { text: 'inny' })), await enqueue(db, letter('b'))]).toEqual([true, false, true]);
    await expect(db.tx(async (t) => { await enqueue(t, letter('c')); throw new Error('nothing of it'); })).rejects.toThrow('nothing of it');
    expect((await rows()).map(({ key }) => key)).toEqual(['a', 'b']);
    await server.close();
  });

  it.each<[string, Partial<Letter>]>([['two recipients', { to: 'a@example.org, b@example.org' }], ['a recipient with a name', { to: 'A <a@example.org>' }], ['a line in the recipient', { to: 'a@example.org\nBcc: b@example.org' }], ['a line in the subject', { subject: 'a\r\nBcc: b@example.org' }], ['a line in a header', { headers: { 'Reply-To': 'a@example.org\nX: y' } }]])('%s never becomes a letter', async (_, more) => {
    await expect(enqueue(own.database.db, letter('x', more))).rejects.toThrow(/A (letter|header)/);
    expect(await rows()).toEqual([]);
    await server.close();
  });

  it('knows an address from what could be more', () => {
    for (const good of ['a@b.pl', 'jan.nowak+x@um.krakow.pl', "o'brien@example.org", 'józef@example.org']) expect(isAddress(good), good).toBe(true);
    for (const bad of ['', 'a', '@b.pl', 'a@', 'a b@c.pl', 'a@b.pl,', 'a@b@c.pl,x', '<a@b.pl>', 'a@b.pl\n', 'a\u202e@b.pl', 'a:b@c.pl', `${'x'.repeat(65)}@b.pl`]) expect(isAddress(bad), bad).toBe(false);
  });
});

describe('delivery', () => {
  it('sends each once, also with several servers at work and after a restart, under a name of its own', async () => {
    for (let n = 0; n < 12; n += 1) await enqueue(own.database.db, letter(String(n), { headers: { 'Reply-To': 'odpowiedz@example.org' } }));
    const posts = [post(), post(), post()];
    await expect.poll(async () => (await rows()).every(({ sent }) => sent), { timeout: 20_000 }).toBe(true);
    await Promise.all(posts.map((one) => one.stop()));
    const again = post();
    await delay(200);
    await again.stop();
    expect(server.mails.map(({ headers }) => headers.get('subject')).sort()).toEqual(Array.from({ length: 12 }, (_, n) => `List ${n}`).sort());
    expect(new Set(server.mails.map(({ headers }) => headers.get('message-id'))).size).toBe(12);
    expect(server.mails[0]).toMatchObject({ from: 'msip@example.org', to: ['ktos@example.org'], text: 'Zażółć gęślą jaźń.' });
    expect((await rows()).every(({ recipient }) => recipient === null)).toBe(true);
    await server.close();
  });

  it('while the mail server is away, or asks to wait, tries again later and later, under the same name', async () => {
    const { port } = new URL(server.url);
    await server.close();
    await enqueue(own.database.db, letter('czeka'));
    const away = post();
    await expect.poll(async () => (await rows())[0]!.error, { timeout: 20_000 }).toMatch(/ECONN|ESOCKET/);
    expect((await rows())[0]).toMatchObject({ tries: 1, sent: false, over: false });
    expect((await rows())[0]!.wait).toBeGreaterThan(waitS(1) - 30);
    server = await startMailServer(Number(port));
    const names: (string | undefined)[] = [];
    server.whenGiven = (mail) => { names.push(mail.headers.get('message-id')); if (names.length === 1) throw refusal(451); };
    await soon();
    await expect.poll(async () => (await rows())[0]!.tries, { timeout: 20_000 }).toBe(2);
    await expect.poll(async () => (await rows())[0]!.error, { timeout: 20_000 }).toContain('451');
    await soon();
    await expect.poll(async () => (await rows())[0]!.sent, { timeout: 20_000 }).toBe(true);
    expect([names.length, new Set(names).size]).toEqual([2, 1]);
    await away.stop();
    await server.close();
  });

  it('what is refused for ever is given up and forgotten, and does not keep the next one waiting', async () => {
    server.whenGiven = ({ headers }) => { if (headers.get('subject') === 'List nigdy') throw refusal(554); };
    await enqueue(own.database.db, letter('nigdy'));
    await enqueue(own.database.db, letter('potem'));
    const working = post();
    await expect.poll(async () => (await rows()).map(({ key, sent, over, recipient, tries }) => ({ key, sent, over, recipient, tries })), { timeout: 20_000 })
      .toEqual([{ key: 'nigdy', sent: false, over: true, recipient: null, tries: 1 }, { key: 'potem', sent: true, over: false, recipient: null, tries: 1 }]);
    await working.stop();
    await server.close();
  });

  it('waits grow to four hours, and end', () => {
    const waits = Array.from({ length: MOST_TRIES }, (_, at) => waitS(at + 1));
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect([waits[0], waits.at(-1)]).toEqual([60, 4 * 3600]);
  });
});
