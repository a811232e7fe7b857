/** Measured figures in words: short on the map, to the decimetre in the list. */
import { useMemo } from 'react';
import { printCoordinates } from '../../domain/geo/coordinates.ts';
import type { Shape } from '../draw/drawing.ts';
import type { MapLabel } from '../draw/drawing-overlay.tsx';
import type { Formats } from '../../domain/text/formats.ts';
import { useFormats } from '../i18n/language.ts';
import { measured, middleOf, middles } from './measured.ts';

/** The figure of a shape: an area for what encloses one, else a length; coordinates of a point. */
export function totalOf(shape: Shape, { area, length }: Formats): string {
  const found = measured(shape);
  if (shape.kind === 'point') return printCoordinates('EPSG:4326', shape.vertices[0]!);
  return found.area === null ? length(found.length) : area(found.area);
}

/** Lengths in metres to the decimetre. */
export const exact = (metres: number, { number }: Formats): string => `${number(metres, 1)}\u202fm`;

/** Labels of a shape on the map: every side, and the total. */
export function useMeasureLabels(): (shape: Shape) => readonly MapLabel[] {
  const formats = useFormats();
  return useMemo(() => (shape: Shape) => {
    if (shape.kind === 'point' || shape.vertices.length < 2) return [];
    const { segments, area, radius, length } = measured(shape);
    if (radius !== null) return [{ at: shape.vertices[0]!, text: `r ${formats.length(radius)}\n${formats.area(area!)}`, strong: true }];
    const sides = segments.length > 1 || area !== null ? middles(shape).map((at, side) => ({ at, text: formats.length(segments[side] ?? 0) })) : [];
    const total = area !== null ? { at: middleOf(shape), text: formats.area(area) } : { at: segments.length > 1 ? shape.vertices.at(-1)! : middles(shape)[0]!, text: formats.length(length) };
    return [...sides, { ...total, strong: true }];
  }, [formats]);
}
