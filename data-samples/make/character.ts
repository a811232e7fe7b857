/** The character of each part of the city: how large its blocks and lots are and who owns them. */
import { skeleton } from './facts.ts';
import { fromLonLat, type Point } from './plane.ts';

export interface Character {
  readonly name: string;
  /** Blocks are cut until they are about this large, m²; where there are no parcels, `coarse` applies. */
  readonly blockM2: number;
  readonly coarseM2: number;
  /** How far streets may turn from the block's own direction, radians, and bend, share of their length. */
  readonly turn: number;
  readonly bend: number;
  readonly street: 'access' | 'lane';
  /** Lots: rows along the street, strips of a field, or large irregular lots. */
  readonly lots: 'row' | 'strip' | 'large';
  readonly lotM2: number;
  /** Spread of lot sizes: 1 is even. */
  readonly spread: number;
}

const character = (name: string, [blockM2, coarseM2]: [number, number], [turn, bend]: [number, number], street: 'access' | 'lane',
  lots: Character['lots'], lotM2: number, spread: number): Character => ({ name, blockM2, coarseM2, turn, bend, street, lots, lotM2, spread });

export const CHARACTERS = {
  'old-town': character('old-town', [9_000, 12_000], [0.1, 0.04], 'access', 'row', 470, 1.7),
  tenement: character('tenement', [13_000, 26_000], [0.06, 0.02], 'access', 'row', 700, 1.6),
  estate: character('estate', [24_000, 60_000], [0.05, 0.05], 'access', 'large', 1_500, 2.2),
  slabs: character('slabs', [30_000, 90_000], [0.1, 0.06], 'access', 'large', 1_900, 2.4),
  villas: character('villas', [15_000, 80_000], [0.09, 0.07], 'access', 'row', 700, 1.45),
  village: character('village', [38_000, 160_000], [0.14, 0.1], 'access', 'strip', 1_500, 1.8),
  fields: character('fields', [75_000, 420_000], [0.12, 0.08], 'lane', 'strip', 4_300, 1.9),
  industry: character('industry', [70_000, 130_000], [0.05, 0.03], 'access', 'large', 6_400, 2.6),
  'technology-park': character('technology-park', [60_000, 120_000], [0.05, 0.06], 'access', 'large', 6_000, 2.0),
  works: character('works', [300_000, 450_000], [0.04, 0.02], 'access', 'large', 30_000, 2),
  campus: character('campus', [45_000, 90_000], [0.08, 0.06], 'access', 'large', 3_000, 2.4),
} as const satisfies Record<string, Character>;

export type CharacterName = keyof typeof CHARACTERS;

const isCharacter = (name: string): name is CharacterName => name in CHARACTERS;
const SEEDS = skeleton.characters.map(([name, lon, lat, weight]) => {
  if (!isCharacter(name)) throw new Error(`skeleton.json names an unknown character "${name}"`);
  return { character: CHARACTERS[name], at: fromLonLat([lon, lat]), weight };
});

/** The character of the nearest seed, seeds of more weight reaching farther. */
export function characterAt([x, y]: Point): Character {
  let best: { reach: number; character: Character } = { reach: Infinity, character: CHARACTERS.fields };
  for (const seed of SEEDS) {
    const reach = Math.hypot(seed.at[0] - x, seed.at[1] - y) / seed.weight;
    if (reach < best.reach) best = { reach, character: seed.character };
  }
  return best.character;
}
