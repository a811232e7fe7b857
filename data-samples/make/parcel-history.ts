/** Parcels that stand no more, for the history of a number: a few divided, joined and renumbered in 2024. Those made of them begin on that day. */
import { areaGeometry, nodeTexts, polygonGeometry, type Feature } from './geojson.ts';
import type { LandUse, Parcel } from './land-register.ts';
import type { Lots } from './parcels.ts';
import { dot, ringArea, ringCentroid, roundCm, type Point, type Ring } from './plane.ts';
import { dominantDirection } from './shape.ts';

interface Change { readonly day: string; readonly district: string; readonly from: readonly string[]; readonly to: readonly string[] }

/** Numbers of `from` are free today. Several become one that is convex, or one becomes several that are neighbours. */
const CHANGES: readonly Change[] = [
  { day: '2024-03-27', district: '126102_9.0021', from: ['238'], to: ['238/1', '238/2', '238/3'] },
  { day: '2024-08-08', district: '126104_9.0014', from: ['9'], to: ['9/1', '9/2', '9/3', '9/4'] },
  { day: '2024-05-25', district: '126102_9.0030', from: ['26/1', '26/2'], to: ['26/4'] },
  { day: '2024-09-01', district: '126104_9.0011', from: ['26/1'], to: ['26/2'] },
];
const identifiersOf = ({ district }: Change, numbers: readonly string[]): string[] => numbers.map((number) => `${district}.${number}`);

/** The register with the days on which the parcels made by a change begin. */
export function withBeginnings(parcels: readonly Parcel[]): Parcel[] {
  const days = new Map(CHANGES.flatMap((change) => identifiersOf(change, change.to).map((identifier) => [identifier, change.day])));
  return parcels.map((parcel) => (days.has(parcel.identifier) ? { ...parcel, validFrom: days.get(parcel.identifier)! } : parcel));
}

/** The parcels before each change, as features of the layer with `valid_to`. Throws when the register does not hold what a change names. */
export function pastFeatures({ map }: Lots, parcels: readonly Parcel[]): Feature[] {
  const register = new Map(parcels.map((parcel) => [parcel.identifier, parcel]));
  const text = nodeTexts(map);
  return CHANGES.flatMap((change) => {
    const made = identifiersOf(change, change.to).map((identifier) => register.get(identifier));
    const names = identifiersOf(change, change.from);
    if (made.some((parcel) => parcel === undefined) || names.some((name) => register.has(name))) throw new Error(`history of ${names.join()}: the register is another`);
    const children = made as Parcel[];
    const [first] = children as [Parcel];
    const feature = (name: string, uses: readonly LandUse[], geometry: string): Feature => ({
      properties: {
        key: name, identifier: name, register_area_m2: uses.reduce((sum, use) => sum + use.area_m2, 0), registration_group: first.registrationGroup, land_uses: uses, valid_to: change.day,
      }, geometry,
    });
    if (names.length === 1) return [feature(names[0]!, added(children.flatMap(({ landUses }) => landUses)), areaGeometry(map.dissolve(children.map(({ face }) => face)), text))];
    const ring = map.outline(first.face);
    return halves(ring).map((half, index) => {
      const area = Math.max(1, Math.round(first.registerAreaM2 * ringArea(half) / ringArea(ring)));
      return feature(names[index]!, [{ ...first.landUses[0]!, area_m2: area }], polygonGeometry(half));
    });
  });
}

function added(uses: readonly LandUse[]): LandUse[] {
  const kinds = [...new Set(uses.map(({ symbol, soil_class: soil }) => `${symbol} ${soil}`))].map((kind) => uses.filter(({ symbol, soil_class: soil }) => `${symbol} ${soil}` === kind));
  return kinds.map((same) => ({ ...same[0]!, area_m2: same.reduce((sum, use) => sum + use.area_m2, 0) }));
}

/** A convex ring cut in two across its longer side, through its middle. */
function halves(ring: Ring): [Ring, Ring] {
  const axis = dominantDirection(ring);
  const middle = ringCentroid(ring);
  const side = ([x, y]: Point): number => dot([x - middle[0], y - middle[1]], axis);
  const cut = (keep: 1 | -1): Ring => ring.flatMap((a, index): Point[] => {
    const b = ring[(index + 1) % ring.length]!;
    const [from, to] = [side(a) * keep, side(b) * keep];
    const share = from / (from - to);
    return [...(from >= 0 ? [a] : []), ...(from * to < 0 ? [[roundCm(a[0] + (b[0] - a[0]) * share), roundCm(a[1] + (b[1] - a[1]) * share)] as const] : [])];
  });
  return [cut(1), cut(-1)];
}
