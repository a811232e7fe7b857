/** The columns of an export: the fields of both layers by their names in the catalogue, where they come from, and how they read. */
import type { LandKind } from '../../../domain/contract/investment/search.ts';
import { investmentSites } from '../../../domain/layers/investment-sites.ts';
import type { Field, Layer, Text, Unit } from '../../../domain/layers/layer.ts';
import { municipalParcels } from '../../../domain/layers/municipal-parcels.ts';
import type { Language } from '../../../domain/text/language.ts';

export const LAYER_OF: Readonly<Record<LandKind, Layer>> = { site: investmentSites, parcel: municipalParcels };

const text = (name: string, pl: string, en: string, more: Partial<Field> = {}): Field => ({ name, type: 'text', label: { pl, en }, ...more });
const KINDS: readonly { readonly value: LandKind; readonly label: Text }[] = [
  { value: 'site', label: { pl: 'teren z oferty miasta', en: 'site offered by the city' } }, { value: 'parcel', label: { pl: 'działka gminna, nie jest ofertą', en: 'municipal parcel, no offer' } },
];

/** What every row of every layer has stands at the ends of the row. */
const COMMON: ReadonlySet<string> = new Set(['key', 'source', 'source_date', 'demonstration']);
/** Of the layer; those of the other layer are null in its rows. */
export const fieldsOf = (kind: LandKind): readonly Field[] => LAYER_OF[kind].fields.filter(({ name, type }) => type !== 'json' && !COMMON.has(name));
const SHARED = [...fieldsOf('site'), ...fieldsOf('parcel').filter(({ name }) => fieldsOf('site').every((field) => field.name !== name))];

export const COLUMNS: readonly Field[] = [
  text('key', 'Klucz', 'Key'), text('kind', 'Rodzaj', 'Kind', { codes: KINDS }), ...SHARED,
  text('source', 'Źródło', 'Source'), { name: 'source_date', type: 'date', label: { pl: 'Stan źródła na dzień', en: 'Day of the source' } },
  { name: 'demonstration', type: 'boolean', label: { pl: 'Dane demonstracyjne', en: 'Demonstration data' } },
  { name: 'day', type: 'date', label: { pl: 'Ustalenia na dzień', en: 'Facts of the day' } },
];

const UNITS: Readonly<Record<Unit, Text>> = { m: { pl: 'm', en: 'm' }, m2: { pl: 'm²', en: 'm²' }, ha: { pl: 'ha', en: 'ha' }, km2: { pl: 'km²', en: 'km²' }, '%': { pl: '%', en: '%' }, PLN: { pl: 'zł', en: 'PLN' }, kW: { pl: 'kW', en: 'kW' } };
const YES_NO: Readonly<Record<Language, readonly [string, string]>> = { pl: ['tak', 'nie'], en: ['yes', 'no'] };

/** @example Powierzchnia [ha] */
export const headingOf = ({ label, unit }: Field, lang: Language): string => (unit ? `${label[lang]} [${UNITS[unit][lang]}]` : label[lang]);

export type Value = string | number | boolean | null;

/** For programs: as registered, a list with semicolons between. */
export const plainOf = (value: unknown): Value => (Array.isArray(value) ? value.join('; ') : ((value ?? null) as Value));

/** For people: codes and yes or no in words, numbers and days as they are. */
export function wordOf({ codes }: Field, value: unknown, lang: Language): string | number | null {
  const word = (one: unknown): string => codes?.find((code) => code.value === String(one))?.label[lang] ?? String(one);
  if (value === null || value === undefined || typeof value === 'number') return value ?? null;
  if (typeof value === 'boolean') return YES_NO[lang][value ? 0 : 1];
  return Array.isArray(value) ? value.map(word).join('; ') : word(value);
}
