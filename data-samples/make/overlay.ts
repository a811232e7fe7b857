/** Areas cut out of one arrangement of outlines inside the city: what two of them share, they share to the centimetre. */
import { arrange, type Line } from './arrangement.ts';
import type { Borders } from './borders.ts';
import { areaGeometry, nodeTexts } from './geojson.ts';
import type { PlanarMap } from './planar-map.ts';
import { pointInside, ringArea, ringContains, type Point, type Ring } from './plane.ts';

/** An area by its outlines; a place is in it when it lies in an odd number of them (holes are outlines too). */
export type Outlines = readonly Ring[];

/** Points nearer than this become one, m. */
const SNAP_M = 0.4;
/** South and north of the city, m from the model's origin; outlines lie between. */
const [SOUTH, NORTH] = [10_000, 45_000];

export const inOutlines = (outlines: Outlines, point: Point): boolean => outlines.filter((ring) => ringContains(ring, point)).length % 2 === 1;

export interface Face {
  readonly face: number;
  /** Names of the areas that hold it. */
  readonly within: ReadonlySet<string>;
  readonly district: number;
}

export interface Overlay {
  readonly map: PlanarMap;
  /** The faces inside the city. */
  readonly faces: readonly Face[];
  /** Polygons (rings of nodes) of chosen faces, those below `leastM2` left out. */
  readonly polygons: (chosen: (face: Face) => boolean, leastM2?: number) => number[][][];
  /** The same as GeoJSON; null when nothing is left. */
  readonly geometry: (chosen: (face: Face) => boolean, leastM2?: number) => string | null;
  readonly text: (polygons: readonly (readonly number[])[][]) => string;
}

/** Two lines out of the city from the lowest and the highest point of an outline: a face with an island in it would be no ring. */
function waysOut(ring: Ring): Point[][] {
  const [low, high] = [ring.reduce((a, b) => (b[1] < a[1] ? b : a)), ring.reduce((a, b) => (b[1] > a[1] ? b : a))];
  return [[low, [low[0], SOUTH]], [high, [high[0], NORTH]]];
}

/** `byDistrict`: borders of districts cut the areas as well. */
export function overlay(borders: Borders, areas: Readonly<Record<string, Outlines>>, byDistrict = false): Overlay {
  const closed = (ring: Ring): Line<null> => ({ points: [...ring, ring[0]!], info: null });
  const rings = Object.values(areas).flat();
  const districts = borders.map.faces().map((face) => ({ outline: borders.map.outline(face), district: borders.districtOf.get(face)! }));
  const { map } = arrange([
    closed(borders.cityOutline), ...(byDistrict ? districts.map(({ outline }) => closed(outline)) : []), ...rings.map(closed),
    ...rings.flatMap(waysOut).map((points) => ({ points, info: null })),
  ], SNAP_M);
  const faces = map.faces().flatMap((face): Face[] => {
    const inside = pointInside(map.outline(face));
    const home = ringContains(borders.cityOutline, inside) && districts.find(({ outline }) => ringContains(outline, inside));
    if (!home) return [];
    return [{ face, district: home.district, within: new Set(Object.keys(areas).filter((name) => inOutlines(areas[name]!, inside))) }];
  });
  const text = nodeTexts(map);
  const polygons: Overlay['polygons'] = (chosen, leastM2 = 400) => map.dissolve(faces.filter(chosen).map(({ face }) => face))
    .map((rings_) => rings_.filter((ring, i) => i === 0 || -areaOf(map, ring) >= leastM2 / 4))
    .filter(([outer]) => areaOf(map, outer!) >= leastM2);
  return {
    map, faces, polygons, text: (parts) => areaGeometry(parts, text),
    geometry: (chosen, leastM2) => {
      const parts = polygons(chosen, leastM2);
      return parts.length === 0 ? null : areaGeometry(parts, text);
    },
  };
}

const areaOf = (map: PlanarMap, ring: readonly number[]): number => ringArea(ring.map((node) => map.point(node)));
