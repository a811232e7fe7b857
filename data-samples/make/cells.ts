/** The first faces of the street graph: what lies between skeleton lines, with what each of them is. */
import { arrange } from './arrangement.ts';
import type { Borders } from './borders.ts';
import type { EdgeInfo } from './edge-kinds.ts';
import type { Green } from './greens.ts';
import { PLANTY_INNER, PLANTY_OUTER, PLAC_CENTRALNY, RYNEK } from './old-town.ts';
import type { PlanarMap } from './planar-map.ts';
import { pointInside, ringContains, type Ring } from './plane.ts';
import { skeletonLines } from './skeleton.ts';
import type { Waters } from './water.ts';

export type Ground = 'land' | 'vistula' | 'lake' | 'park' | 'forest' | 'meadow' | 'cemetery' | 'square';

export interface Cell {
  readonly ground: Ground;
  /** Name of the water or green, null for land. */
  readonly name: string | null;
  readonly unitId: string;
}

export interface StreetGraph {
  readonly map: PlanarMap;
  readonly edges: Map<number, EdgeInfo>;
  readonly cells: Map<number, Cell>;
  /** The bed of the Vistula with the half that lies beyond the city border, as rings of nodes. */
  readonly vistula: readonly (readonly (readonly number[])[])[];
}

const SNAP_M = 4;

/** Builds the graph and drops what lies outside the city. */
export function makeCells(borders: Borders, waters: Waters, greens: readonly Green[]): StreetGraph {
  const { map, edges } = arrange(skeletonLines(borders, waters, greens), SNAP_M);
  const cells = new Map<number, Cell>();
  const shapes: { ground: Ground; name: string | null; outline: Ring; except?: Ring }[] = [
    { ground: 'square', name: 'Rynek Główny', outline: RYNEK },
    { ground: 'square', name: 'Plac Centralny', outline: PLAC_CENTRALNY },
    { ground: 'vistula', name: 'Wisła', outline: waters.vistula.bed },
    ...waters.lakes.map(({ name, outline }) => ({ ground: 'lake' as const, name, outline })),
    { ground: 'park', name: 'Planty', outline: PLANTY_OUTER, except: PLANTY_INNER },
    ...greens.map(({ name, kind, outline }) => ({ ground: kind, name, outline })),
  ];
  const units = borders.map.faces().map((face) => ({ outline: borders.map.outline(face), unitId: borders.unitOf.get(face)! }));
  const vistula = map.dissolve(map.faces().filter((face) => ringContains(waters.vistula.bed, pointInside(map.outline(face)))));
  for (const face of map.faces()) {
    const inside = pointInside(map.outline(face));
    const unit = units.find(({ outline }) => ringContains(outline, inside));
    if (!unit) {
      map.removeFace(face);
      continue;
    }
    const shape = shapes.find(({ outline, except }) => ringContains(outline, inside) && !(except && ringContains(except, inside)));
    cells.set(face, { ground: shape?.ground ?? 'land', name: shape?.name ?? null, unitId: unit.unitId });
  }
  return { map, edges, cells, vistula };
}
