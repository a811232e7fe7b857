/** What the demonstration shows of the office and of the cadastre's past: labelled wherever it is shown, by an account that lets nobody in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Annotation, AnnotationHistory, AnnotationList } from '../../domain/contract/office/annotation.ts';
import { DEMONSTRATION_TAG } from '../../domain/office/annotation-words.ts';
import { readDemonstrationOffice, seedOffice } from '../../server/demonstration-office.ts';
import { firstAdministrator } from '../../server/rooms/accounts/first-run.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { asBrowser, type Person, signIn } from '../support/people.ts';

let app: TestApp;
let chief: Person;
let first: string | undefined;
beforeAll(async () => {
  app = await startTestApp({ database: 'seeded' });
  first = await firstAdministrator(app.database.db, new Date());
  chief = await signIn(app, { login: 'celina', role: 'chief-planner' });
});
afterAll(() => app.close());

const shown = async (fetchAs: Person['fetch'], query = '') => AnnotationList.parse(await (await fetchAs(`/api/annotations?limit=500${query}`)).json()).annotations;

describe('annotations of the demonstration', () => {
  it('are those of the file, each with its status reached by versions, and told to be a demonstration in list and text', async () => {
    const { annotations, account } = await readDemonstrationOffice();
    const list = await shown(chief.fetch);
    expect(list.map(({ id, status, visibility }) => [id, status, visibility]).sort()).toEqual(annotations.map(({ id, status, visibility }) => [id, status, visibility]).sort());
    for (const { id, tags, status } of list) {
      expect(tags).toContain(DEMONSTRATION_TAG);
      const one = Annotation.parse(await (await chief.fetch(`/api/annotations/${id}`)).json());
      expect([one.text, one.author?.name]).toEqual([expect.stringContaining('*Uwaga demonstracyjna'), account.name]);
      const { versions } = AnnotationHistory.parse(await (await chief.fetch(`/api/annotations/${id}/versions`)).json());
      expect(versions.length).toBe(['open', 'in-review', 'decided', 'closed'].indexOf(status) + 1);
    }
    const { recorded } = await app.database.db.one("SELECT count(*)::int AS recorded FROM audit.entry WHERE subject_kind = 'annotation'");
    expect(recorded).toBe(list.reduce((sum, { version }) => sum + version, 0));
  });

  it('residents see the public ones, by nobody\'s name', async () => {
    const list = await shown(asBrowser(app));
    expect(list.length).toBeGreaterThan(3);
    for (const { visibility, author, tags } of list) expect([visibility, author, tags.includes(DEMONSTRATION_TAG)]).toEqual(['public', null, true]);
  });

  it('a second time changes nothing', async () => {
    const count = () => app.database.db.one('SELECT count(*)::int AS entries FROM audit.entry');
    const before = await count();
    await seedOffice(app.database.db);
    expect(await count()).toEqual(before);
  });
});

describe('their author', () => {
  it('is disabled, has no password and no provider, and is nobody to whom work can be given', async () => {
    const { login } = (await readDemonstrationOffice()).account;
    expect(await app.database.db.one('SELECT disabled_at IS NULL AS enabled, password_hash, oidc_subject FROM office.account WHERE login = $1', [login])).toEqual({ enabled: false, password_hash: null, oidc_subject: null });
    const { colleagues } = await (await chief.fetch('/api/colleagues')).json() as { colleagues: { login: string }[] };
    expect(colleagues.map((one) => one.login)).not.toContain(login);
    expect((await asBrowser(app)('/api/session', { method: 'POST', body: JSON.stringify({ login, password: 'demonstracja' }) })).status).toBe(401);
  });

  it('does not stand in the way of the first administrator', () => { expect(first).toMatch(/^[\w-]{20,}$/); });
});

it('the procedure is told to be a demonstration, has something due, and its second draft overlaps and leaves a gap', async () => {
  const { procedure: { plan } } = await readDemonstrationOffice();
  const one = await (await chief.fetch(`/api/procedures/${plan}`)).json() as { name: string; events: { dueOn: string | null; onDate: string | null }[]; drafts: { number: number }[]; publications: unknown[] };
  expect(one).toMatchObject({ name: expect.stringContaining('demonstracja'), publications: [] });
  expect(one.events.filter(({ dueOn, onDate }) => dueOn !== null && onDate === null).length).toBeGreaterThan(1);
  const kinds = async (draft: number) => ((await (await chief.fetch(`/api/procedures/${plan}/drafts/${draft}/checks`)).json()) as { findings: { kind: string }[] }).findings.map(({ kind }) => kind);
  expect(await kinds(1)).not.toContain('gap');
  expect(await kinds(2)).toEqual(expect.arrayContaining(['gap', 'overlap']));
});

describe('the past of the cadastre', () => {
  const history = async (identifier: string) => (await (await asBrowser(app)(`/api/parcels/${identifier}/history`)).json()) as { madeFrom: object[]; became: object[] };

  it.each([
    ['126102_9.0021.238/1', 'madeFrom', [['126102_9.0021.238', '126102_9.0021.238/1', 'split', '2024-03-27']]],
    ['126104_9.0014.9', 'became', ['9/1', '9/2', '9/3', '9/4'].map((number) => ['126104_9.0014.9', `126104_9.0014.${number}`, 'split', '2024-08-08'])],
    ['126102_9.0030.26/4', 'madeFrom', ['26/1', '26/2'].map((number) => [`126102_9.0030.${number}`, '126102_9.0030.26/4', 'merge', '2024-05-25'])],
    ['126104_9.0011.26/2', 'madeFrom', [['126104_9.0011.26/1', '126104_9.0011.26/2', 'renumber', '2024-09-01']]],
  ] as const)('%s: %s', async (identifier, way, expected) => {
    const steps = (await history(identifier))[way] as { from: { identifier: string }; to: { identifier: string }; kind: string; on: string }[];
    expect(steps.map(({ from, to, kind, on }) => [from.identifier, to.identifier, kind, on]).sort()).toEqual(expected);
  });

  it('covers the same ground before and after, and nothing stands twice on one day', async () => {
    const { twice, uncovered } = await app.database.db.one<{ twice: number; uncovered: number }>(`WITH past AS (SELECT * FROM cadastre.parcel WHERE NOT upper_inf(valid))
      SELECT (SELECT count(*)::int FROM past JOIN cadastre.parcel AS other ON other.id <> past.id AND other.geom && past.geom AND other.valid && past.valid
          AND ST_Area(ST_Intersection(other.geom, past.geom)) > 0.5) AS twice,
        (SELECT count(*)::int FROM past WHERE ST_Area(geom) - (SELECT sum(overlap_m2) FROM cadastre.lineage WHERE parent_id = past.id) > 0.5) AS uncovered`);
    expect([twice, uncovered]).toEqual([0, 0]);
  });
});
