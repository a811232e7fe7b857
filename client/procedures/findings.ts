/** Findings of a check as they are read: by kind, what stops the publishing first, what was overruled last. Pure. */
import type { Finding } from '../../domain/contract/office/procedure.ts';
import { isOpen } from '../../domain/office/procedure-rules.ts';

export interface FindingGroup {
  readonly kind: Finding['kind'];
  readonly findings: readonly Finding[];
  /** Blocking and not overruled. */
  readonly open: number;
  readonly overruled: number;
}

/** 0: stops the publishing; 1: does not; 2: overruled. */
const rank = (finding: Finding): number => (isOpen(finding) ? 0 : finding.overruled ? 2 : 1);

export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => {
    const own = findings.filter((finding) => finding.kind === kind).toSorted((one, other) => rank(one) - rank(other) || (other.areaM2 ?? 0) - (one.areaM2 ?? 0));
    return { kind, findings: own, open: own.filter(isOpen).length, overruled: own.filter(({ overruled }) => overruled !== null).length };
  });
  const order = (group: FindingGroup): number => Math.min(...group.findings.map(rank));
  return groups.toSorted((one, other) => order(one) - order(other) || other.open - one.open);
}
