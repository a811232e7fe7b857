/** Annotations over HTTP: made once, changed by versions, found by list and map, answered in a thread. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Annotation, AnnotationComment, AnnotationHistory, AnnotationList, BulkAnswer } from '../../domain/contract/office/annotation.ts';
import { Problem } from '../../domain/contract/problem.ts';
import { content, IN_ONE, IN_SEVEN, type Office, openOffice, point } from './annotations-office.ts';

let office: Office;
beforeAll(async () => { office = await openOffice(); });
afterAll(() => office.close());
const path = (id: string, rest = '') => `/api/annotations/${id}${rest}`;

describe('making', () => {
  it('is 201 with Location and ETag; the same request again is 200 and makes no second one', async () => {
    const id = randomUUID();
    const first = await office.ask('anna', 'POST', '/api/annotations', { id, ...content() });
    expect(first).toMatchObject({ status: 201, etag: '"1"' });
    expect(first.headers.get('location')).toBe(`${office.app.url}/api/annotations/${id}`);
    expect(first.headers.get('access-control-allow-origin')).toBeNull();
    expect(first.headers.get('cache-control')).toBe('no-store');
    const one = Annotation.parse(first.body);
    expect(one).toMatchObject({ id, version: 1, status: 'open', author: { name: 'Anna Lis' }, place: [...IN_ONE], geometry: point(IN_ONE), district: { key: 'I' }, may: { edit: true, publish: false, delete: true, comment: true, statuses: ['in-review'] } });
    expect(await office.ask('anna', 'POST', '/api/annotations', { id, ...content() })).toMatchObject({ status: 200, body: first.body });
    expect((await office.ask('anna', 'GET', path(id, '/versions'))).body.versions).toHaveLength(1);
  });

  it('six at once with one id make one', async () => {
    const id = randomUUID();
    const replies = await Promise.all(Array.from({ length: 6 }, () => office.ask('anna', 'POST', '/api/annotations', { id, ...content() })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
  });

  it('an id that is somebody else\'s, or holds something else, is taken', async () => {
    const { id } = await office.made('anna');
    expect((await office.ask('bogdan', 'POST', '/api/annotations', { id, ...content() })).status).toBe(409);
    expect((await office.ask('anna', 'POST', '/api/annotations', { id, ...content({ text: 'inny tekst' }) })).status).toBe(409);
    expect((await office.ask('anna', 'POST', '/api/annotations', { id, ...content({ geometry: point([19.94, 50.06]) }) })).status).toBe(409);
  });

  it('stands on what it is about when nothing is drawn, and names what the registers do not hold', async () => {
    const parcel = await office.app.database.db.one<{ key: string }>(
      'SELECT parcel.key FROM cadastre.parcel JOIN city.district ON ST_Within(parcel.geom, district.geom) WHERE district.key = $1 AND upper_inf(valid) ORDER BY parcel.key LIMIT 1', ['I']);
    const subjects = [{ kind: 'parcel', key: parcel.key } as const];
    const one = await office.made('anna', { geometry: null, subjects });
    expect(one).toMatchObject({ geometry: null, subjects, district: { key: 'I' } });
    const wrong = await office.ask('anna', 'POST', '/api/annotations', { id: randomUUID(), ...content({ subjects: [...subjects, { kind: 'paragraph', key: 'nie-ma', paragraph: '§ 5' }] }) });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: 'subjects.1' }] } });
    expect(wrong.body.detail).toContain('paragraph nie-ma § 5');
    expect((await office.ask('anna', 'POST', '/api/annotations', { id: randomUUID(), ...content({ geometry: null }) })).status).toBe(422);
    // The parcel's own panel finds it, and so does the place of the one that was drawn there.
    const [lon, lat] = one.place;
    const drawn = await office.made('anna', { geometry: point([lon!, lat!]) });
    const found = AnnotationList.parse((await office.ask('anna', 'GET', `/api/annotations?parcel=${encodeURIComponent(parcel.key)}`)).body);
    expect(found.annotations.map(({ id }) => id).sort()).toEqual([one.id, drawn.id].sort());
  });

  it('takes every kind of geometry, and refuses those that are invalid, empty, outside or too large', async () => {
    const ring = [[19.93, 50.06], [19.94, 50.06], [19.94, 50.065], [19.93, 50.06]];
    const geometries = [
      { type: 'LineString', coordinates: ring.slice(0, 3) }, { type: 'Polygon', coordinates: [ring] }, { type: 'MultiPoint', coordinates: ring.slice(0, 2) },
      { type: 'MultiLineString', coordinates: [ring.slice(0, 2)] }, { type: 'MultiPolygon', coordinates: [[ring]] },
    ] as const;
    for (const geometry of geometries) expect((await office.made('chief', { geometry: geometry as never })).geometry).toEqual(geometry);
    const post = (geometry: unknown) => office.ask('chief', 'POST', '/api/annotations', { id: randomUUID(), ...content(), geometry });
    const circle = (n: number) => { const all = Array.from({ length: n - 1 }, (_, i) => [19.94 + 0.01 * Math.cos(i * 2 * Math.PI / (n - 1)), 50.06 + 0.005 * Math.sin(i * 2 * Math.PI / (n - 1))]); return { type: 'Polygon', coordinates: [[...all, all[0]]] }; };
    expect((await post(circle(10_000))).status).toBe(201);
    expect((await post(circle(10_001))).status).toBe(413);
    expect((await post({ type: 'Polygon', coordinates: [[[19.93, 50.06], [19.94, 50.065], [19.94, 50.06], [19.93, 50.065], [19.93, 50.06]]] })).status).toBe(422);
    expect((await post({ type: 'MultiPoint', coordinates: [] })).status).toBe(422);
    expect((await post(point([21, 52]))).status).toBe(422);
  });
});

describe('changing', () => {
  it('needs the version that was read: 428, 400, 412 with what stands', async () => {
    const one = await office.made('anna');
    expect((await office.ask('anna', 'PUT', path(one.id), content())).status).toBe(428);
    for (const wrong of ['W/"1"', '*', '1', '"1", "2"', '"0"', '""', '"1e3"']) expect((await office.ask('anna', 'PUT', path(one.id), content(), wrong)).status, wrong).toBe(400);
    const changed = await office.ask('bogdan', 'PUT', path(one.id), content({ title: 'Nowy tytuł', priority: 'high' }), 1);
    expect(changed).toMatchObject({ status: 200, etag: '"2"', body: { version: 2, title: 'Nowy tytuł', changedBy: { name: 'Bogdan Sroka' }, author: { name: 'Anna Lis' } } });
    const late = await office.ask('anna', 'PUT', path(one.id), content({ title: 'Za późno' }), 1);
    expect(late.status).toBe(412);
    expect(Problem.parse(late.body).current).toMatchObject({ version: 2, changedBy: { name: 'Bogdan Sroka' }, changedAt: changed.body.changedAt });
    // As the late one may read it, with what she may do now.
    expect(Annotation.parse(late.body.current)).toEqual((await office.ask('anna', 'GET', path(one.id))).body);
    expect((await office.ask('anna', 'GET', path(one.id))).etag).toBe('"2"');
  });

  it('goes through its statuses by those who may, with a note', async () => {
    const one = await office.made('anna');
    const step = (who: 'anna' | 'bogdan' | 'chief', version: number, to: string) => office.ask(who, 'POST', path(one.id, '/status'), { to, note: 'po naradzie' }, version);
    expect((await step('anna', 1, 'closed')).status).toBe(422);
    expect(await step('anna', 1, 'in-review')).toMatchObject({ status: 200, body: { status: 'in-review', version: 2 } });
    expect((await step('anna', 2, 'decided')).status).toBe(403);
    expect((await step('chief', 2, 'decided')).status).toBe(200);
    expect((await step('bogdan', 3, 'closed')).status).toBe(403);
    expect((await step('anna', 3, 'closed')).status).toBe(200);
    expect(await office.ask('anna', 'PUT', path(one.id), content(), 4)).toMatchObject({ status: 403, body: { errors: [{ message: 'closed' }] } });
    const { versions } = AnnotationHistory.parse((await office.ask('chief', 'GET', path(one.id, '/versions'))).body);
    expect(versions.map(({ version, action, note, content: { status } }) => [version, action, note, status])).toEqual([
      [4, 'status', 'po naradzie', 'closed'], [3, 'status', 'po naradzie', 'decided'], [2, 'status', 'po naradzie', 'in-review'], [1, 'created', null, 'open']]);
  });

  it('is bound to the areas, old place and new', async () => {
    const one = await office.made('anna');
    expect((await office.ask('anna', 'PUT', path(one.id), content({ geometry: point(IN_SEVEN) }), 1)).body.errors).toEqual([{ path: 'rule', message: 'outside-areas' }]);
    expect((await office.ask('bogdan', 'PUT', path(one.id), content({ geometry: point(IN_SEVEN) }), 1)).status).toBe(200);
    expect((await office.ask('anna', 'PUT', path(one.id), content(), 2)).status).toBe(403);
    expect((await office.ask('anna', 'POST', '/api/annotations', { id: randomUUID(), ...content({ geometry: point(IN_SEVEN) }) })).status).toBe(403);
    const note = await office.made('anna', { geometry: point(IN_SEVEN), visibility: 'mine' });
    expect((await office.ask('anna', 'PUT', path(note.id), content({ geometry: point(IN_SEVEN) }), 1)).status).toBe(403);
  });

  it('is shown to everybody, and taken back, by the chief planner', async () => {
    const one = await office.made('anna');
    expect((await office.ask('anna', 'PUT', path(one.id), content({ visibility: 'public' }), 1)).status).toBe(403);
    expect((await office.ask('chief', 'PUT', path(one.id), content({ visibility: 'public' }), 1)).status).toBe(200);
    expect((await office.ask('anna', 'PUT', path(one.id), content({ visibility: 'mine' }), 2)).status).toBe(403);
    expect((await office.ask('chief', 'PUT', path(one.id), content({ visibility: 'mine' }), 2)).body.errors).toEqual([{ path: 'rule', message: 'not-yours' }]);
    expect((await office.ask('chief', 'PUT', path(one.id), content(), 2)).status).toBe(200);
  });

  it('work is given to planners only, and not in somebody\'s own note', async () => {
    const give = (assignee: number, visibility: 'mine' | 'office' = 'office') => office.ask('anna', 'POST', '/api/annotations', { id: randomUUID(), ...content({ assignee, visibility }) });
    expect((await give(office.people.bogdan.id)).body.assignee).toEqual({ id: office.people.bogdan.id, name: 'Bogdan Sroka' });
    expect((await give(office.people.bogdan.id, 'mine')).status).toBe(422);
    expect((await give(office.people.anna.id, 'mine')).status).toBe(201);
    for (const nobody of [office.people.admin.id, 999_999, -1]) expect((await give(nobody)).status).toBe(422);
    expect((await give(2 ** 40)).status).toBe(400);
  });
});

describe('deleting and bringing back', () => {
  it('leaves everything to be brought back for 30 days', async () => {
    const one = await office.made('anna', { tags: ['a', 'b'] });
    await office.ask('anna', 'PUT', path(one.id), content({ title: 'Drugi', tags: [], geometry: point([19.94, 50.062]) }), 1);
    const deleted = await office.ask('anna', 'DELETE', path(one.id), undefined, 2);
    expect(deleted).toMatchObject({ status: 200, etag: '"3"', body: { may: { restore: true, edit: false, delete: false } } });
    expect((await office.ask('bogdan', 'GET', path(one.id))).status).toBe(404);
    expect((await office.ask('anna', 'DELETE', path(one.id), undefined, 3)).status).toBe(403);
    expect((await office.ask('chief', 'GET', '/api/annotations?deleted=true')).body.annotations.map(({ id }: { id: string }) => id)).toContain(one.id);
    const back = await office.ask('anna', 'POST', path(one.id, '/restore'), { version: 1 }, 3);
    expect(back).toMatchObject({ status: 200, body: { version: 4, title: one.title, tags: one.tags, geometry: one.geometry, place: one.place, deletedAt: null } });
    const { versions } = AnnotationHistory.parse((await office.ask('anna', 'GET', path(one.id, '/versions'))).body);
    expect(versions.map(({ action }) => action)).toEqual(['restored', 'deleted', 'changed', 'created']);
    expect(versions[0]!.content).toEqual(versions[3]!.content);
    expect((await office.ask('anna', 'POST', path(one.id, '/restore'), { version: 9 }, 4)).status).toBe(422);
    await office.ask('anna', 'DELETE', path(one.id), undefined, 4);
    await office.app.database.db.none(`UPDATE office.annotation SET deleted_at = now() - interval '31 days' WHERE id = $1`, [one.id]);
    expect((await office.ask('anna', 'POST', path(one.id, '/restore'), { version: 1 }, 5)).status).toBe(422);
    expect((await office.ask('anna', 'GET', path(one.id))).body.may.restore).toBe(false);
  });

  it('a deleted public one is shown again by the chief only', async () => {
    const one = await office.made('anna');
    await office.ask('chief', 'PUT', path(one.id), content({ visibility: 'public' }), 1);
    // What everybody reads is changed and taken away by the chief only, whoever wrote it.
    expect((await office.ask('anna', 'PUT', path(one.id), content({ visibility: 'public', text: 'inaczej' }), 2)).status).toBe(403);
    expect((await office.ask('anna', 'DELETE', path(one.id), undefined, 2)).status).toBe(403);
    await office.ask('chief', 'DELETE', path(one.id), undefined, 2);
    expect((await office.ask('resident', 'GET', path(one.id))).status).toBe(404);
    expect((await office.ask('anna', 'POST', path(one.id, '/restore'), { version: 2 }, 3)).status).toBe(404);
    expect((await office.ask('chief', 'POST', path(one.id, '/restore'), { version: 1 }, 3)).body.visibility).toBe('office');
  });

  it('what was a note of one\'s own stays the author\'s in the history', async () => {
    const one = await office.made('anna', { visibility: 'mine', text: 'prywatne' });
    await office.ask('anna', 'PUT', path(one.id), content({ text: 'służbowe' }), 1);
    const seen = await office.ask('bogdan', 'GET', path(one.id, '/versions'));
    expect(seen.body.versions.map(({ version }: { version: number }) => version)).toEqual([2]);
    expect(JSON.stringify(seen.body)).not.toContain('prywatne');
    expect((await office.ask('bogdan', 'POST', path(one.id, '/restore'), { version: 1 }, 2)).status).toBe(422);
    expect((await office.ask('anna', 'GET', path(one.id, '/versions'))).body.versions).toHaveLength(2);
  });
});

describe('the thread', () => {
  it('mentions people by login, is repeatable, and words are taken back by who wrote them', async () => {
    const one = await office.made('anna');
    const id = randomUUID();
    const text = 'Do @bogdan. i @nikt, nie anna@bogdan; @BOGDAN proszę <img src=x onerror=alert(1)>';
    const first = await office.ask('anna', 'POST', path(one.id, '/comments'), { id, text });
    expect(first.status).toBe(201);
    expect(AnnotationComment.parse(first.body)).toMatchObject({ text, author: { name: 'Anna Lis' }, mentions: [{ id: office.people.bogdan.id }] });
    expect((await office.ask('anna', 'POST', path(one.id, '/comments'), { id, text })).status).toBe(200);
    expect((await office.ask('anna', 'POST', path(one.id, '/comments'), { id, text: 'inny' })).status).toBe(409);
    expect((await office.ask('admin', 'POST', path(one.id, '/comments'), { id: randomUUID(), text })).status).toBe(403);
    expect((await office.ask('bogdan', 'GET', '/api/annotations?mentioned=true')).body.annotations.map((found: { id: string; comments: number }) => [found.id, found.comments])).toEqual([[one.id, 1]]);
    expect((await office.ask('bogdan', 'DELETE', path(one.id, `/comments/${id}`))).status).toBe(403);
    expect((await office.ask('anna', 'DELETE', path(one.id, `/comments/${id}`))).body).toMatchObject({ text: null, mentions: [] });
    expect((await office.ask('anna', 'DELETE', path(one.id, `/comments/${id}`))).status).toBe(200);
    expect((await office.ask('bogdan', 'GET', '/api/annotations?mentioned=true')).body.annotations).toEqual([]);
    expect((await office.ask('anna', 'DELETE', path(one.id, `/comments/${randomUUID()}`))).status).toBe(404);
    const note = await office.made('anna', { visibility: 'mine' });
    expect((await office.ask('anna', 'POST', path(note.id, '/comments'), { id: randomUUID(), text: '@bogdan?' })).status).toBe(422);
  });
});

describe('many at once', () => {
  it('change together, or not at all and each that stands in the way is named', async () => {
    const [one, two, far] = [await office.made('anna'), await office.made('anna', { tags: ['stary'] }), await office.made('bogdan', { geometry: point(IN_SEVEN) })];
    const annotations = [one, two].map(({ id, version }) => ({ id, version }));
    const done = await office.ask('anna', 'POST', '/api/annotations/bulk', { annotations, change: { priority: 'urgent', addTags: ['pilne'], removeTags: ['stary'], assignee: office.people.bogdan.id, dueOn: '2026-12-24', status: 'in-review' } });
    expect(BulkAnswer.parse(done.body)).toEqual({ annotations: annotations.map(({ id }) => ({ id, version: 2 })) });
    expect((await office.ask('anna', 'GET', path(two.id))).body).toMatchObject({ version: 2, priority: 'urgent', tags: ['pilne'], dueOn: '2026-12-24', status: 'in-review', assignee: { name: 'Bogdan Sroka' } });
    const refused = await office.ask('anna', 'POST', '/api/annotations/bulk', { annotations: [{ id: one.id, version: 1 }, { id: two.id, version: 2 }, { id: far.id, version: 1 }], change: { priority: 'low' } });
    expect(refused).toMatchObject({ status: 412, body: { errors: [{ path: 'annotations.0', message: `${one.id}: version 2 stands` }, { path: 'annotations.2' }] } });
    expect((await office.ask('anna', 'GET', path(two.id))).body.priority).toBe('urgent');
    expect((await office.ask('anna', 'POST', '/api/annotations/bulk', { annotations: [{ id: far.id, version: 1 }], change: { deleted: true } })).status).toBe(403);
    expect((await office.ask('anna', 'POST', '/api/annotations/bulk', { annotations: [annotations[0], annotations[0]], change: { deleted: true } })).status).toBe(400);
    expect((await office.ask('anna', 'POST', '/api/annotations/bulk', { annotations: [{ id: two.id, version: 2 }], change: { addTags: Array.from({ length: 20 }, (_, n) => `t${n}`) } })).status).toBe(422);
    expect((await office.ask('anna', 'POST', '/api/annotations/bulk', { annotations: [{ id: one.id, version: 2 }, { id: two.id, version: 2 }], change: { deleted: true } })).status).toBe(200);
    expect((await office.ask('anna', 'GET', path(one.id))).body.deletedAt).not.toBeNull();
  });
});
