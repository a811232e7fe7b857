/** Land reserved for public roads that are planned (rezerwy pod drogi publiczne). */
import type { SymbolClass } from './layer.ts';
import { defineLayer } from './define.ts';
import { ROADS } from './sources.ts';
import { themeFields } from './theme-fields.ts';

export const ROAD_CLASSES = [
  { value: 'GP', label: { pl: 'droga główna ruchu przyspieszonego (GP)', en: 'main road of accelerated traffic (GP)' }, tone: 'reserve-road', pattern: 'cross-hatch' },
  { value: 'G', label: { pl: 'droga główna (G)', en: 'main road (G)' }, tone: 'reserve-road', pattern: 'hatch' },
  { value: 'Z', label: { pl: 'droga zbiorcza (Z)', en: 'collector road (Z)' }, tone: 'reserve-road', pattern: 'dots' },
] as const satisfies readonly SymbolClass[];

export const roadReserves = defineLayer({
  id: 'road-reserves',
  subject: 'protection',
  title: { pl: 'Rezerwy pod drogi', en: 'Road reserves' },
  abstract: { pl: 'Rezerwy terenu pod planowane drogi publiczne według klasy drogi.', en: 'Land reserved for planned public roads, by class of road.' },
  geometry: 'polygon',
  zooms: { min: 10, max: 24, maxTile: 15 },
  fields: themeFields(ROAD_CLASSES),
  titleField: 'name',
  symbology: { field: 'kind', kind: 'categories', classes: ROAD_CLASSES },
  label: { field: 'name', minZoom: 13 },
  temporal: true,
  source: ROADS,
  accuracyM: 1,
  visible: false,
});
