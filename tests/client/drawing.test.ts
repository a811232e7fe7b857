/** Drawing as data: shapes end when they should, every step can be undone and done again, and what is taken away is valid GeoJSON. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, draw, type Drawing, drawingOf, KINDS, type Position } from '../../client/draw/drawing.ts';
import { areaM2, distanceM, lengthM } from '../../client/draw/geodesic.ts';
import { geometryOf, ringOf } from '../../client/draw/geometry.ts';

const A: Position = [19.93, 50.06];
const B: Position = [19.95, 50.06];
const C: Position = [19.95, 50.07];
const add = (kind: Extract<Action, { do: 'add' }>['kind'], ...places: Position[]): Action[] => places.map((at) => ({ do: 'add', kind, at }));
const after = (actions: readonly Action[], from: Drawing = drawingOf()) => actions.reduce(draw, from);

describe('a shape', () => {
  it.each([['point', [A]], ['rectangle', [A, C]], ['circle', [A, B]]] as const)('%s ends by itself', (kind, places) => {
    expect(after(add(kind, ...places))).toMatchObject({ current: null, shapes: [{ kind, vertices: places }] });
  });

  it('a line ends with the same place twice, a polygon also with its first', () => {
    expect(after(add('line', A, B, B)).shapes[0]?.vertices).toEqual([A, B]);
    expect(after(add('polygon', A, B, C, A)).shapes[0]?.vertices).toEqual([A, B, C]);
    expect(after(add('polygon', A, B, A)).current?.vertices).toEqual([A, B, A]);
  });

  it('without vertices enough it is dropped when it ends', () => {
    expect(after([...add('polygon', A, B), { do: 'finish' }])).toMatchObject({ shapes: [], current: null });
  });

  it('of another kind ends what was in hand', () => {
    expect(after([...add('line', A, B), ...add('polygon', C)])).toMatchObject({ shapes: [{ kind: 'line' }], current: { kind: 'polygon', vertices: [C] } });
  });

  it('loses its last vertex with back, itself with the first', () => {
    expect(after([...add('line', A, B), { do: 'back' }]).current?.vertices).toEqual([A]);
    expect(after([...add('line', A), { do: 'back' }]).current).toBeNull();
  });
});

const position = fc.tuple(fc.double({ min: 19.8, max: 20.2, noNaN: true }), fc.double({ min: 49.97, max: 50.12, noNaN: true }));
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('add' as const), kind: fc.constantFrom(...KINDS), at: position }) },
  fc.record({ do: fc.constantFrom('back' as const, 'finish' as const, 'clear' as const) }),
  fc.record({ do: fc.constant('remove' as const), id: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('move' as const), id: fc.integer({ min: 1, max: 6 }), vertex: fc.nat(4), to: position }),
);

describe('history', () => {
  it('every step can be undone and done again', () => {
    fc.assert(fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const end = after(actions);
      const steps = end.past.length;
      const undone = after(Array.from({ length: steps }, () => ({ do: 'undo' as const })), end);
      expect(undone).toMatchObject({ shapes: [], current: null, past: [] });
      const redone = after(Array.from({ length: steps }, () => ({ do: 'redo' as const })), undone);
      expect({ shapes: redone.shapes, current: redone.current }).toEqual({ shapes: end.shapes, current: end.current });
    }));
  });

  it('a new step forgets what was undone', () => {
    expect(after([...add('point', A), { do: 'undo' }, ...add('point', B), { do: 'redo' }]).shapes).toMatchObject([{ vertices: [B] }]);
  });
});

describe('as GeoJSON', () => {
  it('a rectangle is closed and counter-clockwise, whichever corners were given', () => {
    for (const corners of [[A, C], [C, A], [[A[0], C[1]], [C[0], A[1]]]] as Position[][]) {
      expect(geometryOf({ kind: 'rectangle', vertices: corners })).toEqual({ type: 'Polygon', coordinates: [[[19.93, 50.06], [19.95, 50.06], [19.95, 50.07], [19.93, 50.07], [19.93, 50.06]]] });
    }
  });

  it('a circle lies all around its centre at its radius', () => {
    const circle = { kind: 'circle' as const, vertices: [A, B] };
    const radius = distanceM(A, B);
    for (const place of ringOf(circle)) expect(distanceM(A, place)).toBeCloseTo(radius, 3);
    expect(areaM2(ringOf(circle)) / (Math.PI * radius ** 2)).toBeCloseTo(0.9987, 3);
  });
});

describe('on the ellipsoid', () => {
  it('a minute of the meridian at 50° is as long as the radius of its curvature says', () => {
    const [semiMajorM, eccentricity2] = [6_378_137, 0.00669437999014];
    const radiusM = (semiMajorM * (1 - eccentricity2)) / (1 - eccentricity2 * Math.sin((50 * Math.PI) / 180) ** 2) ** 1.5;
    expect(distanceM([20, 50 - 1 / 120], [20, 50 + 1 / 120])).toBeCloseTo((radiusM * Math.PI) / 10_800, 3);
  });

  it('a length is the sum of its segments and the same both ways', () => {
    fc.assert(fc.property(fc.array(position, { minLength: 2, maxLength: 8 }), (line) => { expect(lengthM(line)).toBeCloseTo(lengthM(line.toReversed()), 5); }));
  });
});
