/** Three versions of a record – the common one, theirs, mine – become one: what only one side changed is taken, the rest is asked. Pure. */

type Field<T> = Extract<keyof T, string>;

export interface Choice<T> {
  readonly field: Field<T>;
  readonly base: T[Field<T>];
  readonly theirs: T[Field<T>];
  readonly mine: T[Field<T>];
}
export interface Joined<T> {
  /** Mine stands where there is a choice. */
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  /** Fields that only they changed. */
  readonly taken: readonly Field<T>[];
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export function joinVersions<T extends object>(fields: readonly Field<T>[], base: T, theirs: T, mine: T): Joined<T> {
  const value = { ...mine };
  const choices: Choice<T>[] = [];
  const taken: Field<T>[] = [];
  for (const field of fields) {
    const [b, t, m] = [base[field], theirs[field], mine[field]];
    if (same(t, m) || same(b, t)) continue;
    if (same(b, m)) {
      value[field] = t;
      taken.push(field);
    } else choices.push({ field, base: b, theirs: t, mine: m });
  }
  return { value, choices, taken };
}
