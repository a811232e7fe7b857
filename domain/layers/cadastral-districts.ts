/** Cadastral districts (obręby ewidencyjne, CadastralZoning). */
import { defineLayer } from './define.ts';
import { CADASTRE } from './sources.ts';

export const cadastralDistricts = defineLayer({
  id: 'cadastral-districts',
  subject: 'cadastre',
  title: { pl: 'Obręby ewidencyjne', en: 'Cadastral districts' },
  abstract: { pl: 'Obręby, w których numerowane są działki.', en: 'Districts within which parcels are numbered.' },
  geometry: 'polygon',
  zooms: { min: 11, max: 24, maxTile: 15 },
  fields: [
    { name: 'name', type: 'text', tile: true, searchable: true, label: { pl: 'Nazwa obrębu', en: 'Name' } },
    { name: 'district_id', type: 'text', filterable: true, label: { pl: 'Identyfikator obrębu', en: 'Identifier' } },
    { name: 'unit_id', type: 'text', filterable: true, label: { pl: 'Jednostka ewidencyjna', en: 'Registration unit' } },
  ],
  titleField: 'name',
  symbology: { field: null, kind: 'single', classes: [{ value: 'district', label: { pl: 'granica obrębu', en: 'cadastral district boundary' }, tone: 'boundary', pattern: 'dash' }] },
  label: { field: 'name', minZoom: 13 },
  source: CADASTRE,
  visible: false,
  searchKind: 'cadastral-district',
  searchContext: '{district_id}',
});
