/** The demonstration city obeys the laws that every real data set of the kind obeys. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseParcelIdentifier } from '../../domain/geo/parcel-identifier.ts';
import { LAND_FORMS } from '../../domain/layers/municipal-land.ts';
import { ZONE_CLASSES } from '../../domain/planning/zone-classes.ts';
import { demonstrationFiles } from '../../data-samples/demonstration.ts';
import { foot, fromLonLat, pointInside, ringArea, ringContains, type Point, type Ring } from '../../data-samples/make/plane.ts';

const Position = z.tuple([z.number(), z.number()]);
const Feature = z.object({
  properties: z.looseObject({ key: z.string() }),
  geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
});
type Feature = z.infer<typeof Feature>;
type Rings = readonly (readonly [number, number])[][];

/** Polygons of a feature, each as its rings without repetition of the first position. */
function polygonsOf({ geometry: { type, coordinates } }: Feature): Rings[] {
  const polygon = z.array(z.array(Position)).transform((rings) => rings.map((ring) => ring.slice(0, -1)));
  return type === 'MultiPolygon' ? z.array(polygon).parse(coordinates) : [polygon.parse(coordinates)];
}
const ringsOf = (feature: Feature): Rings => polygonsOf(feature).flat();
const known = new WeakMap<Feature, Ring[][]>();
/** Polygons in metres; projected once. */
function metresOf(feature: Feature): Ring[][] {
  const metres = known.get(feature) ?? polygonsOf(feature).map((rings) => rings.map((ring) => ring.map(fromLonLat)));
  known.set(feature, metres);
  return metres;
}
const outerOf = (feature: Feature): Ring => metresOf(feature)[0]![0]!;
const areaOf = (feature: Feature): number => metresOf(feature).flat().reduce((sum, ring) => sum + ringArea(ring), 0);
const edgesOf = (feature: Feature): string[] => ringsOf(feature)
  .flatMap((ring) => ring.map((a, i) => `${a.join()} ${ring[(i + 1) % ring.length]!.join()}`));
const reversed = (edge: string): string => edge.split(' ').reverse().join(' ');
const texts = (value: unknown): string[] => z.array(z.string()).parse(value);

const layers = new Map<string, Feature[]>();
let workDir = '';
const layer = (id: string): Feature[] => layers.get(id)!;

beforeAll(async () => {
  workDir = await mkdtemp(join(tmpdir(), 'msip-demonstration-'));
  for (const { layer: id, file } of await demonstrationFiles(workDir)) {
    layers.set(id, z.object({ features: z.array(Feature) }).parse(JSON.parse(await readFile(file, 'utf8'))).features);
  }
}, 180_000);
afterAll(() => rm(workDir, { recursive: true, force: true }));

describe('what there is', () => {
  it.each([
    ['city', 1], ['districts', 18], ['cadastral-units', 4], ['rivers', 9], ['river-parks', 9], ['plans', 15], ['zones', 500],
      ['general-plan-zones', 100],
    ['parcels', 25_000], ['addresses', 4_000], ['municipal-land', 700], ['investment-sites', 60],
  ])('%s: at least %i, each with a key of its own', (id, least) => {
    expect(layer(id).length).toBeGreaterThanOrEqual(least);
    // A key stands once on any day: versions follow each other.
    expect(new Set(layer(id).map(({ properties }) => `${properties.key} ${String(properties['valid_from'])}`)).size).toBe(layer(id).length);
  });

  it('plans stand in every state, and the replaced one gives way on the day its successor comes', () => {
    const plans = layer('plans').map(({ properties }) => properties);
    expect(new Set(plans.map(({ status }) => status))).toEqual(new Set(['in-force', 'in-consultation', 'in-preparation', 'superseded']));
    expect(plans.filter(({ kind }) => kind === 'MPZP').length).toBeGreaterThanOrEqual(14);
    const draft = plans.find(({ kind }) => kind === 'POG')!;
    expect(draft).toMatchObject({ status: 'in-preparation' });
    expect(draft).not.toHaveProperty('in_force_from');
    const successor = plans.find(({ replaces }) => replaces !== undefined)!;
    expect(plans.find(({ key }) => key === successor.replaces)!.valid_to).toBe(successor.in_force_from);
    for (const plan of plans.filter(({ resolution }) => resolution)) expect(plan.resolution).toMatch(/^[IVXLCDM]+\/\d+\/\d{2}$/);
  });

  it('municipal land has all nine forms; a site has a price or goes by tender', () => {
    expect(new Set(layer('municipal-land').map(({ properties }) => properties.form))).toEqual(new Set(LAND_FORMS.map(({ value }) => value)));
    expect(layer('investment-sites').every(({ properties }) => properties.by_tender === (properties.price_pln === undefined))).toBe(true);
    expect(new Set(layer('investment-sites').map(({ properties }) => properties.strategic_area))).toEqual(new Set(['nowa-huta', 'balice',
      'plaszow-rybitwy', 'other']));
  });

  it('zone parameters are sometimes not set, and every one that is set has its paragraph', () => {
    const pairs = [['max_height_m', 'max_height_paragraph'], ['max_intensity', 'intensity_paragraph'], ['max_built_up_pct', 'built_up_paragraph'],
      ['min_bio_active_pct', 'bio_active_paragraph'], ['parking', 'parking_paragraph']] as const;
    const buildings = layer('zones').filter(({ properties }) => ['MN', 'MW', 'U', 'P'].includes(String(properties.zone_class)));
    for (const [value, paragraph] of pairs) {
      for (const { properties } of layer('zones')) expect(properties[value] === undefined).toBe(properties[paragraph] === undefined);
      const share = buildings.filter(({ properties }) => properties[value] === undefined).length / buildings.length;
      expect(share).toBeGreaterThan(0.02);
      expect(share).toBeLessThan(0.4);
    }
    expect(new Set(layer('zones').map(({ properties }) => properties.definition_regime))).toEqual(new Set(['OWN', 'PRE_2023', 'ACT_2023']));
    const classes = new Set<string>(ZONE_CLASSES.map(({ value }) => value));
    expect(layer('zones').every(({ properties }) => classes.has(String(properties.zone_class)))).toBe(true);
  });
});

describe('parcels', () => {
  it('are a partition: no edge is used twice in one direction, and inside an area every edge has its neighbour', () => {
    const edges = new Set<string>();
    const twice: string[] = [];
    for (const parcel of layer('parcels')) {
      for (const edge of edgesOf(parcel)) {
        if (edges.has(edge)) twice.push(edge);
        edges.add(edge);
      }
    }
    expect(twice).toEqual([]);
    expect(layer('parcels').filter((parcel) => areaOf(parcel) <= 0)).toEqual([]);
    const open = [...edges].filter((edge) => !edges.has(reversed(edge)));
    // Only the outer border of the parcel areas has no parcel on the other side.
    expect(open.length).toBeLessThan(edges.size * 0.02);
  });

  it('have identifiers that follow the grammar, once each, none of a real parcel of the samples', () => {
    const identifiers = layer('parcels').map(({ properties }) => String(properties.identifier));
    expect(identifiers.filter((identifier) => parseParcelIdentifier(identifier) === null)).toEqual([]);
    expect(new Set(identifiers).size).toBe(identifiers.length);
    expect(identifiers).not.toContain('126105_9.0001.580/4');
    expect(identifiers).not.toContain('126105_9.0001.49/2');
  });

  it('lie in the unit and the cadastral district that their identifiers name', () => {
    const places = new Map([...layer('cadastral-units'), ...layer('cadastral-districts')]
      .map((feature) => [feature.properties.key, metresOf(feature)]));
    const within = (key: string, p: Point) => places.get(key)!
      .some(([outer, ...holes]) => ringContains(outer!, p) && !holes.some((hole) => ringContains(hole, p)));
    /** A corner on the border may be off it by the rounding to a centimetre. */
    const onBorder = (key: string, p: Point) => places.get(key)!.flat()
      .some((ring) => ring.some((a, i) => foot(p, a, ring[(i + 1) % ring.length]!).distance < 0.02));
    const outside = layer('parcels').filter((parcel) => {
      const [unit, district] = parcel.properties.key.split('.');
      const inside = pointInside(outerOf(parcel));
      const key = `${unit!}.${district!}`;
      return !within(unit!, inside) || !within(key, inside) || outerOf(parcel).some((p) => !within(key, p) && !onBorder(key, p));
    });
    expect(outside.map(({ properties }) => properties.key)).toEqual([]);
  });

  it('have land uses that add up to the register area, which is near the area of the geometry', () => {
    const Uses = z.array(z.object({ symbol: z.string(), soil_class: z.string().nullable(), area_m2: z.int().positive() }));
    const wrong = layer('parcels').filter((parcel) => {
      const register = Number(parcel.properties.register_area_m2);
      const sum = Uses.parse(parcel.properties.land_uses).reduce((total, use) => total + use.area_m2, 0);
      return sum !== register || Math.abs(register - areaOf(parcel)) > areaOf(parcel) * 0.01 + 1;
    });
    expect(wrong.map(({ properties }) => properties.key)).toEqual([]);
  });
});

describe('zones', () => {
  it('partition their plan: edges between them are shared, the others are exactly the outline of the plan', () => {
    for (const plan of layer('plans').filter(({ properties }) => properties.kind === 'MPZP')) {
      // A plan stands from its initiation, its zones from the day of force; each version has its own.
      const { key, valid_from: begun, in_force_from: force } = plan.properties as { key: string; valid_from: string; in_force_from?: string };
      const day = force && force > begun ? force : begun;
      const stands = ({ valid_from: from, valid_to: to }: { valid_from?: string; valid_to?: string }): boolean => from! <= day && (to === undefined || day < to);
      const zones = layer('zones').filter(({ properties }) => properties.plan_key === key && stands(properties as object));
      const edges = zones.flatMap(edgesOf);
      const used = new Set(edges);
      expect(used.size, plan.properties.key).toBe(edges.length);
      expect(new Set(edges.filter((edge) => !used.has(reversed(edge))))).toEqual(new Set(edgesOf(plan)));
      expect(zones.reduce((sum, zone) => sum + areaOf(zone), 0)).toBeCloseTo(areaOf(plan), 3);
    }
  });

  it('do not cross the Vistula', () => {
    const bed = outerOf(layer('water').find(({ properties }) => properties.name === 'Wisła')!);
    const deep = (p: Point) => ringContains(bed, p) && bed.every((q, k) => foot(p, q, bed[(k + 1) % bed.length]!).distance > 0.05);
    const crossing = layer('zones').filter((zone) => metresOf(zone).flat().some((ring) => ring.some((a, i) => {
      const b = ring[(i + 1) % ring.length]!;
      return deep(a) || deep([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
    })));
    expect(crossing.map(({ properties }) => properties.key)).toEqual([]);
  });
});

describe('holdings and sites', () => {
  it.each(['municipal-land', 'investment-sites'])('%s lie on whole parcels', (id) => {
    const parcels = new Map(layer('parcels').map((parcel) => [parcel.properties.key, parcel]));
    for (const holding of layer(id)) {
      const members = texts(holding.properties.parcels).map((key) => parcels.get(key));
      expect(members.every((member) => member !== undefined), holding.properties.key).toBe(true);
      expect(areaOf(holding)).toBeCloseTo(members.reduce((sum, member) => sum + areaOf(member!), 0), 3);
      const edges = new Set(members.flatMap((member) => edgesOf(member!)));
      expect(edgesOf(holding).every((edge) => edges.has(edge)), holding.properties.key).toBe(true);
    }
  });
});
