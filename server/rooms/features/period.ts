/** The parameter `datetime`: a day, a moment or an interval (`2020-01-01/..`), as days in Kraków. */
import { z } from 'zod';
import { Day } from '../../../domain/contract/day.ts';
import { dayInKrakow } from '../../../domain/day.ts';

/** Closed period of ISO days; null is open. */
export interface Period { readonly from: string | null; readonly to: string | null }

const DAY = Day;
const MOMENT = z.iso.datetime({ offset: true });

function dayOf(text: string): string | undefined {
  if (DAY.safeParse(text).success) return text;
  return MOMENT.safeParse(text).success ? dayInKrakow(new Date(text)) : undefined;
}

/** `2024-05-01`, `2024-05-01T10:00:00Z`, `a/b`, `../b`, `a/..`, where `..` may be empty. */
export const DatetimeParameter = z.string().max(100).transform((text, context): Period => {
  const ends = text.split('/');
  const [first = '', second = first] = ends;
  const interval = ends.length === 2;
  const read = (end: string): string | null | undefined => (interval && (end === '' || end === '..') ? null : dayOf(end));
  const from = read(first);
  const to = read(second);
  if (ends.length > 2 || from === undefined || to === undefined || (from === null && to === null)) {
    context.addIssue('must be a day, a moment (RFC 3339) or an interval of them');
    return z.NEVER;
  }
  if (from !== null && to !== null && from > to) context.addIssue('the interval ends before it begins');
  return { from, to };
});
