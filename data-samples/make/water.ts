/** Surface water as outlines: the bed of the Vistula with its varying width, lakes and reservoirs. */
import { beside, blob, noise, smoothed } from './curves.ts';
import { facts } from './facts.ts';
import { distance, fromLonLat, toLonLat, type Point, type Ring } from './plane.ts';
import { randomOf } from './random.ts';

export interface Waters {
  readonly vistula: { readonly left: readonly Point[]; readonly right: readonly Point[]; readonly bed: Ring; readonly centre: readonly Point[] };
  readonly lakes: readonly { readonly name: string; readonly outline: Ring }[];
}

/** Fourteen reservoirs of Przylasek Rusiecki, 86 ha in all: places in degrees from the middle and shares of the area. */
const RESERVOIRS: readonly (readonly [dLon: number, dLat: number, share: number, angle: number])[] = [
  [-0.0085, 0.0022, 0.15, 0.2], [-0.0015, 0.0030, 0.11, 0.5], [0.0050, 0.0026, 0.09, 2.7], [0.0105, 0.0030, 0.06, 0.1], [-0.0130, -0.0012, 0.06, 1.1],
  [-0.0075, -0.0024, 0.09, 0.3], [-0.0012, -0.0018, 0.08, 2.9], [0.0045, -0.0020, 0.07, 0.4], [0.0098, -0.0016, 0.06, 0.9],
    [-0.0040, -0.0062, 0.07, 0.2],
  [0.0020, -0.0060, 0.05, 0.6], [0.0072, -0.0058, 0.04, 2.8], [0.0150, 0.0005, 0.04, 1.3], [0.0125, -0.0052, 0.03, 0.3],
];

/** Places of the facts are good to a few hundred metres; these lakes are moved so far that no railway or street runs through them. Degrees. */
const MOVED: Readonly<Record<string, Point>> = { 'Zalew Bagry': [0.0012, 0.0022], 'Zalew Nowohucki': [0.0030, 0.0002] };

/** Half the width of the Vistula's bed, m: about 45, a little more below the city. */
const HALF_WIDTH_M = 46;

export function makeWaters(): Waters {
  const line = facts.rivers.find((river) => river.name === 'Wisła')!.line;
  const centre = smoothed(line, 60);
  const length = centre.reduce((sum, p, i) => (i === 0 ? 0 : sum + distance(centre[i - 1]!, p)), 0);
  const random = randomOf('vistula');
  const [waveLeft, waveRight] = [noise(random, 900), noise(random, 1100)];
  const wider = (along: number) => HALF_WIDTH_M + 10 * (along / length);
  const left = beside(centre, (along) => wider(along) + 7 * waveLeft(along));
  const right = beside(centre, (along) => -(wider(along) + 7 * waveRight(along)));
  const lakes = facts.greenAndWater.filter((item) => item.kind === 'water').flatMap(({ name, point, areaHa }) => {
    if (name !== 'Przylasek Rusiecki') {
      const [dLon, dLat] = MOVED[name] ?? [0, 0];
      const [lon, lat] = toLonLat(point);
      const [aspect, angle] = [name === 'Zalew Nowohucki' ? 1.9 : 1.5, name === 'Zakrzówek' ? 1.2 : 0.4];
      return [{ name, outline: blob(randomOf(`lake:${name}`), fromLonLat([lon + dLon, lat + dLat]), areaHa * 10_000, aspect, angle, 0.22) }];
    }
    return RESERVOIRS.map(([dLon, dLat, share, angle], i) => ({
      name: `${name}, zbiornik nr ${i + 1}`,
      outline: blob(randomOf(`lake:${name}:${i}`), fromLonLat([20.165 + dLon, 50.057 + dLat]), areaHa * 10_000 * share, 1.5, angle, 0.16),
    }));
  });
  return { vistula: { left, right, bed: [...right, ...left.toReversed()], centre }, lakes };
}
