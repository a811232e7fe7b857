/** The boundary of the city (gmina miejska Kraków). */
import { defineLayer } from './define.ts';
import { CITY } from './sources.ts';

export const city = defineLayer({
  id: 'city',
  subject: 'city',
  title: { pl: 'Granica miasta', en: 'City boundary' },
  abstract: { pl: 'Granica gminy miejskiej Kraków.', en: 'Boundary of the municipality of Kraków.' },
  geometry: 'polygon',
  zooms: { min: 6, max: 24, maxTile: 14 },
  fields: [
    { name: 'name', type: 'text', tile: true, label: { pl: 'Nazwa', en: 'Name' } },
    { name: 'teryt', type: 'text', label: { pl: 'TERYT', en: 'TERYT' } },
    { name: 'area_km2', type: 'number', unit: 'km2', label: { pl: 'Powierzchnia', en: 'Area' } },
  ],
  titleField: 'name',
  symbology: { field: null, kind: 'single', classes: [{ value: 'city', label: { pl: 'granica miasta', en: 'city boundary' }, tone: 'boundary-strong', pattern: 'none' }] },
  generalised: { belowZoom: 13, view: 'city_generalised', fields: ['name'] },
  source: CITY,
  visible: true,
});
