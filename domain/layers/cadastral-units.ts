/** Registration units (jednostki ewidencyjne): the four parts of the cadastre of Kraków. */
import { defineLayer } from './define.ts';
import { CADASTRE } from './sources.ts';

export const cadastralUnits = defineLayer({
  id: 'cadastral-units',
  subject: 'cadastre',
  title: { pl: 'Jednostki ewidencyjne', en: 'Registration units' },
  abstract: { pl: 'Cztery jednostki ewidencyjne: Krowodrza, Nowa Huta, Podgórze, Śródmieście.', en: 'The four registration units: Krowodrza, Nowa Huta, Podgórze, Śródmieście.' },
  geometry: 'polygon',
  zooms: { min: 9, max: 24, maxTile: 14 },
  fields: [
    { name: 'name', type: 'text', tile: true, label: { pl: 'Nazwa', en: 'Name' } },
    { name: 'unit_id', type: 'text', tile: true, filterable: true, label: { pl: 'Identyfikator jednostki', en: 'Unit identifier' } },
    { name: 'letter', type: 'text', label: { pl: 'Skrót', en: 'Letter' } },
    { name: 'area_km2', type: 'number', unit: 'km2', label: { pl: 'Powierzchnia', en: 'Area' } },
  ],
  titleField: 'name',
  symbology: { field: null, kind: 'single', classes: [{ value: 'unit', label: { pl: 'granica jednostki ewidencyjnej', en: 'registration unit boundary' }, tone: 'boundary', pattern: 'dash' }] },
  label: { field: 'name', minZoom: 10 },
  generalised: { belowZoom: 13, view: 'cadastral_units_generalised', fields: ['name', 'unit_id'] },
  source: CADASTRE,
  visible: false,
});
