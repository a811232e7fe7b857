/** Attachments: known by their content, without place and maker, shown as nothing but what they are, and each a version of its annotation. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attachment } from '../../domain/contract/office/annotation.ts';
import { cleanName } from '../../server/files/file-name.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { asBrowser, type Person, signIn } from '../support/people.ts';
import { exif, jpeg, pdf, png, SCAN, SECRET, webp } from './attachments-files.ts';

let app: TestApp;
let anna: Person;
let bart: Person;
let admin: Person;
beforeAll(async () => {
  app = await startTestApp({ database: 'empty' });
  anna = await signIn(app, { login: 'anna', role: 'planner' });
  bart = await signIn(app, { login: 'bart', role: 'planner', areas: [{ kind: 'district', key: '99' }] });
  admin = await signIn(app, { login: 'admin', role: 'administrator' });
});
afterAll(() => app.close());

async function annotation(visibility = 'office'): Promise<string> {
  const id = randomUUID();
  await app.database.db.tx(async (t) => {
    await t.none(`INSERT INTO office.annotation (id, version, status, visibility, category, priority, title, body, tags, author, created_at, changed_at, changed_by, place)
      VALUES ($1, 1, 'open', $3, 'note', 'normal', 'Próg', '', '{}', $2, now(), now(), $2, ST_SetSRID(ST_MakePoint(7423966.7, 5547788.4), 2178))`, [id, anna.id, visibility]);
    await t.any(`SELECT office.record_version($1, $2, 'created')`, [id, anna.id]);
  });
  return id;
}
const post = (by: Pick<Person, 'fetch'>, to: string, body: Buffer, { id = randomUUID() as string, name = 'zdjęcie.jpg', type = 'application/octet-stream' } = {}): Promise<Response> =>
  by.fetch(`/api/annotations/${to}/attachments?id=${id}&name=${encodeURIComponent(name)}`, { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': type } });
async function kept(by: Person, to: string, body: Buffer, name?: string): Promise<{ attachment: Attachment; answer: Response; bytes: Buffer }> {
  const response = await post(by, to, body, name === undefined ? {} : { name });
  expect(response.status).toBe(201);
  const attachment = Attachment.parse(await response.json());
  const answer = await by.fetch(`/api/annotations/${to}/attachments/${attachment.id}`);
  return { attachment, answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('what is kept of a picture', () => {
  it.each([['image/jpeg', jpeg], ['image/png', png], ['image/webp', webp]] as const)('%s: no place, no maker, nothing behind its end; the picture itself and its orientation', async (mediaType, make) => {
    const to = await annotation();
    for (const orientation of [1, 6, 8]) {
      const sent = make({ orientation });
      expect(sent.includes(SECRET)).toBe(true);
      const { attachment, answer, bytes } = await kept(anna, to, sent, `<img src=x onerror=alert(1)>.exe`);
      expect([attachment.mediaType, answer.headers.get('content-type'), attachment.bytes]).toEqual([mediaType, mediaType, bytes.length]);
      expect(bytes.includes(SECRET)).toBe(false);
      expect(bytes.includes(Buffer.from('MM\0*')) && bytes[bytes.indexOf('MM\0*') + 19]).toBe(orientation === 1 ? false : orientation);
    }
  });

  it('JPEG keeps tables, frame, scan and colour profile to the byte', async () => {
    const { bytes } = await kept(anna, await annotation(), jpeg());
    expect(bytes.subarray(-SCAN.length - 2)).toEqual(Buffer.concat([SCAN, Buffer.from([0xff, 0xd9])]));
    expect(['ICC_PROFILE', 'JFIF'].map((part) => bytes.includes(part))).toEqual([true, true]);
    // Cleaned once more it is the same.
    expect((await kept(anna, await annotation(), bytes)).bytes).toEqual(bytes);
  });

  it.each<[string, () => Buffer, number]>([
    ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 415], ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415], ['GIF', () => Buffer.from('GIF89a'), 415],
    ['nothing', () => Buffer.alloc(0), 415], ['a program', () => Buffer.from('MZ\x90\0', 'latin1'), 415], ['HTML before a PDF', () => Buffer.concat([Buffer.from('<html>'), pdf()]), 415],
    ['a PDF with something behind its end', () => Buffer.concat([pdf(), Buffer.from('PK\x03\x04')]), 415], ['half a PDF', () => pdf().subarray(0, 30), 415],
    ['half a JPEG', () => jpeg().subarray(0, -40), 422], ['half a PNG', () => png().subarray(0, 90), 422], ['half a WebP', () => webp().subarray(0, 40), 422], ['three bytes of a JPEG', () => jpeg().subarray(0, 3), 422],
    ['a damaged PNG', () => { const bytes = png(); bytes[20] = 9; return bytes; }, 422], ['a PNG of 10 gigapixels', () => png({ width: 100_000, height: 100_000 }), 422], ['a JPEG of 4 gigapixels', () => jpeg({ width: 65_535, height: 65_535 }), 422],
    ['a JPEG without pixels', () => jpeg({ width: 0 }), 422],
  ])('%s is refused', async (_what, make, status) => {
    expect((await post(anna, await annotation(), make(), { type: 'image/png', name: 'plan.png' })).status).toBe(status);
  });

  it('more than 10 MB is 413', async () => {
    const to = await annotation();
    expect((await post(anna, to, Buffer.concat([jpeg(), Buffer.alloc(10 * 1024 * 1024)]))).status).toBe(413);
    const large = pdf('x'.repeat(10 * 1024 * 1024 - 200));
    expect((await kept(anna, to, large, 'wypis.pdf')).bytes.equals(large)).toBe(true);
  });

  it('random damage is never a fault of ours', async () => {
    const to = await annotation();
    for (const make of [jpeg, png, webp]) {
      for (let n = 0; n < 15; n += 1) {
        const bytes = make({ orientation: 6 });
        bytes[12 + Math.floor(Math.random() * (bytes.length - 12))] = Math.floor(Math.random() * 256);
        expect([200, 201, 415, 422]).toContain((await post(anna, to, bytes)).status);
      }
    }
  });
});

describe('how it is shown', () => {
  it('as what it is, in a sandbox, never stored; documents are saved, pictures seen', async () => {
    const to = await annotation();
    const [document, picture] = [(await kept(anna, to, pdf(), '../../etc/Zażółć "wyrys"\r\nX: y\u202E.pdf')).answer.headers, (await kept(anna, to, jpeg())).answer.headers];
    expect(document.get('content-disposition')).toBe(`attachment; filename="Zazo_c _wyrys_X_ y.pdf"; filename*=UTF-8''Za%C5%BC%C3%B3%C5%82%C4%87%20_wyrys_X_%20y.pdf`.replace('Zazo_c', 'Zazolc'));
    expect(picture.get('content-disposition')).toBe(`inline; filename="zdjecie.jpg"; filename*=UTF-8''zdj%C4%99cie.jpg`);
    for (const headers of [document, picture]) {
      expect(['x-content-type-options', 'content-security-policy', 'cache-control', 'cross-origin-resource-policy', 'access-control-allow-origin'].map((name) => headers.get(name))).toEqual(['nosniff', `default-src 'none'; sandbox`, 'no-store', 'same-origin', null]);
    }
  });

  it.each([['C:\\tmp\\a.jpg', 'a.jpg'], ['..', 'attachment.jpg'], ['\u0000\u0007', 'attachment.jpg'], ['a.html', 'a.html.jpg'], ['<img onerror>.png', '_img onerror_.png.jpg'], ['.htaccess', 'htaccess.jpg'], ['ł'.repeat(300), `${'ł'.repeat(180)}.jpg`], ['żaba.JPEG', 'żaba.jpg']])('%j is called %j', (given, name) => {
    expect(cleanName(given, 'image/jpeg')).toBe(name);
  });
});

describe('who may', () => {
  it('residents know of none, others\' notes have none, who may not write there may read', async () => {
    const [office, open, mine] = [await annotation(), await annotation(), await annotation('mine')];
    for (const to of [office, open, mine]) {
      const { attachment } = await kept(anna, to, jpeg());
      // What everybody reads is the chief's: planners attach nothing there any more.
      if (to === open) {
        await app.database.db.none(`UPDATE office.annotation SET visibility = 'public' WHERE id = $1`, [to]);
        expect((await post(anna, to, jpeg())).status).toBe(403);
      }
      const path = `/api/annotations/${to}/attachments/${attachment.id}`;
      const seen = to === mine ? 404 : 200;
      expect((await asBrowser(app)(path)).status).toBe(404);
      expect((await post({ fetch: asBrowser(app) }, to, jpeg())).status).toBe(404);
      expect([(await bart.fetch(path)).status, (await admin.fetch(path)).status]).toEqual([seen, seen]);
      expect([(await post(bart, to, jpeg())).status, (await bart.fetch(path, { method: 'DELETE' })).status]).toEqual(to === mine ? [404, 404] : [403, 403]);
      expect((await post(admin, to, jpeg())).status).toBe(403);
      expect((await anna.fetch(`/api/annotations/${office === to ? open : office}/attachments/${attachment.id}`)).status).toBe(404);
    }
    expect((await post(anna, randomUUID(), jpeg())).status).toBe(404);
    expect((await anna.fetch(`/api/annotations/${office}/attachments/nope`)).status).toBe(404);
    expect((await anna.fetch(`/api/annotations/${office}/attachments?id=x&name=a`, { method: 'POST', body: 'x' })).status).toBe(400);
    expect((await anna.fetch(`/api/annotations/${office}/attachments?id=${randomUUID()}&name=a`, { method: 'POST', body: 'x', headers: { origin: 'https://evil.example' } })).status).toBe(403);
  });
});

describe('each is a version', () => {
  it('coming and going are told, the same request twice is one, an id is taken once', async () => {
    const [to, other, id] = [await annotation(), await annotation(), randomUUID()];
    const first = await post(anna, to, jpeg(), { id });
    const again = await post(anna, to, jpeg(), { id });
    expect([first.status, first.headers.get('etag'), again.status, again.headers.get('etag'), await first.json()]).toEqual([201, '"2"', 200, '"2"', await again.json()]);
    expect([(await post(anna, to, png(), { id })).status, (await post(anna, other, jpeg(), { id })).status]).toEqual([409, 409]);
    const gone = await anna.fetch(`/api/annotations/${to}/attachments/${id}`, { method: 'DELETE' });
    expect([gone.status, gone.headers.get('etag')]).toEqual([204, '"3"']);
    expect([(await anna.fetch(`/api/annotations/${to}/attachments/${id}`)).status, (await anna.fetch(`/api/annotations/${to}/attachments/${id}`, { method: 'DELETE' })).status]).toEqual([404, 404]);
    expect(await app.database.db.any('SELECT version, action, note, by_account FROM office.annotation_version WHERE annotation_id = $1 ORDER BY version', [to])).toEqual([
      { version: 1, action: 'created', note: null, by_account: anna.id }, { version: 2, action: 'attached', note: 'zdjęcie.jpg', by_account: anna.id }, { version: 3, action: 'detached', note: 'zdjęcie.jpg', by_account: anna.id },
    ]);
  });

  it('twenty at most, also when thirty come at once', async () => {
    const to = await annotation();
    const answers: number[] = [];
    for (let n = 0; n < 10; n += 1) answers.push(...await Promise.all([1, 2, 3].map(async () => (await post(anna, to, png())).status)));
    expect([answers.filter((status) => status === 201).length, answers.filter((status) => status === 422).length]).toEqual([20, 10]);
    expect(await app.database.db.one('SELECT version FROM office.annotation WHERE id = $1', [to])).toEqual({ version: 21 });
  });

  it('the orientation block of the test files is what is read', () => { expect(exif(6).readUInt16LE(18)).toBe(6); });
});
