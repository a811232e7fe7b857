/** Who may see and do what with an annotation, and the way of its status. The one place of these rules; pure, so that a model can test it. */
import { type Account, isChief, isOfPlanning, isPlanner, type Viewer } from './roles.ts';

export const STATUSES = [
  { value: 'open', label: { pl: 'otwarta', en: 'open' } },
  { value: 'in-review', label: { pl: 'w rozpatrzeniu', en: 'in review' } },
  { value: 'decided', label: { pl: 'rozstrzygnięta', en: 'decided' } },
  { value: 'closed', label: { pl: 'zamknięta', en: 'closed' } },
] as const;
export type Status = (typeof STATUSES)[number]['value'];

export const VISIBILITIES = [
  { value: 'mine', label: { pl: 'tylko ja', en: 'only me' } },
  { value: 'office', label: { pl: 'urząd', en: 'the office' } },
  { value: 'public', label: { pl: 'wszyscy', en: 'everybody' } },
] as const;
export type Visibility = (typeof VISIBILITIES)[number]['value'];

/** What the rules need to know of an annotation. */
export interface Standing {
  readonly author: number;
  readonly assignee: number | null;
  readonly status: Status;
  readonly visibility: Visibility;
  readonly deleted: boolean;
}

/** What no one may see does not exist for them. Deleted ones are seen by those who may bring them back. */
export function maySee(viewer: Viewer, one: Standing): boolean {
  if (!isOfPlanning(viewer)) return one.visibility === 'public' && !one.deleted;
  if (one.visibility === 'mine') return viewer.id === one.author;
  return !one.deleted || mayDelete(viewer, one, true);
}

/** `inArea`: the place lies where the viewer may write. One's own notes may stand anywhere while they are one's own; what everybody reads is the chief planner's. */
export const mayEdit = (viewer: Viewer, one: Standing, inArea: boolean): boolean =>
  isPlanner(viewer) && maySee(viewer, one) && !one.deleted && one.status !== 'closed' && (one.visibility === 'mine' || inArea) && (one.visibility !== 'public' || isChief(viewer));

/** Showing something to everybody, and taking it back, is the chief planner's. */
export const mayPublish = (viewer: Viewer, one: Standing, inArea: boolean): boolean => isChief(viewer) && mayEdit(viewer, one, inArea);

export const mayDelete = (viewer: Viewer, one: Standing, inArea: boolean): boolean =>
  isPlanner(viewer) && ((viewer.id === one.author && one.visibility !== 'public') || (one.visibility !== 'mine' && isChief(viewer))) && (one.visibility === 'mine' || inArea);

/** Everybody of the office who sees it may answer, whatever their areas: people are asked by mention. */
export const mayComment = (viewer: Viewer, one: Standing): boolean => isPlanner(viewer) && maySee(viewer, one) && !one.deleted;

/** What stands in the way of a write; `null`: nothing. */
export type Refusal = 'not-a-planner' | 'closed' | 'deleted' | 'outside-areas' | 'publishing' | 'not-yours' | 'assignee-cannot-see';

/** What an annotation is going to be. */
export interface Intent {
  readonly visibility: Visibility;
  readonly assignee: number | null;
  /** The new place lies where the viewer may write. */
  readonly inArea: boolean;
}

/** Whether somebody may make such an annotation, as its author. */
export function refusesCreation(viewer: Viewer, to: Intent): Refusal | null {
  if (!isPlanner(viewer)) return 'not-a-planner';
  if (to.visibility !== 'mine' && !to.inArea) return 'outside-areas';
  if (to.visibility === 'public' && !isChief(viewer)) return 'publishing';
  return to.visibility === 'mine' && to.assignee !== null && to.assignee !== viewer.id ? 'assignee-cannot-see' : null;
}

/** Whether somebody who sees it may turn it into that; the old place and the new one must both lie in their areas unless it is their own note. */
export function refusesEdit(viewer: Viewer, one: Standing, inArea: boolean, to: Intent): Refusal | null {
  if (!isPlanner(viewer)) return 'not-a-planner';
  if (one.deleted) return 'deleted';
  if (one.status === 'closed') return 'closed';
  return refusesContent(viewer, one, inArea, to);
}

/** Whether the content of an earlier version may become that of a new one. What is deleted comes back for those who could have deleted it. */
export function refusesRestoration(viewer: Viewer, one: Standing, inArea: boolean, to: Intent): Refusal | null {
  if (!one.deleted) return refusesEdit(viewer, one, inArea, to);
  if (!isPlanner(viewer)) return 'not-a-planner';
  if (!mayDelete(viewer, one, true)) return 'not-yours';
  // Nobody sees it now: bringing it back for everybody is showing it to them.
  return refusesContent(viewer, one.visibility === 'public' ? { ...one, visibility: 'office' } : one, inArea, to);
}

function refusesContent(viewer: Account, one: Standing, inArea: boolean, to: Intent): Refusal | null {
  if ((one.visibility !== 'mine' && !inArea) || (to.visibility !== 'mine' && !to.inArea)) return 'outside-areas';
  if ((one.visibility === 'public' || to.visibility === 'public') && !isChief(viewer)) return 'publishing';
  // Whoever takes it for themselves takes it from all others.
  if (to.visibility === 'mine' && viewer.id !== one.author) return 'not-yours';
  return to.visibility === 'mine' && to.assignee !== null && to.assignee !== viewer.id ? 'assignee-cannot-see' : null;
}

/** Whether somebody who sees it may delete it. */
export function refusesDeletion(viewer: Viewer, one: Standing, inArea: boolean): Refusal | null {
  if (!isPlanner(viewer)) return 'not-a-planner';
  if (one.deleted) return 'deleted';
  if (!mayDelete(viewer, one, true)) return 'not-yours';
  return mayDelete(viewer, one, inArea) ? null : 'outside-areas';
}

type Guard = (viewer: Account, one: Standing) => boolean;
const anyone: Guard = () => true;
const chief: Guard = ({ role }) => role === 'chief-planner';
const concerned: Guard = (viewer, one) => viewer.role === 'chief-planner' || viewer.id === one.author || viewer.id === one.assignee;

/** open → in review → decided → closed; back to open from each. What was asked for review is decided by the chief planner. */
const STEPS: Readonly<Record<Status, Partial<Record<Status, Guard>>>> = {
  open: { 'in-review': anyone },
  'in-review': { open: anyone, decided: chief },
  decided: { closed: concerned, open: chief },
  closed: { open: chief },
};

/** The statuses to which the viewer may bring it now. One's own notes go their way without a chief. */
export function transitions(viewer: Viewer, one: Standing, inArea: boolean): Status[] {
  if (!isPlanner(viewer) || !maySee(viewer, one) || one.deleted || (one.visibility !== 'mine' && !inArea)) return [];
  return (Object.entries(STEPS[one.status]) as [Status, Guard][]).filter(([, guard]) => one.visibility === 'mine' || guard(viewer, one)).map(([to]) => to);
}
