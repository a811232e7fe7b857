/** What is made of parcels of the city: municipal land in its nine forms, and investment sites; each lies on whole parcels. */
import type { Parcel } from './land-register.ts';
import { bordering, type Lots } from './parcels.ts';
import type { Random } from './random.ts';

/** Parcels of the register by their face of the parcel map. */
export const byFace = (parcels: readonly Parcel[]): Map<number, Parcel> => new Map(parcels.map((parcel) => [parcel.face, parcel]));

/** A parcel and neighbours that also fit, until the area is reached or `most` parcels are together. Takes them out of `free`. */
export function gather(lots: Lots, faces: ReadonlyMap<number, Parcel>, start: Parcel, free: Set<Parcel>, areaM2: number, most: number): Parcel[] {
  const group = [start];
  free.delete(start);
  let area = start.registerAreaM2;
  for (let i = 0; i < group.length; i++) {
    for (const { face, length } of bordering(lots.map, group[i]!.face)) {
      const next = faces.get(face);
      if (!next || !free.has(next) || next.block !== start.block || length < 8) continue;
      if (group.length >= most || area + next.registerAreaM2 > areaM2 * 1.25) continue;
      free.delete(next);
      group.push(next);
      area += next.registerAreaM2;
    }
  }
  return group;
}

export const numbersOf = (group: readonly Parcel[]): string => group.map(({ identifier }) => identifier.split('.').at(-1)!).join(', ');

/** A random order that depends on the seed only. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items.map((item) => ({ item, order: random.next() })).sort((a, b) => a.order - b.order).map(({ item }) => item);
}
