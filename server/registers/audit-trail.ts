/** Verifies the audit trail: walks the chain page by page, in the memory of one page, and names the first entry that is not as it was written. */
import type { Queries } from '../db/database.ts';
import { queryFile } from '../db/query-file.ts';

const PAGE = queryFile(new URL('sql/audit-page.sql', import.meta.url));
const END = queryFile(new URL('sql/audit-end.sql', import.meta.url));
const OF = queryFile(new URL('sql/audit-of.sql', import.meta.url));

/** The end of the chain: who notes it outside of the database can prove later that nothing was cut off or written anew. Hash in hexadecimal. */
export interface Head { readonly seq: number; readonly hash: string }

/**
 * `missing`: there is no such entry. `altered`: it does not have its hash. `unchained`: it does not follow the one before it. `version …`: what was
 * kept of an annotation is not what the entry tells of. `cut off`, `not as noted`: against a head that was noted earlier.
 */
export type FaultKind = 'missing' | 'altered' | 'unchained' | 'version missing' | 'version altered' | 'cut off' | 'not as noted';

export interface Findings {
  readonly entries: number;
  readonly versions: number;
  /** Null: the trail is empty. */
  readonly head: Head | null;
  readonly fault: { readonly seq: number; readonly kind: FaultKind } | null;
}

interface Page { readonly entries: number; readonly versions: number; readonly hash: string | null; readonly fault: Findings['fault'] }

/** Entries that are written while it runs are not looked at. `noted`: a head from an earlier time. */
export async function verifyTrail(db: Queries, { noted, pageSize = 5_000 }: { noted?: Head; pageSize?: number } = {}): Promise<Findings> {
  const { lastEntry, versionBeyond } = await db.one<{ lastEntry: number; versionBeyond: number | null }>(END);
  let head: Head = { seq: 0, hash: '0'.repeat(64) };
  let [entries, versions] = [0, 0];
  const told = (fault: Findings['fault']): Findings => ({ entries, versions, head: head.seq > 0 ? head : null, fault });
  while (head.seq < lastEntry) {
    // A page ends at the noted entry, so that its hash is seen.
    const aim = Math.min(head.seq + pageSize, lastEntry);
    const until = noted && head.seq < noted.seq && noted.seq < aim ? noted.seq : aim;
    const page = await db.one<Page>(PAGE, { after: head.seq, until, previous: head.hash });
    entries += page.entries;
    versions += page.versions;
    if (page.fault) return told(page.fault);
    head = { seq: until, hash: page.hash! };
    if (noted?.seq === until && noted.hash !== page.hash) return told({ seq: until, kind: 'not as noted' });
  }
  if (noted && noted.seq > lastEntry) return told({ seq: noted.seq, kind: 'cut off' });
  // Entries are never taken back: a version that names a later one names none.
  return told(versionBeyond === null ? null : { seq: versionBeyond, kind: 'version altered' });
}

export interface Entry { readonly seq: number; readonly at: Date; readonly by: string | null; readonly action: string; readonly detail: object }

/** What happened to one thing, oldest first, a page at a time. */
export async function* entriesOf(db: Queries, kind: string, subject: string): AsyncGenerator<Entry> {
  const limit = 1_000;
  for (let after = 0; ;) {
    const page = await db.any<Entry>(OF, { kind, subject, after, limit });
    yield* page;
    if (page.length < limit) return;
    after = page.at(-1)!.seq;
  }
}
