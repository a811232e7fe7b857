/** The languages of the interface. Polish is the legal language. */

export const LANGUAGES = ['pl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Texts in both languages; English may differ in words but not in keys. Functions where a text has parts. */
export interface Texts<T> {
  readonly pl: T;
  readonly en: T;
}

type Words = string | readonly string[] | ((...parts: never[]) => string);

/** Words by name; those of one kind may stand together under a name of their own. */
export const defineTexts = <T extends Record<string, Words | Readonly<Record<string, Words>>>>(texts: Texts<T>): Texts<T> => texts;
