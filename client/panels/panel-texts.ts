/** Words that several panels share. */
import { defineTexts } from '../i18n/language.ts';

export const PANEL_TEXTS = defineTexts({
  pl: {
    close: 'Zamknij', back: 'Wróć do listy', show: 'Pokaż', link: 'Kopiuj link', linkCopied: 'Skopiowano link do tego obiektu.', copyFailed: 'Nie udało się skopiować.',
    around: 'W pobliżu', demonstration: 'dane demonstracyjne', asOf: (source: string, date: string) => `Źródło: ${source}, stan na ${date}`,
    from: (source: string) => `Źródło: ${source}`, sources: 'Źródła i zastrzeżenia', notSet: 'nie określono', yes: 'tak', quoted: (name: string) => `„${name}”`,
  },
  en: {
    close: 'Close', back: 'Back to the list', show: 'Show', link: 'Copy link', linkCopied: 'The link to this object is copied.', copyFailed: 'Could not copy.',
    around: 'Nearby', demonstration: 'demonstration data', asOf: (source: string, date: string) => `Source: ${source}, as of ${date}`,
    from: (source: string) => `Source: ${source}`, sources: 'Sources and notices', notSet: 'not set', yes: 'yes', quoted: (name: string) => `“${name}”`,
  },
});
