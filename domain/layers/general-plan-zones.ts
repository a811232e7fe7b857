/** Planning zones (strefy planistyczne) of the general municipal plan, a draft. */
import { GENERAL_PLAN_ZONES } from '../planning/zone-classes.ts';
import { defineLayer } from './define.ts';
import { CITY_PLANNING } from './sources.ts';
import { ZONE_PARAMETER_FIELDS } from './zone-fields.ts';

export const generalPlanZones = defineLayer({
  id: 'general-plan-zones',
  subject: 'planning',
  title: { pl: 'Strefy planu ogólnego (projekt)', en: 'General plan zones (draft)' },
  abstract: { pl: 'Strefy planistyczne projektu planu ogólnego: profil funkcjonalny i wskaźniki.', en: 'Planning zones of the draft general plan: functional profile and parameters.' },
  geometry: 'polygon',
  zooms: { min: 10, max: 24, maxTile: 15 },
  fields: [
    { name: 'symbol', type: 'text', tile: true, searchable: true, filterable: true, label: { pl: 'Oznaczenie strefy', en: 'Zone designation' } },
    { name: 'zone_class', type: 'text', tile: true, filterable: true, label: { pl: 'Rodzaj strefy', en: 'Kind of zone' }, codes: GENERAL_PLAN_ZONES },
    { name: 'designation', type: 'text', searchable: true, label: { pl: 'Nazwa strefy', en: 'Zone name' } },
    { name: 'primary_profile', type: 'list', label: { pl: 'Profil podstawowy', en: 'Primary profile' } },
    { name: 'additional_profile', type: 'list', label: { pl: 'Profil dodatkowy', en: 'Additional profile' } },
    { name: 'plan', type: 'text', filterable: true, label: { pl: 'Plan (klucz)', en: 'Plan (key)' } },
    { name: 'area_ha', type: 'number', unit: 'ha', label: { pl: 'Powierzchnia', en: 'Area' } },
    ...ZONE_PARAMETER_FIELDS,
  ],
  titleField: 'symbol',
  symbology: { field: 'zone_class', kind: 'categories', classes: GENERAL_PLAN_ZONES },
  label: { field: 'symbol', minZoom: 13 },
  generalised: { belowZoom: 12, view: 'general_plan_zones_generalised', fields: ['zone_class'] },
  temporal: true,
  source: CITY_PLANNING,
  accuracyM: 5,
  visible: false,
  searchKind: 'zone',
  searchContext: '{designation}',
});
