/** Lengths and areas measured by the client are PostGIS's own on the ellipsoid, to 0.1 % and far better. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Position, Shape } from '../../client/draw/drawing.ts';
import { geometryOf } from '../../client/draw/geometry.ts';
import { measured } from '../../client/measure/measured.ts';
import type { Database } from '../../server/db/database.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => { ({ database } = await testDatabase()); });

const CORNERS: readonly Position[] = [[19.7922, 49.9676], [20.2174, 49.97], [20.21, 50.1263], [19.8, 50.12]];
const shapes: readonly (readonly [string, Pick<Shape, 'kind' | 'vertices'>])[] = [
  ['a garden of 20 m', { kind: 'polygon', vertices: [[19.93, 50.06], [19.93028, 50.06], [19.93028, 50.06018], [19.93, 50.06018]] }],
  ['the whole city', { kind: 'polygon', vertices: CORNERS }],
  ['a rectangle of a kilometre', { kind: 'rectangle', vertices: [[19.95, 50.07], [19.936, 50.061]] }],
  ['a walk', { kind: 'line', vertices: [[19.93, 50.06], [19.931, 50.0607], [19.935, 50.0603]] }],
  ['from one end of the city to the other', { kind: 'line', vertices: [CORNERS[0]!, CORNERS[2]!] }],
  ['a circle of 700 m', { kind: 'circle', vertices: [[19.93, 50.06], [19.94, 50.06]] }],
];

describe('measured as PostGIS measures geography', () => {
  it.each(shapes)('%s', async (_what, shape) => {
    const { length, area } = measured(shape);
    const postgis = await database.db.one<{ length: number; perimeter: number; area: number }>(
      'SELECT ST_Length(g) AS length, ST_Perimeter(g) AS perimeter, ST_Area(g) AS area FROM (SELECT ST_GeomFromGeoJSON($<geometry>)::geography AS g) AS given',
      { geometry: JSON.stringify(geometryOf(shape)) });
    // What draws a circle has 72 sides: 0.13 % less than the circle that is measured.
    const tolerance = shape.kind === 'circle' ? 0.002 : 0.00001;
    expect(Math.abs(length / (area === null ? postgis.length : postgis.perimeter) - 1)).toBeLessThan(tolerance);
    if (area !== null) expect(Math.abs(area / postgis.area - 1)).toBeLessThan(tolerance);
  });
});
