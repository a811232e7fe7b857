/** The figures about Kraków that the demonstration stands on: facts.json (carried over) and skeleton.json (placed by hand), in metres. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fromLonLat, type Point } from './plane.ts';

const LonLat = z.tuple([z.number(), z.number()]).transform((pair): Point => fromLonLat(pair));
const Outline = z.array(LonLat).min(4).transform((ring) => ring.slice(0, -1));
const read = <T extends z.ZodType>(schema: T, file: string): z.infer<T> =>
  schema.parse(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')));

export const facts = read(z.object({
  city: z.object({ name: z.string(), areaKm2: z.number() }),
  districts: z.array(z.object({ number: z.number(), roman: z.string(), name: z.string(), outline: Outline })),
  cadastralUnits: z.array(z.object({ id: z.string(), name: z.string(), outline: Outline })),
  rivers: z.array(z.object({ name: z.string(), line: z.array(LonLat) })),
  riverParks: z.array(z.object({ name: z.string(), river: z.string(), point: LonLat, note: z.string() })),
  mainRoads: z.array(z.object({ name: z.string(), kind: z.enum(['motorway', 'expressway', 'main']), line: z.array(LonLat) })),
  railways: z.array(z.object({ name: z.string(), line: z.array(LonLat) })),
  greenAndWater: z.array(z.object({ name: z.string(), kind: z.enum(['meadow', 'forest', 'park', 'water']), point: LonLat, areaHa: z.number() })),
  places: z.array(z.object({ name: z.string(), kind: z.string(), point: LonLat, areaHa: z.number() })),
}), './facts.json');

/** [text, …] entries of skeleton.json: names first, then numbers and points. */
const StreetKind = z.enum(['main', 'collector', 'local', 'access', 'pedestrian']);
export const skeleton = read(z.object({
  streets: z.array(z.tuple([z.string(), StreetKind]).rest(LonLat)),
  oldTown: z.object({
    rotationDegrees: z.number(), square: z.array(z.tuple([z.number(), z.number()])), plantyInner: z.array(LonLat), plantyWidthM: z.number(),
    streets: z.array(z.tuple([z.string(), StreetKind]).rest(z.tuple([z.number(), z.number()]))),
  }),
  estates: z.array(z.tuple([z.string(), z.number(), z.number()])),
  greens: z.array(z.tuple([z.string(), z.enum(['park', 'forest', 'meadow', 'cemetery']), z.number(), z.number(), z.number(), z.number(),
    z.number()])),
  places: z.array(z.tuple([z.string(), z.number(), z.number()])),
  characters: z.array(z.tuple([z.string(), z.number(), z.number(), z.number()])),
  parcelAreas: z.array(z.tuple([z.string()]).rest(LonLat)),
}), './skeleton.json');
