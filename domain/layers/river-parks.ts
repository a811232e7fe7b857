/** River parks (parki rzeczne): linear green along Kraków's rivers, with the state of land purchase. */
import type { SymbolClass } from './layer.ts';
import { defineLayer } from './define.ts';
import { CITY } from './sources.ts';

export const PARK_KINDS = [
  { value: 'existing', label: { pl: 'istniejący', en: 'existing' }, tone: 'green-public', pattern: 'solid' },
  { value: 'under-construction', label: { pl: 'w realizacji', en: 'under construction' }, tone: 'green-public', pattern: 'hatch' },
  { value: 'planned', label: { pl: 'planowany', en: 'planned' }, tone: 'green-natural', pattern: 'dots' },
] as const satisfies readonly SymbolClass[];

export const riverParks = defineLayer({
  id: 'river-parks',
  subject: 'green',
  title: { pl: 'Parki rzeczne', en: 'River parks' },
  abstract: { pl: 'Parki rzeczne istniejące i planowane, ze stanem wykupu gruntów.', en: 'Existing and planned river parks with the state of land purchase.' },
  geometry: 'polygon',
  zooms: { min: 9, max: 24, maxTile: 16 },
  fields: [
    { name: 'name', type: 'text', tile: true, searchable: true, label: { pl: 'Nazwa', en: 'Name' } },
    { name: 'river', type: 'text', filterable: true, label: { pl: 'Rzeka', en: 'River' } },
    { name: 'kind', type: 'text', tile: true, filterable: true, label: { pl: 'Rodzaj', en: 'Kind' }, codes: PARK_KINDS },
    { name: 'area_ha', type: 'number', unit: 'ha', filterable: true, label: { pl: 'Powierzchnia', en: 'Area' } },
    { name: 'target_area_ha', type: 'number', unit: 'ha', label: { pl: 'Powierzchnia docelowa', en: 'Target area' } },
    { name: 'purchased_ha', type: 'number', unit: 'ha', label: { pl: 'Wykupiono', en: 'Purchased' } },
    { name: 'purchase_state', type: 'text', filterable: true, label: { pl: 'Stan wykupu gruntów', en: 'State of land purchase' }, codes: [
      { value: 'none', label: { pl: 'nierozpoczęty', en: 'not started' } },
      { value: 'in-progress', label: { pl: 'w toku', en: 'in progress' } },
      { value: 'complete', label: { pl: 'zakończony', en: 'complete' } },
    ] },
    { name: 'districts', type: 'text', label: { pl: 'Dzielnice', en: 'Districts' } },
  ],
  titleField: 'name',
  symbology: { field: 'kind', kind: 'categories', classes: PARK_KINDS },
  label: { field: 'name', minZoom: 12.5 },
  source: CITY,
  accuracyM: 2,
  visible: true,
  searchKind: 'park',
  searchContext: '{kind} · {river}',
});
