/** What a plan was on a day, from its dates and the events of its procedure – not from the one status it has today. */
import type { PlanStatus } from '../../../domain/planning/stages.ts';

export interface PlanDates {
  readonly status: PlanStatus;
  readonly stage: string;
  readonly in_force_from: string | null;
  readonly in_force_to: string | null;
  readonly events: readonly { readonly stage: string; readonly on_date: string }[] | null;
}

/** Days are ISO dates. `today`: what the register says of the plan now is right for now. */
export function planOn(plan: PlanDates, day: string, today: string): { readonly status: PlanStatus; readonly stage: string } {
  if (day >= today && plan.status !== 'superseded') return { status: plan.status, stage: plan.stage };
  if (plan.in_force_from !== null && plan.in_force_from <= day) {
    return plan.in_force_to === null || day <= plan.in_force_to ? { status: 'in-force', stage: 'IN_FORCE' } : { status: 'superseded', stage: plan.stage };
  }
  // Without the date nothing better is known than what the plan is now.
  if (plan.in_force_from === null && (plan.status === 'superseded' || plan.status === 'in-force')) return { status: plan.status, stage: plan.stage };
  const stage = plan.events?.findLast((event) => event.on_date <= day)?.stage ?? 'INITIATION';
  return { status: stage === 'CONSULTATION' ? 'in-consultation' : 'in-preparation', stage };
}
