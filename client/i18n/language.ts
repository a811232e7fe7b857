/** The language of the interface and its texts. Polish is the type: a text missing in English does not compile. */
import { useEffect } from 'react';
import type { Text } from '../../domain/layers/layer.ts';
import { FORMATS, type Formats } from '../../domain/text/formats.ts';
import { defineTexts, type Language, type Texts } from '../../domain/text/language.ts';
import { navigate, useUrl } from '../url/use-url.ts';

export type { Language };

export { defineTexts };

const STORED = 'msip.language';

function stored(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'pl';
  } catch {
    return 'pl';
  }
}

/** The address says, else what this device used last, else Polish. */
export function useLanguage(): Language {
  return useUrl().lang ?? stored();
}

/** Switches the language and remembers it on this device. */
export function chooseLanguage(lang: Language): void {
  try {
    localStorage.setItem(STORED, lang);
  } catch { /* private browsing: the address still says it */ }
  navigate({ lang }, { replace: true });
}

/** The texts of a room in the language of the interface. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLanguage()];
}

/** Picks the language of a text of the catalogue: `say(layer.title)`. */
export function useSay(): (text: Text) => string {
  const lang = useLanguage();
  return (text) => text[lang];
}

/** Numbers, areas, lengths and dates as the language writes them. */
export const useFormats = (): Formats => FORMATS[useLanguage()];

/** ISO instants as day and time in Kraków. */
export const useMoment = (): Formats['moment'] => useFormats().moment;

/** Tells the browser (and screen readers) the language of the page. */
export function useDocumentLanguage(): void {
  const lang = useLanguage();
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
}
