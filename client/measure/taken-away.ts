/** Measurements as GeoJSON for other programs: geometry in WGS 84 and the figures as attributes. */
import type { FeatureCollection } from 'geojson';
import type { Shape } from '../draw/drawing.ts';
import { geometryOf } from '../draw/geometry.ts';
import { measured } from './measured.ts';

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A feature a shape; lengths in m, areas in m², to the centimetre. */
export function takenAway(shapes: readonly Shape[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: shapes.map((shape, at) => {
      const { length, area, radius } = measured(shape);
      return {
        type: 'Feature', geometry: geometryOf(shape),
        properties: { number: at + 1, kind: shape.kind, ...(length > 0 ? { length_m: rounded(length) } : {}), ...(area === null ? {} : { area_m2: rounded(area) }), ...(radius === null ? {} : { radius_m: rounded(radius) }) },
      };
    }),
  };
}
