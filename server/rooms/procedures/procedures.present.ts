/** Procedures and drafts as they travel. */
import type { DraftSummary, Procedure, ProcedureEntry, ProcedureSummary, PublicationRecord } from '../../../domain/contract/office/procedure.ts';
import { nextDueOn, stageOn } from '../../../domain/office/procedure-rules.ts';
import { type Account, isChief, isPlanner } from '../../../domain/office/roles.ts';
import type { DraftRow, historyOf, listProcedures, ProcedureRow, PublicationRow } from './procedures.repository.ts';

type Row<F extends (...of: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<F>>[number];

export const presentDraft = ({ number, version, note, zones, origin, createdBy, createdAt, changedAt, publishedAt, withdrawnAt }: DraftRow): DraftSummary => ({
  number, version, note, zones, origin, createdBy, createdAt: createdAt.toISOString(), changedAt: changedAt.toISOString(), publishedAt: publishedAt?.toISOString() ?? null, withdrawnAt: withdrawnAt?.toISOString() ?? null,
});

/** Publications and withdrawals, in the order in which they came. */
function recordsOf(publications: readonly PublicationRow[]): PublicationRecord[] {
  const records = publications.flatMap(({ draft, at, by, withdrawnAt, withdrawnBy, reason }): PublicationRecord[] => [
    { action: 'published', draft, at: at.toISOString(), by, reason: null },
    ...(withdrawnAt ? [{ action: 'withdrawn' as const, draft, at: withdrawnAt.toISOString(), by: withdrawnBy!, reason }] : []),
  ]);
  return records.toSorted((a, b) => a.at.localeCompare(b.at));
}

export function presentProcedure({ inArea, changedAt, ...rest }: ProcedureRow, drafts: readonly DraftRow[], publications: readonly PublicationRow[], account: Account): Procedure {
  const chief = isChief(account);
  return {
    ...rest, changedAt: changedAt.toISOString(), drafts: drafts.map(presentDraft), publications: recordsOf(publications),
    may: { edit: inArea && isPlanner(account), publish: chief && drafts.length > 0, withdraw: chief && publications.some(({ withdrawnAt }) => withdrawnAt === null) },
  };
}

export const presentSummary = ({ events, changedAt, ...rest }: Row<typeof listProcedures>, day: string): ProcedureSummary =>
  ({ ...rest, stage: stageOn(events, day), nextDue: nextDueOn(events, day), changedAt: changedAt.toISOString() });

export const presentEntry = ({ at, content, boundary, ...rest }: Row<typeof historyOf>): ProcedureEntry =>
  ({ ...rest, at: at.toISOString(), content: content && boundary ? { ...content, boundary } : null });
