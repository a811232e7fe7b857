/** What a layer is: the one declaration from which tiles, API, search, legend, panel, style and docs are made. */
import type { Pattern, Tone } from './tone.ts';

/** A text shown to people, in both languages of the interface. Polish is the legal language. */
export interface Text {
  readonly pl: string;
  readonly en: string;
}

export const SUBJECTS = ['planning', 'cadastre', 'land', 'investment', 'protection', 'green', 'city', 'base'] as const;
/** The subject (theme) a layer belongs to; also how layers are grouped for people. */
export type Subject = (typeof SUBJECTS)[number];

export type GeometryKind = 'point' | 'line' | 'polygon';

/** `list` is an array of texts, `json` a structure shown by its own panel; neither travels in tiles. */
export type FieldType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'list' | 'json';

/** Units are UCUM-like: metres, square metres, hectares, per cent, złoty, kilowatts. */
export type Unit = 'm' | 'm2' | 'ha' | '%' | 'PLN' | 'kW' | 'km2';

export interface CodedValue {
  readonly value: string;
  readonly label: Text;
}

/** One attribute: a column of the layer's view. The name is the column, the property in GeoJSON and the attribute in tiles. */
export interface Field {
  readonly name: string;
  readonly label: Text;
  readonly type: FieldType;
  readonly unit?: Unit;
  /** Travels in vector tiles. Few do: tiles are for drawing and labelling. */
  readonly tile?: boolean;
  /** Found by the search box. */
  readonly searchable?: boolean;
  /** May be a query parameter of the collection (`?stage=IN_FORCE`); numbers also as `name_min` and `name_max`. */
  readonly filterable?: boolean;
  /** The view shows it as it is today; for another day function `<view>_<name>_on(id, day)` tells it. */
  readonly byDay?: boolean;
  /** The code list of the field, in order. */
  readonly codes?: readonly CodedValue[];
  /** For people: what the figure means, where it comes from (law, register). */
  readonly note?: Text;
}

export type { Pattern, Tone };

export interface SymbolClass {
  /** The value of the classifying field; for numeric classes the lower bound (inclusive). */
  readonly value: string | number;
  readonly label: Text;
  readonly tone: Tone;
  readonly pattern: Pattern;
}

/** How a layer is told apart on the map and in the legend: same list for both. */
export interface Symbology {
  /** The tile field that decides the class; null when the layer has one class only. */
  readonly field: string | null;
  /** `steps`: classes are lower bounds of a number, ascending. */
  readonly kind: 'single' | 'categories' | 'steps';
  readonly classes: readonly SymbolClass[];
  /** The class of values that no other class names. */
  readonly other?: Omit<SymbolClass, 'value'>;
}

export interface Source {
  /** Who answers for the data. */
  readonly publisher: string;
  readonly attribution: string;
  readonly licence: string;
  /** What a reader must know: legal force, accuracy. */
  readonly notice: Text;
}

export interface LayerDeclaration {
  /** Kebab-case; also the OGC collection id and the tile layer name. The view is `layer.` + id with underscores. */
  readonly id: string;
  readonly subject: Subject;
  readonly title: Text;
  readonly abstract: Text;
  readonly geometry: GeometryKind;
  /** Zooms at which the layer is drawn; tiles exist from `min` to `maxTile` (overzoomed beyond). */
  readonly zooms: { readonly min: number; readonly max: number; readonly maxTile: number };
  /** Attributes in the order of the panel. The common fields (key, source …) are added by `defineLayer`. */
  readonly fields: readonly Field[];
  /** The field that names an object to people. */
  readonly titleField: string;
  readonly symbology: Symbology;
  /** Label on the map: field and first zoom. For polygons the label stands on its own point (tile layer `<id>-labels`). */
  readonly label?: { readonly field: string; readonly minZoom: number };
  /** Below this zoom tiles are made from `layer.<view>` instead (generalised; only the named fields). */
  readonly generalised?: { readonly belowZoom: number; readonly view: string; readonly fields: readonly string[] };
  /** True where rows carry `valid daterange` and `datetime=` chooses the day. */
  readonly temporal?: boolean;
  readonly source: Source;
  /** Stated accuracy of the geometry, metres: where a border may run beside its line. Absent for layers that answer no legal question. */
  readonly accuracyM?: number;
  /** On when the map is opened for the first time. */
  readonly visible: boolean;
  /** Kind of result in the search box; absent: not searched. */
  readonly searchKind?: string;
  /** What stands behind a found name, e.g. "obr. {cadastral_district} · {registration_unit}"; without words of a language it is one text. Absent: the city district it lies in. */
  readonly searchContext?: string | Text;
}

export interface Layer extends Omit<LayerDeclaration, 'searchContext'> {
  readonly searchContext: Text | null;
  /** Qualified name of the bridge view, e.g. `layer.municipal_land`. */
  readonly view: string;
}
