/** What an office would have written on the demonstration: annotations and one procedure, by an account that nobody can sign in to. Made by the rooms' own functions. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AnnotationContent, StatusName } from '../domain/contract/office/annotation.ts';
import { type DraftZone, ProcedureContent, ProcedureEvent } from '../domain/contract/office/procedure.ts';
import { type Status, STATUSES } from '../domain/office/annotation-rules.ts';
import { DEMONSTRATION_TAG } from '../domain/office/annotation-words.ts';
import type { Account } from '../domain/office/roles.ts';
import type { Db } from './db/database.ts';
import { insertAccount, updateAccount } from './rooms/accounts/people.repository.ts';
import { record } from './rooms/accounts/trail.ts';
import { changeStatus, createAnnotation } from './rooms/annotations/write.ts';
import { draftsOf, adoptPlan, changeProcedure, findProcedure } from './rooms/procedures/procedures.repository.ts';
import { editZones, findDraft, makeDraft, zonesOf } from './rooms/procedures/drafts.repository.ts';

const FILE = new URL('../data-samples/office.json', import.meta.url);

/** `status` is reached step by step; `moved`: degrees east and north by which a zone of the second draft lies off its place. */
export const DemonstrationOffice = z.strictObject({
  account: z.strictObject({ login: z.string(), name: z.string() }),
  annotations: z.array(AnnotationContent.omit({ assignee: true }).extend({ id: z.uuid(), status: StatusName, tags: AnnotationContent.shape.tags.refine((tags) => tags.includes(DEMONSTRATION_TAG), 'is not told to be a demonstration') })),
  procedure: z.strictObject({
    plan: z.string(), day: z.iso.date(), name: ProcedureContent.shape.name, events: z.array(ProcedureEvent),
    draft: z.strictObject({ note: z.string(), zone: z.string(), moved: z.tuple([z.number(), z.number()]) }),
  }),
});
type DemonstrationOffice = z.output<typeof DemonstrationOffice>;

export const readDemonstrationOffice = async (): Promise<DemonstrationOffice> => DemonstrationOffice.parse(JSON.parse(await readFile(FILE, 'utf8')));

/** After the registers are filled. What an interrupted start has left is completed; once done it is left alone, also when people have changed it. */
export async function seedOffice(db: Db): Promise<void> {
  const { account: { login, name }, annotations, procedure } = await readDemonstrationOffice();
  const there = await db.oneOrNone<{ id: number; done: boolean }>('SELECT id, disabled_at IS NOT NULL AS done FROM office.account WHERE login = $1', [login]);
  if (there?.done) return;
  const id = there?.id ?? await db.tx(async (t) => {
    const made = await insertAccount(t, { login, name, role: 'chief-planner', wholeCity: true });
    await record(t, { actor: null, deed: 'account.created', account: made, detail: { login, role: 'chief-planner', by: 'demonstration' } });
    return made;
  });
  const author: Account = { kind: 'account', id, login, name, role: 'chief-planner', wholeCity: true, areas: [] };
  for (const { status, ...content } of annotations) await annotate(db, author, content, status);
  await workOut(db, author, procedure);
  // From here on nobody writes under this name: it never had a password, and no provider is linked to a disabled account.
  await db.tx(async (t) => {
    await updateAccount(t, id, { disabled: true }, new Date());
    await record(t, { actor: null, deed: 'account.disabled', account: id, detail: { by: 'demonstration' } });
  });
}

async function annotate(db: Db, author: Account, { id, ...content }: Omit<DemonstrationOffice['annotations'][number], 'status'>, status: Status): Promise<void> {
  const there = await db.oneOrNone<{ version: number; status: Status }>('SELECT version, status FROM office.annotation WHERE id = $1', [id]);
  let { version, status: reached } = there ?? (await createAnnotation(db, author, { id, assignee: null, ...content })).annotation;
  const way = STATUSES.map(({ value }) => value);
  for (const to of way.slice(way.indexOf(reached) + 1, way.indexOf(status) + 1)) ({ version, status: reached } = await changeStatus(db, { id, version, by: author }, { to }));
}

async function workOut(db: Db, author: Account, { plan, day, name, events, draft }: DemonstrationOffice['procedure']): Promise<void> {
  if (!await db.oneOrNone('SELECT FROM office.procedure WHERE key = $1', [plan])) await adoptPlan(db, plan, day, author);
  const { version, inArea: _, key: _key, bbox: _bbox, changedAt: _at, changedBy: _by, ...adopted } = await findProcedure(db, plan, author);
  if (version === 1) await changeProcedure(db, plan, version, ProcedureContent.parse({ ...adopted, lead: null, name, events: [...adopted.events, ...events] }), author);
  const [last] = await draftsOf(db, plan);
  const number = last?.number === 1 ? await makeDraft(db, plan, { from: 1, note: draft.note }, day, author) : last!.number;
  if ((await findDraft(db, plan, number)).version > 1) return;
  const { areaM2: _area, ...zone } = (await zonesOf(db, plan, number)).find(({ symbol }) => symbol === draft.zone)!;
  await editZones(db, plan, number, 1, { write: [{ ...zone, geometry: moved(zone.geometry, draft.moved) }], remove: [] }, author);
}

function moved(geometry: DraftZone['geometry'], [east, north]: readonly [number, number]): DraftZone['geometry'] {
  const shift = (coordinates: unknown[]): unknown[] => (typeof coordinates[0] === 'number' ? [coordinates[0] + east, (coordinates[1] as number) + north] : (coordinates as unknown[][]).map(shift));
  return { ...geometry, coordinates: shift(geometry.coordinates) } as DraftZone['geometry'];
}
