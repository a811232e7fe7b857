/** What a watch would have told in the last twelve months: the same as one would have been told who had set it then. */
import { type WatchEvent, type WatchKind, type WatchPreview, WATCH_KINDS } from '../../../domain/contract/investment/watch.ts';
import { eventsOf, type JudgedVersion } from '../../../domain/investment/watch.ts';

export const MOST_SHOWN = 200;

/** `versions`: all there are. What was there when recording began was not new then: it is known, and not told. */
export function previewOf(versions: readonly JudgedVersion[], kinds: readonly WatchKind[], now: Date): WatchPreview {
  const from = new Date(now);
  from.setUTCFullYear(now.getUTCFullYear() - 1);
  const began = versions.reduce<string | null>((least, { at }) => (least === null || at < least ? at : least), null);
  const told = eventsOf(versions).filter(({ at, kind }) => at > (began ?? '') && at >= from.toISOString() && kinds.includes(kind));
  const last = new Map(versions.map((version) => [version.key, version]));
  const count = (wanted: WatchKind): number => told.filter(({ kind }: WatchEvent) => kind === wanted).length;
  return {
    from: from.toISOString(), to: now.toISOString(), recordedSince: began !== null && began <= from.toISOString() ? from.toISOString() : began,
    fitting: [...last.values()].filter(({ fits }) => fits).length,
    total: told.length, counts: Object.fromEntries(WATCH_KINDS.map((kind) => [kind, count(kind)])) as WatchPreview['counts'],
    events: told.slice(-MOST_SHOWN).toReversed(),
  };
}
