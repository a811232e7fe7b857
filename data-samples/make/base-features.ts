/** Features of the base map: city, districts, water, green, roads, railways, streets, places. */
import type { City } from './city.ts';
import { smoothed } from './curves.ts';
import { facts, skeleton } from './facts.ts';
import { areaGeometry, lineGeometry, nodeTexts, pointGeometry, polygonGeometry, position, type Feature } from './geojson.ts';
import { uniqueKeys } from './keys.ts';
import { PLANTY_INNER, PLANTY_OUTER } from './old-town.ts';
import { fromLonLat } from './plane.ts';
import { streetKind, type Street } from './streets.ts';

/** People registered in each district at the end of 2019, by number (fact sheet §5.1). */
const POPULATION_2019 = [
  30609, 29741, 46599, 71752, 30184, 23931, 20555, 62615, 15235, 28176, 54324, 63277, 38423, 30946, 51795, 40632, 20214, 50392,
] as const;

export function cityFeatures({ borders: { map } }: City): Feature[] {
  const geometry = areaGeometry(map.dissolve(map.faces()), nodeTexts(map));
  return [{ properties: { key: '126101_1', name: facts.city.name, teryt: '1261011' }, geometry }];
}

export function districtFeatures({ borders: { map, districtOf } }: City): Feature[] {
  const text = nodeTexts(map);
  return facts.districts.map(({ number, roman, name }) => ({
    properties: { key: roman, number, roman, name, population: POPULATION_2019[number - 1] },
    geometry: areaGeometry(map.dissolve(map.faces().filter((face) => districtOf.get(face) === number)), text),
  }));
}

export function waterFeatures({ graph, waters }: City): Feature[] {
  const key = uniqueKeys();
  return [
    { properties: { key: key('Wisła'), name: 'Wisła' }, geometry: areaGeometry(graph.vistula.map((polygon) => [...polygon]), nodeTexts(graph.map)) },
    ...waters.lakes.map(({ name, outline }) => ({ properties: { key: key(name), name }, geometry: polygonGeometry(outline) })),
  ];
}

/** Usual width of the bed, m. */
const RIVER_WIDTH: Readonly<Record<string, number>> = {
  'Wisła': 100, Rudawa: 14, 'Prądnik (Białucha)': 10, 'Dłubnia': 9, Wilga: 8, Serafa: 6, 'Drwina Długa': 6, Drwinka: 3, 'Sudół': 3,
  'Młynówka Królewska': 3,
};

export function riverFeatures({ waters }: City): Feature[] {
  const key = uniqueKeys();
  return facts.rivers.map(({ name, line }) => ({
    properties: { key: key(name), name, width_m: RIVER_WIDTH[name] ?? 3 },
    geometry: lineGeometry([name === 'Wisła' ? waters.vistula.centre : smoothed(line, 40)]),
  }));
}

export function greenFeatures({ greens }: City): Feature[] {
  const key = uniqueKeys();
  const ring = (points: typeof PLANTY_OUTER) => `[${[...points, points[0]!].map(position).join()}]`;
  const planty = `{"type":"Polygon","coordinates":[${ring(PLANTY_OUTER)},${ring(PLANTY_INNER.toReversed())}]}`;
  return [
    { properties: { key: key('Planty'), name: 'Planty', kind: 'park' }, geometry: planty },
    ...greens.map(({ name, kind, outline }) => ({ properties: { key: key(name), name, kind }, geometry: polygonGeometry(outline) })),
  ];
}

export function mainRoadFeatures(): Feature[] {
  const key = uniqueKeys();
  return facts.mainRoads.map(({ name, kind, line }) => (
    { properties: { key: key(name), name, kind }, geometry: lineGeometry([smoothed(line, 60)]) }
  ));
}

export function railwayFeatures(): Feature[] {
  const key = uniqueKeys();
  return facts.railways.map(({ name, line }) => ({ properties: { key: key(name), name }, geometry: lineGeometry([smoothed(line, 60)]) }));
}

export function streetFeatures({ graph }: City, streets: readonly Street[]): Feature[] {
  const key = uniqueKeys();
  const text = nodeTexts(graph.map);
  return streets.filter(({ kind }) => kind !== 'motorway' && kind !== 'expressway').map(({ name, kind, paths }) => ({
    properties: { key: key(name), name, kind: streetKind(kind) },
    geometry: `{"type":"MultiLineString","coordinates":[${paths.map((path) => `[${path.map(text).join()}]`).join()}]}`,
  }));
}

export function placeFeatures(): Feature[] {
  const key = uniqueKeys();
  return [
    ...facts.places.map(({ name, kind, point }) => ({ properties: { key: key(name), name, kind }, geometry: pointGeometry(point) })),
    ...skeleton.places.map(([name, lon, lat]) => (
      { properties: { key: key(name), name, kind: 'neighbourhood' }, geometry: pointGeometry(fromLonLat([lon, lat])) }
    )),
  ];
}
