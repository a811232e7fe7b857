/** Errors over HTTP: application/problem+json (RFC 9457). */
import { z } from 'zod';

export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  requestId: z.string(),
  /** What was wrong with which parameter or place in the body, when that is known. */
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  /** With 412: what stands now, who wrote it and when; null: the system. Besides these the whole of it, under the name of its kind. */
  current: z.looseObject({ version: z.int(), changedBy: z.strictObject({ id: z.int(), name: z.string() }).nullable(), changedAt: z.iso.datetime() }).optional(),
  /** With 410: what it was called, and since when it is there no more. */
  gone: z.strictObject({ name: z.string(), since: z.iso.datetime() }).optional(),
});
export type Problem = z.infer<typeof Problem>;
