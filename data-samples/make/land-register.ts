/** What the register says of each parcel: identifier, area, land uses with soil classes, registration group. */
import { printParcelIdentifier } from '../../domain/geo/parcel-identifier.ts';
import type { Lot, Lots } from './parcels.ts';
import { ringCentroid } from './plane.ts';
import { randomOf, type Random } from './random.ts';

export interface LandUse { readonly symbol: string; readonly soil_class: string | null; readonly area_m2: number }

export interface Parcel extends Lot {
  readonly identifier: string;
  readonly registerAreaM2: number;
  readonly registrationGroup: number;
  readonly landUses: readonly LandUse[];
  /** ISO date since when the parcel exists with this border; null: always. */
  readonly validFrom: string | null;
}

/** Numbers of two real parcels, kept free so that real data can stand beside the demonstration. */
const REAL_NUMBERS: ReadonlySet<string> = new Set(['126105_9.0001.580', '126105_9.0001.49', '126105_9.0001.311']);

/** Weights of registration groups by what the land is. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'old-town': { 7: 44, 15: 20, 4: 12, 9: 10, 1: 4, 5: 3, 2: 2, 6: 2, 3: 2, 8: 1 },
  tenement: { 7: 52, 15: 16, 4: 13, 5: 6, 8: 3, 1: 3, 2: 3, 9: 2, 6: 2 },
  estate: { 4: 38, 5: 24, 8: 18, 7: 8, 2: 4, 6: 4, 15: 4 },
  slabs: { 5: 30, 4: 26, 8: 20, 7: 10, 15: 7, 2: 4, 6: 3 },
  villas: { 7: 82, 4: 8, 15: 4, 1: 2, 5: 2, 9: 1, 8: 1 },
  village: { 7: 84, 4: 8, 1: 3, 15: 2, 9: 1, 10: 1, 5: 1 },
  fields: { 7: 72, 4: 15, 1: 7, 15: 3, 10: 2, 9: 1 },
  industry: { 15: 38, 2: 20, 5: 16, 4: 13, 7: 7, 1: 4, 6: 2 },
  'technology-park': { 4: 40, 6: 20, 15: 18, 13: 8, 1: 8, 7: 6 },
  works: { 2: 60, 15: 30, 1: 10 },
  campus: { 3: 40, 2: 20, 1: 20, 4: 15, 15: 5 },
  green: { 4: 78, 1: 14, 7: 5, 6: 3 },
  road: { 4: 92, 1: 4, 7: 3, 15: 1 },
  highway: { 1: 100 },
  rail: { 2: 85, 1: 15 },
  water: { 1: 100 },
};

const SOIL: Readonly<Record<string, readonly string[]>> = {
  R: ['I', 'II', 'II', 'IIIa', 'IIIa', 'IIIb', 'IIIb', 'IVa', 'IVb', 'V'], 'Ł': ['II', 'III', 'III', 'IV', 'V'], Ps: ['III', 'IV', 'IV', 'V'],
  S: ['II', 'IIIa', 'IIIb'], Ls: ['II', 'III', 'IV'],
};

function usesOf(lot: Lot, random: Random): readonly string[] {
  switch (lot.ground) {
    case 'strip': return [lot.strip === 'rail' ? 'Tk' : lot.strip === 'river' || lot.strip === 'stream' ? 'Wp' : 'dr'];
    case 'vistula': return ['Wp'];
    case 'lake': return ['Ws'];
    case 'square': return ['dr'];
    case 'park': return random.chance(0.2) ? ['Bz', 'Lzr'] : ['Bz'];
    case 'cemetery': return ['Bi'];
    case 'forest': return ['Ls'];
    case 'meadow': return random.chance(0.3) ? ['Ł', 'Ps'] : ['Ł'];
    default: return usesOfLand(lot.character.name, random);
  }
}

function usesOfLand(character: string, random: Random): readonly string[] {
  switch (character) {
    case 'old-town': return [random.weighted({ Bi: 46, B: 48, Bp: 3, Bz: 3 })];
    case 'tenement': return [random.weighted({ B: 70, Bi: 22, Bp: 5, Bz: 3 })];
    case 'estate': case 'slabs': return [random.weighted({ B: 66, Bi: 18, Bz: 8, Bp: 8 })];
    case 'villas': return random.chance(0.16) ? ['B', random.pick(['R', 'S', 'Ps'])] : [random.weighted({ B: 82, Bp: 8, Bi: 4, R: 6 })];
    case 'village': return random.pick([['B'], ['B', 'R'], ['Br', 'R'], ['R'], ['R', 'Ps'], ['R']]);
    case 'industry': case 'works': return [random.weighted({ Ba: 66, Bi: 14, Bp: 14, Tr: 3, N: 3 })];
    case 'technology-park': return [random.weighted({ Bp: 50, Ba: 20, Bi: 16, R: 14 })];
    case 'campus': return [random.weighted({ Bi: 80, Bz: 12, Bp: 8 })];
    default: return random.pick([['R'], ['R'], ['R'], ['R', 'Ps'], ['Ł'], ['R', 'W'], ['Ps'], ['R', 'Lzr'], ['N']]);
  }
}

/** Parts that add up to the register area; the first use has the larger share. */
function landUses(lot: Lot, areaM2: number, random: Random): LandUse[] {
  const symbols = usesOf(lot, random);
  const soil = (symbol: string) => (SOIL[symbol] ? random.pick(SOIL[symbol]) : null);
  const second = symbols.length > 1 && areaM2 >= 100 ? Math.round(areaM2 * random.between(0.12, 0.44)) : 0;
  const uses = [{ symbol: symbols[0]!, soil_class: soil(symbols[0]!), area_m2: areaM2 - second }];
  if (second > 0) uses.push({ symbol: symbols[1]!, soil_class: soil(symbols[1]!), area_m2: second });
  else if (SOIL[symbols[0]!] && areaM2 > 2_500 && random.chance(0.3)) {
    const part = Math.round(areaM2 * random.between(0.2, 0.45));
    const other = soil(symbols[0]!);
    if (other !== uses[0]!.soil_class) {
      uses[0] = { ...uses[0]!, area_m2: areaM2 - part };
      uses.push({ symbol: symbols[0]!, soil_class: other, area_m2: part });
    }
  }
  return uses;
}

/** The row of GROUPS that fits the lot. */
function holderKind({ ground, strip, character }: Lot): string {
  switch (ground) {
    case 'strip':
      if (strip === 'motorway' || strip === 'expressway') return 'highway';
      return strip === 'rail' ? 'rail' : strip === 'river' || strip === 'stream' ? 'water' : 'road';
    case 'vistula': case 'lake': return 'water';
    case 'square': return 'road';
    case 'land': return character.name;
    default: return 'green';
  }
}

function groupOf(lot: Lot, random: Random): number {
  return Number(random.weighted(GROUPS[holderKind(lot)]!));
}

/** Order of numbering in a district: block by block, in bands from the north. */
function inOrder(map: Lots['map'], lots: readonly Lot[]): Lot[] {
  const place = new Map(lots.map((lot) => [lot, ringCentroid(map.outline(lot.face))]));
  const first = new Map<string, readonly [number, number]>();
  for (const lot of lots) {
    const [x, y] = place.get(lot)!;
    const block = first.get(lot.block);
    if (!block || y > block[1]) first.set(lot.block, [x, y]);
  }
  const band = (y: number) => -Math.floor(y / 180);
  const key = (lot: Lot): readonly number[] => {
    const [bx, by] = first.get(lot.block)!;
    const [x, y] = place.get(lot)!;
    return [lot.ground === 'strip' ? 1 : 0, band(by), bx, x + y * 0.3];
  };
  const keys = new Map(lots.map((lot) => [lot, key(lot)]));
  return [...lots].sort((a, b) => {
    const [p, q] = [keys.get(a)!, keys.get(b)!];
    for (let i = 0; i < p.length; i++) if (p[i] !== q[i]) return p[i]! - q[i]!;
    return a.face - b.face;
  });
}

/** A day between the first and the last year. */
export const isoDate = (random: Random, firstYear: number, lastYear: number): string =>
  `${random.whole(firstYear, lastYear)}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;

/** The register of all lots. Numbers run through each district; divided parcels have numbers with a slash, dead numbers leave gaps. */
export function registerParcels({ map, lots }: Lots): Parcel[] {
  const districts = new Map<string, Lot[]>();
  for (const lot of lots) {
    const members = districts.get(lot.district.id);
    if (members) members.push(lot); else districts.set(lot.district.id, [lot]);
  }
  return [...districts].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([districtId, members]) => {
    const random = randomOf(`register ${districtId}`);
    let [number, part, parts] = [0, 0, 0];
    return inOrder(map, members).map((lot): Parcel => {
      if (part < parts) part++;
      else {
        do number += random.chance(0.06) ? random.whole(2, 4) : 1; while (REAL_NUMBERS.has(`${districtId}.${number}`));
        // A parcel that was divided once: 12/1, 12/2 …
        [part, parts] = random.chance(0.22) ? [random.whole(1, 3), random.whole(3, 6)] : [0, 0];
      }
      const areaM2 = Math.max(1, Math.round(map.area(lot.face) * (1 + (random.next() + random.next() - 1) * 0.0095)));
      return {
        ...lot,
        identifier: printParcelIdentifier({
          unitId: lot.district.unitId, district: Number(districtId.slice(-4)), sheet: null, number: parts > 0 ? `${number}/${part}` : String(number),
        }),
        registerAreaM2: areaM2,
        registrationGroup: groupOf(lot, random),
        landUses: landUses(lot, areaM2, random),
        validFrom: random.chance(0.15) ? isoDate(random, 2004, 2025) : null,
      };
    });
  });
}
