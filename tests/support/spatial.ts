/** Spatial filters of land in Kraków, and the slow and plain answer to them. */
import fc from 'fast-check';
import type { Feature } from '../../domain/contract/features.ts';
import type { Geometry } from '../../domain/contract/geojson.ts';
import type { Filter, SpatialOperator } from '../../domain/cql2/ast.ts';
import type { Evaluated } from '../../domain/cql2/evaluate.ts';
import { areaOf, distanceOf, planeOf, within } from './plane.ts';

/** A feature as the naive evaluator asks it: relations and measures in the plane. */
export function inMemory({ properties, geometry }: Feature): Evaluated {
  const own = planeOf(geometry as Geometry);
  const relates = (operator: SpatialOperator, other: Geometry): boolean => {
    if (operator === 's_within') return within(own, planeOf(other));
    const meet = distanceOf(own, planeOf(other)) === 0;
    return operator === 's_disjoint' ? !meet : meet;
  };
  return { properties, relates, distanceM: (other) => distanceOf(own, planeOf(other)), areaM2: () => areaOf(own) };
}

/** Longitude, latitude. */
export const point = fc.tuple(fc.double({ min: 19.85, max: 20.15, noNaN: true }), fc.double({ min: 50, max: 50.1, noNaN: true }));
const box = fc.tuple(point, fc.double({ min: 0.005, max: 0.2, noNaN: true })).map(([[west, south], size]): Geometry => (
  { type: 'Polygon', coordinates: [[[west, south], [Math.min(west + size, 20.24), south], [Math.min(west + size, 20.24), Math.min(south + size, 50.14)], [west, Math.min(south + size, 50.14)], [west, south]]] }));
/** Relations to boxes, distances to boxes and points. */
export const spatialFilters: readonly fc.Arbitrary<Filter>[] = [
  fc.record({ op: fc.constantFrom('s_intersects' as const, 's_within' as const, 's_disjoint' as const), property: fc.constant('geom'), geometry: box }),
  fc.record({ op: fc.constant('s_dwithin' as const), property: fc.constant('geom'), geometry: fc.oneof(box, point.map((coordinates): Geometry => ({ type: 'Point', coordinates }))), metres: fc.nat(8_000) }),
];
