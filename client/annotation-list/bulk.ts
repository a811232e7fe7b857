/** A change of several annotations and what undoes it. Pure. */
import type { AnnotationSummary, BulkChange } from '../../domain/contract/office/annotation.ts';
import { STATUSES } from '../../domain/office/annotation-rules.ts';

export type Change = BulkChange['change'];
type Known = Pick<AnnotationSummary, 'id' | 'version' | 'status' | 'priority' | 'dueOn' | 'tags'> & { readonly assignee: { readonly id: number } | null };

export const bulkOf = (ones: readonly Known[], change: Change): BulkChange => ({ annotations: ones.map(({ id, version }) => ({ id, version })), change });

/** What each of them was, as a change that brings it back; null where there is no way back by a change. */
function backOf(one: Known, { status, assignee, priority, dueOn, addTags, removeTags, deleted }: Change): Change | null {
  if (deleted) return null;
  // The way of a status has one direction and back to open.
  if (status !== undefined && status !== one.status && one.status !== 'open' && order(one.status) !== order(status) + 1) return null;
  const added = addTags?.filter((tag) => !one.tags.includes(tag)) ?? [];
  const removed = removeTags?.filter((tag) => one.tags.includes(tag)) ?? [];
  return {
    ...(status === undefined ? {} : { status: one.status }), ...(assignee === undefined ? {} : { assignee: one.assignee?.id ?? null }), ...(priority === undefined ? {} : { priority: one.priority }),
    ...(dueOn === undefined ? {} : { dueOn: one.dueOn }), ...(added.length > 0 ? { removeTags: added } : {}), ...(removed.length > 0 ? { addTags: removed } : {}),
  };
}
const order = (status: AnnotationSummary['status']): number => STATUSES.findIndex(({ value }) => value === status);

/** The changes that bring everything back as it was before `change`, gathered by what they do; null: there is no such way. A change makes one version. */
export function undoOf(ones: readonly Known[], change: Change): readonly BulkChange[] | null {
  const groups = new Map<string, { change: Change; annotations: { id: string; version: number }[] }>();
  for (const one of ones) {
    const back = backOf(one, change);
    if (back === null) return null;
    if (Object.keys(back).length === 0) continue;
    const name = JSON.stringify(back);
    const group = groups.get(name) ?? { change: back, annotations: [] };
    group.annotations.push({ id: one.id, version: one.version + 1 });
    groups.set(name, group);
  }
  return [...groups.values()];
}
