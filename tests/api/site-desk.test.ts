/** Sites as the office edits them: nothing of a draft is met outside, publishing replaces what was listed, versions are never lost, files are what they are. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeskSite, DeskSiteList, type SiteContent, SiteHistory } from '../../domain/contract/investment/site-desk.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { asBrowser, type Person, signIn } from '../support/people.ts';
import { jpeg, pdf } from './attachments-files.ts';

let app: TestApp;
let ada: Person;
let adam: Person;
let resident: Person['fetch'];
let parcels: string[];

beforeAll(async () => {
  app = await startTestApp();
  ada = await signIn(app, { login: 'ada', name: 'Ada Wit', role: 'investor-adviser' });
  adam = await signIn(app, { login: 'adam', role: 'investor-adviser' });
  resident = asBrowser(app);
  // Neighbours of the municipality on which nothing is offered.
  parcels = (await app.database.db.one<{ keys: string[] }>(`SELECT ARRAY[one.key, two.key] AS keys FROM investment.neighbour AS pair JOIN cadastre.parcel AS one ON one.id = pair.a JOIN cadastre.parcel AS two ON two.id = pair.b
    WHERE NOT EXISTS (SELECT FROM investment.site WHERE site.geom && one.geom) ORDER BY one.key, two.key LIMIT 1`)).keys;
});
afterAll(() => app?.close());

const content = (more: Partial<SiteContent> = {}): SiteContent => ({
  name: 'Teren próbny', status: 'available', strategic_area: 'other', offer_form: 'sale', price_pln: 1_250_000, by_tender: false, parcels, utilities: ['woda', 'gaz'], power_kw: 400,
  road_access: 'ul. Próbna', rail_access: null, contact: 'Centrum Obsługi Inwestora', files: [], ...more,
});
const desk = async (who: Person, method: string, path: string, body?: unknown, version?: number) => {
  const response = await who.fetch(`/api/investment/desk/sites${path}`, {
    method, ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body as never : JSON.stringify(body) }), headers: { ...(version === undefined ? {} : { 'if-match': `"${version}"` }), ...(body instanceof Uint8Array ? { 'content-type': 'application/octet-stream' } : {}) },
  });
  return { status: response.status, etag: response.headers.get('etag'), body: await response.json() as Record<string, never> };
};
const made = async (key: string, more: Partial<SiteContent> = {}): Promise<DeskSite> => DeskSite.parse((await desk(ada, 'POST', '', { key, content: content(more) })).body);
const open = async (key: string): Promise<DeskSite> => DeskSite.parse((await desk(ada, 'GET', `/${key}`)).body);
const act = async (key: string, deed: 'publication' | 'withdrawal', body: object = {}) => desk(ada, 'POST', `/${key}/${deed}`, body, (await open(key)).version);
/** Everywhere that a listed site is met. */
const OUTSIDE = (key: string, name: string) => [`/api/collections/investment-sites/items?filter=${encodeURIComponent(`key = '${key}' OR name = '${name}'`)}`, `/api/search?q=${encodeURIComponent(name)}`, `/api/investment/sites/${key}`, `/api/investment/search?filter=${encodeURIComponent(`name = '${name}'`)}`];
const metOutside = async (key: string, name: string): Promise<string[]> => {
  const met: string[] = [];
  for (const path of OUTSIDE(key, name)) {
    const response = await resident(path);
    const text = await response.text();
    expect(response.status, `${path} ${text}`).not.toBe(500);
    if (response.ok && new RegExp(`"(?:key|title|name)":"(?:${key}|${name})"`).test(text)) met.push(path);
  }
  return met;
};

describe('a draft', () => {
  it('is made from parcels: its land is their union, and nobody outside meets it', async () => {
    const site = await made('teren-szkic', { name: 'Szkicowisko' });
    const { area } = await app.database.db.one<{ area: number }>('SELECT ST_Area(ST_Union(geom)) AS area FROM cadastre.parcel WHERE key = ANY ($1) AND upper_inf(valid)', [parcels]);
    expect(site).toMatchObject({ version: 1, state: 'unpublished', publishedVersion: null, listedBy: 'nobody', missingParcels: [], content: content({ name: 'Szkicowisko' }), changedBy: { name: 'Ada Wit' } });
    expect(site.areaM2).toBeCloseTo(area, 0);
    expect(await metOutside('teren-szkic', 'Szkicowisko')).toEqual([]);
    expect((await resident('/api/investment/enquiries/token?site=teren-szkic')).status).toBe(404);
    expect(DeskSiteList.parse((await desk(adam, 'GET', '')).body).sites.find(({ key }) => key === 'teren-szkic')).toMatchObject({ state: 'unpublished' });
  });

  it('asked for twice it is one; a key that is taken, or listed, is refused', async () => {
    await made('teren-raz');
    expect((await desk(ada, 'POST', '', { key: 'teren-raz', content: content() })).status).toBe(200);
    expect((await desk(adam, 'POST', '', { key: 'teren-raz', content: content() })).status).toBe(409);
    expect((await desk(ada, 'POST', '', { key: 'teren-raz', content: content({ name: 'Inny' }) })).status).toBe(409);
    expect((await desk(ada, 'POST', '', { key: 'ti-nowa-huta-01', content: content() })).status).toBe(409);
  });

  it.each<[string, object, number]>([
    ['a parcel that does not stand', { parcels: ['126105_9.0001.99999'] }, 422], ['no parcel', { parcels: [] }, 400], ['a parcel twice', { parcels: ['126105_9.0001.1', '126105_9.0001.1'] }, 400], ['SQL for a parcel', { parcels: ["x'); DROP TABLE office.site;--"] }, 400],
    ['neither price nor tender', { price_pln: null }, 400], ['no price', { price_pln: -1 }, 400], ['endless', { price_pln: 1e300 }, 400], ['another status', { status: 'secret' }, 400], ['a line too many', { name: 'a\nb' }, 400],
    ['a file that is not there', { files: [{ id: '0b8c6a4e-0000-4000-8000-000000000000', title: 'x' }] }, 422], ['a field too many', { geometry: {} }, 400], ['power of no whole number', { power_kw: 1.5 }, 400],
  ])('%s is refused, and nothing changes', async (_, more, status) => {
    const { body, ...answer } = await desk(ada, 'POST', '', { key: 'teren-zly', content: { ...content(), ...more } });
    expect(answer.status, JSON.stringify(body)).toBe(status);
    expect((await desk(ada, 'GET', '/teren-zly')).status).toBe(404);
  });

  it('nobody but advisers reads or writes any', async () => {
    await made('teren-dla-nas');
    for (const role of ['planner', 'chief-planner', 'administrator'] as const) {
      const who = await signIn(app, { login: `kto-${role}`, role });
      for (const key of ['teren-dla-nas', 'nie-ma']) {
        for (const path of ['', `/${key}`, `/${key}/history`, `/${key}/files/${randomUUID()}`]) expect((await desk(who, 'GET', path)).status).toBe(403);
        for (const deed of ['publication', 'withdrawal', 'restoration']) expect((await desk(who, 'POST', `/${key}/${deed}`, {}, 1)).status).toBe(403);
        expect((await desk(who, 'PUT', `/${key}`, content(), 1)).status).toBe(403);
      }
    }
    for (const path of ['', '/teren-dla-nas', '/nie-ma']) expect((await resident(`/api/investment/desk/sites${path}`)).status).toBe(401);
    expect((await open('teren-dla-nas')).version).toBe(1);
  });
});

describe('versions', () => {
  it('who comes late is shown what stands, and nothing is overwritten', async () => {
    await made('teren-wersje');
    expect((await desk(ada, 'PUT', '/teren-wersje', content({ name: 'Bez wersji' }))).status).toBe(428);
    const first = await desk(ada, 'PUT', '/teren-wersje', content({ name: 'Pierwsza' }), 1);
    expect([first.status, first.etag]).toEqual([200, '"2"']);
    const late = await desk(adam, 'PUT', '/teren-wersje', content({ name: 'Spóźniona' }), 1);
    expect([late.status, late.body]).toMatchObject([412, { current: { version: 2, changedBy: { name: 'Ada Wit' }, site: { content: { name: 'Pierwsza' } } } }]);
    for (const deed of ['publication', 'withdrawal', 'restoration'] as const) expect((await desk(adam, 'POST', `/teren-wersje/${deed}`, deed === 'withdrawal' ? { reason: 'x' } : deed === 'restoration' ? { version: 1 } : {}, 1)).status, deed).toBe(412);
    const all = await Promise.all(['a', 'b', 'c'].map((name) => desk(ada, 'PUT', '/teren-wersje', content({ name }), 2)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('are all kept, told in the trail, and an earlier one comes back as a new one', async () => {
    await made('teren-dzieje', { name: 'Jeden' });
    await desk(adam, 'PUT', '/teren-dzieje', content({ name: 'Dwa', parcels: [parcels[0]!] }), 1);
    const restored = await desk(ada, 'POST', '/teren-dzieje/restoration', { version: 1 }, 2);
    expect(DeskSite.parse(restored.body)).toMatchObject({ version: 3, content: { name: 'Jeden', parcels } });
    expect((await desk(ada, 'POST', '/teren-dzieje/restoration', { version: 9 }, 3)).status).toBe(422);
    const { versions } = SiteHistory.parse((await desk(ada, 'GET', '/teren-dzieje/history')).body);
    expect(versions.map(({ version, action, note, by, content: { name } }) => [version, action, note, by.name, name])).toEqual([[3, 'restored', '1', 'Ada Wit', 'Jeden'], [2, 'changed', null, 'adam', 'Dwa'], [1, 'created', null, 'Ada Wit', 'Jeden']]);
    expect(versions[1]!.areaM2).toBeLessThan(versions[0]!.areaM2);
    expect(await app.database.db.map("SELECT action FROM audit.entry WHERE subject_kind = 'site' AND subject = 'teren-dzieje' ORDER BY seq", [], ({ action }: { action: string }) => action)).toEqual(['created', 'changed', 'restored']);
    await expect(app.database.db.none("UPDATE office.site_version SET note = 'x' WHERE site_key = 'teren-dzieje'")).rejects.toThrow();
  });
});

describe('publishing', () => {
  it('shows it everywhere with its facts, a later draft shows nothing, withdrawing takes it away everywhere', async () => {
    await made('teren-jawny', { name: 'Jawniszcze' });
    expect((await desk(ada, 'POST', '/teren-jawny/withdrawal', { reason: 'x' }, 1)).status).toBe(422);
    expect((await act('teren-jawny', 'publication')).body).toMatchObject({ version: 2, state: 'published', publishedVersion: 2, listedBy: 'desk' });
    expect(await metOutside('teren-jawny', 'Jawniszcze')).toEqual(OUTSIDE('teren-jawny', 'Jawniszcze'));
    const { features: [feature] } = await (await resident("/api/collections/investment-sites/items?filter=key%20%3D%20'teren-jawny'")).json() as { features: { properties: Record<string, unknown> }[] };
    expect(feature!.properties).toMatchObject({ name: 'Jawniszcze', price_pln: 1_250_000, parcels, ownership: expect.any(String), source: 'Centrum Obsługi Inwestora (dane demonstracyjne)', demonstration: true });
    await desk(ada, 'PUT', '/teren-jawny', content({ name: 'Zmieniowisko' }), 2);
    expect((await open('teren-jawny')).state).toBe('changed');
    expect(await metOutside('nic', 'Zmieniowisko')).toEqual([]);
    expect((await metOutside('teren-jawny', 'Jawniszcze')).length).toBe(4);
    expect((await act('teren-jawny', 'withdrawal', { reason: ' ' })).status).toBe(400);
    expect((await act('teren-jawny', 'withdrawal', { reason: 'Sprzedany' })).body).toMatchObject({ state: 'withdrawn', publishedVersion: null, listedBy: 'nobody' });
    expect(await metOutside('teren-jawny', 'Jawniszcze')).toEqual([]);
    const told = await app.database.db.map("SELECT properties ->> 'name' AS name FROM investment.site_version WHERE key = 'teren-jawny' ORDER BY seq", [], ({ name }: { name: string | null }) => name);
    expect(told).toEqual(['Jawniszcze', null]);
    expect((await act('teren-jawny', 'publication')).body).toMatchObject({ state: 'published' });
  });

  it('a listed site is taken over: its row is replaced under the same key and id, and it stays demonstration', async () => {
    const before = await app.database.db.one<{ id: number; name: string }>("SELECT id, name FROM investment.site WHERE key = 'ti-nowa-huta-02'");
    const taken = DeskSite.parse((await desk(ada, 'POST', '', { takeOver: 'ti-nowa-huta-02' })).body);
    expect(taken).toMatchObject({ version: 1, name: before.name, demonstration: true, listedBy: 'other', state: 'unpublished' });
    expect((await desk(adam, 'POST', '', { takeOver: 'ti-nowa-huta-02' })).status).toBe(409);
    expect((await desk(adam, 'POST', '', { takeOver: 'nie-ma' })).status).toBe(404);
    await desk(ada, 'PUT', '/ti-nowa-huta-02', { ...taken.content, status: 'reserved' }, 1);
    expect(await app.database.db.one("SELECT status <> 'reserved' AS still FROM investment.site WHERE key = 'ti-nowa-huta-02'")).toEqual({ still: true });
    await act('ti-nowa-huta-02', 'publication');
    const after = await app.database.db.one("SELECT site.id, site.name, status, dataset.name AS source, dataset.demonstration FROM investment.site JOIN meta.dataset ON dataset.id = dataset_id WHERE site.key = 'ti-nowa-huta-02'");
    expect(after).toEqual({ ...before, status: 'reserved', source: 'Centrum Obsługi Inwestora (dane demonstracyjne)', demonstration: true });
  });

  it('where an import has taken its place, withdrawing does not take away what is the import’s', async () => {
    await made('teren-import');
    await act('teren-import', 'publication');
    await app.database.db.none("UPDATE investment.site SET dataset_id = (SELECT dataset_id FROM investment.site WHERE key = 'ti-nowa-huta-01') WHERE key = 'teren-import'");
    expect((await open('teren-import')).listedBy).toBe('other');
    expect((await act('teren-import', 'withdrawal', { reason: 'x' })).status).toBe(409);
  });
});

describe('files', () => {
  const bring = async (key: string, bytes: Buffer, name: string, id = randomUUID(), who = ada) => ({ id, ...await desk(who, 'POST', `/${key}/files?id=${id}&name=${encodeURIComponent(name)}`, bytes) });
  const publicly = (key: string, id: string, init: RequestInit = {}) => resident(`/api/investment/sites/${key}/files/${id}`, init);

  it('are public exactly as long as a published version names them', async () => {
    await made('teren-pliki');
    const picture = await bring('teren-pliki', jpeg(), '../../widok.html');
    const document = await bring('teren-pliki', pdf('/Title (x)'), 'operat.pdf');
    expect(picture.body).toMatchObject({ kind: 'picture', mediaType: 'image/jpeg', name: 'widok.html.jpg' });
    const [shown, kept] = [{ id: picture.id, title: 'Widok <b>"z góry"</b>' }, { id: document.id, title: 'Operat' }];
    expect((await desk(ada, 'PUT', '/teren-pliki', content({ files: [shown] }), 1)).status).toBe(200);
    expect([(await publicly('teren-pliki', picture.id)).status, (await publicly('teren-pliki', document.id)).status]).toEqual([404, 404]);
    await act('teren-pliki', 'publication');
    const response = await publicly('teren-pliki', picture.id);
    expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options'), response.headers.get('content-security-policy'), response.headers.get('content-disposition')])
      .toEqual([200, 'image/jpeg', 'nosniff', "default-src 'none'; sandbox", expect.stringMatching(/^inline; filename="Widok _b__z gory___b_\.jpg"/)]);
    expect((await publicly('teren-pliki', picture.id, { headers: { 'if-none-match': response.headers.get('etag')!, 'cache-control': 'max-age=0' } })).status).toBe(304);
    expect([(await publicly('teren-pliki', document.id)).status, (await publicly('ti-nowa-huta-01', picture.id)).status]).toEqual([404, 404]);
    // Named by a draft only: still nobody's.
    await desk(ada, 'PUT', '/teren-pliki', content({ files: [kept] }), (await open('teren-pliki')).version);
    expect([(await publicly('teren-pliki', picture.id)).status, (await publicly('teren-pliki', document.id)).status]).toEqual([200, 404]);
    await act('teren-pliki', 'publication');
    expect([(await publicly('teren-pliki', picture.id)).status, (await publicly('teren-pliki', document.id)).headers.get('content-disposition')]).toEqual([404, expect.stringMatching(/^attachment; filename="Operat.pdf"/)]);
    const { documents, pictures } = await (await resident('/api/investment/sites/teren-pliki')).json() as { documents: { title: string }[]; pictures: unknown[] };
    expect([documents.map(({ title }) => title), pictures]).toEqual([['Operat'], []]);
    await act('teren-pliki', 'withdrawal', { reason: 'x' });
    expect([(await publicly('teren-pliki', picture.id)).status, (await publicly('teren-pliki', document.id)).status]).toEqual([404, 404]);
    expect((await ada.fetch(`/api/investment/desk/sites/teren-pliki/files/${picture.id}`)).status).toBe(200);
  });

  it('are what their bytes say; anything else is refused', async () => {
    await made('teren-wrogi');
    const html = Buffer.from('<html><script>alert(1)</script>');
    for (const [bytes, name, status] of [[html, 'a.jpg', 415], [Buffer.from('<svg onload=alert(1)>'), 'a.svg', 415], [Buffer.concat([pdf(''), html]), 'a.pdf', 415], [jpeg().subarray(0, 60), 'a.jpg', 422], [Buffer.alloc(0), 'a.png', 415], [Buffer.alloc(11 * 1024 * 1024), 'a.png', 413]] as const) {
      expect((await bring('teren-wrogi', bytes, name)).status, `${name} ${bytes.length}`).toBe(status);
    }
    expect((await bring('nie-ma', jpeg(), 'a.jpg')).status).toBe(404);
    expect((await bring('teren-wrogi', jpeg(), 'a.jpg', 'x' as never)).status).toBe(400);
    expect((await open('teren-wrogi')).files).toEqual([]);
  });

  it('the same again is one; the id of another, and the file of another site, are refused', async () => {
    await made('teren-dwa');
    const first = await bring('teren-dwa', jpeg(), 'a.jpg');
    expect([first.status, (await bring('teren-dwa', jpeg(), 'a.jpg', first.id as never)).status, (await bring('teren-dwa', pdf(''), 'a.pdf', first.id as never)).status, (await bring('teren-dwa', jpeg(), 'a.jpg', first.id as never, adam)).status]).toEqual([201, 200, 409, 409]);
    await made('teren-trzy');
    expect((await desk(ada, 'PUT', '/teren-trzy', content({ files: [{ id: first.id, title: 'Cudzy' }] }), 1)).status).toBe(422);
  });
});
