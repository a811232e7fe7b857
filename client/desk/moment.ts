/** A moment as people read it in Kraków: day and time. */
import { useLanguage } from '../i18n/language.ts';

const formatter = (locale: string) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Warsaw' });
const FORMATTERS = { pl: formatter('pl-PL'), en: formatter('en-GB') };

/** Writes an ISO moment in the language of the interface. */
export function useMoment(): (iso: string) => string {
  const lang = useLanguage();
  return (iso) => FORMATTERS[lang].format(new Date(iso));
}
