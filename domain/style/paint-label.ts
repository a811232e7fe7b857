/** Labels of a layer: along the line for lines, on their own point (tile layer `<id>-labels`) for areas, beside the dot for points. */
import { labelLook, LOOKS } from './looks.ts';
import { type PaintTask, styleLayer, zoomed } from './paint.ts';
import type { Palette } from './palette.ts';
import type { StyleLayer } from './style-types.ts';

/** Font families of the labels; the page declares them, a public style names their files. */
export const LABEL_FONTS = { regular: 'Inter', semibold: 'Inter SemiBold', bold: 'Inter Bold' } as const;

/** The colour a layer's names are written in. */
export function labelColour(layerId: string, palette: Palette): string {
  const { tone } = labelLook(layerId);
  return tone === 'water' ? palette.waterInk : tone === 'soft' ? palette.textSoft : palette.text;
}

/** The label layer of a task, or null when the layer has no labels. */
export function paintLabel(task: PaintTask): StyleLayer | null {
  const { layer, palette, opacity } = task;
  if (!layer.label) return null;
  const { field, minZoom } = layer.label;
  const { size, weight, tone, capitals, spacing = 320, without } = labelLook(layer.id);
  const water = tone === 'water';
  const text = zoomed([[minZoom, size[0]], [Math.min(minZoom + 4, 22), size[1]]]);
  const placement = layer.geometry === 'line'
    ? { 'symbol-placement': 'line', 'symbol-spacing': spacing, 'text-max-angle': 32, 'text-padding': 6 }
    : layer.geometry === 'point' && !LOOKS[layer.id]?.labelOnly
      ? { 'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.7, 'text-justify': 'auto' }
      : { 'text-max-width': 8, 'text-padding': 4 };
  return styleLayer(task, 'label', {
    type: 'symbol', minzoom: minZoom, ...(layer.geometry === 'polygon' ? { 'source-layer': `${layer.id}-labels` } : {}),
    filter: without ? ['all', ['has', field], ['!', ['in', ['get', field], ['literal', without]]]] : ['has', field],
    layout: {
      'text-field': ['to-string', ['get', field]], 'text-font': [LABEL_FONTS[weight]], 'text-size': text, ...placement,
      ...(capitals ? { 'text-transform': 'uppercase', 'text-letter-spacing': 0.12 } : water ? { 'text-letter-spacing': 0.06 } : {}),
    },
    paint: {
      'text-color': labelColour(layer.id, palette), 'text-opacity': opacity,
      'text-halo-color': water ? palette.water : palette.halo, 'text-halo-width': water ? 1 : 1.5, 'text-halo-blur': 0.3,
    },
  });
}
