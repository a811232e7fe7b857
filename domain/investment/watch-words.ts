/** Events of watches in words: titles and lines of feed, letters and preview, in both languages. */
import type { WatchChange, WatchEvent } from '../contract/investment/watch.ts';
import { GEOMETRY } from '../cql2/check.ts';
import { investmentSites } from '../layers/investment-sites.ts';
import type { Field, Unit } from '../layers/layer.ts';
import { FORMATS } from '../text/formats.ts';
import { defineTexts, type Language } from '../text/language.ts';

const TEXTS = defineTexts({
  pl: {
    appearedlisting: (title: string) => `Nowy w ofercie: ${title}`, appearedcondition: (title: string) => `Spełnia teraz warunki: ${title}`, changedcondition: (title: string) => `Zmiana: ${title}`,
    changedlisting: (title: string) => `Zmiana: ${title}`, leftlisting: (title: string) => `Zniknął z oferty: ${title}`, leftcondition: (title: string) => `Nie spełnia już warunków: ${title}`,
    geometry: 'Granice terenu: zmienione', none: 'brak danych', yes: 'tak', no: 'nie', demonstration: 'Dane demonstracyjne – to nie jest prawdziwa oferta.',
  },
  en: {
    appearedlisting: (title: string) => `New on offer: ${title}`, appearedcondition: (title: string) => `Now meets the conditions: ${title}`, changedcondition: (title: string) => `Changed: ${title}`,
    changedlisting: (title: string) => `Changed: ${title}`, leftlisting: (title: string) => `No longer on offer: ${title}`, leftcondition: (title: string) => `No longer meets the conditions: ${title}`,
    geometry: 'Borders of the site: changed', none: 'no data', yes: 'yes', no: 'no', demonstration: 'Demonstration data – not a real offer.',
  },
});

const FIELDS = new Map<string, Field>(investmentSites.fields.map((field) => [field.name, field]));
const SPACE = '\u202F';
const UNITS: Readonly<Partial<Record<Unit, string>>> = { m: 'm', m2: 'm²', ha: 'ha', kW: 'kW', km2: 'km²' };

function valueWords(field: Field | undefined, value: WatchChange['from'], lang: Language): string {
  const { number, percent, money } = FORMATS[lang];
  if (value === null) return TEXTS[lang].none;
  if (typeof value === 'boolean') return value ? TEXTS[lang].yes : TEXTS[lang].no;
  const coded = (one: string): string => field?.codes?.find((code) => code.value === one)?.label[lang] ?? one;
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(coded).join(', ');
  if (typeof value === 'string') return coded(value);
  if (field?.unit === 'PLN') return money(value);
  if (field?.unit === '%') return percent(value);
  const unit = field?.unit && UNITS[field.unit];
  return unit ? `${number(value, 2)}${SPACE}${unit}` : number(value, 2);
}

/** "Stan: dostępny → zarezerwowany"; of a list what was added and what is gone. */
export function changeLine({ field: name, from, to }: WatchChange, lang: Language): string {
  if (name === GEOMETRY) return TEXTS[lang].geometry;
  const field = FIELDS.get(name);
  const label = field?.label[lang] ?? name;
  if (Array.isArray(from) && Array.isArray(to)) {
    const [added, gone] = [to.filter((one) => !from.includes(one)), from.filter((one) => !to.includes(one))];
    return `${label}: ${[...added.map((one) => `+${SPACE}${valueWords(field, one, lang)}`), ...gone.map((one) => `−${SPACE}${valueWords(field, one, lang)}`)].join(', ')}`;
  }
  return `${label}: ${valueWords(field, from, lang)} → ${valueWords(field, to, lang)}`;
}

/** One line that says what happened to which site. */
export const eventTitle = ({ kind, by, title }: Pick<WatchEvent, 'kind' | 'by' | 'title'>, lang: Language): string => TEXTS[lang][`${kind}${by}`](title);

/** What stands below the title, a line each. */
export const eventLines = ({ changes, demonstration }: Pick<WatchEvent, 'changes' | 'demonstration'>, lang: Language): string[] =>
  [...changes.map((change) => changeLine(change, lang)), ...(demonstration ? [TEXTS[lang].demonstration] : [])];
