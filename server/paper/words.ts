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
  source: 'Źródło: ',
  check: 'Jak sprawdzić ten wydruk',
  checkHow: 'Zeskanuj kod albo otwórz adres. Strona pokaże fakty zapisane pod tym samym skrótem; jeżeli skrót lub treść się różnią, wydruk nie pochodzi z serwisu albo został zmieniony.',
  qrAlt: (url: string) => `Kod QR z adresem ${url}`,
  address: 'Adres', id: 'Numer wydruku', hash: 'Skrót treści (SHA-256)', dataVersion: 'Wersja danych', factsDay: 'Fakty na dzień', issuedAt: 'Wydrukowano',
  official: 'Dokument urzędowy: wypis i wyrys',
  officialHow: 'Wypis i wyrys z planu miejscowego wydaje na wniosek Prezydent Miasta Krakowa (Urząd Miasta Krakowa). Opłata skarbowa według procedur Urzędu; aktualną podaje strona procedury w Biuletynie Informacji Publicznej Miasta Krakowa.',
  fees: [['Wypis do 5 stron', `30${thin}zł`], ['Wypis powyżej 5 stron', `50${thin}zł`], ['Wyrys', `20${thin}zł za każdą rozpoczętą stronę A4, najwyżej 200${thin}zł`], ['Zaświadczenie', `17${thin}zł`], ['Pełnomocnictwo', `17${thin}zł`]] as readonly (readonly [string, string])[],
};

export type Words = typeof pl;

const en: Words = {
  header: 'Municipal Spatial Information System',
  demonstration: 'DEMONSTRATION DATA',
  notExcerptShort: 'This is not the statutory excerpt (wypis or wyrys) from the local plan.',
  notExcerpt: 'This is not the statutory excerpt (wypis or wyrys) from the local plan, nor an official document. It is for information only; what binds is the resolution published in the Official Journal of the Małopolskie Voivodeship.',
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
  source: 'Source: ',
  check: 'How to check this paper',
  checkHow: 'Scan the code or open the address. The page shows the facts kept under the same hash; if the hash or the content differ, the paper does not come from this service or was changed.',
  qrAlt: (url) => `QR code with the address ${url}`,
  address: 'Address', id: 'Number of the paper', hash: 'Hash of the content (SHA-256)', dataVersion: 'Version of the data', factsDay: 'Facts as of', issuedAt: 'Printed',
  official: 'The official document: wypis and wyrys',
  officialHow: 'The excerpt of the text (wypis) and of the drawing (wyrys) of a local plan are issued on application by the Mayor of the City of Kraków (Kraków City Hall). Stamp duty according to the procedures of the City Hall; the page of the procedure in the City’s Public Information Bulletin has the current one.',
  fees: [['Wypis up to 5 pages', `PLN${hard}30`], ['Wypis over 5 pages', `PLN${hard}50`], ['Wyrys', `PLN${hard}20 for each started A4 page, at most PLN${hard}200`], ['Certificate', `PLN${hard}17`], ['Power of attorney', `PLN${hard}17`]],
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
