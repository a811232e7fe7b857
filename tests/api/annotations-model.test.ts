/** Random histories of an annotation against a model that knows the rules only: the same answers, every version kept, nothing lost. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Annotation, type AnnotationContent, AnnotationHistory } from '../../domain/contract/office/annotation.ts';
import { maySee, refusesCreation, refusesDeletion, refusesEdit, refusesRestoration, type Refusal, type Standing, type Status, STATUSES, transitions, type Visibility, VISIBILITIES } from '../../domain/office/annotation-rules.ts';
import { RESIDENT, type Viewer } from '../../domain/office/roles.ts';
import { content, IN_ONE, IN_SEVEN, type Office, openOffice, point, type Who } from './annotations-office.ts';

let office: Office;
beforeAll(async () => { office = await openOffice(); });
afterAll(() => office.close());

const EVERYBODY: readonly Who[] = ['resident', 'anna', 'bogdan', 'chief', 'admin'];
const ROLES = { anna: 'planner', bogdan: 'planner', chief: 'chief-planner', admin: 'administrator' } as const;
type Place = 'one' | 'seven';
const PLACES = { one: IN_ONE, seven: IN_SEVEN } as const;
const inArea = (who: Who, place: Place): boolean => who !== 'resident' && (who !== 'anna' || place === 'one');
const viewerOf = (who: Who): Viewer => (who === 'resident' ? RESIDENT : { kind: 'account', id: office.people[who].id, login: who, name: who, role: ROLES[who], wholeCity: false, areas: [] });

/** What an author chooses. */
interface Text { readonly title: string; readonly visibility: Visibility; readonly place: Place; readonly assignee: 'nobody' | 'anna' | 'bogdan' | 'chief'; readonly tags: string[] }
type Deed =
  | { readonly did: 'edit'; readonly who: Who; readonly stale: boolean; readonly text: Text }
  | { readonly did: 'status'; readonly who: Who; readonly stale: boolean; readonly to: Status }
  | { readonly did: 'delete'; readonly who: Who; readonly stale: boolean }
  | { readonly did: 'restore'; readonly who: Who; readonly stale: boolean; readonly back: number };

const text = fc.record<Text>({
  title: fc.constantFrom('Wysokość', 'Dojazd', 'Zieleń <b>'), visibility: fc.constantFrom(...VISIBILITIES.map(({ value }) => value)),
  place: fc.constantFrom('one', 'seven'), assignee: fc.constantFrom('nobody', 'anna', 'bogdan', 'chief'), tags: fc.subarray(['a', 'b c', 'ż']),
});
// Mostly by people who may, and with the right version: else nothing much would happen.
const who = fc.oneof({ weight: 8, arbitrary: fc.constantFrom<Who>('anna', 'bogdan', 'chief') }, { weight: 1, arbitrary: fc.constantFrom(...EVERYBODY) });
const stale = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ did: fc.constant('edit' as const), who, stale, text }) },
  { weight: 4, arbitrary: fc.record({ did: fc.constant('status' as const), who, stale, to: fc.constantFrom(...STATUSES.map(({ value }) => value)) }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('delete' as const), who, stale }) },
  { weight: 2, arbitrary: fc.record({ did: fc.constant('restore' as const), who, stale, back: fc.nat(6) }) },
);

interface Model { standing: Standing; place: Place; history: { readonly action: string; readonly text: Text; readonly status: Status; readonly deleted: boolean }[] }
const accountOf = (name: Text['assignee']): number | null => (name === 'nobody' ? null : office.people[name].id);
const sent = ({ title, visibility, place, assignee, tags }: Text): AnnotationContent => content({ title, visibility, tags, assignee: accountOf(assignee), geometry: point(PLACES[place]) });
const statusOf = (refusal: Refusal | null): number => (refusal === null ? 200 : refusal === 'assignee-cannot-see' ? 422 : 403);

/** What the rules say to a deed, and what then stands. */
function expected(model: Model, done: Deed): { status: number; after?: Model } {
  const viewer = viewerOf(done.who);
  const { standing, place, history } = model;
  if (viewer.kind === 'resident') return { status: 401 };
  if (viewer.role === 'administrator') return { status: 403 };
  if (!maySee(viewer, standing)) return { status: 404 };
  if (done.stale) return { status: 412 };
  const here = inArea(done.who, place);
  const became = (action: string, of: Text, change: Partial<Standing>): { status: number; after: Model } => {
    const next = { ...standing, visibility: of.visibility, assignee: accountOf(of.assignee), ...change };
    return { status: 200, after: { standing: next, place: of.place, history: [...history, { action, text: of, status: next.status, deleted: next.deleted }] } };
  };
  const now = history.at(-1)!.text;
  const intent = (to: Text) => ({ visibility: to.visibility, assignee: accountOf(to.assignee), inArea: inArea(done.who, to.place) });
  switch (done.did) {
    case 'edit': {
      const status = statusOf(refusesEdit(viewer, standing, here, intent(done.text)));
      return status === 200 ? became('changed', done.text, {}) : { status };
    }
    case 'status': {
      if (transitions(viewer, standing, here).includes(done.to)) return became('status', now, { status: done.to });
      if (standing.deleted || (standing.visibility !== 'mine' && !here)) return { status: 403 };
      return { status: transitions({ ...viewer, role: 'chief-planner' }, standing, true).includes(done.to) ? 403 : 422 };
    }
    case 'delete': {
      const status = statusOf(refusesDeletion(viewer, standing, here));
      return status === 200 ? became('deleted', now, { deleted: true }) : { status };
    }
    case 'restore': {
      const earlier = history[done.back];
      // What was somebody's own note is nobody else's to bring back.
      if (!earlier || (earlier.text.visibility === 'mine' && viewer.id !== standing.author)) return { status: 422 };
      const status = statusOf(refusesRestoration(viewer, standing, here, intent(earlier.text)));
      return status === 200 ? became('restored', earlier.text, { deleted: false }) : { status };
    }
  }
}

const carriedOut = (id: string, version: number, done: Deed) => {
  const path = `/api/annotations/${id}`;
  const ifMatch = done.stale ? version + 1 : version;
  switch (done.did) {
    case 'edit': return office.ask(done.who, 'PUT', path, sent(done.text), ifMatch);
    case 'status': return office.ask(done.who, 'POST', `${path}/status`, { to: done.to }, ifMatch);
    case 'delete': return office.ask(done.who, 'DELETE', path, undefined, ifMatch);
    case 'restore': return office.ask(done.who, 'POST', `${path}/restore`, { version: done.back + 1 }, ifMatch);
  }
};

/** What everybody sees is what the model holds, and what they are told they may do is what the rules say. */
async function compare(id: string, { standing, place, history }: Model): Promise<void> {
  for (const seer of EVERYBODY) {
    const viewer = viewerOf(seer);
    const { status, body } = await office.ask(seer, 'GET', `/api/annotations/${id}`);
    expect([seer, status]).toEqual([seer, maySee(viewer, standing) ? 200 : 404]);
    if (status !== 200) continue;
    const { title, visibility, tags } = history.at(-1)!.text;
    const one = Annotation.parse(body);
    expect(one).toMatchObject({ version: history.length, status: standing.status, title, visibility, tags, place: [...PLACES[place]], geometry: point(PLACES[place]), assignee: seer === 'resident' || standing.assignee === null ? null : { id: standing.assignee } });
    expect(one.deletedAt !== null).toBe(standing.deleted);
    expect(one.may.statuses).toEqual(transitions(viewer, standing, inArea(seer, place)));
  }
}

it('every sequence of deeds ends as the rules say, and every version can be read', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom<'anna' | 'bogdan' | 'chief'>('anna', 'bogdan', 'chief'), text, fc.array(deed, { minLength: 4, maxLength: 14 }), async (author, first, deeds) => {
    const id = randomUUID();
    const made = await office.ask(author, 'POST', '/api/annotations', { id, ...sent(first) });
    const refusal = refusesCreation(viewerOf(author), { visibility: first.visibility, assignee: accountOf(first.assignee), inArea: inArea(author, first.place) });
    expect(made.status).toBe(refusal === null ? 201 : statusOf(refusal));
    if (made.status !== 201) return;
    let model: Model = {
      standing: { author: office.people[author].id, assignee: accountOf(first.assignee), status: 'open', visibility: first.visibility, deleted: false }, place: first.place,
      history: [{ action: 'created', text: first, status: 'open', deleted: false }],
    };
    for (const done of deeds) {
      const { status, after } = expected(model, done);
      const reply = await carriedOut(id, model.history.length, done);
      expect([done, reply.status, reply.body?.detail]).toEqual([done, status, reply.body?.detail]);
      if (status === 412) expect(reply.body.current.version).toBe(model.history.length);
      model = after ?? model;
    }
    await compare(id, model);
    const { versions } = AnnotationHistory.parse((await office.ask(author, 'GET', `/api/annotations/${id}/versions`)).body);
    expect(versions.toReversed().map(({ version, action, content: kept, geometry }) => ({ version, action, title: kept.title, visibility: kept.visibility, tags: kept.tags, status: kept.status, assignee: kept.assignee, deleted: kept.deleted, geometry })))
      .toEqual(model.history.map(({ action, text: { title, visibility, tags, assignee, place }, status, deleted }, index) => ({ version: index + 1, action, title, visibility, tags, status, assignee: accountOf(assignee), deleted, geometry: point(PLACES[place]) })));
  }), { numRuns: 25, seed: 20_261_122, endOnFailure: false });
}, 120_000);
