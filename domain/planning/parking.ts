/** The parking rule of a zone – a text of the plan – as figures, where it is one of the known forms; everything else stays the plan's words. */

/** What the places are counted for. Of the areas a bound can be told before there is a project; the others depend on it. */
export const PARKING_BASES = ['usable-area', 'sales-area', 'total-area', 'dwelling', 'building', 'employee', 'user'] as const;
export type ParkingBasis = (typeof PARKING_BASES)[number];

export interface ParkingRule {
  /** Places that the plan asks for, for each `per` of the basis; null: it sets only a most. */
  readonly least: number | null;
  readonly most: number | null;
  /** m², dwellings, people. */
  readonly per: number;
  readonly basis: ParkingBasis;
}

const NUMBER = String.raw`\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const PLACES = '(?:miejsc(?:e|a)?|stanowisk(?:o|a)?)(?: (?:postojow|parkingow)(?:ych|e|ego))?';
const RULE = new RegExp(`^(?:(?<least>nie mniej niż|co najmniej|minimum|min\\.) (?<low>${NUMBER})|(?<most>nie więcej niż|co najwyżej|maksimum|maks\\.) (?<high>${NUMBER})|od (?<from>${NUMBER}) do (?<to>${NUMBER})) ${PLACES} na (?:każde |każdy |każdą )?(?<per>${NUMBER}) ?(?<basis>.+)$`);

/** The whole of what follows the number: a word more ("dwellings over 50 m²") is a rule that is not understood. */
const BASES: readonly (readonly [pattern: RegExp, basis: ParkingBasis])[] = [
  [/^m2 (?:pow\.|powierzchni) użytkowej$/, 'usable-area'],
  [/^m2 (?:pow\.|powierzchni) sprzedaży$/, 'sales-area'],
  [/^m2 (?:pow\.|powierzchni) (?:całkowitej|całkowitej zabudowy)$/, 'total-area'],
  [/^mieszka(?:nie|nia|ń)$/, 'dwelling'],
  [/^(?:budynek|budynki)(?: w zabudowie jednorodzinnej| mieszkalny(?: jednorodzinny)?)?$/, 'building'],
  [/^(?:zatrudnionych|zatrudnionego|pracowników)$/, 'employee'],
  [/^(?:użytkowników|użytkownika|miejsc użytkowych)$/, 'user'],
];

const parsed = (text: string | undefined): number | null => (text === undefined ? null : Number(text.replaceAll(' ', '').replace(',', '.')));

/** "nie mniej niż 20 miejsc na 1000 m² powierzchni użytkowej" → 20 for each 1000 m²; null: the words are not of a form that is known. */
export function parseParking(text: string): ParkingRule | null {
  const plain = text.toLowerCase().replaceAll(/[\s\u00a0\u202f]+/g, ' ').replaceAll(/m²|m kw\.|mkw\./g, 'm2').trim().replace(/[.;,]$/, '');
  const groups = RULE.exec(plain)?.groups;
  const basis = groups && BASES.find(([pattern]) => pattern.test(groups['basis']!))?.[1];
  if (!groups || !basis) return null;
  const [least, most, per] = [parsed(groups['low'] ?? groups['from']), parsed(groups['high'] ?? groups['to']), parsed(groups['per'])!];
  return per > 0 && (least === null || most === null || least <= most) ? { least, most, per, basis } : null;
}

const AREAS: readonly ParkingBasis[] = ['usable-area', 'sales-area', 'total-area'];
export const isOfArea = ({ basis }: ParkingRule): boolean => AREAS.includes(basis);

/**
 * Places that the plan would ask for if the whole floor area (m²) were of the use that the rule counts: what a project needs is at most that, for
 * usable and sales area are parts of it. Not rounded, so that parts add up. Null: that depends on the project, or the plan asks for none.
 */
export const placesAtMost = (rule: ParkingRule, floorAreaM2: number): number | null => (rule.least === null || !isOfArea(rule) ? null : (rule.least / rule.per) * floorAreaM2);
