/** Changes of one annotation: each a transaction that locks it, asks the rules, writes, reads what it has written, and ends with its version. */
import type { Annotation, AnnotationContent, NewAnnotation, StatusChange } from '../../../domain/contract/office/annotation.ts';
import { refusesCreation, refusesDeletion, refusesEdit, refusesRestoration, STATUSES, transitions } from '../../../domain/office/annotation-rules.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Db, Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { inTransaction } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';
import { type Found, findStanding } from '../../registers/annotation.ts';
import { checkAssignee, type Columns, columnsOf, weigh } from './content.ts';
import { restorable } from './present.ts';
import { findAnnotation, versionsOf } from './read.repository.ts';
import { refused, stale } from './refusals.ts';

const file = (name: string) => queryFile(new URL(`sql/${name}`, import.meta.url));
const [INSERT, UPDATE, DROP_SUBJECTS, ADD_SUBJECTS] = [file('insert.sql'), file('update.sql'), file('drop-subjects.sql'), file('add-subjects.sql')];
const [CHANGE, RECORD, SAME_FIRST] = [file('change-many.sql'), file('record-versions.sql'), file('same-first.sql')];

export interface Recorded { readonly ids: readonly string[]; readonly by: number; readonly action: 'created' | 'changed' | 'status' | 'deleted' | 'restored' | 'reviewed'; readonly note?: string | undefined }
/** The last statement of a transaction: from here to its end all other writers of the office wait. */
export const record = (t: Queries, { ids, by, action, note }: Recorded): Promise<unknown> => t.any(RECORD, { ids, by, action, note: note ?? null });

/** What a bulk change may alter, as parameters of change-many.sql; nothing is altered that is not named. */
export const UNCHANGED = { status: null, deleted: false, assignee: null, setAssignee: false, dueOn: null, setDueOn: false, priority: null, addTags: [], removeTags: [] } as const;
export const changeRows = (t: Queries, ids: readonly string[], by: number, change: object): Promise<null> => t.none(CHANGE, { ...UNCHANGED, ...change, ids, by });

/** 201, or 200 for the same request again. The id of somebody else, or of what has changed since, is taken (409). */
export async function createAnnotation(db: Db, author: Account, { id, ...content }: NewAnnotation): Promise<{ readonly annotation: Annotation; readonly created: boolean }> {
  const columns = await columnsOf(db, content);
  return inTransaction(db, async (t) => {
    const again = await asWrittenBefore(t, id, author, columns);
    if (again) return { annotation: again, created: false };
    const { place, inArea } = await weigh(t, author.id, columns, []);
    const refusal = refusesCreation(author, { ...content, inArea });
    if (refusal) throw refused(refusal);
    await checkAssignee(t, content.assignee, null);
    const written = await t.oneOrNone(INSERT, { ...columns, id, author: author.id, place });
    // The same request at the same moment: it was written while this one waited.
    if (!written) return { annotation: (await asWrittenBefore(t, id, author, columns))!, created: false };
    await t.none(ADD_SUBJECTS, { id, subjects: columns.subjects });
    const annotation = await findAnnotation(t, id, author);
    await record(t, { ids: [id], by: author.id, action: 'created' });
    return { annotation, created: true };
  });
}

/** The annotation that the same request has made before, null when the id is free; throws 409 when it is taken. */
async function asWrittenBefore(t: Queries, id: string, author: Account, columns: Columns): Promise<Annotation | null> {
  const before = await t.oneOrNone<{ same: boolean }>(SAME_FIRST, { ...columns, id, author: author.id });
  if (before && !before.same) throw new Problem('conflict', 'There is another annotation with this id.');
  return before && findAnnotation(t, id, author);
}

export interface Wanted { readonly id: string; readonly version: number; readonly by: Account }

/** Locks it and makes sure that it is as the writer has read it; throws 404, or 412 with what stands. */
export async function lockAsRead(t: Queries, { id, version, by }: Wanted): Promise<Found> {
  const found = await findStanding(t, id, by, { lock: true });
  if (found.version !== version) throw stale(await findAnnotation(t, id, by), version);
  return found;
}

export async function writeContent(t: Queries, { id, by }: Wanted, columns: Columns, place: string | null): Promise<Annotation> {
  await t.none(UPDATE, { ...columns, id, by: by.id, place });
  await t.none(DROP_SUBJECTS, { id, subjects: columns.subjects });
  await t.none(ADD_SUBJECTS, { id, subjects: columns.subjects });
  return findAnnotation(t, id, by);
}

export async function editAnnotation(db: Db, wanted: Wanted, content: AnnotationContent): Promise<Annotation> {
  // Who may not see it learns nothing from the faults of what was sent.
  await findStanding(db, wanted.id, wanted.by);
  const columns = await columnsOf(db, content);
  return inTransaction(db, async (t) => {
    const { standing, inArea } = await lockAsRead(t, wanted);
    const before = await findAnnotation(t, wanted.id, wanted.by);
    const weighed = await weigh(t, wanted.by.id, columns, before.subjects);
    const refusal = refusesEdit(wanted.by, standing, inArea, { ...content, inArea: weighed.place === null ? inArea : weighed.inArea });
    if (refusal) throw refused(refusal);
    await checkAssignee(t, content.assignee, standing.assignee);
    const annotation = await writeContent(t, wanted, columns, weighed.place);
    await record(t, { ids: [wanted.id], by: wanted.by.id, action: 'changed' });
    return annotation;
  });
}

export const changeStatus = (db: Db, wanted: Wanted, { to, note }: StatusChange): Promise<Annotation> => inTransaction(db, async (t) => {
  const { standing, inArea } = await lockAsRead(t, wanted);
  if (!transitions(wanted.by, standing, inArea).includes(to)) throw noStep(wanted.by, standing, inArea, to);
  await changeRows(t, [wanted.id], wanted.by.id, { status: to });
  const annotation = await findAnnotation(t, wanted.id, wanted.by);
  await record(t, { ids: [wanted.id], by: wanted.by.id, action: 'status', note });
  return annotation;
});

/** 403 where somebody else may take the step, 422 where nobody can. */
function noStep(by: Account, standing: Found['standing'], inArea: boolean, to: StatusChange['to']): Problem {
  if (standing.deleted) return refused('deleted');
  if (standing.visibility !== 'mine' && !inArea) return refused('outside-areas');
  const chief = { ...by, role: 'chief-planner' } as const;
  if (transitions(chief, standing, true).includes(to)) return new Problem('forbidden', `To bring it from "${standing.status}" to "${to}" is for the chief planner.`, [{ path: 'rule', message: 'status' }]);
  return new Problem('unprocessable', `There is no step from "${standing.status}" to "${to}" (${STATUSES.map(({ value }) => value).join(' → ')}).`, [{ path: 'to', message: 'no such step' }]);
}

export const deleteAnnotation = (db: Db, wanted: Wanted): Promise<Annotation> => inTransaction(db, async (t) => {
  const { standing, inArea } = await lockAsRead(t, wanted);
  const refusal = refusesDeletion(wanted.by, standing, inArea);
  if (refusal) throw refused(refusal);
  await changeRows(t, [wanted.id], wanted.by.id, { deleted: true });
  const annotation = await findAnnotation(t, wanted.id, wanted.by);
  await record(t, { ids: [wanted.id], by: wanted.by.id, action: 'deleted' });
  return annotation;
});

/** The content of an earlier version becomes that of a new one; the status stays, since steps have guards. What is deleted comes back. */
export const restoreAnnotation = (db: Db, wanted: Wanted, version: number): Promise<Annotation> => inTransaction(db, async (t) => {
  const { standing, inArea, deletedAt } = await lockAsRead(t, wanted);
  const [earlier] = await versionsOf(t, wanted.id, wanted.by.id, version);
  if (!earlier) throw new Problem('unprocessable', `There is no version ${version} to bring back.`, [{ path: 'version', message: 'there is none' }]);
  const { status: _status, deleted: _deleted, subjects, ...content } = earlier.version.content;
  const columns: Columns = { ...content, subjects: JSON.stringify(subjects), drawn: earlier.drawn };
  const weighed = await weigh(t, wanted.by.id, columns, 'all');
  const refusal = refusesRestoration(wanted.by, standing, inArea, { ...content, inArea: weighed.place === null ? inArea : weighed.inArea });
  if (refusal) throw refused(refusal);
  if (!restorable(deletedAt)) throw new Problem('unprocessable', 'It was deleted more than 30 days ago and cannot be brought back.', [{ path: 'rule', message: 'too-late' }]);
  const annotation = await writeContent(t, wanted, columns, weighed.place);
  await record(t, { ids: [wanted.id], by: wanted.by.id, action: 'restored', note: `version ${version}` });
  return annotation;
});
