/** The patterns of a style as a sprite, for map clients that cannot draw them at run time (QGIS, other sites). */
import { drawPatternImage } from '../../../domain/style/patterns.ts';
import type { Style } from '../../../domain/style/style-types.ts';
import { encodePng } from './png.ts';

export interface Sprite {
  readonly index: Readonly<Record<string, { x: number; y: number; width: number; height: number; pixelRatio: number }>>;
  readonly image: Buffer;
}

/** Names of the images that a style asks for. */
export const patternsOf = (style: Style): readonly string[] => [...new Set(JSON.stringify(style).match(/pattern:[a-z]+:[a-z0-9:-]+/g) ?? [])].sort();

/** One column of images, `ratio` pixels a unit. Throws when the style names an image that cannot be drawn. */
export function makeSprite(names: readonly string[], ratio: 1 | 2): Sprite {
  const images = names.map((name) => {
    const image = drawPatternImage(name, ratio);
    if (!image) throw new Error(`no such pattern: ${name}`);
    return { name, image };
  });
  const width = Math.max(1, ...images.map(({ image }) => image.width));
  const height = Math.max(1, images.reduce((total, { image }) => total + image.height, 0));
  const sheet = new Uint8Array(width * height * 4);
  const index: Record<string, Sprite['index'][string]> = {};
  let top = 0;
  for (const { name, image } of images) {
    for (let row = 0; row < image.height; row += 1) sheet.set(image.data.subarray(row * image.width * 4, (row + 1) * image.width * 4), (top + row) * width * 4);
    index[name] = { x: 0, y: top, width: image.width, height: image.height, pixelRatio: ratio };
    top += image.height;
  }
  return { index, image: encodePng(width, height, sheet) };
}
