/** What is known of every piece of land that an investor can search: the same queryables for listed sites and for parcels of the municipality. */
import { PLAN_ANSWERS } from '../planning/stages.ts';
import { ZONE_CLASSES } from '../planning/zone-classes.ts';
import type { Field } from './layer.ts';
import { LAND_FORMS } from './municipal-land.ts';

export const STRATEGIC_AREAS = [
  { value: 'nowa-huta', label: { pl: 'Kraków – Nowa Huta Przyszłości', en: 'Kraków – Nowa Huta of the Future' } },
  { value: 'balice', label: { pl: 'Balice', en: 'Balice' } },
  { value: 'plaszow-rybitwy', label: { pl: 'Płaszów–Rybitwy', en: 'Płaszów–Rybitwy' } },
  { value: 'other', label: { pl: 'pozostałe', en: 'other' } },
] as const;

/** Kinds of holder, from the registration groups of all its parcels. */
export const OWNERSHIPS = [
  { value: 'municipality', label: { pl: 'gmina', en: 'municipality' } },
  { value: 'municipality-usufruct', label: { pl: 'gmina, w użytkowaniu wieczystym', en: 'municipality, in perpetual usufruct' } },
  { value: 'municipal-company', label: { pl: 'samorządowa osoba prawna', en: 'municipal legal person' } },
  { value: 'state', label: { pl: 'Skarb Państwa', en: 'State Treasury' } },
  { value: 'state-usufruct', label: { pl: 'Skarb Państwa, w użytkowaniu wieczystym', en: 'State Treasury, in perpetual usufruct' } },
  { value: 'self-government', label: { pl: 'powiat lub województwo', en: 'county or voivodeship' } },
  { value: 'mixed', label: { pl: 'różni', en: 'several' } },
  { value: 'other', label: { pl: 'inni', en: 'others' } },
] as const;

const MAIN_ZONE = { pl: 'W terenie planu, w którym leży największa część', en: 'In the zone in which the largest part lies' };
const STRAIGHT = { pl: 'W linii prostej, od najbliższego miejsca terenu', en: 'In a straight line, from the nearest place of the land' };
const SHARE = { pl: '0 – wcale; brak wartości – rejestr jest pusty', en: '0: none of it; no value: the register is empty' };

const text = (name: string, pl: string, en: string, rest: Partial<Field> = {}): Field => ({ name, type: 'text', filterable: true, label: { pl, en }, ...rest });
const number = (name: string, unit: Field['unit'], pl: string, en: string, note?: Field['note']): Field => ({ name, type: 'number', ...(unit ? { unit } : {}), filterable: true, label: { pl, en }, ...(note ? { note } : {}) });

/** Facts that are computed from other registers (table investment.fact); a missing value is unknown, or not set by the plan. */
export const LAND_FACT_FIELDS: readonly Field[] = [
  text('ownership', 'Własność', 'Ownership', { codes: OWNERSHIPS }),
  text('holding_form', 'Forma w zasobie gminnym', 'Form in the municipal land stock', { codes: LAND_FORMS }),
  text('district', 'Dzielnica (numer)', 'District (number)'),
  { name: 'road_contact', type: 'boolean', filterable: true, label: { pl: 'Przylega do drogi', en: 'Beside a road' }, note: { pl: 'Działka o użytku „dr” w odległości do 0,1 m', en: 'A parcel used as a road (dr) within 0.1 m' } },
  text('plan_status', 'Plan miejscowy', 'Local plan', { codes: PLAN_ANSWERS }),
  number('plan_pct', '%', 'Udział pod planem obowiązującym', 'Share under a plan in force'),
  text('zone_class', 'Główne przeznaczenie', 'Main designation', { codes: ZONE_CLASSES }),
  number('zone_pct', '%', 'Udział głównego przeznaczenia', 'Share of the main designation'),
  { name: 'zone_classes', type: 'list', filterable: true, label: { pl: 'Wszystkie przeznaczenia', en: 'All designations' }, codes: ZONE_CLASSES, note: { pl: 'Od 1 % powierzchni', en: 'From 1 % of the area' } },
  number('max_height_m', 'm', 'Maks. wysokość zabudowy', 'Max. building height', MAIN_ZONE),
  number('max_intensity', undefined, 'Maks. intensywność zabudowy', 'Max. intensity', MAIN_ZONE),
  number('max_built_up_pct', '%', 'Maks. udział powierzchni zabudowy', 'Max. built-up share', MAIN_ZONE),
  number('min_bio_active_pct', '%', 'Min. udział powierzchni biologicznie czynnej', 'Min. biologically active share', MAIN_ZONE),
  number('motorway_m', 'm', 'Do węzła autostrady lub drogi ekspresowej', 'To a junction of motorway or expressway', STRAIGHT),
  number('airport_m', 'm', 'Do lotniska', 'To the airport', STRAIGHT),
  number('station_m', 'm', 'Do stacji kolejowej', 'To a railway station', STRAIGHT),
  number('tram_m', 'm', 'Do przystanku tramwajowego', 'To a tram stop', STRAIGHT),
  number('flood_pct', '%', 'Udział w obszarze zagrożenia powodziowego', 'Share in an area of flood hazard', SHARE),
  number('heritage_pct', '%', 'Udział pod ochroną zabytków', 'Share under heritage protection', SHARE),
  number('nature_pct', '%', 'Udział w formach ochrony przyrody', 'Share under nature protection', SHARE),
];
