/** Tolerant reading of parcel numbers as people write them: `S-1 580/4`, `dz. nr 580/4 obr. 1 jedn. ewid. Śródmieście`, `191/13`. */
import { normalised } from './normalised.ts';
import { REGISTRATION_UNITS } from './parcel-identifier.ts';

/** What a text says about a parcel. At least one of `district` and `number` is known. */
export interface ParcelQuery {
  readonly unitId: string | null;
  /** Number of the cadastral district within its unit, without padding. */
  readonly district: number | null;
  readonly sheet: string | null;
  readonly number: string | null;
}

type Mark = 'district' | 'number' | 'sheet';

const NOISE = new Set(['nr', 'numer', 'ew', 'ewid', 'ewidencyjna', 'ewidencyjnej', 'ewidencyjne', 'ewidencyjny', 'jedn', 'jednostka', 'jednostce', 'jednostki', 'jew', 'j', 'w', 'krakow', 'krakowie', 'm', 'miasto']);
const MARKS: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ...['obr', 'obreb', 'obrebu', 'obrebie'].map((word) => [word, 'district'] as const),
  ...['dz', 'dzialka', 'dzialki', 'dzialke', 'dzialce'].map((word) => [word, 'number'] as const),
  ...['ark', 'arkusz', 'am'].map((word) => [word, 'sheet'] as const),
]);
const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:krowodrza|krowodrzy|krowodrze)\b/, 'K'],
  [/\b(?:nowa|nowej|nowa-) ?(?:huta|huty|hucie)\b/, 'NH'],
  [/\b(?:podgorze|podgorza|podgorzu)\b/, 'P'],
  [/\b(?:srodmiescie|srodmiescia|srodmiesciu)\b/, 'S'],
];
/** The identifier or its beginning: unit, district, sheet, number. */
const IDENTIFIER = /^(12610[2-5])[ _]?9(?:[. ](\d{1,4})(?:[. ](?:AR_(\d{1,3})[. ])?(\d{1,5}(?:\/\d{0,5})?)?)?)?[. ]?$/i;
const PARCEL_NUMBER = /^\d{1,5}(?:\/\d{0,5})?$/;
const UNIT_AND_DISTRICT = /^(nh|k|p|s)(\d{1,4})$/;

const unitOfLetter = (letter: string): string | null => REGISTRATION_UNITS.find((unit) => unit.letter === letter.toUpperCase())?.id ?? null;
/** "191/" is a number still being typed. */
const wholeNumber = (text: string): string => text.replace(/\/$/, '');
const districtOf = (text: string): number | null => (/^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : null);

/** Reads a text; null when it is not about a parcel (a word is not understood, or neither a district nor a number is named). */
export function parseParcelQuery(text: string): ParcelQuery | null {
  const identifier = IDENTIFIER.exec(text.trim());
  if (identifier) {
    const [, unit, district, sheet, number] = identifier;
    if (district === undefined || Number(district) === 0) return null;
    return { unitId: `${unit}_9`, district: Number(district), sheet: sheet ? `AR_${Number(sheet)}` : null, number: number ? wholeNumber(number) : null };
  }
  return parseWords(normalised(text));
}

function parseWords(text: string): ParcelQuery | null {
  let unitId: string | null = null;
  let rest = text;
  for (const [pattern, letter] of UNIT_WORDS) {
    if (!pattern.test(rest)) continue;
    if (unitId !== null) return null;
    unitId = unitOfLetter(letter);
    rest = rest.replace(pattern, ' ');
  }
  const found: Partial<Record<Mark, string>> = {};
  const unmarked: string[] = [];
  let mark: Mark | null = null;
  for (const word of rest.split(' ').filter(Boolean)) {
    const nextMark = MARKS.get(word);
    const compact = UNIT_AND_DISTRICT.exec(word);
    const letter = /^(?:nh|k|p|s)$/.test(word);
    if (nextMark) mark = nextMark;
    else if (letter || compact) {
      if (unitId !== null || (compact && found.district !== undefined)) return null;
      unitId = unitOfLetter(compact?.[1] ?? word);
      if (compact) found.district = compact[2]!;
      // After a bare letter comes its district: "P 9".
      mark = compact || found.district !== undefined ? null : 'district';
    } else if (PARCEL_NUMBER.test(word)) {
      const meaning: Mark | null = word.includes('/') ? 'number' : mark;
      if (meaning === null) unmarked.push(word);
      else if (found[meaning] !== undefined) return null;
      else found[meaning] = word;
      mark = null;
    } else if (!NOISE.has(word)) return null;
  }
  return assemble(unitId, found, unmarked);
}

/** Numbers without a word before them: the district comes before the number; one alone is the district when the unit is named, else the number. */
function assemble(unitId: string | null, found: Partial<Record<Mark, string>>, unmarked: readonly string[]): ParcelQuery | null {
  const open: Mark[] = (['district', 'number'] as const).filter((mark) => found[mark] === undefined);
  if (unmarked.length > open.length) return null;
  const takes = unmarked.length < open.length && unitId === null ? open.slice(1) : open;
  const all = { ...found };
  unmarked.forEach((word, index) => { all[takes[index]!] = word; });
  const district = all.district === undefined ? null : districtOf(all.district);
  if ((all.district !== undefined && district === null) || (district === null && all.number === undefined)) return null;
  return { unitId, district, sheet: all.sheet ? `AR_${Number(all.sheet)}` : null, number: all.number ? wholeNumber(all.number) : null };
}

/** Prints what was understood: the identifier or its beginning when the unit and district are known, else words; `parse(print(x))` is x. */
export function printParcelQuery({ unitId, district, sheet, number }: ParcelQuery): string {
  if (unitId !== null && district !== null) {
    if (sheet === null || number !== null) return [unitId, String(district).padStart(4, '0'), ...(sheet ? [sheet] : []), ...(number ? [number] : [])].join('.');
  }
  const unit = REGISTRATION_UNITS.find(({ id }) => id === unitId);
  return [
    ...(unit ? [`jedn. ewid. ${unit.name}`] : []), ...(district !== null ? [`obr. ${district}`] : []),
    ...(sheet ? [`ark. ${sheet.slice(3)}`] : []), ...(number ? [`dz. nr ${number}`] : []),
  ].join(' ');
}
