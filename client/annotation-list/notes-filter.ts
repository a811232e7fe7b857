/** The conditions on the list of annotations: as the address says them (`notes`), and as the server is asked. Pure. */
import { CATEGORIES, type Category } from '../../domain/office/annotation-words.ts';
import { STATUSES, type Status } from '../../domain/office/annotation-rules.ts';
import type { AnnotationFilters } from '../api/annotations.ts';

export const WHOSE = ['mine', 'assigned', 'mentioned'] as const;
export const DUE = ['overdue', 'week'] as const;
export const SORTS = ['changed', 'due', 'priority', 'title'] as const;

export interface NotesFilter {
  readonly whose: (typeof WHOSE)[number] | null;
  readonly due: (typeof DUE)[number] | null;
  readonly status: Status | null;
  readonly category: Category | null;
  readonly district: string | null;
  readonly plan: string | null;
  readonly tag: string | null;
  readonly text: string | null;
  /** Only what lies in the map's view. */
  readonly view: boolean;
  readonly review: boolean;
  /** What was deleted and may be brought back. */
  readonly bin: boolean;
  readonly sort: (typeof SORTS)[number];
}

export const ALL: NotesFilter = { whose: null, due: null, status: null, category: null, district: null, plan: null, tag: null, text: null, view: false, review: false, bin: false, sort: 'changed' };

const escape = (value: string): string => value.replace(/[%,:]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const unescape = (value: string): string | null => {
  try {
    return decodeURIComponent(value) || null;
  } catch {
    return null;
  }
};
const oneOf = <T extends string>(values: readonly T[], word: string | undefined): T | null => values.find((value) => value === word) ?? null;

const WORDS = ['district', 'plan', 'tag', 'text'] as const;

/** `mine,overdue,status:open,text:woda` → conditions; null, or words that mean nothing: none. */
export function parseNotes(notes: string | null): NotesFilter {
  const parts = (notes ?? '').split(',').map((part) => {
    const [name = '', ...value] = part.split(':');
    return [name, value.length > 0 ? unescape(value.join(':')) : null] as const;
  });
  const flags = parts.filter(([, value]) => value === null).map(([name]) => name);
  const values = Object.fromEntries(parts.filter(([, value]) => value !== null)) as Record<string, string>;
  return {
    whose: WHOSE.find((word) => flags.includes(word)) ?? null, due: DUE.find((word) => flags.includes(word)) ?? null,
    status: oneOf(STATUSES.map(({ value }) => value), values['status']), category: oneOf(CATEGORIES.map(({ value }) => value), values['category']),
    ...(Object.fromEntries(WORDS.map((name) => [name, values[name]?.slice(0, 100) ?? null])) as Pick<NotesFilter, (typeof WORDS)[number]>),
    view: flags.includes('view'), review: flags.includes('review'), bin: flags.includes('bin'), sort: oneOf(SORTS, values['sort']) ?? 'changed',
  };
}

/** As the address has it; null: no conditions. */
export function printNotes(filter: NotesFilter): string | null {
  const flags = [filter.whose, filter.due, filter.view && 'view', filter.review && 'review', filter.bin && 'bin'].filter(Boolean);
  const values = (['status', 'category', ...WORDS] as const).flatMap((name) => (filter[name] ? [`${name}:${escape(filter[name])}`] : []));
  return [...flags, ...values, ...(filter.sort === 'changed' ? [] : [`sort:${filter.sort}`])].join(',') || null;
}

/** The conditions that are on, one by one: what an empty list names to be relaxed. */
export const conditionsOf = (filter: NotesFilter): readonly (keyof NotesFilter)[] =>
  (Object.keys(ALL) as (keyof NotesFilter)[]).filter((name) => name !== 'sort' && filter[name] !== ALL[name]);

/** The query of GET /api/annotations, without page and cursor. `bbox` where the filter asks for the view. */
export function asQuery({ whose, due, status, category, district, plan, tag, text, view, review, bin, sort }: NotesFilter, bbox: readonly number[] | null): AnnotationFilters {
  return {
    mine: whose === 'mine' ? 'true' : null, assigned: whose === 'assigned' ? 'true' : null, mentioned: whose === 'mentioned' ? 'true' : null, due,
    status, category, district, plan, tag, q: text, bbox: view && bbox ? bbox.map((degrees) => degrees.toFixed(4)).join(',') : null,
    review: review ? 'true' : null, deleted: bin ? 'true' : null, sort,
  };
}
