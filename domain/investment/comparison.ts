/** Pieces of land side by side: the same rows in the same units for the page and for paper; where they differ is told, and what is not known. */
import type { Capacity, CapacityFigure } from '../contract/investment/capacity.ts';
import { CAPACITY_FIGURES } from '../planning/capacity.ts';
import { FORMATS } from '../text/formats.ts';
import { defineTexts, type Language } from '../text/language.ts';
import { FIGURE_TEXTS, figureWords } from './figure-words.ts';
import { landLabel, type LandProperties, landWords, type Said } from './land-words.ts';
import type { Need } from './need.ts';
import { type Met, needMet } from './need-met.ts';

/** `capacity` null: it is not known yet, or could not be worked out. */
export interface ComparedLand { readonly properties: LandProperties; readonly capacity: Capacity | null }

export interface ComparedRow {
  readonly id: string;
  readonly label: string;
  /** One for each piece of land, in their order. */
  readonly cells: readonly (Said & { readonly notes: readonly string[] })[];
  /** Not all cells say the same. */
  readonly differs: boolean;
}
export interface ComparedGroup {
  readonly id: string;
  readonly title: string;
  /** What holds of all its rows. */
  readonly note: string | null;
  readonly rows: readonly ComparedRow[];
}

const TEXTS = defineTexts({
  pl: { need: 'Szukana potrzeba', all: 'Warunki spełnione', of: (met: string, all: string) => `${met} z ${all}`, 'met': 'tak', 'not-met': 'nie', 'unknown': 'nie wiadomo', 'unasked': 'nie sprawdzono', offer: 'Oferta', land: 'Teren', zoning: 'Przeznaczenie i parametry', capacity: 'Ile można zbudować', supply: 'Media i dostęp', access: 'Odległości', constraints: 'Ograniczenia: udział terenu', notComputed: 'nie policzono',
    notes: { zoning: 'Parametry są z terenu planu, w którym leży największa część.', capacity: 'Według planów w mocy dzisiaj, dla całego terenu.', access: 'W linii prostej, od najbliższego miejsca terenu.' } },
  en: { need: 'What is sought', all: 'Conditions met', of: (met: string, all: string) => `${met} of ${all}`, 'met': 'yes', 'not-met': 'no', 'unknown': 'not known', 'unasked': 'not checked', offer: 'Offer', land: 'Land', zoning: 'Zoning and parameters', capacity: 'How much may be built', supply: 'Utilities and access', access: 'Distances', constraints: 'Constraints: share of the land', notComputed: 'not worked out',
    notes: { zoning: 'Parameters are those of the zone in which the largest part lies.', capacity: 'By the plans in force today, for the whole land.', access: 'In a straight line, from the nearest place of the land.' } },
});

const FIELDS = {
  offer: ['status', 'offer_form', 'price_pln', 'strategic_area'],
  land: ['area_ha', 'ownership', 'district', 'road_contact'],
  zoning: ['plan_status', 'plan_pct', 'zone_class', 'zone_pct', 'zone_classes', 'max_height_m', 'max_intensity', 'max_built_up_pct', 'min_bio_active_pct'],
  supply: ['utilities', 'power_kw', 'road_access', 'rail_access'],
  access: ['motorway_m', 'airport_m', 'station_m', 'tram_m'],
  constraints: ['flood_pct', 'heritage_pct', 'nature_pct'],
} as const;

const row = (id: string, label: string, cells: ComparedRow['cells']): ComparedRow => ({ id, label, cells, differs: new Set(cells.map(({ text }) => text)).size > 1 });

function capacityCell(capacity: Capacity | null, name: CapacityFigure['name'], lang: Language): ComparedRow['cells'][number] {
  const figure = capacity?.figures.find((one) => one.name === name);
  if (!capacity || !figure) return { text: TEXTS[lang].notComputed, known: false, sort: null, notes: [] };
  const { value, known, notes } = figureWords(figure, capacity, FIGURE_TEXTS[lang], FORMATS[lang]);
  return { text: value, known, sort: figure.known, notes };
}

const SORT: Readonly<Record<Met, number | null>> = { met: 1, 'not-met': 0, unknown: null, unasked: null };

/** Which conditions of the need each piece of land meets; nothing when there is none. */
function needGroup(need: Need | null, lands: readonly ComparedLand[], lang: Language): ComparedGroup[] {
  const texts = TEXTS[lang];
  const conditions = need ? needMet(need, lands.map(({ properties }) => properties), lang) : [];
  if (conditions.length === 0) return [];
  const { number } = FORMATS[lang];
  const count = (at: number, verdict: Met): number => conditions.filter(({ verdicts }) => verdicts[at] === verdict).length;
  // What stays open is said beside what is met: it is not a condition that failed.
  const open = (at: number): string[] => (['unknown', 'unasked'] as const).flatMap((verdict) => (count(at, verdict) > 0 ? [`${texts[verdict]}: ${number(count(at, verdict))}`] : []));
  return [{
    id: 'need', title: texts.need, note: null, rows: [
      row('need-all', texts.all, lands.map((_, at) => ({ text: texts.of(number(count(at, 'met')), number(conditions.length)), known: true, sort: count(at, 'met'), notes: open(at) }))),
      ...conditions.map(({ text, verdicts }, at) => row(`need-${at}`, text[0]!.toUpperCase() + text.slice(1), verdicts.map((verdict) => ({ text: texts[verdict], known: SORT[verdict] !== null, sort: SORT[verdict], notes: [] })))),
    ],
  }];
}

/** The table; groups and rows in the order in which an investor asks. `need`: what was searched for. */
export function comparisonOf(lands: readonly ComparedLand[], lang: Language, need: Need | null = null): ComparedGroup[] {
  const texts = TEXTS[lang];
  const rows = (id: keyof typeof FIELDS): ComparedGroup => ({
    id, title: texts[id], note: (texts.notes as Partial<Record<string, string>>)[id] ?? null, rows: FIELDS[id].map((name) => row(name, landLabel(name, lang), lands.map(({ properties }) => ({ ...landWords(name, properties, lang), notes: [] })))),
  });
  const capacity: ComparedGroup = {
    id: 'capacity', title: texts.capacity, note: texts.notes.capacity,
    rows: CAPACITY_FIGURES.map((name) => row(name, FIGURE_TEXTS[lang][name], lands.map((land) => capacityCell(land.capacity, name, lang)))),
  };
  return [...needGroup(need, lands, lang), rows('offer'), rows('land'), rows('zoning'), capacity, rows('supply'), rows('access'), rows('constraints')];
}

/** The order of columns by a row: what is not known stands last, whichever way. */
export function orderBy(cells: ComparedRow['cells'], descending: boolean): number[] {
  const at = cells.map((_, index) => index);
  return at.sort((a, b) => {
    const [one, two] = [cells[a]!.sort, cells[b]!.sort];
    if (one === null || two === null) return one === two ? a - b : one === null ? 1 : -1;
    const order = typeof one === 'number' && typeof two === 'number' ? one - two : String(one).localeCompare(String(two), 'pl');
    return order === 0 ? a - b : descending ? -order : order;
  });
}
