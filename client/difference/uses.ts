/** How a use of land reads: the class of the catalogue, no plan, or a plan whose zones are not known. Pure. */
import { findLayer } from '../../domain/layers/index.ts';
import type { Language } from '../../domain/text/language.ts';

/** A use on one side; `planned` false: no plan. */
export interface Use { readonly planned: boolean; readonly zoneClass: string | null }

const WORDS = {
  pl: { none: 'bez planu miejscowego', unknown: 'plan, którego terenów nie wczytano' },
  en: { none: 'no local plan', unknown: 'a plan whose zones are not loaded' },
} as const;

export function wordsOfUse({ planned, zoneClass }: Use, lang: Language): string {
  if (!planned) return WORDS[lang].none;
  if (zoneClass === null) return WORDS[lang].unknown;
  const symbology = findLayer('zones')?.symbology;
  return (symbology?.classes.find(({ value }) => value === zoneClass)?.label ?? symbology?.other?.label)?.[lang] ?? zoneClass;
}

/** With its sign, so that growth and loss are read and not only seen: +1 200, −350, 0. */
export const signed = (value: number, write: (value: number) => string): string => (value === 0 ? write(0) : `${value > 0 ? '+' : '−'}${write(Math.abs(value))}`);
