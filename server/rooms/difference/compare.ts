/** Asks the database for the law of both sides and for what differs, and puts the answer together. */
import { type Difference, type DifferenceSide, type DifferenceSubject, MAX_CHANGES } from '../../../domain/contract/difference.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Db } from '../../db/database.ts';
import { Problem } from '../../http/problem.ts';
import { plansIn, presentCells, separate, SLIVER_M2 } from './difference.ts';
import { type LawPart, lawOn, overlay, type Place, planOf, type PlanRow, registerKnows } from './difference.repository.ts';

/** A day, ISO; with a draft as if it were in force on that day. */
export interface Side { readonly day: string; readonly draft: PlanRow | null }
export interface Sides { readonly from: Side; readonly to: Side }

/** What is compared with what: two days, or today and a draft, named by its key. Throws for a draft that is none. */
export async function sidesOf(db: Db, asked: { readonly from?: string | undefined; readonly to?: string | undefined; readonly draft?: string | undefined }): Promise<Sides> {
  if (asked.draft !== undefined) return withDraft(await planNamed(db, asked.draft));
  return { from: { day: asked.from!, draft: null }, to: { day: asked.to!, draft: null } };
}

/** Without days: a draft against the law of today, a plan that has come into force against the law of the day before. */
export function sidesOfPlan(plan: PlanRow): Sides {
  if (isDraft(plan)) return withDraft(plan);
  if (plan.kind === 'POG') throw new Problem('unprocessable', NOT_LOCAL);
  if (plan.in_force_from === null) {
    throw new Problem('unprocessable', `Since when ${plan.name} has been in force is not known here; name the days from and to.`, [{ path: 'from', message: 'is needed for this plan' }]);
  }
  return { from: { day: dayBefore(plan.in_force_from), draft: null }, to: { day: plan.in_force_from, draft: null } };
}

/** The current or last version of a plan. Throws `feature-not-found`. */
export async function planNamed(db: Db, key: string, day = dayInKrakow()): Promise<PlanRow> {
  const plan = await planOf(db, key, day);
  if (!plan) throw new Problem('feature-not-found', `There is no plan "${key.slice(0, 100)}".`);
  return plan;
}

const NOT_LOCAL = 'The general plan is no local plan: it says what local plans may say, and is not compared with them.';
const isDraft = ({ kind, status }: PlanRow): boolean => kind !== 'POG' && (status === 'in-consultation' || status === 'in-preparation');
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

function withDraft(plan: PlanRow): Sides {
  const refuse = (detail: string): never => { throw new Problem('unprocessable', detail, [{ path: 'draft', message: 'is not a draft of a local plan' }]); };
  if (plan.kind === 'POG') refuse(NOT_LOCAL);
  if (!isDraft(plan)) refuse(`${plan.name} is no draft: it ${plan.status === 'in-force' ? 'is' : 'was'} in force. Compare two days instead.`);
  const today = dayInKrakow();
  return { from: { day: today, draft: null }, to: { day: today, draft: plan } };
}

/** The whole answer for a place. */
export async function differenceAt(db: Db, subject: DifferenceSubject, place: Place, { from, to }: Sides): Promise<Difference> {
  const before = await lawAt(db, place, from);
  const after = from.day === to.day && from.draft === to.draft ? before : await lawAt(db, place, to);
  const separated = separate(before, after);
  const rows = await overlay(db, separated.before, separated.after, SLIVER_M2, MAX_CHANGES);
  return {
    subject, bbox: place.bbox, from: await presentSide(db, place, from, before), to: await presentSide(db, place, to, after),
    ...presentCells(separated, rows, place.area),
  };
}

const lawAt = (db: Db, place: Place, { day, draft }: Side): Promise<LawPart[]> => lawOn(db, place, day, draft?.key ?? null);

async function presentSide(db: Db, place: Place, { day, draft }: Side, law: readonly LawPart[]): Promise<DifferenceSide> {
  return { day, draft: draft && { key: draft.key, name: draft.name, status: draft.status }, known: await registerKnows(db, place, day), plans: plansIn(law) };
}
