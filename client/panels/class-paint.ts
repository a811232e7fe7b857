/** A class as a background of a page element: fill and pattern as on the map. */
import { useMemo } from 'react';
import { findLayer } from '../../domain/layers/index.ts';
import type { Layer } from '../../domain/layers/layer.ts';
import { legendClasses } from '../../domain/style/compose-style.ts';
import { drawPatternImage } from '../../domain/style/patterns.ts';
import { type DrawnClass, OTHER } from '../../domain/style/symbol-classes.ts';
import { usePalette } from '../theme/theme.ts';

const RATIO = 2;
const urls = new Map<string, string>();

/** The pattern as an image address; made once an image. */
function patternUrl(image: string): string | null {
  const known = urls.get(image);
  if (known) return known;
  const pixels = drawPatternImage(image, RATIO);
  if (!pixels) return null;
  const canvas = document.createElement('canvas');
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.putImageData(new ImageData(pixels.data, pixels.width, pixels.height), 0, 0);
  const url = `url(${canvas.toDataURL()}) 0 0 / ${pixels.width / RATIO}px ${pixels.height / RATIO}px`;
  urls.set(image, url);
  return url;
}

/** The class of a layer that a value belongs to; the rest class, else the first, where none names it. */
export function classOf(classes: readonly DrawnClass[], layer: Layer, value: unknown): DrawnClass {
  const { kind } = layer.symbology;
  const found = kind === 'steps'
    ? classes.findLast((one) => Number(one.value) <= Number(value))
    : classes.find((one) => one.value === String(value));
  return found ?? classes.find((one) => one.value === OTHER) ?? classes[0]!;
}

/** Class of an object with the CSS background it has on the map. */
export function useClassPaint(layerId: string, value: unknown): { readonly drawn: DrawnClass; readonly background: string; readonly ink: string } | null {
  const palette = usePalette();
  return useMemo(() => {
    const layer = findLayer(layerId);
    if (!layer) return null;
    const drawn = classOf(legendClasses(layer, palette), layer, value);
    const image = drawn.image && patternUrl(drawn.image);
    return { drawn, background: image ? `${image}, ${drawn.colours.fill}` : drawn.colours.fill, ink: drawn.colours.ink };
  }, [layerId, value, palette]);
}
