/** The patterns of the style for maps beside the one on the screen: drawn when a style first names them. */
import { drawPatternImage } from '../../domain/style/patterns.ts';
import type { GlMap } from './map-store.ts';

const PIXEL_RATIO = 2;

export function drawPatterns(map: GlMap): void {
  map.setMissingStyleImageResolver(async (id) => {
    const image = drawPatternImage(id, PIXEL_RATIO);
    if (image) map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
  });
}
