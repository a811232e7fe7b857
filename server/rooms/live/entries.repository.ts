/** Entries of the audit trail as the live events read them. */
import type { Visibility } from '../../../domain/office/annotation-rules.ts';
import type { Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';

const ENTRIES = queryFile(new URL('sql/entries.sql', import.meta.url));
const HEAD = queryFile(new URL('sql/head.sql', import.meta.url));

/** How many are read at once. */
export const PAGE = 500;

export interface Entry {
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  /** `annotation`, `account`, … and its id. */
  readonly kind: string;
  readonly subject: string;
  readonly by: { readonly id: number; readonly name: string } | null;
  readonly version: number;
  readonly author: number | null;
  /** The visibilities it had before and after the entry. */
  readonly seenThen: readonly (Visibility | null)[];
  /** The visibility it has now; null when it is deleted. */
  readonly seenNow: Visibility | null;
}

/** At most PAGE of them, in order, without gaps: entries are committed in the order of their numbers. */
export const entriesAfter = (db: Queries, after: number): Promise<Entry[]> => db.any<Entry>(ENTRIES, { after, limit: PAGE });

export const headOf = async (db: Queries): Promise<number> => (await db.one<{ head: number }>(HEAD)).head;
