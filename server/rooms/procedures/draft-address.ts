/** Which draft of which procedure an address names. */
import type { Request } from 'express';
import { Problem } from '../../http/problem.ts';

/** The key of the procedure. */
export const keyOf = (req: Request): string => String(req.params['key']);
/** The number of the draft; throws `not-found` for what is none. */
export function numberOf(req: Request): number {
  const text = String(req.params['number']);
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Problem('not-found', 'Drafts are numbered from 1.');
  return Number(text);
}
