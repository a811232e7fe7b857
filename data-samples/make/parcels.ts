/** All parcels of the demonstration: lots of blocks, strips of streets and railways, water and green, with where they lie. */
import { parcelLand, type City } from './city.ts';
import { CHARACTERS, type Character } from './character.ts';
import type { CadastralDistrict } from './cadastral-districts.ts';
import type { Ground } from './cells.ts';
import type { EdgeKind } from './edge-kinds.ts';
import { cutLots } from './lots.ts';
import { edgeKey, type PlanarMap } from './planar-map.ts';
import { randomOf } from './random.ts';

export interface Lot {
  /** Face of the parcel map. */
  readonly face: number;
  readonly district: CadastralDistrict;
  readonly area: string;
  readonly ground: Ground | 'strip';
  readonly strip: EdgeKind | null;
  readonly character: Character;
  /** Block (face of the graph) the lot was cut from; its street for a strip. */
  readonly block: string;
  readonly plans: readonly string[];
}

export interface Lots {
  readonly map: PlanarMap;
  readonly lots: readonly Lot[];
  readonly lotOf: ReadonlyMap<number, Lot>;
}

/** Large greens and waters are a few parcels, not one. */
const GREEN: Character = { ...CHARACTERS.fields, name: 'green', lots: 'large', lotM2: 22_000, spread: 2.5 };

/** Cuts every block of the parcel areas. */
export function makeLots(city: City): Lots {
  const { map, blockOf, corridorOf } = parcelLand(city);
  const lots: Lot[] = [];
  for (const [face, graphFace] of blockOf) {
    const block = city.blocks.get(graphFace)!;
    if (block.parcelArea === null) continue;
    const shared = { district: city.districtOf.get(graphFace)!, area: block.parcelArea, ground: block.ground, strip: null, character: block.character,
      block: `block ${graphFace}`, plans: city.plansOf.get(graphFace) ?? [] };
    const whole = block.ground === 'vistula' || block.ground === 'lake' || block.ground === 'square' || block.ground === 'cemetery';
    const random = randomOf(`lots ${graphFace}`);
    const faces = whole ? [face] : cutLots(map, face, block.ground === 'land' ? block.character : GREEN, random);
    lots.push(...faces.map((lot) => ({ ...shared, face: lot })));
  }
  for (const [face, corridor] of corridorOf) {
    const graphFace = (corridor.left ?? corridor.right)!;
    const block = city.blocks.get(graphFace)!;
    // A strip at the edge of a parcel area is cut along its middle: the outer half has no parcel.
    if (block.parcelArea === null) continue;
    lots.push({ face, district: city.districtOf.get(graphFace)!, area: block.parcelArea, ground: 'strip', strip: corridor.info.kind,
      character: block.character,
      block: corridor.line, plans: city.plansOf.get(graphFace) ?? [] });
  }
  return { map, lots, lotOf: new Map(lots.map((lot) => [lot.face, lot])) };
}

/** Faces that share an edge with a lot, each with the length of the shared border and its longest edge. */
export function bordering(map: PlanarMap, face: number): { face: number; edge: [number, number]; length: number }[] {
  const ring = map.ring(face);
  const found = new Map<number, { face: number; edge: [number, number]; length: number; longest: number }>();
  ring.forEach((u, i) => {
    const v = ring[(i + 1) % ring.length]!;
    const other = map.faceOf.get(edgeKey(v, u));
    if (other === undefined) return;
    const [p, q] = [map.point(u), map.point(v)];
    const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
    const entry = found.get(other) ?? { face: other, edge: [u, v] as [number, number], length: 0, longest: 0 };
    if (length > entry.longest) found.set(other, { ...entry, edge: [u, v], length: entry.length + length, longest: length });
    else entry.length += length;
    if (!found.has(other)) found.set(other, entry);
  });
  return [...found.values()];
}
