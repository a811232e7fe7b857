/** Cultural parks (parki kulturowe): areas where the council protects the cultural landscape. */
import type { SymbolClass } from './layer.ts';
import { defineLayer } from './define.ts';
import { HERITAGE } from './sources.ts';
import { themeFields } from './theme-fields.ts';

export const CULTURAL_PARK_STATES = [
  { value: 'in-force', label: { pl: 'obowiązujący', en: 'in force' }, tone: 'cultural-park', pattern: 'vertical' },
  { value: 'in-preparation', label: { pl: 'w przygotowaniu', en: 'in preparation' }, tone: 'cultural-park', pattern: 'dots' },
] as const satisfies readonly SymbolClass[];

export const culturalParks = defineLayer({
  id: 'cultural-parks',
  subject: 'protection',
  title: { pl: 'Parki kulturowe', en: 'Cultural parks' },
  abstract: { pl: 'Parki kulturowe obowiązujące i przygotowywane: zasady reklam, szyldów i ogródków.', en: 'Cultural parks in force and in preparation: rules for advertisements, signs and street cafés.' },
  geometry: 'polygon',
  zooms: { min: 10, max: 24, maxTile: 15 },
  fields: themeFields(CULTURAL_PARK_STATES),
  titleField: 'name',
  symbology: { field: 'kind', kind: 'categories', classes: CULTURAL_PARK_STATES },
  label: { field: 'name', minZoom: 12.5 },
  temporal: true,
  source: HERITAGE,
  accuracyM: 1,
  visible: false,
});
