/** How much may be built, as facts: every figure, set or not, with its paragraph. */
import type { ZoneParameter, ZoneShare } from '../contract/extract.ts';
import type { Fact } from '../contract/statement.ts';
import { FIGURES, parameterText } from '../planning/parameter-text.ts';
import { FORMATS } from '../text/formats.ts';
import type { Language } from '../text/language.ts';
import { WORDS } from './words.ts';

/** Only the statutory definition counts storeys above ground alone: older plans mean something else by intensity. */
export const figureLabel = (name: ZoneParameter['name'], regime: string, lang: Language): string =>
  (name === 'intensity' && regime !== 'ACT_2023' ? WORDS[lang].buildingIntensity : WORDS[lang][name]);

/** A general plan sets no parking, so nothing is said of it there. */
export const figureFacts = (parameters: readonly ZoneParameter[], layer: ZoneShare['layer'], regime: string, lang: Language): Fact[] =>
  [...FIGURES, ...(layer === 'zones' ? ['parking' as const] : [])].map((name): Fact => {
    const parameter = parameters.find((one) => one.name === name);
    return { label: figureLabel(name, regime, lang), value: parameterText(parameter, FORMATS[lang]) ?? WORDS[lang].notSet, ...(parameter?.paragraph ? { note: parameter.paragraph } : {}) };
  });
