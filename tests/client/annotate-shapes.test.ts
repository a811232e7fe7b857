/** Shapes of an annotation: cutting loses and doubles nothing, snapping takes corners before edges, and every new step of a drawing can be undone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, drawingOf, type Position, type Shape, verticesOf } from '../../client/draw/drawing.ts';
import { inRing, nearestOn, signedArea } from '../../client/draw/planar.ts';
import { snapTo } from '../../client/draw/snapping.ts';
import { split } from '../../client/draw/split.ts';

const CENTRE: Position = [19.94, 50.06];
type Body = Omit<Shape, 'id'>;

/** A star-shaped polygon: any radii at rising angles never cross. */
const star = (size: number, centre = CENTRE) => fc.array(fc.integer({ min: 40, max: 100 }).map((share) => share / 100), { minLength: 3, maxLength: 14 }).map((radii): Position[] =>
  radii.map((radius, at) => [centre[0] + Math.cos((at * 2 * Math.PI) / radii.length) * radius * size, centre[1] + Math.sin((at * 2 * Math.PI) / radii.length) * radius * size]));
/** Spread evenly, to the centimetre: `double` would crowd around the centre. */
const place = (reach: number) => fc.tuple(fc.integer({ min: -1e5, max: 1e5 }), fc.integer({ min: -1e5, max: 1e5 })).map(([x, y]): Position => [CENTRE[0] + (x / 1e5) * reach, CENTRE[1] + (y / 1e5) * reach]);
const line = fc.array(place(0.004), { minLength: 2, maxLength: 5 });
const area = ({ vertices, holes = [] }: Body) => Math.abs(signedArea(vertices)) - holes.reduce((sum, hole) => sum + Math.abs(signedArea(hole)), 0);
const holds = ({ vertices, holes = [] }: Body, at: Position) => inRing(at, vertices) && !holes.some((hole) => inRing(at, hole));
const word = (at: Position) => at.join(' ');
const onEdge = ({ vertices, holes = [] }: Body, at: Position) => [vertices, ...holes].some((ring) => ring.some((from, index) => nearestOn(at, from, ring[(index + 1) % ring.length]!).distance < 1e-6));

describe('cutting a polygon', () => {
  const polygon = fc.tuple(star(0.003), fc.option(star(0.0004), { nil: undefined })).map(([vertices, hole]): Body => ({ kind: 'polygon', vertices, ...(hole ? { holes: [hole] } : {}) }));

  it('parts add up to the whole and nowhere overlap, and every vertex stays', () => {
    let cut = 0;
    fc.assert(fc.property(polygon, line, fc.array(place(0.003), { minLength: 20, maxLength: 20 }), (shape, along, samples) => {
      const parts = split(shape, along);
      if (!parts) return;
      cut += 1;
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.reduce((sum, part) => sum + area(part), 0) / area(shape)).toBeCloseTo(1, 6);
      for (const at of samples) if (!onEdge(shape, at) && !parts.some((part) => onEdge(part, at))) expect(parts.filter((part) => holds(part, at)).length).toBe(holds(shape, at) ? 1 : 0);
      const kept = new Set(parts.flatMap((part) => verticesOf(part).map(word)));
      for (const vertex of verticesOf(shape)) expect(kept).toContain(word(vertex));
    }), { numRuns: 600 });
    expect(cut).toBeGreaterThan(150);
  });

  it.each([
    ['from corner to corner', [[0, 0], [2, 2]], 2], ['from edge to edge', [[1, 0], [1, 2]], 2], ['with ends that stick out', [[-1, 1], [3, 1]], 2], ['twice through', [[-1, 0.5], [3, 0.5], [3, 1.5], [-1, 1.5]], 3],
    ['that ends inside', [[-1, 1], [1, 1]], 0], ['along an edge', [[0, 0], [2, 0]], 0], ['beside it', [[3, 3], [4, 4]], 0], ['that encloses a loop', [[0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5], [0.5, 0.5]], 2],
  ] as [string, [number, number][], number][])('by a line %s', (_, along, parts) => {
    const at = ([x, y]: readonly number[]): Position => [CENTRE[0] + x! * 0.001, CENTRE[1] + y! * 0.001];
    expect(split({ kind: 'polygon', vertices: [[0, 0], [2, 0], [2, 2], [0, 2]].map(at) }, along.map(at))?.length ?? 0).toBe(parts);
  });

  it('gives a hole to the part around it, and opens one that the cut goes through', () => {
    const at = ([x, y]: readonly number[]): Position => [CENTRE[0] + x! * 0.001, CENTRE[1] + y! * 0.001];
    const shape: Body = { kind: 'polygon', vertices: [[0, 0], [6, 0], [6, 4], [0, 4]].map(at), holes: [[[1, 1], [2, 1], [2, 2], [1, 2]].map(at)] };
    expect(split(shape, [[4, -1], [4, 5]].map(at))!.map(({ holes }) => holes?.length ?? 0).toSorted()).toEqual([0, 1]);
    expect(split(shape, [[1.5, -1], [1.5, 5]].map(at))!.map(({ holes }) => holes?.length ?? 0)).toEqual([0, 0]);
  });
});

describe('cutting a line', () => {
  it('parts follow each other from end to end', () => {
    fc.assert(fc.property(fc.array(place(0.003), { minLength: 2, maxLength: 6 }), line, (vertices, along) => {
      const parts = split({ kind: 'line', vertices }, along);
      if (!parts) return;
      expect(word(parts[0]!.vertices[0]!)).toBe(word(vertices[0]!));
      expect(word(parts.at(-1)!.vertices.at(-1)!)).toBe(word(vertices.at(-1)!));
      for (const [at, part] of parts.slice(1).entries()) expect(word(part.vertices[0]!)).toBe(word(parts[at]!.vertices.at(-1)!));
      const kept = new Set(parts.flatMap((part) => part.vertices.map(word)));
      for (const vertex of vertices) expect(kept).toContain(word(vertex));
    }));
  });

  it('a crossing makes two', () => {
    expect(split({ kind: 'line', vertices: [[19.93, 50.06], [19.95, 50.06]] }, [[19.94, 50.05], [19.94, 50.07]])).toHaveLength(2);
    expect(split({ kind: 'line', vertices: [[19.93, 50.06], [19.95, 50.06]] }, [[19.96, 50.05], [19.96, 50.07]])).toBeNull();
  });
});

describe('snapping', () => {
  const square: Position[] = [[19.94, 50.06], [19.941, 50.06], [19.941, 50.061], [19.94, 50.061], [19.94, 50.06]];
  it('takes a corner before a nearer edge, an edge before nothing', () => {
    expect(snapTo([square], [19.94003, 50.060001], 0.0001)).toEqual({ at: [19.94, 50.06], to: 'corner' });
    expect(snapTo([square], [19.9405, 50.06002], 0.0001)).toEqual({ at: [19.9405, 50.06], to: 'edge' });
    expect(snapTo([square], [19.9405, 50.0605], 0.0001)).toBeNull();
  });

  it('never goes further than its reach', () => {
    fc.assert(fc.property(star(0.002), place(0.003), fc.double({ min: 1e-5, max: 1e-3, noNaN: true }), (ring, at, reach) => {
      const found = snapTo([[...ring, ring[0]!]], at, reach);
      if (found) expect(Math.hypot((found.at[0] - at[0]) * Math.cos((at[1] * Math.PI) / 180), found.at[1] - at[1])).toBeLessThanOrEqual(reach + 2e-7);
      if (found?.to === 'corner') expect(ring.map(word)).toContain(word(found.at));
    }));
  });
});

describe('steps of editing', () => {
  const square: Body = { kind: 'polygon', vertices: [[0, 0], [4, 0], [4, 4], [0, 4]], holes: [[[1, 1], [2, 1], [2, 2]]] };
  it('count vertices of holes on after the outline', () => {
    const drawing = drawingOf([square]);
    expect(draw(drawing, { do: 'move', id: 1, vertex: 4, to: [1.5, 1.5] }).shapes[0]?.holes?.[0]?.[0]).toEqual([1.5, 1.5]);
    expect(draw(drawing, { do: 'insert', id: 1, after: 3, at: [0, 2] }).shapes[0]?.vertices).toHaveLength(5);
    expect(draw(drawing, { do: 'drop', id: 1, vertex: 5 }).shapes[0]?.holes).toBeUndefined();
    const triangle = draw(drawing, { do: 'drop', id: 1, vertex: 0 });
    expect(draw(triangle, { do: 'drop', id: 1, vertex: 0 })).toBe(triangle);
  });

  it('are undone in one step each, but a place known more exactly is no step', () => {
    const begun = draw(drawingOf([square]), { do: 'add', kind: 'point', at: [7, 7] });
    const exact = draw(begun, { do: 'refine', from: [7, 7], to: [7.1, 7.1] });
    expect(exact.shapes[1]?.vertices).toEqual([[7.1, 7.1]]);
    expect(exact.past).toHaveLength(begun.past.length);
    const replaced = draw(exact, { do: 'replace', id: 1, by: [{ kind: 'polygon', vertices: [[0, 0], [4, 0], [4, 4]] }, { kind: 'polygon', vertices: [[0, 0], [4, 4], [0, 4]] }] });
    expect(replaced.shapes.map(({ kind }) => kind)).toEqual(['polygon', 'polygon', 'point']);
    expect(draw(replaced, { do: 'undo' }).shapes).toEqual(exact.shapes);
    expect(draw(draw(exact, { do: 'undo' }), { do: 'redo' }).shapes[1]?.vertices).toEqual([[7.1, 7.1]]);
  });
});
