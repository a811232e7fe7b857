/** Watches by letter, through a mail server: nothing before the confirmation, every change once whatever is interrupted, nothing after the end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../server/http/log.ts';
import { enqueue, isAddress, withdraw } from '../../server/mail/outbox.ts';
import { deliver } from '../../server/rooms/watches/deliver.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';

const PATH = '/api/investment/watches';
const HOUR = 3_600_000;
let clock = Date.parse('2026-11-15T12:00:00Z');
let app: TestApp;
let post: MailServer;
beforeAll(async () => {
  post = await startMailServer();
  app = await startTestApp({ now: () => new Date(clock), env: { SMTP_URL: post.url, MAIL_FROM: 'MSIP Kraków <msip@krakow.example>', SEARCHES_PER_MINUTE: '0' } });
}, 120_000);
afterAll(async () => { await app?.close(); await post?.close(); });

const look = () => deliver({ log: createLog('silent'), database: app.database, publicUrl: app.url, mail: { enqueue, isAddress, withdraw } }, new Date(clock));
const lettersTo = (address: string) => post.mails.filter(({ to }) => to.includes(address));
const arrived = async (address: string, count: number) => { await expect.poll(() => lettersTo(address).length, { timeout: 15_000 }).toBe(count); return lettersTo(address).at(-1)!; };
const waiting = (address: string) => app.database.db.any<{ subject: string }>('SELECT subject FROM mail.outbox WHERE recipient = $1', [address]);
const ask = (email: string, more: object = {}) => fetch(`${app.url}${PATH}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Duże tereny', filter: "status = 'available'", notify: 'email', email, lang: 'pl', ...more }) });
const linkIn = (text: string, what: string): string => new RegExp(`http\\S+/${what}\\?token=[\\w-]{43}`).exec(text)![0];
const watchesOf = (email: string) => app.database.db.any<{ confirmed: boolean }>('SELECT confirmed_at IS NOT NULL AS confirmed FROM investment.watch WHERE email = $1', [email]);
const pressed = async (url: string) => { const answer = await fetch(url, { method: 'POST' }); return [answer.status, /data-state="(\w+)"/.exec(await answer.text())?.[1]]; };

let count = 0;
/** Makes a site fit that did not, and back: two events. */
async function changeSite(): Promise<{ name: string; key: string }> {
  const site = await app.database.db.one<{ key: string; name: string }>("SELECT key, name FROM investment.site WHERE status = 'reserved' ORDER BY key OFFSET $1 LIMIT 1", [count++ % 4]);
  await app.database.db.none("UPDATE investment.site SET status = 'available' WHERE key = $1", [site.key]);
  await app.database.db.none("UPDATE investment.site SET status = 'reserved' WHERE key = $1", [site.key]);
  return site;
}
async function confirmed(email: string, more: object = {}): Promise<string> {
  await ask(email, more);
  const { text } = await arrived(email, 1);
  expect(await pressed(linkIn(text, 'confirm'))).toEqual([200, 'confirmed']);
  return text;
}

describe('before the confirmation', () => {
  it('one letter is sent, that repeats nothing of what was written, and nothing else whatever happens', async () => {
    const answer = await ask('anna@example.org', { name: 'KUP TANIO http://evil.example' });
    expect([answer.status, await answer.json()]).toEqual([202, { state: 'confirm' }]);
    const letter = await arrived('anna@example.org', 1);
    expect(letter.raw + letter.text).not.toMatch(/KUP|evil/);
    expect(letter.headers.get('auto-submitted')).toBe('auto-generated');
    expect(letter.text).toContain('48 godzin');
    await changeSite();
    expect(await look()).toBe(0);
    expect(await waiting('anna@example.org')).toEqual([]);
  });

  it('programs that open the link confirm nothing; the button does, once', async () => {
    await ask('prefetch@example.org');
    const link = linkIn((await arrived('prefetch@example.org', 1)).text, 'confirm');
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method, headers: { accept: 'text/html', purpose: 'prefetch' } })).status).toBe(200);
    expect(await watchesOf('prefetch@example.org')).toEqual([{ confirmed: false }]);
    expect((await fetch(`${link}&utm_source=mail`, { headers: { accept: 'text/html' } })).status).toBe(200);
    expect(await pressed(link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toEqual([404, 'unknown']);
    expect(await pressed(link)).toEqual([200, 'confirmed']);
    expect(await pressed(link)).toEqual([404, 'unknown']);
    expect(await watchesOf('prefetch@example.org')).toEqual([{ confirmed: true }]);
  });

  it('what nobody confirms within two days is gone, address and all', async () => {
    await ask('late@example.org');
    const link = linkIn((await arrived('late@example.org', 1)).text, 'confirm');
    clock += 47 * HOUR;
    await look();
    expect(await watchesOf('late@example.org')).toHaveLength(1);
    clock += 2 * HOUR;
    expect(await pressed(link)).toEqual([404, 'unknown']);
    await look();
    expect(await watchesOf('late@example.org')).toEqual([]);
  });

  it('nobody fills the box of another, and the answer tells nothing of an address', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, async (_, at) => { const answer = await ask(['victim@example.org', 'Victim@example.org', `victim+${at}@example.org`][at % 3]!); return [answer.status, await answer.text()]; }));
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(await app.database.db.one("SELECT count(*)::integer AS count FROM investment.watch WHERE email ILIKE 'victim%@example.org'")).toEqual({ count: 3 });
    await expect.poll(() => post.mails.filter(({ to }) => /^victim(?:\+\d)?@example\.org$/i.test(to[0] ?? '')).length, { timeout: 15_000 }).toBe(3);
  });

  it.each(['', 'a', 'a@b, c@d', 'a@b\r\nBcc: c@d', 'Anna <a@example.org>', 'a @example.org', `${'a'.repeat(300)}@example.org`])('the address %j is refused', async (email) => { expect((await ask(email)).status).toBe(400); });
});

describe('once confirmed', () => {
  it('one whose filter the database cannot answer keeps nobody else from being told', async () => {
    const { db } = app.database;
    // A pattern that is a value of the site itself: whether it is one shows only when it is asked.
    await confirmed('first@example.org', { filter: 'name LIKE rail_access' });
    await confirmed('second@example.org');
    // One site: facts of land are written anew only where it lies.
    const { key, name } = await changeSite();
    await db.none("UPDATE investment.site SET rail_access = '\\', status = 'available' WHERE key = $1", [key]);
    await look();
    expect((await arrived('second@example.org', 2)).text).toContain(name);
    await db.none("UPDATE investment.site SET rail_access = NULL, status = 'reserved' WHERE key = $1", [key]);
    clock += 2 * HOUR;
    await db.none("UPDATE investment.watch SET filter = 'TRUE' WHERE email = 'first@example.org'");
    await look();
    expect((await arrived('first@example.org', 2)).text).toContain(name);
  });

  it('what happened is told in one letter, once, however often and by however many it is looked', async () => {
    await confirmed('jan@example.org');
    expect(await look()).toBe(0);
    const { name, key } = await changeSite();
    const letters = await Promise.all([look(), look(), look()]);
    expect(letters.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(1);
    const letter = await arrived('jan@example.org', 2);
    expect(letter.headers.get('subject')).toBe('Duże tereny: 2 zmiany');
    expect(letter.text).toContain(`Spełnia teraz warunki: ${name}`);
    expect(letter.text).toContain('Stan: zarezerwowany → dostępny');
    expect(letter.text).toContain('Dane demonstracyjne');
    expect(letter.text).toContain(`${app.url}/teren/${key}`);
    expect(letter.headers.get('list-unsubscribe')).toMatch(/^<http\S+\/end\?token=[\w-]{43}>$/);
    expect(letter.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    clock += 2 * HOUR;
    await look();
    expect(await waiting('jan@example.org')).toEqual([]);
    expect(lettersTo('jan@example.org')).toHaveLength(2);
  });

  it('letters come an hour apart at least, and together say all of it in order', async () => {
    await confirmed('ewa@example.org', { lang: 'en', kinds: ['appeared'] });
    const first = await changeSite();
    await look();
    expect((await arrived('ewa@example.org', 2)).text).toContain(`Now meets the conditions: ${first.name}`);
    const rest = [await changeSite(), await changeSite()];
    await look();
    expect(await waiting('ewa@example.org')).toEqual([]);
    clock += HOUR;
    await look();
    const { text, headers } = await arrived('ewa@example.org', 3);
    expect(headers.get('subject')).toBe('Duże tereny: 2 changes');
    const places = rest.map(({ name }) => text.indexOf(`Now meets the conditions: ${name}`));
    expect(places.every((place) => place >= 0) && places[0]! < places[1]!).toBe(true);
    expect(text).not.toContain('No longer meets');
  });

  it('an interruption between looking and noting loses nothing and tells nothing twice', async () => {
    await confirmed('ola@example.org');
    await changeSite();
    clock += HOUR;
    const broken = { database: app.database, publicUrl: app.url, mail: { isAddress, withdraw, enqueue: async (...letter: Parameters<typeof enqueue>) => { await enqueue(...letter); throw new Error('the server was killed'); } } };
    await expect(deliver({ log: createLog('silent'), ...broken }, new Date(clock))).rejects.toThrow('killed');
    expect(await waiting('ola@example.org')).toEqual([]);
    await look();
    await look();
    await arrived('ola@example.org', 2);
  });

  it('conditions that can no longer be asked are told once', async () => {
    await confirmed('broken@example.org');
    await app.database.db.none("UPDATE investment.watch SET filter = 'gone_field > 1' WHERE email = 'broken@example.org'");
    await changeSite();
    for (let at = 0; at < 3; at += 1) { clock += HOUR; await look(); }
    const letter = await arrived('broken@example.org', 2);
    expect(letter.text).toContain('gone_field');
  });

  it('one request of a mail program ends it: nothing is left, and nothing that waits is sent', async () => {
    await confirmed('piotr@example.org');
    await changeSite();
    // The mail server is away: the letter waits.
    post.whenGiven = () => { throw Object.assign(new Error('later'), { responseCode: 451 }); };
    clock += HOUR;
    await look();
    await expect.poll(() => app.database.db.one<{ refused: boolean }>("SELECT last_error IS NOT NULL AS refused FROM mail.outbox WHERE recipient = 'piotr@example.org'").then(({ refused }) => refused), { timeout: 15_000 }).toBe(true);
    const { body, headers } = await app.database.db.one<{ body: string; headers: Record<string, string> }>("SELECT body, headers FROM mail.outbox WHERE recipient = 'piotr@example.org'");
    const oneClick = headers['List-Unsubscribe']!.slice(1, -1);
    expect(linkIn(body, 'end')).toBe(oneClick);
    expect((await fetch(oneClick, { headers: { accept: 'text/html' } })).status).toBe(200);
    expect(await watchesOf('piotr@example.org')).toHaveLength(1);
    const ended = await fetch(oneClick, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*' }, body: 'List-Unsubscribe=One-Click' });
    expect(ended.status).toBe(200);
    expect(await watchesOf('piotr@example.org')).toEqual([]);
    expect(await waiting('piotr@example.org')).toEqual([]);
    expect(await app.database.db.any("SELECT FROM mail.outbox WHERE body LIKE '%piotr%' OR recipient LIKE '%piotr%'")).toEqual([]);
    post.whenGiven = () => undefined;
    await changeSite();
    clock += HOUR;
    await look();
    expect(lettersTo('piotr@example.org')).toHaveLength(1);
  });

  it('the server says that it sends letters', async () => { expect(await (await fetch(`${app.url}${PATH}/ways`)).json()).toEqual({ feed: true, email: true }); });
});
