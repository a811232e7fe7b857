/** Zones of local plans: blocks and parts of blocks by purpose, streets by class; together exactly the plan. */
import { wholeLand, type City } from './city.ts';
import type { Land } from './corridors.ts';
import type { EdgeKind } from './edge-kinds.ts';
import { areaGeometry, nodeTexts, type Feature } from './geojson.ts';
import { cutByLine } from './lots.ts';
import { dominantDirection, extentAlong } from './shape.ts';
import type { Block } from './network.ts';
import { PLANS, type PlanEntry } from './plan-catalogue.ts';
import type { PlanarMap } from './planar-map.ts';
import { dot, pointInside, ringCentroid, ringContains, type Point } from './plane.ts';
import { randomOf } from './random.ts';
import { definitionRegime, zoneParameters } from './zone-parameters.ts';
import { OWN_WAY, USUAL, zoneKind, type ZoneSymbol } from './zone-kinds.ts';

export interface Zone {
  readonly plan: PlanEntry;
  /** As printed: `MN.12`, `3MW/U`. */
  readonly symbol: string;
  readonly base: ZoneSymbol;
  readonly number: number;
  /** Faces of the zone map. */
  readonly faces: readonly number[];
}

export interface Zones {
  readonly map: PlanarMap;
  readonly zones: readonly Zone[];
  /** Symbol of the zone in force (or in procedure) at a point of a block; null outside every plan. */
  symbolAt(graphFace: number, point: Point): string | null;
}

const STRIP_SYMBOL: Readonly<Partial<Record<EdgeKind, ZoneSymbol>>> = {
  motorway: 'KDA', expressway: 'KDS', main: 'KDG', collector: 'KDZ', local: 'KDL', access: 'KDD', lane: 'KDW', pedestrian: 'KP', rail: 'KK',
  river: 'WS', stream: 'WS',
};
const GROUND_SYMBOL: Readonly<Partial<Record<Block['ground'], ZoneSymbol>>> = {
  lake: 'WS', park: 'ZP', forest: 'ZL', meadow: 'ZN', cemetery: 'ZC', square: 'KP',
};
/** Blocks larger than this may hold several zones, m². */
const DIVIDED_M2 = 20_000;

/** Cuts a large block once or twice along its length: parts of one block often serve different purposes. */
function partsOf(map: PlanarMap, face: number, seed: string, depth = 0): number[] {
  const random = randomOf(`parts ${seed} ${depth}`);
  const outline = map.outline(face);
  const area = map.area(face);
  if (depth > 2 || area < DIVIDED_M2 || (area < 90_000 && random.chance(0.45))) return [face];
  const main = dominantDirection(outline);
  const axis: Point = random.chance(0.5) ? main : [-main[1], main[0]];
  const { low, size } = extentAlong(outline, axis);
  const base = ringCentroid(outline);
  const shift = low + size * random.between(0.3, 0.62) - dot(base, axis);
  const parts = cutByLine(map, face, [base[0] + axis[0] * shift, base[1] + axis[1] * shift], [-axis[1], axis[0]]);
  return parts ? parts.flatMap((part, i) => partsOf(map, part, `${seed}/${i}`, depth + 1)) : [face];
}

function symbolFor(plan: PlanEntry, block: Block, areaM2: number, seed: string): ZoneSymbol {
  const natural = GROUND_SYMBOL[block.ground];
  if (natural) return natural;
  const random = randomOf(`zone ${plan.key} ${seed}`);
  const symbol = random.weighted((OWN_WAY[plan.key] ?? USUAL[block.character.name])! as Record<ZoneSymbol, number>);
  // A transformer station or a water intake is small, a shopping centre is not.
  if ((symbol === 'IE' || symbol === 'IW') && areaM2 > 14_000) return 'P';
  return symbol === 'UC' && areaM2 < 12_000 ? 'U' : symbol;
}

/** Zones of all plans, numbered within each from north to south. */
export function makeZones(city: City): Zones {
  const land = wholeLand(city);
  const { map } = land;
  const partsByFace = new Map<number, number[]>();
  for (const [face, graphFace] of land.blockOf) {
    if (!city.plansOf.has(graphFace)) continue;
    const block = city.blocks.get(graphFace)!;
    const parts = block.ground === 'land' ? partsOf(map, face, `block ${graphFace}`) : [face];
    partsByFace.set(graphFace, [...(partsByFace.get(graphFace) ?? []), ...parts]);
  }
  const zones = PLANS.flatMap((plan) => zonesOf(city, land, partsByFace, plan));
  const zoneOfFace = new Map<number, Zone>();
  for (const zone of zones) if (isLaw(zone.plan)) for (const face of zone.faces) zoneOfFace.set(face, zone);
  return {
    map, zones,
    symbolAt: (graphFace, point) => {
      const face = partsByFace.get(graphFace)?.find((part) => ringContains(map.outline(part), point));
      return (face !== undefined && zoneOfFace.get(face)?.symbol) || null;
    },
  };
}

/** In force today, or a procedure where nothing else is: what sites and holdings are told to lie in. */
const isLaw = ({ status, changes }: PlanEntry): boolean => status !== 'superseded' && (!changes || status === 'in-force');

function zonesOf(city: City, { map, corridorOf }: Land, partsByFace: ReadonlyMap<number, readonly number[]>, plan: PlanEntry): Zone[] {
  const groups = new Map<string, { base: ZoneSymbol; faces: number[] }>();
  const put = (name: string, base: ZoneSymbol, face: number) => {
    const group = groups.get(name);
    if (group) group.faces.push(face); else groups.set(name, { base, faces: [face] });
  };
  const covered = (graphFace: number | null) => graphFace !== null && (city.plansOf.get(graphFace)?.includes(plan.key) ?? false);
  for (const [graphFace, parts] of partsByFace) {
    if (!covered(graphFace)) continue;
    const block = city.blocks.get(graphFace)!;
    // Parts of a block that get the same purpose are one zone.
    for (const part of parts) {
      const base = symbolFor(plan, block, map.area(part), `${graphFace} ${part === parts[0] ? '' : part}`);
      put(`${graphFace} ${base}`, base, part);
    }
  }
  for (const [face, corridor] of corridorOf) {
    if (!covered(corridor.left ?? corridor.right)) continue;
    const base = STRIP_SYMBOL[corridor.info.kind]!;
    put(`${corridor.line} ${base}`, base, face);
  }
  const prefix = plan.inForceFrom !== null && plan.inForceFrom < '2010-01-01';
  const numbers = new Map<ZoneSymbol, number>();
  const top = ({ faces }: { faces: readonly number[] }) => pointInside(map.outline(faces[0]!))[1];
  return [...groups.values()].map((group) => ({ ...group, y: top(group) })).sort((a, b) => b.y - a.y).map(({ base, faces }) => {
    const number = (numbers.get(base) ?? 0) + 1;
    numbers.set(base, number);
    return { plan, base, number, faces, symbol: prefix ? `${number}${base}` : `${base}.${number}` };
  });
}

/** The day after, for half-open periods. */
export const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** From when to when the zones of a plan stand on the map: as law, or as a draft. */
export const validity = (plan: PlanEntry): { valid_from: string; valid_to: string | null } => ({
  valid_from: plan.inForceFrom ?? plan.initiatedOn, valid_to: plan.inForceTo ? dayAfter(plan.inForceTo) : null,
});

interface Version { readonly faces: readonly number[]; readonly valid_from: string; readonly valid_to: string | null }

/** The area of a plan or of one of its zones in time: a change in force takes its part away on its first day. */
export function versionsOf(zones: readonly Zone[], plan: PlanEntry, faces: readonly number[], whole: Pick<Version, 'valid_from' | 'valid_to'>): Version[] {
  const change = PLANS.find(({ changes, status }) => changes === plan.key && status === 'in-force');
  const taken = new Set(change ? zones.filter((zone) => zone.plan === change).flatMap((zone) => zone.faces) : []);
  const rest = faces.filter((face) => !taken.has(face));
  if (rest.length === faces.length) return [{ faces, ...whole }];
  const first = { faces, valid_from: whole.valid_from, valid_to: change!.inForceFrom };
  return rest.length === 0 ? [first] : [first, { faces: rest, valid_from: change!.inForceFrom!, valid_to: whole.valid_to }];
}

export function zoneFeatures({ map, zones }: Zones): Feature[] {
  const text = nodeTexts(map);
  const firstParagraph = new Map<string, number>();
  return zones.flatMap(({ plan, symbol, base, faces }): Feature[] => {
    const random = randomOf(`parameters ${plan.key} ${symbol}`);
    // Provisions for each kind of zone have a paragraph of their own, after the general ones.
    const key = `${plan.key} ${base}`;
    if (!firstParagraph.has(key)) firstParagraph.set(key, 14 + [...firstParagraph.keys()].filter((other) => other.startsWith(`${plan.key} `)).length);
    const paragraph = `§ ${firstParagraph.get(key)!}`;
    const properties = {
      key: `${plan.key}:${symbol}`, plan_key: plan.key, symbol, zone_class: zoneKind(base).zoneClass, designation: zoneKind(base).designation,
      paragraph: `${paragraph} ust. 1`,
      definition_regime: definitionRegime(plan), ...zoneParameters(base, paragraph, '§ 12 ust. 4', random),
    };
    return versionsOf(zones, plan, faces, validity(plan)).map(({ faces: own, ...valid }) => ({ properties: { ...properties, ...valid }, geometry: areaGeometry(map.dissolve(own), text) }));
  });
}
