/** The tools the demonstration city is made with: cuts, insets and joins keep their laws for shapes of every kind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange } from '../../data-samples/make/arrangement.ts';
import { CHARACTERS } from '../../data-samples/make/character.ts';
import { insetCorners } from '../../data-samples/make/insets.ts';
import { cutLots } from '../../data-samples/make/lots.ts';
import { edgeKey, PlanarMap } from '../../data-samples/make/planar-map.ts';
import { isSimple, pointInside, ringArea, ringContains, type Point, type Ring } from '../../data-samples/make/plane.ts';
import { randomOf } from '../../data-samples/make/random.ts';

/** Star-shaped outlines, convex or not, 60 to 500 m across, anywhere in the model. */
const outline = fc.record({
  radii: fc.array(fc.double({ min: 0.55, max: 1, noNaN: true }), { minLength: 4, maxLength: 14 }),
  size: fc.double({ min: 60, max: 500, noNaN: true }), x: fc.integer({ min: 13_000, max: 40_000 }), y: fc.integer({ min: 17_000, max: 34_000 }),
}).map(({ radii, size, x, y }): Ring => radii.map((radius, i): Point => {
  const turn = (2 * Math.PI * i) / radii.length;
  return [Math.round((x + size * radius * Math.cos(turn)) * 100) / 100, Math.round((y + size * radius * Math.sin(turn)) * 100) / 100];
}));
const character = fc.constantFrom(...Object.values(CHARACTERS));

function blockOf(ring: Ring): { map: PlanarMap; face: number } {
  const map = new PlanarMap();
  return { map, face: map.addFace(ring.map((p) => map.addNode(p))) };
}

describe('cutting a block into lots', () => {
  it('leaves no gap and no overlap: inner edges are used once in each direction, areas add up, every point is in one lot', () => {
    fc.assert(fc.property(outline, character, fc.string(), (ring, lots, seed) => {
      const { map, face } = blockOf(ring);
      const faces = cutLots(map, face, lots, randomOf(seed));
      for (const lot of faces) {
        expect(isSimple(map.outline(lot))).toBe(true);
        expect(map.area(lot)).toBeGreaterThan(0);
      }
      const joined = map.dissolve(faces);
      expect(joined).toHaveLength(1);
      expect(joined[0]).toHaveLength(1);
      const whole = joined[0]![0]!.map((node) => map.point(node));
      expect(faces.reduce((sum, lot) => sum + map.area(lot), 0)).toBeCloseTo(ringArea(whole), 4);
      // New corners are rounded to a centimetre, so the outline may move by half of that.
      expect(Math.abs(ringArea(whole) - ringArea(ring))).toBeLessThan(ring.length * 500 * 0.01);
      const random = randomOf(`points ${seed}`);
      for (let i = 0; i < 20; i++) {
        const p: Point = [whole[0]![0] + random.between(-900, 900), whole[0]![1] + random.between(-900, 900)];
        expect(faces.filter((lot) => ringContains(map.outline(lot), p)).length).toBe(ringContains(whole, p) ? 1 : 0);
      }
    }), { numRuns: 60, endOnFailure: true });
  });

  it('gives the new corners to the neighbour across the street as well', () => {
    const map = new PlanarMap();
    const nodes = ([[0, 0], [200, 0], [200, 90], [0, 90], [0, -8], [200, -8]] as Point[]).map((p) => map.addNode(p));
    const block = map.addFace([nodes[0]!, nodes[1]!, nodes[2]!, nodes[3]!]);
    const street = map.addFace([nodes[4]!, nodes[5]!, nodes[1]!, nodes[0]!]);
    const faces = cutLots(map, block, CHARACTERS.villas, randomOf('row'));
    expect(faces.length).toBeGreaterThan(8);
    expect(map.ring(street).length).toBeGreaterThan(4);
    const front = map.ring(street).flatMap((u, i, ring) => map.faceOf.get(edgeKey(ring[(i + 1) % ring.length]!, u)) ?? []);
    expect(front.every((face) => faces.includes(face))).toBe(true);
  });
});

describe('the land of a face inside its streets', () => {
  it('lies within the face, is simple, and is smaller by about the width of the streets', () => {
    fc.assert(fc.property(outline, fc.double({ min: 2, max: 12, noNaN: true }), (ring, width) => {
      const corners = insetCorners(ring, ring.map(() => width));
      if (!corners) return;
      const inner = corners.filter((p, i) => p !== corners[(i + 1) % corners.length]);
      expect(isSimple(inner)).toBe(true);
      expect(ringArea(inner)).toBeLessThan(ringArea(ring));
      expect(ringContains(ring, pointInside(inner))).toBe(true);
    }));
  });

  it('keeps corners of a border without width on that border', () => {
    const square: Ring = [[0, 0], [100, 0], [100, 100], [0, 100]];
    expect(insetCorners(square, [0, 10, 10, 10])).toEqual([[10, 0], [90, 0], [90, 90], [10, 90]]);
  });

  it('gives nothing for a face that its streets fill', () => {
    expect(insetCorners([[0, 0], [100, 0], [100, 12], [0, 12]], [8, 8, 8, 8])).toBeNull();
  });
});

describe('arranging lines', () => {
  it('finds the faces between crossing lines and cuts loose ends off', () => {
    const lines: Point[][] = [[[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]], [[-20, 50], [130, 50]], [[50, -20], [50, 60]]];
    const { map } = arrange(lines.map((points, i) => ({ points, info: i })), 0.5);
    expect(map.faces().map((face) => Math.round(map.area(face))).sort((a, b) => a - b)).toEqual([2500, 2500, 5000]);
  });

  it('joins faces with a hole, and separates parts that touch in a point', () => {
    const map = new PlanarMap();
    const cell = (x: number, y: number) => map.addFace(([[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]] as Point[]).map((p) => map.addNode(p)));
    const faces = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => cell(x, y)));
    const ring = map.dissolve(faces.filter((_, i) => i !== 4));
    expect(ring.map((polygon) => polygon.map((part) => part.length))).toEqual([[12, 4]]);
    expect(map.dissolve([faces[0]!, faces[4]!])).toHaveLength(2);
  });
});
