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
});
export type Problem = z.infer<typeof Problem>;
