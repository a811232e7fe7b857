/** Layers that come with real files only: tram stops, schools, population cells. Empty until imported. */
import type { Layer } from './layer.ts';
import { defineLayer } from './define.ts';
import { CITY, TRANSIT } from './sources.ts';

export const tramStops: Layer = defineLayer({
  id: 'tram-stops', subject: 'city', geometry: 'point', zooms: { min: 12, max: 24, maxTile: 15 },
  title: { pl: 'Przystanki tramwajowe', en: 'Tram stops' }, abstract: { pl: 'Przystanki z rejestru ZTP.', en: 'Stops of the public transport authority.' },
  fields: [
    { name: 'name', type: 'text', tile: true, searchable: true, label: { pl: 'Nazwa', en: 'Name' } },
    { name: 'code', type: 'text', label: { pl: 'Kod', en: 'Code' } },
    { name: 'fare_zone', type: 'text', label: { pl: 'Strefa biletowa', en: 'Fare zone' } },
    { name: 'on_demand', type: 'boolean', label: { pl: 'Na żądanie', en: 'On demand' } },
    { name: 'edited_on', type: 'date', label: { pl: 'Data zmiany', en: 'Edited on' } },
  ],
  titleField: 'name', symbology: { field: null, kind: 'single', classes: [{ value: 'stop', label: { pl: 'przystanek', en: 'stop' }, tone: 'rail', pattern: 'solid' }] },
  label: { field: 'name', minZoom: 15 }, source: TRANSIT, visible: false, searchKind: 'place',
});

export const schools: Layer = defineLayer({
  id: 'schools', subject: 'city', geometry: 'point', zooms: { min: 12, max: 24, maxTile: 15 },
  title: { pl: 'Szkoły', en: 'Schools' }, abstract: { pl: 'Szkoły z adresem i liczbą uczniów.', en: 'Schools with address and number of pupils.' },
  fields: [
    { name: 'address', type: 'text', tile: true, searchable: true, label: { pl: 'Adres', en: 'Address' } },
    { name: 'pupils', type: 'integer', filterable: true, label: { pl: 'Uczniowie', en: 'Pupils' } },
    { name: 'posts', type: 'number', label: { pl: 'Etaty', en: 'Posts' } },
  ],
  titleField: 'address', symbology: { field: null, kind: 'single', classes: [{ value: 'school', label: { pl: 'szkoła', en: 'school' }, tone: 'reserve-education', pattern: 'solid' }] },
  source: CITY, visible: false, searchKind: 'place',
});

export const populationCells: Layer = defineLayer({
  id: 'population-cells', subject: 'city', geometry: 'polygon', zooms: { min: 9, max: 24, maxTile: 15 },
  title: { pl: 'Ludność w siatce 250 m', en: 'Population on a 250 m grid' }, abstract: { pl: 'Ludność w komórkach 250 m, 2012–2016.', en: 'Population in cells of 250 m, 2012–2016.' },
  fields: [
    { name: 'population', type: 'integer', tile: true, filterable: true, label: { pl: 'Ludność', en: 'Population' } },
    { name: 'women', type: 'integer', label: { pl: 'Kobiety', en: 'Women' } },
    { name: 'men', type: 'integer', label: { pl: 'Mężczyźni', en: 'Men' } },
    { name: 'aged_0_19', type: 'integer', label: { pl: 'Wiek 0–19', en: 'Aged 0–19' } },
    { name: 'aged_20_64', type: 'integer', label: { pl: 'Wiek 20–64', en: 'Aged 20–64' } },
    { name: 'aged_65_plus', type: 'integer', label: { pl: 'Wiek 65+', en: 'Aged 65+' } },
    { name: 'residential_buildings', type: 'integer', label: { pl: 'Budynki mieszkalne', en: 'Residential buildings' } },
  ],
  titleField: 'population',
  symbology: { field: 'population', kind: 'steps', classes: [
    { value: 0, label: { pl: 'do 49 osób', en: 'up to 49 people' }, tone: 'scale-1', pattern: 'solid' },
    { value: 50, label: { pl: '50–199', en: '50–199' }, tone: 'scale-2', pattern: 'solid' },
    { value: 200, label: { pl: '200–499', en: '200–499' }, tone: 'scale-3', pattern: 'solid' },
    { value: 500, label: { pl: '500–999', en: '500–999' }, tone: 'scale-4', pattern: 'solid' },
    { value: 1000, label: { pl: '1000 i więcej', en: '1,000 and more' }, tone: 'scale-5', pattern: 'solid' },
  ] },
  source: CITY, visible: false,
});
