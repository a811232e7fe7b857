/**
 * What ST_AsMVTGeom does after snapping to the tile's grid and geojson-vt does not: repeated points go, and so do rings without area, lines
 * without length and features that have nothing left. MapLibre would draw slivers of them, and the two engines would disagree.
 */
import type { LegacyFeature } from 'geojson-vt';
import { EXTENT } from '../engine.ts';

type Pair = [number, number];

/** Tidied features in the order of ids; the `largest` ones only (points: those with the smallest ids), when a number is given. */
export function tidy(features: readonly LegacyFeature[], largest?: number): LegacyFeature[] {
  const tidied = features.flatMap((feature) => {
    const clean = tidyFeature(feature);
    return clean ? [clean] : [];
  });
  if (largest === undefined) return tidied.sort(byId);
  return tidied.map((feature) => ({ feature, size: sizeOf(feature) })).sort((a, b) => b.size - a.size || byId(a.feature, b.feature))
    .slice(0, largest).map(({ feature }) => feature).sort(byId);
}

/** A point that rounding put on the right or lower edge would be drawn by nobody: it is kept within its tile. */
export function labelFeatures(features: readonly LegacyFeature[], largest?: number): LegacyFeature[] {
  const points = features.flatMap((feature) => (feature.type === 1
    ? [{ ...feature, geometry: feature.geometry.map(([x, y]): Pair => [Math.min(x, EXTENT - 1), Math.min(y, EXTENT - 1)]) }] : []));
  return points.sort(byId).slice(0, largest);
}

const byId = (a: LegacyFeature, b: LegacyFeature): number => Number(a.id) - Number(b.id);

function tidyFeature(feature: LegacyFeature): LegacyFeature | undefined {
  if (feature.type === 1) return feature;
  if (feature.type === 2) {
    const lines = feature.geometry.map(withoutRepeats).filter((line) => line.length > 1);
    return lines.length > 0 ? { ...feature, geometry: lines } : undefined;
  }
  const rings = tidyRings(feature.geometry);
  return rings.length > 0 ? { ...feature, geometry: rings } : undefined;
}

/** Outer rings have positive, holes negative area and follow their outer ring; holes whose outer ring vanished go with it. */
function tidyRings(rings: readonly Pair[][]): Pair[][] {
  const kept: Pair[][] = [];
  for (const ring of rings.map(withoutRepeats)) {
    const area = signedArea(ring);
    if (area > 0 || (area < 0 && kept.length > 0)) kept.push(ring);
  }
  return kept;
}

const withoutRepeats = (line: readonly Pair[]): Pair[] => line.filter(([x, y], i) => i === 0 || x !== line[i - 1]![0] || y !== line[i - 1]![1]);

/** In square tile units; the sign tells the winding (positive: an outer ring). */
function signedArea(ring: readonly Pair[]): number {
  let doubled = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) doubled += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  return doubled / 2;
}

function sizeOf(feature: LegacyFeature): number {
  if (feature.type === 1) return 0;
  if (feature.type === 3) return feature.geometry.reduce((sum, ring) => sum + signedArea(ring), 0);
  return feature.geometry.reduce((sum, line) => sum + lengthOf(line), 0);
}

const lengthOf = (line: readonly Pair[]): number =>
  line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line[i]![0], y - line[i]![1]), 0);
