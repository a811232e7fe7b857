/** The type and the measures of paper; lengths in points, 72 an inch. */
import { PALETTES } from '../../domain/style/palette.ts';
import type { Weight } from './fonts.ts';

/** Points of a millimetre. */
export const MM = 72 / 25.4;

/** A4 upright. Text stands between `top` and `bottom`, `left` and `left + width`. */
export const PAGE = { width: 210 * MM, height: 297 * MM, left: 18 * MM, top: 25 * MM, bottom: 276 * MM, textWidth: 174 * MM } as const;

const { text, textSoft, accent } = PALETTES.light;

export const COLOURS = { text, soft: textSoft, accent, rule: '#d8d3c8', paper: '#ffffff' } as const;

export interface Style {
  readonly weight: Weight;
  readonly size: number;
  /** Height of a line. */
  readonly line: number;
  readonly colour: string;
}

const style = (weight: Weight, size: number, line: number, colour: string = COLOURS.text): Style => ({ weight, size, line, colour });

export const STYLES = {
  title: style('semibold', 20, 25),
  subtitle: style('regular', 11.5, 16, COLOURS.soft),
  topic: style('semibold', 13, 18),
  entry: style('semibold', 10, 14),
  text: style('regular', 9.5, 13.5),
  strong: style('semibold', 9.5, 13.5),
  label: style('regular', 9.5, 13.5, COLOURS.soft),
  link: style('regular', 9.5, 13.5, COLOURS.accent),
  badge: style('semibold', 8, 11.5),
  note: style('regular', 8, 11.5, COLOURS.soft),
  edge: style('regular', 7.5, 10, COLOURS.soft),
  edgeStrong: style('semibold', 7.5, 10),
  map: style('semibold', 7.5, 9),
} as const satisfies Readonly<Record<string, Style>>;
