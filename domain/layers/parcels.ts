/** Cadastral parcels (działki ewidencyjne, LA_SpatialUnit) of the land and building register. */
import { defineLayer } from './define.ts';
import { CADASTRE } from './sources.ts';
import { REGISTRATION_GROUPS } from '../planning/registration-groups.ts';

export const parcels = defineLayer({
  id: 'parcels',
  subject: 'cadastre',
  title: { pl: 'Działki ewidencyjne', en: 'Cadastral parcels' },
  abstract: { pl: 'Działki z ewidencji gruntów i budynków: identyfikator, powierzchnia ewidencyjna, użytki.', en: 'Parcels of the land and building register: identifier, register area, land uses.' },
  geometry: 'polygon',
  zooms: { min: 12, max: 24, maxTile: 16 },
  fields: [
    { name: 'identifier', type: 'text', searchable: true, filterable: true, label: { pl: 'Identyfikator działki', en: 'Parcel identifier' } },
    { name: 'number', type: 'text', tile: true, searchable: true, filterable: true, label: { pl: 'Numer działki', en: 'Parcel number' } },
    { name: 'cadastral_district', type: 'text', filterable: true, label: { pl: 'Obręb', en: 'Cadastral district' }, note: { pl: 'Nazwa obrębu w postaci litera-numer, np. P-9', en: 'Letter-number name, e.g. P-9' } },
    { name: 'registration_unit', type: 'text', filterable: true, label: { pl: 'Jednostka ewidencyjna', en: 'Registration unit' } },
    { name: 'register_area_m2', type: 'integer', unit: 'm2', filterable: true, label: { pl: 'Powierzchnia ewidencyjna', en: 'Register area' }, note: { pl: 'Wartość urzędowa z ewidencji', en: 'The official value of the register' } },
    { name: 'geometry_area_m2', type: 'number', unit: 'm2', label: { pl: 'Powierzchnia z geometrii', en: 'Area of the geometry' }, note: { pl: 'Obliczona w układzie PL-2000, nieurzędowa', en: 'Computed in PL-2000, not official' } },
    { name: 'registration_group', type: 'integer', filterable: true, label: { pl: 'Grupa rejestrowa', en: 'Registration group' }, codes: REGISTRATION_GROUPS },
    { name: 'land_uses', type: 'json', label: { pl: 'Użytki gruntowe', en: 'Land uses' }, note: { pl: 'Symbol OFU, klasa bonitacyjna, powierzchnia w m²', en: 'OFU symbol, soil class, area in m²' } },
  ],
  titleField: 'number',
  symbology: { field: null, kind: 'single', classes: [{ value: 'parcel', label: { pl: 'granica działki', en: 'parcel boundary' }, tone: 'parcel', pattern: 'none' }] },
  label: { field: 'number', minZoom: 16.5 },
  generalised: { belowZoom: 14, view: 'parcel_blocks', fields: [] },
  temporal: true,
  source: CADASTRE,
  accuracyM: 0.1,
  visible: true,
  searchKind: 'parcel',
  searchContext: { pl: 'obr. {cadastral_district} · {registration_unit}', en: 'cadastral district {cadastral_district} · {registration_unit}' },
});
