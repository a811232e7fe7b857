/** The offline base map: water, green, roads, railways, streets, addresses and places. */
import type { Layer, SymbolClass } from './layer.ts';
import { defineLayer } from './define.ts';
import { CITY } from './sources.ts';

const name = { name: 'name', type: 'text', tile: true, searchable: true, label: { pl: 'Nazwa', en: 'Name' } } as const;
const kindLabel = { pl: 'Rodzaj', en: 'Kind' };
const single = (label: { pl: string; en: string }, tone: SymbolClass['tone']) =>
  ({ field: null, kind: 'single', classes: [{ value: 'all', label, tone, pattern: 'solid' }] }) as const;

export const GREEN_KINDS = [
  { value: 'park', label: { pl: 'park', en: 'park' }, tone: 'green-public', pattern: 'solid' },
  { value: 'forest', label: { pl: 'las', en: 'forest' }, tone: 'forest', pattern: 'solid' },
  { value: 'meadow', label: { pl: 'łąka', en: 'meadow' }, tone: 'green-natural', pattern: 'solid' },
  { value: 'cemetery', label: { pl: 'cmentarz', en: 'cemetery' }, tone: 'cemetery', pattern: 'solid' },
] as const satisfies readonly SymbolClass[];

export const ROAD_KINDS = [
  { value: 'motorway', label: { pl: 'autostrada', en: 'motorway' }, tone: 'road-main', pattern: 'solid' },
  { value: 'expressway', label: { pl: 'droga ekspresowa', en: 'expressway' }, tone: 'road-main', pattern: 'solid' },
  { value: 'main', label: { pl: 'droga główna', en: 'main road' }, tone: 'road-main', pattern: 'solid' },
  { value: 'collector', label: { pl: 'droga zbiorcza', en: 'collector road' }, tone: 'road-minor', pattern: 'solid' },
  { value: 'local', label: { pl: 'ulica lokalna', en: 'local street' }, tone: 'road-minor', pattern: 'solid' },
  { value: 'access', label: { pl: 'ulica dojazdowa', en: 'access street' }, tone: 'road-minor', pattern: 'solid' },
  { value: 'pedestrian', label: { pl: 'ciąg pieszy', en: 'pedestrian way' }, tone: 'road-minor', pattern: 'dots' },
] as const satisfies readonly SymbolClass[];

export const greenAreas: Layer = defineLayer({
  id: 'green-areas', subject: 'base', geometry: 'polygon', zooms: { min: 8, max: 24, maxTile: 15 },
  title: { pl: 'Zieleń', en: 'Green areas' }, abstract: { pl: 'Parki, lasy, łąki i cmentarze.', en: 'Parks, forests, meadows and cemeteries.' },
  fields: [name, { name: 'kind', type: 'text', tile: true, filterable: true, label: kindLabel, codes: GREEN_KINDS }],
  titleField: 'name', symbology: { field: 'kind', kind: 'categories', classes: GREEN_KINDS }, label: { field: 'name', minZoom: 13 }, source: CITY, visible: true, searchKind: 'place', searchContext: '{kind}',
});

export const water: Layer = defineLayer({
  id: 'water', subject: 'base', geometry: 'polygon', zooms: { min: 7, max: 24, maxTile: 15 },
  title: { pl: 'Wody powierzchniowe', en: 'Surface water' }, abstract: { pl: 'Koryto Wisły, zbiorniki i szersze rzeki.', en: 'The bed of the Vistula, reservoirs and wider rivers.' },
  fields: [{ ...name, searchable: false }], titleField: 'name', symbology: single({ pl: 'woda', en: 'water' }, 'water'), label: { field: 'name', minZoom: 13 }, source: CITY, visible: true,
});

export const rivers: Layer = defineLayer({
  id: 'rivers', subject: 'base', geometry: 'line', zooms: { min: 8, max: 24, maxTile: 15 },
  title: { pl: 'Rzeki i potoki', en: 'Rivers and streams' }, abstract: { pl: 'Osie cieków.', en: 'Centre lines of watercourses.' },
  fields: [name, { name: 'width_m', type: 'number', unit: 'm', tile: true, label: { pl: 'Szerokość', en: 'Width' } }],
  titleField: 'name', symbology: single({ pl: 'ciek', en: 'watercourse' }, 'water'), label: { field: 'name', minZoom: 12 }, source: CITY, visible: true, searchKind: 'place', searchContext: { pl: 'ciek', en: 'watercourse' },
});

export const mainRoads: Layer = defineLayer({
  id: 'main-roads', subject: 'base', geometry: 'line', zooms: { min: 8, max: 24, maxTile: 15 },
  title: { pl: 'Drogi główne', en: 'Main roads' }, abstract: { pl: 'Autostrada, drogi ekspresowe i główne.', en: 'Motorway, expressways and main roads.' },
  fields: [{ ...name, searchable: false }, { name: 'kind', type: 'text', tile: true, filterable: true, label: kindLabel, codes: ROAD_KINDS }],
  titleField: 'name', symbology: { field: 'kind', kind: 'categories', classes: ROAD_KINDS.slice(0, 3) }, label: { field: 'name', minZoom: 13 }, source: CITY, visible: true,
});

export const railways: Layer = defineLayer({
  id: 'railways', subject: 'base', geometry: 'line', zooms: { min: 9, max: 24, maxTile: 15 },
  title: { pl: 'Linie kolejowe', en: 'Railways' }, abstract: { pl: 'Linie kolejowe w mieście.', en: 'Railway lines in the city.' },
  fields: [{ ...name, searchable: false }], titleField: 'name', symbology: single({ pl: 'linia kolejowa', en: 'railway' }, 'rail'), source: CITY, visible: true,
});

export const streets: Layer = defineLayer({
  id: 'streets', subject: 'base', geometry: 'line', zooms: { min: 11, max: 24, maxTile: 16 },
  title: { pl: 'Ulice', en: 'Streets' }, abstract: { pl: 'Osie ulic z nazwami.', en: 'Centre lines of streets with names.' },
  fields: [name, { name: 'kind', type: 'text', tile: true, filterable: true, label: kindLabel, codes: ROAD_KINDS }],
  titleField: 'name', symbology: { field: 'kind', kind: 'categories', classes: ROAD_KINDS.slice(2) }, label: { field: 'name', minZoom: 15 },
  generalised: { belowZoom: 13, view: 'streets_generalised', fields: ['kind'] }, source: CITY, visible: true, searchKind: 'street',
});

export const addresses: Layer = defineLayer({
  id: 'addresses', subject: 'base', geometry: 'point', zooms: { min: 16, max: 24, maxTile: 16 },
  title: { pl: 'Adresy', en: 'Addresses' }, abstract: { pl: 'Punkty adresowe.', en: 'Address points.' },
  fields: [
    { name: 'label', type: 'text', searchable: true, label: { pl: 'Adres', en: 'Address' } },
    { name: 'street', type: 'text', filterable: true, label: { pl: 'Ulica', en: 'Street' } },
    { name: 'house_number', type: 'text', tile: true, filterable: true, label: { pl: 'Numer', en: 'Number' } },
    { name: 'postcode', type: 'text', filterable: true, label: { pl: 'Kod pocztowy', en: 'Postcode' } },
  ],
  titleField: 'label', symbology: single({ pl: 'punkt adresowy', en: 'address point' }, 'neutral'), label: { field: 'house_number', minZoom: 17 }, source: CITY, visible: true, searchKind: 'address',
});

export const places: Layer = defineLayer({
  id: 'places', subject: 'base', geometry: 'point', zooms: { min: 10, max: 24, maxTile: 14 },
  title: { pl: 'Miejsca', en: 'Places' }, abstract: { pl: 'Nazwy miejsc pomagające się odnaleźć.', en: 'Names of places that help to find the way.' },
  fields: [name, { name: 'kind', type: 'text', tile: true, label: kindLabel }],
  titleField: 'name', symbology: single({ pl: 'miejsce', en: 'place' }, 'neutral'), label: { field: 'name', minZoom: 11 }, source: CITY, visible: true, searchKind: 'place',
});
