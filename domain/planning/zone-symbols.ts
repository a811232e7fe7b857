/** Symbols of zones as plans print them (`1MN`, `MW/U.3`, `Uo.9.1`, `KDL.4`), and the classes that their letters may stand for. */
import type { ZoneClass } from './zone-classes.ts';

export interface ZoneSymbol {
  /** Main and secondary designation: `MN`, `U`. */
  readonly letters: readonly string[];
  readonly before: string | null;
  readonly number: string | null;
}

const SYMBOL = /^(?<before>\d+)?(?<letters>[A-ZŁŚŻ][A-Za-zŁłŚśŻż]*(?:\/[A-ZŁŚŻ][A-Za-zŁłŚśŻż]*)*)(?:[.-]?(?<number>\d+(?:\.\d+)*))?$/u;

/** Null when the text has not the form of a symbol. */
export function parseZoneSymbol(text: string): ZoneSymbol | null {
  const groups = SYMBOL.exec(text.trim())?.groups;
  return groups ? { letters: groups['letters']!.split('/'), before: groups['before'] ?? null, number: groups['number'] ?? null } : null;
}

/** What letters begin with, the longer first; classes of 2021 and the older ones still met in Kraków. */
const CLASSES_OF_LETTERS: readonly (readonly [RegExp, readonly ZoneClass[]])[] = [
  [/^(MU|MNU|MWU)/, ['M/U']], [/^(MN|ML)/, ['MN']], [/^MW/, ['MW']], [/^M/, ['MN', 'MW']], [/^RM/, ['R', 'MN']],
  [/^(UC|UH|H$)/, ['UC', 'U']], [/^US/, ['US', 'U']], [/^UP/, ['P/U', 'U']], [/^U/, ['U']],
  [/^PU/, ['P/U', 'P']], [/^P/, ['P']], [/^R/, ['R']],
  [/^(ZP|ZI)/, ['ZP']], [/^ZD/, ['ZD']], [/^(ZL|LS?$)/, ['ZL']], [/^(ZC|C$)/, ['ZC']], [/^(ZZ|WZ)/, ['ZN', 'WS']], [/^Z/, ['ZN']], [/^W/, ['WS']],
  [/^(KP|KX)/, ['KP']], [/^KK/, ['KK']], [/^KT/, ['KD', 'KK']], [/^(KD|KL|KS|KU|KO|K$)/, ['KD']],
  [/^(I|E$|G$|T$|NO$|NU$)/, ['I']],
];

const HOUSING: ReadonlySet<ZoneClass> = new Set(['MN', 'MW', 'M/U']);
const SERVICES: ReadonlySet<ZoneClass> = new Set(['U', 'UC', 'US']);
const PRODUCTION: ReadonlySet<ZoneClass> = new Set(['P', 'P/U']);

/** The classes a symbol may be of, that of the whole first; none when its form or its letters are unknown. Of `MW/U` they are M/U, MW and U. */
export function classesOfSymbol(text: string): readonly ZoneClass[] {
  const parts = parseZoneSymbol(text)?.letters.map((letters) => CLASSES_OF_LETTERS.find(([begins]) => begins.test(letters))?.[1]);
  if (!parts || parts.includes(undefined)) return [];
  const single = parts.flatMap((classes) => classes!);
  const mixed = (group: ReadonlySet<ZoneClass>): boolean => parts.length > 1 && single.some((one) => group.has(one)) && single.some((one) => SERVICES.has(one));
  return [...new Set<ZoneClass>([...(mixed(HOUSING) ? ['M/U' as const] : []), ...(mixed(PRODUCTION) ? ['P/U' as const] : []), ...single])];
}
