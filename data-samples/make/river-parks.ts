/** River parks: green strips along Kraków's rivers with the state of land purchase. */
import { blob, noise, smoothed, strip } from './curves.ts';
import { facts } from './facts.ts';
import { polygonGeometry, type Feature } from './geojson.ts';
import { slug } from './keys.ts';
import { distance, ringArea, type Point, type Ring } from './plane.ts';
import { randomOf } from './random.ts';

interface State {
  readonly kind: 'existing' | 'under-construction' | 'planned';
  readonly targetHa: number;
  readonly purchasedHa: number;
  readonly purchase: 'none' | 'in-progress' | 'complete';
  /** Usual width on either side of the river, m. */
  readonly widthM: number;
}

/** Drwinka's and Dłubnia's areas are known; the others are made up in proportion. */
const STATES: Readonly<Record<string, State>> = {
  'Park Rzeczny Drwinka': { kind: 'under-construction', targetHa: 22, purchasedHa: 14.6, purchase: 'in-progress', widthM: 62 },
  'Park Rzeczny Wilga': { kind: 'under-construction', targetHa: 31, purchasedHa: 17.2, purchase: 'in-progress', widthM: 70 },
  'Park Rzeczny Dłubnia': { kind: 'planned', targetHa: 54, purchasedHa: 8, purchase: 'in-progress', widthM: 95 },
  'Park Rzeczny Tetmajera': { kind: 'existing', targetHa: 8.2, purchasedHa: 8.2, purchase: 'complete', widthM: 60 },
  'Park Rzeczny Prądnik': { kind: 'planned', targetHa: 38, purchasedHa: 5.1, purchase: 'in-progress', widthM: 64 },
  'Park Rzeczny Rudawa': { kind: 'planned', targetHa: 46, purchasedHa: 0, purchase: 'none', widthM: 85 },
  'Park Młynówka Królewska': { kind: 'existing', targetHa: 16.5, purchasedHa: 16.5, purchase: 'complete', widthM: 34 },
  'Park Rzeczny Serafa': { kind: 'planned', targetHa: 27, purchasedHa: 2.4, purchase: 'in-progress', widthM: 66 },
  'Park Rzeczny Drwina Długa': { kind: 'planned', targetHa: 35, purchasedHa: 0, purchase: 'none', widthM: 80 },
};

/** The stretch of a line of the given length with its middle nearest to a point. */
function stretch(line: readonly Point[], middle: Point, length: number): Point[] {
  let nearest = 0;
  line.forEach((p, i) => { if (distance(p, middle) < distance(line[nearest]!, middle)) nearest = i; });
  let [from, to, sum] = [nearest, nearest, 0];
  while (sum < length && (from > 0 || to < line.length - 1)) {
    if (to < line.length - 1) { sum += distance(line[to]!, line[to + 1]!); to++; }
    if (sum < length && from > 0) { sum += distance(line[from]!, line[from - 1]!); from--; }
  }
  return line.slice(from, to + 1);
}

function outlineOf(name: string, river: string, point: Point, { targetHa, widthM }: State): Ring {
  // Tetmajera lies off the line of its river; a park of its own shape.
  if (name.endsWith('Tetmajera')) return blob(randomOf(name), point, targetHa * 10_000, 2.2, 0.4, 0.2);
  const line = smoothed(facts.rivers.find((candidate) => candidate.name === river)!.line, 25);
  const target = targetHa * 10_000;
  let best: { ring: Ring; miss: number } | null = null;
  for (let length = target / (2.6 * widthM); length < target / (0.8 * widthM); length += 25) {
    const part = stretch(line, point, length);
    const random = randomOf(`river park ${name}`);
    const [left, right] = [noise(random, 420), noise(random, 360)];
    const ring = strip(part, (along) => widthM * (1 + 0.45 * left(along)), (along) => widthM * (1 + 0.45 * right(along)));
    const miss = ring ? Math.abs(ringArea(ring) - target) : Infinity;
    if (ring && (!best || miss < best.miss)) best = { ring, miss };
  }
  if (!best) throw new Error(`no sound outline for ${name}`);
  return best.ring;
}

export function riverParkFeatures(): Feature[] {
  return facts.riverParks.map(({ name, river, point, note }): Feature => {
    const state = STATES[name];
    if (!state) throw new Error(`the state of ${name} is not known`);
    return {
      properties: {
        key: slug(name), name, river, kind: state.kind, target_area_ha: state.targetHa, purchased_ha: state.purchasedHa,
          purchase_state: state.purchase,
        districts: /districts? ([IVX, ]+)/.exec(note)?.[1]?.trim() ?? null,
      },
      geometry: polygonGeometry(outlineOf(name, river, point, state)),
    };
  });
}
