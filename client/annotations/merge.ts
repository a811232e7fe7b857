/** Three versions of an annotation's content – the common one, theirs, mine – become one: what only one side changed is taken, the rest is asked. Pure. */
import type { AnnotationContent, AnnotationSubject } from '../../domain/contract/office/annotation.ts';
import { mergeLines } from './lines.ts';

export const FIELDS = ['title', 'text', 'category', 'priority', 'dueOn', 'assignee', 'visibility', 'tags', 'subjects', 'geometry'] as const satisfies readonly (keyof AnnotationContent)[];
export type Field = (typeof FIELDS)[number];

export interface Conflict {
  readonly field: Field;
  readonly base: AnnotationContent[Field];
  readonly theirs: AnnotationContent[Field];
  readonly mine: AnnotationContent[Field];
}

export interface Merged {
  /** Mine stands where there is a conflict: choose before it is saved. */
  readonly content: AnnotationContent;
  readonly conflicts: readonly Conflict[];
  /** Fields that only they changed: taken over. */
  readonly taken: readonly Field[];
  /** Fields that both changed, and that fit together by themselves. */
  readonly joined: readonly Field[];
}

/** Tags are compared as sets; order says nothing. */
const written = (value: unknown): string => JSON.stringify(value);
export const sameValue = (field: Field, one: AnnotationContent[Field], other: AnnotationContent[Field]): boolean =>
  field === 'tags' ? written((one as string[]).toSorted()) === written((other as string[]).toSorted()) : written(one) === written(other);

/** What a side took away goes, what a side added comes; theirs first. */
function mergeSet<T>(base: readonly T[], theirs: readonly T[], mine: readonly T[]): T[] {
  const [inBase, inTheirs, inMine] = [base, theirs, mine].map((list) => new Set(list.map(written)));
  const kept = (one: T) => (inBase!.has(written(one)) ? inTheirs!.has(written(one)) && inMine!.has(written(one)) : true);
  return [...theirs, ...mine.filter((one) => !inTheirs!.has(written(one)))].filter(kept);
}

/** The value both changes make together; undefined: they contradict each other. */
function together(field: Field, base: AnnotationContent, theirs: AnnotationContent, mine: AnnotationContent): AnnotationContent[Field] | undefined {
  if (field === 'tags') return mergeSet<string>(base.tags, theirs.tags, mine.tags);
  if (field === 'subjects') return mergeSet<AnnotationSubject>(base.subjects, theirs.subjects, mine.subjects);
  return field === 'text' ? mergeLines(base.text, theirs.text, mine.text) ?? undefined : undefined;
}

/** Joined lists may outgrow what the contract takes. */
const fits = (field: Field, value: AnnotationContent[Field]): boolean =>
  field === 'tags' ? (value as string[]).length <= 20 : field === 'subjects' ? (value as unknown[]).length <= 500 : field === 'text' ? (value as string).length <= 10_000 : true;

export function merge(base: AnnotationContent, theirs: AnnotationContent, mine: AnnotationContent): Merged {
  const content: Record<string, unknown> = { ...mine };
  const conflicts: Conflict[] = [];
  const taken: Field[] = [];
  const joined: Field[] = [];
  for (const field of FIELDS) {
    const [b, t, m] = [base[field], theirs[field], mine[field]];
    if (sameValue(field, t, m) || sameValue(field, b, t)) continue;
    if (sameValue(field, b, m)) {
      content[field] = t;
      taken.push(field);
      continue;
    }
    const value = together(field, base, theirs, mine);
    if (value !== undefined && fits(field, value)) {
      content[field] = value;
      joined.push(field);
    } else conflicts.push({ field, base: b, theirs: t, mine: m });
  }
  // Something must be left to stand on: where the outcome may have neither drawing nor subjects, both are asked.
  const mayBeEmpty = (field: 'geometry' | 'subjects') => {
    const open = conflicts.some((one) => one.field === field);
    return (open ? [theirs[field], mine[field]] : [content[field]]).some((value) => value === null || (value as { readonly length?: number }).length === 0);
  };
  if (mayBeEmpty('geometry') && mayBeEmpty('subjects')) {
    for (const field of ['geometry', 'subjects'] as const) {
      if (sameValue(field, theirs[field], mine[field]) || conflicts.some((one) => one.field === field)) continue;
      content[field] = mine[field];
      conflicts.push({ field, base: base[field], theirs: theirs[field], mine: mine[field] });
      for (const list of [taken, joined]) if (list.includes(field)) list.splice(list.indexOf(field), 1);
    }
  }
  return { content: content as AnnotationContent, conflicts, taken, joined };
}

export type Choices = Readonly<Partial<Record<Field, 'theirs' | 'mine' | 'both'>>>;
/** Where both values can stand one after the other. */
export const canKeepBoth = ({ field, theirs, mine }: Conflict): boolean => field === 'text' && (theirs as string).length + (mine as string).length + 2 <= 10_000;

/** The content with every conflict decided; null while one is open. */
export function decided({ content, conflicts }: Merged, choices: Choices): AnnotationContent | null {
  if (conflicts.some(({ field }) => !choices[field])) return null;
  const chosen = conflicts.map((conflict) => {
    const { field, theirs, mine } = conflict;
    const choice = choices[field];
    return [field, choice === 'theirs' ? theirs : choice === 'both' && canKeepBoth(conflict) ? `${String(theirs)}\n\n${String(mine)}` : mine] as const;
  });
  return { ...content, ...Object.fromEntries(chosen) };
}

/** Of the choices made before somebody wrote once more, those that still mean the same. */
export const stillChosen = (before: Merged, after: Merged, choices: Choices): Choices => Object.fromEntries(Object.entries(choices).filter(([field]) => {
  const [was, is] = [before, after].map(({ conflicts }) => conflicts.find((one) => one.field === field));
  return was && is && sameValue(was.field, was.theirs, is.theirs);
}));

/** Fields that differ. */
export const changedFields = (one: AnnotationContent, other: AnnotationContent): Field[] => FIELDS.filter((field) => !sameValue(field, one[field], other[field]));
