/** Words that several parts of the room use: fields, kinds of findings, moments, and why something was not done. */
import type { Finding, ProcedureContent } from '../../domain/contract/office/procedure.ts';
import { Failure } from '../api/http.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import type { ZoneField } from './draft-zones.ts';

export const ZONE_TEXTS = defineTexts<Record<ZoneField, string>>({
  pl: {
    symbol: 'Symbol', zoneClass: 'Klasa przeznaczenia', designation: 'Przeznaczenie', paragraph: 'Paragraf terenu', maxHeightM: 'Największa wysokość, m', maxHeightParagraph: 'Paragraf wysokości', minIntensity: 'Najmniejsza intensywność', maxIntensity: 'Największa intensywność', intensityParagraph: 'Paragraf intensywności',
    maxBuiltUpPct: 'Największa powierzchnia zabudowy, %', builtUpParagraph: 'Paragraf powierzchni zabudowy', minBioActivePct: 'Najmniejszy udział biologicznie czynny, %', bioActiveParagraph: 'Paragraf udziału biologicznie czynnego', parking: 'Miejsca postojowe', parkingParagraph: 'Paragraf miejsc postojowych', geometry: 'Granice',
  },
  en: {
    symbol: 'Symbol', zoneClass: 'Designation class', designation: 'Designation', paragraph: 'Paragraph of the zone', maxHeightM: 'Greatest height, m', maxHeightParagraph: 'Paragraph of the height', minIntensity: 'Least intensity', maxIntensity: 'Greatest intensity', intensityParagraph: 'Paragraph of the intensity',
    maxBuiltUpPct: 'Greatest built-up share, %', builtUpParagraph: 'Paragraph of the built-up share', minBioActivePct: 'Least biologically active share, %', bioActiveParagraph: 'Paragraph of the biologically active share', parking: 'Parking', parkingParagraph: 'Paragraph of the parking', geometry: 'Borders',
  },
});

export const CONTENT_TEXTS = defineTexts<Record<keyof ProcedureContent, string>>({
  pl: { name: 'Nazwa', kind: 'Rodzaj planu', procedure: 'Tryb', definitionRegime: 'Definicje wskaźników', lead: 'Prowadzi', boundary: 'Granica', events: 'Przebieg', documents: 'Dokumenty', replaces: 'Zastępuje lub zmienia plan' },
  en: { name: 'Name', kind: 'Kind of plan', procedure: 'Course', definitionRegime: 'Definitions of figures', lead: 'Led by', boundary: 'Boundary', events: 'Course of events', documents: 'Documents', replaces: 'Replaces or changes the plan' },
});

export const FINDING_TEXTS = defineTexts<Record<Finding['kind'], string>>({
  pl: {
    gap: 'Luki między terenami', overlap: 'Tereny nachodzące na siebie', outside: 'Tereny poza granicą planu', 'unknown-symbol': 'Nieznane symbole', 'symbol-class-mismatch': 'Symbol niezgodny z klasą', 'duplicate-symbol': 'Powtórzone symbole', 'missing-parameter': 'Brakujące wskaźniki', 'missing-paragraph': 'Brakujące paragrafy', sliver: 'Drobne niezgodności linii (węższe niż 10 cm)', 'no-zones': 'Brak terenów',
  },
  en: {
    gap: 'Gaps between zones', overlap: 'Zones that overlap', outside: 'Zones outside the boundary', 'unknown-symbol': 'Unknown symbols', 'symbol-class-mismatch': 'Symbol does not fit the class', 'duplicate-symbol': 'Repeated symbols', 'missing-parameter': 'Missing figures', 'missing-paragraph': 'Missing paragraphs', sliver: 'Small differences of lines (narrower than 10 cm)', 'no-zones': 'No zones',
  },
});

const formatter = (locale: string) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Warsaw' });
const FORMATTERS = { pl: formatter('pl-PL'), en: formatter('en-GB') };
/** An ISO moment as people read it in Kraków. */
export function useMoment(): (iso: string) => string {
  const lang = useLanguage();
  return (iso) => FORMATTERS[lang].format(new Date(iso));
}

const FAULTS = defineTexts({
  pl: {
    'signed-out': 'Sesja wygasła. Zaloguj się ponownie – zmiany są zachowane na tym urządzeniu.', forbidden: 'To konto nie ma tu prawa zapisu: granica leży poza obszarem Twoich uprawnień.', gone: 'Tego już nie ma.', offline: 'Brak połączenia z siecią. Nic nie przepadło – spróbuj ponownie.', unavailable: 'Serwer chwilowo nie odpowiada. Nic nie przepadło – spróbuj za chwilę.',
    taken: 'Procedura o tym kluczu już istnieje.', large: 'To za duże: plik może mieć 10 MB.', broken: 'Coś się nie udało po naszej stronie. Spróbuj za chwilę.', refused: (detail: string) => `Serwer tego nie przyjął: ${detail}`, first: 'Ktoś zmienił to w tym samym czasie. Wczytano nową wersję – sprawdź ją i spróbuj jeszcze raz.',
  },
  en: {
    'signed-out': 'The session has ended. Sign in again – the changes are kept on this device.', forbidden: 'This account may not write here: the boundary lies outside your areas.', gone: 'This is no longer there.', offline: 'No network connection. Nothing is lost – try again.', unavailable: 'The server is not answering at the moment. Nothing is lost – try again shortly.',
    taken: 'There is a procedure with this key already.', large: 'This is too large: a file may have 10 MB.', broken: 'Something went wrong on our side. Try again shortly.', refused: (detail: string) => `The server did not take it: ${detail}`, first: 'Somebody changed this at the same time. The new version is loaded – look at it and try again.',
  },
});

/** Words for a failure; null for none. */
export function useFaultWords(): (error: unknown) => string | null {
  const texts = useTexts(FAULTS);
  return (error) => {
    if (error === null || error === undefined) return null;
    if (!(error instanceof Failure)) return texts.broken;
    const { status, kind, problem, message } = error;
    if (status === 401) return texts['signed-out'];
    if (status === 403) return texts.forbidden;
    if (status === 409) return texts.taken;
    if (status === 412) return texts.first;
    if (status === 413) return texts.large;
    if (kind === 'not-found') return texts.gone;
    if (kind === 'offline' || kind === 'unavailable') return texts[kind];
    const details = problem?.errors?.map(({ path, message: why }) => `${path} ${why}`).slice(0, 5).join('; ');
    return kind === 'rejected' ? texts.refused([message, details].filter(Boolean).join(' ')) : texts.broken;
  };
}
