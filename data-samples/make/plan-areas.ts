/** Which blocks each plan covers: grown from its middle along the streets until it has its area; never across the Vistula. */
import type { StreetGraph } from './cells.ts';
import type { Block } from './network.ts';
import { PLANS, type PlanEntry } from './plan-catalogue.ts';
import { distance, ringCentroid, type Point } from './plane.ts';

const NATURAL = new Set(['forest', 'meadow', 'park']);

/** Graph face → keys of the plans that cover it: at most one of its own, the one it replaced, and the one that changes it. */
export function makePlanAreas(graph: StreetGraph, blocks: readonly Block[]): Map<number, string[]> {
  const byFace = new Map(blocks.map((block) => [block.face, block]));
  const plansOf = new Map<number, string[]>();
  const taken = new Set<number>();
  // A change stays within the plan that it changes.
  const takenFor = ({ changes }: PlanEntry): ReadonlySet<number> =>
    (changes ? new Set(blocks.map(({ face }) => face).filter((face) => !plansOf.get(face)?.includes(changes))) : taken);
  for (const plan of PLANS) {
    // A replaced plan lies under its successor, so it takes nothing away from others.
    const faces = plan.natureHa ? gatherNature(graph, blocks, plan, taken)
      : growFrom(graph, byFace, plan, plan.status === 'superseded' ? new Set() : takenFor(plan));
    for (const face of faces) {
      plansOf.set(face, [...(plansOf.get(face) ?? []), plan.key]);
      if (plan.status !== 'superseded' && !plan.changes) taken.add(face);
    }
  }
  return plansOf;
}

/** Nearest blocks first, measured in the stretched shape of the plan, as long as they hang together. */
function growFrom(graph: StreetGraph, byFace: ReadonlyMap<number, Block>, plan: PlanEntry, taken: ReadonlySet<number>): number[] {
  const { at: middle, areaHa = 0, shape: [stretch, angle] = [1, 0] } = plan;
  if (!middle) throw new Error(`plan ${plan.key} has no place`);
  const away = (face: number): number => {
    const [x, y] = ringCentroid(graph.map.outline(face));
    const [dx, dy] = [x - middle[0], y - middle[1]];
    const [u, v] = [dx * Math.cos(angle) + dy * Math.sin(angle), dy * Math.cos(angle) - dx * Math.sin(angle)];
    return Math.hypot(u / Math.sqrt(stretch), v * Math.sqrt(stretch));
  };
  const free = (face: number) => byFace.get(face)!.ground !== 'vistula' && !taken.has(face);
  const start = [...byFace.keys()].filter(free).reduce((a, b) => (away(b) < away(a) ? b : a));
  const chosen = new Set<number>();
  const reach = new Map([[start, away(start)]]);
  let left = areaHa * 10_000;
  while (reach.size > 0) {
    const [face] = [...reach].reduce((a, b) => (b[1] < a[1] ? b : a));
    reach.delete(face);
    const area = graph.map.area(face);
    if (area > left * 2) {
      if (left < areaHa * 200) break;
      continue;
    }
    chosen.add(face);
    left -= area;
    if (left <= 0) break;
    for (const next of graph.map.neighbours(face)) if (free(next) && !chosen.has(next) && !reach.has(next)) reach.set(next, away(next));
  }
  return [...chosen];
}

/** Forests, meadows, parks and open fields all over the city, the greenest first. */
function gatherNature(graph: StreetGraph, blocks: readonly Block[], plan: PlanEntry, taken: ReadonlySet<number>): number[] {
  const faces: number[] = [];
  let left = plan.natureHa! * 10_000;
  const middle = (face: number): Point => ringCentroid(graph.map.outline(face));
  const natural = blocks.filter((block) => NATURAL.has(block.ground) || (block.ground === 'land' && block.character.name === 'fields'))
    .filter((block) => !taken.has(block.face))
    .map((block) => ({ ...block, order: (NATURAL.has(block.ground) ? 0 : 1e6) + (distance(middle(block.face), [0, 0]) * 7919) % 9973 }))
    .sort((a, b) => a.order - b.order);
  for (const { face } of natural) {
    const area = graph.map.area(face);
    if (area > left) continue;
    faces.push(face);
    left -= area;
  }
  return faces;
}
