/** Land reserved for planned public roads: strips of the width that the class of the road asks for. */
import type { City } from './city.ts';
import { smoothed, strip } from './curves.ts';
import type { Feature } from './geojson.ts';
import { slug } from './keys.ts';
import { overlay } from './overlay.ts';
import { fromLonLat, type Point } from './plane.ts';

type RoadClass = 'GP' | 'G' | 'Z';
/** Half the width between the limiting lines, m. */
const HALF_WIDTH_M: Readonly<Record<RoadClass, number>> = { GP: 27, G: 19, Z: 13 };

interface Reserve {
  readonly name: string;
  readonly kind: RoadClass;
  readonly from: string | null;
  readonly line: readonly (readonly [lon: number, lat: number])[];
  readonly note?: string;
}

const MADE_UP = 'Rezerwa demonstracyjna: takiej drogi nie zaplanowano';

/** Names of planned routes are real, courses are not; those in the strategic areas are made up. */
const RESERVES: readonly Reserve[] = [
  { name: 'Trasa Pychowicka', kind: 'GP', from: null, line: [[19.899, 50.0215], [19.8945, 50.0275], [19.8935, 50.0345], [19.8955, 50.042]] },
  { name: 'Trasa Zwierzyniecka', kind: 'GP', from: null, line: [[19.8955, 50.042], [19.8965, 50.05], [19.8955, 50.0575], [19.8935, 50.0665], [19.8925, 50.0755]] },
  { name: 'Trasa Ciepłownicza', kind: 'G', from: '2018-11-20', line: [[19.998, 50.0515], [20.012, 50.0535], [20.03, 50.0555], [20.052, 50.0575], [20.076, 50.0565]] },
  { name: 'Trasa Nowobagrowa', kind: 'GP', from: '2018-11-20', line: [[19.984, 50.0275], [19.995, 50.0365], [20.006, 50.0405], [20.022, 50.0355], [20.042, 50.0335], [20.062, 50.0345]] },
  { name: 'Trasa Wolbromska', kind: 'G', from: null, line: [[19.91, 50.0925], [19.9125, 50.1], [19.9165, 50.1085], [19.9195, 50.119]] },
  { name: 'Trasa Tyniecka', kind: 'G', from: null, line: [[19.842, 50.0215], [19.858, 50.0235], [19.876, 50.0265], [19.8945, 50.0275]] },
  { name: 'Trasa Balicka', kind: 'G', from: '2016-09-06', line: [[19.8195, 50.0545], [19.8225, 50.0625], [19.8265, 50.0705], [19.8305, 50.0795], [19.835, 50.0885]], note: MADE_UP },
  { name: 'Droga do portu lotniczego w Olszanicy', kind: 'Z', from: '2021-02-17', line: [[19.806, 50.0705], [19.8165, 50.0718], [19.828, 50.0738], [19.842, 50.0765], [19.8555, 50.0785]], note: MADE_UP },
  { name: 'Droga przez Park Naukowo-Technologiczny Branice', kind: 'G', from: '2017-12-05', line: [[20.1015, 50.0785], [20.113, 50.0745], [20.1265, 50.0705], [20.1415, 50.0685], [20.1585, 50.0655], [20.1745, 50.0625]], note: MADE_UP },
  { name: 'Droga zbiorcza Ruszcza – Przylasek Rusiecki', kind: 'Z', from: '2017-12-05', line: [[20.1225, 50.0865], [20.1285, 50.0785], [20.1325, 50.0705], [20.1385, 50.0615], [20.1455, 50.0535]], note: MADE_UP },
  { name: 'Droga zbiorcza Płaszów – Rybitwy', kind: 'Z', from: '2019-05-22', line: [[19.99, 50.0455], [20.0035, 50.0455], [20.0185, 50.0425], [20.0345, 50.0405], [20.0495, 50.0435]], note: MADE_UP },
  { name: 'Droga zbiorcza w Witkowicach', kind: 'Z', from: null, line: [[19.9275, 50.1005], [19.9365, 50.104], [19.9485, 50.1035], [19.9605, 50.1015]] },
];

export function roadReserveFeatures({ borders }: City): Feature[] {
  return RESERVES.map(({ name, kind, from, line, note }): Feature => {
    const half = () => HALF_WIDTH_M[kind];
    const points: Point[] = line.map(([lon, lat]) => fromLonLat([lon, lat]));
    const ring = strip(smoothed(points, 70), half, half);
    const shape = ring && overlay(borders, { road: [ring] }).geometry(({ within }) => within.has('road'));
    if (!shape) throw new Error(`${name} has no sound outline in the city`);
    return {
      properties: {
        key: slug(name), name, kind, basis: 'Ustawa o drogach publicznych, art. 35 ust. 2 (pas terenu pod przyszłą drogę)',
        authority: 'Zarząd Dróg Miasta Krakowa', since: from, note: note ?? null, valid_from: from,
      },
      geometry: shape,
    };
  });
}
