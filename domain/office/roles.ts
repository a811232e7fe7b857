/** Who somebody is to the office: nobody in particular (a resident), or an account with a role and the areas in which it may write. */

export const ROLES = [
  { value: 'planner', label: { pl: 'planista', en: 'planner' } },
  { value: 'chief-planner', label: { pl: 'główny planista', en: 'chief planner' } },
  { value: 'investor-adviser', label: { pl: 'doradca inwestora', en: 'investor adviser' } },
  { value: 'administrator', label: { pl: 'administrator', en: 'administrator' } },
] as const;

export type Role = (typeof ROLES)[number]['value'];

/** A part of the city in which somebody may write: a district (`7`) or the area of a plan (`bronowice`), by lasting key. */
export interface Area {
  readonly kind: 'district' | 'plan';
  readonly key: string;
}

/** Whoever asks. Reading within the office is everybody's; writing is bound to the areas. */
export type Viewer =
  | { readonly kind: 'resident' }
  | { readonly kind: 'account'; readonly id: number; readonly login: string; readonly name: string; readonly role: Role; readonly wholeCity: boolean; readonly areas: readonly Area[] };

export type Account = Extract<Viewer, { kind: 'account' }>;

export const RESIDENT: Viewer = { kind: 'resident' };

/** Whether a viewer works with annotations and procedures at all; administrators mind accounts only, but read. */
export const isPlanner = (viewer: Viewer): viewer is Account => viewer.kind === 'account' && (viewer.role === 'planner' || viewer.role === 'chief-planner');
export const isChief = (viewer: Viewer): viewer is Account => viewer.kind === 'account' && viewer.role === 'chief-planner';
/** Whoever edits sites and reads enquiries of investors (Centrum Obsługi Inwestora); nobody else does. */
export const isAdviser = (viewer: Viewer): viewer is Account => viewer.kind === 'account' && viewer.role === 'investor-adviser';
/** Whoever reads what is the planners': to advisers annotations and procedures are what they are to residents. */
export const isOfPlanning = (viewer: Viewer): viewer is Account => viewer.kind === 'account' && viewer.role !== 'investor-adviser';
