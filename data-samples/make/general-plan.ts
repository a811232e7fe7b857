/** Planning zones of the general plan's draft: the whole city by what each part is, joined across small streets. */
import type { City } from './city.ts';
import { makeLand } from './corridors.ts';
import { EDGE_KINDS, type EdgeKind } from './edge-kinds.ts';
import { areaGeometry, nodeTexts, type Feature } from './geojson.ts';
import { Lines } from './lines.ts';
import type { Block } from './network.ts';
import { GENERAL_PLAN_KEY } from './plan-catalogue.ts';
import { pointInside } from './plane.ts';
import { randomOf, type Random } from './random.ts';
import { GENERAL_PLAN_ZONES } from '../../domain/planning/zone-classes.ts';

type ZoneCode = (typeof GENERAL_PLAN_ZONES)[number]['value'];

type Range = readonly [low: number, high: number];

interface Rule {
  /** Least biologically active share, %. */
  readonly bio: number | null;
  readonly primary: string;
  readonly additional: string;
  readonly height?: Range;
  readonly intensity?: Range;
  readonly builtUp?: Range;
}

/** Profiles and least biologically active shares of the national rules (fact sheet §3.2); figures within usual ranges. */
const RULES: Readonly<Record<ZoneCode, Rule>> = {
  SW: { bio: 30, primary: 'MW,U,K,ZP,ZD,I', additional: 'MN,H,ZN,L,W', height: [16, 36], intensity: [1.2, 3.5], builtUp: [35, 70] },
  SJ: { bio: 30, primary: 'MN,U,K,ZP,ZD,I', additional: 'ML,ZN,L,W', height: [9, 13], intensity: [0.5, 1.1], builtUp: [25, 45] },
  SZ: { bio: 30, primary: 'RZM,RZP,RA,K,ZP,ZD,I', additional: 'MN,U,ZN,L,W', height: [9, 12], intensity: [0.4, 0.8], builtUp: [20, 35] },
  SU: { bio: 30, primary: 'U,K,ZP,ZD,I', additional: 'PS,PEF,ZN,L,W', height: [12, 36], intensity: [0.8, 3], builtUp: [35, 65] },
  SH: { bio: 30, primary: 'H,K,ZP,ZD,I', additional: 'U,ZN,L,W', height: [12, 20], intensity: [0.6, 1.6], builtUp: [45, 60] },
  SP: { bio: 20, primary: 'P,K,ZP,ZD,I', additional: 'U,ZN,L,W', height: [15, 40], intensity: [0.8, 2.5], builtUp: [50, 70] },
  SR: { bio: 30, primary: 'RZP,RZW,RA,K,ZD,I', additional: 'ZN,L,W', height: [8, 12], intensity: [0.2, 0.6], builtUp: [20, 40] },
  SI: { bio: 20, primary: 'I,K,ZD', additional: 'ZN,L,W', height: [8, 30], intensity: [0.2, 1], builtUp: [30, 60] },
  SN: { bio: 50, primary: 'ZP,ZB,W,K,ZD,I', additional: 'US,UK,UHD,UG,UT,UN,UE,UZ,ZN,L', height: [6, 10], intensity: [0.05, 0.2], builtUp: [5, 15] },
  SC: { bio: 30, primary: 'C,K,ZP,ZD,I', additional: 'ZN,L,W' },
  SG: { bio: null, primary: 'G,K,ZD,I', additional: 'ZN,L,W' },
  SO: { bio: null, primary: 'RN,L,ZN,W,K,ZD,I', additional: 'PEW,PEF,PEG,PEO,PEB,ZP' },
  SK: { bio: 0, primary: 'KDA,KDS,KDR,KDG,KK,KKL,KW,KL,KO,ZD,I', additional: 'KDZ,UHD,UG,UT,ZP,L,ZN,W' },
};
const BY_CHARACTER: Readonly<Record<string, Readonly<Partial<Record<ZoneCode, number>>>>> = {
  'old-town': { SW: 84, SU: 16 }, tenement: { SW: 88, SU: 10, SN: 2 }, estate: { SW: 90, SU: 5, SN: 5 }, slabs: { SW: 87, SU: 6, SN: 6, SH: 1 },
  villas: { SJ: 93, SU: 3, SN: 4 },
  village: { SJ: 62, SZ: 26, SN: 6, SO: 6 }, fields: { SO: 74, SR: 14, SN: 8, SJ: 4 }, industry: { SP: 89, SU: 5, SI: 4, SH: 2 },
  'technology-park': { SP: 55, SU: 45 },
  works: { SP: 94, SI: 4, SG: 2 }, campus: { SU: 90, SN: 10 },
};
const WIDE: ReadonlySet<EdgeKind> = new Set(['motorway', 'expressway', 'main', 'rail']);
/** Parts of one class grow together up to this size, m². */
const LARGEST_M2 = 1_400_000;

function codeOf(city: City, graphFace: number, block: Block): ZoneCode {
  switch (block.ground) {
    case 'vistula': case 'lake': case 'forest': case 'meadow': return 'SO';
    case 'park': return 'SN';
    case 'cemetery': return 'SC';
    case 'square': return 'SU';
    default: {
      // Open land by cadastral district, so that neighbours have one purpose; in the town single blocks stand out.
      const open = block.character.name === 'fields' || block.character.name === 'village';
      return randomOf(`general ${open ? city.districtOf.get(graphFace)!.id : `block ${graphFace}`} ${block.character.name}`)
        .weighted(BY_CHARACTER[block.character.name]! as Record<ZoneCode, number>);
    }
  }
}

/** Zones numbered `1SW`, `2SW` … from north to south. */
export function generalPlanFeatures(city: City): Feature[] {
  const wideLines = new Lines(city.graph, (kind) => (WIDE.has(kind) ? EDGE_KINDS[kind].halfWidth : 0));
  const { map, blockOf, corridorOf } = makeLand(city.graph, wideLines, { keyOf: () => '' });
  const codes = new Map([...blockOf].map(([face, graphFace]) => [face, codeOf(city, graphFace, city.blocks.get(graphFace)!)]));
  const groups: { code: ZoneCode; faces: number[] }[] = [];
  const done = new Set<number>();
  for (const [start, code] of codes) {
    if (done.has(start)) continue;
    const faces = [start];
    done.add(start);
    let area = map.area(start);
    for (let i = 0; i < faces.length && area < LARGEST_M2; i++) {
      for (const next of map.neighbours(faces[i]!)) {
        if (done.has(next) || codes.get(next) !== code || area + map.area(next) > LARGEST_M2 * 1.2) continue;
        done.add(next);
        faces.push(next);
        area += map.area(next);
      }
    }
    groups.push({ code, faces });
  }
  const roads = new Map<string, number[]>();
  for (const [face, { line }] of corridorOf) {
    const faces = roads.get(line);
    if (faces) faces.push(face); else roads.set(line, [face]);
  }
  groups.push(...[...roads.values()].map((faces) => ({ code: 'SK' as const, faces })));
  const text = nodeTexts(map);
  const numbers = new Map<ZoneCode, number>();
  return groups.map((group) => ({ ...group, y: pointInside(map.outline(group.faces[0]!))[1] })).sort((a, b) => b.y - a.y)
    .map(({ code, faces }): Feature => {
    const number = (numbers.get(code) ?? 0) + 1;
    numbers.set(code, number);
    const symbol = `${number}${code}`;
    const own = { key: `${GENERAL_PLAN_KEY}:${symbol}`, plan_key: GENERAL_PLAN_KEY, symbol };
    const properties = { ...own, ...zoneProperties(code, randomOf(`general parameters ${symbol}`)) };
    return { properties, geometry: areaGeometry(map.dissolve(faces), text) };
  });
}

function zoneProperties(code: ZoneCode, random: Random): Record<string, unknown> {
  const { bio, primary, additional, height, intensity, builtUp } = RULES[code];
  const within = (range: Range | undefined, step: number) =>
    (range && !random.chance(0.06) ? Math.round(Math.round(random.between(...range) / step) * step * 100) / 100 : null);
  const paragraph = `§ ${5 + GENERAL_PLAN_ZONES.findIndex(({ value }) => value === code)}`;
  const figures = { max_height_m: within(height, 1), max_intensity: within(intensity, 0.1), max_built_up_pct: within(builtUp, 5),
    min_bio_active_pct: bio };
  const place = (value: number | null, point: number) => (value === null ? null : `${paragraph} pkt ${point}`);
  return {
    zone_class: code, designation: `Strefa ${GENERAL_PLAN_ZONES.find(({ value }) => value === code)!.label.pl}`,
    primary_profile: primary.split(','), additional_profile: additional.split(','), definition_regime: 'ACT_2023', ...figures,
    max_height_paragraph: place(figures.max_height_m, 1), intensity_paragraph: place(figures.max_intensity, 2),
    built_up_paragraph: place(figures.max_built_up_pct, 3), bio_active_paragraph: place(figures.min_bio_active_pct, 4), valid_from: '2024-02-14',
  };
}
