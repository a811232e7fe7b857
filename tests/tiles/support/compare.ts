/** Holds a tile of one engine to the tile of the other. */
import { expect } from 'vitest';
import { BUFFER, EXTENT } from '../../../tiles/engine.ts';
import { area, type DecodedFeature, type DecodedTile, farthest, length, vertices } from './decode.ts';

/** Fails where the tiles differ by more than rounding. Returns how many features there are, and how many slivers only one of them has. */
export function compareTiles(where: string, ours: DecodedTile, theirs: DecodedTile): { readonly features: number; readonly alone: number } {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const alone = names.reduce((sum, name) => sum + compareLayer(`${where} ${name}`, ours[name] ?? [], theirs[name] ?? []), 0);
  return { features: Object.values(ours).flat().length, alone };
}

/**
 * What may differ: each engine rounds to the tile's grid at its own moment, and simplifies by half a unit in its own order. So a feature of
 * which no more than a sliver, a unit wide, lies in the tile (a point: on the rim of the buffer) may be in one only; all else must be in both. Rounding makes
 * stairs of lines that ST_AsMVTGeom leaves dense: up to half a unit a vertex longer, and each end at the clip a unit or two; nowhere farther away.
 */
function isSliver(feature: DecodedFeature): boolean {
  if (feature.type === 'polygon') return area(feature) <= length(feature) / 2;
  if (feature.type === 'line') return length(feature) <= 2;
  return feature.parts.flat().every((place) => place.some((unit) => unit <= 1 - BUFFER || unit >= EXTENT + BUFFER - 1));
}

/** Ids of slivers that only one tile has. */
function slivers(where: string, ours: readonly DecodedFeature[], theirs: readonly DecodedFeature[]): Set<number | undefined> {
  const alone = [[ours, theirs], [theirs, ours]].flatMap(([these = [], those = []]) => these.filter(({ id }) => !those.some((other) => other.id === id)));
  expect(alone.filter((feature) => !isSliver(feature)), `${where}: in one tile only`).toEqual([]);
  return new Set(alone.map(({ id }) => id));
}

/** Compares what both tiles have, in order; returns how many slivers only one has. */
function compareLayer(where: string, ours: readonly DecodedFeature[], theirs: readonly DecodedFeature[]): number {
  const alone = slivers(where, ours, theirs);
  const common = ours.filter(({ id }) => !alone.has(id));
  expect(theirs.filter(({ id }) => !alone.has(id)).map(({ id }) => id), `${where}: ids`).toEqual(common.map(({ id }) => id));
  for (const a of common) {
    const b = theirs.find(({ id }) => id === a.id)!;
    const what = `${where} ${a.id}`;
    expect({ type: b.type, attributes: b.attributes }, what).toEqual({ type: a.type, attributes: a.attributes });
    const edge = Math.max(length(a), length(b));
    expect(Math.abs(area(a) - area(b)), `${what}: area ${area(a)} against ${area(b)}`).toBeLessThanOrEqual(0.005 * Math.abs(area(a)) + 0.75 * edge);
    if (a.type === 'line') expect(Math.abs(length(a) - length(b)), `${what}: length`).toBeLessThanOrEqual(0.005 * edge + 0.5 * vertices(a) + 3 * a.parts.length);
    // A part of a polygon a unit wide may vanish in one tile: there the area decides.
    if (a.type !== 'polygon') expect(Math.max(farthest(a, b), farthest(b, a)), `${what}: place`).toBeLessThanOrEqual(2);
  }
  return alone.size;
}
