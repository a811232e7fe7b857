/** What may be built in a zone, in plain language: made from the parameters that the plan sets, and from them only. */
import type { Sentence } from '../contract/statement.ts';
import type { LawStatus, ZoneParameter, ZoneShare } from '../contract/extract.ts';
import { FORMATS } from '../text/formats.ts';
import { defineTexts, type Language } from '../text/language.ts';

const TEXTS = defineTexts({
  pl: {
    designated: (symbol: string, designation: string) => `Teren ${symbol} przeznaczono w planie na: „${designation}”.`,
    maxHeight: (max: string) => `Budynki mogą mieć najwyżej ${max} wysokości.`,
    maxBuiltUpShare: (max: string) => `Budynki mogą zająć najwyżej ${max} powierzchni działki budowlanej.`,
    minBioActiveShare: (min: string) => `Co najmniej ${min} powierzchni działki budowlanej musi pozostać biologicznie czynne: roślinność na gruncie, woda.`,
    intensityMax: (max: string) => `Łączna powierzchnia kondygnacji nadziemnych może wynieść najwyżej ${max} powierzchni działki budowlanej.`,
    intensityMin: (min: string) => `Łączna powierzchnia kondygnacji nadziemnych musi wynieść co najmniej ${min} powierzchni działki budowlanej.`,
    indexMax: (max: string) => `Wskaźnik intensywności zabudowy, liczony według definicji tego planu, może wynieść najwyżej ${max}.`,
    indexMin: (min: string) => `Wskaźnik intensywności zabudowy, liczony według definicji tego planu, musi wynieść co najmniej ${min}.`,
    parking: (text: string) => `Miejsca postojowe: ${text}.`,
    unset: (names: string) => `Plan nie określa w tych danych: ${names}. Nie znaczy to, że nie ma ograniczeń.`,
    decides: 'To skrót sporządzony ze wskaźników. Rozstrzyga treść uchwały.', draftDecides: 'To projekt: jeszcze nie obowiązuje i może się zmienić.', pastDecides: 'Ten plan już nie obowiązuje.',
    names: ['wysokości zabudowy', 'udziału powierzchni zabudowy', 'intensywności zabudowy', 'udziału powierzchni biologicznie czynnej', 'miejsc postojowych'],
  },
  en: {
    designated: (symbol: string, designation: string) => `The plan designates zone ${symbol} as: “${designation}” (the legal text is Polish).`,
    maxHeight: (max: string) => `Buildings may be at most ${max} high.`,
    maxBuiltUpShare: (max: string) => `Buildings may cover at most ${max} of the building plot.`,
    minBioActiveShare: (min: string) => `At least ${min} of the building plot must stay biologically active: vegetation on the ground, water.`,
    intensityMax: (max: string) => `All storeys above ground together may have at most ${max} times the area of the building plot.`,
    intensityMin: (min: string) => `All storeys above ground together must have at least ${min} times the area of the building plot.`,
    indexMax: (max: string) => `The building intensity index, by this plan's own definition, may be at most ${max}.`,
    indexMin: (min: string) => `The building intensity index, by this plan's own definition, must be at least ${min}.`,
    parking: (text: string) => `Parking: ${text} (the legal text is Polish).`,
    unset: (names: string) => `The plan does not set in these data: ${names}. This does not mean that there are no limits.`,
    decides: 'This is a summary made from the parameters. The text of the resolution decides.', draftDecides: 'This is a draft: it is not yet in force and may change.', pastDecides: 'This plan is no longer in force.',
    names: ['the building height', 'the built-up share', 'the building intensity', 'the biologically active share', 'parking'],
  },
});

const ORDER = ['maxHeight', 'maxBuiltUpShare', 'intensity', 'minBioActiveShare', 'parking'] as const satisfies readonly ZoneParameter['name'][];

type Zone = Pick<ZoneShare, 'symbol' | 'designation' | 'paragraph' | 'parameters' | 'definitionRegime'>;

/** `status` of the plan: of a draft nobody may say that it is allowed. */
export function zoneSentences({ symbol, designation, paragraph, parameters, definitionRegime }: Zone, status: LawStatus, lang: Language): Sentence[] {
  const texts = TEXTS[lang];
  const { number, percent } = FORMATS[lang];
  const of = (name: ZoneParameter['name']) => parameters.find((one) => one.name === name);
  // Only the statutory definition counts storeys above ground; older plans define their index themselves.
  const byLaw = definitionRegime === 'ACT_2023';
  const sentence = (text: string | null | undefined, parameter?: ZoneParameter): Sentence[] => (text ? [{ text, paragraph: parameter?.paragraph ?? null }] : []);
  const [height, builtUp, intensity, green, parking] = ORDER.map(of);
  const unset = ORDER.flatMap((name, at) => (of(name) ? [] : [texts.names[at]!]));
  return [
    { text: texts.designated(symbol, designation), paragraph },
    ...sentence(height && height.max !== null ? texts.maxHeight(`${number(height.max, 1)}\u202fm`) : null, height),
    ...sentence(builtUp && builtUp.max !== null ? texts.maxBuiltUpShare(percent(builtUp.max)) : null, builtUp),
    ...sentence(intensity && intensity.max !== null ? (byLaw ? texts.intensityMax : texts.indexMax)(number(intensity.max, 2)) : null, intensity),
    ...sentence(intensity && intensity.min !== null && intensity.min > 0 ? (byLaw ? texts.intensityMin : texts.indexMin)(number(intensity.min, 2)) : null, intensity),
    ...sentence(green && green.min !== null ? texts.minBioActiveShare(percent(green.min)) : null, green),
    ...sentence(parking?.text ? texts.parking(parking.text) : null, parking),
    ...(unset.length > 0 ? [{ text: texts.unset(unset.join(', ')), paragraph: null }] : []),
    { text: status === 'in-force' ? texts.decides : status === 'superseded' ? texts.pastDecides : texts.draftDecides, paragraph: null },
  ];
}
