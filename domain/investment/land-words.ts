/** What is known of a piece of land in words, field by field: one wording for page, comparison and paper. Unknown is said as unknown, and why. */
import type { LandValue } from '../contract/investment/site.ts';
import { fieldText } from '../layers/field-text.ts';
import { investmentSites } from '../layers/investment-sites.ts';
import type { Field } from '../layers/layer.ts';
import { FORMATS } from '../text/formats.ts';
import { defineTexts, type Language } from '../text/language.ts';

export type LandProperties = Readonly<Record<string, LandValue>>;

const TEXTS = defineTexts({
  pl: { unknown: 'nie wiadomo', notOffered: 'nie wiadomo – nikt jej nie oferuje', notSet: 'plan tego nie ustala', noPlan: 'nie wiadomo – brak planu w mocy', emptyRegister: 'nie wiadomo – rejestr jest pusty', tender: 'ustali przetarg', noUtilities: 'nie podano', none: 'wcale' },
  en: { unknown: 'not known', notOffered: 'not known – nobody offers it', notSet: 'not set by the plan', noPlan: 'not known – no plan in force', emptyRegister: 'not known – the register is empty', tender: 'set by the tender', noUtilities: 'not told', none: 'none' },
});

const FIELDS: ReadonlyMap<string, Field> = new Map(investmentSites.fields.map((field) => [field.name, field]));
const BY_PLAN = new Set(['zone_class', 'zone_pct', 'zone_classes', 'zone_symbols', 'max_height_m', 'max_intensity', 'max_built_up_pct', 'min_bio_active_pct']);
const SHARES = new Set(['flood_pct', 'heritage_pct', 'nature_pct']);
const METRES = new Set(['motorway_m', 'airport_m', 'station_m', 'tram_m']);
/** What only an offer tells. */
const OFFERED = new Set(['status', 'offer_form', 'price_pln', 'by_tender', 'utilities', 'power_kw', 'road_access', 'rail_access']);

export interface Said { readonly text: string; readonly known: boolean; readonly sort: string | number | null }

function missing(name: string, properties: LandProperties, lang: Language): string {
  const texts = TEXTS[lang];
  if (OFFERED.has(name) && (properties['status'] ?? null) === null) return texts.notOffered;
  if (BY_PLAN.has(name)) return properties['plan_status'] === 'in-force' ? texts.notSet : texts.noPlan;
  if (SHARES.has(name)) return texts.emptyRegister;
  return name === 'utilities' ? texts.noUtilities : texts.unknown;
}

/** One field of a piece of land; `sort`: by what it is put in order, null last. */
export function landWords(name: string, properties: LandProperties, lang: Language): Said {
  const field = FIELDS.get(name)!;
  const value = properties[name] ?? null;
  if (name === 'price_pln' && value === null && properties['by_tender'] === true) return { text: TEXTS[lang].tender, known: true, sort: null };
  const list = Array.isArray(value);
  const text = METRES.has(name) && typeof value === 'number' ? `${FORMATS[lang].number(value)}\u202fm`
    : SHARES.has(name) && value === 0 ? TEXTS[lang].none
      : list ? value.map((one) => field.codes?.find((code) => code.value === one)?.label[lang] ?? one).join(', ') || null
        : fieldText(field, value, FORMATS[lang], lang);
  if (text === null) return { text: missing(name, properties, lang), known: false, sort: null };
  return { text, known: true, sort: list ? value.length : typeof value === 'boolean' ? Number(value) : value };
}

export const landLabel = (name: string, lang: Language): string => FIELDS.get(name)!.label[lang];
export const landNote = (name: string, lang: Language): string | undefined => FIELDS.get(name)!.note?.[lang];
