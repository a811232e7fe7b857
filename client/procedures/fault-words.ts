/** Why something was not done, in the reader's words; what the server says and nobody foresaw stays English and is marked so. */
import { Failure } from '../api/http.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { tell, type Told } from './refusals.ts';

const FAULTS = defineTexts({
  pl: {
    'signed-out': 'Sesja wygasła. Zaloguj się ponownie – zmiany są zachowane na tym urządzeniu.', forbidden: 'To konto nie ma tu prawa zapisu: to miejsce leży poza obszarem Twoich uprawnień.', gone: 'Tego już nie ma.', offline: 'Brak połączenia z siecią. Nic nie przepadło – spróbuj ponownie.', unavailable: 'Serwer chwilowo nie odpowiada. Nic nie przepadło – spróbuj za chwilę.',
    taken: 'Procedura o tym kluczu już istnieje.', refused: 'Serwer tego nie przyjął:', large: 'To za duże: plik może mieć 10 MB.', broken: 'Coś się nie udało po naszej stronie. Spróbuj za chwilę.', first: 'Ktoś zmienił to w tym samym czasie. Wczytano nową wersję – sprawdź ją i spróbuj jeszcze raz.',
  },
  en: {
    'signed-out': 'The session has ended. Sign in again – the changes are kept on this device.', forbidden: 'This account may not write here: the place lies outside your areas.', gone: 'This is no longer there.', offline: 'No network connection. Nothing is lost – try again.', unavailable: 'The server is not answering at the moment. Nothing is lost – try again shortly.',
    taken: 'There is a procedure with this key already.', refused: 'The server did not take it:', large: 'This is too large: a file may have 10 MB.', broken: 'Something went wrong on our side. Try again shortly.', first: 'Somebody changed this at the same time. The new version is loaded – look at it and try again.',
  },
});

export interface FaultWords { readonly lead: string; readonly details: readonly Told[] }

/** Features of a file and fields of a body are named; findings stand in the checks with their places. */
function detailsOf({ message, problem }: Failure, lang: 'pl' | 'en'): Told[] {
  const lines = /must be mended or overruled/.test(message) ? [] : (problem?.errors ?? []).slice(0, 5);
  const told = tell(message, lang);
  // What is said in whole needs no second sentence of the field.
  if (!told.foreign && lang === 'pl' && !/feature|contract/.test(message)) return [told];
  return [told, ...lines.map(({ path, message: why }) => {
    const [, feature] = /^feature (\d+)$/.exec(path) ?? [];
    const { text, foreign } = tell(why, lang);
    return { foreign, text: feature && lang === 'pl' && !foreign ? `Obiekt ${feature}: ${text}.` : `${path}: ${text}.` };
  })];
}

/** Words for a failure; null for none. */
export function useFaultWords(): (error: unknown) => FaultWords | null {
  const texts = useTexts(FAULTS);
  const lang = useLanguage();
  return (error) => {
    if (error === null || error === undefined) return null;
    const said = (lead: string): FaultWords => ({ lead, details: [] });
    if (!(error instanceof Failure)) return said(texts.broken);
    const { status, kind, message } = error;
    if (status === 401) return said(texts['signed-out']);
    if (status === 403) return said(texts.forbidden);
    if (status === 409) return /overlap/.test(message) ? { lead: '', details: [tell(message, lang)] } : said(texts.taken);
    if (status === 412) return said(texts.first);
    if (status === 413) return said(texts.large);
    if (kind === 'not-found') return said(texts.gone);
    if (kind === 'offline' || kind === 'unavailable') return said(texts[kind]);
    return kind === 'rejected' ? { lead: texts.refused, details: detailsOf(error, lang) } : said(texts.broken);
  };
}
