/** One rule of a field mapping: how a column is made from the fields of a file. */
import { z } from 'zod';

const Source = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/**
 * How one column is made. `from` names the field (of several, the first that is filled); `path` goes into a structure; then, in this order:
 * `match` keeps the first group of a pattern, `as` converts, `lookup` translates, `official` corrects a name by a list, `default` fills a gap.
 */
export const Rule = z.union([
  z.string().min(1),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
  z.strictObject({ template: z.string().min(1) }),
  z.strictObject({ sum: z.array(z.string().min(1)).min(1) }),
  z.strictObject({
    from: Source,
    path: z.array(z.string()).min(1).optional(),
    match: z.string().min(1).optional(),
    as: z.enum(['roman-number', 'date', 'hectares-to-m2', 'slug']).optional(),
    lookup: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    official: z.strictObject({ by: z.string(), names: z.record(z.string(), z.string()), maxEdits: z.int().min(1).max(5) }).optional(),
    default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  }),
]);
export type Rule = z.infer<typeof Rule>;
