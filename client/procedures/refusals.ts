/** Words of the server – why it refused, what it found in a file – in Polish where they are known ones. It says them in English. Pure. */
import { ZONE_TEXTS } from './words.ts';

type Words = (...parts: string[]) => string;

const field = (name: string): string => (ZONE_TEXTS.pl as Readonly<Record<string, string>>)[name]?.replace(/, [m%]$/, '') ?? name;
const FAULTS: Readonly<Record<string, string>> = { 'must be above 0': 'musi być większa od 0; zostaw puste, jeśli plan jej nie ustala', 'is above the most': 'jest większa od największej', 'is above 100 %': 'przekracza 100 %', 'is above 1000': 'przekracza 1000', 'is not between 10 cm and 1000 m': 'nie mieści się między 10 cm a 1000 m' };
const KINDS: Readonly<Record<string, string>> = { points: 'punkty', lines: 'linie', polygons: 'wielokąty' };
const GEOS: Readonly<Record<string, string>> = {
  'Self-intersection': 'granica przecina samą siebie', 'Ring Self-intersection': 'granica dotyka samej siebie', 'Hole lies outside shell': 'otwór leży poza obszarem', 'Holes are nested': 'otwór w otworze', 'Nested holes': 'otwór w otworze',
  'Interior is disconnected': 'wnętrze jest rozcięte', 'Nested shells': 'część leży w innej części', 'Duplicate Rings': 'ten sam pierścień dwa razy', 'Too few points in geometry component': 'za mało wierzchołków', 'Ring is not closed': 'pierścień nie jest zamknięty',
};

const KNOWN: readonly (readonly [RegExp, Words])[] = [
  // Procedures and drafts.
  [/^There is no plan "(.*)" to be replaced\.$/, (plan) => `W rejestrze nie ma planu „${plan}”, który miałby być zastąpiony.`],
  [/^Draft (\S+) has been published and stays/, (n) => `Projekt ${n} był opublikowany i zostaje taki, jaki był; dalsze zmiany zrób w jego kopii.`],
  [/^The desk draws zones of local plans/, () => 'Biurko rysuje tereny planów miejscowych; strefy planu ogólnego przychodzą z importem.'],
  [/^The register holds a version of this plan that begins on a later day/, () => 'Rejestr ma wersję tego planu, która zaczyna się później; ta by jej przeczyła.'],
  [/^(\S+) findings? of draft (\S+) must be mended or overruled first/, (n, draft) => `Najpierw trzeba poprawić albo uchylić uwagi kontroli projektu ${draft}. Jest ich: ${n}.`],
  [/^By its events the plan would end before/, () => 'Według zdarzeń plan przestałby obowiązywać, zanim zacznie.'],
  [/^An event ends before it begins/, () => 'Jedno ze zdarzeń kończy się, zanim się zacznie.'],
  [/^Nothing of this procedure is published/, () => 'Z tej procedury nic nie jest opublikowane.'],
  [/^The register has brought a version of its own/, () => 'Od publikacji rejestr przyniósł własną wersję planu; zakończyć ją może tylko rejestr.'],
  [/^Zones are known by their symbol/, () => 'Tereny poznaje się po symbolu: tę uwagę trzeba poprawić, nie uchylić.'],
  [/^The zone does not come near the parcel/, () => 'Ten teren nie leży przy działce: nie ma czego rozstrzygać.'],
  [/^Somebody has said something of this overlap already/, () => 'To nakładanie już rozstrzygnięto; najpierw trzeba tamto odwołać.'],
  [/^There is no such parcel today/, () => 'Takiej działki dziś nie ma.'],
  [/^The body does not follow the contract/, () => 'Przesłane dane nie mają wymaganej postaci.'],
  [/^The geometry cannot be processed/, () => 'Tej geometrii nie da się przetworzyć.'],
  [/^The data contradict a rule of the register/, () => 'Dane przeczą regule rejestru.'],
  // Files.
  [/^None of the (\S+) features can be a zone\.$/, (n) => `Żaden z obiektów pliku (${n}) nie może być terenem.`],
  [/This format is not read here; readable are (.+)\.$/, (formats) => `Tego formatu biurko nie czyta; czyta: ${formats}.`],
  [/The zip holds several data files \((.+)\)/, (names) => `W archiwum zip jest kilka plików z danymi (${names}); wczytaj je po jednym.`],
  [/The zip is damaged|This is not a zip/, () => 'Archiwum zip jest uszkodzone.'],
  [/The zip is encrypted/, () => 'Archiwum zip jest zaszyfrowane.'],
  [/The zip holds another archive/, () => 'W archiwum zip jest drugie archiwum; najpierw je rozpakuj.'],
  [/The zip inflates to more than (\S+) MB/, (size) => `Po rozpakowaniu archiwum ma ponad ${size} MB.`],
  [/The Shapefile lacks its (\.\w+)/, (part) => `Brakuje pliku ${part}; spakuj razem .shp, .shx, .dbf i .prj.`],
  [/It is not a (.+) file, or it is damaged/, (format) => `To nie jest plik ${format} albo jest uszkodzony.`],
  [/The file (?:is broken|cannot be (?:read|understood))/, () => 'Pliku nie da się odczytać: jest uszkodzony.'],
  [/The layer "(.*)" has (\d+) features; at most (\d+)/, (name, count, most) => `Warstwa „${name}” ma ${count} obiektów; naraz można wczytać ${most}.`],
  [/The file does not say in which coordinate system/, () => 'Plik nie mówi, w jakim układzie współrzędnych jest; zapisz go z układem.'],
  [/The file has several layers \((.+)\)/, (names) => `Plik ma kilka warstw (${names}); wpisz nazwę jednej z nich.`],
  [/The file has no layer "(.*)"; it has (.+?)\.?$/, (name, names) => `W pliku nie ma warstwy „${name}”; są: ${names}.`],
  [/The file holds no features/, () => 'W pliku nie ma żadnych obiektów.'],
  [/reading took longer than (\S+) s/, (seconds) => `Czytanie trwało ponad ${seconds} s i zostało przerwane.`],
  // Features of a file.
  [/^it has no symbol$/, () => 'nie ma symbolu'],
  [/^the symbol "(.*)" stands for no known class/, (symbol) => `symbol „${symbol}” nie oznacza żadnej znanej klasy, a plik klasy nie podaje`],
  [/^its coordinates are not numbers$/, () => 'współrzędne nie są liczbami'],
  [/^it has no geometry$/, () => 'nie ma geometrii'],
  [/^its geometry is empty$/, () => 'geometria jest pusta'],
  [/^it has (\d+) vertices; at most (\d+)/, (count, most) => `ma ${count} wierzchołków; najwięcej może mieć ${most}`],
  [/^it is a (\w+); the layer holds (\w+)$/, (type, kind) => `to ${type}, a warstwa zawiera ${KINDS[kind] ?? kind}`],
  [/^it lies outside the city$/, () => 'leży poza miastem'],
  [/^its coordinates are impossible/, () => 'współrzędne są niemożliwe w układzie pliku'],
  [/^nothing is left of it at 0\.1 mm$/, () => 'po zaokrągleniu do 0,1 mm nic z niego nie zostaje'],
  [/^(\d+) open ring\(s\) closed, (\d+) part\(s\) without extent dropped$/, (closed, dropped) => `zamknięto otwarte pierścienie: ${closed}; pominięto części bez powierzchni: ${dropped}`],
  [/^(\d+) open ring\(s\) closed$/, (closed) => `zamknięto otwarte pierścienie: ${closed}`],
  [/^(\d+) part\(s\) without extent dropped$/, (dropped) => `pominięto części bez powierzchni: ${dropped}`],
  [/^(\w+): "(.*)" is not a number$/, (name, value) => `${field(name)}: „${value}” nie jest liczbą`],
  [/^(\w+): "(.*)" is not a known value$/, (name, value) => `${field(name)}: „${value}” nie jest znaną wartością`],
  [/^(\w+): Too big: expected string to have <=(\d+) characters$/, (name, most) => `${field(name)}: najwyżej ${most} znaków`],
  [/^(\w+): Too small: expected number to be >=0$/, (name) => `${field(name)}: nie może być ujemna`],
  [/^zoneClass: Invalid option/, () => `${field('zoneClass')}: nieznana`],
];

const ZONE_FAULT = /^(?:(.+): )?(\w+) (must be above 0|is above the most|is above 100 %|is above 1000|is not between 10 cm and 1000 m)[^.]*\.?$/;
const INVALID = new RegExp(String.raw`^(${Object.keys(GEOS).join('|')})(?: at ([\d. -]+?))?(; cannot be repaired|; its repair took longer than \d+ s)?$`);

/** null: none of the words that are known. */
export function inPolish(words: string): string | null {
  const fault = ZONE_FAULT.exec(words);
  if (fault) return [fault[1], `${field(fault[2]!).toLowerCase()} ${FAULTS[fault[3]!]}`].filter(Boolean).join(': ');
  const invalid = INVALID.exec(words);
  if (invalid) return [GEOS[invalid[1]!], invalid[2] && ` (${invalid[2]})`, invalid[3] && (invalid[3].includes('cannot') ? '; nie da się naprawić' : '; naprawa trwała zbyt długo')].filter(Boolean).join('');
  for (const [pattern, say] of KNOWN) {
    const found = pattern.exec(words);
    if (found) return say(...found.slice(1));
  }
  return null;
}

/** Words as they are shown; `foreign`: they stayed English in a page that is not. */
export interface Told { readonly text: string; readonly foreign: boolean }
export function tell(words: string, lang: 'pl' | 'en'): Told {
  const known = lang === 'pl' ? inPolish(words) : null;
  return { text: known ?? words, foreign: lang === 'pl' && known === null };
}
