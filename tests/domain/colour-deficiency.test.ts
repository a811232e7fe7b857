/** Classes that may lie side by side differ for everyone: by colour also with a colour deficiency, or by pattern. */
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../../domain/layers/index.ts';
import { contrast, toRgb } from '../../domain/style/colour.ts';
import { legendClasses } from '../../domain/style/compose-style.ts';
import { PALETTE_IDS, PALETTES } from '../../domain/style/palette.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];
const times = (matrix: Matrix, [r, g, b]: Triple): Triple => matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as unknown as Triple;

/** Dichromats in linear sRGB: Viénot, Brettel and Mollon 1999 for red and green, Brettel, Viénot and Mollon 1997 (two half planes) for blue. */
const PROTAN: Matrix = [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]];
const DEUTAN: Matrix = [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]];
const TRITAN: readonly [Matrix, Matrix] = [
  [[1.01277, 0.13548, -0.14826], [-0.01243, 0.86812, 0.14431], [0.07589, 0.805, 0.11911]],
  [[0.93678, 0.18979, -0.12657], [0.06154, 0.81526, 0.1232], [-0.37562, 1.12767, 0.24796]],
];
const SEEN_BY: Readonly<Record<string, (rgb: Triple) => Triple>> = {
  everybody: (rgb) => rgb,
  'protanopes': (rgb) => times(PROTAN, rgb),
  'deuteranopes': (rgb) => times(DEUTAN, rgb),
  'tritanopes': (rgb) => times(0.03901 * rgb[0] - 0.02788 * rgb[1] - 0.01113 * rgb[2] >= 0 ? TRITAN[0] : TRITAN[1], rgb),
};

const linear = (hex: string): Triple => toRgb(hex).map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Triple;

/** CIE L*a*b* (D65) of linear sRGB. */
function lab(rgb: Triple): Triple {
  const [r, g, b] = rgb.map((one) => Math.min(1, Math.max(0, one))) as unknown as Triple;
  const xyz = [(0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047, 0.2126 * r + 0.7152 * g + 0.0722 * b, (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883];
  const [x, y, z] = xyz.map((one) => (one > 216 / 24389 ? Math.cbrt(one) : (24389 / 27 * one + 16) / 116)) as unknown as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const difference = (one: string, other: string, seen: (rgb: Triple) => Triple): number => Math.hypot(...lab(seen(linear(one))).map((part, at) => part - lab(seen(linear(other)))[at]!));

/** Two large areas side by side are told apart from about 2.3; a map asks for more. */
const TOLD_APART = 4;

describe.each(PALETTE_IDS)('palette %s', (id) => {
  const palette = PALETTES[id];

  it.each(Object.keys(SEEN_BY))('classes of areas differ by colour or by pattern for %s', (who) => {
    const alike: string[] = [];
    for (const layer of LAYERS.filter(({ geometry, subject }) => geometry === 'polygon' && subject !== 'base')) {
      const drawn = legendClasses(layer, palette);
      drawn.forEach((one, at) => drawn.slice(at + 1).forEach((other) => {
        if (one.pattern === other.pattern && difference(one.colours.fill, other.colours.fill, SEEN_BY[who]!) < TOLD_APART) {
          alike.push(`${layer.id} ${one.value}–${other.value} (${one.pattern}) ${difference(one.colours.fill, other.colours.fill, SEEN_BY[who]!).toFixed(1)}`);
        }
      }));
    }
    expect(alike).toEqual([]);
  });

  it('a simulation that were no simulation would be noticed: red and green of the same lightness come together for red-green blind eyes only', () => {
    expect(difference('#c05030', '#708030', SEEN_BY['everybody']!)).toBeGreaterThan(40);
    expect(difference('#c05030', '#708030', SEEN_BY['deuteranopes']!)).toBeLessThan(25);
    expect(difference('#c05030', '#708030', SEEN_BY['tritanopes']!)).toBeGreaterThan(40);
  });

  it('every class stands out from the ground by its outline or pattern', () => {
    for (const layer of LAYERS) for (const { value, colours } of legendClasses(layer, palette)) expect(contrast(colours.ink, palette.ground), `${layer.id} ${value}`).toBeGreaterThanOrEqual(3);
  });

  it('the symbol of a zone can be read on the fill of its class', () => {
    for (const layer of LAYERS.filter(({ geometry, label }) => geometry === 'polygon' && label)) for (const { value, colours } of legendClasses(layer, palette)) expect(contrast(palette.text, colours.fill), `${layer.id} ${value}`).toBeGreaterThanOrEqual(4.5);
  });
});
