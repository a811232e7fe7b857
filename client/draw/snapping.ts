/** Snapping to lines that exist: a corner within reach wins over an edge within reach, the nearest of its kind wins. */
import type { Position } from './drawing.ts';
import { nearestOn } from './planar.ts';

export interface Snapped {
  readonly at: Position;
  readonly to: 'corner' | 'edge';
}

/** Seven decimals are a centimetre. */
export const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** `lines`: rings are closed by a repeated first place. `reach`: in degrees of latitude. Corners are taken as they are, places on edges to the centimetre. */
export function snapTo(lines: readonly (readonly Position[])[], place: Position, reach: number): Snapped | null {
  const squeeze = Math.cos((place[1] * Math.PI) / 180);
  let corner: Position | null = null;
  let edge: Position | null = null;
  let toCorner = reach;
  let toEdge = reach;
  for (const line of lines) {
    for (const [at, vertex] of line.entries()) {
      const away = Math.hypot((vertex[0] - place[0]) * squeeze, vertex[1] - place[1]);
      if (away <= toCorner) [corner, toCorner] = [vertex, away];
      const next = line[at + 1];
      if (!next) continue;
      const near = nearestOn(place, vertex, next, squeeze);
      if (near.distance <= toEdge) [edge, toEdge] = [near.at, near.distance];
    }
  }
  if (corner) return { at: [corner[0], corner[1]], to: 'corner' };
  return edge ? { at: [rounded(edge[0]), rounded(edge[1])], to: 'edge' } : null;
}
