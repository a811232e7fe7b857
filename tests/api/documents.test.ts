/** The extract on paper can be checked: the same parcel and day give the same bytes, whatever is imported later; a changed answer is told as superseded. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { ExtractRecord, Verification } from '../../domain/contract/verification.ts';
import { loadAlone } from '../../server/db/load-alone.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { hasPoppler, poppler } from '../support/pdf.ts';
import { buildTown, IN_FORCE, rectangle } from './parcels-town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ database: 'empty' });
  await buildTown(app.database);
});
afterAll(() => app?.close());

const DAY = '2026-02-15';
const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(`${app.url}${path}`, init);
const path = `/api/parcels/${IN_FORCE}`;
const change = (sql: string): Promise<unknown> => loadAlone(app.database, (t) => t.multi(sql));
async function documentText(day = DAY): Promise<string> {
  const response = await ask(`${path}/document?datetime=${day}`);
  expect(response.status).toBe(200);
  return response.text();
}
const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const issue = async (day = DAY): Promise<ExtractRecord> => ExtractRecord.parse(await (await ask(`${path}/records?datetime=${day}`, { method: 'POST' })).json());
const verify = async (hash: string): Promise<Verification> => Verification.parse(await (await ask(`/api/verify/${hash}`)).json());

describe('a record', () => {
  it('has the SHA-256 of the document, which the document itself tells by header', async () => {
    const response = await ask(`${path}/document?datetime=${DAY}`);
    const text = await response.text();
    expect(response.headers.get('repr-digest')).toBe(`sha-256=:${Buffer.from(hashOf(text), 'hex').toString('base64')}:`);
    const record = await issue();
    expect(record).toMatchObject({ hash: hashOf(text), identifier: IN_FORCE, day: DAY, dataVersion: expect.stringMatching(/^\d{4}-\d\d-\d\d\.\d+$/) as string, url: expect.stringContaining(`/verify/${hashOf(text)}`) as string });
    expect(await issue()).toEqual(record);
  });

  it('is canonical JSON: names sorted, no space', async () => {
    const text = await documentText();
    const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.map(sorted) : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, sorted(part)])) : value);
    expect(text).toBe(JSON.stringify(sorted(JSON.parse(text))));
  });

  it('is unchanged after later imports: a parcel divided, a plan repealed, a new edition, all after its day', async () => {
    const before = await documentText();
    const { hash } = await issue();
    await change(`
      UPDATE cadastre.parcel SET valid = daterange(lower(valid), '2026-06-01') WHERE key = '${IN_FORCE}';
      INSERT INTO cadastre.parcel (key, dataset_id, identifier, valid, geom) VALUES ('${IN_FORCE}', 1, '${IN_FORCE}', '[2026-06-01,)', ${rectangle(0, 0, 20, 25)});
      UPDATE planning.plan SET in_force_to = '2026-07-31', valid = '[2012-10-01,2026-08-01)', status = 'superseded', stage = 'REPEALED' WHERE key = 'bronowice';
      INSERT INTO planning.plan_event (plan_id, ordinal, stage, on_date, title) SELECT id, 9, 'REPEALED', '2026-08-01', 'Uchylenie' FROM planning.plan WHERE key = 'bronowice';
      UPDATE meta.dataset SET source_date = '2026-09-30', checksum = 'town-2' WHERE id = 1;
      INSERT INTO meta.dataset (id, name, layer, publisher, licence, source_date, demonstration, checksum) VALUES (2, 'Nowszy zbiór', 'noise', 'Urząd', 'CC BY 4.0', '2026-10-01', false, 'later')`);
    expect(await documentText()).toBe(before);
    expect(await verify(hash)).toMatchObject({ state: 'unchanged', record: { hash, identifier: IN_FORCE, day: DAY } });
  });

  it('is superseded when the registers say something else of its day, with the record that would be issued now', async () => {
    const { hash } = await issue();
    await change(`UPDATE planning.zone SET max_height_m = 9 WHERE key = 'bronowice:MN.1'; UPDATE meta.dataset SET source_date = '2026-10-31', checksum = 'town-3' WHERE id = 1`);
    const told = await verify(hash);
    const now = await documentText();
    expect(told).toMatchObject({ state: 'superseded', record: { hash }, by: { hash: hashOf(now), day: DAY }, since: { dataset: 'Dane próbne miasteczka' } });
    expect(hashOf(now)).not.toBe(hash);
    expect(await verify(hashOf(now))).toMatchObject({ state: 'unchanged' });
    await change("UPDATE planning.zone SET max_height_m = 11 WHERE key = 'bronowice:MN.1'");
    expect(await verify(hash)).toMatchObject({ state: 'unchanged' });
  });

  it('is superseded by nothing when the registers no longer know the parcel on that day', async () => {
    const { hash } = await issue();
    await change(`UPDATE cadastre.parcel SET key = 'gone', identifier = '126104_9.0009.99999' WHERE key = '${IN_FORCE}' AND valid @> '${DAY}'::date`);
    expect(await verify(hash)).toMatchObject({ state: 'superseded', by: null });
    await change(`UPDATE cadastre.parcel SET key = '${IN_FORCE}', identifier = '${IN_FORCE}' WHERE key = 'gone'`);
  });

  it('with one altered character is unknown, as is anything else', async () => {
    const { hash } = await issue();
    const altered = hash.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const other of [altered, hash.slice(1), `${hash}0`, 'x', '%3Cimg%20src=x%3E']) expect((await verify(other)).state, other).toBe('unknown');
  });

  it('may be typed as it stands on paper: in groups, in capitals', async () => {
    const { hash } = await issue();
    expect((await verify(encodeURIComponent(hash.toUpperCase().replaceAll(/(.{8})/g, '$1 ')))).state).toBe('unchanged');
  });

  it('another day is another record', async () => {
    expect((await issue('2026-02-16')).hash).not.toBe((await issue()).hash);
  });
});

describe('the page behind the code', () => {
  it.each([['pl', 'Bez zmian'], ['en', 'Unchanged']])('says it in words, in %s', async (lang, word) => {
    const { hash, number } = await issue();
    const response = await ask(`/verify/${hash}?lang=${lang}`, { headers: { Accept: 'text/html' } });
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain(`<h1 data-state="unchanged">${word}</h1>`);
    for (const part of [number, IN_FORCE, `lang="${lang}"`]) expect(page).toContain(part);
  });

  it('of an unknown hash is 404 and shows nothing as markup', async () => {
    const response = await ask('/verify/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', { headers: { Accept: 'text/html' } });
    expect(response.status).toBe(404);
    const page = await response.text();
    expect(page).toContain('data-state="unknown"');
    expect(page).not.toContain('<img');
  });
});

describe('the paper', () => {
  it('is a tagged PDF with the hash of its document, the same bytes each time', async () => {
    const response = await ask(`${path}/extract.pdf?datetime=${DAY}&scale=500`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pdf = Buffer.from(await response.arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const again = Buffer.from(await (await ask(`${path}/extract.pdf?datetime=${DAY}&scale=500`)).arrayBuffer());
    expect(again.equals(pdf)).toBe(true);
    if (!hasPoppler()) return;
    const { hash, number } = await issue();
    const text = poppler('pdftotext', pdf, '-raw').replaceAll(/\s+/g, '');
    for (const part of [hash, number, IN_FORCE, '1:500', 'MN.1', 'ToniejestwypisaniwyryszplanumiejscowegO'.toLowerCase()]) expect(text.toLowerCase()).toContain(part.toLowerCase());
    expect(poppler('pdfinfo', pdf)).toMatch(/Tagged:\s+yes/);
  });

  test.each(['scale=1500', 'scale=x', 'lang=de', 'datetime=2020-02-30', 'size=A3', 'lang=pl&lang=en'])('extract.pdf?%s is a 400', async (query) => {
    expect((await ask(`${path}/extract.pdf?${query}`)).status).toBe(400);
  });

  it('of a parcel that is not there is 404; of a day before it, too', async () => {
    expect((await ask('/api/parcels/126104_9.0009.4711/extract.pdf')).status).toBe(404);
    expect((await ask('/api/parcels/126104_9.0009.4711/records', { method: 'POST' })).status).toBe(404);
    expect((await ask(`${path}/records`)).status).toBe(405);
  });
});
