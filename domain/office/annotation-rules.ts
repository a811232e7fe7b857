/** Who may see and do what with an annotation, and the way of its status. The one place of these rules; pure, so that a model can test it. */
import { type Account, isChief, isPlanner, type Viewer } from './roles.ts';

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
  if (viewer.kind === 'resident') return one.visibility === 'public' && !one.deleted;
  if (one.visibility === 'mine') return viewer.id === one.author;
  return !one.deleted || mayDelete(viewer, one, true);
}

/** `inArea`: the place lies where the viewer may write. One's own notes may stand anywhere while they are one's own. */
export const mayEdit = (viewer: Viewer, one: Standing, inArea: boolean): boolean =>
  isPlanner(viewer) && maySee(viewer, one) && !one.deleted && one.status !== 'closed' && (one.visibility === 'mine' || inArea);

/** Showing something to everybody, and taking it back, is the chief planner's. */
export const mayPublish = (viewer: Viewer, one: Standing, inArea: boolean): boolean => isChief(viewer) && mayEdit(viewer, one, inArea);

export const mayDelete = (viewer: Viewer, one: Standing, inArea: boolean): boolean =>
  isPlanner(viewer) && (viewer.id === one.author || (one.visibility !== 'mine' && isChief(viewer))) && (one.visibility === 'mine' || inArea);

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
