/** What is compared, in the words of the page's address: `2012-05-01..2026-11-22` or `draft:plaszow-rybitwy-bagry`. Pure. */
import { dayInKrakow, isDay } from '../../domain/day.ts';
import type { Compared, DifferenceOf } from '../api/difference.ts';

/** Null for what names neither two days nor a draft. */
export function parseCompared(text: string | null): Compared | null {
  if (text?.startsWith('draft:')) return text.length > 6 ? { draft: text.slice(6) } : null;
  const [from = '', to = '', ...more] = (text ?? '').split('..');
  return more.length === 0 && isDay(from) && isDay(to) ? { from, to } : null;
}

export const printCompared = (compared: Compared): string => ('draft' in compared ? `draft:${compared.draft}` : `${compared.from}..${compared.to}`);

/** As many years back a parcel or an area is compared when nobody has said a day. */
const YEARS = 10;

/** What is compared when the address does not say: the two days of the map, else the last ten years; a plan knows by itself. */
export function usuallyCompared(subject: DifferenceOf, { day, compare }: { readonly day: string | null; readonly compare: string | null }, today: string = dayInKrakow()): Compared | null {
  const days = [day ?? today, compare ?? today].sort();
  if (subject.kind === 'plan') return compare !== null ? { from: days[0]!, to: days[1]! } : null;
  if (days[0] !== days[1]) return { from: days[0]!, to: days[1]! };
  const [year, ...rest] = today.split('-');
  const before = [String(Number(year) - YEARS).padStart(4, '0'), ...rest].join('-');
  return { from: isDay(before) ? before : before.replace('-02-29', '-02-28'), to: today };
}
