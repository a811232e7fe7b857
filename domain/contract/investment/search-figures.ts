/** What investors search and do not find, as the office sees it; nothing of who searched. */
import { z } from 'zod';
import { LandKind } from './search.ts';

export const SearchFigures = z.strictObject({
  days: z.int(),
  /** Of the first search that is still in the log (kept 400 days); null: none was ever counted. */
  since: z.iso.datetime().nullable(),
  searches: z.int(), empty: z.int(),
  /** Queryables, and conditions as CQL2 text, the most frequent first; `empty`: of these searches that found nothing. */
  properties: z.array(z.strictObject({ name: z.string(), searches: z.int(), empty: z.int() })),
  conditions: z.array(z.strictObject({ text: z.string(), searches: z.int(), empty: z.int() })),
  /** Whole searches that found nothing. Drawn places are `area`, texts that no register knows are '…'. */
  inVain: z.array(z.strictObject({ filter: z.string(), kinds: z.array(LandKind), searches: z.int(), last: z.iso.datetime() })),
});
export type SearchFigures = z.infer<typeof SearchFigures>;
