/** Zone units (tereny) of local plans: symbol, land-use designation, parameters with their paragraphs. */
import { ZONE_CLASSES } from '../planning/zone-classes.ts';
import { PLAN_STATUSES } from '../planning/stages.ts';
import { defineLayer } from './define.ts';
import { CITY_PLANNING } from './sources.ts';
import { ZONE_PARAMETER_FIELDS } from './zone-fields.ts';

export const zones = defineLayer({
  id: 'zones',
  subject: 'planning',
  title: { pl: 'Przeznaczenie terenów (MPZP)', en: 'Zoning (local plans)' },
  abstract: { pl: 'Tereny wyznaczone w planach miejscowych: symbol, przeznaczenie, wskaźniki i paragrafy.', en: 'Zones of the local plans: symbol, land-use designation, parameters and paragraphs.' },
  geometry: 'polygon',
  zooms: { min: 11, max: 24, maxTile: 16 },
  fields: [
    { name: 'symbol', type: 'text', tile: true, searchable: true, filterable: true, label: { pl: 'Symbol terenu', en: 'Zone symbol' } },
    { name: 'zone_class', type: 'text', tile: true, filterable: true, label: { pl: 'Klasa przeznaczenia', en: 'Designation class' }, codes: ZONE_CLASSES },
    { name: 'designation', type: 'text', searchable: true, label: { pl: 'Przeznaczenie', en: 'Land-use designation' } },
    { name: 'plan', type: 'text', filterable: true, label: { pl: 'Plan (klucz)', en: 'Plan (key)' } },
    { name: 'plan_name', type: 'text', label: { pl: 'Plan', en: 'Plan' } },
    { name: 'plan_status', type: 'text', tile: true, filterable: true, byDay: true, label: { pl: 'Stan planu', en: 'Plan status' }, codes: PLAN_STATUSES },
    { name: 'paragraph', type: 'text', label: { pl: 'Paragraf ustaleń', en: 'Paragraph of the provisions' } },
    { name: 'area_ha', type: 'number', unit: 'ha', filterable: true, label: { pl: 'Powierzchnia', en: 'Area' } },
    ...ZONE_PARAMETER_FIELDS,
  ],
  titleField: 'symbol',
  symbology: {
    field: 'zone_class', kind: 'categories', classes: ZONE_CLASSES,
    other: { label: { pl: 'inne przeznaczenie', en: 'other designation' }, tone: 'neutral', pattern: 'dash' },
  },
  label: { field: 'symbol', minZoom: 14.5 },
  generalised: { belowZoom: 13, view: 'zones_generalised', fields: ['zone_class', 'plan_status'] },
  temporal: true,
  source: CITY_PLANNING,
  accuracyM: 1,
  visible: true,
  searchKind: 'zone',
  searchContext: '{plan_name} · {designation}',
});
