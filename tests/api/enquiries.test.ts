/** Enquiries of investors: taken once, not from programs, never more than text; read and answered by advisers alone, told by mail. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Enquiry, EnquiryList } from '../../domain/contract/investment/enquiry.ts';
import { eraseEnquiries } from '../../server/rooms/enquiries/enquiries.repository.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { asBrowser, type Person, signIn } from '../support/people.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';

let app: TestApp;
let mail: MailServer;
let adviser: Person;
let [site, other] = ['', ''];
let clock = Date.parse('2026-11-23T10:00:00Z');
const pass = (ms: number): void => { clock += ms; };
let resident: Person['fetch'];

beforeAll(async () => {
  mail = await startMailServer();
  app = await startTestApp({ now: () => new Date(clock), env: { SMTP_URL: mail.url, MAIL_FROM: 'MSIP Kraków <msip@krakow.example>', ENQUIRIES_TO: 'coi@krakow.example, drugi@krakow.example', SEARCHES_PER_MINUTE: '0' } });
  resident = asBrowser(app);
  [site, other] = await app.database.db.map('SELECT key FROM investment.site ORDER BY key LIMIT 2', [], ({ key }: { key: string }) => key) as [string, string];
});
afterAll(async () => { await app?.close(); await mail?.close(); });
beforeEach(async () => {
  pass(7_200_000);
  adviser = await signIn(app, { login: 'ada', name: 'Ada Wit', role: 'investor-adviser' });
});

const tokenOf = async (of = site): Promise<string> => ((await (await resident(`/api/investment/enquiries/token?site=${of}`)).json()) as { token: string }).token;
const words = (message: string) => ({ site, name: 'Jan Nowak', email: 'jan@example.org', message, website: '', consent: true });
const post = async (body: unknown) => {
  const response = await resident('/api/investment/enquiries', { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  return { status: response.status, body: await response.json() as { reference?: string; errors?: { path: string; message: string }[] } };
};
/** A form opened ten seconds ago. */
const sent = async (message: string, more: object = {}, of = site) => {
  const token = await tokenOf(of);
  pass(10_000);
  return post({ ...words(message), site: of, token, ...more });
};
const kept = () => app.database.db.one<{ many: number }>('SELECT count(*)::integer AS many FROM office.enquiry').then(({ many }) => many);
const ask = async (who: Person, method: string, path: string, body?: unknown, version?: number) => {
  const response = await who.fetch(`/api/investment/desk/enquiries${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }), headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  return { status: response.status, etag: response.headers.get('etag'), body: await response.json() as never };
};
const listed = async (query = '') => EnquiryList.parse((await ask(adviser, 'GET', query)).body);

describe('the form', () => {
  it('is taken, and everything of it is read by an adviser', async () => {
    const { status, body } = await sent('Czy teren ma\r\nkanalizację?', { phone: '+48 12 345 67 89', company: 'Zażółć sp. z o.o.' });
    expect([status, body.reference]).toEqual([202, expect.stringMatching(/^ZI-[0-9A-Z]{10}$/)]);
    const found = (await listed()).enquiries.find(({ reference }) => reference === body.reference)!;
    expect(found).toMatchObject({ status: 'new', assignee: null, begins: 'Czy teren ma kanalizację?', site: { key: site, listed: true } });
    const one = Enquiry.parse((await ask(adviser, 'GET', `/${found.id}`)).body);
    expect(one).toMatchObject({ name: 'Jan Nowak', email: 'jan@example.org', phone: '+48 12 345 67 89', company: 'Zażółć sp. z o.o.', message: 'Czy teren ma\nkanalizację?', steps: ['answered', 'closed', 'spam'], history: [] });
    expect(one.mail).toHaveLength(2);
  });

  it.each<[string, number, string]>([['at once', 100, 'too-early'], ['just too early', 2_999, 'too-early'], ['after a day', 24 * 3_600_000 + 1, 'expired']])('%s it is refused', async (_, after, why) => {
    const [token, before] = [await tokenOf(), await kept()];
    pass(after);
    expect(await post({ ...words(`kiedy ${why}`), token })).toMatchObject({ status: 422, body: { errors: [{ path: 'token', message: why }] } });
    expect(await kept()).toBe(before);
  });

  it('its token is for one site, nobody makes one, and none is given for what is not listed', async () => {
    const token = await tokenOf();
    pass(10_000);
    const [time, nonce, mac] = token.split('.') as [string, string, string];
    const later = `${(Date.now() + 1e12).toString(36).slice(0, time.length)}.${nonce}.${mac}`;
    for (const forged of ['x', later, `${time}.${nonce}.${'A'.repeat(43)}`, `${token}A`, '..']) expect((await post({ ...words('fałsz'), token: forged })).body.errors, forged).toEqual([{ path: 'token', message: 'unknown' }]);
    expect((await post({ ...words('inny teren'), site: other, token })).body.errors).toEqual([{ path: 'token', message: 'unknown' }]);
    for (const [query, status] of [['site=nie-ma', 404], ['', 400], ['site=a%00', 400], [`site=${site}&x=1`, 400]] as const) expect((await resident(`/api/investment/enquiries/token?${query}`)).status).toBe(status);
  });

  it('is taken once: the same again has the same reference, other words with its token are refused', async () => {
    const token = await tokenOf();
    pass(10_000);
    const before = await kept();
    const all = await Promise.all([1, 2, 3, 4].map(() => post({ ...words('raz'), token })));
    expect(new Set(all.map(({ status, body }) => `${status} ${body.reference}`)).size).toBe(1);
    expect(await post({ ...words('dwa'), token })).toMatchObject({ status: 422, body: { errors: [{ message: 'used' }] } });
    pass(3 * 3_600_000);
    expect((await post({ ...words('raz'), token })).body.reference).toBe(all[0]!.body.reference);
    expect(await kept()).toBe(before + 1);
  });

  it('the same words within an hour are one enquiry, after it another; another address is another', async () => {
    const before = await kept();
    const first = await sent('To samo');
    expect((await sent('To samo', { email: 'JAN@example.org' })).body.reference).toBe(first.body.reference);
    expect((await sent('To samo', { email: 'ewa@example.org' })).body.reference).not.toBe(first.body.reference);
    pass(3_600_000);
    expect((await sent('To samo')).body.reference).not.toBe(first.body.reference);
    expect(await kept()).toBe(before + 3);
  });

  it('whoever fills the field that people do not see is told the same, and nothing is kept', async () => {
    const before = await kept();
    const { status, body } = await sent('Kup teraz', { website: 'https://spam.example' });
    expect([status, Object.keys(body), body.reference]).toEqual([202, ['reference'], expect.stringMatching(/^ZI-[0-9A-Z]{10}$/)]);
    expect(await kept()).toBe(before);
  });

  it.each<[string, object, number]>([
    ['a second header in the name', { name: 'Jan\r\nBcc: wszyscy@example.org' }, 400], ['one in the address', { email: 'jan@example.org\nBcc: x@example.org' }, 400], ['two addresses', { email: 'a@example.org,b@example.org' }, 400],
    ['a name in the address', { email: 'Jan <jan@example.org>' }, 400], ['a quoted address', { email: '"a b"@example.org' }, 400], ['a line in the company', { company: 'A\u2028B' }, 400], ['another direction of reading', { name: 'Jan \u202egro.elpmaxe' }, 400], ['a telephone that is none', { phone: 'tel:+48' }, 400],
    ['a bell in the message', { message: 'a\u0007b' }, 400], ['NUL', { message: 'a\u0000b' }, 400], ['half a character', { message: 'a\ud800' }, 400], ['no message', { message: ' \n ' }, 400], ['a long one', { message: 'x'.repeat(4001) }, 400], ['a huge one', { message: 'x'.repeat(60_000) }, 413],
    ['no consent', { consent: false }, 400], ['another field', { status: 'closed' }, 400], ['a site that is none', { site: "x'; DROP TABLE office.enquiry" }, 400], ['no honey', { website: undefined }, 400],
  ])('%s is refused and nothing of it kept', async (_, more, status) => {
    const before = await kept();
    expect((await sent('Treść', more)).status).toBe(status);
    expect(await kept()).toBe(before);
  });

  it('markup, SQL and formulas are text', async () => {
    const message = `<img src=x onerror=alert(1)> '; DROP TABLE office.enquiry; -- =cmd|'/C calc'!A0 \${x} %s`;
    const { body } = await sent(message, { name: `O'Brien <b>`, company: '=1+1' });
    const found = (await listed()).enquiries.find(({ reference }) => reference === body.reference)!;
    expect((await ask(adviser, 'GET', `/${found.id}`)).body).toMatchObject({ message, name: `O'Brien <b>`, company: '=1+1' });
  });

  it('pages of others neither read a token nor send a form', async () => {
    expect((await resident(`/api/investment/enquiries/token?site=${site}`)).headers.get('access-control-allow-origin')).toBeNull();
    expect((await resident('/api/investment/enquiries', { method: 'POST', headers: { origin: 'https://evil.example' }, body: JSON.stringify(words('x')) })).status).toBe(403);
    expect((await resident('/api/investment/enquiries', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify(words('x')) })).status).toBe(415);
  });
});

it('many from one address are slowed down', async () => {
  const strict = await startTestApp({ database: { ...app, env: {} } as never, now: () => new Date(clock), env: {} });
  try {
    const all = await Promise.all(Array.from({ length: 12 }, () => asBrowser(strict)('/api/investment/enquiries', { method: 'POST', body: '{}' })));
    expect(all.map(({ status }) => status).filter((status) => status === 429).length).toBe(2);
  } finally {
    await strict.close();
  }
});

describe('mail', () => {
  it('goes to each of the office, with the investor to answer to and nothing of theirs in a header', async () => {
    const { body } = await sent('Ile mocy?\n.\nKropka sama w wierszu.', { name: 'Łucja Źdźbło', email: 'lucja@example.org', company: 'Subject: nagłówek' });
    await expect.poll(() => mail.mails.filter(({ text }) => text.includes(body.reference!)).map(({ to }) => to.join()).sort(), { timeout: 20_000 }).toEqual(['coi@krakow.example', 'drugi@krakow.example']);
    const { headers, text, from } = mail.mails.find(({ text: said }) => said.includes(body.reference!))!;
    const { name } = await app.database.db.one<{ name: string }>('SELECT name FROM investment.site WHERE key = $1', [site]);
    expect(from).toBe('msip@krakow.example');
    expect(headers.get('from')).toContain('<msip@krakow.example>');
    expect(headers.get('subject')).toBe(`Zapytanie o teren: ${name} [${body.reference}]`);
    expect(headers.get('reply-to')).toBe('lucja@example.org');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect([...headers.values()].filter((value) => /Łucja|nagłówek|bcc/i.test(value))).toEqual([]);
    expect(text).toContain('Pyta: Łucja Źdźbło\nFirma: Subject: nagłówek\nE-mail: lucja@example.org');
    expect(text).toContain('Ile mocy?\n.\nKropka sama w wierszu.');
    // What a letter said is forgotten once it is sent.
    await expect.poll(() => app.database.db.any("SELECT recipient, subject, body FROM mail.outbox WHERE purpose_key LIKE $1 || '%' AND sent_at IS NOT NULL", [body.reference])).toEqual([1, 2].map(() => ({ recipient: null, subject: null, body: null })));
  });
});

describe('the office', () => {
  it('nobody but advisers reads, lists or changes any', async () => {
    const { body } = await sent('Tajne');
    const { id } = (await listed()).enquiries.find(({ reference }) => reference === body.reference)!;
    for (const role of ['planner', 'chief-planner', 'administrator'] as const) {
      const who = await signIn(app, { login: `kto-${role}`, role });
      for (const path of ['', `/${id}`, '/999999']) expect((await ask(who, 'GET', path)).status).toBe(403);
      expect((await ask(who, 'PATCH', `/${id}`, { status: 'spam' }, 1)).status).toBe(403);
    }
    for (const path of ['', `/${id}`, '/999999']) expect((await resident(`/api/investment/desk/enquiries${path}`)).status).toBe(401);
    for (const path of ['/0', '/x', '/999999', '/99999999999']) expect((await ask(adviser, 'GET', path)).status).toBe(404);
  });

  it('status, assignee and note go forward by versions; who comes late is shown what stands', async () => {
    const { body } = await sent('Krok po kroku');
    const { id } = (await listed('?status=new')).enquiries.find(({ reference }) => reference === body.reference)!;
    expect((await ask(adviser, 'PATCH', `/${id}`, { status: 'answered' })).status).toBe(428);
    const first = await ask(adviser, 'PATCH', `/${id}`, { status: 'answered', assignee: adviser.id, note: 'Oddzwonić' }, 1);
    expect([first.status, first.etag]).toEqual([200, '"2"']);
    expect(Enquiry.parse(first.body)).toMatchObject({ status: 'answered', assignee: { id: adviser.id }, note: 'Oddzwonić', changedBy: { name: 'Ada Wit' }, steps: ['closed', 'new'], history: [{ status: 'answered', by: { name: 'Ada Wit' }, assignee: { id: adviser.id } }] });
    const late = await ask(adviser, 'PATCH', `/${id}`, { note: 'Za późno' }, 1);
    expect([late.status, late.body]).toMatchObject([412, { current: { version: 2, changedBy: { id: adviser.id }, enquiry: { note: 'Oddzwonić' } } }]);
    expect((await ask(adviser, 'PATCH', `/${id}`, { status: 'spam' }, 2)).status).toBe(422);
    const planner = await signIn(app, { login: 'planista', role: 'planner' });
    for (const assignee of [planner.id, 99_999]) expect((await ask(adviser, 'PATCH', `/${id}`, { assignee }, 2)).status).toBe(422);
    for (const wrong of [{}, { status: 'x' }, { name: 'Inny' }, { note: 'x'.repeat(4001) }]) expect((await ask(adviser, 'PATCH', `/${id}`, wrong, 2)).status).toBe(400);
    expect((await listed('?status=answered')).enquiries.map((one) => one.id)).toContain(id);
    const { byStatus, bySite, numberMatched } = await listed();
    expect(byStatus.new + byStatus.answered + byStatus.closed + byStatus.spam).toBe(numberMatched);
    expect(bySite.find(({ key }) => key === site)!.enquiries).toBe(numberMatched - byStatus.spam);
    const trail = await app.database.db.any<{ detail: unknown }>("SELECT detail FROM audit.entry WHERE subject_kind = 'enquiry' AND subject = $1", [String(id)]);
    expect(trail).toEqual([{ detail: { version: 2, status: 'answered', assignee: adviser.id, note: 'changed' } }]);
  });

  it('lists page by page, each once', async () => {
    for (let n = 0; n < 3; n += 1) await sent(`strona ${n}`, {}, other);
    await app.database.db.none("INSERT INTO office.enquiry (reference, site_key, site_name, name, email, message, sameness, received_at) SELECT 'ZI-' || lpad(n::text, 10, '0'), 'dawny-teren', 'Dawny', 'x', 'x@example.org', 'x', sha256(n::text::bytea), now() FROM generate_series(1, 120) AS n");
    const seen: number[] = [];
    for (let before = ''; ;) {
      const { enquiries, more } = await listed(before && `?before=${before}`);
      seen.push(...enquiries.map(({ id }) => id));
      if (!more) break;
      before = String(enquiries.at(-1)!.id);
    }
    expect(seen.length).toBe(await kept());
    expect(new Set(seen).size).toBe(seen.length);
    expect((await listed(`?site=${other}`)).enquiries.every(({ site: { key } }) => key === other)).toBe(true);
    expect((await listed('?site=dawny-teren')).enquiries[0]!.site.listed).toBe(false);
  });

  it('a year after closing, a month after spam, nothing is left of who asked', async () => {
    const [closed, spam, open] = await Promise.all(['zamknięte', 'śmieci', 'otwarte'].map(async (message) => (await sent(message, { email: 'zapomnij@example.org' })).body.reference!));
    const idOf = async (reference: string) => (await app.database.db.one<{ id: number }>('SELECT id FROM office.enquiry WHERE reference = $1', [reference])).id;
    await ask(adviser, 'PATCH', `/${await idOf(closed!)}`, { status: 'closed', note: 'Jan prosi o ciszę' }, 1);
    await ask(adviser, 'PATCH', `/${await idOf(spam!)}`, { status: 'spam' }, 1);
    const { db } = app.database;
    const at = (days: number) => new Date(clock + days * 86_400_000);
    const left = () => db.map("SELECT reference FROM office.enquiry WHERE email = 'zapomnij@example.org' ORDER BY id", [], ({ reference }: { reference: string }) => reference);
    await eraseEnquiries(db, at(29));
    expect((await left()).length).toBe(3);
    expect(await eraseEnquiries(db, at(31))).toBe(1);
    expect(new Set(await left())).toEqual(new Set([closed, open]));
    expect(await eraseEnquiries(db, at(366))).toBe(1);
    expect(await left()).toEqual([open]);
    const one = Enquiry.parse((await ask(adviser, 'GET', `/${await idOf(closed!)}`)).body);
    expect(one).toMatchObject({ name: null, email: null, phone: null, message: null, note: '', status: 'closed', steps: [] });
    expect((await ask(adviser, 'PATCH', `/${one.id}`, { note: 'x' }, one.version)).status).toBe(422);
  });
});
