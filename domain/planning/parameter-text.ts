/** How much may be built, as a figure: a limit from above, from below, or both; an absent parameter is not set, never 0. */
import type { ZoneParameter } from '../contract/extract.ts';
import type { Formats } from '../text/formats.ts';

/** The four figures every zone is asked for, in the order of the panel. */
export const FIGURES = ['maxHeight', 'maxBuiltUpShare', 'intensity', 'minBioActiveShare'] as const satisfies readonly ZoneParameter['name'][];

/** "≤ 16 m", "0,2–1,2", "≥ 20 %"; the words of the plan where it gives no number. Null: not set. */
export function parameterText(parameter: ZoneParameter | undefined, { number, percent }: Formats): string | null {
  if (!parameter) return null;
  const { min, max, unit, text } = parameter;
  const print = (value: number): string => (unit === '%' ? percent(value) : unit === 'm' ? `${number(value, 1)}\u202fm` : number(value, 2));
  if (min !== null && max !== null) return min === max ? print(min) : `${number(min, 2)}–${print(max)}`;
  if (max !== null) return `≤\u202f${print(max)}`;
  if (min !== null) return `≥\u202f${print(min)}`;
  return text;
}
