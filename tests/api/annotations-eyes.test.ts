/** Who sees what: every annotation against every role over every route, and input that means harm. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Annotation, AnnotationList, AnnotationMapProperties } from '../../domain/contract/office/annotation.ts';
import { maySee, type Standing } from '../../domain/office/annotation-rules.ts';
import { RESIDENT, type Viewer } from '../../domain/office/roles.ts';
import { content, type Office, openOffice, point, type Who } from './annotations-office.ts';

let office: Office;
const all: { readonly id: string; readonly standing: Standing }[] = [];
const EVERYBODY: readonly Who[] = ['resident', 'anna', 'bogdan', 'chief', 'admin'];
const ROLES = { anna: 'planner', bogdan: 'planner', chief: 'chief-planner', admin: 'administrator' } as const;
const viewerOf = (who: Who): Viewer => (who === 'resident' ? RESIDENT : { kind: 'account', id: office.people[who].id, login: who, name: who, role: ROLES[who], wholeCity: true, areas: [] });
const SECRET = 'tajemnica-7f3a';

beforeAll(async () => {
  office = await openOffice();
  for (const author of ['anna', 'bogdan', 'chief'] as const) {
    for (const visibility of ['mine', 'office', 'public'] as const) {
      for (const deleted of [false, true]) {
        const what = content({ title: `${SECRET} <img src=x onerror=alert(1)>`, visibility: visibility === 'public' ? 'office' : visibility, tags: [`${author}-${visibility}-${deleted}`] });
        const { id } = await office.made(author, what);
        await office.ask(author, 'POST', `/api/annotations/${id}/comments`, { id: randomUUID(), text: 'Uwaga o panu Kowalskim' });
        let version = 1;
        if (visibility === 'public') version = (await office.ask('chief', 'PUT', `/api/annotations/${id}`, { ...what, visibility }, version)).body.version as number;
        if (deleted) await office.ask(visibility === 'public' ? 'chief' : author, 'DELETE', `/api/annotations/${id}`, undefined, version);
        all.push({ id, standing: { author: office.people[author].id, assignee: null, status: 'open', visibility, deleted } });
      }
    }
  }
});
afterAll(() => office.close());

describe.each(EVERYBODY)('%s', (who) => {
  it('meets on every route exactly those that the rules show', async () => {
    const viewer = viewerOf(who);
    const seen = all.filter(({ standing }) => maySee(viewer, standing));
    const idsOf = (deleted: boolean) => seen.filter(({ standing }) => standing.deleted === deleted).map(({ id }) => id).sort();
    const list = async (query: string) => AnnotationList.parse((await office.ask(who, 'GET', `/api/annotations?${query}`)).body).annotations.map(({ id }) => id).sort();
    expect(await list(`q=${SECRET}`)).toEqual(idsOf(false));
    expect(await list('bbox=19.93,50.06,19.94,50.07&limit=500')).toEqual(idsOf(false));
    if (who === 'resident') expect((await office.ask(who, 'GET', '/api/annotations?deleted=true')).status).toBe(401);
    else expect(await list('deleted=true')).toEqual(idsOf(true));
    for (const full of [true, false]) {
      const { body } = await office.ask(who, 'GET', `/api/annotations/map?bbox=19.93,50.06,19.94,50.07&full=${full}`);
      expect(body.features.map(({ properties }: { properties: unknown }) => AnnotationMapProperties.parse(properties).id).sort()).toEqual(idsOf(false));
      expect(new Set(body.features.map(({ geometry }: { geometry: unknown }) => JSON.stringify(geometry)))).toEqual(new Set([JSON.stringify(point([19.9373, 50.0617]))]));
    }
    for (const { id } of all.filter((one) => !seen.includes(one))) {
      const missing = who === 'resident' ? 401 : who === 'admin' ? 403 : 404;
      const asked: [string, string, unknown?, number?][] = [
        ['PUT', '', content(), 1], ['DELETE', '', undefined, 1], ['POST', '/status', { to: 'in-review' }, 1], ['POST', '/restore', { version: 1 }, 1], ['POST', '/comments', { id: randomUUID(), text: 'x' }],
        ['DELETE', `/comments/${randomUUID()}`],
      ];
      expect((await office.ask(who, 'GET', `/api/annotations/${id}`)).status).toBe(404);
      expect((await office.ask(who, 'GET', `/api/annotations/${id}/versions`)).status).toBe(who === 'resident' ? 401 : 404);
      for (const [method, rest, body, version] of asked) {
        const reply = await office.ask(who, method, `/api/annotations/${id}${rest}`, body, version);
        expect([method, rest, reply.status]).toEqual([method, rest, missing]);
        expect(JSON.stringify(reply.body)).not.toContain(SECRET);
      }
      const bulk = await office.ask(who, 'POST', '/api/annotations/bulk', { annotations: [{ id, version: 1 }], change: { priority: 'low' } });
      expect(bulk.status).toBe(missing);
    }
    for (const { id } of seen) expect(Annotation.parse((await office.ask(who, 'GET', `/api/annotations/${id}`)).body).title).toBe(`${SECRET} <img src=x onerror=alert(1)>`);
  });
});

it('residents read no name, comment or attachment', async () => {
  const shown = all.find(({ standing }) => standing.visibility === 'public' && !standing.deleted);
  const one = await office.ask('resident', 'GET', `/api/annotations/${shown!.id}`);
  const list = await office.ask('resident', 'GET', '/api/annotations');
  expect(Annotation.parse(one.body)).toMatchObject({ author: null, changedBy: null, assignee: null, comments: [], attachments: [], may: { edit: false, publish: false, delete: false, comment: false, statuses: [], restore: false } });
  expect(list.body.annotations[0]).toMatchObject({ author: null, assignee: null, comments: 0, attachments: 0 });
  expect(JSON.stringify([one.body, list.body])).not.toMatch(/Lis|Sroka|Wilk|Ryś|Kowalsk/);
  for (const query of ['mine', 'assigned', 'mentioned', 'deleted', 'review']) expect((await office.ask('resident', 'GET', `/api/annotations?${query}=true`)).status).toBe(401);
});

describe('input that means harm', () => {
  const post = (body: unknown) => office.ask('anna', 'POST', '/api/annotations', body);
  it.each<[string, () => unknown, number]>([
    ['49,000 nested arrays', () => `{"geometry":${'['.repeat(49_000)}${']'.repeat(49_000)}}`, 400],
    ['__proto__', () => `{"__proto__":{"role":"chief-planner"}}`, 400],
    ['an unknown field', () => ({ id: randomUUID(), ...content(), status: 'decided' }), 400],
    ['an author', () => ({ id: randomUUID(), ...content(), author: 1 }), 400],
    ['NUL in the title', () => ({ id: randomUUID(), ...content({ title: 'a\0b' }) }), 400],
    ['broken JSON', () => '{"id":', 400],
    ['no title', () => ({ id: randomUUID(), ...content({ title: '  ' }) }), 400],
    ['an id that is none', () => ({ id: '1; DROP TABLE office.annotation', ...content() }), 400],
    ['a megabyte and more', () => ({ id: randomUUID(), ...content({ text: 'x'.repeat(1_100_000) }) }), 413],
    ['a text over 10,000 characters', () => ({ id: randomUUID(), ...content({ text: 'x'.repeat(10_001) }) }), 400],
    ['a tag that is code', () => ({ id: randomUUID(), ...content({ tags: ['<script>'] }) }), 400],
    ['a coordinate that is none', () => `{"id":"${randomUUID()}","geometry":{"type":"Point","coordinates":[1e999,50]}}`, 400],
  ])('%s is %3$d', async (_name, body, status) => { expect((await post(body())).status).toBe(status); });

  it.each([
    'limit=0', 'limit=-1', 'limit=5&limit=6', 'limit[]=5', 'limit=1e3', 'bbox=1,2,3', 'bbox=NaN,50,20,51', 'bbox=19,50,1e309,51', 'bbox=19,51,20,50', 'bbox=19,50,20,91', 'status=open,gone', 'status=',
    'sort=name', 'unknown=1', 'due=soon', 'mine=maybe', `q=${'x'.repeat(101)}`, 'cursor=x', `cursor=${Buffer.from('["title","a","x"]').toString('base64url')}`,
    `cursor=${Buffer.from(JSON.stringify(['changed', "now(); SELECT 1", randomUUID()])).toString('base64url')}`, `cursor=${Buffer.from(JSON.stringify(['title', 'a', randomUUID()])).toString('base64url')}`,
    'plan=', `parcel=${'x'.repeat(201)}`, 'q=%00',
  ])('?%s is 400', async (query) => { expect((await office.ask('anna', 'GET', `/api/annotations?${query}`)).status).toBe(400); });

  it('signs of patterns and of SQL stand for themselves', async () => {
    const { id } = await office.made('anna', { title: '100% pewne_a\\b \'; DROP TABLE x; --' });
    const found = async (q: string) => (await office.ask('anna', 'GET', `/api/annotations?q=${encodeURIComponent(q)}`)).body.annotations.map((one: { id: string }) => one.id);
    for (const q of ['100%', 'PEWNE_A\\B', '%', '_a\\', "'; drop table"]) expect(await found(q), q).toEqual([id]);
    for (const q of ['1%%', 'pewne_a_b', '10_%', '\\\\']) expect(await found(q), q).toEqual([]);
    for (const name of ['district', 'plan', 'parcel', 'zone', 'tag']) expect((await office.ask('anna', 'GET', `/api/annotations?${name}=${encodeURIComponent("' OR true")}`)).body.annotations).toEqual([]);
  });

  it('wrong methods, kinds, addresses and origins are told so', async () => {
    expect((await office.ask('anna', 'PATCH', `/api/annotations/${randomUUID()}`)).headers.get('allow')).toBe('GET, HEAD, PUT, DELETE, OPTIONS');
    expect((await office.ask('anna', 'GET', '/api/annotations/nothing')).status).toBe(404);
    expect((await office.ask('anna', 'GET', '/api/annotations/bulk')).status).toBe(405);
    const send = (headers: Record<string, string>) => office.people.anna.fetch('/api/annotations', { method: 'POST', body: JSON.stringify({ id: randomUUID(), ...content() }), headers });
    expect((await send({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ accept: 'text/xml' })).status).toBe(406);
  });
});

it('the list is paged without gaps in every order, counted for a board, and narrowed', async () => {
  for (let n = 0; n < 7; n++) await office.made('chief', { title: `Strona ${['ą', 'b', 'Ć', 'd', 'Ł', 'e', 'z'][n]}`, tags: ['strony'], priority: (['low', 'urgent', 'normal'] as const)[n % 3]!, dueOn: n % 2 === 0 ? `2026-01-0${9 - n}` : null });
  for (const sort of ['changed', 'due', 'priority', 'title']) {
    const whole = (await office.ask('anna', 'GET', `/api/annotations?tag=strony&sort=${sort}`)).body;
    const paged: string[] = [];
    let cursor: string | null = '';
    do {
      const page = AnnotationList.parse((await office.ask('anna', 'GET', `/api/annotations?tag=strony&sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ''}`)).body);
      paged.push(...page.annotations.map(({ id }) => id));
      expect([page.numberMatched, page.byStatus]).toEqual([7, { open: 7, 'in-review': 0, decided: 0, closed: 0 }]);
      cursor = page.next;
    } while (cursor);
    expect([sort, paged]).toEqual([sort, whole.annotations.map(({ id }: { id: string }) => id)]);
    if (sort === 'title') expect(whole.annotations.map(({ title }: { title: string }) => title.slice(7))).toEqual(['ą', 'b', 'Ć', 'd', 'e', 'Ł', 'z']);
    if (sort === 'due') expect(whole.annotations.map(({ dueOn }: { dueOn: string | null }) => dueOn)).toEqual(['2026-01-03', '2026-01-05', '2026-01-07', '2026-01-09', null, null, null]);
  }
  const counted = async (query: string) => (await office.ask('anna', 'GET', `/api/annotations?tag=strony&${query}`)).body;
  expect((await counted('status=closed')).byStatus.open).toBe(7);
  expect((await counted('status=closed')).numberMatched).toBe(0);
  expect((await counted('due=overdue')).numberMatched).toBe(4);
  expect((await counted('due=none')).numberMatched).toBe(3);
  expect((await counted('priority=urgent,low')).numberMatched).toBe(5);
  expect((await counted('district=I')).numberMatched).toBe(7);
  expect((await counted('district=VII')).numberMatched).toBe(0);
  expect((await counted('mine=true')).numberMatched).toBe(0);
});
