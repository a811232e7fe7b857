/** A need in words, Polish and English: a phrase a condition, and the sentence they make. */
import type { LandKind } from '../contract/investment/search.ts';
import { investmentSites } from '../layers/investment-sites.ts';
import { FORMATS } from '../text/formats.ts';
import { defineTexts, type Language } from '../text/language.ts';
import { CHOICES, type Choice, type ChoiceName, FLAGS, type FlagName, LISTS, type ListName, type Need, type Range, type RangeName, RANGES, restText, WORDINGS, type WordingName } from './need.ts';

/** Which part of a need a phrase says. */
export type NeedPart = { readonly in: 'ranges'; readonly name: RangeName } | { readonly in: 'choices'; readonly name: ChoiceName } | { readonly in: 'flags'; readonly name: FlagName }
  | { readonly in: 'wordings'; readonly name: WordingName } | { readonly in: 'place' } | { readonly in: 'rest' };

export interface Phrase { readonly part: NeedPart; readonly text: string }

const WORDS = defineTexts({
  pl: {
    both: 'Tereny w ofercie miasta i działki gminne', site: 'Tereny w ofercie miasta', parcel: 'Działki gminne', none: 'bez warunków',
    least: 'co najmniej', most: 'najwyżej', or: 'lub', and: 'i', unknown: '(lub nie wiadomo)', high: (range: string) => `zabudowa o wysokości ${range}`,
    flood_pct: 'poza obszarem zagrożenia powodziowego', heritage_pct: 'poza ochroną zabytków', nature_pct: 'poza formami ochrony przyrody', utilities: 'media',
    road_contact: ['nie przy drodze', 'przy drodze'], by_tender: ['cena nie w przetargu', 'cena ustalana w przetargu'],
    s_intersects: 'choćby częściowo w narysowanym obszarze', s_within: 'w całości w narysowanym obszarze', rest: (text: string) => `oraz: ${text}`, quoted: (text: string) => `„${text}”`,
  },
  en: {
    both: 'Sites that the city offers and municipal parcels', site: 'Sites that the city offers', parcel: 'Municipal parcels', none: 'without conditions',
    least: 'at least', most: 'at most', or: 'or', and: 'and', unknown: '(or unknown)', high: (range: string) => `buildings ${range} high`,
    flood_pct: 'outside areas of flood hazard', heritage_pct: 'outside heritage protection', nature_pct: 'outside nature protection', utilities: 'utilities',
    road_contact: ['not beside a road', 'beside a road'], by_tender: ['price not by tender', 'price by tender'],
    s_intersects: 'at least partly in the drawn area', s_within: 'wholly in the drawn area', rest: (text: string) => `and: ${text}`, quoted: (text: string) => `“${text}”`,
  },
});

const FIELDS = new Map(investmentSites.fields.map((field) => [field.name, field]));
const DISTANCE = /^(?:motorway|airport|station|tram)_m$/;
/** Metres are shown as kilometres. */
export const isDistance = (name: string): boolean => DISTANCE.test(name);
const FAMOUS: ReadonlySet<string> = new Set(['zone_class', 'zone_classes']);

/** Name of a queryable of land, as the catalogue has it. */
export const labelOf = (name: string, lang: Language): string => FIELDS.get(name)?.label[lang] ?? name;
const inSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** Unit that values of a number are shown in; distances in km. */
export const unitOf = (name: string, lang: Language): string => {
  const unit = FIELDS.get(name)?.unit;
  return isDistance(name) ? 'km' : unit === 'PLN' && lang === 'pl' ? 'zł' : unit ?? '';
};

const figure = (name: string, value: number, lang: Language): string => FORMATS[lang].number(isDistance(name) ? value / 1000 : value, 2);
const withUnit = (name: string, text: string, lang: Language): string => (unitOf(name, lang) ? `${text}\u202f${unitOf(name, lang)}` : text);

/** A number with its unit: `2,5 ha`, `10 km`. */
export const figureOf = (name: string, value: number, lang: Language): string => withUnit(name, figure(name, value, lang), lang);

/** What a value of a coded field is called; zone classes with their letters. */
export function valueOf(name: string, value: string, lang: Language): string {
  const label = FIELDS.get(name)?.codes?.find((code) => String(code.value) === value)?.label[lang];
  return label === undefined ? value : FAMOUS.has(name) ? `${value} – ${label}` : label;
}

export function rangeWords(name: string, { min, max }: Pick<Range, 'min' | 'max'>, lang: Language): string {
  const { least, most } = WORDS[lang];
  if (min !== null && max !== null) return min === max ? figureOf(name, min, lang) : withUnit(name, `${figure(name, min, lang)}–${figure(name, max, lang)}`, lang);
  return min !== null ? `${least} ${figureOf(name, min, lang)}` : `${most} ${figureOf(name, max ?? 0, lang)}`;
}

function rangePhrase(name: RangeName, range: Range, lang: Language): string {
  const words = WORDS[lang];
  if ((name === 'flood_pct' || name === 'heritage_pct' || name === 'nature_pct') && range.max === 0 && (range.min ?? 0) === 0) return words[name];
  if (name === 'max_height_m' && range.max === null) return words.high(rangeWords(name, range, lang));
  return `${inSentence(labelOf(name, lang))} ${rangeWords(name, range, lang)}`;
}

const joined = (values: readonly string[], and: string): string => (values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${and} ${values.at(-1)}`);

function choicePhrase(name: ChoiceName, { values }: Choice, lang: Language): string {
  const words = WORDS[lang];
  const label = name === 'utilities' ? words.utilities : inSentence(labelOf(name, lang));
  // Several classes are said by their letters: their names would be longer than all the rest.
  const said = (value: string) => (FAMOUS.has(name) && values.length > 1 ? value : valueOf(name, value, lang));
  return `${label}: ${joined(values.map(said), name === 'utilities' ? words.and : words.or)}`;
}

/** A phrase a condition, in the order of the panel; all that the panel cannot show is one. */
export function needPhrases(need: Need, lang: Language): readonly Phrase[] {
  const words = WORDS[lang];
  const known = (text: string, { orUnknown }: { readonly orUnknown: boolean }) => (orUnknown ? `${text} ${words.unknown}` : text);
  return [
    ...RANGES.flatMap((name): Phrase[] => (need.ranges[name] ? [{ part: { in: 'ranges', name }, text: known(rangePhrase(name, need.ranges[name], lang), need.ranges[name]) }] : [])),
    ...[...CHOICES, ...(Object.keys(LISTS) as ListName[])].flatMap((name): Phrase[] => (need.choices[name] ? [{ part: { in: 'choices', name }, text: known(choicePhrase(name, need.choices[name], lang), need.choices[name]) }] : [])),
    ...FLAGS.flatMap((name): Phrase[] => (need.flags[name] === undefined ? [] : [{ part: { in: 'flags', name }, text: words[name][Number(need.flags[name])]! }])),
    ...WORDINGS.flatMap((name): Phrase[] => (need.wordings[name] ? [{ part: { in: 'wordings', name }, text: `${inSentence(labelOf(name, lang))}: ${words.quoted(need.wordings[name])}` }] : [])),
    ...(need.place ? [{ part: { in: 'place' } as const, text: words[need.place.op] }] : []),
    ...(need.rest.length > 0 ? [{ part: { in: 'rest' } as const, text: words.rest(restText(need)) }] : []),
  ];
}

/** The need as one sentence; `kind` null: both kinds of land. */
export function needSentence(need: Need, kind: LandKind | null, lang: Language): string {
  const phrases = needPhrases(need, lang).map(({ text }) => text);
  return `${WORDS[lang][kind ?? 'both']}${phrases.length > 0 ? `: ${phrases.join(', ')}` : `, ${WORDS[lang].none}`}.`;
}

/** The need without what a phrase says. */
export function without(need: Need, part: NeedPart): Need {
  if (part.in === 'place' || part.in === 'rest') return part.in === 'place' ? { ...need, place: null } : { ...need, rest: [] };
  return { ...need, [part.in]: Object.fromEntries(Object.entries(need[part.in]).filter(([name]) => name !== part.name)) };
}
