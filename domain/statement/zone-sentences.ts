/** What may be built in a zone, in plain language: made from the parameters that the plan sets, and from them only. */
import type { Sentence } from '../contract/statement.ts';
import type { LawStatus, ZoneParameter, ZoneShare } from '../contract/extract.ts';
import { FORMATS } from '../text/formats.ts';
import { defineTexts, type Language } from '../text/language.ts';

const TEXTS = defineTexts({
  pl: {
    // Before a sentence about what is no law.
    draft: (sentence: string) => `Według projektu: ${sentence}`, past: (sentence: string) => `Według dawnego planu: ${sentence}`,
    zones: (symbol: string, designation: string) => `Przeznaczenie terenu ${symbol}: „${designation}”.`,
    'general-plan-zones': (symbol: string, designation: string) => `Przeznaczenie strefy ${symbol}: „${designation}”.`,
    maxHeight: (max: string) => `Budynki mogą mieć najwyżej ${max} wysokości.`,
    maxBuiltUpShare: (max: string) => `Budynki mogą zająć najwyżej ${max} powierzchni działki budowlanej.`,
    minBioActiveShare: (min: string) => `Co najmniej ${min} powierzchni działki budowlanej musi pozostać biologicznie czynne.`,
    maxACT_2023: (max: string) => `Łączna powierzchnia kondygnacji nadziemnych może wynieść najwyżej ${max} × powierzchnia działki budowlanej.`,
    minACT_2023: (min: string) => `Łączna powierzchnia kondygnacji nadziemnych musi wynieść co najmniej ${min} × powierzchnia działki budowlanej.`,
    maxPRE_2023: (max: string) => `Wskaźnik intensywności zabudowy, liczony według definicji sprzed reformy z 2023 r., może wynieść najwyżej ${max}.`,
    minPRE_2023: (min: string) => `Wskaźnik intensywności zabudowy, liczony według definicji sprzed reformy z 2023 r., musi wynieść co najmniej ${min}.`,
    maxOWN: (max: string) => `Wskaźnik intensywności zabudowy, liczony według definicji własnej tego planu, może wynieść najwyżej ${max}.`,
    minOWN: (min: string) => `Wskaźnik intensywności zabudowy, liczony według definicji własnej tego planu, musi wynieść co najmniej ${min}.`,
    parking: (text: string) => `Miejsca postojowe: ${text}.`,
    unset: (names: string) => `Nie określono w tych danych: ${names}. Nie znaczy to, że nie ma ograniczeń.`,
    decides: 'To skrót sporządzony ze wskaźników. Rozstrzyga treść uchwały.', draftDecides: 'To projekt: jeszcze nie obowiązuje i może się zmienić.', pastDecides: 'Ten plan już nie obowiązuje.',
    names: ['wysokości zabudowy', 'udziału powierzchni zabudowy', 'intensywności zabudowy', 'udziału powierzchni biologicznie czynnej', 'miejsc postojowych'],
  },
  en: {
    draft: (sentence: string) => `According to the draft: ${sentence}`, past: (sentence: string) => `According to the former plan: ${sentence}`,
    zones: (symbol: string, designation: string) => `Designation of zone ${symbol}: “${designation}” (the legal text is Polish).`,
    'general-plan-zones': (symbol: string, designation: string) => `Designation of planning zone ${symbol}: “${designation}” (the legal text is Polish).`,
    maxHeight: (max: string) => `Buildings may be at most ${max} high.`,
    maxBuiltUpShare: (max: string) => `Buildings may cover at most ${max} of the building plot.`,
    minBioActiveShare: (min: string) => `At least ${min} of the building plot must stay biologically active.`,
    maxACT_2023: (max: string) => `All storeys above ground together may have at most ${max} times the area of the building plot.`,
    minACT_2023: (min: string) => `All storeys above ground together must have at least ${min} times the area of the building plot.`,
    maxPRE_2023: (max: string) => `The building intensity index, by the definition from before the 2023 reform, may be at most ${max}.`,
    minPRE_2023: (min: string) => `The building intensity index, by the definition from before the 2023 reform, must be at least ${min}.`,
    maxOWN: (max: string) => `The building intensity index, by this plan's own definition, may be at most ${max}.`,
    minOWN: (min: string) => `The building intensity index, by this plan's own definition, must be at least ${min}.`,
    parking: (text: string) => `Parking: ${text} (the legal text is Polish).`,
    unset: (names: string) => `Not set in these data: ${names}. This does not mean that there are no limits.`,
    decides: 'This is a summary made from the parameters. The text of the resolution decides.', draftDecides: 'This is a draft: it is not yet in force and may change.', pastDecides: 'This plan is no longer in force.',
    names: ['the building height', 'the built-up share', 'the building intensity', 'the biologically active share', 'parking'],
  },
});

const ORDER = ['maxHeight', 'maxBuiltUpShare', 'intensity', 'minBioActiveShare', 'parking'] as const satisfies readonly ZoneParameter['name'][];

type Zone = Pick<ZoneShare, 'layer' | 'symbol' | 'designation' | 'paragraph' | 'parameters' | 'definitionRegime'>;

const lowered = (sentence: string): string => sentence.charAt(0).toLocaleLowerCase('pl') + sentence.slice(1);

/** `status` of the plan: of what is not in force nobody may say that it is allowed. */
export function zoneSentences({ layer, symbol, designation, paragraph, parameters, definitionRegime }: Zone, status: LawStatus, lang: Language): Sentence[] {
  const texts = TEXTS[lang];
  const { number, percent } = FORMATS[lang];
  const of = (name: ZoneParameter['name']) => parameters.find((one) => one.name === name);
  const framed = (text: string): string => (status === 'in-force' ? text : (status === 'superseded' ? texts.past : texts.draft)(lowered(text)));
  const sentence = (text: string | null | undefined, parameter?: ZoneParameter): Sentence[] => (text ? [{ text: framed(text), paragraph: parameter?.paragraph ?? null }] : []);
  const [height, builtUp, intensity, green, parking] = ORDER.map(of);
  // A general plan sets no parking.
  const unset = ORDER.flatMap((name, at) => (of(name) || (name === 'parking' && layer === 'general-plan-zones') ? [] : [texts.names[at]!]));
  return [
    { text: framed(texts[layer](symbol, designation)), paragraph },
    ...sentence(height && height.max !== null ? texts.maxHeight(`${number(height.max, 1)}\u202fm`) : null, height),
    ...sentence(builtUp && builtUp.max !== null ? texts.maxBuiltUpShare(percent(builtUp.max)) : null, builtUp),
    ...sentence(intensity && intensity.max !== null ? texts[`max${definitionRegime}`](number(intensity.max, 2)) : null, intensity),
    ...sentence(intensity && intensity.min !== null && intensity.min > 0 ? texts[`min${definitionRegime}`](number(intensity.min, 2)) : null, intensity),
    ...sentence(green && green.min !== null ? texts.minBioActiveShare(percent(green.min)) : null, green),
    ...sentence(parking?.text ? texts.parking(parking.text) : null, parking),
    ...(unset.length > 0 ? [{ text: texts.unset(unset.join(', ')), paragraph: null }] : []),
    { text: status === 'in-force' ? texts.decides : status === 'superseded' ? texts.pastDecides : texts.draftDecides, paragraph: null },
  ];
}
