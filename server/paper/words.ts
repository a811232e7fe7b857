/** The fixed texts of paper in both languages. Polish is the legal language. */
import type { Verdict } from '../../domain/contract/extract.ts';

const thin = '\u202f';
const hard = '\u00a0';

const pl = {
  header: 'Miejski System Informacji Przestrzennej',
  demonstration: 'DANE DEMONSTRACYJNE',
  notExcerptShort: 'To nie jest wypis ani wyrys z planu miejscowego.',
  notExcerpt: 'To nie jest wypis ani wyrys z planu miejscowego ani dokument urzędowy. Wydruk ma charakter informacyjny; wiąże uchwała ogłoszona w Dzienniku Urzędowym Województwa Małopolskiego.',
  page: (at: number, of: number) => `strona${hard}${at} z${hard}${of}`,
  day: (day: string) => `Stan na dzień ${day}`,
  map: 'Mapa',
  mapAlt: (title: string, scale: string, layers: readonly string[]) => `Mapa w skali ${scale}, północ u góry. Grubą niebieską linią: ${title}. Warstwy: ${layers.join(', ') || 'brak'}. Objaśnienia kolorów i fakty w tekście stoją pod mapą.`,
  legend: 'Legenda',
  scale: (scale: number) => `1${hard}:${hard}${grouped(scale, thin)}`,
  comma: ',',
  metres: (metres: number) => `${grouped(metres, thin)}${thin}m`,
  system: 'układ PL-2000 strefa 7 (EPSG:2178)',
  north: 'N',
  verdicts: { concerned: 'Dotyczy', 'not-concerned': 'Nie dotyczy', 'no-data': 'Brak danych' } satisfies Record<Verdict, string>,
  apart: 'Do sprawdzenia w urzędzie: na granicy dokładności rysunku',
  check: 'Jak sprawdzić ten wydruk',
  checkHow: 'Zeskanuj kod albo otwórz adres. Strona powie, czy taki wydruk został wydany i czy rejestry mówią dziś o tym dniu to samo: bez zmian, zastąpiony albo nieznany. Numer, działka, dzień i skrót na stronie i na wydruku muszą być te same.',
  qrAlt: (url: string) => `Kod QR z adresem ${url}`,
  again: 'Gdzie to znaleźć', againHow: 'Zeskanuj kod albo otwórz adres: strona pokaże te same tereny z danymi z dnia otwarcia. Oferta mogła się zmienić od dnia wydruku.',
  comparison: 'Porównanie', differ: 'Znak ≠ stoi przy wierszach, w których tereny się różnią.', need: 'Szukana potrzeba',
  address: 'Adres', id: 'Numer wydruku', hash: 'Skrót treści (SHA-256)', dataVersion: 'Wersja danych', factsDay: 'Fakty na dzień', issuedAt: 'Wydrukowano',
};

export type Words = typeof pl;

const en: Words = {
  header: 'Municipal Spatial Information System',
  demonstration: 'DEMONSTRATION DATA',
  notExcerptShort: 'This is neither the statutory extract (wypis) nor excerpt (wyrys) of a local plan.',
  notExcerpt: 'This is neither the statutory extract (wypis) nor excerpt (wyrys) of a local plan, nor an official document. It is for information only; what binds is the resolution published in the Official Journal of the Małopolskie Voivodeship.',
  page: (at, of) => `page${hard}${at} of${hard}${of}`,
  day: (day) => `As of ${day}`,
  map: 'Map',
  mapAlt: (title, scale, layers) => `Map at a scale of ${scale}, north up. In a thick blue line: ${title}. Layers: ${layers.join(', ') || 'none'}. The meaning of the colours and the facts as text stand below the map.`,
  legend: 'Legend',
  scale: (scale) => `1${hard}:${hard}${grouped(scale, ',')}`,
  comma: '.',
  metres: (metres) => `${grouped(metres, ',')}${thin}m`,
  system: 'PL-2000 zone 7 (EPSG:2178)',
  north: 'N',
  verdicts: { concerned: 'Concerned', 'not-concerned': 'Not concerned', 'no-data': 'No data' },
  apart: 'To be checked at the office: within the accuracy of the drawing',
  check: 'How to check this paper',
  checkHow: 'Scan the code or open the address. The page says whether such a paper was issued and whether the registers say the same of that day today: unchanged, superseded or unknown. Number, parcel, day and hash on the page and on the paper must be the same.',
  qrAlt: (url) => `QR code with the address ${url}`,
  again: 'Where to find this', againHow: 'Scan the code or open the address: the page shows the same sites with the data of the day it is opened. The offer may have changed since this was printed.',
  comparison: 'Comparison', differ: 'The sign ≠ marks rows in which the sites differ.', need: 'The need searched for',
  address: 'Address', id: 'Number of the paper', hash: 'Hash of the content (SHA-256)', dataVersion: 'Version of the data', factsDay: 'Facts as of', issuedAt: 'Printed',
};

export const WORDS: Readonly<Record<'pl' | 'en', Words>> = { pl, en };

/** Thousands apart from five figures on: 1000, 10 000 or 10,000. */
function grouped(value: number, separator: string): string {
  return value < 10_000 ? String(value) : String(value).replaceAll(/\B(?=(\d{3})+$)/g, separator);
}

/** An ISO day as people write it: 4.01.2026, 4 January 2026. */
export function dayInWords(day: string, lang: 'pl' | 'en'): string {
  const [year, month, date] = day.split('-');
  if (lang === 'pl') return `${Number(date)}.${month}.${year}`;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** An ISO instant as day and time in Kraków. */
export function instantInWords(instant: string, lang: 'pl' | 'en'): string {
  return new Intl.DateTimeFormat(lang === 'pl' ? 'pl-PL' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Warsaw' }).format(new Date(instant));
}
