/** Shapes of zones: neighbours follow shared corners, a cut and a join give back what they took, two that only overlap are not joined. */
import { describe, expect, it } from 'vitest';
import { type EditZone, emptyZone } from '../../client/procedures/draft-zones.ts';
import { areaOfShapes, cutZone, follow, joinTwo, measured, shapesOf, stepOf, stepsBetween } from '../../client/procedures/zone-shapes.ts';
import type { DraftZone } from '../../domain/contract/office/procedure.ts';

type Geometry = DraftZone['geometry'];
const [X, Y, S] = [19.93, 50.06, 0.001];
const at = (x: number, y: number): [number, number] => [X + x * S, Y + y * S];
const box = (x: number, y: number, width: number, height: number): Geometry => ({ type: 'Polygon', coordinates: [[at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height), at(x, y)]] });
const zone = (id: number, geometry: Geometry): EditZone => emptyZone(`MN.${id}`, id, geometry);

describe('shapes of the pen', () => {
  it('give back the geometry they came from, holes too', () => {
    const ring: Geometry = { type: 'Polygon', coordinates: [(box(0, 0, 9, 9) as unknown as { coordinates: [number, number][][] }).coordinates[0]!, (box(3, 3, 2, 2) as unknown as { coordinates: [number, number][][] }).coordinates[0]!.toReversed()] };
    for (const geometry of [box(0, 0, 1, 1), ring]) expect(areaOfShapes(shapesOf(geometry))).toEqual(geometry);
    expect(areaOfShapes([])).toBeNull();
  });
});

describe('neighbours', () => {
  const [a, b, c] = [[0, 0], [1, 0], [1, 1]] as const;
  it('a step of the pen is known by what it changed', () => {
    expect(stepOf([a, b, c], [a, [2, 0], c])).toEqual({ kind: 'moved', from: b, to: [2, 0] });
    expect(stepOf([a, b, c], [a, b, [1, 0.5], c])).toEqual({ kind: 'inserted', between: [b, c], place: [1, 0.5] });
    expect(stepOf([a, b, c, [0, 1]], [a, b, c])).toEqual({ kind: 'dropped', place: [0, 1] });
    expect(stepOf([a, b, c], [a, b, c, [0, 1]])).toEqual({ kind: 'inserted', between: [c, a], place: [0, 1] });
    expect([stepOf([a, b, c], [a, b, c]), stepOf([a, b, c], [[5, 5], b, [6, 6]])]).toEqual([null, null]);
  });
  it('move with a shared corner and take a new vertex of a shared side, so that no gap opens', () => {
    const [left, right, far] = [box(0, 0, 1, 1), box(1, 0, 1, 1), box(5, 5, 1, 1)];
    const [shape] = shapesOf(left);
    const moved = { ...shape!, vertices: shape!.vertices.map((place) => (place.join() === at(1, 1).join() ? at(1.2, 1.1) : place)) };
    const inserted = { ...moved, vertices: moved.vertices.toSpliced(2, 0, at(1.3, 0.5)) };
    const steps = [...stepsBetween([shape!], [moved]), ...stepsBetween([moved], [inserted])];
    const followed = follow(right, steps);
    expect(follow(far, steps)).toBe(far);
    expect(measured(areaOfShapes([inserted])!) + measured(followed)).toBeCloseTo(measured({ type: 'Polygon', coordinates: [[at(0, 0), at(1, 0), at(2, 0), at(2, 1), at(1.2, 1.1), at(0, 1), at(0, 0)]] }), 1);
  });
  it('lose a vertex that was dropped', () => {
    const ring: Geometry = { type: 'Polygon', coordinates: [[at(1, 0), at(2, 0), at(2, 1), at(1, 1), at(0.8, 0.5), at(1, 0)]] };
    expect((follow(ring, [{ kind: 'dropped', place: at(0.8, 0.5) }]) as { coordinates: unknown[][] }).coordinates[0]).toHaveLength(5);
  });
});

describe('cut and join', () => {
  it('a cut keeps the area, the larger part and its id; joined again it is whole', () => {
    const zones = [zone(1, box(0, 0, 4, 2))];
    const cut = cutZone(zones, 1, [at(1, -1), at(1, 3)])!;
    expect(cut.map(({ id, symbol }) => [id, symbol])).toEqual([[1, 'MN.1'], [-1, 'MN.2']]);
    expect(cut.reduce((sum, one) => sum + measured(one.geometry), 0)).toBeCloseTo(measured(zones[0]!.geometry), 1);
    expect(measured(cut[0]!.geometry)).toBeGreaterThan(measured(cut[1]!.geometry));
    const joined = joinTwo(cut, 1, -1)!;
    expect([joined.length, measured(joined[0]!.geometry)]).toEqual([1, expect.closeTo(measured(zones[0]!.geometry), 1)]);
  });
  it('a line that does not go through cuts nothing', () => {
    expect(cutZone([zone(1, box(0, 0, 1, 1))], 1, [at(5, 5), at(6, 6)])).toBeNull();
  });
  it('joins over a side of which only a part is shared, and around a hole', () => {
    const part = joinTwo([zone(1, box(0, 0, 2, 2)), zone(2, box(2, 0.5, 1, 1))], 1, 2)!;
    expect(measured(part[0]!.geometry)).toBeCloseTo(measured(box(0, 0, 2, 2)) + measured(box(2, 0.5, 1, 1)), 0);
    const u: Geometry = { type: 'Polygon', coordinates: [[at(0, 0), at(3, 0), at(3, 3), at(2, 3), at(2, 1), at(1, 1), at(1, 3), at(0, 3), at(0, 0)]] };
    const ring = joinTwo([zone(1, u), zone(2, { type: 'Polygon', coordinates: [[at(0, 3), at(1, 3), at(2, 3), at(3, 3), at(3, 4), at(0, 4), at(0, 3)]] })], 1, 2)!;
    expect((ring[0]!.geometry as { coordinates: unknown[] }).coordinates).toHaveLength(2);
    const filled = joinTwo([ring[0]!, zone(3, box(1, 1, 1, 2))], 1, 3)!;
    expect((filled[0]!.geometry as { coordinates: unknown[] }).coordinates).toHaveLength(1);
  });
  it('refuses zones that lie apart, touch in a corner, overlap, or are the same', () => {
    const refused = [box(5, 5, 1, 1), box(1, 1, 1, 1), box(0.5, 0.5, 1, 1), box(0, 0, 1, 1), box(0.2, 0, 1, 1)];
    for (const other of refused) expect(joinTwo([zone(1, box(0, 0, 1, 1)), zone(2, other)], 1, 2)).toBeNull();
  });
});
