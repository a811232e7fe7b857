/** Arithmetic on sRGB colours written as #rrggbb: mixing, relative luminance and contrast (WCAG 2.2). */

export type Rgb = readonly [number, number, number];

/** `#rrggbb` → 0–255 channels. */
export const toRgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

const toHex = (rgb: readonly number[]): string => `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** `share` (0–1) of `colour`, the rest of `ground`. */
export function mix(colour: string, ground: string, share: number): string {
  const over = toRgb(ground);
  return toHex(toRgb(colour).map((channel, at) => channel * share + over[at]! * (1 - share)));
}

function luminance(hex: string): number {
  const [r, g, b] = toRgb(hex).map((channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1–21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The nearest shade of `colour`, towards `ink`, that stands out from `ground` by at least `ratio`. */
export function standOut(colour: string, ground: string, ink: string, ratio: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const shade = mix(ink, colour, share);
    if (contrast(shade, ground) >= ratio) return shade;
  }
  return ink;
}
