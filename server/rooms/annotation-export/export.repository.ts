/** The annotations of an export, page after page, so that no more than a page is in memory. */
import type { Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { Problem } from '../../http/problem.ts';

const COUNT = queryFile(new URL('sql/count.sql', import.meta.url));
const PAGE = queryFile(new URL('sql/page.sql', import.meta.url));
export const MAX_ROWS = 20_000;
const PAGE_ROWS = 500;

/** Conditions in SQL on office.annotation, as those of the list. */
export interface Conditions { readonly where: string; readonly status: string }
export interface Wanted extends Conditions { readonly srid: number; readonly decimals: number; readonly office: boolean }

export interface Row {
  readonly id: string; readonly version: number; readonly title: string; readonly text: string; readonly status: string; readonly visibility: string; readonly category: string;
  readonly priority: string; readonly tags: string; readonly dueOn: string | null; readonly district: string | null; readonly subjects: string | null;
  readonly author: string | null; readonly assignee: string | null; readonly createdAt: string; readonly changedAt: string; readonly x: number; readonly y: number;
  /** POINT, MULTIPOLYGON, … and its GeoJSON. */
  readonly kind: string; readonly geometry: string;
}

/** Throws `too-large` (413) that says how to ask for less. */
export async function checkSize(db: Queries, conditions: Conditions): Promise<void> {
  const { many } = await db.one<{ many: number }>(COUNT, conditions);
  if (many > MAX_ROWS) throw new Problem('too-large', `${many} annotations match, an export holds at most ${MAX_ROWS}: narrow it by bbox, district, plan, status, category or due.`);
}

/** Stops at MAX_ROWS also when more were written meanwhile. */
export async function* pagesOf(db: Queries, wanted: Wanted): AsyncGenerator<readonly Row[]> {
  let [after, rows] = [null as string | null, 0];
  while (rows < MAX_ROWS) {
    const page = await db.any<Row>(PAGE, { ...wanted, after, limit: PAGE_ROWS });
    if (page.length > 0) yield page;
    if (page.length < PAGE_ROWS) return;
    after = page.at(-1)!.id;
    rows += page.length;
  }
}
