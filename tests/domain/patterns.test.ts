/** Patterns as pixels: seamless, transparent between the strokes, in the ink of their tone. */
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../domain/style/palette.ts';
import { type AreaPattern, drawPatternImage, patternImageId, patternPixels } from '../../domain/style/patterns.ts';

const PATTERNS: readonly AreaPattern[] = ['hatch', 'cross-hatch', 'dots', 'horizontal', 'vertical', 'grid', 'waves'];

describe.each(PATTERNS)('pattern %s', (pattern) => {
  const { width, height, data } = patternPixels(pattern, '#c04030', { alpha: 1 });
  const alpha = (x: number, y: number) => data[(((y + height) % height) * width + ((x + width) % width)) * 4 + 3]!;

  it('covers some of its tile and leaves most of it open', () => {
    let covered = 0;
    for (let at = 3; at < data.length; at += 4) covered += data[at]! / 255;
    expect(covered / (width * height)).toBeGreaterThan(0.04);
    expect(covered / (width * height)).toBeLessThan(0.5);
  });

  it('closes on itself: repeated half a tile on, it is the same drawing', () => {
    for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) expect(Math.abs(alpha(x, y) - alpha(x + width / 2, y))).toBeLessThanOrEqual(1);
  });
});

it('draws an image from its name alone, in the ink of the palette', () => {
  const image = drawPatternImage(patternImageId(PALETTES.dark, 'hatch', 'services'))!;
  const inked = image.data.findIndex((value, at) => at % 4 === 3 && value > 60) - 3;
  const hex = `#${Array.from(image.data.slice(inked, inked + 3), (channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  expect(hex).toBe(PALETTES.dark.tones.services.ink);
});

it.each(['pattern:dark:hatch:nothing:normal:soft', 'pattern:sepia:hatch:services:normal:soft', 'pattern:dark:blots:services:normal:soft', 'marker', ''])('does not draw "%s"', (name) => {
  expect(drawPatternImage(name)).toBeNull();
});
