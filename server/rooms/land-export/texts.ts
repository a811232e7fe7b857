/** What an export says of itself. */
import type { LandKind } from '../../../domain/contract/investment/search.ts';
import type { CoordinateSystem } from '../../../domain/contract/coordinate-systems.ts';
import type { Language } from '../../../domain/text/language.ts';
import { COLUMNS, headingOf } from './columns.ts';
import { type Land, nameOf } from './land-export.repository.ts';

/** Names of layers in a drawing. */
export const DRAWN: Readonly<Record<Language, Readonly<Record<LandKind | 'label' | 'about', string>>>> = {
  pl: { site: 'TERENY', parcel: 'DZIALKI', label: 'OPISY', about: 'INFORMACJA' },
  en: { site: 'SITES', parcel: 'PARCELS', label: 'LABELS', about: 'ABOUT' },
};

export const TOO_LONG = { pl: 'za długie dla komórki arkusza – jest w GeoPackage i CSV', en: 'too long for a cell of a sheet – see GeoPackage or CSV' } as const;

const WORDS = {
  pl: {
    title: 'MSIP Kraków – tereny i działki dla inwestora', day: 'Ustalenia na dzień', system: 'Układ współrzędnych', axes: { geographic: 'długość, szerokość', metric: 'X = wschód, Y = północ' },
    filter: 'Warunki (CQL2)', everything: 'bez warunków', source: 'Źródło', demonstration: 'Uwaga', invented: 'dane demonstracyjne, nie są urzędowe', unknown: 'Brak wartości znaczy: nie wiadomo albo plan nie ustala.', note: 'Wartości',
  },
  en: {
    title: 'MSIP Kraków – sites and parcels for investors', day: 'Facts of the day', system: 'Coordinate system', axes: { geographic: 'longitude, latitude', metric: 'X = easting, Y = northing' },
    filter: 'Conditions (CQL2)', everything: 'none', source: 'Source', demonstration: 'Note', invented: 'demonstration data, not official', unknown: 'No value means: not known, or not set by the plan.', note: 'Values',
  },
} as const;

export interface Said { readonly name: string; readonly text: string }

/** Of the file: title, day, system, filter, sources, whether any of it is demonstration data. */
export function aboutFile({ day, rows }: Land, system: CoordinateSystem, filter: string | null, lang: Language): Said[] {
  const words = WORDS[lang];
  const sources = [...new Set(rows.map(({ source, source_date: date }) => (source === null ? null : date === null ? source : `${source}, ${date}`)))].filter((one) => one !== null);
  return [
    { name: words.title, text: words.unknown }, { name: words.day, text: day },
    { name: words.system, text: `${nameOf(system)}, ${words.axes[system.geographic ? 'geographic' : 'metric']}` },
    ...(filter === null ? [] : [{ name: words.filter, text: filter || words.everything }]),
    ...sources.map((text) => ({ name: words.source, text })),
    ...(rows.some(({ demonstration }) => demonstration) ? [{ name: words.demonstration, text: words.invented }] : []),
  ];
}

/** Of the columns: their names and what they mean in words, with units. */
export const aboutColumns = (lang: Language): Said[] => COLUMNS.map((field) => ({ name: field.name, text: [headingOf(field, lang), field.note?.[lang]].filter(Boolean).join(' – ') }));
