/** The themes of the demonstration: floods nested, rings of noise apart, everything in the city, and something that changes with the day. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findLayer } from '../../domain/layers/index.ts';
import { SHIPPED_DIRECTORY } from '../../data-samples/demonstration.ts';
import { makeBorders } from '../../data-samples/make/borders.ts';
import { nearness, outlinesAt } from '../../data-samples/make/level-sets.ts';
import { inOutlines, overlay } from '../../data-samples/make/overlay.ts';
import { distance, foot, fromLonLat, isSimple, ringArea, ringContains, type Point, type Ring } from '../../data-samples/make/plane.ts';

const THEMES = ['flood-hazard', 'heritage', 'cultural-parks', 'nature-protection', 'noise', 'road-reserves', 'infill-areas', 'inner-city-areas'] as const;
/** Polygons, each an outer ring and its holes, in metres. */
type Area = readonly Ring[][];
interface Item { readonly properties: Record<string, unknown> & { key: string; kind: string }; readonly area: Area }

const Polygon = z.array(z.array(z.tuple([z.number(), z.number()])).transform((ring) => ring.slice(0, -1).map(fromLonLat)));
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Polygon.transform((polygon) => [polygon]) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Polygon) }),
]);
const Collection = z.object({ features: z.array(z.object({
  properties: z.looseObject({ key: z.string(), kind: z.string().default('') }), geometry: Geometry,
}).transform(({ properties, geometry }): Item => ({ properties, area: geometry.coordinates }))) });
const read = async (id: string): Promise<Item[]> => Collection.parse(JSON.parse(await readFile(join(SHIPPED_DIRECTORY, `${id}.geojson`), 'utf8'))).features;

const layers = new Map<string, Item[]>();
let city: Ring = [];
beforeAll(async () => {
  for (const id of THEMES) layers.set(id, await read(id));
  city = (await read('city'))[0]!.area[0]![0]!;
}, 60_000);

const holds = (area: Area, p: Point): boolean => area.some(([outer, ...holes]) => ringContains(outer!, p) && !holes.some((hole) => ringContains(hole, p)));
const onLine = (ring: Ring, p: Point, metres: number): boolean => ring.some((a, i) => foot(p, a, ring[(i + 1) % ring.length]!).distance < metres);
const size = (area: Area): number => area.flat().reduce((sum, ring) => sum + ringArea(ring), 0);
const ofKind = (id: string, kind: string): Area => layers.get(id)!.filter(({ properties }) => properties.kind === kind).flatMap(({ area }) => area);
/** Places all over the city, the same at every run. */
const places = (count: number): Point[] => Array.from({ length: count }, (_, i): Point => [12_500 + ((i * 0.754877666) % 1) * 33_000, 15_500 + ((i * 0.569840296) % 1) * 21_000]);

describe.each(THEMES)('%s', (id) => {
  it('has objects of most of its classes, each with a key of its own', () => {
    const items = layers.get(id)!;
    const classes = new Set(findLayer(id)!.symbology.classes.map(({ value }) => String(value)));
    expect(new Set(items.map(({ properties }) => properties.key)).size).toBe(items.length);
    expect(items.filter(({ properties }) => !classes.has(properties.kind))).toEqual([]);
    expect(new Set(items.map(({ properties }) => properties.kind)).size).toBe(id.endsWith('-areas') ? 1 : classes.size);
  });

  it('lies within the city, in simple rings, with holes inside', () => {
    // Blocks end at the streets' graph, which joins what is nearer than four metres; everything else is cut at the border itself.
    const slackM = id.endsWith('-areas') ? 5 : 0.02;
    for (const { properties, area } of layers.get(id)!) for (const [outer, ...holes] of area) {
      expect(outer!.filter((p) => !ringContains(city, p) && !onLine(city, p, slackM)), properties.key).toEqual([]);
      expect(ringArea(outer!), properties.key).toBeGreaterThan(300);
      for (const hole of holes) expect(ringArea(hole), properties.key).toBeLessThan(0);
      for (const ring of [outer!, ...holes]) if (ring.length < 700) expect(isSimple(ring), properties.key).toBe(true);
    }
  });

  it('changes after 2015, and is neither everywhere nor nowhere', () => {
    expect(layers.get(id)!.filter(({ properties }) => String(properties.valid_from ?? '') > '2016').length).toBeGreaterThan(0);
    const inCity = places(4_000).filter((p) => ringContains(city, p));
    const concerned = inCity.filter((p) => layers.get(id)!.some(({ area }) => holds(area, p)));
    expect(concerned.length).toBeGreaterThan(0);
    expect(concerned.length).toBeLessThan(inCity.length * 0.8);
  });
});

describe('floods', () => {
  it('are nested: what is flooded every ten years is flooded every hundred, and that every five hundred', () => {
    const [high, medium, low] = ['high', 'medium', 'low'].map((kind) => ofKind('flood-hazard', kind)) as [Area, Area, Area];
    expect(size(high)).toBeLessThan(size(medium));
    expect(size(medium)).toBeLessThan(size(low));
    for (const p of places(20_000)) {
      if (holds(high, p)) expect(holds(medium, p)).toBe(true);
      if (holds(medium, p)) expect(holds(low, p)).toBe(true);
    }
  });

  it('of special hazard are those of high and medium probability', () => {
    for (const { properties } of layers.get('flood-hazard')!) expect(properties.special_hazard).toBe(properties.kind !== 'low');
  });

  it('of one class count a place once, whichever river comes there', () => {
    const items = layers.get('flood-hazard')!;
    for (const p of places(8_000)) for (const kind of ['high', 'medium', 'low']) expect(items.filter(({ properties, area }) => properties.kind === kind && holds(area, p)).length).toBeLessThan(2);
  });
});

describe('noise', () => {
  it('comes in rings that do not overlap, neither between levels nor between districts', () => {
    const rings = layers.get('noise')!.filter(({ properties }) => properties.kind !== 'airport');
    for (const p of places(20_000)) expect(rings.filter(({ area }) => holds(area, p)).length).toBeLessThan(2);
  });

  it('shares its borders to the centimetre: an edge is used once in each direction at most', () => {
    const seen = new Set<string>();
    const twice: string[] = [];
    const text = ([x, y]: Point) => `${x.toFixed(2)} ${y.toFixed(2)}`;
    for (const { properties, area } of layers.get('noise')!) if (properties.kind !== 'airport') {
      for (const ring of area.flat()) ring.forEach((a, i) => {
        const edge = `${text(a)}>${text(ring[(i + 1) % ring.length]!)}`;
        if (seen.has(edge)) twice.push(edge);
        seen.add(edge);
      });
    }
    expect(twice).toEqual([]);
  });
});

describe('the tools behind the themes', () => {
  const bend = fc.array(fc.tuple(fc.integer({ min: 20_000, max: 30_000 }), fc.integer({ min: 22_000, max: 30_000 })), { minLength: 2, maxLength: 5 })
    .map((points): Point[] => points.filter((p, i) => points.findIndex((q) => distance(p, q) < 1) === i)).filter((points) => points.length > 1);

  it('outlines of equal nearness hold their line, and a nearer one lies in a farther one', () => {
    fc.assert(fc.property(bend, fc.integer({ min: 150, max: 400 }), (line, unitM) => {
      const field = nearness([{ line, unitM: () => unitM }], 50, 3);
      const [near, far] = [outlinesAt(field, 1, 2, 100), outlinesAt(field, 2, 2, 100)];
      for (const p of line) expect(inOutlines(near, p)).toBe(true);
      for (const ring of near) for (const p of ring) expect(inOutlines(far, p)).toBe(true);
      for (const ring of near) for (const p of ring) {
        const off = Math.min(...line.slice(1).map((b, i) => foot(p, line[i]!, b).distance));
        // Between two corners of a square of 50 m a straight line is assumed: half a diagonal and the simplification.
        expect(Math.abs(off - unitM)).toBeLessThan(40);
      }
    }), { numRuns: 15 });
  });

  it('an area with an island is given with a hole, a part beyond the city is cut off', () => {
    const borders = makeBorders();
    const [x, y] = fromLonLat([19.94, 50.06]);
    const square = (cx: number, cy: number, half: number): Ring => [[cx - half, cy - half], [cx + half, cy - half], [cx + half, cy + half], [cx - half, cy + half]];
    const { polygons, map } = overlay(borders, { all: [square(x, y, 500), square(x, y, 200)], wide: [square(28_700, 27_000, 16_500)] });
    const area = (parts: number[][][]) => parts.flat().reduce((sum, ring) => sum + ringArea(ring.map((node) => map.point(node))), 0);
    const cut = polygons(({ within }) => within.has('all'));
    expect(cut.map((rings) => rings.length)).toEqual([2]);
    expect(area(cut)).toBeCloseTo(1_000_000 - 160_000, -1);
    expect(area(polygons(({ within }) => within.has('wide')))).toBeCloseTo(ringArea(borders.cityOutline), -3);
  });
});
