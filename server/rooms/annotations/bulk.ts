/** A change of many annotations in one transaction: all of them, or none and every one that stands in the way is named. */
import type { BulkAnswer, BulkChange } from '../../../domain/contract/office/annotation.ts';
import { mayEdit, refusesDeletion, refusesEdit, transitions } from '../../../domain/office/annotation-rules.ts';
import { sentenceOf } from '../../../domain/office/refusal-words.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Db, Queries } from '../../db/database.ts';
import { inTransaction } from '../../db/retry.ts';
import { Problem, type ProblemCode } from '../../http/problem.ts';
import { type Found, findStanding } from '../../registers/annotation.ts';
import { checkAssignee } from './content.ts';
import { findAnnotation } from './read.repository.ts';
import { changeRows, record } from './write.ts';

const MAX_TAGS = 20;
interface Obstacle { readonly code: ProblemCode; readonly message: string }
/** The first of these that any of them meets is the answer's. */
const ORDER: readonly ProblemCode[] = ['not-found', 'precondition-failed', 'forbidden', 'unprocessable'];

export const changeMany = (db: Db, by: Account, { annotations, change }: BulkChange): Promise<BulkAnswer> => inTransaction(db, async (t) => {
  if (new Set(annotations.map(({ id }) => id.toLowerCase())).size < annotations.length) throw new Problem('invalid-body', 'An annotation is named twice.', [{ path: 'annotations', message: 'named twice' }]);
  const numbered = annotations.map((one, index) => ({ ...one, id: one.id.toLowerCase(), index })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const obstacles: (Obstacle & { readonly index: number })[] = [];
  // In one order, so that two bulk changes wait for each other instead of standing in each other's way.
  for (const { id, version, index } of numbered) {
    const obstacle = await obstacleOf(t, by, id, version, change);
    if (obstacle) obstacles.push({ ...obstacle, index });
  }
  if (obstacles.length > 0) throw inTheWay(annotations, obstacles);
  if (change.assignee !== undefined) await checkAssignee(t, change.assignee, null);
  const { deleted = false, assignee, dueOn, status, priority, addTags = [], removeTags = [] } = change;
  const ids = numbered.map(({ id }) => id);
  await changeRows(t, ids, by.id, {
    deleted, status: status ?? null, priority: priority ?? null, addTags, removeTags,
    assignee: assignee ?? null, setAssignee: assignee !== undefined, dueOn: dueOn ?? null, setDueOn: dueOn !== undefined,
  });
  await record(t, { ids, by: by.id, action: deleted ? 'deleted' : status && Object.keys(change).length === 1 ? 'status' : 'changed' });
  return { annotations: annotations.map(({ id, version }) => ({ id, version: version + 1 })) };
});

async function obstacleOf(t: Queries, by: Account, id: string, version: number, change: BulkChange['change']): Promise<Obstacle | null> {
  const found = await findStanding(t, id, by, { lock: true }).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not-found') return null;
    throw error;
  });
  if (!found) return { code: 'not-found', message: 'there is no such annotation' };
  if (found.version !== version) return { code: 'precondition-failed', message: `version ${found.version} stands` };
  return forbidden(by, found, change) ?? (await tooManyTags(t, by, id, change) ? { code: 'unprocessable', message: `would have more than ${MAX_TAGS} tags` } : null);
}

function forbidden(by: Account, { standing, inArea }: Found, { deleted, status, ...rest }: BulkChange['change']): Obstacle | null {
  const { visibility, assignee } = standing;
  const refusal = (deleted ? refusesDeletion(by, standing, inArea) : null)
    ?? (Object.keys(rest).length > 0 ? refusesEdit(by, standing, inArea, { visibility, assignee: rest.assignee === undefined ? assignee : rest.assignee, inArea }) : null);
  if (refusal) return { code: refusal === 'assignee-cannot-see' ? 'unprocessable' : 'forbidden', message: sentenceOf(refusal) };
  // One that has the status already needs no step, but somebody who may write it.
  const allowed = status === undefined || transitions(by, standing, inArea).includes(status) || (status === standing.status && mayEdit(by, standing, inArea));
  return allowed ? null : { code: 'forbidden', message: `from "${standing.status}" to "${status}" is no step of yours` };
}

async function tooManyTags(t: Queries, by: Account, id: string, { addTags = [], removeTags = [] }: BulkChange['change']): Promise<boolean> {
  if (addTags.length === 0) return false;
  const { tags } = await findAnnotation(t, id, by);
  return new Set([...tags, ...addTags].filter((tag) => !removeTags.includes(tag))).size > MAX_TAGS;
}

function inTheWay(annotations: BulkChange['annotations'], obstacles: readonly (Obstacle & { readonly index: number })[]): Problem {
  const code = ORDER.find((one) => obstacles.some((obstacle) => obstacle.code === one))!;
  const errors = [...obstacles].sort((a, b) => a.index - b.index).map(({ index, message }) => ({ path: `annotations.${index}`, message: `${annotations[index]!.id}: ${message}` }));
  return new Problem(code, `Nothing was changed: ${obstacles.length} of ${annotations.length} stand in the way.`, errors);
}
