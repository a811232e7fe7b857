/** Cadastral districts (obręby): each registration unit is divided into parts of similar size that follow the streets. */
import { facts } from './facts.ts';
import { fromLonLat, distance, ringCentroid, type Point } from './plane.ts';
import type { StreetGraph } from './cells.ts';
import type { Block } from './network.ts';

/** The highest number seen in each unit (fact sheet §1.3); the demonstration has a district for most of them. */
const HIGHEST: Readonly<Record<string, { letter: string; count: number }>> = {
  '126102_9': { letter: 'K', count: 41 }, '126103_9': { letter: 'NH', count: 44 }, '126104_9': { letter: 'P', count: 109 },
  '126105_9': { letter: 'S', count: 146 },
};
/** Numbers with a known place: the Main Square lies in S-1, Płaszów in P-9. */
const KNOWN: readonly { unitId: string; number: number; at: Point }[] = [
  { unitId: '126105_9', number: 1, at: facts.places.find((place) => place.name === 'Rynek Główny')!.point },
  { unitId: '126104_9', number: 9, at: fromLonLat([19.983, 50.043]) },
];
const ROUNDS = 4;
const BAND_M = 1_500;

export interface CadastralDistrict {
  /** `126105_9.0001` */
  readonly id: string;
  readonly unitId: string;
  /** `S-1` */
  readonly name: string;
}

export const unitLetter = (unitId: string): string => HIGHEST[unitId]!.letter;

interface Seat { at: Point; weight: number; sum: [number, number] }

/** Graph face → its cadastral district. */
export function makeCadastralDistricts(graph: StreetGraph, blocks: readonly Block[]): Map<number, CadastralDistrict> {
  const result = new Map<number, CadastralDistrict>();
  for (const { id: unitId } of facts.cadastralUnits) {
    const members = blocks.filter((block) => block.unitId === unitId).map(({ face }) => {
      const outline = graph.map.outline(face);
      return { face, at: ringCentroid(outline), area: graph.map.area(face) };
    });
    const known = KNOWN.filter((place) => place.unitId === unitId);
    const seats = settle(members, known.map((place) => place.at), HIGHEST[unitId]!.count);
    const numbers = numbered(seats, known);
    for (const { face, at } of members) {
      const number = numbers[nearest(seats, at)]!;
      result.set(face, { id: `${unitId}.${String(number).padStart(4, '0')}`, unitId, name: `${unitLetter(unitId)}-${number}` });
    }
  }
  return result;
}

const nearest = (seats: readonly Seat[], at: Point): number => {
  let best = 0;
  for (let i = 1; i < seats.length; i++) if (distance(seats[i]!.at, at) < distance(seats[best]!.at, at)) best = i;
  return best;
};

/** Seats spread over the unit: first by area along bands from west to east, then moved to the middle of what is nearest to them. */
function settle(members: readonly { at: Point; area: number }[], fixed: readonly Point[], count: number): Seat[] {
  const inBands = [...members].sort((a, b) => Math.floor(a.at[1] / BAND_M) - Math.floor(b.at[1] / BAND_M) || a.at[0] - b.at[0]);
  // Built-up land has small blocks and small districts: the root of the area evens this out half-way.
  const total = inBands.reduce((sum, member) => sum + Math.sqrt(member.area), 0);
  const seats: Seat[] = fixed.map((at) => ({ at, weight: 0, sum: [0, 0] }));
  let passed = 0;
  for (const member of inBands) {
    passed += Math.sqrt(member.area);
    const due = (total * (seats.length - fixed.length + 0.5)) / (count - fixed.length);
    if (passed >= due && seats.length < count) seats.push({ at: member.at, weight: 0, sum: [0, 0] });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { at, area } of members) {
      const seat = seats[nearest(seats, at)]!;
      const weight = Math.sqrt(area);
      seat.weight += weight;
      seat.sum = [seat.sum[0] + at[0] * weight, seat.sum[1] + at[1] * weight];
    }
    seats.forEach((seat, i) => {
      if (i >= fixed.length && seat.weight > 0) seat.at = [seat.sum[0] / seat.weight, seat.sum[1] / seat.weight];
      seat.weight = 0;
      seat.sum = [0, 0];
    });
  }
  return seats;
}

/** Numbers from north-west to south-east in bands, the known ones kept free for their seats. */
function numbered(seats: readonly Seat[], known: readonly { number: number }[]): number[] {
  const numbers: number[] = known.map((place) => place.number);
  const order = seats.map((seat, i) => ({ seat, i })).slice(known.length)
    .sort((a, b) => Math.floor(b.seat.at[1] / BAND_M) - Math.floor(a.seat.at[1] / BAND_M) || a.seat.at[0] - b.seat.at[0]);
  let next = 1;
  for (const { i } of order) {
    while (known.some((place) => place.number === next)) next++;
    numbers[i] = next++;
  }
  return numbers;
}
