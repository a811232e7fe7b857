/** Parks, forests, meadows and cemeteries as organic outlines of the stated area. */
import { blob, smoothedRing } from './curves.ts';
import { facts, skeleton } from './facts.ts';
import { fromLonLat, type Ring } from './plane.ts';
import { randomOf } from './random.ts';

export interface Green {
  readonly name: string;
  readonly kind: 'park' | 'forest' | 'meadow' | 'cemetery';
  readonly outline: Ring;
}

/** How far a green is drawn out and in which direction (radians from east), where its shape is known. */
const SHAPES: Readonly<Record<string, readonly [aspect: number, angle: number]>> = {
  'Błonia': [2.2, 0.35], 'Las Wolski': [1.7, 0.3], 'Łąki Nowohuckie': [2.4, 0.1], 'Park Lotników Polskich': [1.9, 0.5], 'Park Jordana': [2.0, 0.3],
  'Las Łęgowski': [1.4, 0.1], 'Lasek Mogilski': [1.6, 2.6], 'Las Witkowicki': [1.8, 1.5], 'Las Borkowski': [1.4, 0.8],
};

const ROUGHNESS: Readonly<Record<Green['kind'], number>> = { cemetery: 0.08, park: 0.24, forest: 0.24, meadow: 0.24 };

/** The Planty are not among them: they are a ring round the old town (old-town.ts). */
export function makeGreens(): Green[] {
  const known = facts.greenAndWater.flatMap(({ name, kind, point, areaHa }): Green[] => {
    if (kind === 'water' || name === 'Planty') return [];
    const [aspect, angle] = SHAPES[name] ?? [1.4, 0];
    return [{ name, kind, outline: blob(randomOf(`green:${name}`), point, areaHa * 10_000, aspect, angle, kind === 'forest' ? 0.3 : 0.16) }];
  });
  const placed = skeleton.greens.map(([name, kind, lon, lat, areaHa, aspect, angle]): Green => (
    // A cemetery has a straighter fence than a wood has an edge.
    { name, kind, outline: blob(randomOf(`green:${name}`), fromLonLat([lon, lat]), areaHa * 10_000, aspect, angle, ROUGHNESS[kind]) }
  ));
  return [...known, ...placed].map((green) => ({ ...green, outline: smoothedRing(green.outline, 40) }));
}
