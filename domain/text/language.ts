/** The languages of the interface. Polish is the legal language. */

export const LANGUAGES = ['pl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Texts in both languages; English may differ in words but not in keys. Functions where a text has parts. */
export interface Texts<T> {
  readonly pl: T;
  readonly en: T;
}

export const defineTexts = <T extends Record<string, string | readonly string[] | ((...parts: never[]) => string)>>(texts: Texts<T>): Texts<T> => texts;
