/** Points by which the access of land is measured: junctions, airport, stations, tram stops. And the strategic areas of the city. */
import { defineLayer } from './define.ts';
import type { Layer, SymbolClass } from './layer.ts';
import { CITY, TRANSIT } from './sources.ts';

export const TRANSPORT_KINDS = [
  { value: 'motorway-junction', label: { pl: 'węzeł autostrady lub drogi ekspresowej', en: 'junction of motorway or expressway' }, tone: 'road-main', pattern: 'solid' },
  { value: 'airport', label: { pl: 'lotnisko', en: 'airport' }, tone: 'infrastructure', pattern: 'solid' },
  { value: 'railway-station', label: { pl: 'stacja kolejowa', en: 'railway station' }, tone: 'rail', pattern: 'solid' },
  { value: 'tram-stop', label: { pl: 'przystanek tramwajowy', en: 'tram stop' }, tone: 'transport', pattern: 'solid' },
] as const satisfies readonly SymbolClass[];

export const transportPoints: Layer = defineLayer({
  id: 'transport-points', subject: 'city', geometry: 'point', zooms: { min: 10, max: 24, maxTile: 15 },
  title: { pl: 'Węzły, stacje i lotnisko', en: 'Junctions, stations and airport' },
  abstract: { pl: 'Punkty, od których mierzy się odległości terenów inwestycyjnych.', en: 'Points from which distances of investment land are measured.' },
  fields: [
    { name: 'name', type: 'text', tile: true, label: { pl: 'Nazwa', en: 'Name' } },
    { name: 'kind', type: 'text', tile: true, filterable: true, label: { pl: 'Rodzaj', en: 'Kind' }, codes: TRANSPORT_KINDS.map(({ value, label }) => ({ value, label })) },
  ],
  titleField: 'name', symbology: { field: 'kind', kind: 'categories', classes: TRANSPORT_KINDS }, label: { field: 'name', minZoom: 12.5 }, source: TRANSIT, visible: false,
});

export const strategicAreas: Layer = defineLayer({
  id: 'strategic-areas', subject: 'investment', geometry: 'polygon', zooms: { min: 9, max: 24, maxTile: 14 },
  title: { pl: 'Obszary strategiczne', en: 'Strategic areas' },
  abstract: { pl: 'Obszary strategiczne Strategii Rozwoju Krakowa, granice orientacyjne.', en: "Strategic areas of the city's development strategy, approximate borders." },
  fields: [
    { name: 'name', type: 'text', tile: true, label: { pl: 'Nazwa', en: 'Name' } },
    { name: 'area_ha', type: 'number', unit: 'ha', label: { pl: 'Powierzchnia', en: 'Area' }, note: { pl: 'Z granicy orientacyjnej', en: 'Of the approximate border' } },
  ],
  titleField: 'name', symbology: { field: null, kind: 'single', classes: [{ value: 'area', label: { pl: 'granica orientacyjna', en: 'approximate border' }, tone: 'boundary', pattern: 'dash' }] },
  label: { field: 'name', minZoom: 11 }, source: CITY, visible: false,
});
