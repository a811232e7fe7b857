/** Short links in the database: kept under the shortest code that is free, found by code. */
import type { Db } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { codeOf, LONGEST, SHORTEST } from './code.ts';

const KEEP = queryFile(new URL('sql/keep.sql', import.meta.url));
const TARGET = queryFile(new URL('sql/target.sql', import.meta.url));
const NOTE_USE = queryFile(new URL('sql/note-use.sql', import.meta.url));

/** The code of a target, kept now or before. Where another target has the code already, this one's is a character longer. */
export async function keepLink(db: Db, target: string): Promise<{ readonly code: string; readonly created: boolean }> {
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    const code = codeOf(target, length);
    // Nothing comes back where another session is keeping the same code at this moment: by then it is visible.
    const kept = await keepOnce(db, code, target) ?? await keepOnce(db, code, target);
    if (kept?.target === target) return { code, created: kept.created };
  }
  throw new Error('no code is free for a short link');
}

const keepOnce = (db: Db, code: string, target: string): Promise<{ target: string; created: boolean } | null> => db.oneOrNone(KEEP, { code, target });

/** The target of a code, null when there is none; `day` is noted as the last one on which it was opened. */
export async function openLink(db: Db, code: string, day: string): Promise<string | null> {
  const found = await db.oneOrNone<{ target: string; noted: boolean }>(TARGET, { code, day });
  // A database that takes no writes for the moment keeps nobody from opening a link.
  if (found && !found.noted) await db.none(NOTE_USE, { code, day }).catch(() => undefined);
  return found?.target ?? null;
}
