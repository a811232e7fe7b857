/** Address points: plots along each street, odd numbers on the left and even on the right, or numbered within an estate. */
import { facts, skeleton } from './facts.ts';
import type { City } from './city.ts';
import type { Parcel } from './land-register.ts';
import { bordering, type Lots } from './parcels.ts';
import { between, cross, dot, fromLonLat, distance, pointInside, ringContains, type Point } from './plane.ts';
import { hashText, randomOf } from './random.ts';
import type { Street } from './streets.ts';

export interface Address {
  readonly key: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly at: Point;
}

/** Land uses of parcels that have a house with an address. */
const BUILT: ReadonlySet<string> = new Set(['B', 'Bi', 'Ba', 'Br']);
const ESTATES = skeleton.estates.map(([name, lon, lat]) => ({ name, at: fromLonLat([lon, lat]) }));
const MIDDLE = facts.places.find((place) => place.name === 'Rynek Główny')!.point;

interface Front { readonly parcel: Parcel; readonly street: Street; readonly door: Point }

/** Where a parcel meets its street: the middle of the longest edge on a strip, moved a few metres inwards. */
function frontOf(lots: Lots, parcel: Parcel, streets: ReadonlyMap<string, Street>): Front | null {
  const fronts = bordering(lots.map, parcel.face).flatMap((border) => {
    const strip = lots.lotOf.get(border.face);
    const street = strip?.strip ? streets.get(strip.block) : undefined;
    return street && street.kind !== 'motorway' && street.kind !== 'expressway' ? [{ ...border, street }] : [];
  });
  if (fronts.length === 0) return null;
  const { street, edge: [u, v] } = fronts.reduce((a, b) => (b.length > a.length ? b : a));
  const [a, b] = [lots.map.point(u), lots.map.point(v)];
  const length = distance(a, b);
  if (length < 4) return null;
  const middle = between(a, b, 0.5);
  const door: Point = [middle[0] - ((b[1] - a[1]) / length) * 4, middle[1] + ((b[0] - a[0]) / length) * 4];
  const outline = lots.map.outline(parcel.face);
  return { parcel, street, door: ringContains(outline, door) ? door : pointInside(outline) };
}

/** How far along its street a point lies, m, and on which side. */
function alongStreet(city: City, street: Street, p: Point): { along: number; left: boolean } {
  let best = { off: Infinity, along: 0, left: true };
  let start = 0;
  for (const path of street.paths) {
    for (let i = 1; i < path.length; i++) {
      const [a, b] = [city.graph.map.point(path[i - 1]!), city.graph.map.point(path[i]!)];
      const length = distance(a, b);
      const way: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
      const to: Point = [p[0] - a[0], p[1] - a[1]];
      const share = Math.max(0, Math.min(length, dot(to, way)));
      const off = distance(p, [a[0] + way[0] * share, a[1] + way[1] * share]);
      if (off < best.off) best = { off, along: start + share, left: cross(way, to) > 0 };
      start += length;
    }
  }
  return best;
}

/** 30-xxx west of the old town's middle, 31-xxx east of it; the last digits go by place. */
function postcode([x, y]: Point): string {
  const [dx, dy] = [x - MIDDLE[0], y - MIDDLE[1]];
  const sector = Math.floor(((Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI)) * 24) % 24;
  const ring = Math.min(9, Math.floor(Math.hypot(dx, dy) / 1_400));
  return `${dx < 0 ? 30 : 31}-${String(sector * 40 + ring * 4 + 1).padStart(3, '0')}`;
}

/** Addresses of all built parcels that meet a street. */
export function makeAddresses(city: City, lots: Lots, parcels: readonly Parcel[], streets: readonly Street[]): Address[] {
  const byLine = new Map(streets.map((street) => [street.line, street]));
  const groups = new Map<string, { name: string; fronts: { front: Front; along: number; left: boolean }[]; estate: boolean }>();
  for (const parcel of parcels) {
    if (parcel.ground !== 'land' || !BUILT.has(parcel.landUses[0]!.symbol)) continue;
    // Not every plot has a house of its own with a number.
    const front = hashText(parcel.identifier) % 100 < 70 ? frontOf(lots, parcel, byLine) : null;
    if (!front) continue;
    const estate = parcel.character.name === 'estate' ? ESTATES.reduce((a, b) => (distance(b.at, front.door) < distance(a.at, front.door) ? b : a))
      : null;
    const name = estate?.name ?? front.street.name;
    const place = estate ? { along: -front.door[1] * 1.0 + front.door[0] * 0.05, left: true } : alongStreet(city, front.street, front.door);
    const group = groups.get(name);
    if (group) group.fronts.push({ front, ...place }); else groups.set(name, { name, fronts: [{ front, ...place }], estate: estate !== null });
  }
  return [...groups.values()].flatMap(({ name, fronts, estate }) => numbered(name, fronts, estate));
}

function numbered(name: string, fronts: readonly { front: Front; along: number; left: boolean }[], estate: boolean): Address[] {
  const random = randomOf(`addresses ${name}`);
  return (estate ? [true] : [true, false]).flatMap((left) => {
    let number = estate ? 0 : left ? -1 : 0;
    let letter = 0;
    const row = fronts.filter((place) => estate || place.left === left)
      .sort((a, b) => a.along - b.along || a.front.parcel.face - b.front.parcel.face);
    return row.map(({ front }): Address => {
      // A house built later between two others takes a letter.
      if (number > 0 && letter < 3 && random.chance(0.07)) letter++;
      else {
        number += (estate ? 1 : 2) * (random.chance(0.05) ? 2 : 1);
        letter = 0;
      }
      const houseNumber = `${number}${letter > 0 ? 'ABC'[letter - 1]! : ''}`;
      return { key: `${name} ${houseNumber}`, street: name, houseNumber, postcode: postcode(front.door), at: front.door };
    });
  });
}
