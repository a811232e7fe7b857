/** What a reader must know before any answer. */
import { dayInKrakow } from '../day.ts';
import type { Language } from '../text/language.ts';
import { WORDS } from './words.ts';

/** Demonstration data, a day that has not come yet, and that the resolution decides. */
export function noticesOf(demonstration: boolean, day: string, lang: Language): string[] {
  const words = WORDS[lang];
  return [...(demonstration ? [words.demonstrationNotice] : []), ...(day > dayInKrakow() ? [words.future] : []), words.illustrative];
}
