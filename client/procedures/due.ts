/** Due days in words, and which procedures a filter leaves. Pure. */
import type { ProcedureContent, ProcedureEvent, ProcedureSummary } from '../../domain/contract/office/procedure.ts';
import { actFactsOf } from '../../domain/office/procedure-rules.ts';
import type { PlanStatus } from '../../domain/planning/stages.ts';

const DAY_MS = 86_400_000;
/** Days from one ISO day to another; negative: it is past. */
export const daysUntil = (due: string, today: string): number => Math.round((Date.parse(`${due}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);

export type DueState = 'done' | 'overdue' | 'today' | 'soon' | 'later' | 'undated';
const SOON = 14;

export function dueState({ dueOn, onDate }: Pick<ProcedureEvent, 'dueOn' | 'onDate'>, today: string): DueState {
  if (onDate !== null && onDate <= today) return 'done';
  const day = dueOn ?? onDate;
  if (day === null) return 'undated';
  const days = daysUntil(day, today);
  return days < 0 ? 'overdue' : days === 0 ? 'today' : days <= SOON ? 'soon' : 'later';
}

/** Events by the day on which they happened or are due; those without any stay at the end, in their order. */
export const byDate = <T extends Pick<ProcedureEvent, 'dueOn' | 'onDate'>>(events: readonly T[]): T[] =>
  events.toSorted((one, other) => (one.onDate ?? one.dueOn ?? '9999').localeCompare(other.onDate ?? other.dueOn ?? '9999'));

export interface ProcedureFilter { readonly mine: boolean; readonly overdue: boolean; readonly published: boolean }

/** Overdue ones first, then by the next due day, then by name. */
export function chosenProcedures(all: readonly ProcedureSummary[], { mine, overdue, published }: ProcedureFilter, account: number): ProcedureSummary[] {
  return all.filter((one) => (!mine || one.lead?.id === account) && (!overdue || one.nextDue?.overdue) && (!published || one.published))
    .toSorted((one, other) => (one.nextDue?.dueOn ?? '9999').localeCompare(other.nextDue?.dueOn ?? '9999') || one.name.localeCompare(other.name, 'pl'));
}

const PLAIN: Readonly<Record<string, string>> = { ą: 'a', ć: 'c', ę: 'e', ł: 'l', ń: 'n', ó: 'o', ś: 's', ź: 'z', ż: 'z' };
/** The key that a name suggests: `Bronowice – Rejon II` → `bronowice-rejon-ii`. */
export const keyOfName = (name: string): string =>
  name.toLowerCase().replace(/[ąćęłńóśźż]/g, (letter) => PLAIN[letter]!).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80);

/** What the map will call the plan on a day, by its events: as `planning.plan_on` has it. */
export function publicStatus(procedure: Pick<ProcedureContent, 'events' | 'documents'>, today: string): PlanStatus {
  const { inForceFrom, inForceTo } = actFactsOf(procedure);
  if (inForceFrom !== null && inForceFrom <= today) return inForceTo === null || today <= inForceTo ? 'in-force' : 'superseded';
  const latest = procedure.events.filter(({ onDate }) => onDate !== null && onDate <= today).reduce<ProcedureEvent | null>((last, event) => (last === null || event.onDate! >= last.onDate! ? event : last), null);
  if (latest?.stage === 'CONSULTATION' && (latest.untilDate === null || today <= latest.untilDate)) return 'in-consultation';
  return latest?.stage === 'REPEALED' || latest?.stage === 'ANNULLED' ? 'superseded' : 'in-preparation';
}
