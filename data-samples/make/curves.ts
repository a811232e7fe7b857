/** Natural lines from few points: smooth curves, lines beside a line, organic outlines. */
import { at, direction, distance, isSimple, ringArea, roundCm, type Point, type Ring } from './plane.ts';
import type { Random } from './random.ts';

/** Centripetal enough for roads and rivers: a Catmull–Rom curve through all points, sampled about every `step` metres. */
export function smoothed(line: readonly Point[], step: number): Point[] {
  if (line.length < 3) return [...line];
  const curve: Point[] = [line[0]!];
  for (let i = 0; i + 1 < line.length; i++) {
    const [p1, p2] = [line[i]!, line[i + 1]!];
    const p0 = line[i - 1] ?? [2 * p1[0] - p2[0], 2 * p1[1] - p2[1]];
    const p3 = line[i + 2] ?? [2 * p2[0] - p1[0], 2 * p2[1] - p1[1]];
    const length = distance(p1, p2);
    // Tangents no longer than the segment: an uneven spacing of points would make loops.
    const tangent = (a: Point, b: Point): Point => {
      const [dx, dy] = direction(a, b);
      const size = Math.min(length, distance(a, b) / 2);
      return [dx * size, dy * size];
    };
    const [t1, t2] = [tangent(p0, p2), tangent(p1, p3)];
    const count = Math.max(1, Math.round(length / step));
    for (let k = 1; k <= count; k++) {
      const t = k / count;
      const [h1, h2, h3, h4] = [2 * t ** 3 - 3 * t ** 2 + 1, -2 * t ** 3 + 3 * t ** 2, t ** 3 - 2 * t ** 2 + t, t ** 3 - t ** 2];
      curve.push([h1 * p1[0] + h2 * p2[0] + h3 * t1[0] + h4 * t2[0], h1 * p1[1] + h2 * p2[1] + h3 * t1[1] + h4 * t2[1]]);
    }
  }
  return curve;
}

/** The line at `offset(distance along)` metres to the left (negative: right). Loops in tight bends are cut out. */
export function beside(line: readonly Point[], offset: (along: number) => number): Point[] {
  const result: Point[] = [];
  let along = 0;
  for (let i = 0; i < line.length; i++) {
    if (i > 0) along += distance(line[i - 1]!, line[i]!);
    const [dx, dy] = direction(line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!);
    const size = offset(along);
    const p: Point = [line[i]![0] - dy * size, line[i]![1] + dx * size];
    const last = result.at(-1);
    if (last && (p[0] - last[0]) * dx + (p[1] - last[1]) * dy < 1) continue;
    result.push(p);
  }
  return result;
}

/** A strip along the line with the given half width on either side, as a ring; null when it would cross itself. */
export function strip(line: readonly Point[], left: (along: number) => number, right: (along: number) => number): Ring | null {
  const ring = [...beside(line, (along) => -right(along)), ...beside(line, left).reverse()];
  return isSimple(ring) && ringArea(ring) > 0 ? ring : null;
}

/** A smooth random function of a length, between −1 and 1, with waves of about `wavelength` metres. */
export function noise(random: Random, wavelength: number): (along: number) => number {
  const waves = [1, 0.53, 0.31].map((scale) => ({ length: wavelength * scale, phase: random.between(0, 2 * Math.PI), size: scale }));
  const total = waves.reduce((sum, wave) => sum + wave.size, 0);
  return (along) => waves.reduce((sum, wave) => sum + wave.size * Math.sin((2 * Math.PI * along) / wave.length + wave.phase), 0) / total;
}

/** An organic outline round a centre: area in m², stretched `aspect` times along `angle` (radians from east), `roughness` 0–0.4. */
export function blob(random: Random, centre: Point, areaM2: number, aspect: number, angle: number, roughness: number): Ring {
  const waves = [2, 3, 4, 5, 7].map((frequency) => ({ frequency, phase: random.between(0, 2 * Math.PI),
    size: (roughness * random.between(0.5, 1)) / Math.sqrt(frequency) }));
  const count = Math.max(24, Math.min(90, Math.round(Math.sqrt(areaM2) / 8)));
  const raw: Point[] = Array.from({ length: count }, (_, i) => {
    const turn = (2 * Math.PI * i) / count;
    const radius = 1 + waves.reduce((sum, wave) => sum + wave.size * Math.sin(wave.frequency * turn + wave.phase), 0);
    const [u, v] = [radius * Math.cos(turn) * Math.sqrt(aspect), (radius * Math.sin(turn)) / Math.sqrt(aspect)];
    return [u * Math.cos(angle) - v * Math.sin(angle), u * Math.sin(angle) + v * Math.cos(angle)];
  });
  const scale = Math.sqrt(areaM2 / ringArea(raw));
  return raw.map(([u, v]) => [roundCm(centre[0] + u * scale), roundCm(centre[1] + v * scale)]);
}

/** The closed curve through the points of an outline. */
export function smoothedRing(ring: Ring, step: number): Ring {
  const open = smoothed([at(ring, -2), at(ring, -1), ...ring, at(ring, 0), at(ring, 1), at(ring, 2)], step);
  const from = open.findIndex((p) => distance(p, ring[0]!) < 1e-6);
  let to = open.length - 1;
  while (to > from && distance(open[to]!, ring[0]!) > 1e-6) to--;
  return open.slice(from, to);
}
