/** The 18 districts (dzielnice), auxiliary units of the city. */
import { defineLayer } from './define.ts';
import { CITY } from './sources.ts';

export const districts = defineLayer({
  id: 'districts',
  subject: 'city',
  title: { pl: 'Dzielnice', en: 'Districts' },
  abstract: { pl: 'Osiemnaście dzielnic Krakowa.', en: 'The eighteen districts of Kraków.' },
  geometry: 'polygon',
  zooms: { min: 8, max: 24, maxTile: 15 },
  fields: [
    { name: 'name', type: 'text', tile: true, searchable: true, label: { pl: 'Nazwa', en: 'Name' } },
    { name: 'roman', type: 'text', tile: true, searchable: true, filterable: true, label: { pl: 'Numer', en: 'Number' } },
    { name: 'number', type: 'integer', searchable: true, filterable: true, label: { pl: 'Numer (arabski)', en: 'Number (Arabic)' } },
    { name: 'area_km2', type: 'number', unit: 'km2', label: { pl: 'Powierzchnia', en: 'Area' } },
    { name: 'population', type: 'integer', label: { pl: 'Ludność (2019)', en: 'Population (2019)' } },
  ],
  titleField: 'name',
  symbology: { field: null, kind: 'single', classes: [{ value: 'district', label: { pl: 'granica dzielnicy', en: 'district boundary' }, tone: 'boundary', pattern: 'dash' }] },
  label: { field: 'name', minZoom: 10 },
  generalised: { belowZoom: 13, view: 'districts_generalised', fields: ['name', 'roman'] },
  source: CITY,
  visible: true,
  searchKind: 'district',
  searchContext: { pl: 'dzielnica {roman}', en: 'district {roman}' },
});
