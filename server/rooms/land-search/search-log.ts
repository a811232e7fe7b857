/** Appends searches to the log of the office's figures: each once in a while, a few a minute, never at the cost of the answer. */
import type { Column } from '../../../domain/investment/land-columns.ts';
import { loggedSearch } from '../../../domain/investment/search-log.ts';
import type { Db } from '../../db/database.ts';
import type { Log } from '../../http/log.ts';
import { appendSearch } from '../../registers/search-figures.ts';
import type { LandSearchQuery } from './land-search.query.ts';

/** The same search within so long is the same search, whoever asks: nobody is known. */
const SAME_MS = 10 * 60_000;
const MOST_PER_MINUTE = 60;

export interface SearchLog { append(query: LandSearchQuery, total: number, columns: ReadonlyMap<string, Column>): Promise<void> }

export function openSearchLog(db: Db, log: Log, now: () => number = Date.now): SearchLog {
  const appended = new Map<string, number>();
  return {
    async append({ conditions, kinds, door }, total, columns) {
      const known = (name: string, text: string): boolean => { const column = columns.get(name); return name !== 'name' && column !== undefined && column.kind !== 'number' && column.known.includes(text); };
      const search = { ...loggedSearch(conditions, known), kinds, total, door };
      const at = now();
      for (const [key, when] of appended) if (at - when > SAME_MS) appended.delete(key);
      const key = JSON.stringify([search.filter, kinds, door]);
      if (appended.has(key) || [...appended.values()].filter((when) => at - when < 60_000).length >= MOST_PER_MINUTE) return;
      appended.set(key, at);
      await appendSearch(db, search).catch((error: unknown) => { log.warn({ err: error }, 'a search could not be counted'); });
    },
  };
}
