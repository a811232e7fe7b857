/** What somebody of the office hears of an entry: nothing that was another's own note, before and after; `gone` where it is no longer to be seen. */
import type { AnnotationEvent } from '../../../domain/contract/office/annotation.ts';
import type { Visibility } from '../../../domain/office/annotation-rules.ts';
import type { Entry } from './entries.repository.ts';

/** Undefined: this account hears nothing of it. */
export function eventFor(account: number, entry: Entry): AnnotationEvent | undefined {
  if (entry.kind !== 'annotation') return undefined;
  const sees = (visibility: Visibility | null): boolean => visibility !== null && (visibility !== 'mine' || entry.author === account);
  if (!entry.seenThen.some(sees)) return undefined;
  return { id: entry.subject, version: entry.version, action: entry.action, by: entry.by, at: entry.at.toISOString(), gone: !sees(entry.seenNow) };
}
