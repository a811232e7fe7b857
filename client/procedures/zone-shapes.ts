/** Geometry of zones as shapes of the pen and back; corners that zones share move together; a zone is cut and two are joined. Pure. */
import type { DraftZone } from '../../domain/contract/office/procedure.ts';
import type { Position, Shape } from '../draw/drawing.ts';
import { geometryOf } from '../draw/geometry.ts';
import { join } from '../draw/join.ts';
import { areaM2 } from '../draw/geodesic.ts';
import { split } from '../draw/split.ts';
import { type EditZone, freeSymbol, newId } from './draft-zones.ts';

type Body = Omit<Shape, 'id'>;
type Geometry = DraftZone['geometry'];
type Ring = readonly Position[];

const polygonsOf = (geometry: Geometry): Position[][][] => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as unknown as Position[][][];
const open = (ring: Ring): Ring => ring.slice(0, -1).map(([lon, lat]) => [lon, lat] as const);

export const shapesOf = (geometry: Geometry): Body[] =>
  polygonsOf(geometry).map(([outer, ...holes]) => ({ kind: 'polygon' as const, vertices: open(outer!), ...(holes.length > 0 ? { holes: holes.map(open) } : {}) }));

/** null: no shape is an area. */
export function areaOfShapes(shapes: readonly Pick<Shape, 'kind' | 'vertices' | 'holes'>[]): Geometry | null {
  const polygons = shapes.map(geometryOf).flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : []));
  return polygons.length === 0 ? null : (polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0]! } : { type: 'MultiPolygon', coordinates: polygons }) as Geometry;
}

/** m² on the ellipsoid, until the server has measured it. */
export const measured = (geometry: Geometry): number => shapesOf(geometry).reduce((sum, { vertices, holes = [] }) => sum + areaM2(vertices) - holes.reduce((less, hole) => less + areaM2(hole), 0), 0);

/** Rings with the first place repeated: what the pen snaps to. */
export const linesOf = (geometry: Geometry): Ring[] => polygonsOf(geometry).flat();

export function boxOf(geometries: readonly Geometry[]): [number, number, number, number] | null {
  const places = geometries.flatMap((one) => linesOf(one).flat());
  if (places.length === 0) return null;
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  return [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b)), ys.reduce((a, b) => Math.max(a, b))];
}

const at = (one: Position, other: Position): boolean => one[0] === other[0] && one[1] === other[1];

/** One step of the pen on a ring: a vertex moved, put in between two, or taken away. */
export type Step =
  | { readonly kind: 'moved'; readonly from: Position; readonly to: Position }
  | { readonly kind: 'inserted'; readonly between: readonly [Position, Position]; readonly place: Position }
  | { readonly kind: 'dropped'; readonly place: Position };

/** What happened between two states of a ring; null: more than one step, or none. */
export function stepOf(before: Ring, after: Ring): Step | null {
  const first = after.findIndex((place, index) => !before[index] || !at(place, before[index]));
  if (after.length === before.length) {
    if (first < 0 || after.some((place, index) => index > first && !at(place, before[index]!))) return null;
    return { kind: 'moved', from: before[first]!, to: after[first]! };
  }
  if (after.length === before.length + 1) {
    if (after.some((place, index) => index > first && !at(place, before[index - 1]!))) return null;
    return { kind: 'inserted', between: [after.at(first - 1)!, after[(first + 1) % after.length]!], place: after[first]! };
  }
  if (after.length !== before.length - 1) return null;
  const gone = first < 0 ? before.length - 1 : first;
  return after.some((place, index) => index >= gone && !at(place, before[index + 1]!)) ? null : { kind: 'dropped', place: before[gone]! };
}

export function stepsBetween(before: readonly Body[], after: readonly Body[]): Step[] {
  if (before.length !== after.length) return [];
  const rings = ({ vertices, holes = [] }: Body) => [vertices, ...holes];
  return before.flatMap((shape, index) => rings(shape).flatMap((ring, number) => stepOf(ring, rings(after[index]!)[number] ?? ring) ?? []));
}

function followRing(ring: Ring, step: Step): Ring {
  switch (step.kind) {
    case 'moved': return ring.some((place) => at(place, step.from)) ? ring.map((place) => (at(place, step.from) ? step.to : place)) : ring;
    case 'inserted': {
      const [a, b] = step.between;
      const index = ring.findIndex((place, number) => ring[number + 1] && ((at(place, a) && at(ring[number + 1]!, b)) || (at(place, b) && at(ring[number + 1]!, a))));
      return index < 0 ? ring : ring.toSpliced(index + 1, 0, step.place);
    }
    case 'dropped': {
      const openRing = ring.slice(0, -1);
      const left = openRing.filter((place) => !at(place, step.place));
      return left.length === openRing.length || left.length < 3 ? ring : [...left, left[0]!];
    }
  }
}

/** A neighbour after the steps: its corners and sides that were the same stay the same. The same object where nothing was shared. */
export function follow(geometry: Geometry, steps: readonly Step[]): Geometry {
  let changed = false;
  const rings = polygonsOf(geometry).map((polygon) => polygon.map((ring) => steps.reduce<Ring>((now, step) => {
    const next = followRing(now, step);
    changed ||= next !== now;
    return next;
  }, ring)));
  return !changed ? geometry : (geometry.type === 'Polygon' ? { type: 'Polygon', coordinates: rings[0]! } : { type: 'MultiPolygon', coordinates: rings }) as unknown as Geometry;
}

/** The zones after one of them was cut along a line: its largest part stays, the others are new. null: the line does not go right through it. */
export function cutZone(zones: readonly EditZone[], id: number, line: Ring): EditZone[] | null {
  const zone = zones.find((one) => one.id === id);
  if (!zone) return null;
  const cut = shapesOf(zone.geometry).map((shape) => ({ shape, parts: split(shape, line) }));
  if (cut.every(({ parts }) => parts === null)) return null;
  const whole = cut.flatMap(({ shape, parts }) => (parts ? [] : [shape]));
  const [largest, ...others] = cut.flatMap(({ parts }) => parts ?? []).toSorted((one, other) => areaM2(other.vertices) - areaM2(one.vertices));
  const next = zones.map((one) => (one.id === id ? { ...one, geometry: areaOfShapes([largest!, ...whole])!, areaM2: null } : one));
  for (const part of others) next.push({ ...zone, id: newId(next), symbol: freeSymbol(zone.symbol, next), geometry: areaOfShapes([part])!, areaM2: null });
  return next;
}

/** The zones after the second was joined to the first, whose symbol and figures stay. null: they share no border. */
export function joinTwo(zones: readonly EditZone[], first: number, second: number): EditZone[] | null {
  const [one, other] = [first, second].map((id) => zones.find((zone) => zone.id === id));
  const joined = one && other ? join([...shapesOf(one.geometry), ...shapesOf(other.geometry)]) : null;
  return joined && zones.flatMap((zone) => (zone.id === second ? [] : zone.id === first ? [{ ...zone, geometry: areaOfShapes(joined)!, areaM2: null }] : [zone]));
}
