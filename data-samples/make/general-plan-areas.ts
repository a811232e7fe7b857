/** Areas that the draft general plan marks out: infill development (OUZ) where there are houses, inner-city development (OZS) in the dense quarters. */
import type { CharacterName } from './character.ts';
import type { City } from './city.ts';
import { facts } from './facts.ts';
import { areaGeometry, nodeTexts, type Feature } from './geojson.ts';
import { GENERAL_PLAN_KEY } from './plan-catalogue.ts';
import { pointInside, ringArea, ringContains } from './plane.ts';
import { randomOf } from './random.ts';

/** The draft began with the drafting of the general plan. */
const DRAFTED = '2024-07-01';

interface Area {
  /** Share of the blocks of each character that is marked out. */
  readonly shares: Readonly<Partial<Record<CharacterName, number>>>;
  readonly leastM2: number;
  readonly said: string;
  readonly symbol: string;
  readonly basis: string;
}

const INFILL: Area = {
  shares: { 'old-town': 1, tenement: 1, estate: 1, slabs: 0.97, campus: 0.9, villas: 0.86, village: 0.5 }, leastM2: 30_000,
  said: 'Obszar uzupełnienia zabudowy', symbol: 'OUZ', basis: 'Ustawa o planowaniu i zagospodarowaniu przestrzennym, art. 13a ust. 4 (projekt planu ogólnego)',
};
const INNER_CITY: Area = {
  shares: { 'old-town': 1, tenement: 1, estate: 1 }, leastM2: 60_000,
  said: 'Obszar zabudowy śródmiejskiej', symbol: 'OZS', basis: 'Ustawa o planowaniu i zagospodarowaniu przestrzennym, art. 13a ust. 4 (projekt planu ogólnego)',
};

/** Whole blocks of the characters, joined within a city district; numbered from north to south. */
function areaFeatures({ graph: { map }, blocks, borders }: City, { shares, leastM2, said, symbol, basis }: Area): Feature[] {
  const districts = borders.map.faces().map((face) => ({ outline: borders.map.outline(face), number: borders.districtOf.get(face)! }));
  const members = new Map<number, number[]>();
  for (const { face, ground, character } of blocks.values()) {
    if (ground !== 'land' && ground !== 'square') continue;
    const inside = pointInside(map.outline(face));
    // By place: the number of a face changes when other lines are drawn.
    if (!randomOf(`${symbol} ${inside.map(Math.round).join(' ')}`).chance(shares[character.name as CharacterName] ?? 0)) continue;
    const number = districts.find(({ outline }) => ringContains(outline, inside))?.number;
    if (number !== undefined) members.set(number, [...members.get(number) ?? [], face]);
  }
  const text = nodeTexts(map);
  const points = (ring: readonly number[]) => ring.map((node) => map.point(node));
  return [...members].flatMap(([number, faces]) => map.dissolve(faces).map((rings) => ({ number, rings, north: points(rings[0]!)[0]![1] })))
    .filter(({ rings }) => ringArea(points(rings[0]!)) >= leastM2)
    .sort((a, b) => b.north - a.north)
    .map(({ number, rings }, i): Feature => ({
      properties: {
        key: `${GENERAL_PLAN_KEY}:${i + 1}${symbol}`, name: `${said} ${i + 1}${symbol}, ${facts.districts[number - 1]!.name}`, kind: 'in-preparation',
        plan_key: GENERAL_PLAN_KEY, basis, valid_from: DRAFTED,
      },
      geometry: areaGeometry([rings], text),
    }));
}

export const infillFeatures = (city: City): Feature[] => areaFeatures(city, INFILL);
export const innerCityFeatures = (city: City): Feature[] => areaFeatures(city, INNER_CITY);
