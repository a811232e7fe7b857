/** Flood hazard along the Vistula and its tributaries: three nested reaches, wide where the valley of the Vistula is wide. */
import type { City } from './city.ts';
import { noise, smoothed } from './curves.ts';
import { facts } from './facts.ts';
import type { Feature } from './geojson.ts';
import { slug } from './keys.ts';
import { nearness, outlinesAt, type Reach } from './level-sets.ts';
import { overlay, type Outlines } from './overlay.ts';
import { distance, fromLonLat, type Point } from './plane.ts';
import { randomOf } from './random.ts';

const CLASSES = [
  { kind: 'high', level: 1, said: 'wysokie prawdopodobieństwo (raz na 10 lat)', special: true },
  { kind: 'medium', level: 1.85, said: 'średnie prawdopodobieństwo (raz na 100 lat)', special: true },
  { kind: 'low', level: 3.3, said: 'niskie prawdopodobieństwo (raz na 500 lat)', special: false },
] as const;

/** Reach of the ten-year flood of the Vistula at places of its course: longitude, m to the left (north) and right. */
const VISTULA: readonly (readonly [lon: number, left: number, right: number])[] = [
  [19.792, 170, 210], [19.83, 150, 190], [19.87, 130, 210], [19.905, 95, 130], [19.93, 78, 80], [19.95, 76, 80], [19.975, 92, 120], [20.0, 170, 240],
  [20.03, 210, 330], [20.06, 260, 300], [20.09, 270, 330], [20.12, 300, 330], [20.15, 420, 330], [20.18, 460, 330], [20.22, 330, 300],
];

/** Reach of the ten-year flood of the tributaries, m on either side; the maps of the second cycle (2020) brought the smaller ones. */
const TRIBUTARIES: Readonly<Record<string, readonly [reachM: number, mapped: string]>> = {
  'Dłubnia': [58, '2015-04-15'], 'Prądnik (Białucha)': [42, '2015-04-15'], Rudawa: [80, '2015-04-15'], Wilga: [46, '2015-04-15'],
  Serafa: [70, '2020-10-22'], 'Drwina Długa': [64, '2020-10-22'], Drwinka: [30, '2020-10-22'], 'Sudół': [26, '2020-10-22'],
};

const BASIS = { special: 'Prawo wodne, art. 16 pkt 34 i art. 169 ust. 2 (obszar szczególnego zagrożenia powodzią); mapy zagrożenia powodziowego',
  other: 'Prawo wodne, art. 169 ust. 2; mapy zagrożenia powodziowego' } as const;

function vistulaReach(centre: readonly Point[]): Reach {
  const places: { along: number; left: number; right: number }[] = [];
  const lengths = centre.reduce<number[]>((sums, p, i) => [...sums, i === 0 ? 0 : sums[i - 1]! + distance(centre[i - 1]!, p)], []);
  for (const [lon, left, right] of VISTULA) {
    const x = fromLonLat([lon, 50.045])[0];
    const nearest = centre.reduce((best, p, i) => (Math.abs(p[0] - x) < Math.abs(centre[best]![0] - x) ? i : best), 0);
    places.push({ along: lengths[nearest]!, left, right });
  }
  places.sort((a, b) => a.along - b.along);
  const wave = noise(randomOf('flood Wisła'), 1_900);
  return { line: centre, unitM: (along, side) => {
    const after = places.findIndex((place) => place.along > along);
    const [a, b] = after <= 0 ? [places.at(after === 0 ? 0 : -1)!, places.at(after === 0 ? 0 : -1)!] : [places[after - 1]!, places[after]!];
    const share = a === b ? 0 : (along - a.along) / (b.along - a.along);
    return (a[side] + (b[side] - a[side]) * share) * (1 + 0.16 * wave(along));
  } };
}

export function floodHazardFeatures({ borders, waters }: City): Feature[] {
  const reaches: [name: string, reach: Reach, mapped: string][] = [['Wisła', vistulaReach(waters.vistula.centre), '2015-04-15']];
  for (const [name, [reachM, mapped]] of Object.entries(TRIBUTARIES)) {
    const wave = noise(randomOf(`flood ${name}`), 900);
    const line = smoothed(facts.rivers.find((river) => river.name === name)!.line, 60);
    reaches.push([name, { line, unitM: (along) => reachM * (1 + 0.35 * wave(along)) }, mapped]);
  }
  const areas: Record<string, Outlines> = {};
  for (const [name, reach] of reaches) {
    const field = nearness([reach], name === 'Wisła' ? 45 : 20, 3.6);
    for (const { kind, level } of CLASSES) areas[`${name} ${kind}`] = outlinesAt(field, level, name === 'Wisła' ? 6 : 3, 20_000);
  }
  const { geometry } = overlay(borders, areas);
  return reaches.flatMap(([name, , mapped], rank) => CLASSES.flatMap(({ kind, level, said, special }): Feature[] => {
    // A place belongs to the first river whose water comes there; a class holds the classes of more frequent floods.
    const before = reaches.slice(0, rank).map(([other]) => `${other} ${kind}`);
    const below = CLASSES.filter((one) => one.level <= level).map((one) => `${name} ${one.kind}`);
    const shape = geometry(({ within }) => below.some((area) => within.has(area)) && !before.some((area) => within.has(area)), 2_500);
    if (!shape) return [];
    return [{
      properties: {
        key: `${slug(name)}:${kind}`, name: `${name}: ${said}`, kind, basis: special ? BASIS.special : BASIS.other,
        authority: 'Państwowe Gospodarstwo Wodne Wody Polskie, RZGW w Krakowie', since: mapped, special_hazard: special,
        note: special ? 'Nowa zabudowa wymaga uzgodnienia lub decyzji Wód Polskich' : null, valid_from: mapped,
      },
      geometry: shape,
    }];
  }));
}
