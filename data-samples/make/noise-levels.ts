/** Noise of main roads and railways in rings of 5 dB by district, and the area of restricted use of the airport. */
import type { City } from './city.ts';
import { smoothed } from './curves.ts';
import { facts } from './facts.ts';
import type { Feature } from './geojson.ts';
import { nearness, outlinesAt, type Reach } from './level-sets.ts';
import { overlay, type Outlines } from './overlay.ts';
import type { Point, Ring } from './plane.ts';

/** How far 70 dB reach from the middle of the line, m. */
const LOUD_M = { motorway: 70, expressway: 56, main: 30, rail: 26 } as const;

/** A line of sources loses 5 dB each time the distance is about doubled: reach of each level in units of that of 70 dB. */
const LEVELS = [
  { kind: 'over-70', level: 1, said: 'ponad 70 dB' }, { kind: '65-70', level: 1.9, said: '65–70 dB' },
  { kind: '60-65', level: 3.4, said: '60–65 dB' }, { kind: '55-60', level: 6, said: '55–60 dB' },
] as const;

const MAPPED = '2022-06-30';

/** The stadium round the runway and its approach, runway 07–25: half length and half width, m. */
function airportArea(): Ring {
  const [x, y] = facts.places.find(({ kind }) => kind === 'airport')!.point;
  const [halfLength, halfWidth, angle] = [5_500, 1_150, (17 * Math.PI) / 180];
  return Array.from({ length: 64 }, (_, i): Point => {
    const turn = (2 * Math.PI * i) / 64;
    const [u, v] = [halfLength * Math.sign(Math.cos(turn)) * Math.abs(Math.cos(turn)) ** 0.7, halfWidth * Math.sin(turn)];
    return [x + u * Math.cos(angle) - v * Math.sin(angle), y + u * Math.sin(angle) + v * Math.cos(angle)];
  });
}

export function noiseFeatures({ borders }: City): Feature[] {
  const even = (line: readonly Point[], unitM: number): Reach => ({ line: smoothed(line, 80), unitM: () => unitM });
  const field = nearness([
    ...facts.mainRoads.map(({ kind, line }) => even(line, LOUD_M[kind])), ...facts.railways.map(({ line }) => even(line, LOUD_M.rail)),
  ], 30, 6.5);
  const areas: Record<string, Outlines> = {};
  for (const { kind, level } of LEVELS) areas[kind] = outlinesAt(field, level, 7, 8_000);
  const { geometry } = overlay(borders, areas, true);
  const rings = facts.districts.flatMap(({ number, roman, name }) => LEVELS.flatMap(({ kind, said }, rank): Feature[] => {
    const louder = LEVELS.slice(0, rank).map((level) => level.kind);
    const shape = geometry(({ within, district }) => district === number && within.has(kind) && !louder.some((one) => within.has(one)), 1_500);
    if (!shape) return [];
    return [{
      properties: {
        key: `${roman}:${kind}`, name: `Hałas drogowy i kolejowy ${said}, ${name}`, kind,
        basis: 'Prawo ochrony środowiska, art. 118 (strategiczna mapa hałasu)', authority: 'Prezydent Miasta Krakowa', since: MAPPED,
        note: 'Wskaźnik Ldwn: pora dnia, wieczoru i nocy', valid_from: MAPPED,
      },
      geometry: shape,
    }];
  }));
  const airport = overlay(borders, { airport: [airportArea()] }).geometry(({ within }) => within.has('airport'));
  if (!airport) throw new Error('the area of the airport does not reach the city');
  return [...rings, {
    properties: {
      key: 'lotnisko-krakow-balice', name: 'Obszar ograniczonego użytkowania lotniska Kraków-Balice', kind: 'airport',
      basis: 'Prawo ochrony środowiska, art. 135 (obszar ograniczonego użytkowania)', authority: 'Sejmik Województwa Małopolskiego', since: null,
      note: 'Ograniczenia w przeznaczeniu terenów i wymagania techniczne dla budynków', valid_from: '2009-06-01',
    },
    geometry: airport,
  }];
}

