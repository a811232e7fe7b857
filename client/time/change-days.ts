/** The days on which something changed in the register of plans, from the versions of all plans. Pure. */
import type { PlanVersion } from '../api/plan-versions.ts';

/** A procedure begins, consultations begin, a plan comes into force, another version of it begins, it is gone. */
export type ChangeKind = 'begun' | 'consulted' | 'in-force' | 'changed' | 'ended';

export interface ChangeDay {
  /** ISO. */
  readonly day: string;
  readonly changes: readonly { readonly key: string; readonly name: string; readonly kind: ChangeKind }[];
}

/** What happened to one plan, by day: coming into force says more than that a version begins. */
function daysOf(versions: readonly PlanVersion[]): Map<string, ChangeKind> {
  const days = new Map<string, ChangeKind>();
  const say = (day: string | null | undefined, kind: ChangeKind) => { if (day && !days.has(day)) days.set(day, kind); };
  const ordered = [...versions].sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  for (const { inForceFrom } of ordered) say(inForceFrom, 'in-force');
  for (const { consultations } of ordered) for (const day of consultations) say(day, 'consulted');
  ordered.forEach(({ validFrom }, at) => say(validFrom, at === 0 ? 'begun' : 'changed'));
  say(ordered.at(-1)?.validTo, 'ended');
  return days;
}

/** The latest first; within a day by name. */
export function changeDays(versions: readonly PlanVersion[]): readonly ChangeDay[] {
  const byPlan = new Map<string, readonly PlanVersion[]>();
  for (const version of versions) byPlan.set(version.key, [...(byPlan.get(version.key) ?? []), version]);
  const days = new Map<string, ChangeDay['changes'][number][]>();
  for (const [key, own] of byPlan) {
    for (const [day, kind] of daysOf(own)) days.set(day, [...(days.get(day) ?? []), { key, name: own[0]!.name, kind }]);
  }
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, changes]) => ({ day, changes: changes.sort((a, b) => a.name.localeCompare(b.name, 'pl')) }));
}

/** The nearest days of change before and after a day; null where there is none. */
export function stepsFrom(days: readonly ChangeDay[], day: string): { readonly earlier: string | null; readonly later: string | null } {
  return { earlier: days.find((one) => one.day < day)?.day ?? null, later: days.findLast((one) => one.day > day)?.day ?? null };
}
